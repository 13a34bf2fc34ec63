"""Words of the house styles in the language of the edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.cli import main
from briefing.errors import StyleError
from briefing.render import load_style, render
from briefing.render.strings import in_language, languages_of, unspoken
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


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", None),
        ("en-GB", None),
        ("de-AT", None),
        ("fr", "speaks en, de, and not 'fr'; headings"),
        ("fr", "strings/fr.yaml in a style of your own (briefing style new mine"),
        ("dee", "did you mean 'de'"),
    ],
)
def test_a_language_without_words_is_told_with_the_file_to_add(
    language: str, says: str | None
) -> None:
    told = unspoken(load_style("sitrep"), language)
    assert told == says if says is None else says in (told or "")


def test_a_style_of_the_desks_own_is_told_its_own_file(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    yaml = folder / "style.yaml"
    yaml.write_text("extends: note\n")
    told = unspoken(load_style("mine", search=[tmp_path]), "fr-CA")
    assert told is not None
    assert told.endswith("until there is mine/strings/fr.yaml")
    heads = "{takeaways: Bref, figures: Chiffres, ahead: Agenda, sources: Sources lues}"
    yaml.write_text(f"extends: note\nlabels: {heads}\n")
    assert unspoken(load_style("mine", search=[tmp_path]), "fr") is None


def test_check_tells_it_and_a_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "briefing.yaml").write_text(
        "desk: {language: fr}\nsources: [articles/]\ntopics: {rain: [rain]}\n"
        "editions:\n  weekly: {style: note, require: {articles: 0, items: 0}}\n"
        "  german: {style: sitrep, language: de}\n"
    )
    (tmp_path / "articles/a.txt").write_text("Rain\nRain fell on Monday, it said.\n")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    told = capsys.readouterr().err
    assert "style note: speaks en, de, and not 'fr'" in told
    assert "sitrep" not in told
    assert main(["build", "--date", "2025-02-07", "--formats", "md"]) == 0
