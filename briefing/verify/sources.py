"""Checks the list of sources: articles, and under each its citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import MONTHS, find_days, place_of, published_days
from briefing.verify.compare import changes, most_like
from briefing.verify.printed import Printed
from briefing.verify.words import address_words, spell, split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.manuscript import Block
    from briefing.verify.words import Word

Json = dict[str, Any]
_KNOWN = 0.5
"""Share of an article's title and publisher that must stand in its line."""
_QUOTES = frozenset("\"'")


def is_source(block: Block, articles: Sequence[Json]) -> Json | None:
    """Give the article that a numbered item of a list stands for, if it is one."""
    if block.ordinal is None or any(word.mark for word in block.words):
        return None
    texts = [word.text for word in block.words]

    def rank(article: Json) -> tuple[float, bool]:
        # Articles of one publisher without headlines are alike but for their numbers.
        return _likeness(texts, article), article.get("number") == block.ordinal

    best = max(articles, key=rank, default=None)
    return best if best and _likeness(texts, best) >= _KNOWN else None


def _likeness(texts: Sequence[str], article: Json) -> float:
    """Give the share of an article's title and publisher that stands in a line."""
    known = set(texts)
    wanted = [word for phrase in _phrases(article) for word in phrase if word.isalnum()]
    return sum(word in known for word in wanted) / len(wanted) if wanted else 0.0


def _phrases(article: Json) -> list[tuple[str, ...]]:
    texts = [article.get("publisher"), article.get("headline")]
    return [_unquoted(split_source(text)) for text in texts if text]


def _unquoted(texts: Sequence[str]) -> tuple[str, ...]:
    """Leave out quotation marks: inside a quotation a style may print others."""
    return tuple(text for text in texts if text not in _QUOTES)


def check_source(block: Block, article: Json) -> Iterator[tuple[int, str]]:
    """Yield what is wrong in the line of one article."""
    name = f"source {article.get('number')}"
    if block.ordinal != article.get("number", block.ordinal):
        what = (
            f"{name} has another number (was: {article['number']}, is: {block.ordinal})"
        )
        yield block.line, what
    left = [word for word in block.words if word.text not in _QUOTES]
    for phrase in _phrases(article):
        texts = [word.text for word in left]
        at = _find(texts, phrase)
        if at is not None:
            del left[at : at + len(phrase)]
            continue
        likeness = most_like(left, [Printed(name, phrase, ())])
        told = changes(left, likeness) if likeness else []
        line = told[0][0] if told else block.line
        yield line, f"{name} is changed (was: {spell(phrase)!r})"
    url = address_words(article.get("url"))
    at = _find([word.text for word in left], url) if url else None
    if at is not None:
        del left[at : at + len(url)]
    for credit in article.get("credits", ()):
        phrase = _unquoted(split_source(credit))
        at = _find([word.text for word in left], phrase)
        if at is not None:
            left[at : at + len(phrase)] = []
        elif strange := _names(left):
            was_is = f"(was: {spell(phrase)!r}, is: {strange[0].text!r})"
            yield strange[0].line, f"{name} is changed {was_is}"
    yield from _check_day(left, article, name)


def _names(words: Sequence[Word]) -> list[Word]:
    """Give the words with a capital, but for months."""
    return [
        word
        for word in words
        if word.text[0].isupper() and place_of(word.text, MONTHS) is None
    ]


def _find(texts: Sequence[str], phrase: tuple[str, ...]) -> int | None:
    starts = range(len(texts) - len(phrase) + 1)
    return next(
        (at for at in starts if tuple(texts[at : at + len(phrase)]) == phrase), None
    )


def _check_day(
    left: Sequence[Word], article: Json, name: str
) -> Iterator[tuple[int, str]]:
    """Check what is left of a source's line: no number in it but its day."""
    texts = [word.text for word in left]
    days = published_days(article.get("published"))
    found = list(find_days(texts))
    known = {(day.day, day.month, day.year) for day in days}
    right = any((each, month, year) in known for _, each, month, year in found)
    numbers = {str(part) for day in known for part in day}
    for word in left:
        if word.text[0].isdigit() and word.text not in numbers:
            yield (
                word.line,
                f"{name}: a number that is not the record's (is: {word.text!r})",
            )
            return
    first = str(days[0].day) if days else ""
    if days and not right and (found or first in texts):
        at = found[0][0] if found else texts.index(first)
        was_is = f"(was: {days[0]}, is: {spell(texts[at : at + 3])!r})"
        yield left[at].line, f"{name}: its day is another {was_is}"


def check_note(
    block: Block, article: Json, citations: dict[int, Json], expected: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield what is wrong in a note: a citation's number, paragraph, opening words.

    Args:
        block: The note.
        article: The article that it stands under.
        citations: All citations, by number.
        expected: Numbers of the article's citations from this note on.
    """
    words = block.words
    number = int(words[0].text)
    citation = citations.get(number)
    if citation is None or [number] != list(expected[:1]):
        was = f"was: {expected[0]}, " if expected else ""
        name = f"source {article.get('number')}"
        yield block.line, f"{name}: another citation ({was}is: {number})"
        return
    start, opening = _opening(words)
    quote = _unquoted(split_source(citation["quote"]))[: len(opening)]
    texts = tuple(word.text for word in opening)
    if texts != quote:
        pairs = enumerate(zip(texts, (*quote, ""), strict=False))
        at = next(n for n, pair in pairs if pair[0] != pair[1])
        was, now = spell(quote), spell(texts)
        what = f"citation {number} opens otherwise (was: {was!r}, is: {now!r})"
        yield opening[at].line, what
    for word in words[1:start]:
        if word.text[0].isdigit() and word.text != str(citation.get("paragraph")):
            place = f"(was: ¶ {citation.get('paragraph')}, is: ¶ {word.text})"
            what = f"citation {number} stands elsewhere {place}"
            yield word.line, what


def _opening(words: Sequence[Word]) -> tuple[int, list[Word]]:
    """Give where a note's quotation begins, and its words without quotation marks."""
    marks = [at for at, word in enumerate(words) if word.text in _QUOTES]
    if not marks:
        return len(words), []
    inner = [word for word in words[marks[0] : marks[-1]] if word.text not in _QUOTES]
    if inner and inner[-1].text == "…":
        inner.pop()
    return marks[0], inner
