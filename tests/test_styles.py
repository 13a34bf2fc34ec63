"""House styles: found, extended, begun, checked, and blamed in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefing.errors import StyleError
from briefing.render import (
    check_style,
    list_styles,
    load_style,
    new_style,
    record_of,
    render,
)
from briefing.render.filters import FILTERS, filters_for
from briefing.render.lookups import index_of
from tests.sample_briefing import sample_briefing

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def outcome(name: str, templates: Path) -> list[str]:
    try:
        problems = check_style(load_style(name, search=[templates]), pdf=False)
    except StyleError as error:
        return [str(error)]
    return [f"{problem.where}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("name", ["base", "roundup", "note", "sitrep", "assessment"])
def test_the_styles_that_come_along_are_without_fault(name: str) -> None:
    assert check_style(load_style(name), pdf=name == "note") == ()


def manuscript(name: str, templates: Path) -> str:
    style = load_style(name, search=[templates])
    return render(sample_briefing(), style, formats=("md",)).files["md"].decode()


def page(name: str, templates: Path) -> str:
    style = load_style(name, search=[templates])
    return render(sample_briefing(), style, formats=("html",)).files["html"].decode()


def test_new_style_is_usable_at_once(tmp_path: Path) -> None:
    folder = new_style("mine", tmp_path / "templates", extends="roundup")
    templates = tmp_path / "templates"
    assert sorted(path.name for path in folder.iterdir()) == [
        "briefing.md.j2",
        "page.css",
        "style.yaml",
    ]
    assert outcome("mine", templates) == []
    told = manuscript("mine", templates).replace("“Mine”", "“Roundup”")
    assert told == manuscript("roundup", templates)
    said = (folder / "style.yaml").read_text()
    told = re.sub(r"(?m)^# (?=(?:  )*[a-z-]+:)", "", said)
    told = re.sub(r"(?m)^(?:fonts:|logo:|  - |# ).*\n", "", told)
    write(folder, {"style.yaml": told})
    assert outcome("mine", templates) == [], "each commented line is right as it stands"


def test_new_style_refuses_what_is_there_and_odd_names(tmp_path: Path) -> None:
    new_style("mine", tmp_path)
    with pytest.raises(StyleError, match="is there already"):
        new_style("mine", tmp_path)
    with pytest.raises(StyleError, match="is no name for a style"):
        new_style("../mine", tmp_path)
    with pytest.raises(StyleError, match="did you mean 'roundup'"):
        new_style("other", tmp_path, extends="roundip")


def test_one_token_and_one_block_change_the_issue(tmp_path: Path) -> None:
    folder = new_style("mine", tmp_path)
    write(
        folder,
        {
            "style.yaml": 'extends: roundup\ncolours: {accent: "#0b5c8a"}\n',
            "briefing.md.j2": '{% extends "roundup/briefing.md.j2" %}\n'
            "{% block hint %}\n*Read with care*\n{% endblock %}\n",
        },
    )
    assert "--accent: #0b5c8a;" in page("mine", tmp_path)
    told = manuscript("mine", tmp_path)
    assert "*Read with care*" in told
    assert "Sources’ own words" not in told


def test_a_style_may_be_a_lone_style_sheet(tmp_path: Path) -> None:
    write(tmp_path / "mine", {"page.css": ".lead { font-weight: 600 }"})
    assert outcome("mine", tmp_path) == []
    css = page("mine", tmp_path).partition("</style>")[0]
    assert css.rstrip().endswith(".lead { font-weight: 600 }")
    assert manuscript("mine", tmp_path).count("Roundup") == 0


@pytest.mark.parametrize("file", ["email.html.j2", "email.txt.j2"])
def test_a_style_may_be_a_lone_mail_template(file: str, tmp_path: Path) -> None:
    write(tmp_path / "mine", {file: '{% extends "base/' + file + '" %}'})
    assert outcome("mine", tmp_path) == []
    assert load_style("mine", search=[tmp_path]).find(file) is not None


def test_a_style_says_what_becomes_of_empty_sections(tmp_path: Path) -> None:
    said = {name: load_style(name).when_empty for name, _ in list_styles()}
    assert said.pop("sitrep") == "say"
    assert {*said.values()} == {"omit"}
    write(tmp_path / "mine", {"style.yaml": "extends: sitrep\n"})
    assert load_style("mine", search=(tmp_path,)).when_empty == "say"
    write(tmp_path / "other", {"style.yaml": "extends: sitrep\nwhen_empty: omit\n"})
    assert load_style("other", search=(tmp_path,)).when_empty == "omit"
    write(tmp_path / "odd", {"style.yaml": "when_empty: maybe\n"})
    with pytest.raises(StyleError, match=r"odd/style.yaml:1:1.*one of: omit, say"):
        load_style("odd", search=(tmp_path,))


def test_a_style_may_be_one_section(tmp_path: Path) -> None:
    text = "{% for item in section.items %}\n* {{ item|told }}\n{% endfor %}"
    write(tmp_path / "mine", {"sections/ahead.md.j2": text})
    assert outcome("mine", tmp_path) == []
    assert "* The special envoy" in manuscript("mine", tmp_path)


def test_three_styles_deep(tmp_path: Path) -> None:
    write(tmp_path / "house", {"style.yaml": 'extends: note\ncolours: {ink: "#000"}\n'})
    write(
        tmp_path / "night",
        {"style.yaml": 'extends: house\nlabels: {takeaways: "By night"}\n'},
    )
    style = load_style("night", search=[tmp_path])
    assert [name for name, _ in style.folders] == ["night", "house", "note", "base"]
    assert style.tokens["ink"] == "#000"
    assert "## By night" in manuscript("night", tmp_path)


def test_a_style_is_found_by_path_and_by_order(tmp_path: Path) -> None:
    write(tmp_path / "desk/templates/mine", {"style.yaml": "title: First\n"})
    write(tmp_path / "else/mine", {"style.yaml": "title: Second\n"})
    search = [tmp_path / "desk/templates", tmp_path / "else"]
    assert load_style("mine", search=search).title == "First"
    assert load_style("templates/mine", search=search).title == "First"
    assert load_style(str(tmp_path / "else/mine")).title == "Second"
    names = [name for name, _ in list_styles(search)]
    assert {"base", "mine", "note", "roundup"} <= set(names)


def test_each_filter_is_in_the_table() -> None:
    style = load_style("base")
    filters = filters_for(style, index_of(record_of(sample_briefing())))
    assert set(filters) == set(FILTERS)


def test_templates_may_be_indented_and_spaced(tmp_path: Path) -> None:
    loose = """
    {* A comment
       on two lines. *}

        {% for item in section.items %}

          {% if item.label %}

            *{{ item.label }}.*

          {% endif %}

            - {{ item|told }}


        {% endfor %}
    """
    write(tmp_path / "mine", {"sections/ahead.md.j2": loose})
    assert manuscript("mine", tmp_path).replace("“Mine”", "“Roundup”") == manuscript(
        "roundup", tmp_path
    )


def test_compiled_templates_never_outlive_their_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("briefing.render.compiled._FOLDER", tmp_path)
    templates = tmp_path / "templates"
    write(templates / "mine", {"sections/ahead.md.j2": "First.\n"})
    assert "First." in manuscript("mine", templates)
    assert list(tmp_path.glob("template-*.cache"))
    assert "First." in manuscript("mine", templates)
    write(templates / "mine", {"sections/ahead.md.j2": "Then {{ itme }}.\n"})
    with pytest.raises(StyleError, match=r"mine/sections/ahead.md.j2:1"):
        manuscript("mine", templates)
    for kept in tmp_path.glob("template-*.cache"):
        kept.write_bytes(b"spoilt")
    write(templates / "mine", {"sections/ahead.md.j2": "Last.\n"})
    assert "Last." in manuscript("mine", templates)
