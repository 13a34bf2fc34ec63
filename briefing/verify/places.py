"""On which line of a JSON file each of its values stands."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


def lines_of(raw: str) -> dict[Path, int]:
    """Give the line, from 1, of every value of the valid JSON in `raw`.

    A value is named by the keys and indexes that lead to it from the top.
    """
    breaks = [match.end() for match in re.finditer(r"\n", raw)]
    lines: dict[Path, int] = {(): 1}
    stack: list[str | int] = []
    pending = None  # a string that may turn out to be a key
    for match in _TOKEN.finditer(raw):
        token = match[0]
        line = bisect_right(breaks, match.start()) + 1
        if token in ("{", "["):
            lines[tuple(stack)] = line
            stack.append("" if token == "{" else 0)
        elif token in ("}", "]"):
            stack.pop()
        elif token == ",":
            last = stack[-1]
            stack[-1] = last + 1 if isinstance(last, int) else ""
        elif token == ":":
            stack[-1] = json.loads(pending or '""')
        else:
            pending = token
            lines[tuple(stack)] = line
    return lines


def nearest_line(lines: dict[Path, int], path: Path) -> int:
    """Give the line of `path`, or of the nearest value around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]
