"""Checks the key figures, row by row or line by line, against the ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from briefing.verify.leftovers import check_rest
from briefing.verify.words import spell, split_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.words import Word

Json = dict[str, Any]
Phrase = tuple[str, ...]

_TOLD = 3
"""Numbers other than the first that a row tells."""
_KNOWN = 0.5
_KNOWN_BY_MARK = 0.2
"""Share of a figure's words that must stand in a row for the row to be its."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the row of a figure may and must say."""

    figure: Json
    """The figure."""
    needed: dict[str, tuple[Phrase, ...]]
    """Words that stand in it if the style prints such: what is counted, the amount,
    who says so, parts of the figure, other numbers given for it."""
    allowed: tuple[Phrase, ...]
    """Further words of the record that may stand in it."""
    marks: dict[str, Counter[int]]
    """The citation marks that go with the amount, the parts, the other numbers."""
    parts: tuple[Json, ...] = ()
    """The figures that are parts of it, in order."""

    @property
    def sayers(self) -> tuple[str, ...]:
        """Who gives the first number, each name once."""
        return self.sayers_of(self.figure["claims"][0])

    def sayers_of(self, claim: Json) -> tuple[str, ...]:
        """Who gives the number of a claim, each name once."""
        return tuple(_sayers(self.figure, claim))

    @property
    def doubts(self) -> tuple[str, ...]:
        """Words of doubt of those who give the first number."""
        return tuple(_doubts(self.figure))

    def others(self, figure: Json) -> list[Json]:
        """Give one claim for each number of a figure other than its first."""
        return _others(figure)

    def cited(self, figure: Json) -> list[int]:
        """Give the citations of a figure's first number."""
        return _cited(figure)

    @property
    def main(self) -> tuple[Phrase, ...]:
        """What is counted, the amount and who says so."""
        return (*self.needed["label"], *self.needed["amount"], *self.needed["sayers"])


def expected_rows(record: Json) -> tuple[Row, ...]:
    """Give the rows of the key figures; parts of a figure stand in its row."""
    by_id = {figure["id"]: figure for figure in record["figures"]}
    listed = [
        by_id[entry["figure"]]
        for section in record["sections"]
        for entry in section.get("entries", [])
        if entry.get("figure") in by_id
    ]
    ids = {figure["id"] for figure in listed}
    return tuple(
        _row(figure, _parts(figure, listed))
        for figure in listed
        if figure.get("pin") or figure.get("part_of") not in ids
    )


def _parts(figure: Json, listed: list[Json]) -> list[Json]:
    return [part for part in listed if part.get("part_of") == figure["id"]]


def _row(figure: Json, parts: list[Json]) -> Row:
    others = [claim for each in (figure, *parts) for claim in _others(each)]
    told = [each["claims"][0]["text"] for each in parts]
    needed = {
        "label": _split([figure.get("pin") or figure["label"]]),
        "amount": _split([figure["claims"][0]["text"]]),
        "sayers": _split(_sayers(figure, figure["claims"][0])),
        "doubts": _split(_doubts(figure)),
        "was": _split(
            [
                each["text"]
                for each in figure.get("was", [])[:1]
                if each["value"] != figure["claims"][0]["value"]
            ]
        ),
        "parts": _split(
            [*told, *(part.get("event") or part["label"] for part in parts)]
        ),
        "others": _split([claim["text"] for claim in others]),
    }
    everything = [figure, *parts]
    allowed = [
        each.get(key) for each in everything for key in ("label", "what", "event")
    ]
    allowed += [figure.get(key) for key in ("period", "place", "side")]
    allowed += [claim["text"] for each in everything for claim in each["claims"]]
    allowed += [each["text"] for each in figure.get("was", [])]
    allowed += list(_sayers(figure, None))
    marks = {
        "amount": Counter(_cited(figure)),
        "parts": Counter(number for part in parts for number in _cited(part)),
        "others": Counter(claim["citation"] for claim in others),
    }
    return Row(figure, needed, _split(allowed), marks, tuple(parts))


def _split(texts: Iterable[str | None]) -> tuple[Phrase, ...]:
    phrases = {split_source(text) for text in texts if text}
    return tuple(sorted(phrases - {()}, key=len, reverse=True))


def _number(claim: Json) -> tuple[object, ...]:
    return claim["value"], claim["low"], claim["high"]


def _others(figure: Json) -> list[Json]:
    """Give one claim for each number other than the first."""
    seen = {_number(figure["claims"][0])}
    others = []
    for claim in figure["claims"]:
        if _number(claim) not in seen:
            seen.add(_number(claim))
            others.append(claim)
    return others[:_TOLD]


def untold(figure: Json) -> int:
    """Count the numbers of a figure that its row leaves to the ledger."""
    return max(0, len({_number(claim) for claim in figure["claims"]}) - 1 - _TOLD)


def _cited(figure: Json) -> list[int]:
    first = _number(figure["claims"][0])
    return sorted(
        {each["citation"] for each in figure["claims"] if _number(each) == first}
    )


def _sayers(figure: Json, claim: Json | None) -> dict[str, None]:
    """Give who gives the number of a claim; with None who gives any."""
    names = [
        each.get("attribution_name") or each["attribution"]
        for each in figure["claims"]
        if claim is None or _number(each) == _number(claim)
    ]
    return dict.fromkeys(name for name in names if name)


def _doubts(figure: Json) -> dict[str, None]:
    first = _number(figure["claims"][0])
    doubts = [c.get("doubt") for c in figure["claims"] if _number(c) == first]
    return dict.fromkeys(doubt for doubt in doubts if doubt)


def row_of(block: Block, rows: Sequence[Row]) -> tuple[Row | None, float]:
    """Give the figure that a block is about, and how sure that is, from 0 to 1."""
    words = Counter(word.text for word in block.words if word.mark is None)
    marks = Counter(word.mark for word in block.words if word.mark is not None)

    def likeness(row: Row) -> tuple[float, int]:
        wanted = Counter(word for phrase in row.main for word in phrase)
        same = sum((wanted & words).values()) / max(1, sum(wanted.values()))
        return same, sum((row.marks["amount"] & marks).values())

    best = max(rows, key=likeness, default=None)
    if best is None:
        return None, 0.0
    same, common = likeness(best)
    known = same >= _KNOWN or (common and same >= _KNOWN_BY_MARK)
    return (best, same) if known else (None, 0.0)


def printed_kinds(told: Iterable[tuple[Block, Row]]) -> frozenset[str]:
    """Give what the style prints of a figure: what most rows have that could."""
    could: Counter[str] = Counter()
    does: Counter[str] = Counter()
    for block, row in told:
        for kind, phrases in row.needed.items():
            if phrases:
                words = [word for word in block.words if word.mark is None]
                could[kind] += 1
                does[kind] += all(_take(words, phrase) for phrase in phrases)
    return frozenset(kind for kind in could if 2 * does[kind] >= could[kind])


def check_row(
    block: Block, row: Row, kinds: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Yield what the row of a figure says that the ledger does not.

    Args:
        block: The row.
        row: What it should say.
        kinds: What the style prints of a figure.
    """
    name = f"figure {row.figure['id']}"
    yield from _check_marks(block, row, kinds, name)
    words = [word for word in block.words if word.mark is None]
    missing = [
        phrase
        for kind, phrases in row.needed.items()
        for phrase in phrases
        if not _take(words, phrase) and kind in kinds
    ]
    for phrase in row.allowed:
        _take(words, phrase)
    for phrase in missing:
        line = _line_of(words, phrase, block.line)
        rest = spell(word.text for word in words if word.text)
        yield line, f"{name} is changed (was: {spell(phrase)!r}, is: {rest!r})"
    yield from check_rest(words, row.figure, name)


def _check_marks(
    block: Block, row: Row, kinds: frozenset[str], name: str
) -> Iterator[tuple[int, str]]:
    marks = [word for word in block.words if word.mark is not None]
    found = [word.mark for word in marks]
    wanted: list[int | None] = []
    for kind in ("parts", "others", "amount"):
        if kind == "amount" or kind in kinds:
            wanted += row.marks[kind].elements()
    if Counter(found) == Counter(wanted):
        return
    matcher = SequenceMatcher(a=wanted, b=found, autojunk=False)
    at = next(code[3] for code in matcher.get_opcodes() if code[0] != "equal")
    line = marks[min(at, len(marks) - 1)].line if marks else block.line
    yield line, f"{name}: its marks are others (was: {wanted}, is: {found})"


def _line_of(words: Sequence[Word], phrase: Phrase, line: int) -> int:
    """Give the line of the first word that differs where a phrase is most nearly."""

    def same(start: int) -> int:
        part = [word.text for word in words[start : start + len(phrase)]]
        return sum((Counter(part) & Counter(phrase)).values())

    start = max(range(len(words)), key=same, default=0)
    pairs = zip(words[start:], phrase, strict=False)
    return next((word.line for word, text in pairs if word.text != text), line)


def _take(words: list[Word], phrase: Phrase) -> bool:
    """Take a phrase out of a row's words; False when it is not there."""
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if tuple(word.text for word in words[at : at + size]) == phrase:
            words[at : at + size] = [_gap(words[at])]
            return True
    return False


def _gap(word: Word) -> Word:
    return type(word)("", word.line)
