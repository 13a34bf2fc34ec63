"""Where house styles are looked for: the desk, the program, other packages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import StyleError
from briefing.render import list_styles, load_style
from briefing.render.style import installed_styles

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = "[briefing.styles]\nharbour = harbour_styles\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that offers the styles `quay` and `roundup` by entry point."""
    folder = tmp_path / "site" / "harbour_styles"
    for name in ("quay", "roundup"):
        (folder / name).mkdir(parents=True)
        (folder / name / "style.yaml").write_text("title: Harbour\nextends: note\n")
    (folder / "__init__.py").write_text("")
    facts = tmp_path / "site" / "harbour_styles-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Name: harbour-styles\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text(ENTRY)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return folder


def test_a_package_may_bring_styles(package: Path) -> None:
    assert installed_styles()["quay"] == package / "quay"
    style = load_style("quay")
    assert (style.title, [name for name, _ in style.folders]) == (
        "Harbour",
        ["quay", "note", "base"],
    )
    assert ("quay", package / "quay") in list_styles()
    assert "harbour_styles" not in sys.modules, "no code of the package runs"


def test_no_package_hides_a_style_that_comes_along(package: Path) -> None:
    assert load_style("roundup").title == "Roundup"
    assert dict(list_styles())["roundup"] != package / "roundup"


def test_the_desk_hides_both(package: Path, tmp_path: Path) -> None:
    mine = tmp_path / "templates" / "quay"
    mine.mkdir(parents=True)
    (mine / "style.yaml").write_text("title: Of the desk\n")
    assert load_style("quay", search=[tmp_path / "templates"]).title == "Of the desk"
    with pytest.raises(StyleError, match="did you mean 'quay'"):
        load_style("quai", search=[tmp_path / "templates"])
