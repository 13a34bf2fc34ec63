"""`briefing style preview` and `gallery`: see a house style at work."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.common import CONFIG
from briefing.cli.speech import say, tell
from briefing.cli.style_search import desk_here, style_search
from briefing.errors import UsageError
from briefing.text.unseen import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.preview.server import PreviewServer
    from briefing.preview.studio import Studio

_PORT = 8420
"""Taken if it is free; browsers then know the preview by its address."""
_BUILT_IN = "roundup"


@click.command(
    "preview",
    epilog="""
\b
Markdown, web page and PDF stand side by side and follow within a second of saving a
file; the PDF comes as soon as it is set. An error is shown over the last good page,
with file, line and the lines around it. Only browsers on this machine are answered,
and nothing is fetched from elsewhere. Ctrl-C ends it.

\b
Without NAME: the style of the desk's first edition.

\b
Examples:
  briefing style preview mine
  briefing style preview mine --fixture long
  briefing style preview --port 9000 --no-browser
""",
)
@click.argument("name", required=False)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help=f"Port of the page; otherwise {_PORT}, or a free one.",
)
@click.option(
    "--fixture",
    default="week",
    metavar="F",
    show_default=True,
    help="The issue to begin with: week, empty, one, many, long, rtl, missing, "
    "everything.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@CONFIG
def preview(
    name: str | None,
    port: int | None,
    fixture: str,
    config: Path | None,
    *,
    no_browser: bool,
) -> None:
    """Show a style in a browser, and follow every change of its files."""
    from briefing.preview.fixtures import find_fixture

    search = style_search(config)
    style = name or _style_here(config)
    _require_style(style, search)
    fixture = find_fixture(fixture).NAME
    try:
        _preview(style, fixture, search, port, opens=not no_browser)
    except KeyboardInterrupt:
        say("")  # the terminal has written ^C


def _preview(
    style: str, fixture: str, search: tuple[Path, ...], port: int | None, *, opens: bool
) -> None:
    """Serve, and follow the files, until interrupted."""
    from threading import Event, Thread

    from briefing.cli.sample import sample_briefing
    from briefing.preview.studio import Choice, Studio

    with closing(Studio(sample_briefing(), Choice(style, fixture), search)) as studio:
        server = _serve(studio, port)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            tell(server.address)
            sys.stdout.flush()
            say(f"style {printable(style)}; Ctrl-C ends the preview")
            if opens:
                _open(server.address)
            studio.keep_up(Event())
        finally:
            server.shutdown()
            server.server_close()


def _serve(studio: Studio, port: int | None) -> PreviewServer:
    """Open the port that was asked for, or the usual one, or any.

    Raises:
        UsageError: when the port that was asked for cannot be had.
    """
    from briefing.preview.server import PreviewServer

    try:
        return PreviewServer(studio, port or _PORT)
    except OSError as error:
        if port:
            message = (
                f"--port {port}: cannot be had ({error.strerror}); take another, or "
                "leave --port out for a free one"
            )
            raise UsageError(message) from error
        return PreviewServer(studio, 0)


def _open(address: str) -> None:
    """Open a browser, where there is a screen to open it on."""
    import webbrowser

    has_screen = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    # Without one, a browser of the terminal would take the terminal over.
    if has_screen:
        webbrowser.open(address)


def _style_here(config: Path | None) -> str:
    """Give the style of the desk's first edition; without one a built-in style."""
    from briefing.config.load import find_edition

    desk = desk_here(config)
    if desk is None or not desk.config.editions:
        return _BUILT_IN
    return find_edition(desk, None).config.style


def _require_style(name: str, search: Sequence[Path]) -> None:
    """Make sure that there is such a style; its faults are for the page to tell.

    Raises:
        StyleError: when there is none, with the nearest name.
    """
    from briefing.errors import StyleError
    from briefing.render.style import list_styles, load_style

    roots = (Path(), *(folder.parent for folder in search))
    try:
        load_style(name, search=search)
    except StyleError:
        is_folder = "/" in name and any((root / name).is_dir() for root in roots)
        if not is_folder and name not in dict(list_styles(search)):
            raise
