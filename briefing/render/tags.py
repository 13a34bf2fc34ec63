"""Finds the tag of a template that was never closed; Jinja names only the last line."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSERS = {"{{": "}}", "{%": "%}", "{*": "*}"}
_SIGN = re.compile(r"\{\{|\{%|\{\*|\}\}|%\}|\*\}|\"[^\"\n]*\"|'[^'\n]*'")
_COMMENT = re.compile(r"\{\*.*?\*\}", re.DOTALL)
_TAG = re.compile(r"\{%[-+]?\s*(\w+)([^%]*(?:%(?!\})[^%]*)*)%\}")
_PAIRED = ("for", "if", "block", "macro", "call", "filter", "with", "raw", "autoescape")


class Slip(NamedTuple):
    """What is wrong with the tags of a template."""

    line: int
    """Line of the tag that is to be mended."""
    what: str
    """What is wrong, and what mends it."""


def find_slip(source: str) -> Slip | None:
    """Find a tag without its end; None when every tag has one."""
    return _find_open_sign(source) or _find_open_tag(blank_comments(source))


def blank_comments(source: str) -> str:
    """Take comments out, but keep every line in its place."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1


def _find_open_sign(source: str) -> Slip | None:
    """Find a `{{`, `{%` or `{*` that nothing closes."""
    opened, since = "", 0
    for found in _SIGN.finditer(source):
        sign = found[0]
        if opened == "{*":
            opened = "" if sign == "*}" else opened
        elif sign in _CLOSERS and not opened:
            opened, since = sign, found.start()
        elif sign in _CLOSERS or (opened and sign in _CLOSERS.values()):
            if sign == _CLOSERS[opened]:
                opened = ""
                continue
            return _open_sign(source, opened, since, sign)
    return _open_sign(source, opened, since, "") if opened else None


def _open_sign(source: str, opened: str, since: int, found: str) -> Slip:
    but = f"before {found}" if found else "to the end of the file"
    what = f"the {opened} that opens here is not closed {but}; write {_CLOSERS[opened]}"
    return Slip(_line(source, since), what)


def _find_open_tag(source: str) -> Slip | None:
    """Find a `{% for %}` without `{% endfor %}`, or one without the other."""
    opened: list[tuple[str, int]] = []
    for found in _TAG.finditer(source):
        name, line = found[1], _line(source, found.start())
        if name in _PAIRED or (name == "set" and "=" not in found[2]):
            opened.append((name, line))
        elif name.startswith("end"):
            if not opened:
                begun = name.removeprefix("end")
                what = f"{{% {name} %}} closes nothing; take it away, or write "
                return Slip(line, f"{what}{{% {begun} … %}} above it")
            if name != f"end{opened[-1][0]}":
                return _open_tag(*opened[-1], f"before the {{% {name} %}} of {line}")
            opened.pop()
    return _open_tag(*opened[-1], "below it") if opened else None


def _open_tag(name: str, line: int, where: str) -> Slip:
    what = f"{{% {name} %}} is never closed; write {{% end{name} %}} {where}"
    return Slip(line, what)
