"""Numbers that makers give to what they make: "its 737 MAX fleet", "a 911 Carrera".

Told from the words around, without a list of makers. Only three or four digits
without a comma are looked at. Behind them stand names, and then a noun in the singular
or none; a count has a plural there ("300 Boeing workers"), or the name of a people
("909 Russian and other soldiers"). A comparison right before ("the larger 640 boats"),
or a text that writes "Ferrum 640", "640s" or "640-2" elsewhere, tells it as well.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.annotate.grammar_words import IRREGULAR_PLURALS, PREPOSITIONS
from briefing.annotate.tagging import is_plural
from briefing.text.words import word_set

_BARE = re.compile(r"[1-9]\d{2,3}")
_NAMES = re.compile(r"(?:[ \u00a0][A-Z][\w’'-]*){1,3}")
_PEOPLES = ("n", "ns", "ese", "ish", "i", "is", "ch", "k", "ss")
"""How adjectives of countries end: "300 French troops"."""
_LATER = re.compile(r"[,\s]+(?:([a-z][\w’'-]*)|[A-Z][\w’'-]*)")
_POINTING = re.compile(
    r"(?:\b(?:the|its|their|new|a|an|this|[\w]+-(?:range|sized?|body|aisle|engined?"
    r"|seat|door))|[’']s?)\s\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:larger|smaller|bigger|newer|older|faster|heavier|lighter|longer-range)\s\Z"
)
_AGAIN = re.compile(
    r"(?:\b(?:the|its|their|new|old|an?|this|of|two|three|four|both|older|newer)|[’']s?)"
    r"\s\Z",
    re.IGNORECASE,
)
_ON = 5
_AROUND = 1500
_CLOSES = word_set("and or") | PREPOSITIONS
_NO_NAME = word_set(
    "about after all almost an another around as at because before but by despite "
    "during even for from he if in including it its just killing least meanwhile more "
    "most nearly no of on only or other over police some than that the their then "
    "there they this those to under until up we when where while with"
)


def is_model(before: str, text: str, start: int, end: int) -> bool:
    """Say whether digits are the number of a model.

    Args:
        before: What stands before them in the sentence.
        text: The article's text.
        start: Where they begin.
        end: Where they end.
    """
    written = text[start:end]
    if not _BARE.fullmatch(written):
        return False
    if _COMPARED.search(before):
        return True
    names = _NAMES.match(text, end)
    if names and _names_model(names, before, text):
        return True
    counted = _LATER.match(text, end)
    if counted and counted[1] in IRREGULAR_PLURALS:
        return False
    pointed = names is not None or _AGAIN.search(before) is not None
    return pointed and _is_named_elsewhere(written, text, start, end)


def _names_model(names: re.Match[str], before: str, text: str) -> bool:
    """Say whether the names behind a number go with it, and not with a plural."""
    last = names.group().split()
    if any(_is_counted(word) for word in last):
        return False
    noun, at = "", names.end()
    for step in range(_ON):
        found = _LATER.match(text, at)
        if found is None:
            break
        word = (found[1] or found.group().strip(" ,\n")).lower()
        if word in PREPOSITIONS:
            break
        if is_plural(word):
            return False
        noun = word if step == 0 else noun
        at = found.end()
    singular = bool(noun) and noun not in _CLOSES and not noun.endswith(("ed", "d"))
    direct = not text[names.end() : names.end() + 1].strip()
    return _POINTING.search(before) is not None or (
        singular and direct and " " not in names.group().strip() and _is_owned(before)
    )


def _is_owned(before: str) -> bool:
    """Say whether an owner stands some words before: "its grounded"."""
    return any(word in ("its", "their", "the") for word in before.lower().split()[-3:])


def _is_counted(word: str) -> bool:
    """Say whether a name is of a people, in the plural, or an owner's."""
    low = word.lower()
    peoples = low.endswith(_PEOPLES) and not word.isupper()
    return peoples or is_plural(low) or low.endswith(("'s", "’s"))


def _is_named_elsewhere(written: str, text: str, start: int, end: int) -> bool:
    """Say whether the text uses the same digits as a name nearby."""
    if text.count(written, max(0, start - _AROUND), end + _AROUND) < 2:  # noqa: PLR2004
        return False
    for found in _as_name().finditer(text, max(0, start - _AROUND), end + _AROUND):
        if found["plural"] == written:
            return True
        same = found["digits"] == written and found.start("digits") != start
        if same and found["name"].lower() not in _NO_NAME:
            return True
    return False


@cache
def _as_name() -> re.Pattern[str]:
    """Give the pattern of "Ferrum 640," "640s" and "Ferrum 640-2"."""
    return re.compile(
        r"\b(?P<name>[A-Z][\w’-]+)[ \u00a0](?P<digits>[1-9]\d{2,3})(?=[,.;)]|-\d"
        r"|\s(?:was|is|has|had|that|which|crashed|landed|flight|jet|plane|aircraft"
        r"|airliner)\b)|\b(?P<plural>[1-9]\d{2})s\b"
    )
