"""What an assessment says that it cannot confirm, worked out again from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.verify.groups import setting_of
from briefing.verify.table import expected_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.verify.table import Row
    from briefing.verify.wording import Wording

Json = dict[str, Any]
_UNSETTLED = ("contested", "differs")


def unconfirmed_lines(record: Json, wording: Wording) -> Iterator[str]:
    """Yield the lines of what an issue cannot confirm, but for what is missing."""
    labels, rows = wording.labels, expected_rows(record)
    disputed = _disputed(record)
    if disputed:
        numbers = ", ".join(map(str, disputed))
        yield labels["contested_takeaways"].format(numbers=numbers)
    claimed = sum(row.figure["status"] == "claimed" for row in rows)
    if claimed:
        yield labels["one_sided"].format(count=claimed, all=len(rows))
    if held := record.get("held"):
        yield labels["held"].format(count=len(held))
    doubted = [row for row in rows if row.figure["status"] in _UNSETTLED or row.doubts]
    if doubted:
        yield labels["doubted"]
    for row in doubted:
        yield _doubted(row, record["issue"], wording)


def _disputed(record: Json) -> list[int]:
    return [
        number
        for section in record["sections"]
        if section["type"] == "takeaways"
        for number, entry in enumerate(section.get("entries", ()), start=1)
        if entry.get("dispute")
    ]


def _doubted(row: Row, issue: Json, wording: Wording) -> str:
    figure = row.figure
    setting = setting_of(figure, issue, wording, None)
    label = figure.get("pin") or figure["label"]
    told = [label, setting, wording.labels["status"][figure["status"]], *row.doubts]
    return ", ".join(each for each in told if each)
