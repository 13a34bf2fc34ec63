"""Endnotes: one for each printed sentence or figure, with all its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.render.figures import doubts_of, own_rows
from briefing.render.lookups import citations_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.render.lookups import Index
    from briefing.render.record import Record

_SIGN = re.compile(r"\w+|[^\w\s]")
_OPENING = 5
"""Words and signs that a note repeats of what it backs."""
_UNSETTLED = ("contested", "differs")
"""Standings of figures that nobody should take for settled."""


def endnotes_of(sections: Sequence[Record], index: Index) -> list[Record]:
    """Give the endnotes of an issue, each with what it backs and its citations.

    A citation stands in one note, that of the first thing which it backs.

    Returns:
        Notes by their first number: `words` are the first of the quote, or those of
        the figure, `citations` the citations, by number.
    """
    noted: set[int] = set()
    notes = []
    for words, numbers in _backed(sections, index):
        new = sorted({each for each in numbers if each in index.citations} - noted)
        if new:
            noted.update(new)
            cited = [index.citations[number] for number in new]
            notes.append({"words": words, "citations": cited})
    return sorted(notes, key=_first_number)


def _first_number(note: Record) -> int:
    number: int = note["citations"][0]["number"]
    return number


def _backed(
    sections: Sequence[Record], index: Index
) -> Iterator[tuple[str, list[int]]]:
    """Yield what is printed and the numbers of its citations; sentences first."""
    for section in sections:
        for item in section["items"]:
            for sentence in item["sentences"]:
                quoted = index.citations.get(sentence["citation"])
                words = quoted["quote"] if quoted else sentence["text"]
                yield _opening(words), citations_of(sentence)
    for section in sections:
        if section["type"] == "figures":
            for entry in section["entries"]:
                figure = index.figures[entry["figure"]]
                cited = [claim["citation"] for claim in figure["claims"]]
                yield figure["pin"] or figure["label"], cited


def _opening(quote: str) -> str:
    """Give the first words of a quote, too few to be taken for the quote itself."""
    words = quote.split()
    end, signs = 0, 0
    for word in words:
        signs += len(_SIGN.findall(word))
        if end and signs > _OPENING:
            break
        end += 1
    opening = " ".join(words[:end])
    return opening if end == len(words) else f"{opening} …"


def unsettled_of(section: Record, index: Index) -> list[Record]:
    """Give the figures of a section that nobody should take for settled.

    They are disputed, given otherwise by others, or doubted where they are given.
    """
    figures = [index.figures[entry["figure"]] for entry in own_rows(section, index)]
    return [each for each in figures if each["status"] in _UNSETTLED or doubts_of(each)]
