"""From the figures of sentences to statements that can be compared with others."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.briefing import Claim
from briefing.model.selection import Source, Statement
from briefing.select.parts import is_named_part
from briefing.select.periods import time_of
from briefing.select.places import where
from briefing.select.quantities import REVISING, Entry
from briefing.select.scales import amount_of
from briefing.select.sense_words import TELLING_HEADS
from briefing.select.senses import (
    event_class,
    head_word,
    is_known,
    is_listed,
    known_event,
    natures,
    origins,
    thing_class,
    told_by_head,
)
from briefing.select.sides import side_of
from briefing.select.stretches import stretch_of
from briefing.text.fold import base_form, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.figure import Figure
    from briefing.model.names import NameList
    from briefing.model.passage import Passage
    from briefing.model.selection import Candidate
    from briefing.select.stretches import Stretch

LOSSES = "casualty"
FOLLOWING = 80
"""How many characters after a figure may make it a rate."""
WORD_LENGTH = 2
PARAGRAPHS_BACK = 2
PADDING = frozenset(
    "the and for are was has its had his her him she who not but all can may out one "  # noqa: SIM905
    "two three four five six seven eight nine ten our you any per via own off new now "
    "say said saying report reported reporting according statement that this they them "
    "have were been being with from which what would could should than more least some "
    "about after before since their there into onto over under also other another told "
    "news agency official officials spokesman spokeswoman source nearly almost around "
    "near confirmed confirm total number figure many most much only just year week "
    "month day hour today yesterday tomorrow night morning monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august "
    "september october november december early late last next first second million "
    "billion thousand hundred dozen each whom whose while when where then those these "
    "very still already far including include such both between during through put "
    "must will did does says per cent because amid across among make made".split()
)
"""Words that tie no two sentences."""
NOBODY = frozenset(
    "the a an of statement report account his her he she it they and in at spokesman "  # noqa: SIM905
    "spokeswoman estimate figure authority official minister government latest new "
    "some newspaper news agency tv state run local".split()
)
"""Words of a source that do not tell one from another."""
LEDGER_KINDS = frozenset({"count", "money", "percent", "measure", "rate"})
ALL_BUT = re.compile(r"\ball but\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Words that turn a number into what was left out."""
VERB = re.compile(r"\b(?:ha[sd]|have|was|were|are)\s(?:\w+ly\s|been\s|also\s)*(\w+)")
OFTEN = 2
"""Least mentions of the place that an article speaks of most."""
WITHIN = re.compile(r",?\s(?:(?:an?|the)\s\w+\s)?(?:in\s)?(?:the\s)?(?:\w+[’']s\s)?")
"""What stands between a place and the larger one that it lies in."""
FEW_PLACES = 3
"""A sentence that lists more places says nothing of where."""


def scene_of(passages: Iterable[Passage], names: NameList) -> str | None:
    """Give the place that an article speaks of most, or None when none stands out.

    Countries and capitals do not count: they speak more often than they are meant.
    """
    speakers = {name.name for name in names.names if name.party}
    counts = Counter(
        mention.name
        for passage in passages
        for mention in passage.mentions
        if mention.kind == "place" and mention.name not in speakers
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OFTEN:
        return None
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def counts(figure: Figure, candidate: Candidate) -> bool:
    """Say whether a figure may belong in the ledger: a count, a sum, a measure."""
    if ALL_BUT.search(candidate.sentence.text, 0, _place_in(figure, candidate)):
        return False
    return figure.kind in LEDGER_KINDS


def make_entries(
    candidates: Iterable[Candidate],
    names: NameList,
    days: Mapping[str, date | None],
    scenes: Mapping[str, str],
    articles: Mapping[str, Article],
) -> Iterator[Entry]:
    """Yield what the figures of sentences state, with all that it is compared by.

    Args:
        candidates: The sentences; those of an article in its order.
        names: The desk's names, for the sides.
        days: The publication day of each article, by id.
        scenes: The place that an article speaks of most, by id.
        articles: The articles by id.
    """
    before: Entry | None = None
    for candidate in candidates:
        if before is not None and before.candidate.article != candidate.article:
            before = None
        article = articles[candidate.article]
        told: list[Entry] = []
        for figure in candidate.passage.figures:
            inside = candidate.sentence.span.covers(figure.span)
            if not inside or not counts(figure, candidate):
                continue
            claim = _claim(candidate, figure, names, days)
            entry = _entry(candidate, figure, claim, names, before)
            entry = entry._replace(
                kind=article.kind,
                publisher=article.publisher or article.id,
                scene=scenes.get(article.id),
            )
            entry = _as_part(entry, told)
            if not _is_of_something(entry):
                continue
            told.append(entry)
            if before is None or entry.time.days or entry.time.words:
                before = entry
            yield entry


def _is_of_something(entry: Entry) -> bool:
    """Say whether it is told what is counted, or what happened to people."""
    if entry.figure.kind == "count" and entry.figure.what is None:
        return entry.head is not None
    return entry.head is not None or entry.event is not None


def _as_part(entry: Entry, told: Iterable[Entry]) -> Entry:
    """Give a part what happened to its whole: "39 died, of whom 26 were in Homs"."""
    if is_known(entry.event):
        return entry
    whole = next((each for each in told if is_named_part(entry, each)), None)
    if whole is None:
        return entry
    return entry._replace(event=whole.event, head=entry.head or whole.head)


def _claim(
    candidate: Candidate,
    figure: Figure,
    names: NameList,
    days: Mapping[str, date | None],
) -> Claim:
    sentence = candidate.sentence
    start = figure.comparator_span.start if figure.comparator_span else None
    begin = min(figure.span.start, start if start is not None else figure.span.start)
    stretch = candidate.passage.text[
        begin - candidate.passage.span.start : figure.span.end
        - candidate.passage.span.start
    ]
    attribution = sentence.attribution
    said = figure.attribution or (attribution.text if attribution else None)
    name = figure.attribution_name or (attribution.name if attribution else None)
    party = next(
        (listed.party for listed in names.names if listed.name == name),
        attribution.party if attribution else None,
    )
    return Claim(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        comparator=figure.comparator,
        text=stretch,
        attribution=said,
        attribution_name=name,
        party=party,
        as_of=sentence.said_on or days.get(candidate.article),
        citation=0,
        doubt=figure.doubt,
    )


def _entry(
    candidate: Candidate,
    figure: Figure,
    claim: Claim,
    names: NameList,
    before: Entry | None,
) -> Entry:
    sentence = candidate.sentence
    at = _place_in(figure, candidate)
    after = figure.span.end - sentence.span.start
    stretch = stretch_of(figure, candidate)
    time = time_of(
        figure,
        candidate,
        stretch,
        until=claim.as_of,
        before=before.time if before and _follows(candidate, before) else None,
    )
    here = where(figure, candidate, stretch)
    place = _place(candidate, figure)
    if before is not None and time.words and time.words == before.time.words:
        # "in the same time frame": the place is that of the figure before, too.
        place = place or before.place
    if place is None and len(here.own) == 1:
        place = here.printed
    event = _event(figure, candidate, stretch)
    return Entry(
        candidate=candidate,
        figure=figure,
        statement=Statement(claim, Source(candidate.article, sentence.span)),
        event=event,
        head=thing_class(figure.what, event),
        side=side_of(figure, candidate, names) if figure.unit == "count" else None,
        place=place,
        kind="original",
        publisher="",
        scene=None,
        amount=amount_of(figure, sentence.text[after : after + FOLLOWING]),
        where=here,
        time=time,
        marks=natures(sentence.text, at, after, figure.what),
        peoples=origins(figure.what) if figure.kind == "count" else frozenset(),
        told=_told(sentence.text, figure, claim)
        | (_told_before(candidate, figure, claim) if here.before else frozenset()),
        revises=bool(REVISING.search(sentence.text)),
        source=_source(claim),
    )


def _source(claim: Claim) -> frozenset[str]:
    """Give the words by which a source is known."""
    name = re.sub(r"[’']s\b", "", claim.attribution_name or claim.attribution or "")
    return frozenset(w for w in words(name.replace(".", "")) if w not in NOBODY)


def _follows(candidate: Candidate, before: Entry) -> bool:
    """Say whether a sentence may point back to a figure: in its paragraph, or near."""
    return candidate.passage.index - before.candidate.passage.index <= PARAGRAPHS_BACK


def _told(text: str, figure: Figure, claim: Claim) -> frozenset[str]:
    """Give the words of a sentence that tell which event it speaks of."""
    said = {*words(claim.attribution or ""), head_word(figure.what)}
    return frozenset(
        word
        for word in words(text)
        if len(word) > WORD_LENGTH
        and not word[0].isdigit()
        and word not in PADDING
        and word not in said
        and not is_listed(word)
    )


def _told_before(candidate: Candidate, figure: Figure, claim: Claim) -> frozenset[str]:
    """Give those of the sentence before, on which one without a place leans."""
    before = candidate.passage.sentences[: candidate.index]
    return _told(before[-1].text, figure, claim) if before else frozenset()


def _event(figure: Figure, candidate: Candidate, stretch: Stretch) -> str | None:
    """Give the class of what happened; taking a number back is no event of its own."""
    by_head = told_by_head(figure.what)
    if by_head is not None:
        return by_head
    own = event_class(figure.event)
    if is_known(own):
        return own
    beside = _told_beside(figure, candidate, stretch)
    if beside is not None:
        return beside
    if figure.event and REVISING.search(figure.event):
        return None
    return own


def _told_beside(figure: Figure, candidate: Candidate, stretch: Stretch) -> str | None:
    """Give the event that words beside the number tell, where none stands with it.

    A noun before it ("the death toll has passed 1,000"), a verb after it ("180,000
    people, mainly workers, have fled"), for a measure any word of its clause.
    """
    text, at = candidate.sentence.text, _place_in(figure, candidate)
    before = words(text[max(0, at - FOLLOWING) : at])
    if figure.kind in ("measure", "rate"):
        after = words(text[at : stretch.own.end])
        nearest = [*words(text[stretch.own.start : at])[::-1], *after, *before[::-1]]
        return next((told for word in nearest if (told := known_event(word))), None)
    if figure.what is None:
        return next(
            (TELLING_HEADS[word] for word in before[::-1] if word in TELLING_HEADS),
            None,
        )
    if "toll" in before:
        return "killed"
    verb = VERB.search(text, at, stretch.own.end)
    return known_event(base_form(verb[1])) if verb and not figure.event else None


def _place(candidate: Candidate, figure: Figure) -> str | None:
    """Give the listed place nearest to the figure in its sentence.

    Of "Izyum, in Kharkiv region" it is the first, which lies in the second.
    """
    places = [
        mention
        for mention in candidate.passage.mentions
        if mention.kind == "place"
        and mention.party is None
        and candidate.sentence.span.covers(mention.span)
    ]
    if not places or len(places) > FEW_PLACES:
        return None
    nearest = min(
        range(len(places)),
        key=lambda at: abs(places[at].span.start - figure.span.start),
    )
    text, offset = candidate.passage.text, candidate.passage.span.start
    while nearest and WITHIN.fullmatch(
        text[
            places[nearest - 1].span.end - offset : places[nearest].span.start - offset
        ]
    ):
        nearest -= 1
    return places[nearest].name


def _place_in(figure: Figure, candidate: Candidate) -> int:
    return figure.span.start - candidate.sentence.span.start
