"""Faulty styles where they are met: files of other kinds, templates without end."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest

from briefing.cli import main
from briefing.errors import StyleError
from briefing.render import check_style, load_style, render
from briefing.render.style_limit import TooLongError, limited
from tests.sample_briefing import sample_briefing

if TYPE_CHECKING:
    from pathlib import Path

ITEMS = "{% for item in section.items %}\n- {{ item|told }}\n{% endfor %}\n"


def told_of(templates: Path) -> list[str]:
    try:
        problems = check_style(load_style("mine", search=[templates]), pdf=False)
    except StyleError as error:
        return [str(error)]
    return [f"{problem.where}: {problem.what}" for problem in problems]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "style.yaml").write_text("extends: base\n")
    return folder


@pytest.mark.parametrize("name", ["page.css", "briefing.md.j2", "page.html.j2"])
def test_a_folder_where_a_file_should_be(name: str, mine: Path) -> None:
    (mine / name).mkdir()
    assert told_of(mine.parent) == [
        f"mine/{name}: {name} is a folder; it should be a file"
    ]


def test_a_link_that_leads_nowhere(mine: Path) -> None:
    (mine / "page.css").symlink_to(mine / "gone.css")
    assert told_of(mine.parent) == [
        "mine/page.css: is a link that leads nowhere; put the file here"
    ]


def test_what_editors_leave_behind_is_no_mistake(mine: Path) -> None:
    (mine / "sections" / ".#ahead.md.j2").symlink_to("someone@machine.1:2")
    (mine / "page.css~").write_text("old {")
    (mine / ".page.css.swp").write_bytes(b"\0")
    (mine / "sections" / "more").symlink_to("..")
    assert told_of(mine.parent) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["page.css", "style.yaml", "sections/ahead.md.j2"])
def test_a_file_that_may_not_be_read(name: str, mine: Path) -> None:
    (mine / name).write_text(ITEMS if name.endswith("j2") else "")
    (mine / name).chmod(0)
    (told,) = told_of(mine.parent)
    assert told.startswith(f"mine/{name}: cannot be read: ")


def test_a_sheet_that_is_no_text_is_told_by_the_build_too(mine: Path) -> None:
    (mine / "page.css").write_bytes(b"p { }\n/* \xe9 */")
    with pytest.raises(StyleError, match=r"mine/page.css:2: this is not UTF-8 text"):
        render(
            sample_briefing(),
            load_style("mine", search=[mine.parent]),
            formats=("html",),
        )


def test_a_template_without_end_is_ended() -> None:
    with pytest.raises(TooLongError), limited(0.01):
        sum(number for number in count())
    with limited(0.01):
        pass  # nothing rings later


def test_the_check_names_the_line_of_a_template_without_end(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.render.blame.limited", lambda: limited(0.3))
    loops = (
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    )
    (mine / "sections" / "ahead.md.j2").write_text(f"{ITEMS}\n{loops}\n")
    (told,) = told_of(mine.parent)
    assert told.startswith("mine/sections/ahead.md.j2:5: runs for more than")


def test_a_corrected_manuscript_is_set_as_a_mail_again(tmp_path: Path) -> None:
    made = render(sample_briefing(), load_style("roundup"), formats=("md", "json"))
    manuscript = tmp_path / "issue.md"
    words = made.files["md"].decode()
    manuscript.write_text(f"{words}\n## Ours\n\nWords of the editor.\n", "utf-8")
    (tmp_path / "issue.json").write_bytes(made.files["json"])
    assert main(["typeset", str(manuscript), "--formats", "eml"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "issue.eml",
        "issue.json",
        "issue.md",
    ]
    assert b"Words of the editor." in (tmp_path / "issue.eml").read_bytes()


def test_a_link_out_of_the_styles_is_told_and_never_printed(
    mine: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text("The secret words.\n")
    (mine / "sections" / "colophon.md.j2").symlink_to(secret)
    (told,) = told_of(mine.parent)
    assert told.startswith("mine/sections/colophon.md.j2: is a link that leads out")
    style = load_style("mine", search=[mine.parent])
    made = render(sample_briefing(), style, formats=("md",)).files["md"]
    assert b"secret" not in made
    (mine / "page.css").symlink_to(secret)
    with pytest.raises(StyleError, match=r"mine/page\.css: is a link that leads out"):
        load_style("mine", search=[mine.parent])


def test_a_link_to_a_file_of_another_style_is_read(mine: Path) -> None:
    other = mine.parent / "other"
    other.mkdir()
    (other / "page.css").write_text(".lead { font-weight: 600 }")
    (mine / "page.css").symlink_to("../other/page.css")
    assert told_of(mine.parent) == []
