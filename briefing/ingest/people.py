"""Names of authors, of their jobs and of agencies, as they stand in a page."""

from __future__ import annotations

import re
from functools import cache

from briefing.text.words import phrase_set

JOB_WORDS = phrase_set(
    "correspondent|reporter|editor|writer|journalist|columnist|contributor|author"
    "|freelance|freelancer|producer|commentator|blogger|staff|bureau|desk|fellow"
    "|newsroom|editor-in-chief|editorial",
    "redakteur|redakteurin|korrespondent|korrespondentin|journalistin|autor|autorin",
    "journaliste|correspondante|rédacteur|rédactrice|auteur",
    "кореспондент|кореспондентка|журналіст|журналістка|редактор|редакторка|автор",
    "корреспондент|журналистка|журналист",
)

AGENCY_WORDS = phrase_set(
    "agency|agence|agentur|agenzia|agencia|wire|press|news|newswire|service|media|radio"
    "|tv|television|times|post|telegraph|herald|journal|gazette|агентство|новини|новости"
)
"""One of these in a name tells that no person is credited."""

AGENCIES = (
    "The Associated Press",
    "Associated Press",
    "AP",
    "Reuters",
    "REUTERS",
    "AFP",
    "Agence France-Presse",
    "dpa",
    "DPA",
    "EPA",
    "EFE",
    "ANSA",
    "APA",
    "UPI",
    "PA Media",
    "PTI",
    "ANI",
    "IANS",
    "TASS",
    "RIA Novosti",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "UNIAN",
    "RBC-Ukraine",
    "Current Time",
    "Xinhua",
    "Kyodo",
    "Yonhap",
    "Anadolu Agency",
    "Anadolu",
    "Bloomberg",
    "Bloomberg News",
    "Getty Images",
    "Укрінформ",
    "УНІАН",
    "ТАСС",
    "РИА Новости",
    "Интерфакс",
    "Інтерфакс-Україна",
)
"""News agencies as articles credit them; the longest that fits is taken."""


MOST_NAME_WORDS = 4
BIO_HEAD = 240
LONGEST_SHORT_FORM = 6
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
PARTICLES = frozenset(("de", "van", "von", "der", "den", "la", "le", "du", "bin", "al"))
PARTS = re.compile(
    r"[,/;()&|:]|\b(?:and|via|by|from|with|contributed|for|und|et|та|и)\b"
)


@cache
def agency_pattern() -> re.Pattern[str]:
    """Give the pattern of the known agencies, compiled when first wanted."""
    agencies = "|".join(map(re.escape, sorted(AGENCIES, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{agencies})(?!\w)")


def looks_like_name(text: str) -> bool:
    """Say whether a line may be a person's name: two to four capitalised words."""
    words = text.rstrip(",").split()
    if not 1 < len(words) <= MOST_NAME_WORDS or any(map(str.isdigit, text)):
        return False
    if any(word.casefold().strip(",.") in JOB_WORDS for word in words):
        return False
    return all(_is_name_word(word) for word in words)


def looks_like_author(text: str) -> bool:
    """Say whether a line may be a name, with a place behind it: `Name, Brussels`."""
    name, comma, place = text.partition(",")
    if not comma or not place.strip():
        return looks_like_name(text)
    words = place.split()
    is_place = len(words) < MOST_NAME_WORDS and all(word[0].isupper() for word in words)
    return is_place and not text.endswith(".") and looks_like_name(name)


def _is_name_word(word: str) -> bool:
    if word in PARTICLES:
        return True
    bare = word.replace(".", "").replace("'", "").replace("’", "").replace("-", "")
    return bare.isalpha() and word[0].isupper()


def is_job_title(text: str) -> bool:
    """Say whether a line is the title of a job of the press: `Foreign Editor`."""
    words = TOKEN.findall(text.casefold())
    return bool(words) and words[-1] in JOB_WORDS


def names_job(text: str) -> bool:
    """Say whether the beginning of a line names a job of the press."""
    return any(word in JOB_WORDS for word in TOKEN.findall(text[:BIO_HEAD].casefold()))


def agencies_in(text: str) -> tuple[str, ...]:
    """Give the agencies and other media named in a credit, as named, each once.

    A name counts when it is a known agency, a short form in capitals, or has a word
    that persons are not called ("Wire", "Press").
    """
    parts = (part.strip(" .*_") for part in PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if _is_agency(part)))


def _is_agency(name: str) -> bool:
    if agency_pattern().fullmatch(name):
        return True
    if not name[:1].isupper() or len(name.split()) > MOST_NAME_WORDS:
        return False
    if name.isalpha() and name.isupper() and 1 < len(name) <= LONGEST_SHORT_FORM:
        return True
    words = TOKEN.findall(name.casefold())
    return len(words) > 1 and not AGENCY_WORDS.isdisjoint(words)
