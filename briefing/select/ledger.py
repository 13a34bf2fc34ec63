"""The ledger: every quantity that the issue's articles state, and who states it.

Two statements are of one quantity when unit, thing counted, what happened and side
agree, and the values are near enough to be one number told twice (16,000 and
16,100), or the same source gives another value for the same period. A number that
three papers take from one ministry stays one party's claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.briefing import Claim
from briefing.model.figure import Figure
from briefing.model.selection import Candidate, Quantity, Source, Statement
from briefing.select.senses import event_class, head_class, side_of
from briefing.text.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.briefing import Status
    from briefing.model.names import NameList

NEAR = Decimal("0.02")
"""Values that differ by less are one number, rounded or copied badly."""
LEDGER_KINDS = frozenset({"count", "money", "percent", "measure", "rate"})
NEUTRAL = "neutral"
TWO = 2
SECONDARY = frozenset({"roundup", "aggregator", "machine_translation"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One statement with what it is compared by."""

    candidate: Candidate
    figure: Figure
    statement: Statement
    event: str | None
    head: str | None
    side: str | None
    place: str | None
    kind: str


def build_ledger(
    candidates: Iterable[Candidate],
    articles: Mapping[str, Article],
    names: NameList,
    days: Mapping[str, date | None],
) -> tuple[Quantity, ...]:
    """Give every quantity of the candidates' sentences, the most telling first.

    Args:
        candidates: Sentences that match a topic, printable or not.
        articles: The articles by id.
        names: The desk's names, for the sides.
        days: The publication day of each article, by id.
    """
    entries = [
        _entry(candidate, figure, names, days, articles)
        for candidate in candidates
        if candidate.role != "background"
        for figure in candidate.passage.figures
        if candidate.sentence.span.covers(figure.span) and _counts(figure)
    ]
    entries.sort(
        key=lambda e: (
            articles[e.candidate.article].kind in SECONDARY,
            e.candidate.key,
            e.figure.span,
        )
    )
    groups: list[list[_Entry]] = []
    for entry in entries:
        for group in groups:
            if _same_quantity(group[0], entry):
                if not any(_repeats(entry, member) for member in group):
                    group.append(entry)
                break
        else:
            groups.append([entry])
    ledger = sorted(
        (_quantity(group, articles) for group in groups),
        key=lambda q: (-q.rank, q.statements[0].source.article, q.label),
    )
    return _with_parts(ledger)


def _counts(figure: Figure) -> bool:
    return figure.kind in LEDGER_KINDS and bool(figure.what or figure.event)


def _entry(
    candidate: Candidate,
    figure: Figure,
    names: NameList,
    days: Mapping[str, date | None],
    articles: Mapping[str, Article],
) -> _Entry:
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
    claim = Claim(
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
    )
    return _Entry(
        candidate=candidate,
        figure=figure,
        statement=Statement(claim, Source(candidate.article, sentence.span)),
        event=event_class(figure.event),
        head=head_class(figure.what),
        side=side_of(figure, candidate, names),
        place=_place(candidate, figure),
        kind=articles[candidate.article].kind,
    )


def _place(candidate: Candidate, figure: Figure) -> str | None:
    """Give the listed place nearest to the figure in its sentence."""
    places = [
        mention
        for mention in candidate.passage.mentions
        if mention.kind == "place" and candidate.sentence.span.covers(mention.span)
    ]
    nearest = min(
        places,
        key=lambda mention: abs(mention.span.start - figure.span.start),
        default=None,
    )
    return nearest.name if nearest else None


def _ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    return None if low is None or high is None else (low, high)


def _near(one: Figure, other: Figure) -> bool:
    first, second = _ends(one), _ends(other)
    if first is None or second is None:
        return False
    return all(
        abs(a - b) <= NEAR * max(abs(a), abs(b))
        for a, b in zip(first, second, strict=True)
    )


def _same_quantity(one: _Entry, other: _Entry) -> bool:
    if one.figure.unit != other.figure.unit or _clash(one.side, other.side):
        return False
    if _clash(one.event, other.event) or _clash(one.head, other.head):
        return False
    if not (one.event and one.event == other.event) and not (
        one.head and one.head == other.head
    ):
        return False
    if _days_differ(one.candidate, other.candidate):
        return False
    if _near(one.figure, other.figure):
        return _same_place(one, other) or _share_words(one, other)
    first, second = one.statement.claim, other.statement.claim
    # Another value is of the same quantity only when all else agrees.
    return (
        one.event == other.event
        and one.head == other.head
        and one.side == other.side
        and one.place == other.place
        and one.place is not None
        and bool(one.candidate.sentence.event_days)
        and one.candidate.article != other.candidate.article
        and first.value is not None
        and second.value is not None
    )


def _same_place(one: _Entry, other: _Entry) -> bool:
    return one.place is not None and one.place == other.place


def _share_words(one: _Entry, other: _Entry) -> bool:
    first = set(words(one.figure.what or "")) | set(words(one.figure.event or ""))
    second = set(words(other.figure.what or "")) | set(words(other.figure.event or ""))
    return bool(first & second) or one.head == other.head


def _clash(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _days_differ(one: Candidate, other: Candidate) -> bool:
    first, second = one.sentence.event_days, other.sentence.event_days
    return bool(
        first and second and not any(a.overlaps(b) for a in first for b in second)
    )


def _repeats(entry: _Entry, member: _Entry) -> bool:
    return entry.candidate.article == member.candidate.article and _near(
        entry.figure, member.figure
    )


def _quantity(group: Sequence[_Entry], articles: Mapping[str, Article]) -> Quantity:
    first = group[0]
    outlets = {entry.candidate.article for entry in group}
    origins = {
        entry.statement.claim.attribution_name
        or entry.statement.claim.attribution
        or articles[entry.candidate.article].publisher
        or entry.candidate.article
        for entry in group
    }
    figure = first.figure
    label = " ".join(part for part in (figure.what, figure.event) if part)
    best = max(entry.candidate.total for entry in group)
    return Quantity(
        label=label,
        what=figure.what,
        event=figure.event,
        place=first.place,
        side=next((entry.side for entry in group if entry.side), None),
        period=None,
        unit=figure.unit,
        status=_status(group),
        statements=tuple(entry.statement for entry in group),
        topic=first.candidate.topic,
        rank=round(best + len(outlets) - 1 + (first.event is not None), 3),
        origins=len(origins),
    )


def _status(group: Sequence[_Entry]) -> Status:
    claims = [entry.statement.claim for entry in group]
    parties = {claim.party for claim in claims if claim.party}
    if not all(_near(group[0].figure, entry.figure) for entry in group):
        return "contested" if len(parties - {NEUTRAL}) >= TWO else "differs"
    named = {claim.attribution_name or claim.attribution for claim in claims} - {None}
    if len(parties) >= TWO or (NEUTRAL in parties and len(named) >= TWO):
        return "agreed"
    if parties - {NEUTRAL}:
        return "claimed"
    return "single"


def _with_parts(ledger: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Tie each quantity to a larger one that its own sentence says it is part of."""
    out = []
    for at, quantity in enumerate(ledger):
        whole = next(
            (
                other_at
                for other_at, other in enumerate(ledger)
                if other_at != at and _is_part(quantity, other)
            ),
            None,
        )
        out.append(replace(quantity, part_of=whole))
    return tuple(out)


def _is_part(part: Quantity, whole: Quantity) -> bool:
    """Say whether both stand in one sentence as a loss and those killed in it."""
    if part.unit != whole.unit or not (part.event and whole.event):
        return False
    if (event_class(whole.event), event_class(part.event)) not in PART_EVENTS:
        return False
    shared = {(s.source.article, s.source.span) for s in part.statements} & {
        (s.source.article, s.source.span) for s in whole.statements
    }
    sizes = (part.statements[0].claim.value, whole.statements[0].claim.value)
    return bool(shared) and None not in sizes and sizes[0] < sizes[1]  # type: ignore[operator]


PART_EVENTS = frozenset(
    {
        ("lost", "killed"),
        ("lost", "wounded"),
        ("lost", "captured"),
        ("launched", "downed"),
    }
)
"""Which event is part of which: those killed are part of those lost."""
