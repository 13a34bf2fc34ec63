"""What is wrong with a style, with the lines of the file that it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.render.style import list_styles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PLACE = re.compile(
    r"(?P<file>[^:\n]+\.(?:yaml|j2|css))(?::(?P<line>\d+))?(?::(?P<column>\d+))?"
    r"(?:: *(?P<what>.*))?",
    re.DOTALL,
)
_AROUND = 2
"""Lines shown before and after the faulty one."""
_WIDEST = 400
"""Characters to which a shown line is cut: a font in a data address has a million."""


class Line(NamedTuple):
    """A line of a file, as it is shown."""

    number: int
    """Its number, from 1."""
    text: str
    """What it says."""
    faulty: bool
    """Whether it is the one that is blamed."""


class Fault(NamedTuple):
    """Something wrong, with its place."""

    where: str
    """File, line and column where known: "mine/page.css:3"; '' without a place."""
    what: str
    """What was found and what to do."""
    lines: tuple[Line, ...] = ()
    """The source around it; none where no line is named."""


def fault_of(message: str, style: str, search: Sequence[Path]) -> Fault:
    """Read the message of an error, and fetch the lines that it speaks of.

    Args:
        message: "FILE:LINE:COLUMN: what"; FILE begins with the name of its style.
        style: name or path of the style at work, to which other files belong.
        search: the folders of styles.
    """
    told = _PLACE.match(message)
    if not told:
        return Fault("", message)
    where = message[: told.start("what")].rstrip(": ") if told["what"] else message
    path = _find(told["file"], style, search)
    number = int(told["line"] or 0)
    lines = _lines_at(path, number) if path and number else ()
    return Fault(where, told["what"] or "", lines)


def _find(file: str, style: str, search: Sequence[Path]) -> Path | None:
    owner, _, rest = file.partition("/")
    folders = dict(list_styles(search))
    own = style.replace("\\", "/").rstrip("/")
    roots = [folder.parent for folder in search]
    if "/" in own:
        folders[own.rpartition("/")[2]] = next(
            (root / own for root in roots if (root / own).is_dir()), roots[0] / own
        )
    named = own.rpartition("/")[2]
    tried = [
        folders[name] / inside
        for name, inside in ((owner, rest), (named, file))
        if name in folders
    ]
    return next((path for path in tried if path.is_file()), None)


def _lines_at(path: Path, number: int) -> tuple[Line, ...]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    lines = text.splitlines()
    first, last = max(1, number - _AROUND), min(len(lines), number + _AROUND)
    return tuple(
        Line(at, lines[at - 1][:_WIDEST], at == number) for at in range(first, last + 1)
    )
