"""An edition in German, over German and English articles, in every style."""

# ruff: noqa: E501 - an article's paragraphs stand on one line each

from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING, Any

import pytest

from briefing.cli import main
from briefing.render import load_style
from briefing.render.strings import in_language

if TYPE_CHECKING:
    from pathlib import Path

STYLES = ("roundup", "note", "sitrep", "assessment")
CONFIG = """\
desk: {timezone: Europe/Berlin, day_one: 2022-02-24, name: Nachrichtentisch}
sources: [artikel/]
topics:
  hafen: {title: Hafen, any: [Hafen, Hafens, harbour]}
  strom: {title: Strom, any: [Umspannwerk, Techniker]}
editions:
"""
EDITION = """\
  {style}:
    title: Wochenüberblick
    language: de
    covers: monday to sunday
    label: Tage {{first_day}}-{{last_day}}
    style: {style}
    formats: [md, html, json, eml, desk.md]
    sections: [takeaways, figures, topics, ahead, timeline, background, sources, colophon]
    when_empty: say
    max_share: 1
    require: {{articles: 1, items: 1}}
"""
ARTICLES = {
    "hafen.txt": """\
Sturm legt den Hafen von Nordfjell lahm
Ein Sturm hat den Hafen von Nordfjell am Mittwoch lahmgelegt. Nach Angaben der Wasserwacht sanken 14 Boote, rund 2.300 Haushalte blieben ohne Strom.
„Wir haben so etwas seit zwanzig Jahren nicht erlebt“, sagte die Hafenmeisterin am Donnerstag.
Der Hafen soll am 14. Februar wieder öffnen.
""",
    "strom.txt": """\
Umspannwerk bei Oststrand wieder am Netz
Das Umspannwerk bei Oststrand ist seit Freitag wieder am Netz. Drei Techniker wurden bei der Reparatur verletzt, wie der Betreiber mitteilte.
Der Schaden beläuft sich auf 1,5 Millionen Euro.
""",
    "harbour.txt": """\
Harbour of Nordfjell counts its losses
The harbour lost 14 boats in the storm, the coast guard said on Thursday. Nobody was hurt.
Insurers expect claims of 1,250 owners around the harbour.
""",
}
FACTS = """\
hafen.txt: {publisher: Küstenblatt, published: 2025-02-06}
strom.txt: {publisher: Inselbote, published: 2025-02-07}
harbour.txt: {publisher: Fjord Wire, published: 2025-02-06}
"""


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Build the week in each style, as a desk would; give its files by format."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "artikel").mkdir()
    for name, text in ARTICLES.items():
        (desk / "artikel" / name).write_text(text, "utf-8")
    (desk / "artikel/articles.yaml").write_text(FACTS, "utf-8")
    config = CONFIG + "".join(EDITION.format(style=style) for style in STYLES)
    (desk / "briefing.yaml").write_text(config, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        return {style: build(style, desk) for style in STYLES}


def build(style: str, desk: Path) -> dict[str, str]:
    assert main(["build", style, "--week", "2025-W06"]) == 0
    folder = desk / f"reports/{style}/2025-02-09"
    assert main(["verify", str(folder / f"{style}-2025-02-09.md")]) == 0
    return {
        path.name.partition(".")[2]: path.read_text("utf-8")
        for path in folder.iterdir()
        if path.is_file()
    }


def leaves(words: Any) -> list[str]:
    """Give all texts among nested labels."""
    if isinstance(words, str):
        return [words]
    below = words.values() if isinstance(words, dict) else words
    return [text for each in below for text in leaves(each)]


def plain_mail(issue: dict[str, str]) -> str:
    message = email.message_from_string(issue["eml"], policy=email.policy.default)
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


@pytest.mark.parametrize("style", STYLES)
def test_days_numbers_and_quotes_are_german(issues, style):
    text = issues[style]["md"]
    assert "**Tage 1.076–1.082**" in text
    assert "3.–9. Februar 2025" in text
    assert re.search(r"Sonntag, 9\. Februar|9\\?\. Februar 2025, 23:59 Uhr", text)
    assert "[6. Februar]" in text or "[7. Februar]" in text
    assert "„Sturm legt den Hafen von Nordfjell lahm“" in text
    assert "3 der 3 Artikel" in text
    assert "”" not in text


@pytest.mark.parametrize("style", STYLES)
def test_words_of_the_sources_stay(issues, style):
    text = issues[style]["md"]
    assert "14 Boote" in text
    assert "2.300" in text


@pytest.mark.parametrize("style", STYLES)
def test_no_label_is_left_in_english(issues, style):
    house = load_style(style)
    german = set(leaves(in_language(house, "de").labels))
    english = {
        words
        for words in leaves(house.labels)
        if words not in german and len(words.split()) > 1 and "{" not in words
    } - {house.title}
    for told in (
        issues[style]["md"],
        issues[style]["desk.md"],
        plain_mail(issues[style]),
    ):
        assert [words for words in english if words in told] == []


@pytest.mark.parametrize("style", [style for style in STYLES if style != "note"])
def test_what_is_lacking_is_told_in_german(issues, style):
    text = issues[style]["md"]
    assert "Strom: stützt sich auf einen einzigen Artikel." in text
    assert "Kein Bericht vom" in text
    assert "No report" not in text


@pytest.mark.parametrize("style", STYLES)
def test_each_sentence_has_the_language_of_its_article(issues, style):
    page = issues[style]["html"]
    assert '<html lang="de">' in page
    spoken = re.findall(r'<span lang="(\w+)">(.*?)</span>', page, re.DOTALL)
    assert spoken
    assert {language for language, _ in spoken} == {"en"}
    assert all("Hafen" not in words for _, words in spoken)
    assert any("harbour" in words.casefold() for _, words in spoken)
    assert not re.search(r'lang="en">[^<]*\[\d', page)  # our days are German


@pytest.mark.parametrize("style", STYLES)
def test_the_mail_is_german_too(issues, style):
    text = plain_mail(issues[style])
    assert "Tage 1.076–1.082" in text
    assert "Zeitraum: 3.–9. Februar 2025" in text
    message = email.message_from_string(
        issues[style]["eml"], policy=email.policy.default
    )
    assert message["Subject"] == "Wochenüberblick: Tage 1.076–1.082"


@pytest.mark.parametrize("style", ["roundup", "note"])
def test_what_max_share_left_out_is_told_in_german(tmp_path, monkeypatch, style):
    (tmp_path / "artikel").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "artikel" / name).write_text(text, "utf-8")
    (tmp_path / "artikel/articles.yaml").write_text(FACTS, "utf-8")
    edition = EDITION.format(style=style).replace("max_share: 1", "max_share: 0.4")
    (tmp_path / "briefing.yaml").write_text(CONFIG + edition, "utf-8")
    monkeypatch.chdir(tmp_path)
    text = build(style, tmp_path)["md"].replace("\u00a0", " ")
    assert re.search(r"hafen\.txt: 1 Satz weggelassen wegen max\\?_share", text)
    assert "of its words" not in text
