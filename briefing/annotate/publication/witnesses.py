"""What an article's own words say about the day on which it was published.

Only what is told as past counts: an article is not published before the days on
which, by its own account, things have happened or were said. Each witness keeps
the words it was read from.

Left aside are days that belong to plans ("scheduled for March 3"), to what somebody
is quoted with ("today"), bare years and seasons ("the 2012 budget"), and days that
are themselves counted from other words ("three years later").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.aspect import read_telling
from briefing.annotate.calendar_words import SHORT_WEEKDAYS, WEEKDAYS
from briefing.annotate.speech import in_quotes, is_saying_day
from briefing.annotate.timexes import find_timexes
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.model.article import Article, Block, Role
    from briefing.model.span import DateRange, Span
    from briefing.model.timex import Timex

BODY: frozenset[Role] = frozenset(
    {"headline", "standfirst", "heading", "paragraph", "list_item", "quote", "caption"}
)
"""Roles whose words tell of days."""
FRAME: frozenset[Role] = frozenset({"byline", "dateline", "credit", "junk"})
"""Roles of lines that may state the day of publication itself."""
OPENING = 12
"""Blocks of an article among which such a line may stand."""
_REACH = 40
_MONTH = 31
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)(?!\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


class Witness(NamedTuple):
    """One expression of time that bears on the day of publication."""

    span: Span
    """Where it stands."""
    sentence: Span
    """The sentence or line it stands in."""
    text: str
    """Its words."""
    role: Role
    """What the block is that holds it."""
    rule: str
    """Name of the rule that read it."""
    days: DateRange | None = None
    """The days meant, where the words name the year."""
    month_day: tuple[int, int] | None = None
    """Month and day of a day without its year."""
    weekday: int | None = None
    """Monday is 1; of a weekday, or beside a day without its year."""
    length: tuple[int, str] | None = None
    """A length of time that has passed since something: (6, "M") for six months."""
    said: bool = False
    """Whether it is the day of saying, or of filing."""


@cache
def _open_ended() -> re.Pattern[str]:
    """Words before a date that reach into the future or name no past day."""
    return re.compile(
        r"\b(?:(?:until|till|by|before|through|for|to|towards?|ahead\sof|than|effective"
        r"|expir\w{1,5}|schedul\w{1,5}|planned|due|expected|set)(?:\s(?:the|on|in|for))?"
        r"|(?:due|expected|likely|set|plans?|planned|scheduled|hopes?|intends?|wants?)"
        r"\sto\s[a-z][^.;]{0,30}?)\s\Z",
    )


@cache
def _passed() -> re.Pattern[str]:
    """Words after a length of time that count it from something: "six months since"."""
    return re.compile(
        r"(?:\s(?:now\s)?(?:since|after|into|following)\b|\sanniversary\b"
        r"|\s(?:now\b|of\s(?:the|its|their|an?)\s\w+))"
    )


@cache
def _marked() -> re.Pattern[str]:
    """Words before a length of time that count it up to now."""
    return re.compile(
        r"\b(?:mark(?:s|ed|ing)|(?:has|have)\sbeen(?:\s\w+)?(?:\sfor)?)\s(?:the\s)?\Z"
    )


def find_witnesses(article: Article, *, day_one: date | None) -> tuple[Witness, ...]:
    """Give what an article's words say about when it was published, in order.

    Args:
        article: The article; a stated day of publication is not looked at.
        day_one: First day of the desk's day count.
    """
    blocks = [
        block
        for at, block in enumerate(article.blocks)
        if block.role in BODY or (block.role in FRAME and at < OPENING)
    ]
    timexes = find_timexes(
        article.text,
        [block.span for block in blocks],
        published=None,
        language=article.language,
        day_one=day_one,
    )
    starts = [timex.span.start for timex in timexes]

    def inside(span: Span) -> Sequence[Timex]:
        low, high = (bisect_left(starts, at) for at in (span.start, span.end))
        return timexes[low:high]

    return tuple(
        witness
        for block in blocks
        if inside(block.span)
        for sentence in _sentences(article.text, block)
        if (within := inside(sentence))
        for witness in _of_sentence(article.text, sentence, block.role, within)
    )


def _sentences(text: str, block: Block) -> Sequence[Span]:
    if block.role in FRAME:
        return (block.span,)
    return split_sentences(text, block.span)


def _of_sentence(
    text: str, sentence: Span, role: Role, timexes: Sequence[Timex]
) -> Iterator[Witness]:
    framed = role in FRAME
    told = framed or role in {"headline", "heading"} or _is_told(text, sentence)
    for timex in timexes:
        span = timex.span
        said = framed or is_saying_day(
            text, span.start, span.end, sentence.start, sentence.end
        )
        low = max(sentence.start, span.start - _REACH)
        if not said and (not told or _open_ended().search(text, low, span.start)):
            continue
        if timex.days is None and in_quotes(text, span.start, sentence):
            continue
        witness = _witness(timex, sentence, role, said=said)
        if witness and (not witness.length or _counts_up(text, sentence, span)):
            yield witness


def _counts_up(text: str, sentence: Span, span: Span) -> bool:
    """Say whether a length of time is told to have passed since something."""
    low = max(sentence.start, span.start - _REACH)
    after = _passed().match(text, span.end, sentence.end)
    marked = _marked().search(text, low, span.start)
    bare = after is not None and after.group().split()[-1] in {"since", "after", "into"}
    return bare or (after is not None and marked is not None) or _is_anniversary(after)


def _is_anniversary(after: re.Match[str] | None) -> bool:
    return after is not None and "anniversary" in after.group()


def _is_told(text: str, sentence: Span) -> bool:
    """Say whether a sentence tells what has happened or is so."""
    telling = read_telling(text, sentence)
    return telling.tense != "future" and not telling.guess


def _witness(timex: Timex, sentence: Span, role: Role, *, said: bool) -> Witness | None:
    base = Witness(timex.span, sentence, timex.text, role, timex.rule, said=said)
    days = timex.days
    if days:
        dated = timex.type == "DATE" and not timex.relative and len(days) <= _MONTH
        # A run such as "Days 1,076-1,080" is a DURATION with days of its own.
        counted = timex.rule == "day_counts"
        return base._replace(days=days) if dated or counted else None
    if named := _DAY.match(timex.value):
        month_day = (int(named[1]), int(named[2]))
        return base._replace(month_day=month_day, weekday=_weekday_of(timex.text))
    if named := _WEEKDAY.match(timex.value):
        return base._replace(weekday=int(named[1]))
    if named := _LENGTH.fullmatch(timex.value):
        return base._replace(length=(int(named[1]), named[2]))
    return None


def _weekday_of(words: str) -> int | None:
    first = words.split()[0].strip(".,").lower()
    return WEEKDAYS.get(first) or SHORT_WEEKDAYS.get(first)
