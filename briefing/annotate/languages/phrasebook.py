"""Time expressions of a language, read by way of English.

A phrase of the language is matched, said in English, and given to the English rules
in a short sentence of the same tense: published on Friday 7 February 2025, "vor drei
Tagen" is "3 days ago" and so 2025-02-04, and "am Dienstag" in a German clause with
"wird" is the "Tuesday" of "They will meet Tuesday". So values, days and reasons are
those of English, and what English learns all languages can say.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.candidate import Candidate, Reading, Scene
from briefing.annotate.languages.data import (
    ENGLISH_MONTHS,
    path_of,
    read_language,
)
from briefing.annotate.languages.english import propose_english, tokens
from briefing.annotate.languages.forms import APOSTROPHES, fold
from briefing.annotate.languages.nights import night_to, read_overnight
from briefing.annotate.languages.parts import open_part
from briefing.annotate.languages.phrases import (
    WHOLE,
    Phrase,
    compile_phrase,
    slot_kind,
)
from briefing.annotate.languages.tense import scene_tense
from briefing.annotate.resolve import resolve
from briefing.model.span import Span

if TYPE_CHECKING:
    from briefing.annotate.clauses import Tense
    from briefing.model.timex import TimexType

_CLAUSES: dict[Tense, str] = {
    "past": "They met ",
    "perfect": "They have met ",
    "present": "It is ",
    "future": "They will meet ",
    "": "",
}
_EVERYWHERE = {
    "<{iso}>": "{iso}",
    "<{year}(-|–|—){year_2}>": "{year}-{year_2}",
}
"""What is written alike in every language."""
_BESIDE = frozenset({"in", "on", "for", "the"})
"""English words that may stand beside an expression and are no part of it."""
_NIGHT_TO = "night to "
_OVERNIGHT = "overnight"
_FUTURE = " | "
_CALENDAR = frozenset({"month", "weekday", "season"})
_FIGURES = frozenset({"numeric", "brief", "stub"})
_DOT_OR_STROKE = re.compile(r"[./]\s?")
_CENTURY, _PIVOT = 100, 50
_YEAR_DIGITS = 4
_MOST_DIGITS = 4


class _Meaning(NamedTuple):
    """An English phrase in its sentence, with what the English rules make of it."""

    text: str
    candidate: Candidate


@cache
def _book(code: str) -> dict[str, tuple[Phrase, ...]]:
    """Give the phrases of a language by the words with which they can begin.

    Raises:
        ConfigError: when a phrase is faulty; with a line for each fault.
    """
    book: dict[str, list[Phrase]] = {}
    for phrase in all_phrases(code).values():
        for word in sorted(phrase.starts):
            book.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in book.items()}


def all_phrases(code: str) -> dict[str, Phrase]:
    """Make the phrases of a language ready, by what is written.

    Raises:
        ConfigError: when a phrase is faulty; with a line for each fault.
    """
    language = read_language(code)
    phrases: dict[str, Phrase] = {}
    faults: dict[str, str] = {}
    for written, english in (language.phrases | _EVERYWHERE).items():
        try:
            phrases[written] = compile_phrase(written, english, language)
        except ValueError as error:
            faults[written] = str(error)
    if faults:
        part = open_part(path_of(code), 1)
        for written, what in faults.items():
            part.fault(("phrases", written), what)
        part.close()
    return phrases


def propose_phrases(code: str, text: str, span: Span) -> list[Candidate]:
    """Propose the time expressions of a block that is in a language with a data file.

    Args:
        code: The language, as `tell_languages` gives it; not English.
        text: The article's text.
        span: The block.
    """
    book = _book(code)
    candidates = []
    for token in tokens().finditer(text, span.start, span.end):
        word = token.group().lower()
        if word.isdecimal():
            if len(word) > _MOST_DIGITS or _inside_number(text, token.start()):
                continue
            word = "#4" if len(word) == _YEAR_DIGITS else "#"
        elif text[token.start() - 1 : token.start()].isdecimal():
            continue
        for phrase in book.get(word, ()):
            found = phrase.pattern.match(text, token.start(), span.end)
            if found and (
                (word in phrase.capitals or _may_stand(text, token.start(), span))
                and _names_stand(code, text, found, span)
            ):
                candidate = _candidate(code, phrase, found)
                candidates += [candidate] if candidate else []
    return candidates


def _inside_number(text: str, start: int) -> bool:
    """Say whether digits go on from a number, a word or a currency before them."""
    before = text[max(0, start - 2) : start]
    if not before:
        return False
    last = before[-1]
    if last.isalnum() or last in "$€£#_":
        return True
    return last in ".,:/-–" and before[0].isdecimal() and len(before) > 1


def _may_stand(text: str, at: int, span: Span) -> bool:
    """Say whether a word that is written small may stand here as it stands.

    A capital inside a sentence makes it a name: the planet Mars, Plácido Domingo.
    """
    if not text[at].isupper():
        return True
    before = text[max(span.start, at - _MOST_DIGITS) : at].rstrip()
    return not before or before[-1] in '.!?:…"“”„«»–—-|•'


def _names_stand(code: str, text: str, found: re.Match[str], span: Span) -> bool:
    """Say whether the weekdays, months and seasons of a phrase are no names."""
    slots = read_language(code).slots
    return all(
        words is None
        or slot_kind(name) not in _CALENDAR
        or words.translate(APOSTROPHES) in slots[slot_kind(name)]
        or _may_stand(text, found.start(name), span)
        for name, words in found.groupdict().items()
    )


def _candidate(code: str, phrase: Phrase, found: re.Match[str]) -> Candidate | None:
    start, end = found.span(WHOLE if WHOLE in found.re.groupindex else 0)
    if not phrase.english:
        return Candidate(start, end, "DATE", f"{code}.traps", _read_nothing)
    try:
        english = _say(code, phrase.english, found)
    except ValueError:
        return None
    if english == _OVERNIGHT:
        read = partial(read_overnight, code)
        return Candidate(start, end, "TIME", f"{code}.nights", read, late=True)
    night = english.startswith(_NIGHT_TO)
    meaning = _understand(english.removeprefix(_NIGHT_TO).split(_FUTURE)[0], "past")
    if meaning is None:
        return None
    kind: TimexType = "TIME" if night else meaning.candidate.type
    rule = "nights" if night else meaning.candidate.rule
    return Candidate(start, end, kind, f"{code}.{rule}", partial(_read, code, english))


def _say(code: str, english: str, found: re.Match[str]) -> str:
    """Put what a phrase's slots hold into its English words."""
    held = {
        name: _mean(code, slot_kind(name), words)
        for name, words in found.groupdict().items()
        if words and name != WHOLE
    }

    def fill(part: re.Match[str]) -> str:
        name = part[1]
        plural = slot_kind(name) == "unit" and held.get("number", "1") != "1"
        return held[name] + ("s" if plural else "")

    def choose(part: re.Match[str]) -> str:
        names = re.findall(r"\{(\w+)\}", part[1])
        return part[1] if all(name in held for name in names) else ""

    chosen = re.sub(r"\[([^\]]*)\]", choose, english)
    return re.sub(r"\{(\w+)\}", fill, chosen)


def _mean(code: str, kind: str, words: str) -> str:
    """Say what a slot holds in English."""
    if kind in _FIGURES:
        return _mean_figures(words)
    digits = re.match(r"\d+", words)
    if digits and kind in {"day", "number"}:
        return str(int(digits.group()))
    if digits:
        return re.sub(r"[.\s]", ",", words) if kind == "count" else words
    return _folded(code, kind)[fold(words).removesuffix(".")]


@cache
def _folded(code: str, kind: str) -> dict[str, str]:
    table = read_language(code).slots[kind]
    return {fold(form): english for form, english in table.items()}


def _mean_figures(words: str) -> str:
    """Say a day in figures in English; the day stands first."""
    day, month, *rest = (part for part in _DOT_OR_STROKE.split(words) if part)
    if not rest:
        if not 0 < int(month) <= len(ENGLISH_MONTHS):
            raise ValueError("no such month")
        return f"{ENGLISH_MONTHS[int(month) - 1]} {int(day)}"
    year = int(rest[0])
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    return date(year, int(month), int(day)).isoformat()


@lru_cache(maxsize=4096)
def _understand(english: str, tense: Tense) -> _Meaning | None:
    """Let the English rules propose around a phrase in a sentence of that tense."""
    text = f"{_CLAUSES[tense]}{english}."
    found = resolve(propose_english(text, Span(0, len(text))))
    return _Meaning(text, found[0]) if len(found) == 1 else None


def is_understood(english: str) -> bool:
    """Say whether the English rules know a phrase as a whole, in each of its ways."""
    ways = english.removeprefix(_NIGHT_TO).split(_FUTURE)
    return english == _OVERNIGHT or all(map(_is_known, ways))


def _is_known(english: str) -> bool:
    meaning = _understand(english, "past")
    if meaning is None:
        return False
    text, found = meaning
    rest = text[len(_CLAUSES["past"]) : found.start] + text[found.end :]
    return _BESIDE.issuperset(rest.lower().strip(".").split())


def _read_nothing(_scene: Scene) -> None:
    """Take the place of what looks like a date and is none."""


def _read(code: str, english: str, scene: Scene) -> Reading | None:
    """Read an expression by the English rules, in the tense of its own clause."""
    tense = scene_tense(read_language(code), scene)
    night = english.startswith(_NIGHT_TO)
    ways = english.removeprefix(_NIGHT_TO).split(_FUTURE)
    meaning = _understand(ways[-1 if tense == "future" else 0], tense)
    if meaning is None:
        return None
    text, candidate = meaning
    said = scene._replace(
        text=text,
        start=candidate.start,
        end=candidate.end,
        sentence=Span(0, len(text)),
        near=(),
    )
    reading = candidate.read(said)
    if reading is None or not night:
        return reading
    return night_to(reading.days.first, reading.why) if reading.days else reading
