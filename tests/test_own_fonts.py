"""The PDF knows the fonts of the house style, and nothing of the machine's."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from briefing.render import load_style
from briefing.render.fonts import font_faces
from briefing.render.own_fonts import no_system_fonts
from briefing.render.pdf import set_pdf

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pdf
GEORGIAN = "\u10d0\u10db\u10d1"


def typefaces(pdf: bytes) -> set[str]:
    pages: list[Any] = [*PdfReader(io.BytesIO(pdf)).pages]
    return {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }


def test_no_typeface_of_the_machine_gets_into_a_pdf() -> None:
    pdf, problems = set_pdf(
        "<html lang=en><title>x</title><style>p {font-family: 'DejaVu Sans', serif}"
        f"</style><p>Tbilisi {GEORGIAN} <svg><text y=9 font-family=serif>A</text></svg>"
    )
    assert typefaces(pdf) == {"Briefing-No-Letters"}
    (told,) = problems
    assert told.where == "fonts"
    assert "Georgian (3)" in told.what


def test_a_machine_without_fonts_is_no_reason_to_complain(tmp_path: Path) -> None:
    none = tmp_path / "none.conf"
    none.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    told = subprocess.run(
        [
            sys.executable,
            "-W",
            "always::UserWarning",
            "-c",
            "import briefing.render.pdf",
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(none)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "font" not in told.stderr.casefold()


def test_what_the_machine_says_of_fonts_is_left_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    with no_system_fonts():
        assert "FONTCONFIG_FILE" in os.environ
    assert "FONTCONFIG_FILE" not in os.environ
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    with no_system_fonts():
        pass
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"


def test_capitals_that_the_sheet_makes_have_their_letters(tmp_path: Path) -> None:
    faces = load_style("roundup").faces
    sheet = "p {font: 10pt 'House Sans'; text-transform: uppercase}"
    text = "l\u00e4ngst \u0457\u0436\u0430\u043a"
    page = f"<html lang=de><title>x</title><style>{font_faces(faces, text, sheet)}"
    _, problems = set_pdf(f"{page}{sheet}</style><p>{text}")
    assert problems == ()
