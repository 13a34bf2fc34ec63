"""Words of the house styles in the language of the edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.errors import StyleError
from briefing.render import load_style, render
from briefing.render.strings import in_language, languages_of
from tests.sample_briefing import sample_briefing

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ("roundup", "note", "sitrep", "assessment")


def spoken(name: str, language: str, templates: Path | None = None) -> str:
    sample = sample_briefing()
    briefing = replace(sample, edition=replace(sample.edition, language=language))
    style = load_style(name, search=[templates] if templates else ())
    return render(briefing, style, formats=("md",)).files["md"].decode()


def leaves(words: dict[str, Any], path: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in words.items():
        if isinstance(value, dict):
            found |= leaves(value, f"{path}{key}.")
        else:
            found[f"{path}{key}"] = value
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_every_sentence_of_a_style_is_in_german(name: str) -> None:
    style = load_style(name)
    english = leaves(style.labels)
    german = leaves(in_language(style, "de").labels)
    long = {key for key, words in english.items() if len(str(words).split()) > 2}
    same = {key for key in long if english[key] == german[key]}
    assert same == set()
    assert languages_of(style) == ("de",)


@pytest.mark.parametrize("name", SHIPPED)
def test_days_and_marks_of_a_german_issue(name: str) -> None:
    told = spoken(name, "de-AT")
    assert "3.–7. Februar 2025" in told
    assert "„" in told
    assert "Friday 7 February 2025" not in told


def test_an_unknown_language_speaks_english() -> None:
    assert spoken("sitrep", "xx") == spoken("sitrep", "en")
    assert spoken("sitrep", "../de") == spoken("sitrep", "en")


def test_a_language_is_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "strings"
    folder.mkdir(parents=True)
    (folder.parent / "style.yaml").write_text("extends: sitrep\n")
    (folder / "fr.yaml").write_text("labels: {sources: Sources lues}\n", "utf-8")
    assert "## Sources lues" in spoken("mine", "fr", tmp_path)
    (folder / "fr.yaml").write_text("labels: {sorces: Sources}\n", "utf-8")
    with pytest.raises(StyleError, match=r"mine/strings/fr.yaml:1:\d+: .*sources"):
        spoken("mine", "fr", tmp_path)
