"""Figures as a template needs them: grouped, with place, period and what they were.

Everything here gives plain text in the style's own words; templates set it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from briefing.render.dates import set_day, set_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.render.lookups import Index
    from briefing.render.record import Record

Words = dict[str, Any]
_NEAR = timedelta(days=3)
"""Totals that begin so near each other share a group: "six months" is no exact day."""
_WEEK = 7
_MONTH = 31


def own_rows(section: Record, index: Index) -> list[Record]:
    """Give the entries that have a row of their own: no part stands by itself.

    A pinned figure does, though it is part of another.
    """
    listed = {entry["figure"] for entry in section["entries"]}
    rows = []
    for entry in section["entries"]:
        figure = index.figures[entry["figure"]]
        if figure["pin"] is not None or figure["part_of"] not in listed:
            rows.append(entry)
    return rows


def groups_of(
    section: Record, *, index: Index, labels: Words, dates: Words
) -> list[Record]:
    """Give the groups of the key figures, each with its `title` and `figures`.

    A group counts over one stretch of time. Civilians and the military are told apart
    in its title where it has figures of both.
    """
    runs: list[tuple[tuple[str, ...], list[Record]]] = []
    for entry in own_rows(section, index):
        figure = index.figures[entry["figure"]]
        key = _key(entry, figure, index.span)
        if not runs or not _joins(key, runs[-1][0]):
            runs.append((key, []))
        runs[-1][1].append(figure)
    groups: list[Record] = []
    for key, figures in runs:
        exact = not all(map(is_counted_back, figures))
        title = _title(key, labels, dates, index.span, exact=exact)
        both = len({figure["people"] for figure in figures} - {None}) > 1
        for people in [None, *labels["people"]] if both and key[0] != "pinned" else []:
            told = [figure for figure in figures if figure["people"] == people]
            if told:
                name = f"{title}: {labels['people'][people]}" if people else title
                groups.append({"title": name, "key": key, "figures": told})
        if not both or key[0] == "pinned":
            groups.append({"title": title, "key": key, "figures": figures})
    return groups


def _joins(key: tuple[str, ...], group: tuple[str, ...]) -> bool:
    """Say whether a figure goes with those of a group."""
    if key[:2] != group[:2] or key[0] != "since":
        return key == group
    return _length(group[2], key[2]) <= _NEAR


def _key(entry: Record, figure: Record, span: tuple[str, str]) -> tuple[str, ...]:
    """Give what the figures of a group have in common."""
    if figure["pin"] is not None:
        return ("pinned",)
    if any(one["withdrawn"] for one in figure["was"][:1]):
        return ("withdrawn",)
    stretch = stretch_of(figure, span)
    first = figure["period_first"] if stretch == "since" else ""
    return (stretch, entry["title"] or "", first)


def stretch_of(figure: Record, span: tuple[str, str]) -> str:
    """Say how the time over which a figure counts lies to the issue's days.

    since: longer than these days, and up to them; during: in them; before: over when
    they began; open: not stated. ISO days compare as text.
    """
    first, last = figure["period_first"], figure["period_last"]
    if not first or not last:
        return "open"
    if first >= span[0]:
        return "during"
    if last < span[0]:
        return "before"
    return "since" if _length(first, last) > _length(*span) else "during"


def _length(first: str, last: str) -> timedelta:
    return date.fromisoformat(last) - date.fromisoformat(first)


def _title(
    key: tuple[str, ...],
    labels: Words,
    dates: Words,
    span: tuple[str, str],
    *,
    exact: bool,
) -> str:
    stretch = key[0]
    words: Words = labels["groups"]
    if len(key) == 1:
        return str(words[stretch])
    topic = key[1] or labels["other_figures"]
    days = _length(*span).days + 1
    when = "day" if days == 1 else "week" if days <= _WEEK else "month"
    return str(words[stretch]).format(
        topic=topic,
        day=set_day(key[2], "date" if exact else "month_year", dates),
        when=words["days"] if days > _MONTH else words[when],
    )


def is_counted_back(figure: Record) -> bool:
    """Say whether a time is told by its length: "over the past six months".

    The day on which it begins is then no more than near, and no day is printed.
    """
    period = figure["period"]
    return bool(period) and not any(map(str.isdigit, period))


def setting_of(
    figure: Record, *, index: Index, labels: Words, dates: Words, group: Words | None
) -> str:
    """Give where and over what time a figure counts, or that this is not stated.

    Args:
        figure: The figure.
        index: What the record holds.
        labels: The style's words.
        dates: The style's forms of days.
        group: The group under whose title it stands, which may say it already.
    """
    title = group["title"] if group else ""
    label = figure["pin"] or figure["label"]
    place, when = figure["place"], _when(figure, index.span, labels, dates)
    missing = labels["not_stated"]
    if not place and not when:
        return str(missing["both"])
    told = []
    if not place:
        told.append(missing["place"])
    elif place.casefold() not in f"{title} {label}".casefold():
        told.append(place)
    if not when:
        told.append(missing["period"])
    elif not group or not _is_told(figure, group, index.span):
        told.append(when)
    return ", ".join(told)


def _is_told(figure: Record, group: Words, span: tuple[str, str]) -> bool:
    """Say whether a group's title gives the period of its figures."""
    key = group["key"]
    if key[0] == "since":
        told = figure["period_first"] == key[2] or is_counted_back(figure)
        return bool(told and not figure["period_inferred"])
    whole = (figure["period_first"], figure["period_last"]) == span
    return bool(key[0] == "during") and whole


def _when(figure: Record, span: tuple[str, str], labels: Words, dates: Words) -> str:
    """Give the time over which a figure counts; '' where it is not stated."""
    first, last = figure["period_first"], figure["period_last"]
    if not first or not last:
        one, two = labels["quotes"][:2]
        return f"{one}{figure['period']}{two}" if figure["period"] else ""
    year = span[1][:4]
    if stretch_of(figure, span) == "since":
        form = "since_inferred" if figure["period_inferred"] else "since"
        if is_counted_back(figure) and not figure["period_inferred"]:
            return str(labels[form]).format(day=set_day(first, "month_year", dates))
        return str(labels[form]).format(day=_day(first, year, dates))
    if first == last:
        return _day(first, year, dates)
    if first[:7] == last[:7] and last[:4] == year:
        return set_run(first, last, "short_days", dates)
    return f"{_day(first, year, dates)} – {_day(last, year, dates)}"


def _day(day: str, year: str, dates: Words) -> str:
    return set_day(day, "short_date" if day[:4] == year else "date", dates)


def was_of(figure: Record, *, labels: Words, dates: Words) -> str:
    """Give what the figure was in the issue before, where that was another number."""
    for earlier in figure["was"][:1]:
        if earlier["value"] == figure["claims"][0]["value"] and (
            earlier["value"] is not None
            or earlier["text"] == figure["claims"][0]["text"]
        ):
            return ""
        form = "was" if earlier["number"] is not None else "was_on"
        told = str(labels[form]).format(
            amount=earlier["text"],
            number=earlier["number"],
            day=set_day(earlier["issue"], "short_date", dates),
        )
        return f"{told}, {labels['withdrawn']}" if earlier["withdrawn"] else told
    return ""


def doubts_of(figure: Record) -> list[str]:
    """Give the marks of doubt of those who give a figure's first number, each once."""
    first = figure["claims"][0]
    doubts = (claim["doubt"] for claim in figure["claims"] if is_same(claim, first))
    return list(dict.fromkeys(doubt for doubt in doubts if doubt))


def is_same(one: Record, two: Record) -> bool:
    """Say whether two claims give one number."""
    return all(one[key] == two[key] for key in ("value", "low", "high"))


def sayers_of(figures: Sequence[Record]) -> list[str]:
    """Give who makes these claims, each name once."""
    names = (claim["attribution_name"] or claim["attribution"] for claim in figures)
    return list(dict.fromkeys(name for name in names if name))
