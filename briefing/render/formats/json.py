"""The record as JSON (schema `briefing/1`), for machines and for `verify`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.problem import Problem
    from briefing.render.sheet import Sheet

NAME = "json"


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    r"""Give the record, keys in the order of the model.

    Half a character (a lone surrogate) in a quote becomes its JSON escape `\ud800`,
    so that the file is UTF-8 and the quote reads back as it was.
    """
    text = json.dumps(sheet.record, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode("utf-8", "backslashreplace"), ()
