"""What is held: bars of a sentence, caveats, contradictions, headlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from briefing.annotate import annotate
from briefing.compose.edits import edits_of
from briefing.config.schema import TopicConfig
from briefing.model.article import Published
from briefing.model.slot import Slot
from briefing.model.span import DateRange
from briefing.select.candidates import find_candidates
from briefing.select.headlines import unsupported
from briefing.select.printable import why_barred
from briefing.select.topics import topics_of
from briefing.select.withhold import withhold
from briefing.text.caveats import is_caveat, is_unproven
from tests.test_attribution import NAMES, make_article

FOLDER = Path(__file__).parent / "cases" / "held"
MONDAY = date(2025, 3, 3)
ZONE = ZoneInfo("Europe/Oslo")
SLOT = Slot(
    window=DateRange.through(date(2025, 2, 28), MONDAY),
    since=datetime(2025, 2, 27, 23, 59, tzinfo=ZONE),
    cut_off=datetime(2025, 3, 3, 23, 59, tzinfo=ZONE),
    as_of=datetime(2025, 3, 3, 23, 59, tzinfo=ZONE),
    previous=None,
)


def load(name):
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


def title(case):
    return case.get("title") or case.get("headline") or case["text"]


def published(paragraphs, *, kind="original", id="a"):
    article = make_article(paragraphs)
    return replace(article, id=id, kind=kind, published=Published(value=MONDAY))


def candidates_of(articles):
    passages = {each.id: annotate(each, names=NAMES) for each in articles}
    return find_candidates(
        passages,
        articles,
        uses={each.id: "in" for each in articles},
        days={each.id: MONDAY for each in articles},
        slot=SLOT,
        topics=topics_of({"sea": TopicConfig(any=("Bodo", "ferries"))}, NAMES),
    )


@pytest.mark.parametrize("case", load("bars.yaml"), ids=title)
def test_sentence_is_barred_for_a_reason(case):
    article = published(case["text"], kind=case.get("kind", "original"))
    passage = annotate(article, names=NAMES)[-1]
    assert why_barred(passage, passage.sentences[-1], article) == case["why"]


@pytest.mark.parametrize("case", load("caveats.yaml"), ids=title)
def test_caveat_is_known(case):
    assert is_caveat(case["text"]) is case["caveat"]
    assert is_unproven(case["text"]) is case["unproven"]


@pytest.mark.parametrize("case", load("claims.yaml"), ids=title)
def test_what_is_denied_elsewhere_or_unproven_is_held(case):
    articles = [published(text, id=str(at)) for at, text in enumerate(case["articles"])]
    found = candidates_of(articles)
    held = {c.sentence.text: c.barred for c in found if c.barred}
    leaning = {text for text, why in held.items() if why.startswith("leans on")}
    assert {t: w for t, w in held.items() if t not in leaning} == case["held"]


@pytest.mark.parametrize("case", load("headlines.yaml"), ids=title)
def test_headline_is_held_to_its_text(case):
    article = replace(published([case["text"]]), headline=case["headline"])
    assert unsupported(article) == case["lacks"]


def rank(candidate, total=3.0):
    return replace(candidate, scores={"total": total})


def test_a_translated_figure_that_another_gives_is_not_held():
    translated = published(
        ["Northland stopped 40 ferries off Bodo."], kind="machine_translation"
    )
    other = published(["Kari Sund counted 40 ferries off Bodo."], id="b")
    alone = [rank(c) for c in candidates_of([translated])]
    assert [held.why for held in withhold([], {}, alone)] == [
        "a figure that only a machine translation gives: never quoted"
    ]
    both = [rank(c) for c in candidates_of([translated, other])]
    assert withhold([], {}, both) == ()


def test_comments_and_page_furniture_are_nothing_for_an_editor():
    article = published(["We should close Bodo.", "Last updated at nine in Bodo."])
    found = [rank(c) for c in candidates_of([article])]
    assert all(c.barred for c in found)
    assert withhold([], {}, found) == ()


def test_what_would_not_be_printed_anyway_is_not_held():
    article = published(["And they closed Bodo."])
    found = candidates_of([article])
    assert withhold([], {}, [rank(c, 0.5) for c in found]) == ()
    assert len(withhold([], {}, [rank(c, 4.0) for c in found])) == 1


def test_a_doubled_word_is_cut_also_behind_its_sentence():
    article = published(
        ["Kari Sund spoke. Nordmann said in in Bodo that ferries wait."]
    )
    (passage,) = annotate(article, names=NAMES)
    edits = edits_of(
        passage, passage.sentences[1], follows=True, language="en", year=2025
    )
    assert [edit.text for edit in edits] == ["[…]"]
