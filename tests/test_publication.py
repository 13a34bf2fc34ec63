"""Publication days that no source states."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from briefing.annotate.publication import infer_published
from briefing.ingest import find_blocks
from briefing.model.article import Article, Published
from briefing.text.days import interval_words

CASES = Path(__file__).parent / "cases" / "publication"
DAY_ONE = date(2022, 2, 24)


def cases(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def article(id, text, *, published=None, modified=None, retrieved=None):
    return Article(
        id=id,
        path=f"{id}.txt",
        text=text,
        sha256="",
        blocks=find_blocks(text),
        reader="plain",
        published=Published(published),
        modified=modified,
        retrieved=retrieved,
    )


def shown(published):
    return {
        "not_before": published.not_before,
        "not_after": published.not_after,
        "tied": published.tied if published.rule else False,
        "rule": published.rule,
    }


@pytest.mark.parametrize("case", cases("alone.yaml"), ids=lambda case: case["title"])
def test_an_article_alone(case):
    limits = {key: case.get(key) for key in ("modified", "retrieved")}
    made = article("a", case["text"], **limits)
    (placed,) = infer_published([made], day_one=DAY_ONE)
    expected = dict(case["expected"])
    if expected["not_before"] is None and expected["not_after"] is None:
        expected["rule"] = None
    assert shown(placed.published) == expected
    if placed.published.rule:
        assert placed.published.source == "inferred"
        assert placed.published.evidence


@pytest.mark.parametrize("case", cases("together.yaml"), ids=lambda case: case["title"])
def test_articles_together(case):
    made = [article(id, **facts) for id, facts in case["articles"].items()]
    placed = {one.id: one.published for one in infer_published(made, day_one=DAY_ONE)}
    for id, expected in case["expected"].items():
        assert shown(placed[id]) == expected, placed[id]


def test_a_stated_day_is_never_touched():
    made = article("a", "Days 1,076-1,080\n\nIt rained.", published=date(2024, 5, 1))
    assert infer_published([made], day_one=DAY_ONE) == (made,)


def test_the_order_of_the_articles_does_not_matter():
    case = cases("together.yaml")[-1]
    made = [article(id, **facts) for id, facts in case["articles"].items()]
    forth = infer_published(made, day_one=DAY_ONE)
    back = infer_published(made[::-1], day_one=DAY_ONE)
    assert forth == back[::-1]


@pytest.mark.parametrize(
    ("first", "last", "written", "words"),
    [
        ((2025, 2, 7), None, "2025-02-07/..", "[not before 7 February 2025]"),
        (None, (2025, 2, 7), "../2025-02-07", "[not after 7 February 2025]"),
        (
            (2024, 8, 10),
            (2024, 8, 16),
            "2024-08-10/2024-08-16",
            "[between 10 August 2024 and 16 August 2024]",
        ),
        ((2025, 2, 7), (2025, 2, 7), "2025-02-07/2025-02-07", "[7 February 2025]"),
    ],
)
def test_an_interval_is_written_as_librarians_do(first, last, written, words):
    days = [date(*day) if day else None for day in (first, last)]
    published = Published(source="inferred", not_before=days[0], not_after=days[1])
    assert published.written == written
    assert interval_words(*days, "en") == words
    assert replace(published, tied=False).day is None
