"""From the figures of sentences to statements that can be compared with others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.selection import Source, Statement
from briefing.select.ledger.claims import claim_of
from briefing.select.ledger.entry import Entry
from briefing.select.ledger.happenings import event_of
from briefing.select.ledger.leaning import lean
from briefing.select.ledger.numbers_of import read_number_of
from briefing.select.ledger.parts import is_named_part, names_its_own
from briefing.select.ledger.periods import time_of
from briefing.select.ledger.place_names import is_seat
from briefing.select.ledger.places import where
from briefing.select.ledger.quantities import REVISING
from briefing.select.ledger.scales import amount_of
from briefing.select.ledger.senses import is_known, natures, origins, thing_class
from briefing.select.ledger.shares import read_shares
from briefing.select.ledger.sides import side_of
from briefing.select.ledger.stretches import stretch_of, within
from briefing.select.ledger.taken_back import replacing, taken_back
from briefing.select.ledger.wording import source_words, told_before, told_words
from briefing.text.fold import base_form, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.figure import Figure
    from briefing.model.ledger import Claim
    from briefing.model.names import NameList
    from briefing.model.passage import Passage
    from briefing.model.selection import Candidate

LOSSES = "casualty"
FOLLOWING = 80
"""How many characters after a figure may make it a rate."""
PARAGRAPHS_BACK = 2
LONGEST = 4000
"""Characters of the longest sentence that states anything: beyond, it is a table."""
NEAREST = 8
"""So many statements before a bare number may say what it is of."""
LEDGER_KINDS = frozenset({"count", "money", "percent", "measure", "rate", "vague"})
ALL_BUT = re.compile(r"\ball but\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Words that turn a number into what was left out."""
MEMBERS = re.compile(r"[-‑](?!m[ae]n\b|wom[ae]n\b|strong\b|person\b)[a-z]")
"""What makes a number one of what a group is made of: "27-nation"."""
OFTEN = 2
"""Least mentions of the place that an article speaks of most."""
WITHIN = re.compile(r",?\s(?:(?:an?|the)\s\w+\s)?(?:in\s)?(?:the\s)?(?:\w+[’']s\s)?")
"""What stands between a place and the larger one that it lies in."""
JOTTED = ("speaks for itself", "no prose")
"""How the flaws begin of what is a comment, a transcript, a cry."""
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
    place = _place_in(figure, candidate)
    text = candidate.sentence.text
    if ALL_BUT.search(text, 0, place):
        return False
    if figure.kind == "count" and MEMBERS.match(text, place + len(figure.text)):
        # "the 27-nation union": nothing is told of the 27.
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
    told: list[Entry] = []
    for candidate in candidates:
        if told and told[-1].candidate.article != candidate.article:
            before, told = None, []
        article = articles[candidate.article]
        if len(candidate.sentence.text) > LONGEST or _is_jotted(candidate):
            continue
        beside: list[Entry] = []
        for figure in _figures(candidate):
            claim = claim_of(candidate, figure, names, days)
            entry = _entry(candidate, figure, claim, names, before)
            entry = entry._replace(
                kind=article.kind,
                publisher=article.publisher or article.id,
                scene=scenes.get(article.id),
            )
            entry = lean(_as_part(entry, beside), told[-NEAREST:])
            if not _is_of_something(entry):
                continue
            told.append(entry)
            beside.append(entry)
            if before is None or entry.time.days or entry.time.words:
                before = entry
        yield from replacing(beside)


def _is_jotted(candidate: Candidate) -> bool:
    """Say whether a sentence is somebody's own: no report of anything."""
    return (candidate.sentence.flaw or "").startswith(JOTTED)


def _figures(candidate: Candidate) -> Iterator[Figure]:
    """Yield the figures of a sentence that the ledger holds, with what they count."""
    figures = within(candidate.passage.figures, candidate.sentence.span)
    for figure in read_shares(figures, candidate):
        if counts(figure, candidate):
            yield read_number_of(figure, candidate)


def _is_of_something(entry: Entry) -> bool:
    """Say whether it is told what is counted, or what happened to people."""
    if taken_back(entry) is not None:
        return True
    if entry.figure.kind in ("count", "vague") and entry.figure.what is None:
        return entry.head is not None
    return entry.head is not None or entry.event is not None


def _as_part(entry: Entry, told: Iterable[Entry]) -> Entry:
    """Give a part what happened to its whole: "39 died, of whom 26 were in Homs".

    Where nothing behind the number names what is counted, it is what the whole counts.
    """
    whole = next((each for each in told if is_named_part(entry, each)), None)
    if whole is None:
        return entry
    if not names_its_own(entry):
        figure = replace(entry.figure, what=whole.figure.what)
        entry = entry._replace(figure=figure, head=whole.head, side=whole.side)
    if is_known(entry.event):
        return entry
    return entry._replace(event=whole.event, head=entry.head or whole.head)


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
    place = _place(candidate, figure, here.own)
    if before is not None and time.words and time.words == before.time.words:
        # "in the same time frame": the place is that of the figure before, too.
        place = place or before.place
    speaks = {
        mention.name
        for mention in within(candidate.passage.mentions, sentence.span)
        if mention.party is not None
    }
    if place is None and here.printed not in speaks:
        # A country that belongs to a side is who, not where.
        place = here.printed
    event = event_of(figure, candidate, stretch)
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
        told=told_words(sentence.text, figure, claim)
        | (told_before(candidate, figure, claim) if here.before else frozenset()),
        revises=bool(REVISING.search(sentence.text)),
        source=source_words(claim),
    )


def _follows(candidate: Candidate, before: Entry) -> bool:
    """Say whether a sentence may point back to a figure: in its paragraph, or near."""
    return candidate.passage.index - before.candidate.passage.index <= PARAGRAPHS_BACK


def _place(candidate: Candidate, figure: Figure, own: frozenset[str]) -> str | None:
    """Give the listed place of a figure's own words, or the nearest of its sentence.

    Of "Izyum, in Kharkiv region" it is the first, which lies in the second.
    """
    sentence = candidate.sentence.span
    text, offset = candidate.passage.text, candidate.passage.span.start
    places = [
        mention
        for mention in within(candidate.passage.mentions, sentence)
        if mention.kind == "place"
        and mention.party is None
        and not is_seat(text, mention.span.start - offset)
    ]
    named = [each for each in places if base_form(fold(each.name)) in own]
    if len(named) == 1:
        return named[0].name
    if not places or len(places) > FEW_PLACES:
        return None
    nearest = min(
        range(len(places)),
        key=lambda at: abs(places[at].span.start - figure.span.start),
    )
    while nearest and WITHIN.fullmatch(
        text[
            places[nearest - 1].span.end - offset : places[nearest].span.start - offset
        ]
    ):
        nearest -= 1
    return places[nearest].name


def _place_in(figure: Figure, candidate: Candidate) -> int:
    return figure.span.start - candidate.sentence.span.start
