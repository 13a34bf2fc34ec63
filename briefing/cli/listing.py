"""What was found in an article, as a page to read."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from dataclasses import asdict
from typing import TYPE_CHECKING, Generic, TypeVar

from briefing.cli.reasons import timex_words
from briefing.text.unseen import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.cli.findings import (
        InspectedArticle,
        InspectedBlock,
        InspectedFigure,
        InspectedSentence,
        InspectedTimex,
    )

Placed = TypeVar("Placed", bound="InspectedSentence | InspectedTimex | InspectedFigure")
_WIDTH = 88
_INDENT = " " * 12
_JUNK_SHOWN = 60
_BEGIN_SHOWN = 40


def list_findings(found: InspectedArticle) -> str:
    """Write an article's roles, dates and figures, block by block."""
    return "\n".join([*_head(found), *_blocks(found), ""])


def _head(found: InspectedArticle) -> Iterator[str]:
    path = printable(found.path)
    yield path
    yield "=" * min(len(path), _WIDTH)
    published = found.published
    stated = (
        f"{published.value} ({published.from_}: {published.evidence}; {published.rule}"
        f"{'' if published.tied else '; not tied to a day'})"
        if published.value
        else "not stated, and nothing in its words ties it to a day"
    )
    for label, value in (
        ("headline", found.headline),
        ("byline", found.byline),
        ("publisher", found.publisher),
        ("published", stated),
        ("kind", found.kind),
        ("url", found.url),
    ):
        if value:
            yield f"{label:11} {one_line(value)}"
    yield ""


def _blocks(found: InspectedArticle) -> Iterator[str]:
    sentences, figures = _Placed(found.sentences), _Placed(found.figures)
    timexes = _Placed(found.timexes)
    for number, block in enumerate(found.blocks, start=1):
        words = " ".join(found.text[block.start : block.end].split())
        yield f"{number:3} {block.role}  [{block.rule}]"
        if block.role == "junk":
            yield f"{_INDENT}{textwrap.shorten(words, _JUNK_SHOWN, placeholder=' …')}"
            continue
        yield textwrap.fill(
            words, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
        )
        for sentence in sentences.within(block):
            yield from _sentence_lines(found, sentence, timexes.within(sentence))
        yield from map(_figure_line, figures.within(block))


class _Placed(Generic[Placed]):
    """What was found, in its order, to be asked for by place: blocks are many."""

    def __init__(self, found: Sequence[Placed]) -> None:
        self.found = sorted(found, key=_start)
        self.starts = [one.start for one in self.found]

    def within(self, part: InspectedBlock | InspectedSentence) -> Sequence[Placed]:
        """Give what begins within a part of the text."""
        first = bisect_left(self.starts, part.start)
        return self.found[first : bisect_left(self.starts, part.end)]


def _start(one: InspectedSentence | InspectedTimex | InspectedFigure) -> int:
    return one.start


def _sentence_lines(
    found: InspectedArticle,
    sentence: InspectedSentence,
    timexes: Sequence[InspectedTimex],
) -> Iterator[str]:
    """Write the time expressions of a sentence, and the day that they make."""
    for one in timexes:
        yield f"    date    {one_line(timex_words(asdict(one)))}"
    told = list(_days_told(sentence))
    if told:
        words = " ".join(found.text[sentence.start : sentence.end].split())
        begin = textwrap.shorten(words, _BEGIN_SHOWN, placeholder=" …")
        yield f"    days    {'; '.join(told)}  [{begin}]"


def _days_told(sentence: InspectedSentence) -> Iterator[str]:
    """Say in words what is known of when."""
    runs = (
        f"{run.first_day}"
        if run.first_day == run.last_day
        else f"{run.first_day} to {run.last_day}"
        for run in sentence.event_days
    )
    days = ", ".join(runs)
    if days:
        before = sentence.days_from == "sentence before"
        yield f"{days}, inherited from the sentence before" if before else days
    elif sentence.days_from == "publication":
        yield "none named, at the latest the day of publication"
    if sentence.said_on:
        yield f"said on {sentence.said_on}"
    if sentence.aspect != "reported":
        yield sentence.aspect


def _figure_line(figure: InspectedFigure) -> str:
    parts = [
        f"{figure.comparator} {_amount(figure)} {figure.unit}",
        figure.what,
        figure.event,
        figure.attribution_name or figure.attribution,
    ]
    told = "; ".join(part for part in parts if part)
    return f"    figure  {one_line(figure.text)}: {one_line(told)}  [{figure.rule}]"


def _amount(figure: InspectedFigure) -> str:
    if figure.value is not None:
        return f"{figure.value:,}"
    if figure.low is None and figure.high is None:
        return "no number"
    ends = ("?" if end is None else f"{end:,}" for end in (figure.low, figure.high))
    return " to ".join(ends)
