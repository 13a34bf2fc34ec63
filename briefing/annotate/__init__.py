"""Articles to passages with dates, figures and attributions.

from briefing.annotate import annotate
for passage in annotate(article, names=desk.names):
    print(passage.text, passage.figures)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.attribution.mentions import NameIndex, find_mentions, index_names
from briefing.annotate.attribution.reader import Reader, Sourced
from briefing.annotate.days.reading import Days, read_days
from briefing.annotate.figures.reading import read_figures
from briefing.annotate.flaws import find_flaw
from briefing.annotate.languages import tell_languages
from briefing.annotate.needs import find_needs
from briefing.annotate.places import inside
from briefing.annotate.timexes import find_timexes, join_sentences
from briefing.model.article import PRINTABLE, Article
from briefing.model.passage import Passage, Sentence
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from briefing.model.article import Block
    from briefing.model.names import NameList
    from briefing.model.passage import Mention
    from briefing.model.span import Span
    from briefing.model.timex import Timex

# How many sentences back a sentence is taken to lean.
_EARLIER = 12


class _Setting(NamedTuple):
    """What all passages of an article share."""

    article: Article
    names: NameIndex
    published: date | None
    zone: ZoneInfo | None


def annotate(
    article: Article,
    *,
    names: NameList,
    day_one: date | None = None,
    zone: ZoneInfo | None = None,
) -> tuple[Passage, ...]:
    """Find dates, figures, names and sources in an article's paragraphs.

    Args:
        article: The article.
        names: The desk's names; who belongs to which side is read from them alone.
        day_one: First day of the desk's day count.
        zone: The edition's zone, in which hours named with another count.

    Returns:
        One passage a printable block or caption, in the order of the article.
    """
    setting = _Setting(article, index_names(names), article.published.day, zone)
    blocks = [
        (number, block)
        for number, block in enumerate(article.blocks)
        if block.role in PRINTABLE or block.role == "caption"
    ]
    spans = [block.span for _, block in blocks]
    told = tell_languages(article.text, spans, article.language)
    timexes = find_timexes(
        article.text,
        spans,
        published=setting.published,
        language=article.language,
        day_one=day_one,
    )
    headings = _headings(article)
    lede = next((n for n, block in blocks if block.role != "caption"), None)
    reader = Reader(article.text, setting.names)
    passages: list[Passage] = []
    for (number, block), language in zip(blocks, told, strict=True):
        here = inside(timexes, block.span)
        before = _days_before(passages, block, headings[number])
        passage = _read_passage(setting, number, block, here, reader, before, language)
        passages.append(
            replace(passage, is_lede=number == lede, heading=headings[number])
        )
    return tuple(passages)


def _days_before(
    passages: Sequence[Passage], block: Block, heading: str | None
) -> Days | None:
    """Give the days of the sentence that ends the paragraph before, if any.

    News agencies write a paragraph a sentence, so a sentence may go on with that.
    """
    if not passages or block.role != "paragraph":
        return None
    last = passages[-1]
    if last.role != "paragraph" or last.heading != heading or not last.sentences:
        return None
    sentence = last.sentences[-1]
    return Days(
        sentence.event_days,
        sentence.days_inherited,
        sentence.said_on,
        sentence.aspect,
        sentence.days_from,
        sentence.readings,
        sentence.span,
    )


def _headings(article: Article) -> list[str | None]:
    """Give for each block the subheading it stands under."""
    heading: str | None = None
    found: list[str | None] = []
    for block in article.blocks:
        if block.role == "heading":
            heading = block.span.cut(article.text)
        found.append(heading)
    return found


def _read_passage(
    setting: _Setting,
    number: int,
    block: Block,
    timexes: tuple[Timex, ...],
    reader: Reader,
    before: Days | None,
    language: str,
) -> Passage:
    text = setting.article.text
    spans = join_sentences(
        split_sentences(text, block.span), [timex.span for timex in timexes]
    )
    mentions = find_mentions(text, block.span, setting.names)
    sourced = reader.read_block(block.span, spans, mentions)
    taken = _taken(timexes, mentions, text)
    figures = read_figures(text, sourced, taken, language=language)
    return Passage(
        article=setting.article.id,
        index=number,
        span=block.span,
        text=block.span.cut(text),
        role=block.role,
        sentences=tuple(
            _sentences(setting, sourced, timexes, mentions, before, language)
        ),
        timexes=timexes,
        figures=figures,
        mentions=mentions,
    )


def _taken(
    timexes: Sequence[Timex], mentions: Sequence[Mention], text: str
) -> list[Span]:
    """Places whose numbers are no figures: days and clock times, names with digits.

    Lengths of time stay open: "six months" is a duration and may be a figure.
    """
    days = [timex.span for timex in timexes if timex.type in ("DATE", "TIME")]
    numbered = [
        mention.span
        for mention in mentions
        if any(char.isdigit() for char in mention.span.cut(text))
    ]
    return sorted(days + numbered)


def _sentences(
    setting: _Setting,
    sourced: Sequence[Sourced],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    before: Days | None,
    language: str,
) -> Iterator[Sentence]:
    text = setting.article.text
    for at, each in enumerate(sourced):
        span = each.sentence
        days = read_days(
            span,
            text,
            timexes,
            published=setting.published,
            before=before,
            zone=setting.zone,
            language=language,
        )
        before = days
        leaning = find_needs(
            text, each, sourced[max(0, at - _EARLIER) : at], inside(mentions, span)
        )
        yield Sentence(
            span=span,
            text=span.cut(text),
            event_days=days.event_days,
            days_inherited=days.days_inherited,
            said_on=days.said_on,
            aspect=days.aspect,
            days_from=days.days_from,
            readings=days.readings,
            attribution=each.attribution,
            quoted=each.quoted,
            continues=leaning.continues,
            needs=leaning.needs,
            flaw=find_flaw(text, span, last=at == len(sourced) - 1, sourced=each),
        )
