"""`briefing style gallery`: every style over every fixture, as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.common import CONFIG
from briefing.cli.speech import counted, say, shown, tell
from briefing.cli.style_search import style_search
from briefing.errors import NotMadeError, UsageError
from briefing.text.unseen import one_line, printable


@click.command(
    "gallery",
    epilog="""
\b
Writes DIR/STYLE/FIXTURE.pdf, a picture of each of its pages, and DIR/index.html, which
shows them all, by fixture. Without NAME: every style there is. 200 items take a while;
name the fixtures you want.

\b
Examples:
  briefing style gallery
  briefing style gallery mine roundup --fixture long --fixture rtl

\b
Exit codes: 0 all could be set; 1 the folder cannot be written; 2 a style is faulty.
""",
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--fixture",
    "fixtures",
    multiple=True,
    metavar="F",
    help="Only this issue; may be repeated. As in `briefing style preview`.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("gallery"),
    metavar="DIR",
    show_default=True,
    help="Folder for the pictures.",
)
@CONFIG
def gallery(
    names: tuple[str, ...], fixtures: tuple[str, ...], out: Path, config: Path | None
) -> int:
    """Make pictures of styles over all kinds of issues, and a sheet of them."""
    from briefing.cli.sample import sample_briefing
    from briefing.preview.fixtures import FIXTURES, find_fixture
    from briefing.preview.gallery import shoot, write_sheet
    from briefing.preview.pictures import can_draw
    from briefing.render.style import list_styles, load_style

    if not can_draw():
        message = (
            "pictures of pages need the package pypdfium2; "
            "run pip install 'briefing-desk[preview]'"
        )
        raise UsageError(message)
    search = style_search(config)
    known = [name for name, _ in list_styles(search)]
    for name in names:
        if name not in known:
            load_style(name, search=search)  # a path, or told with the nearest name
    wanted = [find_fixture(name) for name in fixtures] or FIXTURES
    taken = shoot(sample_briefing(), names or known, wanted, search=search, out=out)
    shots = []
    try:
        for shot in taken:
            told = shot.fault and f"{shot.fault.where}: {shot.fault.what}"
            said = told or counted(len(shot.pages), "page")
            say(f"{shot.fixture.NAME:12}{printable(shot.style):16}{one_line(said)}")
            shots.append(shot)
        out.mkdir(parents=True, exist_ok=True)  # no page could be drawn into it
        tell(shown(write_sheet(shots, out)))
    except OSError as error:
        message = f"{shown(out)}: cannot be written ({error.strerror})"
        raise NotMadeError(message) from error
    if any(shot.fault for shot in shots):
        return 2
    return 2 if _list_faults(names, search) else 0


def _list_faults(names: tuple[str, ...], search: tuple[Path, ...]) -> bool:
    """Tell what is wrong with styles that could be set all the same; say if anything.

    A rule that a browser or the paper leaves out shows in no picture as a fault.
    """
    from briefing.render import look_over

    found = [
        (name, each)
        for name in names
        for each in look_over(name, search=search, pdf=False)
    ]
    for name, each in found:
        say(printable(f"style {name}: {each.where}: {each.what}"))
    return bool(found)
