"""Checks where sentences stand: under which heading, day and label, in what order.

A sentence may keep each of its words and say something else: an announcement under a
topic, a party's account without the party's name, Monday's raid under Tuesday. A
style may order an issue otherwise; so a rule counts only where most of it keeps to it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.verify.printed import STOPS, is_day
from briefing.verify.structure import items_of
from briefing.verify.words import spell, split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.outline import Placed
    from briefing.verify.printed import Printed

    Told = tuple[int, str]

Json = dict[str, Any]

_POINTING = frozenset({"takeaways", "timeline"})
"""Sections that print sentences of others."""


def check_sections(
    placed: Sequence[Placed], record: Json, *, known: bool
) -> Iterator[Told]:
    """Yield sentences that stand under the heading of another section."""
    homes: dict[str, list[Json]] = {}
    for section in record["sections"]:
        for item in section["items"]:
            homes.setdefault(item["id"], []).append(section)
    twins = _twins(record)
    strays = []
    right = 0
    for each in placed:
        for sentence in each.sentences if each.section else ():
            same = twins[sentence.words]
            if any(_may_stand(item, each.section or {}, homes) for item in same):
                right += 1
            else:
                strays.append((each, sentence))
    last: tuple[str, str] | None = None
    for each, sentence in strays if known or len(strays) <= right else ():
        now, home = (each.section or {}), homes[sentence.item][0]
        if last != (now["id"], home["id"]):
            what = f"{sentence.name}: stands under {now['title']!r}"
            yield (
                each.line,
                f"{what}, and belongs under {home['title']!r}; move it back, or "
                "put the heading back",
            )
        last = now["id"], home["id"]


def _twins(record: Json) -> dict[tuple[str, ...], set[str]]:
    """Give the items that have a sentence, by its words."""
    twins: dict[tuple[str, ...], set[str]] = {}
    for _, item in items_of(record):
        for sentence in item["sentences"]:
            words = split_source(sentence["text"])
            twins.setdefault(words, set()).add(item["id"])
    return twins


def _may_stand(item: str, section: Json, homes: dict[str, list[Json]]) -> bool:
    if section["type"] not in _POINTING:
        return any(home is section for home in homes[item])
    items = {
        entry.get(key)
        for entry in section.get("entries", ())
        for key in ("item", "dispute")
    }
    return item in items


def check_labels(
    placed: Sequence[Placed], record: Json, *, known: bool
) -> Iterator[Told]:
    """Yield blocks that have lost the label before them: a party's name, an old day.

    A label is printed once for all of a topic that follow under it. Where the block
    that had it was taken out whole, nothing is told.

    Args:
        placed: The blocks.
        record: The issue's record.
        known: Whether the style is known to print labels.
    """
    items = {item["id"]: item for _, item in items_of(record)}
    here = {s.item for e in placed if e.kind not in _POINTING for s in e.sentences}
    lost = []
    kept = 0
    above: Placed | None = None
    for each in placed:
        if not (each.whole and each.section) or each.kind in _POINTING:
            continue
        before = above if above and above.section is each.section else None
        above = each
        kept += bool(each.lead)
        if not each.lead and _has_lost(each, before, items):
            lost.append((each, each.sentences[0]))
        lost += [(each, sentence) for sentence in _joined(each, items)]
    for each, sentence in lost if known or len(lost) <= kept else ():
        item = sentence.item
        if _went_with(item, each.section or {}, items, here):
            continue
        what = f"its label is gone (was: {items[item]['label']!r}); put it back"
        yield each.line, f"{sentence.name}: {what}"


def _joined(each: Placed, items: dict[str, Json]) -> Iterator[Printed]:
    """Yield sentences that were joined to those of another item, without a label."""
    for one, two in pairwise(each.pieces):
        if one.sentence and two.sentence and one.sentence.item != two.sentence.item:
            label = items[two.sentence.item].get("label")
            if label not in (None, items[one.sentence.item].get("label")):
                yield two.sentence


def _has_lost(each: Placed, before: Placed | None, items: dict[str, Json]) -> bool:
    item = each.sentences[0].item
    label = items[item].get("label")
    above = before.sentences[-1].item if before else ""
    goes_on = above == item or (
        each.kind == "topic" and before and items[above].get("label") == label
    )
    return bool(label) and not goes_on


def _went_with(
    item: str, section: Json, items: dict[str, Json], here: set[str]
) -> bool:
    """Say whether an item stood under the label of one that was taken out whole."""
    if section["type"] != "topic":
        return False
    ids = [each["id"] for each in section["items"]]
    for above in reversed(ids[: ids.index(item)] if item in ids else []):
        if above in here:
            break
        told_elsewhere = items[above].get("in_takeaways") or ()
        stood_here = len(told_elsewhere) < len(items[above]["sentences"])
        if stood_here and items[above].get("label") == items[item]["label"]:
            return True
    return False


def check_days(placed: Sequence[Placed]) -> Iterator[Told]:
    """Yield sentences of a timeline that stand under another day, or under none."""
    blocks = [each for each in placed if each.kind == "timeline" and each.whole]
    dated = [each for each in blocks if _day_of(each)]
    for each in blocks if 2 * len(dated) + 1 >= len(blocks) else ():
        first = each.sentences[0]
        if first.days and not each.lead:
            yield each.line, f"{first.name}: its day is gone {_was(first)}; put it back"
        for sentence in each.sentences[1:] if each in dated else ():
            if sentence.days and not is_day(each.lead, sentence):
                now = f"is: {spell(each.lead)!r}"
                what = f"{sentence.name}: stands under another day"
                yield each.line, f"{what} {_was(sentence)[:-1]}, {now}); move it back"


def _was(sentence: Printed) -> str:
    first, last = sentence.days[0]
    return f"(was: {first})" if first == last else f"(was: {first} to {last})"


def _day_of(each: Placed) -> bool:
    lead = [word for word in each.lead if word not in STOPS]
    first = each.sentences[0]
    return bool(lead) and is_day(lead, first)


def note_order(placed: Sequence[Placed], record: Json) -> Iterator[Told]:
    """Yield items that stand before one that the issue has before them."""
    order = {
        item["id"]: place
        for section in record["sections"]
        for place, item in enumerate(section["items"])
    }
    ids = Counter(item["id"] for _, item in items_of(record))
    twins = [same for same in _twins(record).values() if len(same) > 1]
    twice = {each for each in ids if ids[each] > 1}.union(*twins)
    rows = [
        (each.line, each.section["id"], each.sentences[0])
        for each in placed
        if each.section and each.sentences and each.kind not in _POINTING
    ]
    for (_, above, one), (line, section, two) in pairwise(rows):
        alone = twice.isdisjoint((one.item, two.item))
        if above == section and alone and order[two.item] < order[one.item]:
            yield line, f"{two.name}, was moved behind {one.name}"
