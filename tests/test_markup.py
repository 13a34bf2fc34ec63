"""Marks of terminals and of Markdown hide no number, and are none."""

from __future__ import annotations

import time

import pytest

from briefing.annotate import annotate
from briefing.annotate.attribution.markup import without_markup
from briefing.model.article import Article, Block
from briefing.model.names import NameList
from briefing.model.span import Span

SECONDS = 3


def read(text):
    block = Block(Span(0, len(text)), "paragraph", "test")
    article = Article("a", "a.txt", text, "0" * 64, (block,), "plain")
    (passage,) = annotate(article, names=NameList(()))
    return passage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\x1b[32m9 sailors\x1b[0m drowned on Monday.", ["9 sailors drowned"]),
        ("\x1b]0;40 boats\x07Some 9 sailors drowned.", ["9 sailors drowned"]),
        ("`19` sailors *were* rescued.", ["19 sailors rescued"]),
        ("Some **19** _sailors_ drowned.", ["19 sailors drowned"]),
        ("The [19](http://a.example/20) sailors drowned.", ["19 sailors drowned"]),
    ],
)
def test_figures_between_marks(text, told):
    found = [f"{f.text} {f.what} {f.event}" for f in read(text).figures]
    assert found == told


def test_offsets_stay_what_they_are():
    text = "\x1b[1mThe [harbour](x) of_Bodo *lost* 3*4 boats_ `now`."
    blanked = without_markup(text)
    assert len(blanked) == len(text)
    assert all(a in (b, " ") for a, b in zip(blanked, text, strict=True))
    assert blanked.split() == [
        "The",
        "harbour",
        "of_Bodo",
        "lost",
        "3*4",
        "boats",
        "now",
        ".",
    ]
    assert without_markup("A plain text.") == "A plain text."


@pytest.mark.parametrize("piece", ["\x1b[", "[a](", "*", "`_a", "[a]((", "\x1b]a"])
def test_time_is_linear(piece):
    begin = time.perf_counter()
    without_markup(piece * (500_000 // len(piece)))
    assert time.perf_counter() - begin < SECONDS
