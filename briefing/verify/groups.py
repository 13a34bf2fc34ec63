"""The titles under which key figures stand, and where and when each counts.

Worked out again from the record, in the words of its style.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.verify.wording import Wording

Json = dict[str, Any]

_NEAR = 3
_LENGTHS = ((1, "day"), (7, "week"), (31, "month"))


@dataclass(frozen=True, slots=True)
class Group:
    """The group in which a figure stands."""

    title: str
    """Its title."""
    tells: bool
    """Whether that gives the time over which the figure counts."""


def groups_of(record: Json, wording: Wording) -> dict[str, Group]:
    """Give the group of each key figure that has a row, by its id."""
    rows = list(_rows(record))
    keys = _joined([_key(entry, figure, record["issue"]) for entry, figure in rows])
    groups = {}
    for (_, figure), key in zip(rows, keys, strict=True):
        its_rows = [row for (_, row), own in zip(rows, keys, strict=True) if own == key]
        exact = not all(map(_is_counted_back, its_rows))
        title = _title(key, record["issue"], wording, exact=exact)
        people = {
            other.get("people")
            for (_, other), its in zip(rows, keys, strict=True)
            if its == key
        }
        if {"civilian", "military"} <= people and key[0] != "pinned":
            name = wording.labels["people"].get(figure.get("people"))
            title = f"{title}: {name}" if name else title
        issue = record["issue"]
        whole = _days(figure) == (issue["from"], issue["to"])
        begun = key[0] == "since" and (
            figure.get("period_first") == key[2] or _is_counted_back(figure)
        )
        tells = begun or (key[0] == "during" and whole)
        groups[figure["id"]] = Group(title, tells)
    return groups


def _joined(keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Let a total that begins a few days after the one above stand in its group."""
    joined: list[tuple[str, ...]] = []
    for key in keys:
        above = joined[-1] if joined else ("",)
        near = (
            key[0] == "since"
            and key[:2] == above[:2]
            and _count(above[2], key[2]) - 1 <= _NEAR
        )
        joined.append(above if near else key)
    return joined


def _rows(record: Json) -> Iterator[tuple[Json, Json]]:
    by_id = {figure["id"]: figure for figure in record["figures"]}
    listed = [
        (entry, by_id[entry["figure"]])
        for section in record["sections"]
        for entry in section.get("entries", [])
        if entry.get("figure") in by_id
    ]
    ids = {figure["id"] for _, figure in listed}
    for entry, figure in listed:
        if figure.get("pin") or figure.get("part_of") not in ids:
            yield entry, figure


def _days(figure: Json) -> tuple[str, str] | None:
    first, last = figure.get("period_first"), figure.get("period_last")
    return (first, last) if first and last else None


def _key(entry: Json, figure: Json, issue: Json) -> tuple[str, ...]:
    if figure.get("pin"):
        return ("pinned",)
    if figure.get("was") and figure["was"][0]["withdrawn"]:
        return ("withdrawn",)
    stretch = _stretch(figure, issue)
    days = _days(figure)
    since = days[0] if days and stretch == "since" else ""
    return stretch, entry.get("title") or "", since


def _stretch(figure: Json, issue: Json) -> str:
    days = _days(figure)
    if days is None:
        return "open"
    if days[0] >= issue["from"]:
        return "during"
    if days[1] < issue["from"]:
        return "before"
    longer = _count(*days) > _count(issue["from"], issue["to"])
    return "since" if longer else "during"


def _count(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _is_counted_back(figure: Json) -> bool:
    """Say whether its time is told by a length, so that its first day is only near."""
    period = figure.get("period") or ""
    return bool(period) and not any(map(str.isdigit, period))


def _title(key: tuple[str, ...], issue: Json, wording: Wording, *, exact: bool) -> str:
    words = wording.labels["groups"]
    if len(key) == 1:
        return str(words[key[0]])
    days = _count(issue["from"], issue["to"])
    length = next((name for most, name in _LENGTHS if days <= most), "days")
    topic = key[1] or wording.labels["other_figures"]
    day = wording.day(key[2], "date" if exact else "month_year")
    return str(words[key[0]]).format(topic=topic, day=day, when=words[length])


def setting_of(figure: Json, issue: Json, wording: Wording, group: Group | None) -> str:
    """Give where and over what time a figure counts, but what its group says."""
    missing = wording.labels["not_stated"]
    place, when = figure.get("place"), _when(figure, issue, wording)
    if not place and not when:
        return str(missing["both"])
    above = f"{group.title if group else ''} {figure.get('pin') or figure['label']}"
    told = []
    if not place or place.casefold() not in above.casefold():
        told.append(place or missing["place"])
    if not when or figure.get("period_inferred") or not (group and group.tells):
        told.append(when or missing["period"])
    return ", ".join(told)


def _when(figure: Json, issue: Json, wording: Wording) -> str:
    days = _days(figure)
    if days is None:
        return str(figure.get("period") or "")
    ends = [
        wording.day(day, "short_date" if day[:4] == issue["to"][:4] else "date")
        for day in days
    ]
    if _stretch(figure, issue) == "since":
        form = "since_inferred" if figure.get("period_inferred") else "since"
        if _is_counted_back(figure) and not figure.get("period_inferred"):
            month = wording.day(days[0], "month_year")
            return str(wording.labels[form]).format(day=month)
        return str(wording.labels[form]).format(day=ends[0])
    within_month = days[0][:7] == days[1][:7] and days[0] != days[1]
    if within_month and days[1][:4] == issue["to"][:4]:
        return wording.day(days[1], "short_days", first_d=int(days[0][-2:]))
    return " – ".join(dict.fromkeys(ends))


def was_of(figure: Json, wording: Wording) -> str:
    """Give what a figure was in the issue before, where that was another number."""
    now = figure["claims"][0]
    for earlier in figure.get("was", [])[:1]:
        same = earlier["value"] == now["value"]
        if same and (now["value"] is not None or earlier["text"] == now["text"]):
            break
        form = "was_on" if earlier["number"] is None else "was"
        day = wording.day(earlier["issue"], "short_date")
        told = str(wording.labels[form]).format(
            amount=earlier["text"], number=earlier["number"], day=day
        )
        end = f", {wording.labels['withdrawn']}" if earlier["withdrawn"] else ""
        return told + end
    return ""


def all_titles(record: Json, wording: Wording | None) -> Iterable[str]:
    """Give the titles of all groups, and of the topics that they are of."""
    entries = (
        entry
        for section in record["sections"]
        for entry in section.get("entries", [])
        if entry.get("figure")
    )
    titles = [entry["title"] for entry in entries if entry.get("title")]
    if wording:
        titles += [group.title for group in groups_of(record, wording).values()]
    return dict.fromkeys(titles)
