"""Text as a run of words, in which only what changes the meaning differs.

Two texts that differ in typographic quotes and dashes, white space or soft
hyphens have the same words; one digit, letter, sign or bracket makes another.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign of the manuscript, folded."""

    text: str
    """The word; of a citation mark its number in brackets."""
    line: int
    """Line of the file on which it stands, from 1."""
    mark: int | None = None
    """Number of the citation, if it is a citation mark."""


@cache
def _word() -> re.Pattern[str]:
    # A separator inside a number belongs to it; so does a letter's apostrophe.
    return re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:'\w+)*|\.\.\.|--+|[^\w\s]")


def fold(text: str) -> str:
    """Give `text` with one kind of each quote, dash and space."""
    folded = unicodedata.normalize("NFC", text).translate(_SAME)
    return folded.replace("''", '"')


def split_source(text: str) -> tuple[str, ...]:
    """Give the words of a text from the record as a manuscript can print them.

    No sign that cannot be seen reaches a manuscript, and no half character.
    """
    seen = (
        "\ufffd"
        if "\ud800" <= sign <= "\udfff"
        else ""
        if unicodedata.category(sign) == "Cf" or (sign < " " and not sign.isspace())
        else sign
        for sign in text
    )
    return tuple(split_words("".join(seen) if not text.isascii() else text))


def split_words(text: str) -> list[str]:
    """Give the words and signs of `text`, folded."""
    return [_same_sign(word) for word in _word().findall(fold(text))]


def _same_sign(word: str) -> str:
    if word == "...":
        return "…"
    return "-" if word.startswith("--") else word


def spell(words: Iterable[str]) -> str:
    """Put words together again, for a message."""
    text = " ".join(words)
    text = re.sub(r" ([.,;:!?\])%…])", r"\1", text)
    return re.sub(r"([\[(]) ", r"\1", text)


_QUOTES = frozenset("\"'<>")
"""Signs that are not compared: inside a quotation a style may print others."""


def unquoted(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the texts that are compared."""
    return tuple(text for text in texts if text not in _QUOTES)


def compared(words: Iterable[Word]) -> tuple[str, ...]:
    """Give the words of a block that are compared."""
    return unquoted(word.text for word in words)
