"""What stands in the row of a figure beside the words of the ledger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.verify.calendar import MONTHS, place_of
from briefing.verify.words import split_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.verify.words import Word

Json = dict[str, Any]

_STATUSES = {
    "single": "single",
    "claimed": "one side’s claim",
    "agreed": "two origins",
    "differs": "differs",
    "contested": "contested",
    "revised": "revised",
}
"""The shipped styles' words for each status."""
_COUNTED = ("article", "articles", "origin", "origins", "outlet", "outlets")


def check_rest(
    words: Sequence[Word], figure: Json, name: str
) -> Iterator[tuple[int, str]]:
    """Yield numbers and a standing that are not the record's.

    Args:
        words: The row's words without those of the ledger.
        figure: The figure.
        name: How messages name it.
    """
    yield from _check_numbers(words, figure, name)
    yield from _check_status(words, figure, name)


def _check_numbers(
    words: Sequence[Word], figure: Json, name: str
) -> Iterator[tuple[int, str]]:
    days = list(_days(figure))
    numbers = {str(part) for day in days for part in (day.day, day.month, day.year)}
    numbers |= {str(each["number"]) for each in figure.get("was", [])}
    numbers |= {str(count) for count in range(1, len(figure["claims"]))}
    for at, word in enumerate(words):
        after = words[at + 1].text if at + 1 < len(words) else ""
        known = numbers
        month = place_of(after, MONTHS)
        if after in _COUNTED:
            known = {str(figure.get(after.rstrip("s") + "s"))}
        elif days and (month is not None or after[:1].isupper()):
            known = {str(day.day) for day in days if month == day.month - 1}
        if word.text[:1].isdigit() and word.text not in known:
            what = f"{name}: a number that is not the record's (is: {word.text!r})"
            yield word.line, what


def _days(figure: Json) -> Iterator[date]:
    """Yield the days that a row may name."""
    told = [figure["claims"][0].get("as_of")]
    told += [figure.get("period_first"), figure.get("period_last")]
    told += [each["issue"] for each in figure.get("was", [])]
    for day in told:
        if day:
            yield date.fromisoformat(day[:10])


def _check_status(
    words: Sequence[Word], figure: Json, name: str
) -> Iterator[tuple[int, str]]:
    texts = tuple(word.text for word in words)
    for status, label in _STATUSES.items():
        phrase = split_source(label)
        starts = range(len(texts) - len(phrase) + 1)
        stands = any(texts[at : at + len(phrase)] == phrase for at in starts)
        if stands and status != figure["status"]:
            was = _STATUSES[figure["status"]]
            what = f"{name}: its standing is another (was: {was!r}, is: {label!r})"
            yield words[0].line, what
