"""Every style over every fixture as pictures, and one sheet to look at them all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import StyleError
from briefing.preview.fault import Fault, fault_of
from briefing.preview.fixtures import FIXTURES
from briefing.preview.pictures import draw_pages
from briefing.preview.setting import set_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.briefing import Briefing
    from briefing.preview.fixtures import Fixture

DPI = 110
"""Of the pictures: small print can be read, and a hundred pages stay small."""

_SHEET = Path(__file__).parent / "page" / "gallery.html.j2"


class Shot(NamedTuple):
    """One style over one fixture."""

    style: str
    """Name of the style."""
    fixture: Fixture
    """The fixture."""
    pages: tuple[str, ...] = ()
    """Pictures of its pages, as paths in the gallery's folder."""
    pdf: str | None = None
    """Its PDF, likewise; None when it could not be set."""
    complaints: tuple[str, ...] = ()
    """What the layout engine complained of."""
    fault: Fault | None = None
    """Why it could not be set."""


def shoot(
    sample: Briefing,
    styles: Sequence[str],
    fixtures: Sequence[Fixture],
    *,
    search: Sequence[Path],
    out: Path,
) -> Iterator[Shot]:
    """Set each style over each fixture and write its PDF and pictures.

    Args:
        sample: the sample week, of which fixtures are made.
        styles: names or paths of styles.
        fixtures: the fixtures.
        search: the folders of styles.
        out: the gallery's folder; pictures of earlier galleries are replaced.
    """
    for fixture in fixtures:
        issue = fixture.make(sample)
        for style in styles:
            yield _shoot(issue, style, fixture, search=search, out=out)


def write_sheet(shots: Sequence[Shot], out: Path) -> Path:
    """Write the page that shows all pictures, by fixture and style; give its path."""
    # Here and not in `render`, since no house style has a say in it.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(_SHEET.read_text(encoding="utf-8"))
    rows = [
        (fixture, [shot for shot in shots if shot.fixture is fixture])
        for fixture in FIXTURES
    ]
    path = out / "index.html"
    told = template.render(rows=[row for row in rows if row[1]])
    path.write_text(told, encoding="utf-8")
    return path


def _shoot(
    issue: Briefing, style: str, fixture: Fixture, *, search: Sequence[Path], out: Path
) -> Shot:
    from briefing.render.pdf import set_pdf  # it brings WeasyPrint: 300 ms

    name = re.split(r"[/\\]", style.rstrip("/\\"))[-1]
    folder = out / name
    _clear(folder, fixture.NAME)
    made = set_issue(issue, style, search)
    if isinstance(made, Fault):
        return Shot(name, fixture, fault=made)
    try:
        pdf, problems = set_pdf(made.page)
    except StyleError as error:
        return Shot(name, fixture, fault=fault_of(str(error), style, search))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{fixture.NAME}.pdf").write_bytes(pdf)
    pages = []
    for at, picture in enumerate(draw_pages(pdf, dpi=DPI), start=1):
        path = folder / f"{fixture.NAME}-{at:02}.png"
        path.write_bytes(picture)
        pages.append(f"{name}/{path.name}")
    complaints = tuple(problem.what for problem in problems)
    return Shot(name, fixture, tuple(pages), f"{name}/{fixture.NAME}.pdf", complaints)


def _clear(folder: Path, fixture: str) -> None:
    """Take away what an earlier gallery wrote; nothing else."""
    ours = re.compile(rf"{re.escape(fixture)}(?:-\d+\.png|\.pdf)")
    for path in sorted(folder.glob(f"{fixture}*")):
        if ours.fullmatch(path.name):
            path.unlink()
