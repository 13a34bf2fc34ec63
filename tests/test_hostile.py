"""Hostile words in every place of an issue and every format: nothing comes of them.

The strings stand in cases/render/hostile.yaml; those outside the project are added
where they are there. Each is set wherever words from outside can stand (headline,
sentence, byline, publisher, address, title of the edition ...).
"""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from briefing.ingest import read_articles
from briefing.render import load_style, render
from briefing.render.clean import clean
from tests.sample_briefing import sample_briefing
from tests.test_escape import (
    ATTRIBUTES,
    LOOSE,
    STEADY,
    Reader,
    gold_strings,
    harmless_like,
    hostile_briefing,
)

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/render/hostile.yaml").read_text(encoding="utf-8")
)
TEXTS = [case["text"] for case in CASES] + gold_strings()
SEEN = [text for text in TEXTS if clean(text)]
"""Those of which anything can be seen; others are no titles to begin with."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
FORMATS = ("json", "md", "html", "eml", "desk.md")
STYLES = ("roundup", "note", "sitrep", "assessment")
SHEETS = 2


@cache
def made(text: str) -> dict[str, bytes]:
    rendered = render(hostile_briefing(text), load_style("roundup"), formats=FORMATS)
    return dict(rendered.files)


def mail_of(files: dict[str, bytes]) -> tuple[Any, str, str]:
    message = email.message_from_bytes(files["eml"], policy=email.policy.default)
    plain, html = message.iter_parts()
    return message, plain.get_content(), html.get_content()


def test_there_are_enough_of_them() -> None:
    assert len({case["text"] for case in CASES}) >= 100
    assert all(set(case) == {"of", "text"} for case in CASES)


@pytest.mark.parametrize("text", SEEN)
def test_the_page_is_built_as_with_harmless_words(text: str) -> None:
    files = made(text)
    plain = made(harmless_like(files))
    assert json.loads(files["json"])
    page, like = Reader(files["html"]), Reader(plain["html"])
    assert [each for each in page.elements if each in STEADY] == [
        each for each in like.elements if each in STEADY
    ]
    assert {*page.elements} <= {*like.elements} | LOOSE
    assert page.attributes <= ATTRIBUTES | like.attributes
    assert all(each.startswith(("#", "https://")) for each in page.addresses)
    assert not any("evil" in each for each in page.addresses if each != clean(text))
    assert not UNSEEN.search(files["html"].decode().replace("\n", " "))
    assert b"<!--" not in files["html"]


@pytest.mark.parametrize("text", SEEN)
def test_the_manuscript_has_the_same_blocks_and_marks(text: str) -> None:
    files = made(text)
    plain = made(harmless_like(files))
    manuscript, like = files["md"].decode(), plain["md"].decode()
    assert re.findall(r"^#+ ", manuscript, re.M) == re.findall(r"^#+ ", like, re.M)
    ends = re.compile(r"^\[\d+\]: .*$", re.MULTILINE)
    assert ends.findall(manuscript) == ends.findall(like)
    assert not UNSEEN.search(manuscript.replace("\n", " "))
    pipes = re.compile(r"(?<!\\)(?:\\\\)*\|")
    rows = [len(pipes.findall(r)) for r in manuscript.splitlines() if r[:1] == "|"]
    assert len({*rows}) <= 1
    assert not UNSEEN.search(files["desk.md"].decode().replace("\n", " "))


@pytest.mark.parametrize("text", SEEN)
def test_the_mail_has_its_own_headers_parts_and_elements(text: str) -> None:
    files = made(text)
    message, plain, html = mail_of(files)
    like, _, like_html = mail_of(made(harmless_like(files)))
    assert message.keys() == like.keys()
    assert message.get_content_type() == "multipart/alternative"
    assert len(list(message.walk())) == 3
    assert not message.defects
    page, harmless = Reader(html.encode()), Reader(like_html.encode())
    steady = STEADY - {"style"}
    assert [each for each in page.elements if each in steady] == [
        each for each in harmless.elements if each in steady
    ]
    assert {*page.elements} <= {*harmless.elements} | LOOSE
    assert all(each.startswith("https://") for each in page.addresses)
    assert not any("evil" in each for each in page.addresses if each != clean(text))
    shown = f"{message['Subject']} {plain} {html}"
    assert not UNSEEN.search(re.sub(r"[\r\n]", " ", shown))
    for line in plain.splitlines():
        assert len(line) <= 72 or " " not in line.strip() or line.startswith("<"), line


def sample_with(texts: list[str]) -> Any:
    """Give the sample with a different hostile string in each of its places."""
    sample, queue = sample_briefing(), cycle(texts)
    articles = tuple(
        replace(each, headline=next(queue), publisher=next(queue), url=next(queue))
        for each in sample.articles
    )
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(
                    item,
                    sentences=tuple(
                        replace(said, text=next(queue)) for said in item.sentences
                    ),
                )
                for item in section.items
            ),
        )
        for section in sample.sections
    )
    figures = tuple(replace(each, label=next(queue)) for each in sample.figures)
    return replace(sample, articles=articles, sections=sections, figures=figures)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("start", range(0, len(SEEN), 40))
def test_all_styles_keep_their_elements(style: str, start: int) -> None:
    house = load_style(style)
    words = SEEN[start : start + 40]
    files = render(sample_with(words), house, formats=("html", "eml")).files
    like = render(sample_with(["harmless \u4e2d"]), house, formats=("html",)).files
    page, plain = Reader(files["html"]), Reader(like["html"])
    assert {*page.elements} <= {*plain.elements} | LOOSE
    for tag in ("h1", "h2", "section", "table"):
        assert page.elements.count(tag) == plain.elements.count(tag), tag
    # A style may have a second sheet for issues of few words.
    assert page.elements.count("style") <= SHEETS
    assert page.attributes <= ATTRIBUTES | plain.attributes
    assert all(each.startswith(("#", "https://", "http://")) for each in page.addresses)


@cache
def harmless_paper() -> PdfReader:
    made = render(
        sample_with(["harmless"] * 50), load_style("roundup"), formats=("pdf",)
    )
    return PdfReader(io.BytesIO(made.files["pdf"]))


@pytest.mark.pdf
@pytest.mark.parametrize("start", range(0, len(TEXTS), 50))
def test_paper_has_the_same_outline_and_only_web_links(start: int) -> None:
    style = load_style("roundup")
    rendered = render(
        sample_with(TEXTS[start : start + 50]), style, formats=("html", "pdf")
    )
    layout = [each for each in rendered.problems if each.where == "layout"]
    assert layout == []
    reader = PdfReader(io.BytesIO(rendered.files["pdf"]))
    titles = [each["/Title"] for each in reader.outline[1]]
    assert titles == [each["/Title"] for each in harmless_paper().outline[1]]
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A", {})
            assert str(action.get("/URI", "https://")).startswith(
                ("https://", "http://")
            )
            assert action.get("/S") in (None, "/URI", "/GoTo")
    assert not reader.attachments
    assert "/JavaScript" not in reader.trailer["/Root"].get("/Names", {})
    assert "/OpenAction" not in reader.trailer["/Root"]
    assert len(reader.pages) < 12


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e\u2060", " \n\t", "\x07"])
def test_a_name_that_cannot_be_seen_is_no_name(unseen: str, tmp_path: Path) -> None:
    record = {"id": "a", "text": "Rain fell on Friday.", "published": "2025-02-07"}
    record |= {"headline": unseen, "publisher": unseen, "byline": unseen}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = read_articles([path]).articles
    assert article.headline != unseen
    assert (article.publisher, article.byline) == (None, None)
