"""`briefing doctor`: what this machine has for making issues, and what it lacks."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

import click

from briefing import __version__
from briefing.cli.common import CONFIG
from briefing.cli.speech import shown, tell
from briefing.config.load import DEFAULTS, Desk, load_desk
from briefing.errors import StyleError
from briefing.pipeline import REPORTS
from briefing.publish.runs import FOLDER
from briefing.render import list_styles, load_style
from briefing.render.coverage import missing_scripts
from briefing.render.fonts import read_font
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES: dict[str, tuple[str, ...]] = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.0.dylib"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "HarfBuzz subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
"""What the PDF is set with, by the names under which a system keeps it."""
ON_LINUX = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
ON_MAC = "brew install pango"


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    """What it is, and what it is like."""
    to_do: str = ""
    """The command or step that mends it; '' where all is well."""


@click.command(
    "doctor",
    epilog="""
\b
Examples:
  briefing doctor
  briefing doctor --config desk/config/briefing.yaml

\b
Exit codes: 0 all well; 1 something is missing, told with what mends it;
2 the config is wrong.
""",
)
@CONFIG
def command(config: Path | None) -> int:
    """Look at this machine: libraries, fonts, scripts, folders."""
    here = Path.cwd()
    desk = None
    if config or any((here / name).is_file() for name in DEFAULTS):
        desk = load_desk(config, cwd=here)
    well = True
    for title, findings in (
        ("Programs", find_programs()),
        ("Libraries for the PDF", find_libraries()),
        ("Fonts", find_fonts(desk)),
        ("Folders", find_folders(desk)),
    ):
        tell(title)
        for finding in findings:
            well = well and not finding.to_do
            tell(f"  {one_line(finding.what)}")
            if finding.to_do:
                tell(f"    to do: {one_line(finding.to_do)}")
    return 0 if well else 1


def find_programs() -> Iterator[Finding]:
    """Look for Python packages, by their names alone."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(f"briefing {__version__} on Python {python} ({sys.platform})")
    for package, module, use in (
        ("weasyprint", "weasyprint", ""),
        ("trafilatura", "trafilatura", "'briefing-desk[html]'"),
    ):
        if find_spec(module):
            yield Finding(f"{package} {_version(package)}")
        else:
            to_do = f"{sys.executable} -m pip install {use or package}"
            yield Finding(f"{package}: is not installed", to_do)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(version unknown)"


def find_libraries() -> Iterator[Finding]:
    """Look for the libraries that WeasyPrint loads, as it does."""
    for name, files in LIBRARIES.items():
        file = next(filter(_loads, files), None)
        if file:
            yield Finding(f"{name}: {file}")
        else:
            command = ON_MAC if sys.platform == "darwin" else ON_LINUX
            yield Finding(f"{name}: is not found ({', '.join(files)})", command)


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def find_fonts(desk: Desk | None) -> Iterator[Finding]:
    """Look for each style's fonts, and name the scripts that none of them has."""
    search = (desk.root / "templates",) if desk else ()
    for name, _ in list_styles(search):
        try:
            style = load_style(name, search=search)
            for source in style.faces.values():
                read_font(*source)
            missing = missing_scripts(style.faces)
        except StyleError as error:
            what, _, to_do = str(error).rpartition("; ")
            yield Finding(f"style {name}: {what}", to_do)
            continue
        count = len({*style.faces.values()})
        lacks = f"; no font for {', '.join(missing)}" if missing else ""
        yield Finding(f"style {name}: {count} fonts, all there{lacks}")


def find_folders(desk: Desk | None) -> Iterator[Finding]:
    """Look at the folders that a desk reads and writes."""
    if desk is None:
        yield Finding("no desk here (there is no config)")
        return
    for folder in (REPORTS, FOLDER):
        path = desk.root / folder
        there = next(each for each in (path, *path.parents) if each.exists())
        if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
            yield Finding(f"{shown(path)}: can be written")
        else:
            yield Finding(
                f"{shown(path)}: cannot be written", f"chmod u+rwx {quote(str(there))}"
            )
    for source in desk.config.sources:
        path = desk.root / source
        if not path.exists():
            yield Finding(
                f"{shown(path)}: is not there", f"mkdir -p {quote(str(path))}"
            )
        elif os.access(path, os.R_OK | (os.X_OK if path.is_dir() else 0)):
            yield Finding(f"{shown(path)}: can be read")
        else:
            yield Finding(
                f"{shown(path)}: cannot be read", f"chmod u+rX {quote(str(path))}"
            )
