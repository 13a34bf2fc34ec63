"""Fonts come by path alone, and letters that none of them has are told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import StyleError
from briefing.render import coverage, load_style, record_of, render
from briefing.render.coverage import (
    SAMPLES,
    letters_of,
    missing_scripts,
    name_letters,
    note_unset,
    script_of,
    unset_letters,
    unset_problem,
)
from briefing.render.fonts import font_faces, read_font
from tests.sample_briefing import sample_briefing

STYLE = load_style("roundup")
GEORGIAN = "\u10d0\u10db\u10d1\u10d4\u10d8"
URDU = "\u06c1\u06d2\u06a9\u06cc \u067e\u06c1"


def titled(words: str):
    sample = sample_briefing()
    first = replace(sample.articles[0], headline=words)
    return replace(sample, articles=(first, *sample.articles[1:]))


def test_letters_are_read_alike_with_and_without_harfbuzz(monkeypatch):
    had = letters_of(STYLE.faces)
    assert {ord(sign) for sign in "a\u00e9\u0457\u2013\u201c\u2191\u00b6"} <= had
    coverage._letters_in.cache_clear()
    monkeypatch.setattr(coverage, "harfbuzz", lambda: None)
    assert letters_of(STYLE.faces) == had
    coverage._letters_in.cache_clear()


def test_scripts_that_no_font_has_are_named():
    missing = missing_scripts(STYLE.faces)
    assert {"Georgian", "Chinese", "emoji"} <= {*missing} <= {*SAMPLES}
    had = {"Latin", "Cyrillic", "Greek", "Hebrew", "Arabic"}
    assert not had & {*missing}


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("\u0645", "Arabic"),
        ("\u4e2d", "Chinese"),
        ("\ud55c", "Korean"),
        ("\u2605", "signs"),
        ("\U0001f600", "signs"),
        ("\u0335", "accents"),
        ("\ue000", "signs"),
    ],
)
def test_a_letter_is_of_a_script(letter, script):
    assert script_of(letter) == script


def test_signs_that_are_not_drawn_need_no_font():
    text = "a b\u00a0c\u200d\ufe0f\u202e\n\u200b\u2028"
    assert unset_letters(text, STYLE.faces) == ()


def test_many_letters_are_named_in_short():
    told = name_letters(map(chr, range(0x627, 0x640)))
    assert told.startswith("Arabic (25): \u0627 U+0627, ")
    assert told.endswith(", \u2026")


def test_an_issue_lists_the_letters_that_it_could_not_set():
    made = render(titled(f"{GEORGIAN} \u4e2d"), STYLE, formats=("json", "md", "html"))
    problems = json.loads(made.files["json"])["problems"]
    (told,) = [each["what"] for each in problems if each["where"] == "fonts"]
    assert "Georgian (5): \u10d0 U+10D0" in told
    assert "Chinese (1)" in told
    manuscript = made.files["md"].decode()
    assert "fonts: no font of the style has Chinese" in manuscript


def test_an_issue_whose_letters_are_all_set_says_nothing():
    record = record_of(sample_briefing())
    assert note_unset(record, STYLE) is record


def test_a_font_of_the_style_that_has_them_settles_it(tmp_path):
    file = next(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"), None)
    if file is None:
        pytest.skip("no font with Georgian letters here")
    own = tmp_path / "own"
    own.mkdir()
    (own / "georgian.ttf").write_bytes(file.read_bytes())
    (own / "style.yaml").write_text(
        "fonts: [{family: House Georgian, file: georgian.ttf}]\n"
        "type: {serif: \"'House Serif', 'House Georgian', serif\"}\n",
        encoding="utf-8",
    )
    style = load_style("own", search=(tmp_path,))
    assert (
        note_unset(record_of(titled(GEORGIAN)), style)["problems"]
        == (record_of(titled(GEORGIAN))["problems"])
    )


def test_a_missing_package_is_told_with_the_command_that_installs_it():
    faces = {("House Serif", 400, "normal"): ("font_no_such", Path("a.ttf"))}
    with pytest.raises(StyleError, match=r"-m pip install font-no-such$"):
        read_font("font_no_such", Path("a.ttf"))
    assert note_unset(record_of(titled(GEORGIAN)), STYLE._replace(faces=faces))


def test_a_missing_file_is_told_with_its_folder():
    with pytest.raises(StyleError, match=r"no such\.ttf in the package"):
        read_font("font_source_serif_pro", Path("such.ttf"))
    with pytest.raises(StyleError, match="put it there or take it out"):
        read_font(None, Path("/nowhere/such.ttf"))


def test_fonts_are_named_by_path_never_by_system_name():
    sheet = "'House Serif' 'House Sans' 'House Arabic' 'House Hebrew'"
    rules = font_faces(STYLE.faces, f"abc {URDU} \u05d0", sheet)
    assert "local(" not in rules
    assert re.findall(r"src: url\((\w+):", rules) == ["data"] * len(STYLE.faces)
    for name in ("base", "roundup", "note"):
        tokens = load_style(name).tokens
        families = {family for family, _, _ in load_style(name).faces}
        for token in ("serif", "sans"):
            first = tokens[token].split(",")[0].strip("' ")
            assert first in families


def test_a_font_none_of_whose_letters_are_printed_is_no_part_of_the_page():
    sheet = "'House Serif' 'House Arabic' 'House Hebrew'"
    named = re.compile(r"font-family: '(.*?)'")
    assert {*named.findall(font_faces(STYLE.faces, "abc\u00a0d", sheet))} == {
        "House Serif"
    }
    with_urdu = font_faces(STYLE.faces, f"abc {URDU}", sheet)
    assert {*named.findall(with_urdu)} == {"House Serif", "House Arabic"}


def test_names_in_arabic_persian_urdu_and_hebrew_are_set_by_every_style():
    names = f"{URDU} \u06af\u0686\u067e\u0698 \u05d0\u05b8\u05dd \u0644\u0627"
    for name in ("base", "roundup", "note", "sitrep", "assessment"):
        assert unset_letters(names, load_style(name).faces) == ()


def test_letters_that_a_style_sheet_prints_by_their_codes_are_kept(monkeypatch):
    kept = []
    monkeypatch.setattr("briefing.render.fonts._cut", lambda _, had: kept.append(had))
    monkeypatch.setattr("briefing.render.fonts._face_rule", lambda *_: "")
    sheet = "'House Serif' p::before { content: '\\00b7\\2013 x\\A' }"
    font_faces(STYLE.faces, "abc", sheet)
    assert kept
    assert all({"\u00b7", "\u2013"} <= had for had in kept)
    assert all("\u00b7" not in had for had in _kept_of("p { color: red }", kept))


def _kept_of(rules, kept):
    kept.clear()
    font_faces(STYLE.faces, "abc", f"'House Serif' {rules}")
    return kept


@pytest.mark.pdf
def test_boxes_on_paper_are_one_problem_and_not_one_a_letter():
    complaints = [
        f'.notdef glyph rendered for Unicode string unsupported by fonts: "x" (U+{n:X})'
        for n in (0x1F469, 0x1F467)
    ]
    problem = unset_problem(complaints)
    assert problem
    assert problem.where == "fonts"
    assert "signs (2)" in problem.what
    assert unset_problem([]) is None
