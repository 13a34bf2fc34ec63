"""Holds what figures were to the issue before, where its JSON lies beside this one."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json = dict[str, Any]


def check_before(record: Json, path: Path) -> Iterator[Finding]:
    """Yield earlier numbers that the issue before does not give.

    So that they can be held to it, that issue must be the file that was read.

    Args:
        record: The issue's record.
        path: Where it lies: FOLDER/EDITION/ISSUE/EDITION-ISSUE.json.
    """
    compared = record.get("compared") or {}
    raw = _read(record, path)
    yield from _check_compared(record, compared, raw)
    before = None
    if raw is not None and _sum(raw) == compared.get("sha256"):
        before = json.loads(raw, parse_float=Decimal)
    given = _given(before) if before else set()
    for place, figure in enumerate(record["figures"]):
        for at, earlier in enumerate(figure.get("was", [])):
            name, issue = f"figure {figure['id']}", earlier["issue"]
            where = ("figures", place, "was", at)
            if issue >= record["issue"]["id"]:
                what = f"'{issue}' is no issue before this one"
                yield Finding((*where, "issue"), what)
            elif at == 0 and issue != compared.get("issue"):
                read = compared.get("issue") or "none"
                what = f"says what it was in issue {issue}, and issue {read} was read"
                yield Finding((*where, "issue"), f"{name} {what}")
            elif before and (issue, earlier["text"], earlier["value"]) not in given:
                what = f"issue {issue} does not give '{earlier['text']}'"
                yield Finding(where, f"{name}: {what}")
            elif at == 0 and earlier["number"] != compared.get("number"):
                was_is = f"(was: {compared.get('number')}, is: {earlier['number']})"
                what = f"the issue before has another number {was_is}"
                yield Finding((*where, "number"), f"{name}: {what}")


def _check_compared(
    record: Json, compared: Json, raw: bytes | None
) -> Iterator[Finding]:
    if not compared:
        return
    wanted = f"{record['edition']['id']}/{compared['issue']}/{_name(record, compared)}"
    if compared["file"] != wanted:
        was_is = f"(was: {wanted}, is: {compared['file']})"
        what = f"the issue before lies elsewhere {was_is}"
        yield Finding(("compared", "file"), what)
    if raw is not None and _sum(raw) != compared["sha256"]:
        what = f"{wanted} is not the file that figures were compared with: it was"
        what += " changed or made again since; put that file back, or build this issue"
        sums = f"(was: {compared['sha256'][:12]}…, is: {_sum(raw)[:12]}…)"
        yield Finding(("compared", "sha256"), f"{what} again {sums}")


def note_before(record: Json, path: Path) -> Iterator[Finding]:
    """Yield that the issue before is not there, so that nothing can be held to it."""
    compared = record.get("compared")
    if isinstance(compared, dict) and _read(record, path) is None:
        what = f"{compared.get('file')}, with which figures were compared, is not there"
        yield Finding(("compared",), f"{what}; what they were cannot be checked")


def _name(record: Json, compared: Json) -> str:
    return f"{record['edition']['id']}-{compared['issue']}.json"


def _read(record: Json, path: Path) -> bytes | None:
    """Read the issue before; None where it is not there."""
    compared = record.get("compared") or {}
    try:
        date.fromisoformat(compared["issue"])  # what is no day is no folder
        folder = path.resolve().parent.parent / compared["issue"]
        raw: bytes = (folder / _name(record, compared)).read_bytes()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return raw


def _sum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _given(before: Json) -> set[tuple[str, str, object]]:
    """Give the numbers of an issue, and those that it remembers of issues before."""
    own = {
        (before["issue"]["id"], claim["text"], claim["value"])
        for figure in before["figures"]
        for claim in figure["claims"][:1]
    }
    return own | {
        (each["issue"], each["text"], each["value"])
        for figure in before["figures"]
        for each in figure.get("was", ())
    }
