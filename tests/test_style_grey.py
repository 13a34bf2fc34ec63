"""Black on white: nothing that a style tells is told by colour alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from briefing.render import load_style, render
from briefing.render.specimen import full_briefing
from briefing.render.strings import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLES = ("roundup", "note", "sitrep", "assessment")


def boxes_of(style: str) -> Iterator[Any]:
    """Give what the layout engine makes of a short issue."""
    import weasyprint

    made = render(full_briefing(style), load_style(style), formats=("html",))
    page = made.files["html"].decode()
    for each in weasyprint.HTML(string=page).render().pages:
        yield from each._page_box.descendants()


def classes_of(box: Any) -> list[str]:
    element = box.element
    return (element.get("class") or "").split() if element is not None else []


@pytest.mark.pdf
@pytest.mark.parametrize("style", STYLES)
def test_a_mark_is_told_from_a_number_by_more_than_its_colour(style: str) -> None:
    """It stands above the line, but in the column of a table that has marks alone."""
    in_column = re.compile(r"\bsource\b")
    found = 0
    columns: set[Any] = set()
    for box in boxes_of(style):
        if in_column.search(" ".join(classes_of(box))) and box.element_tag == "td":
            columns |= set(box.element.iter())
        if "cites" in classes_of(box) and not hasattr(box, "text"):
            found += 1
            raised = box.style["vertical_align"] not in ("baseline", 0)
            assert raised or box.element in columns, style
    assert found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_each_standing_is_a_word_of_its_own(style: str, language: str) -> None:
    labels = in_language(load_style(style), language).labels
    words = list(labels["status"].values())
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("style", STYLES)
def test_a_standing_is_printed_as_its_word(style: str) -> None:
    house = load_style(style)
    page = render(full_briefing(style), house, formats=("md",)).files["md"].decode()
    for words in house.labels["status"].values():
        assert f"*{words}*" in page
