"""Files in a style's folder that nobody reads: most often a slip in their name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.problem import Problem
from briefing.render.checks.reading import sources_of
from briefing.render.style_parts import FILES, unread
from briefing.render.style_read import LEADS_OUT, is_within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.render.style import Style

_WHOLE = ("briefing.md.j2", "page.html.j2", "email.html.j2", "email.txt.j2")
_FOLDERS = ("sections", "strings", "fonts")
_READ = (".j2", ".css", ".yaml", ".yml", ".html")
_NAMED = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+([\"'])(.+?)\1")


def check_files(style: Style) -> Iterator[Problem]:
    """Give the files of a style that look as if they were read and are not."""
    own, folder = style.folders[0]
    named = {
        found[2].removeprefix(f"{name}/")
        for name, each in style.folders
        for source in sources_of(each, "*.j2")
        for found in _NAMED.finditer(source.text)
    }
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield from _unfit(path, name, own)
        is_read = path.suffix.lower() in _READ or f"{name}.j2" in FILES
        if not is_read or name.startswith("strings/"):
            continue
        if path.name.startswith("."):
            continue  # an editor's own
        if name not in FILES and name not in named and path.is_file():
            yield Problem(f"{own}/{name}:1", unread(name))


def _unfit(path: Path, name: str, own: str) -> Iterator[Problem]:
    """Find a folder where a file should be, the other way round, and dead links."""
    if name in FILES and path.is_dir():
        what = f"{path.name} is a folder; it should be a file"
        yield Problem(f"{own}/{name}", what)
    elif name in _FOLDERS and not path.is_dir():
        what = f"{path.name} is a file; it should be a folder of files"
        yield Problem(f"{own}/{name}", what)
    elif path.is_symlink() and not path.exists() and not path.name.startswith("."):
        what = "is a link that leads nowhere; put the file here"
        yield Problem(f"{own}/{name}", what)
    elif name in _WHOLE and path.is_file() and not path.stat().st_size:
        what = "the file is empty; take it away, or begin it with {% extends … %}"
        yield Problem(f"{own}/{name}:1", what)
    elif path.suffix in _READ and path.is_file() and b"\0" in path.read_bytes():
        line = path.read_bytes().partition(b"\0")[0].count(b"\n") + 1
        what = "a sign that is no text (NUL) stands here; take it away"
        yield Problem(f"{own}/{name}:{line}", what)
    elif path.suffix in _READ and path.is_file():
        top = path.parents[name.count("/")]
        if not is_within(path, top):
            yield Problem(f"{own}/{name}", LEADS_OUT)
