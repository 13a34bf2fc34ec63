"""What a sentence lacks to stand alone.

A need covers the words that lean on an earlier sentence. Its `fill` is the complete
text to print in their place: our words stand in square brackets, everything outside
them is the source's own, in order: "The ministry" becomes "The [Russian Defense]
ministry", "He" becomes "[Volodymyr Zelenskyy]". Words that only link ("Meanwhile,")
are marked `drop`: a cut mark takes their place and the sense stays. Where it is not
certain what the words mean, `fill` is None: the sentence must not be printed alone.
A need of no length at the beginning puts back the opening of a quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.attribution.sources import PERSONAL, UTTERANCES, find_full_name
from briefing.annotate.tagging import is_plural
from briefing.model.passage import Need
from briefing.model.span import Span
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.annotate.attribution.reader import Saying, Sourced
    from briefing.model.passage import Mention

_START = re.compile(r"[\s\"'“”‘’«»(\[]*")
_LINK = re.compile(
    r"(?:(?:Meanwhile|However|Moreover|Furthermore|Additionally|Similarly|Likewise"
    r"|Consequently|Therefore|Thus|Separately|Nevertheless|Nonetheless|In\s(?:general"
    r"|addition|turn|conclusion|fact|the\smeantime)|As\s(?:such|a\sresult)|At\sthe\ssame"
    r"\stime|For\sits\spart|That\ssaid|Indeed|Overall|Still|Instead|Yet|Besides|Finally"
    r"|Also|And|But|So),"
    r"|Also(?=\s(?:on|in)\s)|Meanwhile\b|(?:But|And)(?=\s[a-zA-Z]))"
)
_CONTINUING = re.compile(
    r"(?:Then|Later|Earlier|Afterwards?|Since\sthen|There|Here|In\sresponse|Among\sthem"
    r"|Despite\s(?:this|that|these|the)|After\sthat|In\sthis|In\sthat|On\sthis)\b"
)
_TIME_NOUNS = (
    "week|month|year|morning|afternoon|evening|weekend|day|summer|winter|spring|autumn"
    "|fall|season|time"
)
_POINTING = re.compile(
    rf"(?:This|That|These|Those|Such)\b(?!\s(?:{_TIME_NOUNS}|the|an?)\b)(?:\s(?!said\b)[a-z]+)?"
    r"|(?:At|In|On|From|To|Near|For|Of|With|Among|Like|Unlike|Between)\s(?:them|these|those"
    r"|him|her|it|both|each|that|this|the\ssame)\b(?!\s(?:time|day|week|month|year)\b)"
    r"|The\s(?:attack|strike|raid|blast|incident|move|change|figure|decision|operation)\b"
    r"(?=\s(?:came|comes|was|is|has|had|follow))"
    r"|The\s(?:latter|former|two|same|others?)\b|Both\s(?:sides|countries|men|women|of)\b"
    r"|(?:Some|Others|Many|Most|Both|All|Each|Neither|None|Several|Few)"
    r"(?=\s(?:have|has|had|are|were|was|is|did|do|said|say|also|of\s(?:them|those)\b))"
)
_PRONOUN = re.compile(r"(?:He|She|They|It|His|Her|Their|Its)\b(?!['’](?:ll|d|ve))")
# "It is clear that", "It was the first time": stands for nothing said before.
_EMPTY_IT = re.compile(
    r"It(?:\s(?:is|was|remains|seems|seemed|appears|appeared|became|has\sbeen|will\sbe)"
    r"(?:\s(?:not|still|also|now|yet|un)?\s?[\w’'-]+){1,4}?\s(?:that|whether|to|how|if|why"
    r"|when|since)\b|\s(?:takes|took)\s)"
)
_DEFINITE = re.compile(
    r"(The|the)((?:\s[a-z]+)??)\s([a-z]+)(?=\s(?:is|are|was|were|has|have|had|will|would"
    r"|can|could|may|might|should|must|did|does|said|says|also|[a-z]+ed|[a-z]+s\s(?:that"
    r"|the|a|its|it))\b|,\s(?:based|citing|which|who)\b)"
)
# Nouns that mean one thing to every reader of the news.
_KNOWN = word_set(
    "war world invasion conflict weather economy public internet government police "
    "army opposition authorities dead wounded sun sea sky country nation rebels "
    "west east pandemic crisis fighting end rest number toll majority future past "
    "truth question"
)
_SAME_TIME = re.compile(
    r"\bthe\s(?:same|that)\s(?:time\sframe|timeframe|time|period|days?|months?|weeks?)\b"
)
_PERIOD = re.compile(
    r"\b(?:over|in|during|within|for)\s(?:the\s)?(?:past|last|previous)\s[\w-]+(?:\s\w+)?"
    r"|\b[\w-]+\s(?:days|weeks|months|years)\sof\s[a-z]+(?:\sin\sthe\s[A-Z]\w+)?"
)
_DOUBLED = re.compile(
    r"\b(in|the|of|to|a|an|and|on|for|at|by|with|from)\s+(?=\1\s)", re.IGNORECASE
)


class Leaning(NamedTuple):
    """How a sentence leans on what stands before it."""

    needs: tuple[Need, ...]
    """What it lacks, in order."""
    continues: bool
    """Whether it continues the sentence before."""


def find_needs(
    text: str,
    sourced: Sourced,
    earlier: Sequence[Sourced],
    mentions: Sequence[Mention],
) -> Leaning:
    """Find what a sentence lacks to stand alone.

    Args:
        text: The article's text.
        sourced: The sentence with its sources.
        earlier: The sentences before it in its paragraph.
        mentions: The listed names in its paragraph.
    """
    span = sourced.sentence
    opening = _START.match(text, span.start, span.end)
    at = opening.end() if opening else span.start
    found = [*_missing_mark(text, sourced), *_doubled(text, span)]
    link = _LINK.match(text, at, span.end)
    if link:
        found.append(_need(text, link.start(), link.end(), None, drop=True))
        at = link.end() + 1
    found += _opening_needs(text, at, sourced, earlier)
    found += _speaker_needs(text, at, sourced, mentions)
    found += _period_needs(text, sourced, earlier)
    needs = _apart(found)
    leans = bool(needs) or _CONTINUING.match(text, at, span.end) is not None
    return Leaning(needs, leans or _is_unsourced_speech(sourced))


def _need(
    text: str, start: int, end: int, fill: str | None, *, drop: bool = False
) -> Need:
    return Need(Span(start, end), text[start:end], fill, drop)


def _apart(needs: Sequence[Need]) -> tuple[Need, ...]:
    """Put needs in order and leave out those that overlap an earlier one."""
    kept: list[Need] = []
    for need in sorted(needs, key=lambda each: each.span):
        if not kept or need.span.start >= kept[-1].span.end:
            kept.append(need)
    return tuple(kept)


def _missing_mark(text: str, sourced: Sourced) -> Iterator[Need]:
    """Put back the opening mark of a quotation that began a sentence earlier."""
    if not sourced.opens_quoted or not sourced.sayings:
        return
    start = sourced.sentence.start
    mark = "“" if "”" in sourced.sentence.cut(text) else '"'
    yield Need(Span(start, start), "", f"{mark}[…] ")


def _doubled(text: str, span: Span) -> Iterator[Need]:
    """Cut one of two equal small words: "said in in his address"."""
    for found in _DOUBLED.finditer(text, span.start, span.end):
        yield _need(text, found.start(1), found.end(1), None, drop=True)


def _is_unsourced_speech(sourced: Sourced) -> bool:
    """Say whether a quotation leaves its speaker to another sentence."""
    return sourced.attribution is not None and sourced.attribution.inherited


def _opening_needs(
    text: str, at: int, sourced: Sourced, earlier: Sequence[Sourced]
) -> Iterator[Need]:
    """Find leaning words at the beginning of a sentence."""
    end = sourced.sentence.end
    if _is_unsourced_speech(sourced):
        first = re.compile(r"\w+").search(text, at, end)
        if first:
            yield _need(text, first.start(), first.end(), None)
        return
    pointing = _POINTING.match(text, at, end)
    if pointing:
        yield _need(text, pointing.start(), pointing.end(), None)
        return
    pronoun = _PRONOUN.match(text, at, end)
    if pronoun and not _EMPTY_IT.match(text, at, end):
        yield _need(text, at, pronoun.end(), _fill_pronoun(pronoun.group(), sourced))
        return
    definite = _DEFINITE.match(text, at, end)
    if definite and _leans(definite):
        fill = _fill_definite(text, definite, sourced, earlier)
        yield _need(text, at, definite.end(), fill)


def _leans(definite: re.Match[str]) -> bool:
    """Say whether "The X" needs what was said: "The move", "The battlefield report"."""
    _, between, head = definite.groups()
    if between:
        return head in UTTERANCES
    return head not in _KNOWN and (head in UTTERANCES or not is_plural(head))


def _fill_pronoun(pronoun: str, sourced: Sourced) -> str | None:
    low = pronoun.lower()
    if low in PERSONAL:
        return f"[{sourced.person}]" if sourced.person else None
    if low in ("his", "her"):
        return f"[{sourced.person}’s]" if sourced.person else None
    first = sourced.sayings[0].source if sourced.sayings else None
    if low == "it" and first and first.text == pronoun and first.name:
        return f"[{first.name}]"
    return None


def _fill_definite(
    text: str,
    definite: re.Match[str],
    sourced: Sourced,
    earlier: Sequence[Sourced],
) -> str | None:
    """Fill "The ministry", "The battlefield report"."""
    article, between, head = definite.groups()
    saying = _saying_at(sourced, definite.start())
    name = saying.source.name if saying else None
    if name is None and head in UTTERANCES:
        name = _last_source(earlier)
    if name is None and not between:
        name = find_full_name(text, definite.start(), head)
    return _insert(article, between, head, name) if name else None


def _last_source(earlier: Sequence[Sourced]) -> str | None:
    last = earlier[-1].attribution if earlier else None
    return last.name if last else None


def _insert(article: str, between: str, head: str, name: str) -> str:
    """Put the words of a name around the noun: "The [Russian Defense] ministry"."""
    words = name.split()
    low = [word.lower() for word in words]
    if low and low[0] == "the":
        words, low = words[1:], low[1:]
    if head not in low:
        return f"{article} [{' '.join(words)}]{between} {head}"
    at = low.index(head)
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    filled = (
        f"{article} [{before}]{between} {head}"
        if before
        else f"{article}{between} {head}"
    )
    return f"{filled} [{after}]" if after else filled


def _saying_at(sourced: Sourced, start: int) -> Saying | None:
    for saying in sourced.sayings:
        if saying.source.span.start == start:
            return saying
    return None


def _speaker_needs(
    text: str, at: int, sourced: Sourced, mentions: Sequence[Mention]
) -> Iterator[Need]:
    """Find speakers named only by a pronoun or a noun: "..., he continued"."""
    for number, saying in enumerate(sourced.sayings):
        source = saying.source
        if source.span.start <= at or saying.embedded:
            continue
        low = source.text.lower()
        if low.startswith(("his ", "her ")) and not number:
            yield _owner_need(text, source.span, sourced)
        elif low in (*PERSONAL, "it", "they"):
            if not number and not _named_before(sourced, source.span, mentions, low):
                fill = f"[{source.name}]" if source.name else None
                yield _need(text, source.span.start, source.span.end, fill)
        elif not number and low.startswith("the ") and source.text[4:].islower():
            words = source.text.split()
            if len(words) == 2 and words[1] not in _KNOWN:  # noqa: PLR2004
                fill = (
                    _insert(words[0], "", words[1], source.name)
                    if source.name
                    else None
                )
                yield _need(text, source.span.start, source.span.end, fill)


def _owner_need(text: str, span: Span, sourced: Sourced) -> Need:
    """Fill "his" in "his office said"."""
    return _need(
        text, span.start, span.start + len("his"), _fill_pronoun("his", sourced)
    )


def _named_before(
    sourced: Sourced, span: Span, mentions: Sequence[Mention], low: str
) -> bool:
    """Say whether the same sentence names someone before the pronoun."""
    if sourced.quoted:
        return False
    kinds = ("person",) if low in PERSONAL else ("organisation", "place")
    return any(
        mention.kind in kinds
        and sourced.sentence.start <= mention.span.start < span.start
        for mention in mentions
    )


def _period_needs(
    text: str, sourced: Sourced, earlier: Sequence[Sourced]
) -> Iterator[Need]:
    """Fill "in the same time frame" with the period named before."""
    span = sourced.sentence
    found = _SAME_TIME.search(text, span.start, span.end)
    if found is None or text[found.start() - 3 : found.start()].lower() == "at ":
        return
    start = earlier[0].sentence.start if earlier else max(0, span.start - 600)
    periods = list(_PERIOD.finditer(text, start, found.start()))
    period = periods[-1] if periods else None
    fill = f"{found.group()} [{period.group()}]" if period else None
    yield _need(text, found.start(), found.end(), fill)
