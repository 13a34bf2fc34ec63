"""Who says what: the sources of an article's sentences, in order.

A sentence that names its source has it; one inside a quotation has the speaker of
the sentence that the quotation belongs to. The sources inside one sentence are kept
apart, so that a figure can take the nearest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.attribution.markup import last_unmarked, without_markup
from briefing.annotate.attribution.quotes import find_quotes, share_quoted
from briefing.annotate.attribution.sources import Memory, Source, resolve_source
from briefing.annotate.attribution.speech_acts import Form, find_speech_acts, may_speak
from briefing.annotate.places import inside, touching
from briefing.annotate.tagging import Word, tag_words
from briefing.model.passage import Attribution
from briefing.model.span import Span
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.annotate.attribution.mentions import NameIndex
    from briefing.annotate.attribution.speech_acts import SpeechAct
    from briefing.model.figure import Figure
    from briefing.model.passage import Mention

_MOSTLY = 0.5
_LONGEST_PROSE = 3000
_NEAR = 48
# Sentences that one quotation runs to, at most.
_LONGEST_SPEECH = 30
# What is only expected is told by whoever closes the sentence: "..., X said".
_WEIGHING = word_set("expects expect expected hopes hoped hope believes believe thinks")
_POSSESSIVE = len("'s")
# A name before the comma, or a bracket that does not convert another length.
_ASIDE = re.compile(
    r"[A-Z][\w’'-]*,\s?(?:[\d.,]+\s?[a-z]+\s\()?\Z|(?<!\d)[^\s\d][^\d(]{12}\(\Z"
)
_LENGTHS = word_set("km mi m ft nmi")


class Saying(NamedTuple):
    """A source, resolved, and what part of its sentence it tells."""

    source: Source
    """Who says so."""
    verb: str
    """The word of saying."""
    start: int
    """Where source and verb begin."""
    end: int
    """Where they end."""
    form: Form
    """Whether it opens or closes what it says."""
    embedded: bool
    """Whether it tells only part of the sentence."""


class Sourced(NamedTuple):
    """A sentence with its sources."""

    sentence: Span
    """The sentence."""
    attribution: Attribution | None
    """Who says so, for the sentence as a whole."""
    sayings: tuple[Saying, ...]
    """The sources inside it, in order."""
    quoted: bool
    """Whether it is, or holds, direct speech."""
    opens_quoted: bool
    """Whether it begins inside a quotation that was opened before it."""
    person: str | None
    """The person whom "he" means here, if that is certain."""
    quotes: tuple[Span, ...] = ()
    """The quotations that reach into it."""
    words: tuple[Word, ...] | None = None
    """Its words with their classes, where they were needed."""


class Reader:
    """Reads the paragraphs of one article in order, minding who was named."""

    def __init__(self, text: str, index: NameIndex) -> None:
        self.original = text
        self.text = without_markup(text)
        self.memory = Memory(index, self.text)

    def read_block(
        self, block: Span, sentences: Sequence[Span], mentions: Sequence[Mention]
    ) -> tuple[Sourced, ...]:
        """Find the sources of a paragraph's sentences."""
        quotes = find_quotes(self.text, block)
        read = [self._read_sentence(each, mentions, quotes) for each in sentences]
        return tuple(_with_speaker(read, at) for at in range(len(read)))

    def _read_sentence(
        self, sentence: Span, mentions: Sequence[Mention], quotes: tuple[Span, ...]
    ) -> Sourced:
        memory = self.memory
        memory.at += 1
        mentions = inside(mentions, sentence)
        quotes = touching(quotes, sentence)
        person = memory.only_person()
        words = self._tag_if_spoken(sentence)
        sayings = self._find_sayings(words, mentions, quotes) if words else ()
        for mention in mentions:
            if mention.kind == "person":
                memory.persons.append((memory.at, mention.name))
        return Sourced(
            sentence,
            _whole_sentence(sayings),
            sayings,
            bool(quotes),
            any(quote.start < sentence.start < quote.end for quote in quotes),
            person,
            quotes,
            words,
        )

    def _tag_if_spoken(self, sentence: Span) -> tuple[Word, ...] | None:
        if sentence.end - sentence.start > _LONGEST_PROSE:
            return None
        if not may_speak(self.text, sentence.start, sentence.end):
            return None
        return tag_words(self.text, sentence)

    def _find_sayings(
        self,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        quotes: tuple[Span, ...],
    ) -> tuple[Saying, ...]:
        sayings = []
        for act in find_speech_acts(words):
            if _is_quoted(words[act.verb].start, quotes):
                # What the speaker tells of others' saying is still his own word.
                continue
            saying = self._resolve(act, words, mentions)
            if saying is not None:
                sayings.append(saying)
                self.memory.speakers.append((self.memory.at, saying.source))
        return tuple(sayings)

    def _resolve(
        self, act: SpeechAct, words: Sequence[Word], mentions: Sequence[Mention]
    ) -> Saying | None:
        first = _name_start(self.text, words, act)
        end = words[act.end - 1].end - (_POSSESSIVE if act.owner else 0)
        span = Span(words[first].start, end)
        if self.original is not self.text:
            # Printed is what stands in the article: no word of it is left out inside.
            span = last_unmarked(self.original, self.text, span)
        source = resolve_source(self.text, span, mentions, self.memory)
        if source is None:
            return None
        verb = words[act.verb]
        return Saying(
            source,
            verb.low,
            min(span.start, verb.start),
            max(span.end, verb.end),
            act.form,
            act.embedded,
        )


def _is_quoted(at: int, quotes: tuple[Span, ...]) -> bool:
    return any(quote.start < at < quote.end for quote in quotes)


def _name_start(text: str, words: Sequence[Word], act: SpeechAct) -> int:
    """Find where the name begins after a description in small letters.

    "human rights organization Sawasiah" is cut to "Sawasiah"; titles with capitals
    stay ("Foreign Minister Andriy Sybiha").
    """
    at = act.end - 1
    while at >= act.first and text[words[at].start].isupper():
        at -= 1
    described = at >= act.first and at < act.end - 1 and words[at].tag == "N"
    if any(word.tag == "P" for word in words[act.first : at + 1]):
        return act.first
    return at + 1 if described and words[at].low.isalpha() else act.first


def _attribute(saying: Saying, *, inherited: bool = False) -> Attribution:
    source = saying.source
    return Attribution(
        source.text, source.span, source.name, source.party, saying.verb, inherited
    )


def _whole_sentence(sayings: Sequence[Saying]) -> Attribution | None:
    """Take the source that tells the whole sentence: the first that is not inside."""
    for saying in sayings:
        if not saying.embedded:
            return _attribute(saying)
    return None


def _with_speaker(read: Sequence[Sourced], at: int) -> Sourced:
    """Give direct speech without a source the speaker of the same quotation."""
    sourced = read[at]
    if sourced.attribution or not sourced.quotes:
        return sourced
    if share_quoted(sourced.quotes, sourced.sentence) < _MOSTLY:
        return sourced
    speaker = _speaker_of(read, at)
    if speaker is None:
        return sourced
    attribution = Attribution(
        speaker.text, speaker.span, speaker.name, speaker.party, speaker.verb, True
    )
    return sourced._replace(attribution=attribution)


def _speaker_of(read: Sequence[Sourced], at: int) -> Attribution | None:
    """Find who speaks: a source later in the quotation, else one before it."""
    mine = read[at].quotes
    later = read[at + 1 : at + 1 + _LONGEST_SPEECH]
    earlier = read[max(0, at - _LONGEST_SPEECH) : at]
    for other in (*later, *reversed(earlier)):
        if other.attribution and not set(mine).isdisjoint(other.quotes):
            return other.attribution
    return earlier[-1].attribution if earlier else None


def figure_source(sourced: Sourced, text: str, figure: Figure) -> Attribution | None:
    """Find who says a figure: the nearest source that can tell it.

    What a report sets beside a name as background is its own: an age, or a distance
    behind a comma ("the town, 80 km from the capital").
    """
    at = figure.span.start
    if not any(quote.start <= at < quote.end for quote in sourced.quotes):
        aside = _ASIDE.search(text, max(0, at - _NEAR), at) is not None
        if figure.kind == "age" or (figure.unit in _LENGTHS and aside):
            return None
    if not sourced.sayings:
        return sourced.attribution
    saying = _nearest(sourced, text, at)
    return _attribute(saying) if saying else None


def _nearest(sourced: Sourced, text: str, at: int) -> Saying | None:
    """Choose among the sources of a sentence for what stands at an offset."""
    told = [
        saying
        for saying in sourced.sayings
        if not saying.embedded or _tells_part(saying, text, at)
    ]
    before = [saying for saying in told if saying.end <= at]
    after = [saying for saying in told if saying.start > at]
    weighed = before and before[-1].verb in _WEIGHING and after
    if before and before[-1].form != "after" and not weighed:
        return before[-1]
    if after and (
        after[0].form != "before" or after[0].embedded or sourced.opens_quoted
    ):
        return after[0]
    if before:
        return before[-1]
    inside = [saying for saying in told if saying.start <= at < saying.end]
    return inside[0] if inside else None


def _tells_part(saying: Saying, text: str, at: int) -> bool:
    """Say whether a source inside a clause tells what stands at an offset."""
    if at >= saying.end:
        return "," not in text[saying.end : at]
    relative = text[at : saying.start].rstrip().endswith(("that", "which", "who"))
    return relative and saying.start - at < _NEAR
