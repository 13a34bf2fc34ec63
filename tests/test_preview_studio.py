"""The preview follows files: what is set anew, what stays, what is told."""

from __future__ import annotations

from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

import pytest

from briefing.preview.paper import Paper, Setter
from briefing.preview.studio import QUIET, Choice, Studio
from briefing.preview.watching import look_at
from tests.preview_desk import (
    FAULTY,
    GOOD,
    NoSetter,
    make_style,
    sample_week,
    studio_over,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return make_style(tmp_path)


@pytest.fixture
def studio(style: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    with studio_over(style, monkeypatch) as studio:
        yield studio


def test_every_kind_of_change_is_noticed(tmp_path: Path) -> None:
    seen = {look_at([tmp_path])}
    file = tmp_path / "mine/sections/topic.md.j2"
    file.parent.mkdir(parents=True)
    for change in (
        lambda: file.write_text("one"),
        lambda: file.write_text("three"),
        lambda: file.rename(file.with_name("ahead.md.j2")),
        lambda: file.with_name("page.css").write_text(""),
    ):
        change()
        assert look_at([tmp_path]) not in seen
        seen.add(look_at([tmp_path]))
    (tmp_path / "mine/.page.css.swp").write_text("an editor's own")
    assert look_at([tmp_path]) in seen
    assert look_at([tmp_path / "not there"]) == frozenset()


def test_the_last_good_page_stays_while_a_fault_is_told(
    studio: Studio, style: Path
) -> None:
    good = studio.shown
    assert good.fault is None
    assert "*Hint*" in (good.issue.manuscript if good.issue else "")
    (style / "briefing.md.j2").write_text(FAULTY, encoding="utf-8")
    studio.look()
    shown = studio.shown
    assert shown.issue is good.issue
    assert shown.fault
    assert shown.fault.where == "mine/briefing.md.j2:3"
    assert "did you mean 'label'" in shown.fault.what
    mended = GOOD.replace("Hint", "New hint")
    (style / "briefing.md.j2").write_text(mended, encoding="utf-8")
    studio.look()
    assert studio.shown.fault is None
    assert "*New hint*" in (studio.shown.issue.manuscript if studio.shown.issue else "")


def test_what_changes_nothing_is_not_set_again(studio: Studio, style: Path) -> None:
    turn = studio.shown.turn
    studio.look()
    (style / "notes.txt").write_text("not part of the style", encoding="utf-8")
    studio.look()
    assert studio.shown.turn == turn
    assert studio._setter.asked == [1]  # type: ignore[attr-defined]


def test_a_style_that_does_not_load_is_a_fault_from_the_start(
    style: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.preview.studio.Setter", NoSetter)
    (style / "style.yaml").write_text("colours:\n  ink: nocolour\n", encoding="utf-8")
    studio = Studio(sample_week(), Choice("mine", "one"), [style.parent])
    studio.look()
    assert studio.shown.issue is None
    assert studio.shown.fault
    assert studio.shown.fault.where.startswith("mine/style.yaml:2")
    assert [line.number for line in studio.shown.fault.lines] == [1, 2]
    (style / "style.yaml").write_bytes(b"title: \xff\n")
    studio.look()
    assert "UTF-8" in studio.shown.fault.what
    studio.close()


def test_a_fault_of_our_own_is_shown_and_tried_again(
    studio: Studio, style: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("ours")

    good = studio.shown.issue
    with monkeypatch.context() as patched:
        patched.setattr("briefing.preview.setting.record_of", fail)
        (style / "page.css").write_text("p { color: red }\n", encoding="utf-8")
        studio.look()
    assert studio.shown.fault
    assert "briefing itself failed" in studio.shown.fault.what
    assert studio.shown.issue is good
    (style / "page.css").write_text("p { color: blue }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.fault is None


def test_remarks_of_the_check_are_shown(studio: Studio, style: Path) -> None:
    (style / "page.css").write_text(".maste { color: red }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.remarks == (), "not before the files rest"
    for _ in range(QUIET):
        studio.look()
    assert studio.shown.fault is None
    (remark,) = studio.shown.remarks
    assert remark.where == "mine/page.css:1"
    studio.choose("note", None)
    studio.look()
    assert studio.shown.remarks == ()


def test_paper_follows_the_page(studio: Studio, style: Path) -> None:
    assert studio.shown.is_setting
    studio._take_paper(Paper(1, fault="page.css: the layout engine gave up"))
    assert not studio.shown.is_setting
    assert studio.shown.paper_fault
    (style / "page.css").write_text("p { color: red }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.is_setting
    assert studio.shown.paper_fault is None


@pytest.mark.pdf
def test_pdfs_are_set_in_a_process_of_their_own() -> None:
    made: list[Paper] = []
    came = Event()

    def take(paper: Paper) -> None:
        made.append(paper)
        came.set()

    page = "<!doctype html><html lang=en><title>T</title><h1>One</h1>"
    with closing(Setter(take)) as setter:
        setter.set(1, page + "<p>Word. " * 20_000)
        setter.set(2, page)  # ends the first
        assert came.wait(60)
        came.clear()
        setter.set(3, page)
        assert came.wait(60)
    assert [paper.number for paper in made] == [2, 3]
    assert all(paper.pdf.startswith(b"%PDF") for paper in made)
    assert made[0].pdf == made[1].pdf
