"""The assessment: one measure, endnotes with all their sources, no page half empty."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from briefing.cli.sample import sample_briefing
from briefing.preview.fixtures import empty
from briefing.render import load_style, render

pytestmark = pytest.mark.pdf


def pages(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


@pytest.fixture(scope="module")
def week() -> list[str]:
    made = render(sample_briefing(), load_style("assessment"), formats=("pdf",))
    return pages(made.files["pdf"])


def test_a_usual_week_is_six_pages(week: list[str]) -> None:
    assert len(week) == 6


def test_all_toplines_stand_on_the_first_page(week: list[str]) -> None:
    topics = ("Kursk", "Strikes on Ukraine", "Strikes in Russia", "Diplomacy")
    assert all(f"{topic}. " in week[0] for topic in topics)


def test_heads_tell_issue_and_section_by_turns(week: list[str]) -> None:
    assert all("Weekly roundup" in page for page in week[1::2])
    assert not any("Weekly roundup" in page for page in week[2::2])


def test_an_empty_week_is_one_page() -> None:
    issue = empty.make(sample_briefing())
    made = render(issue, load_style("assessment"), formats=("pdf",))
    (only,) = pages(made.files["pdf"])
    assert "Nothing we can print." in only
