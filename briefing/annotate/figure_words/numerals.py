"""Numbers in a sentence that could be quantities.

Found here once for all families of figures. Left out are numbers that are part of
something else: names ("Mirage 2000", "T-72", "Resolution 1973"), ordinals ("32nd"),
years, clock times, list markers ("2)"), addresses, telephone numbers and scores.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.after_places import counts_behind_place
from briefing.annotate.figure_words.headlines import counts_in_headline
from briefing.annotate.figure_words.model_names import is_model
from briefing.annotate.figure_words.number_names import (
    is_hash_sum,
    is_inner_marker,
    is_listed,
    is_school_year,
    is_score,
    is_telephone_part,
    is_telephoned,
)
from briefing.annotate.figure_words.numeral import Numeral
from briefing.annotate.figure_words.units import ATTACHED
from briefing.annotate.figure_words.word_names import is_word_name
from briefing.text.numbers import (
    DIGITS,
    NUMBER_WORDS,
    SCALES,
    VAGUE_WORDS,
    number_pattern,
    read_number,
)
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.span import Span


_HALF = re.compile(
    r"[-‑ ]and[-‑ ]a[-‑ ]half\b(?:[-‑ ](hundred|thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:\bminus\s|(?<!\S)-|−)\Z", re.IGNORECASE)
# A long run of digits that counts nothing: a telephone number, a postal code.
_CODE = re.compile(r"\d{5,}")
_COUNTS = re.compile(r"\s(?:[a-z]|[A-Z][a-z]+\s[a-z])")
_COUNTED = re.compile(
    r"\s(?!was\b|is\b|has\b)(?:[a-z]+\s){0,2}(?:[a-z]+s|people|men|women|children)\b"
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile("[a-z]+")
_HINTS = (NUMBER_WORDS | VAGUE_WORDS) | word_set(
    "twice triple third thirds quarter quarters fifth sixth tenth"
)
_LONE_DIGITS = re.compile(DIGITS)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_CLOCK = re.compile(
    r"[012]?\d(?::\d|\.\d\d\s?[ap]\.?m\b|\s?[ap]\.?m\b|\s?o['’]clock)", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:(\S+)(\s+))?(\S+)([ \u00a0]+)\Z")
_SHARE = re.compile(r"\s?(?:%|percent|per cent|pct)")
# Ends of a word that part it from the number, or make the number its possession.
_NO_NAME = (*'.,;:!?)”"', "'s", "’s", "s'", "s’")
# After a possessive: "over Boeing's 787, ...", "Standard & Poor's 500 index".
_ALONE = re.compile(r"(?:[,.;]\s|\sindex\b|\Z)")
_MODEL = re.compile(r"[\d.,]+-\Z")
_GLUES = ("#", "+", "/", "\\", ":", "_", "@", " '", " ’")
_CLOCK_BRACKET = re.compile(r"\d\s?[ap]\.?m\.?\s?\(\Z", re.IGNORECASE)
_CLOCK_DIGITS = re.compile(r"[012]\d[0-5]\d")
_ZONE = re.compile(r"\s(?:GMT|UTC|BST|EST|EDT|CET|local time)")
_AFTER_NAME = re.compile(
    r"[A-Z]?\s+(?:[A-Z]\w+\s){0,2}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Lane"
    r"|Drive|Square|Squadron|Regiment|Brigade|Division)\b"
)
_PAST_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|during|early|late|mid|before|after|to|and"
    r"|through|year|summer|winter|spring|autumn|fall|the|between|for|as of|back in"
    r"|around|about|over|than)\s|[(,;–-]\s?)\Z",
    re.IGNORECASE,
)
_NAMING = word_set(
    "no. no nos. number article articles chapter section resolution phase grade "
    "page route highway room flight line paragraph act stage level channel unit "
    "gate type model version volume step appendix category class tier group day "
    "days item size lot point zone sector row rule title track table figure part "
    "episode season windows area age"
)
# Names too, but where the clause goes on with what is counted: "on the bus 12 people
# were hurt".
_NAMING_LOOSELY = word_set(
    "law decree terminal ward platform pier runway apartment suite cell bus tram "
    "motorway interstate freeway highways junction tier bed desk platoon squad "
    "top company battalion regiment brigade squadron district"
)
# Capitalised words before a number that do not make it a name.
_OPENING = word_set(
    "a about above after all almost also although and another approximately around "
    "as at barely because before below between both but by circa counting despite "
    "during each either estimated even exactly fewer for from her his if in "
    "including its just killing less like many maximum meanwhile minimum more most "
    "nearly of officially on only or other our over perhaps possibly probably "
    "roughly since so some such than that the their then there these they this "
    "those though to under until up upwards we were what when where while with "
    "within without yesterday today only another those almost currently overall "
    "an reportedly allegedly apparently initially eventually together "
    "worldwide nationwide elsewhere separately earlier later altogether us$ eur usd "
    "gbp pm gmt bst est"
)
_GIVING = word_set(
    "gave give gives given giving sent send sends sending cost costs costing lend "
    "lent offered offer offers paid pay pays sold sell supplied supply owes owed "
    "promised pledged granted awarded fined handed loaned left"
)


def find_numerals(text: str, sentence: Span) -> tuple[Numeral, ...]:
    """Find the numbers of a sentence that could be quantities, in order."""
    return tuple(_scan(text, sentence))


def has_number_word(text: str, sentence: Span) -> bool:
    """Say whether a sentence can hold a figure at all."""
    if _DIGIT.search(text, sentence.start, sentence.end):
        return True
    words = _LETTERS.findall(text[sentence.start : sentence.end].lower())
    return not _HINTS.isdisjoint(words)


def _scan(text: str, sentence: Span) -> Iterator[Numeral]:
    for found in number_pattern().finditer(text, sentence.start, sentence.end):
        start, end = found.span(1)
        if found.group(2) and not _is_attached(text[start:end], found.group(2)):
            continue
        value = read_number(found.group(1))
        if value is None:
            continue
        digits = found.group(1)[0] in "0123456789."
        numeral = _signed(text, sentence, Numeral(start, end, value, digits))
        numeral = _with_half(text, sentence, numeral)
        if digits:
            if not _is_label(text, sentence, numeral):
                yield numeral
        elif not is_word_name(text, sentence, numeral):
            yield numeral


def _signed(text: str, sentence: Span, numeral: Numeral) -> Numeral:
    """Take in a sign: "minus nine", "−9"."""
    back = max(sentence.start, numeral.start - len("minus "))
    found = _MINUS.search(text, back, numeral.start)
    if found is None:
        return numeral
    return numeral._replace(start=found.start(), value=-numeral.value)


def _with_half(text: str, sentence: Span, numeral: Numeral) -> Numeral:
    """Take in "-and-a-half" and a scale behind it: "two-and-a-half million"."""
    found = _HALF.match(text, numeral.end, sentence.end)
    if found is None:
        return numeral
    value = numeral.value + Decimal("0.5")
    scale = SCALES[found[1].lower()] if found[1] else Decimal(1)
    whole = value * scale
    whole = whole.to_integral_value() if whole == whole.to_integral_value() else whole
    return numeral._replace(end=found.end(), value=whole)


def _is_attached(number: str, letters: str) -> bool:
    return letters.lower() in ATTACHED and bool(_LONE_DIGITS.match(number))


def _is_label(text: str, sentence: Span, numeral: Numeral) -> bool:
    """Say whether digits are part of a name, a date, a clock time or a marker."""
    start, end = numeral.start, numeral.end
    written = text[start:end]
    before = text[max(sentence.start, start - 40) : start]
    return (
        _is_marker(text, sentence, numeral, before)
        or _is_coded(text, numeral, before)
        or _CLOCK.match(text, start) is not None
        or _ZONE.match(text, end) is not None
        or (written[0] == "0" and written[1:2].isdigit())
        or (_CODE.fullmatch(written) is not None and not _COUNTS.match(text, end))
        or _is_year(written, before, text, end)
        or (is_listed(before) and not is_hash_sum(written, before, text, end))
        or is_telephoned(written, before, text, end)
        or is_school_year(numeral.value, before, text, end)
        or is_telephone_part(before, text, end)
        or is_score(written, before, text, end)
        or is_inner_marker(written, before, text, start, end)
        or is_model(before, text, start, end)
        or (
            _is_named(written, before, text, end)
            and not counts_in_headline(text, sentence, end)
        )
    )


def _is_marker(text: str, sentence: Span, numeral: Numeral, before: str) -> bool:
    """List markers: "1) ...", "(2) ...", "3. ..."."""
    follows = text[numeral.end : numeral.end + 2]
    if follows.startswith(")"):
        inner = before.rpartition("(")[2] if "(" in before else None
        return inner is None or not inner.strip() or ")" in inner
    opens = numeral.start == sentence.start
    if _CLOCK_BRACKET.search(before):
        return True
    return opens and (follows in (". ", ".\t") or _opens_with_clock(text, numeral))


def _opens_with_clock(text: str, numeral: Numeral) -> bool:
    """Live blogs: "1228 Eyewitness reports ...", "2104: It is over"."""
    written = text[numeral.start : numeral.end]
    follows = text[numeral.end : numeral.end + 2]
    clock = _CLOCK_DIGITS.fullmatch(written) is not None
    return clock and (follows[1:2].isupper() or follows[:1] == ":")


def _is_coded(text: str, numeral: Numeral, before: str) -> bool:
    """Say whether the digits are glued to others: "T-72", "7/8/07", "320x240"."""
    after = text[numeral.end : numeral.end + 2]
    glued = after[:1] in ("/", ":", "_", "#") and after[1:2].isalnum()
    if glued or after[:1] in ("'", "\\") or before.endswith(_GLUES):
        return True
    if before.endswith(("-", "‑", "–")) and before[-2:-1].isalpha():
        return not before.endswith(("-to-", "-or-"))
    if after[:1] == "-" and after[1:2].isdigit() and _names_model(before):
        return True
    model = _MODEL.search(before)
    if model is not None and _names_model(before[: model.start()]):
        return True
    return after[:1] == "." and after[1:2].isdigit()


def _names_model(before: str) -> bool:
    """Say whether "737-800" follows an article or a capitalised word: a name."""
    word = before.rstrip().rpartition(" ")[2]
    return word.lower() == "the" or (
        word[:1].isupper() and word.lower() not in _OPENING
    )


def _is_year(written: str, before: str, text: str, end: int) -> bool:
    """Say whether four bare digits are a year."""
    if not _YEAR.fullmatch(written):
        return False
    follows = text[end : end + 12]
    if follows[:1] in (")", "s", "'", "’") or follows[:1] in ("-", "–"):
        return True
    return _PAST_YEAR.search(before) is not None and not follows[1:2].islower()


def _is_named(written: str, before: str, text: str, end: int) -> bool:
    """Say whether the word before, or an address after, makes it a name."""
    if _AFTER_NAME.match(text, end):
        return True
    found = _BEFORE.search(before)
    if found is None:
        return False
    earlier, last = found.group(1) or "", found.group(3)
    low = last.lower().strip("(\"“‘'")
    if low in _NAMING:
        return _SHARE.match(text, end) is None
    if low in _NAMING_LOOSELY and earlier.lower() != "by":
        return _COUNTED.match(text, end) is None
    bare = last.lstrip("(\"“‘'")
    name = not bare.islower() and bare[:1].isalpha() and low not in _OPENING
    if counts_behind_place(written, before, text, end):
        return False
    if not name or last.endswith(_NO_NAME):
        return name and "s" in last[-2:] and _ALONE.match(text, end) is not None
    return not ("," in written or "." in written or earlier.lower() in _GIVING)
