"""`briefing doctor`: what is there, what is missing, and the command that mends it."""

from __future__ import annotations

import os

import pytest

from briefing.cli import doctor, main
from briefing.config.load import load_desk

CONFIG = """
sources: [articles/]
topics: {rain: [rain]}
editions: {weekly: {title: Weekly}}
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "config").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "config/briefing.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_machine_with_everything_is_well(desk, capsys):
    if any(finding.to_do for finding in doctor.find_libraries()):
        pytest.skip("this machine lacks a library")
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "Pango: libpango" in told
    assert "style roundup: " in told
    assert "no font for Armenian, Georgian" in told
    assert "reports: can be written" in told
    assert "articles: can be read" in told


def test_without_a_desk_folders_are_not_looked_at(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["doctor"])
    assert "no desk here" in capsys.readouterr().out


def test_a_missing_library_is_told_with_the_command(monkeypatch):
    monkeypatch.setattr(doctor, "LIBRARIES", {"Pango": ("libno-such.so.9",)})
    (finding,) = doctor.find_libraries()
    assert finding.what == "Pango: is not found (libno-such.so.9)"
    assert finding.to_do in (doctor.ON_LINUX, doctor.ON_MAC)


def test_a_missing_package_is_told_with_the_command(monkeypatch):
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    told = [finding.to_do for finding in doctor.find_programs() if finding.to_do]
    assert told[0].endswith("-m pip install weasyprint")
    assert told[1].endswith("-m pip install 'briefing-desk[html]'")


def test_a_style_without_its_fonts_is_told(desk, capsys):
    own = desk / "templates/own"
    own.mkdir(parents=True)
    (own / "style.yaml").write_text(
        "fonts: [{family: House Own, package: font_no_such, file: a.ttf}]\n",
        encoding="utf-8",
    )
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "the package font_no_such is not installed" in told
    assert "-m pip install font-no-such" in told


def test_folders_that_are_not_there_or_closed_are_told(desk, monkeypatch):
    (desk / "articles").rmdir()
    config = load_desk(None, cwd=desk)
    gone = [each for each in doctor.find_folders(config) if each.to_do]
    assert [each.what for each in gone] == ["articles: is not there"]
    monkeypatch.setattr(os, "access", lambda *_: False)
    closed = [each.to_do for each in doctor.find_folders(config)]
    assert closed[0].startswith("chmod u+rwx ")
