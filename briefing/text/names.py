"""Finding listed spellings in a text, whatever the typesetter made of them.

Capitals, accents, typographic apostrophes, hyphens and spaces make no
difference: "Zaporizhzhia-direction" is found in "ZAPORIZHZHIA‑DIRECTION". Only
whole words count; a possessive ("Kyiv's", "Biden’s") does not stand in the way.
Where two spellings begin at one place, the longer wins.

Where it is known which name a spelling belongs to, its transliterations are found
as well (see `briefing.text.alike`): "Charkow" and "Харькове" for "Kharkiv". What is
listed as such always comes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.span import Span
from briefing.text.alike import Alike, alike_of, word_run
from briefing.text.fold import fold, fold_text
from briefing.text.sounds import firm_letters, sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.names import Name

_TOKEN = re.compile(r"[^\W_]+")
_EDGES = re.compile(r"^[\W_]+|[^\w.]+$")
_PLURALS = ("s", "es")
REMEMBERED = 1 << 16
"""Words whose sound is kept in mind."""


class Sounding(dict[str, tuple[tuple[str, Alike], ...]]):
    """What a folded word may begin by its sound, worked out when it is first met."""

    def __init__(self, names: Iterable[Name]) -> None:
        super().__init__()
        found: dict[str | None, list[tuple[str, Alike]]] = {}
        for name in names:
            for spelling, alike in alike_of(name):
                for firm in alike.firm:
                    found.setdefault(firm, []).append((spelling, alike))
        self.by_firm = {
            firm: sorted(those, key=lambda one: -len(one[1].words))
            for firm, those in found.items()
        }

    def __missing__(self, word: str) -> tuple[tuple[str, Alike], ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = tuple(
            (spelling, alike)
            for spelling, alike in self.by_firm.get(firm_letters(word), ())
            if alike.words[0] & sounds(word, alike.family)
        )
        return self[word]


class SpellingPattern(NamedTuple):
    """A list of spellings, made ready for finding."""

    by_token: Mapping[str, tuple[tuple[str, str], ...]]
    """First word, folded, to (folded spelling, spelling as listed), longest first."""
    plurals: bool = False
    """Whether a plural ending is tolerated."""
    by_sound: Sounding | None = None
    """The transliterations that a word may begin; None where none are looked for."""

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Span, str]]:
        """Yield each place and the listed spelling found there, left to right."""
        body = text[start:end]
        folded, offsets = fold_text(body)
        reached = 0
        for token in _TOKEN.finditer(folded):
            at = token.start()
            if at < reached:
                continue
            found = self._listed(folded, at, token.group())
            if found is None and self.by_sound is not None:
                origin = offsets[at] if offsets else at
                if body[origin].isupper():
                    # Accents tell č from c; where letters moved, do without.
                    spoken = folded if offsets else body
                    found = _alike(self.by_sound, spoken, at)
            if found:
                reached, name = found
                yield _place(at, reached, start, offsets), name

    def search(self, text: str) -> Span | None:
        """Give the first place where any spelling stands, or None."""
        return next((span for span, _ in self.finditer(text)), None)

    def _listed(self, folded: str, at: int, token: str) -> tuple[int, str] | None:
        """Give the end and the name of the longest spelling listed that stands here."""
        for spelling, name in self.by_token.get(token, ()):
            stop = self._stop(folded, at, spelling)
            if stop is not None:
                return stop, name
        return None

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


def _alike(sounding: Sounding, spoken: str, at: int) -> tuple[int, str] | None:
    """Give the end and the name of a transliteration that stands here."""
    word = word_run(spoken, at, 1)
    if not word:
        return None
    for name, alike in sounding[word[0][0]]:
        run = word_run(spoken, at, len(alike.words))
        if run and alike.is_said_by([part[0] for part in run]):
            return run[-1].end(), name
    return None


def _is_edge(folded: str, at: int) -> bool:
    return at >= len(folded) or not (folded[at].isalnum() or folded[at] == "_")


def _place(start: int, stop: int, base: int, offsets: list[int] | None) -> Span:
    if offsets is None:
        return Span(base + start, base + stop)
    # To the end of the last character, with the accents that stand behind it.
    end = max(offsets[stop], offsets[stop - 1] + 1)
    return Span(base + offsets[start], base + end)


def spelling_pattern(
    spellings: Iterable[str] | Mapping[str, Name], *, plurals: bool = False
) -> SpellingPattern:
    """Make a list of spellings ready for finding.

    Args:
        spellings: Names or phrases in any order; ones without a letter or digit
            find nothing. Where each is given with the listed name that it belongs
            to, transliterations are found, too.
        plurals: Find "missile strikes" for "missile strike", too.

    Returns:
        The pattern: `finditer(text)` for all places, `search(text)` for the first.
    """
    found: dict[str, dict[str, str]] = {}
    for spelling in spellings:
        folded = _EDGES.sub("", fold(" ".join(spelling.split())))
        first = _TOKEN.match(folded)
        if first:
            found.setdefault(first.group(), {}).setdefault(folded, spelling)
    by_token = {
        token: tuple(sorted(listed.items(), key=lambda pair: (-len(pair[0]), pair[0])))
        for token, listed in found.items()
    }
    names = spellings.values() if isinstance(spellings, Mapping) else ()
    sounding = Sounding(dict.fromkeys(names))
    return SpellingPattern(by_token, plurals, sounding if sounding.by_firm else None)
