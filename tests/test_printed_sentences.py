"""Over random windows: no sentence is cut, an orphan, twice, unsourced or too much.

What a reader would stumble over is told here by patterns of their own, not by the rules
that keep it out. The second half needs a folder of article records (`GOLD`, as for
`make score`) and is skipped where there is none.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.config.load import find_edition, load_desk
from briefing.config.schema import RequireConfig
from briefing.model.article import PRINTABLE
from briefing.model.span import DateRange
from briefing.pipeline import compose_issue, read_sources
from briefing.schedule import slot_for

ROOT = Path(__file__).parent.parent
GOLD = ROOT / os.environ.get("GOLD", "../shared/gold") / "timelines"
NONE = RequireConfig(articles=0, items=0)

ORPHAN = re.compile(
    r"(?:\[…\] )?[\"“‘]?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|Such"
    r"|Both|Another|Others|The (?:latter|former|two|same|other)|There|Also|However"
    r"|Meanwhile|But|And|Moreover|In general|In addition|Since then|By then"
    r"|A day later(?! \[))\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?:\[…\] )?[\"“‘]?(?:It (?:is|was|has been|will be|would be|seems|appears|emerged"
    r"|takes|took)\b|(?:This|That) (?:week|month|year|morning|evening|weekend|spring"
    r"|summer|autumn|fall|winter|time|day|season)\b|Both [^.]{1,80} and "
    r"|There (?:is|are|was|were|has|have|had|will|would|should|can|could|may|might|must"
    r"|remains?|seems?|appears?|isn|aren|wasn|weren)\b)",
    re.IGNORECASE,
)
"""Beginnings that only look like it: "It was clear that", "This week", "There were"."""
BEGINS = re.compile(r"(?:\[…\] )?[\"“‘'(]*(?:[A-Z\d$€£]|[a-z][A-Z]|al-|\[|…)|\[…\] ")
ENDS = re.compile(r"[.!?][\"”’»)\]]*\Z")
OPENED = re.compile(r"[“«]")
CLOSED = re.compile(r"[”»]")
FURNITURE = re.compile(r" \| |Last updated|End Quote|^NEW:|\(CNN\) --|^-- ")

CONFIG = """
desk: {timezone: UTC, language: en}
sources: []
topics:
  spill: [oil spill, BP, relief well]
  egypt: [Cairo, Mubarak, Tahrir Square]
  libya: [Libya, Gadhafi, NATO]
  syria: [Syria, Homs, Annan]
  flu: [swine flu, H1N1, virus]
  trial: [Michael Jackson, jury]
editions:
  all:
    every: monday 06:00
    covers: monday to sunday
    topics: [spill, egypt, libya, syria, flu, trial]
    budget: {sentences: 12, takeaways: 3, background: 6, ahead: 6}
"""


def printed(briefing):
    """Yield each sentence, and whether it follows the one before it there."""
    spans = {each.number: each for each in briefing.citations}
    for section in briefing.sections:
        for item in section.items:
            before = None
            for sentence in item.sentences:
                at = spans[sentence.citation]
                follows = (
                    before is not None
                    and before.article == at.article
                    and 0 <= at.start - before.end <= 3
                )
                yield sentence.text, follows
                before = at


def faults(briefing):
    return [
        (what, text)
        for text, follows in printed(briefing)
        for what, is_wrong in (
            ("orphan", not follows and ORPHAN.match(text) and not WHOLE.match(text)),
            ("begins in the middle", not BEGINS.match(text)),
            ("ends in the middle", not ENDS.search(text)),
            (
                "half a quotation",
                len(OPENED.findall(text)) != len(CLOSED.findall(text)),
            ),
            ("page furniture", FURNITURE.search(text)),
        )
        if is_wrong
    ]


def breaches(briefing, sources, max_share):
    """Give what no issue may hold: no source, a sentence twice, too much of one."""
    spans = {each.number: each for each in briefing.citations}
    items = [item for section in briefing.sections for item in section.items]
    found = [("no citation", item.text) for item in items if not item.citations]
    told = Counter(s.citation for item in items for s in item.sentences)
    found += [("twice", spans[number].quote) for number in told if told[number] > 1]
    length = {article.id: article for article in sources.reading.articles}
    quotes = defaultdict(list)
    for number in told:
        quotes[spans[number].article].append(spans[number])
    leading = {
        number
        for section in briefing.sections
        if section.type == "topic"
        for item in section.items
        for at in item.in_takeaways
        for number in [item.sentences[at].citation]
    }
    for id, cited in quotes.items():
        whole = sum(
            len(block.span.cut(length[id].text).split())
            for block in length[id].blocks
            if block.role in PRINTABLE
        )
        free = [one for one in cited if one.number not in leading]
        words = sum(len(one.quote.split()) for one in cited)
        # What leads the issue, and an article's only sentence, always stay.
        if len(free) > 1 and words > max_share * whole + 1:
            found.append(("share", f"{id}: {words} of {whole}"))
    return found


def briefing_of(desk, edition, sources, first, days):
    window = DateRange.through(first, first + timedelta(days=days - 1))
    now = datetime(2030, 1, 1, tzinfo=UTC)
    slot = slot_for(edition, desk.config.desk, now=now, window=window)
    made, _ = compose_issue(desk, edition, slot, sources=sources, require=NONE)
    return made


@pytest.fixture(scope="module")
def seeds():
    desk = load_desk(ROOT / "config" / "briefing.yaml", cwd=ROOT)
    edition = find_edition(desk, None)
    return desk, edition, read_sources(desk, edition)


@pytest.mark.parametrize("number", range(8))
def test_no_orphan_and_no_cut_sentence_in_any_window_of_the_seeds(seeds, number):
    chance = random.Random(number)
    first = date(2025, 1, 25) + timedelta(days=chance.randrange(20))
    made = briefing_of(*seeds, first, chance.choice((1, 3, 5, 7, 14)))
    assert faults(made) == []
    assert breaches(made, seeds[2], seeds[1].config.max_share) == []


@pytest.fixture(scope="module")
def timelines(tmp_path_factory):
    if not GOLD.is_dir():
        pytest.skip("no folder of article records")
    folder = tmp_path_factory.mktemp("desk")
    (folder / "briefing.yaml").write_text(CONFIG, encoding="utf-8")
    return load_desk(folder / "briefing.yaml", cwd=folder)


@pytest.mark.parametrize(
    ("number", "name", "begun", "days"),
    [
        (1, "bpoil_bbc", date(2010, 5, 3), 70),
        (2, "H1N1_guardian", date(2009, 4, 26), 20),
        (3, "SyrianCrisis_bbc", date(2012, 2, 1), 200),
    ],
)
def test_no_orphan_and_no_cut_sentence_in_any_window_of_real_news(
    timelines, number, name, begun, days
):
    chance = random.Random(number)
    edition = find_edition(timelines, None)
    paths = [GOLD / f"{name}.articles.jsonl.gz"]
    sources = read_sources(timelines, edition, paths=paths)
    for _ in range(2):
        first = begun + timedelta(days=chance.randrange(days))
        made = briefing_of(timelines, edition, sources, first, chance.choice((2, 4)))
        assert faults(made) == []
        assert breaches(made, sources, edition.config.max_share) == []


def test_a_breach_would_be_told(seeds):
    made = briefing_of(*seeds, date(2025, 2, 3), 5)
    assert {what for what, _ in breaches(made, seeds[2], 0.05)} == {"share"}
    again = replace(made, sections=made.sections * 2)
    assert "twice" in {what for what, _ in breaches(again, seeds[2], 1)}
