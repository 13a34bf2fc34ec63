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

    An issue that is not there, or was made again since, is not compared.

    Args:
        record: The issue's record.
        path: Where it lies: FOLDER/EDITION/ISSUE/EDITION-ISSUE.json.
    """
    for place, figure in enumerate(record["figures"]):
        for earlier in figure.get("was", [])[:1]:
            if earlier["issue"] >= record["issue"]["id"]:
                what = f"'{earlier['issue']}' is no issue before this one"
                yield Finding(("figures", place, "was", 0, "issue"), what)
            given = _given(record, path, earlier["issue"])
            told = (earlier["text"], earlier["value"])
            if given is not None and told not in given:
                what = f"issue {earlier['issue']} does not give '{earlier['text']}'"
                at = ("figures", place, "was", 0)
                yield Finding(at, f"figure {figure['id']}: {what}")


def _given(record: Json, path: Path, issue: str) -> set[tuple[str, object]] | None:
    """Give the numbers of an issue; None unless it is the file that was read."""
    date.fromisoformat(issue)  # what is no day is no folder to look into
    name = f"{record['edition']['id']}-{issue}.json"
    try:
        raw = (path.resolve().parent.parent / issue / name).read_bytes()
    except (OSError, ValueError):
        return None
    read = (record.get("compared") or {}).get("sha256")
    if hashlib.sha256(raw).hexdigest() != read:
        return None
    before = json.loads(raw, parse_float=Decimal)
    return {
        (claim["text"], claim["value"])
        for figure in before["figures"]
        for claim in figure["claims"][:1]
    }
