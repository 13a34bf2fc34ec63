"""Words set as HTML: what runs from right to left, and where lines break."""

from __future__ import annotations

import re

import pytest
import weasyprint  # type: ignore[import-untyped]
from weasyprint.formatting_structure import (  # type: ignore[import-untyped]
    boxes,
)

from briefing.render.inline import Citations, set_inline
from briefing.render.parse import parse_manuscript

WIDTHS = range(90, 260, 2)


def set_words(words: str) -> str:
    inline = next(t for t in parse_manuscript(words) if t.type == "inline")
    return set_inline(inline.children or (), Citations(frozenset({12})))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“عنوان (عاجل)”, 5 May", "“<bdi>عنوان (عاجل)</bdi>”, 5 May"),
        ("“عنوان جديد!”, 5 May", "“<bdi>عنوان جديد!</bdi>”, 5 May"),
        ("“2025: عنوان?”, 5 May", "“<bdi>2025: عنوان?</bdi>”, 5 May"),
        ("“عنوان on the coast”", "“<bdi>عنوان</bdi> on the coast”"),
        ("the paper عنوان (5 May)", "the paper <bdi>عنوان</bdi> (5 May)"),
    ],
)
def test_a_headline_that_runs_from_right_to_left_keeps_its_signs(
    words: str, expected: str
) -> None:
    assert set_words(words) == expected


def lines_of(words: str) -> list[list[str]]:
    """Give the lines of the words, in paragraphs of all kinds of width."""
    style = "@page { size: 400px 9000px } p { font: 10px serif; margin: 0 }"
    each = "".join(f'<p style="width: {width}px">{words}</p>' for width in WIDTHS)
    page = weasyprint.HTML(string=f"<style>{style}</style>{each}").render().pages[0]
    lines = [b for b in page._page_box.descendants() if isinstance(b, boxes.LineBox)]
    return [
        [box.text for box in line.descendants() if isinstance(box, boxes.TextBox)]
        for line in lines
    ]


@pytest.mark.parametrize("end", ["", " and in the town"])
def test_words_that_do_not_break_leave_the_lines_before_them_full(end: str) -> None:
    told = f"Officials in the region told of nine of them{end} said [5 February]."
    words = set_words(f"{told} [12](#c12)")
    bare = re.sub("<[^>]+>", "", words)
    lines = ["".join(line) for line in lines_of(words)]
    assert lines == ["".join(line) for line in lines_of(bare)]
    assert not any(line.startswith(("12", "\N{NO-BREAK SPACE}")) for line in lines)
