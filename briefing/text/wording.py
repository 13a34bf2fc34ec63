"""The words of a text, cut for looking terms up in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.text.alike import WORDS, Alike, word_run
from briefing.text.fold import WORD, fold_text
from briefing.text.forms import german_form, is_german, word_form
from briefing.text.sounds import firm_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

Phrase = tuple[str, ...]
"""A run of word forms. Those of a German sentence end with a sign of their own, since
"Rat" is a form of "Rates" and "rat" none of "rates"."""

_GERMAN = "~"


@dataclass(frozen=True)
class Words:
    """The words of a text by their forms, with where each starts."""

    text: str
    """The text."""
    forms: tuple[str, ...]
    """The form of each word, for comparing."""
    starts: tuple[int, ...]
    """The offset of each word."""

    @classmethod
    def of(cls, text: str) -> Words:
        """Cut a text into words."""
        folded, offsets = fold_text(text)
        found = list(WORD.finditer(folded))
        words = [match[0] for match in found]
        starts = (match.start() for match in found)
        return cls(
            text,
            tuple(map(_german, words) if is_german(words) else map(word_form, words)),
            tuple(offsets[at] for at in starts) if offsets else tuple(starts),
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The forms, each once."""
        return frozenset(self.forms)

    def runs(self, phrase: Phrase) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word, by number, of each place of a phrase."""
        first, size = phrase[0], len(phrase)
        if first not in self.vocabulary:  # as nearly always: spare the walk
            return
        for at, form in enumerate(self.forms):
            if form == first and self.forms[at : at + size] == phrase:
                yield at, at + size - 1

    def is_acronym(self, at: int) -> bool:
        """Say whether the word of a number stands in capitals."""
        start = self.starts[at]
        return self.text[start : start + 2].isupper()

    def places(self, phrase: Phrase) -> Iterator[int]:
        """Yield the offset of each place of a phrase."""
        return (self.starts[first] for first, _ in self.runs(phrase))

    def runs_alike(self, alike: Alike) -> Iterator[tuple[int, int]]:
        """Yield the same for each place of a name that sounds like a listed one."""
        found = {at for firm in alike.firm for at in self.heads.get(firm, ())}
        for at in sorted(found):
            run = word_run(self.text, self.starts[at], len(alike.words))
            if run and alike.is_said_by([word[0] for word in run]):
                yield at, bisect_left(self.starts, run[-1].end()) - 1

    @cached_property
    def heads(self) -> dict[str | None, list[int]]:
        """The numbers of the words with a capital, by their firm letters."""
        heads: dict[str | None, list[int]] = {}
        for at, start in enumerate(self.starts):
            if self.text[start].isupper():
                word = WORDS.match(self.text, start)
                if word:
                    heads.setdefault(firm_letters(word[0]), []).append(at)
        return heads


def _german(word: str) -> str:
    return german_form(word) + _GERMAN


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """Give a term as runs of word forms: those of any language, and the German ones."""
    words = WORD.findall(fold_text(text)[0])
    if not words:
        return ()
    return tuple(map(word_form, words)), tuple(map(_german, words))
