"""Finding listed spellings in a text, whatever the typesetter made of them.

Capitals, accents, typographic apostrophes, hyphens and spaces make no
difference: "Zaporizhzhia-direction" is found in "ZAPORIZHZHIA‑DIRECTION". Only
whole words count; a possessive ("Kyiv's", "Biden’s") does not stand in the way.
Where two spellings begin at one place, the longer wins.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TOKEN = re.compile(r"[^\W_]+")
_EDGES = re.compile(r"^[\W_]+|[^\w.]+$")
_MARKS = re.compile("[\u0300-\u036f]")
_PLURALS = ("s", "es")

_PLAIN = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\t\r\n\u00a0\u2007\u2009\u202f", " "),
}


class _Folding(dict[int, str]):
    """One character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _PLAIN.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        folded = base if len(base) == 1 else char
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Fold capitals, accents, apostrophes, hyphens and spaces; same length."""
    return text.translate(_FOLDING)


def _fold_marks(text: str) -> tuple[str, list[int] | None]:
    """Fold, and drop free-standing accents; with offsets when any was dropped."""
    folded = fold(text)
    if folded.isascii() or not _MARKS.search(folded):
        return folded, None
    kept = [at for at, char in enumerate(folded) if not _MARKS.match(char)]
    return "".join(folded[at] for at in kept), [*kept, len(text)]


class SpellingPattern(NamedTuple):
    """A list of spellings, made ready for finding."""

    by_token: Mapping[str, tuple[tuple[str, str], ...]]
    """First word, folded, to (folded spelling, spelling as listed), longest first."""
    plurals: bool = False
    """Whether a plural ending is tolerated."""

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Span, str]]:
        """Yield each place and the listed spelling found there, left to right."""
        folded, offsets = _fold_marks(text[start:end])
        reached = 0
        for token in _TOKEN.finditer(folded):
            listed = self.by_token.get(token.group())
            if listed is None or token.start() < reached:
                continue
            for spelling, name in listed:
                stop = self._stop(folded, token.start(), spelling)
                if stop is not None:
                    reached = stop
                    yield _place(token.start(), stop, start, offsets), name
                    break

    def search(self, text: str) -> Span | None:
        """Give the first place where any spelling stands, or None."""
        return next((span for span, _ in self.finditer(text)), None)

    def _stop(self, folded: str, at: int, spelling: str) -> int | None:
        """Give the end of `spelling` when it stands at `at` as whole words."""
        if not folded.startswith(spelling, at):
            return None
        stop = at + len(spelling)
        if _is_edge(folded, stop) or not spelling[-1].isalnum():
            return stop
        if self.plurals:
            for plural in _PLURALS:
                longer = stop + len(plural)
                if folded.startswith(plural, stop) and _is_edge(folded, longer):
                    return longer
        return None


def _is_edge(folded: str, at: int) -> bool:
    return at >= len(folded) or not (folded[at].isalnum() or folded[at] == "_")


def _place(start: int, stop: int, base: int, offsets: list[int] | None) -> Span:
    if offsets is None:
        return Span(base + start, base + stop)
    return Span(base + offsets[start], base + offsets[stop])


def spelling_pattern(
    spellings: Iterable[str], *, plurals: bool = False
) -> SpellingPattern:
    """Make a list of spellings ready for finding.

    Args:
        spellings: Names or phrases in any order; ones without a letter or digit
            find nothing.
        plurals: Find "missile strikes" for "missile strike", too.

    Returns:
        The pattern: `finditer(text)` for all places, `search(text)` for the first.
    """
    found: dict[str, dict[str, str]] = {}
    for spelling in spellings:
        folded, _ = _fold_marks(" ".join(spelling.split()))
        folded = _EDGES.sub("", folded)
        first = _TOKEN.match(folded)
        if first:
            found.setdefault(first.group(), {}).setdefault(folded, spelling)
    return SpellingPattern(
        {
            token: tuple(
                sorted(listed.items(), key=lambda pair: (-len(pair[0]), pair[0]))
            )
            for token, listed in found.items()
        },
        plurals,
    )
