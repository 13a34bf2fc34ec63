"""What has just been built is sound: `verify` finds no fault, whatever the articles.

The second half needs the articles that lie outside the project, and is skipped
where there are none.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.config.load import find_edition, load_desk
from briefing.config.schema import house_of
from briefing.model.span import DateRange
from briefing.pipeline import make_issue, read_sources
from briefing.render import pictures_of
from briefing.schedule import slot_for
from briefing.verify import verify_issue

ROOT = Path(__file__).resolve().parents[1]
TIMELINES = ROOT.parent / "shared" / "gold" / "timelines"
SECTIONS = (
    "takeaways", "figures", "topics", "ahead", "timeline", "background", "sources",
    "colophon",
)  # fmt: skip
NOW = datetime(2026, 1, 1, tzinfo=UTC)

SEEDS = (
    ("roundup", "2025-02-07", 5, ("Kursk Sudzha", "injured killed", "Ukraine")),
    ("note", "2025-02-06", 2, ("drones", "refinery", "injured", "missile", "Ukraine")),
    ("sitrep", "2025-02-05", 3, ("substation electricity", "Kellogg troops")),
    ("assessment", "2025-02-08", 14, ("evacuated aid", "missile refinery", "injured")),
)
"""Style, last day, number of days, and the words of each topic."""
FLU = (
    ("roundup", "2009-05-03", 4, ("cases deaths", "vaccine", "schools travel")),
    ("sitrep", "2009-06-11", 7, ("WHO pandemic", "cases", "deaths")),
)


def open_desk(root, sources, windows):
    """Write a desk with an edition for each window, and open it."""
    topics = {}
    editions = {}
    for at, (style, _, days, told) in enumerate(windows):
        own = {f"t{at}-{n}": {"any": words.split()} for n, words in enumerate(told)}
        topics |= own
        editions[f"e{at}"] = {"style": style, "history": True, "topics": list(own)}
        editions[f"e{at}"] |= {"covers": f"last {days}d", "sections": SECTIONS}
        editions[f"e{at}"] |= {"require": {"articles": 0, "items": 0}}
    config = {"desk": {"timezone": "UTC", "day_one": "2022-02-24"}}
    config |= {"names": str(ROOT / "config" / "names.yaml"), "topics": topics}
    config |= {"sources": [str(path) for path in sources], "editions": editions}
    path = root / "briefing.yaml"
    path.write_text(json.dumps(config), encoding="utf-8")
    return load_desk(path, cwd=root)


def built(desk, name, sources, *, last, days):
    """Build the issue of a window, and verify it as it lies on disk."""
    edition = find_edition(desk, name)
    house = house_of(desk.config.desk, edition.config)
    window = DateRange.through(last - timedelta(days=days - 1), last)
    slot = slot_for(edition, house, now=NOW, window=window)
    reports = desk.root / "reports"
    made = make_issue(
        desk, edition, slot, sources=sources, formats=("md", "json"), reports=reports
    )
    folder = reports / name / last.isoformat()
    folder.mkdir(parents=True)
    for ending, raw in made.files.items():
        (folder / f"{name}-{last}.{ending}").write_bytes(raw)
    for file, raw in pictures_of(made.briefing).items():
        (folder / file).write_bytes(raw)
    texts = {article.id: article.text for article in sources.reading.articles}
    names = {each: one.party for one in desk.names.names for each in one.spellings}
    path = folder / f"{name}-{last}.md"
    return verify_issue(path, texts=texts, names=names)


def check_windows(root, articles, windows):
    desk = open_desk(root, [articles], windows)
    sources = read_sources(desk, find_edition(desk, "e0"))
    for at, (_, last, days, _) in enumerate(windows):
        end = date.fromisoformat(last)
        # The issue before, so that the one that follows is compared with it.
        for back in (days, 0):
            until = end - timedelta(days=back)
            report = built(desk, f"e{at}", sources, last=until, days=days)
            assert [str(fault) for fault in report.faults] == []
        assert report.checked["printed"] > 0


def test_an_issue_of_the_samples_has_no_fault(tmp_path):
    check_windows(tmp_path, ROOT / "seeds", SEEDS)


def test_an_issue_of_other_articles_has_no_fault(tmp_path):
    articles = TIMELINES / "H1N1_guardian.articles.jsonl.gz"
    if not articles.is_file():
        pytest.skip("these articles lie outside the project")
    check_windows(tmp_path, articles, FLU)
