"""Holds the lines beside quotes to those that the templates print, each as a whole.

What differs in a line that nearly stands is a fault; a line that is gone is an
editor's to take out, and is noted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from briefing.verify.lines import expected_lines, possible_lines
from briefing.verify.words import compared, spell, split_source, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.verify.lines import Line
    from briefing.verify.manuscript import Block
    from briefing.verify.wording import Wording
    from briefing.verify.words import Word

    Told = tuple[int, str]
    Phrase = tuple[str, ...]

Json = dict[str, Any]
_ALIKE = 0.6
_LONGEST = 600
"""Words of a line up to which it is compared with others."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of the lines of a manuscript."""

    exact: frozenset[int] = frozenset()
    """Places of blocks that are a line of the style, word for word."""
    changed: frozenset[int] = frozenset()
    """Places of blocks that were one, and are told."""
    told: tuple[Told, ...] = ()
    """What was changed in them."""
    gone: tuple[Told, ...] = ()
    """Lines that were taken out."""

    @property
    def places(self) -> frozenset[int]:
        """All places of which nothing else need be said."""
        return self.exact | self.changed


def settle_lines(
    blocks: Sequence[Block],
    record: Json,
    wording: Wording,
    taken: Iterable[int],
) -> Settled:
    """Find the lines of a style in a manuscript.

    Args:
        blocks: The blocks of the manuscript.
        record: The issue's record.
        wording: The words of its style.
        taken: Places of blocks that stand for something else.
    """
    lines: dict[Phrase, Line] = {}
    wanted: Counter[Phrase] = Counter()
    for line in expected_lines(record, wording):
        words = unquoted(split_source(line.text))
        if words:
            lines[words] = line
            wanted[words] += 1
    other = set(taken)
    found = {
        at: compared(block.words)
        for at, block in enumerate(blocks)
        if at not in other and block.kind != "row" and block.words
    }
    kept = {unquoted(split_source(each)) for each in possible_lines(record, wording)}
    exact = {at for at, words in found.items() if words in lines}
    own = {at for at, words in found.items() if words in kept - lines.keys()}
    if 2 * len(exact) < wanted.total():
        return Settled(frozenset(own))  # the style was another when the issue was set
    missing = wanted - Counter(found[at] for at in exact)
    told = list(_again(blocks, found, wanted))
    free = {
        at: words
        for at, words in found.items()
        if at not in exact | own
        and blocks[at].kind == "text"
        and len(words) <= _LONGEST
        and not any(word.mark for word in blocks[at].words)
    }
    gone: list[Told] = []
    changed = set()
    for phrase in missing.elements():
        at = _nearest(phrase, free)
        if at is not None:
            changed.add(at)
            del free[at]
            told += _changes(phrase, blocks[at])
        elif not lines[phrase].told:
            gone.append((1, f"the line {spell(phrase)!r} was taken out"))
    return Settled(frozenset(exact | own), frozenset(changed), tuple(told), tuple(gone))


def _again(
    blocks: Sequence[Block], found: dict[int, Phrase], wanted: Counter[Phrase]
) -> Iterator[Told]:
    """Yield lines that stand once more than they are printed."""
    met: Counter[Phrase] = Counter()
    for at, words in found.items():
        met[words] += 1
        if met[words] == wanted[words] + 1 > 1 and blocks[at].kind == "text":
            yield blocks[at].line, "this line stands here again; take one of them out"


def _nearest(phrase: Phrase, free: dict[int, Phrase]) -> int | None:
    """Give the place of the block that is most like a line; None if none is."""
    best, most = None, _ALIKE
    for at, words in free.items():
        matcher = SequenceMatcher(a=phrase, b=words, autojunk=False)
        if matcher.real_quick_ratio() < most or matcher.quick_ratio() < most:
            continue
        if (ratio := matcher.ratio()) >= most:
            best, most = at, ratio
    return best


def _changes(phrase: Phrase, block: Block) -> Iterator[Told]:
    words = [word for word in block.words if unquoted([word.text])]
    found = [word.text for word in words]
    matcher = SequenceMatcher(a=phrase, b=found, autojunk=False)
    for code, a, b, c, d in matcher.get_opcodes():
        if code != "equal":
            was_is = f"(was: {spell(phrase[a:b])!r}, is: {spell(found[c:d])!r})"
            yield _line(words, c, d), f"this is not what the record says {was_is}"


def _line(words: Sequence[Word], start: int, end: int) -> int:
    at = min(start if end > start else max(start - 1, 0), len(words) - 1)
    return words[at].line
