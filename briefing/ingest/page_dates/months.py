"""Which month a word names, in the languages of the Unicode locale data (CLDR).

The page's own language is asked first, then English, then all others together, as
pages often declare a language that they are not in. A word that is one month here
and another there (`listopad`) counts only for a page that declares its language.
"""

from __future__ import annotations

import pickle
import unicodedata
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.ingest.published import month_of

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = (
    "de fr es it pt nl ru uk be pl cs sk sl hr bs sr mk bg ro hu da sv nb nn fi et lv "
    "lt is ga cy ca gl eu el tr az sq mt hy ka kk uz ar he fa ur hi mr ne bn gu pa ta "
    "te kn ml si th lo my km vi id ms fil sw af am"
)
LONGEST_MONTH = 24
NOTHING: Mapping[str, int] = MappingProxyType({})


def find_month(word: str, language: str) -> int | None:
    """Give the number of the month that a word names; None when it names none.

    Args:
        word: one word, with or without its full stop.
        language: the two or three letters of the page's language; may be empty.
    """
    folded = _fold(word)
    if language not in {"", "en"} and (month := _table(language).get(folded)):
        return month
    return month_of(folded) or _anywhere().get(folded)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word[:LONGEST_MONTH]).casefold().strip(" .,'’")


@cache
def _table(language: str) -> Mapping[str, int]:
    """Give the month words of one language, without those of languages near it."""
    from babel import localedata

    # Its own loader adds the inherited data, at many times the cost, or keeps what it
    # did not add in a store that others read from.
    try:
        file = Path(localedata.resolve_locale_filename(language))
        with file.open("rb") as kept:
            known = pickle.load(kept).get("months", {})
    except (OSError, ValueError):
        return NOTHING
    table: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names = dict(known.get(use, {})).get(width)
            for number, name in names.items() if isinstance(names, dict) else ():
                folded = _fold(name)
                if len(folded) > 1 and not folded.isdecimal() and " " not in folded:
                    table.setdefault(folded, number)
    return table


@cache
def _anywhere() -> Mapping[str, int]:
    """Give the words that name the same month wherever they name one."""
    table: dict[str, int] = {}
    unsure: set[str] = set()
    for language in LANGUAGES.split():
        for word, number in _table(language).items():
            if table.setdefault(word, number) != number:
                unsure.add(word)
    return {word: month for word, month in table.items() if word not in unsure}
