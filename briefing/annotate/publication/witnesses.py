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
from briefing.annotate.clauses import clause_tense
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
TITLES: frozenset[Role] = frozenset({"headline", "heading"})
"""Roles whose words need no verb to tell of what is past."""
FRAME: frozenset[Role] = frozenset({"byline", "dateline", "credit", "junk"})
"""Roles of lines that may state the day of publication itself."""
LONG = 20
"""Words of a paragraph behind which no such line stands; a standfirst is shorter."""
META = "front-matter"
"""Name of the rule for lines that state facts by key; those are read as facts."""
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
        r"|expir\w{1,5}|schedul\w{1,5}|planned|due|expected|set|beginning|starting|from)"
        r"(?:\s(?:the|on|in|for))?|(?:was|were)\sto\s[a-z][^.;]{0,40}?"
        r"|(?:due|expected|likely|set|plans?|planned|scheduled|hopes?|intends?|wants?)"
        r"\sto\s[a-z][^.;]{0,30}?)\s\Z",
    )


@cache
def _dateline() -> re.Pattern[str]:
    """The place in capitals before the day that opens a wire story."""
    return re.compile(r"\s*[A-Z][A-Z.’' -]{2,30}(?:,\s[A-Z][\w. ]{1,20})?,\s[(]?")


@cache
def _ambiguous() -> re.Pattern[str]:
    """A date in numbers that may be day first or month first."""
    return re.compile(r"(?:0?\d|1[0-2])([/-])(?:0?\d|1[0-2])\1(?:\d\d){1,2}")


@cache
def _takes_place() -> re.Pattern[str]:
    """A verb in the present just before a day: what is set down to take place then."""
    return re.compile(
        r"\b(?:takes?|comes?|goe?s?|opens?|begins?|starts?|ends?|leaves?|replaces?"
        r"|falls?|holds?|meets?|votes?|expires?)\s(?:[a-z]+\s){0,5}(?:on\s)?\Z"
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


def find_witnesses(
    article: Article, *, day_one: date | None, published: date | None = None
) -> tuple[Witness, ...]:
    """Give what an article's words say about when it was published, in order.

    Args:
        article: The article; a stated day of publication is not looked at.
        day_one: First day of the desk's day count.
        published: The day to read its words against, where that is known: then
            "on Monday" is a day too, to be set against other articles.
    """
    blocks = [
        block
        for block, opens in zip(article.blocks, _openings(article), strict=True)
        if block.role in BODY or (block.role in FRAME and opens)
    ]
    timexes = find_timexes(
        article.text,
        [block.span for block in blocks],
        published=published,
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
        for witness in _of_sentence(
            article.text, sentence, block.role, within, known=published is not None
        )
    )


def _openings(article: Article) -> Iterator[bool]:
    """Say of each block whether it stands where the day of publication may stand."""
    paragraphs = 0
    for block in article.blocks:
        words = len(block.span.cut(article.text).split())
        paragraphs += block.role in BODY and words >= LONG
        yield not paragraphs and block.rule != META


def _sentences(text: str, block: Block) -> Sequence[Span]:
    if block.role in FRAME:
        return (block.span,)
    return split_sentences(text, block.span)


def _of_sentence(
    text: str,
    sentence: Span,
    role: Role,
    timexes: Sequence[Timex],
    *,
    known: bool,
) -> Iterator[Witness]:
    tense = "past" if role in FRAME else read_telling(text, sentence).tense
    for timex in timexes:
        witness = _witness(timex, sentence, role)
        if witness is None or _ambiguous().fullmatch(timex.text):
            continue
        if witness.length:
            if _counts_up(text, sentence, timex.span):
                yield witness
            continue
        # A day that is itself counted from other words leads back to them.
        if timex.days and timex.relative and timex.rule != "day_counts" and not known:
            continue
        said = _is_said(text, sentence, role, timex.span, tense)
        if said or _is_past(text, sentence, role, timex):
            yield witness._replace(said=said)


def _is_said(text: str, sentence: Span, role: Role, day: Span, tense: str) -> bool:
    """Say whether a day is that of saying, of filing, or of the line it stands in."""
    if role in FRAME or _dateline().fullmatch(text, sentence.start, day.start):
        return True
    return tense != "present" and is_saying_day(
        text, day.start, day.end, sentence.start, sentence.end
    )


def _is_past(text: str, sentence: Span, role: Role, timex: Timex) -> bool:
    """Say whether a day is told of as past, outside what somebody is quoted with."""
    start, end = timex.span.start, timex.span.end
    tense = clause_tense(text, start, end, sentence.start, sentence.end)
    told = tense == "past" or role == "caption" or (not tense and role in TITLES)
    if _takes_place().search(text, max(sentence.start, start - _REACH), start):
        return False
    low = max(sentence.start, start - _REACH)
    if not told or _open_ended().search(text, low, start):
        return False
    return timex.days is not None or not in_quotes(text, start, sentence)


def _counts_up(text: str, sentence: Span, span: Span) -> bool:
    """Say whether a length of time is told to have passed since something."""
    low = max(sentence.start, span.start - _REACH)
    after = _passed().match(text, span.end, sentence.end)
    marked = _marked().search(text, low, span.start)
    bare = after is not None and after.group().split()[-1] in {"since", "after", "into"}
    return bare or (after is not None and marked is not None) or _is_anniversary(after)


def _is_anniversary(after: re.Match[str] | None) -> bool:
    return after is not None and "anniversary" in after.group()


def _witness(timex: Timex, sentence: Span, role: Role) -> Witness | None:
    base = Witness(timex.span, sentence, timex.text, role, timex.rule)
    days = timex.days
    if days:
        dated = timex.type == "DATE" and len(days) <= _MONTH
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
