"""Where house styles are looked for: the desk, the program, other packages."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.config.starter import starter
from briefing.errors import StyleError
from briefing.render import check_style, list_styles, load_style
from briefing.render.style_packages import faulty_packages, installed_styles, package_of

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


def old_base(templates: Path) -> Path:
    """Give a copy of the base as an older version had it, with some words less."""
    folder = templates / "base"
    shutil.copytree(starter() / "templates" / "base", folder)
    path = folder / "style.yaml"
    kept = [
        line
        for line in path.read_text("utf-8").splitlines()
        if not line.strip().startswith(("contents", "more_given:", "small-size:"))
    ]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize("name", ["roundup", "note", "sitrep", "assessment"])
def test_a_style_that_comes_along_stands_on_what_came_with_it(
    name: str, tmp_path: Path
) -> None:
    old_base(tmp_path)
    assert load_style(name, search=[tmp_path]) == load_style(name)


def test_a_base_of_the_desk_is_what_the_desks_own_styles_stand_on(
    tmp_path: Path,
) -> None:
    folder = old_base(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "style.yaml").write_text("extends: base\n")
    style = load_style("mine", search=[tmp_path])
    assert style.folders[1] == ("base", folder)
    assert style.labels["more_given"] == load_style("base").labels["more_given"]
    assert style.tokens["small-size"] == load_style("base").tokens["small-size"]
    assert check_style(style, pdf=False) == (), "what it lacks comes from the program's"


def test_a_style_may_not_stand_on_one_of_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "style.yaml").write_text("extends: sitrep\n")
    with pytest.raises(
        StyleError, match=r"two styles of one name: base > sitrep > base"
    ):
        load_style("base", search=[tmp_path])


def test_a_style_reads_its_own_files_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "page.css").write_text("p { margin: 0 }")
    (tmp_path / "secret.md.j2").write_text("Secret")
    style = load_style("mine", search=[tmp_path])
    for path in (
        "../secret.md.j2",
        f"{tmp_path}/secret.md.j2",
        "mine/../../secret.md.j2",
    ):
        assert style.find(path) is None


def test_a_package_without_its_styles_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = tmp_path / "bare-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Name: bare\nVersion: 1.0\n")
    entries = "[briefing.styles]\na = not_there_at_all\nb = json\n"
    (facts / "entry_points.txt").write_text(entries)
    monkeypatch.syspath_prepend(str(tmp_path))
    told = faulty_packages()
    assert any(
        "bare offers styles in not_there_at_all, which is not" in t for t in told
    )
    assert any("bare offers styles in json, which holds none" in t for t in told)


def test_the_package_of_a_style_is_named(package: Path) -> None:
    assert package_of(package / "quay") == "harbour-styles"
