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
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_ACCENTS = frozenset({"Mn", "Me"})
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_MOST_ACCENTS = 4
"""Accents of one letter that are compared; a page has no more."""


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


@cache
def _folded() -> tuple[tuple[re.Pattern[str], str], ...]:
    # Fillers that count as letters, and what no text may hold, are not seen either.
    fillers = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"
    nothing = "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
    nothing += "".join(
        f"{chr(0x1FFFE + at)}{chr(0x1FFFF + at)}" for at in range(0, 0x100000, 0x10000)
    )
    controls = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    unseen = f"[{controls}{fillers}{nothing}]"
    return (
        (re.compile(unseen), ""),
        (re.compile("[\ud800-\udfff\ufffd]"), "\ufffd"),
    )


def fold(text: str) -> str:
    """Give `text` with one kind of each quote, dash and space, and all of it seen."""
    if not text.isascii() or not text.isprintable():
        text = _seen(text)
    folded = unicodedata.normalize("NFC", text).translate(_SAME)
    return re.sub("['\"]{2,}", '"', folded)


def _seen(text: str) -> str:
    """Give `text` without what cannot be seen, and a few accents a letter at most."""
    for pattern, instead in _folded():
        text = pattern.sub(instead, text)
    signs: list[str] = []
    accents = 0
    for sign in text:
        kind = "" if sign.isascii() else unicodedata.category(sign)
        if kind == "Cf" or sign in _SELECTORS:
            continue
        if kind in _ACCENTS:
            accents += 1
        elif kind != "Mc":
            accents = 0
        if kind not in _ACCENTS or accents <= _MOST_ACCENTS:
            signs.append(sign)
    return "".join(signs)


def split_source(text: str) -> tuple[str, ...]:
    """Give the words of a text from the record as a manuscript can print them."""
    return tuple(split_words(text))


def address_words(url: str | None) -> tuple[str, ...]:
    """Give the words of an address as it is printed; none if it is not of the web.

    Signs may stand in it encoded or as they are.
    """
    text = (url or "").strip()
    if not re.fullmatch(r"(?i)https?://[^\s/?#@\\]+(?:[/?#]\S*)?", text):
        return ()
    found = re.match(r"(?i)(https?://)([^/?#]+)(.*)", text)
    if found and not found[2].isascii():  # a host is printed as it is asked for
        try:
            text = f"{found[1]}{found[2].encode('idna').decode('ascii')}{found[3]}"
        except UnicodeError:
            return ()
    return split_source(unquote(text))


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
