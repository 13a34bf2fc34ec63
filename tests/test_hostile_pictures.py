"""Hostile words beside a picture, in every form of an issue: nothing comes of them."""

from __future__ import annotations

import email
import email.policy
import hashlib
import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from briefing.ingest.draft import Stated
from briefing.ingest.illustrations import settle_pictures
from briefing.model.illustration import Illustration, StatedPicture
from briefing.render import load_style, render, typeset
from briefing.render.clean import clean
from briefing.verify.captions import set_pictures_apart
from briefing.verify.manuscript import read_manuscript
from tests.sample_briefing import sample_briefing
from tests.test_escape import ATTRIBUTES, LOOSE, STEADY, Reader, harmless_like
from tests.test_hostile import STYLES, TEXTS, UNSEEN
from tests.test_picture_files import saved

PICTURE = saved(size=(60, 40))
FORMATS = ("json", "md", "html", "eml")
HARMLESS = "harmless words"


def stated(text: str) -> StatedPicture | None:
    """Give the picture as a sidecar with these words states it."""
    entry = {"file": "a.png", "caption": text, "credit": text, "alt": text}
    places = [Stated("sidecar", {"illustrations": [entry]}, {})]
    pictures, _ = settle_pictures("a", places, path="a.txt", root=None)  # type: ignore[arg-type]
    return pictures[0] if pictures else None


def illustrated(words: list[StatedPicture]) -> Any:
    """Give the sample with a picture for each of these, under one item."""
    sample = sample_briefing()
    section = next(each for each in sample.sections if each.type == "topic")
    item = section.items[-1]
    return replace(
        sample,
        illustrations=tuple(
            Illustration(
                file=f"{sample.edition.id}-picture-{number}.png",
                kind="png",
                width=60,
                height=40,
                sha256=hashlib.sha256(PICTURE).hexdigest(),
                alt=each.alt,
                caption=each.caption,
                credit=each.credit,
                article=item.article,
                source=each.file,
                section=section.id,
                item=item.id,
                citation=item.sentences[0].citation,
                data=PICTURE,
            )
            for number, each in enumerate(words, start=1)
        ),
    )


USABLE = [(text, one) for text in TEXTS if (one := stated(text))]


def test_most_strings_may_stand_beside_a_picture() -> None:
    assert len(USABLE) > len(TEXTS) * 0.8


@cache
def made(words: StatedPicture) -> dict[str, bytes]:
    return dict(
        render(illustrated([words]), load_style("roundup"), formats=FORMATS).files
    )


def like(files: dict[str, bytes]) -> dict[str, bytes]:
    return made(StatedPicture("a.png", *[harmless_like(files)] * 3))


@pytest.mark.parametrize(("text", "words"), USABLE)
def test_page_and_mail_are_built_as_with_harmless_words(
    text: str, words: StatedPicture
) -> None:
    files = made(words)
    plain = like(files)
    for kind in ("html", "eml"):
        page, same = (Reader(html_of(each, kind)) for each in (files, plain))
        steady = (STEADY - {"style"}) | {"img", "figure", "figcaption"}
        assert [each for each in page.elements if each in steady] == [
            each for each in same.elements if each in steady
        ]
        assert {*page.elements} <= {*same.elements} | LOOSE
        assert page.attributes <= ATTRIBUTES | same.attributes
        assert not any("evil" in each for each in page.addresses)
    html = files["html"].decode()
    assert html.count('<figure class="illustration">') == 1
    assert html.count("<figcaption>") == 1
    assert not UNSEEN.search(html.replace("\n", " "))
    assert "<!--" not in html


def html_of(files: dict[str, bytes], kind: str) -> bytes:
    if kind == "html":
        return files["html"]
    message = email.message_from_bytes(files["eml"], policy=email.policy.default)
    assert not message.defects
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content()).encode()


@pytest.mark.parametrize(("text", "words"), USABLE)
def test_the_manuscript_has_the_same_blocks_and_reads_back(
    text: str, words: StatedPicture
) -> None:
    files = made(words)
    manuscript, same = (each["md"].decode() for each in (files, like(files)))
    assert re.findall(r"^#+ ", manuscript, re.M) == re.findall(r"^#+ ", same, re.M)
    ends = re.compile(r"^\[\d+\]: .*$", re.MULTILINE)
    assert ends.findall(manuscript) == ends.findall(same)
    assert not UNSEEN.search(manuscript.replace("\n", " "))
    record = json.loads(files["json"])
    apart = set_pictures_apart(read_manuscript(manuscript).blocks, record, None)
    assert (apart.told, apart.gone) == ((), ())


class Alt(Reader):
    """Reads what the picture of a page shows, in words."""

    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag == "img":
            self.found = dict(attrs).get("alt") or ""


@pytest.mark.parametrize(("text", "words"), USABLE)
def test_what_it_shows_is_told_word_for_word(text: str, words: StatedPicture) -> None:
    assert Alt(made(words)["html"]).found == clean(words.alt)


@pytest.mark.parametrize(("text", "words"), USABLE[::10])
def test_set_again_it_is_the_same_page(text: str, words: StatedPicture) -> None:
    files = made(words)
    record = json.loads(files["json"])
    again = typeset(
        files["md"].decode(),
        record,
        load_style("roundup"),
        formats=("html",),
        pictures={record["illustrations"][0]["file"]: PICTURE},
    )
    assert again.files["html"] == files["html"]


@pytest.mark.pdf
@pytest.mark.parametrize("style", STYLES)
def test_paper_of_all_styles_takes_them(style: str) -> None:
    words = [one for _, one in USABLE]
    rendered = render(illustrated(words), load_style(style), formats=("pdf",))
    assert [each for each in rendered.problems if each.where == "layout"] == []
    reader = PdfReader(io.BytesIO(rendered.files["pdf"]))
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A", {})
            assert action.get("/S") in (None, "/URI", "/GoTo")
            assert "evil" not in str(action.get("/URI", ""))
    assert "/JavaScript" not in reader.trailer["/Root"].get("/Names", {})
    assert not reader.attachments
