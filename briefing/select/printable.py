"""Why a sentence cannot be printed: its flaws, what it leans on, whose word it is.

What a sentence says of itself comes from `annotate`; here its article is looked at too.
A roundup or a translation is another desk's reading: its figures need another source,
its judgements a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.text.caveats import is_caveat, is_unproven

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.passage import Passage, Sentence
    from briefing.model.selection import Candidate

LEANS = "leans on an earlier sentence: “{words}”"
TRANSLATED_FIGURE = "a figure that only a machine translation gives: never quoted"
JUDGEMENT = "judgement with no source named"
OTHERS_JUDGEMENT = "another desk’s judgement, no source named"
UNPRINTED_CAVEAT = "its caveat cannot be printed after it: “{words}”"
SECONDARY = frozenset(("roundup", "aggregator", "machine_translation"))
"""Kinds of sources that retell others."""
_HALVES = 3
"""Marks of more than one quotation: something stands between the two."""
SMALL = 3
"""Below this a count is told by many sentences and is worth no hold."""


@cache
def _later() -> re.Pattern[str]:
    units = "minutes?|hours?|days?|weeks?"
    parts = "day|night|morning|evening|afternoon|week"
    return re.compile(
        rf"\b(?:(?:an?|one|two|three|four|five|six|several|few|\d+|some)\s(?:{units})"
        rf"\s(?:later|earlier|afterwards?)|the\s(?:next|following|previous|same"
        rf"|preceding)"
        rf"\s(?:{parts})|that\s(?:same\s)?(?:{parts}))\b",
        re.IGNORECASE,
    )


@cache
def _trend() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:declined?|decreas\w+|increas\w+|intensif\w+|escalat\w+|eas(?:ed|ing)"
        r"|slow(?:ed|ing)|worsen\w*|improv\w+|deteriorat\w+|stall\w+|deepen\w*"
        r"|grow(?:n|ing)"
        r"|grew|widen\w*|gain(?:ed|ing)? (?:momentum|pace|strength)|los(?:t"
        r"|ing) momentum"
        r"|continu\w+ (?:to|its|their)|remains?|remained|likely|unlikely|appears?"
        r"|seems?"
        r"|become|becoming|became|significant\w*|impressive|successful\w*|effective\w*"
        r"|will (?:not )?(?:lead|decide|depend)|means that|shows that|rage[sd]?)\b",
        re.IGNORECASE,
    )


def why_barred(passage: Passage, sentence: Sentence, article: Article) -> str | None:
    """Say why a sentence of an article cannot be printed; None when it can."""
    if sentence.flaw:
        return sentence.flaw
    open_needs = [need.text for need in sentence.needs if not (need.fill or need.drop)]
    words = open_needs[0] if open_needs else _open_time(passage, sentence)
    if words:
        return LEANS.format(words=words)
    if article.kind == "machine_translation":
        return _why_untranslated(passage, sentence)
    if sentence.attribution is None:
        return _why_unsourced(passage, sentence, article)
    return None


def _why_untranslated(passage: Passage, sentence: Sentence) -> str | None:
    if sentence.quoted:
        return "quotation in a machine translation"
    if _has_figure(passage, sentence):
        return TRANSLATED_FIGURE
    if sentence.attribution is None and sentence.aspect == "opinion":
        return JUDGEMENT
    return None


def _why_unsourced(
    passage: Passage, sentence: Sentence, article: Article
) -> str | None:
    if _is_bare_quotation(sentence.text):
        return "a quotation that names no speaker"
    if sentence.text.endswith("?"):
        return "a question that nobody is said to ask"
    if sentence.aspect == "opinion":
        return JUDGEMENT
    told = sentence.event_days or sentence.said_on or _has_figure(passage, sentence)
    if article.kind in SECONDARY and not told and _trend().search(sentence.text):
        return OTHERS_JUDGEMENT
    return None


def _is_bare_quotation(text: str) -> bool:
    """Say whether a sentence is direct speech from its first word to its last."""
    return text[0] in '“"«' and text[-1] in '”"»' and text.count(text[-1]) < _HALVES


def _has_figure(passage: Passage, sentence: Sentence) -> bool:
    """Say whether a sentence counts something that a reader would check."""
    return any(
        sentence.span.covers(figure.span)
        and figure.kind not in ("age", "duration", "vague")
        and (figure.value is None or figure.value >= SMALL or figure.unit != "count")
        for figure in passage.figures
    )


def _open_time(passage: Passage, sentence: Sentence) -> str | None:
    """Find "a day later", where nobody can tell which day that was."""
    if sentence.quoted:
        return None
    own = [t for t in passage.timexes if sentence.span.covers(t.span)]
    for found in _later().finditer(sentence.text):
        start = sentence.span.start + found.start()
        end = sentence.span.start + found.end()
        known = any(
            timex.days is not None
            and timex.type in ("DATE", "TIME")
            and (timex.span.end <= start or timex.span.start < end)
            for timex in own
        )
        if not known:
            return found.group()
    return None


def bar_without_caveat(
    candidates: Iterable[Candidate], passages: Mapping[str, Sequence[Passage]]
) -> tuple[Candidate, ...]:
    """Bar the claims whose caveat cannot be printed right after them.

    A caveat of the same paragraph is printed with its claim, if it has no flaw. One
    that opens the next paragraph belongs to another item: there a claim that nobody
    could verify is held. That somebody gave no comment is no reason to hold a report.
    """
    after = {
        (article, one.index): other.sentences[0]
        for article, own in passages.items()
        for one, other in pairwise(own)
        if other.sentences
    }

    def checked(candidate: Candidate) -> Candidate:
        caveat = _caveat_of(candidate, after)
        if candidate.barred or caveat is None:
            return candidate
        return replace(candidate, barred=UNPRINTED_CAVEAT.format(words=caveat))

    return tuple(map(checked, candidates))


def _caveat_of(
    candidate: Candidate, after: Mapping[tuple[str, int], Sentence]
) -> str | None:
    """Give the caveat of a candidate that cannot be printed behind it, or None."""
    if is_caveat(candidate.sentence.text):
        return None
    rest = candidate.passage.sentences[candidate.index + 1 :]
    if rest:
        caveat = rest[0]
        return caveat.text if caveat.flaw and is_caveat(caveat.text) else None
    following = after.get(candidate.key[:2])
    return following.text if following and is_unproven(following.text) else None
