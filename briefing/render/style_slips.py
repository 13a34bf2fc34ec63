"""Slips in a `style.yaml` that YAML itself reads otherwise, or names lines too late."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN_QUOTE = re.compile(r"(\s*[\w-]+:\s+)([\"'])((?:(?!\2).)*)")
_KEY = re.compile(r"\s*[\w-]+:(?:\s|$)")
_NO_SPACE = re.compile(r"([^\"'#]*[{,]|)\s*([\w-]+):(?=[\"'])")
_BARE_FORM = re.compile(r"(\s*[\w-]+:\s+)(\{\w+(?::\w+)?\}\s*[^\s#][^#]*)")


class Slip(NamedTuple):
    """What is wrong, and where."""

    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""
    what: str
    """What is wrong, and what mends it."""


def find_yaml_slip(text: str) -> Slip | None:
    """Find a quote left open, a space left out, braces without quotes.

    YAML goes on to the next quote of any later line, reads `accent:"#fff"` as words,
    and `{mon} {d}` as two lists.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        opened = _OPEN_QUOTE.fullmatch(line)
        below = lines[number] if number < len(lines) else ""
        if opened and _KEY.match(below):
            sign = opened[2]
            what = f"the {sign} that opens here is not closed; write {sign} at the end"
            return Slip(number, opened.end(1) + 1, what)
        glued = _NO_SPACE.match(line)
        if glued:
            what = f"a space is missing after '{glued[2]}:'"
            return Slip(number, glued.end() + 1, what)
        bare = _BARE_FORM.fullmatch(line)
        if bare:
            shown = bare[2].strip()
            what = f'what begins with a brace stands in quotes; write "{shown}"'
            return Slip(number, bare.end(1) + 1, what)
    return None


def find_indent(text: str, line: int) -> str | None:
    """Say that a line stands further in than the one above lets it.

    Args:
        text: the file.
        line: the line, from 1, at which YAML gave up.
    """
    lines = text.splitlines()[:line]
    here = lines.pop() if lines else ""
    above = next((each for each in reversed(lines) if each.strip()), "")
    deeper = len(here) - len(here.lstrip()) > len(above) - len(above.lstrip())
    if deeper and above and not above.partition(" #")[0].rstrip().endswith(":"):
        return (
            "this line stands further in than the one above, which holds a value "
            "already; begin both in one column"
        )
    return None
