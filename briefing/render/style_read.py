"""Reads the text of a style's files, and lays words over words."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from briefing.config.yaml import Yaml, load_yaml
from briefing.errors import BriefingError, StyleError
from briefing.render.style_slips import find_indent, find_yaml_slip


def read_yaml(path: Path, name: str) -> Yaml:
    """Read a YAML file of a style.

    Raises:
        StyleError: with file, line and column of what is no UTF-8 and no YAML.
    """
    text = read_part(path, name)
    for number, line in enumerate(text.splitlines(), start=1):
        blank = line[: -len(line.lstrip())] if line.strip() else ""
        if "\t" in blank:
            at = blank.index("\t") + 1
            msg = f"{name}:{number}:{at}: a tab; indent with spaces, two a level"
            raise StyleError(msg)
        if "\u00a0" in blank:
            at = blank.index("\u00a0") + 1
            msg = f"{name}:{number}:{at}: a no-break space; indent with plain spaces"
            raise StyleError(msg)
    slip = find_yaml_slip(text)
    if slip:
        msg = f"{name}:{slip.line}:{slip.column}: {slip.what}"
        raise StyleError(msg)
    try:
        return load_yaml(text, name=name)
    except BriefingError as error:
        raise StyleError(plain_yaml(str(error), text)) from error


def read_part(path: Path, name: str) -> str:
    """Read a file of a style.

    Raises:
        StyleError: with the line of what is no UTF-8, or why it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise StyleError(not_utf8(name, error)) from error
    except OSError as error:
        raise StyleError(unreadable(name, error)) from error


LEADS_OUT = (
    "is a link that leads out of the folder of styles, and is not read; "
    "put the file itself here"
)
"""What is said of a link to a file elsewhere."""
_NO_COLON = re.compile(r"(.+?):(\d+):\d+: could not find expected ':'")
_SECOND_COLON = re.compile(r"(.+?:(\d+):\d+): mapping values are not allowed")
_YAML = {
    "did not find expected key": "the indent differs from that of the lines above",
    "mapping values are not allowed": "a second : stands here; put the words in quotes",
    "did not find expected ',' or": "a bracket or a comma is missing before this",
    "did not find expected node": "something is missing before this sign",
    "found character that cannot start": "words that begin so stand in quotes",
    "found unexpected end of stream": "a quote is never closed",
    "found unknown escape": "write ' ' in place of \" \", or a second \\",
    "found undefined": "* is an alias in YAML; put the words in quotes",
}


def plain_yaml(said: str, text: str) -> str:
    """Put the words of the YAML reader plainly.

    A colon that was forgotten is told where it should stand, not below.
    """
    colon = _SECOND_COLON.match(said)
    indent = colon and find_indent(text, int(colon[2]))
    if colon and indent:
        return f"{colon[1]}: {indent}"
    for theirs, ours in _YAML.items():
        if theirs in said:
            said = said.replace("check quotes and indentation", ours)
    found = _NO_COLON.match(said)
    if not found:
        return said
    lines = text.splitlines()
    at = int(found[2]) - 1
    while at > 0 and (":" in lines[at] or not lines[at].strip()):
        at -= 1
    end = len(lines[at].rstrip()) + 1
    return f"{found[1]}:{at + 1}:{end}: a : is missing at the end of the line"


def unreadable(name: str, error: OSError) -> str:
    """Say that a file cannot be read, and why."""
    return f"{name}: cannot be read: {error.strerror}; let it be read, or take it away"


def check_readable(folder: Path) -> None:
    """Make sure that a style's sheet can be read, before anything is set with it.

    Raises:
        StyleError: with the line of what is no UTF-8, or why it cannot be read.
    """
    path, name = folder / "page.css", f"{folder.name}/page.css"
    if path.is_file():
        if not is_within(path, folder):
            msg = f"{name}: {LEADS_OUT}"
            raise StyleError(msg)
        read_part(path, name)


def is_within(path: Path, folder: Path) -> bool:
    """Say whether a file lies in a style's folder, or beside it among other styles.

    A link that leads elsewhere could print any file of the machine in an issue.
    """
    return Path(os.path.realpath(path)).is_relative_to(folder.parent)


def not_utf8(name: str, error: UnicodeDecodeError) -> str:
    """Say in which line a file stops being UTF-8."""
    line = error.object[: error.start].count(b"\n") + 1
    return f"{name}:{line}: this is not UTF-8 text; save the file as UTF-8"


def read_leniently(path: Path) -> str:
    """Give a file's text; what cannot be read is told by another check."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # a folder, a link that leads nowhere, a file of another person
        return ""


def lay_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay words over others, group by group."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = lay_over(below, value) if both else value  # type: ignore[arg-type]
    return merged
