"""The issues that styles are tried on, and what is wrong with a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

import pytest

from briefing.errors import UsageError
from briefing.preview.fault import fault_of
from briefing.preview.fixtures import FIXTURES, find_fixture
from briefing.preview.fixtures.many import ITEMS
from briefing.preview.setting import SetIssue, set_issue
from briefing.render import list_styles
from tests.preview_desk import FAULTY, make_style, sample_week

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return make_style(tmp_path)


@pytest.mark.parametrize("name", [name for name, _ in list_styles()])
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.NAME)
def test_every_style_sets_every_fixture(fixture: Any, name: str) -> None:
    made = set_issue(fixture.make(sample_week()), name, ())
    assert isinstance(made, SetIssue), made
    assert "None" not in made.manuscript


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.NAME)
def test_every_fixture_is_whole(fixture: Any) -> None:
    issue = fixture.make(sample_week())
    numbers = {citation.number for citation in issue.citations}
    articles = {article.id for article in issue.articles}
    figures = {figure.id for figure in issue.figures}
    items = [item for section in issue.sections for item in section.items]
    entries = [entry for section in issue.sections for entry in section.entries]
    for item in items:
        assert {*item.citations, *(said.citation for said in item.sentences)} <= numbers
        assert item.article in articles
    assert {citation.article for citation in issue.citations} <= articles
    assert {entry.figure for entry in entries if entry.figure} <= figures
    assert {entry.item for entry in entries if entry.item} <= {
        each.id for each in items
    }
    assert (
        len({item.id for item in items}) == len(items) or fixture.NAME == "everything"
    )


def test_the_fixtures_are_what_they_are_called() -> None:
    def items(name: str) -> list[Any]:
        sections = find_fixture(name).make(sample_week()).sections
        return [
            item for each in sections if each.type == "topic" for item in each.items
        ]

    assert [len(items(name)) for name in ("empty", "one", "many")] == [0, 1, ITEMS]
    headlines = [
        each.headline for each in find_fixture("long").make(sample_week()).articles
    ]
    assert min(len(each or "") for each in headlines) > 100
    named = find_fixture("rtl").make(sample_week()).articles
    assert {bidirectional((each.publisher or "")[0]) for each in named} == {"R", "AL"}
    bare = find_fixture("missing").make(sample_week())
    assert not any(
        each.headline or each.publisher or each.url for each in bare.articles
    )


def test_a_fixture_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no fixture 'wek'; did you mean 'week'"):
        find_fixture("wek")


def test_a_fault_comes_with_its_lines(style: Path) -> None:
    search = [style.parent]
    (style / "briefing.md.j2").write_text(FAULTY, encoding="utf-8")
    fault = fault_of("mine/briefing.md.j2:3: no 'lable'", "mine", search)
    assert (fault.where, fault.what) == ("mine/briefing.md.j2:3", "no 'lable'")
    assert [line.number for line in fault.lines] == [1, 2, 3, 4]
    assert [line.text for line in fault.lines if line.faulty] == ["{{ issue.lable }}"]


@pytest.mark.parametrize(
    ("message", "where", "numbers"),
    [
        ("page.css:1: odd", "page.css:1", [1, 2]),
        ("mine/page.css:2:5: odd", "mine/page.css:2:5", [1, 2]),
        ("mine/page.css:99: odd", "mine/page.css:99", []),
        ("mine/style.yaml:1: gone", "mine/style.yaml:1", []),
        ("page.css: the engine gave up", "page.css", []),
        ("something else: entirely", "", []),
    ],
)
def test_places_in_messages(
    style: Path, message: str, where: str, numbers: list[int]
) -> None:
    (style / "page.css").write_text("a {}\nb {}\n", encoding="utf-8")
    fault = fault_of(message, "mine", [style.parent])
    assert fault.where == where
    assert [line.number for line in fault.lines] == numbers


def test_a_style_by_path_has_its_lines_too(style: Path) -> None:
    (style / "page.css").write_text("a {}\n", encoding="utf-8")
    search = [style.parent.parent / "templates"]
    assert fault_of("mine/page.css:1: odd", "templates/mine", search).lines
