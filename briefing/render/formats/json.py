"""The record as JSON (schema `briefing/1`), for machines and for `verify`.

Its last key, `seal`, is the SHA-256 of all that stands before it: a record that was
changed by hand since is told from one that was not.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "json"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    r"""Give the record, keys in the order of the model.

    Half a character (a lone surrogate) in a quote becomes its JSON escape `\ud800`,
    so that the file is UTF-8 and the quote reads back as it was.
    """
    record = {key: value for key, value in sheet.record.items() if key != "seal"}
    seal = hashlib.sha256(_written(record)).hexdigest()
    return _written({**record, "seal": seal}) + b"\n", ()


def _written(record: Mapping[str, Any]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace")
