"""The PDF: the same bytes each time, an archive copy, and nothing fetched."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.errors import StyleError
from briefing.model.problem import Problem
from briefing.render import load_style, render
from briefing.render.fetcher import LockedFetcher
from briefing.render.pdf import set_pdf
from briefing.render.specimen import bare_briefing
from tests.sample_briefing import item, said, sample_briefing

pytestmark = pytest.mark.pdf
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    made = render(sample_briefing(), load_style("roundup"), formats=("pdf",))
    assert made.problems == ()
    return made.files["pdf"]


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_facts_of_the_file(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata["/Title"] == "Ukraine weekly. Days 1,076–1,080"
    assert reader.metadata["/Author"] == "War desk"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20250208060000")
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    claims = root["/Metadata"].get_object()
    assert "/Filter" not in claims
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in claims.get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in claims.get_data()
    assert claims.get_data().count(b"<rdf:RDF ") == 1
    assert len(reader.pages) == 3


def test_outline_and_fonts(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    top, below = reader.outline[0], reader.outline[1]
    assert top["/Title"] == "Ukraine weekly"
    assert [each["/Title"] for each in below][:3] == [
        "Key takeaways",
        "Key figures",
        "Kursk",
    ]
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all(font.startswith("House-") for font in fonts), fonts


def test_words_are_whole(pdf: bytes) -> None:
    text = words(pdf)
    assert "killing five civilians and wounding 55." in text
    assert "https://wire.example/a/20250207-1834" in text
    assert "Вечірній огляд" in text


@pytest.mark.parametrize("name", ["roundup", "note", "sitrep", "assessment"])
def test_no_word_of_the_manuscript_is_lost_on_paper(name: str) -> None:
    made = render(sample_briefing(), load_style(name), formats=("md", "pdf"))
    told = made.files["md"].decode().partition("\n## ")[2].partition("\n[1]: ")[0]
    told = re.sub(r"\[\d+\]|https?://\S+", " ", told)
    paper = re.sub(r"[\W\d]+", "", words(made.files["pdf"])).casefold()
    lost = [
        word
        for word in re.findall(r"[^\W\d_]{4,}", told.casefold())
        if word not in paper
    ]
    assert lost == []


def test_links_lead_out_only_to_the_web(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    actions = [
        note.get_object().get("/A", {}).get("/URI")
        for page in reader.pages
        for note in page.get("/Annots", ())
    ]
    assert {str(each).partition(":")[0] for each in actions if each} == {"https"}


def test_same_bytes_with_other_seed_zone_and_folder(pdf: bytes, tmp_path: Path) -> None:
    code = (
        "import sys; from tests.sample_briefing import sample_briefing;"
        "from briefing.render import load_style, render;"
        "made = render(sample_briefing(), load_style('roundup'), formats=('pdf',));"
        "sys.stdout.buffer.write(made.files['pdf'])"
    )
    env = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=True,
    )
    assert done.stdout == pdf


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/",
        "https://a.example",
        "FILE:/x",
        "ftp://a",
    ],
)
def test_nothing_is_fetched(address: str) -> None:
    with pytest.raises(ValueError, match="nothing is fetched"):
        LockedFetcher().fetch(address)


def test_a_page_that_asks_for_files_gets_none() -> None:
    page = (
        "<html lang=en><title>t</title><link rel=attachment href=file:///etc/passwd>"
        "<link rel=stylesheet href=file:///etc/passwd>"
        "<style>@import url(http://127.0.0.1:9/x.css);"
        "body{background:url(file:///etc/passwd)}</style>"
        "<h1>t</h1><img alt=x src=file:///etc/passwd>"
    )
    made, problems = set_pdf(page)
    assert len(problems) >= 4
    assert all("nothing is fetched" in each.what for each in problems)
    assert b"root:" not in made
    assert b"EmbeddedFile" not in made


def test_layout_that_cannot_be_done_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(self: object) -> None:
        raise TypeError("min-content width not handled yet")

    monkeypatch.setattr("weasyprint.HTML.render", break_down)
    with pytest.raises(StyleError, match=r"page.css: the layout engine gave up"):
        set_pdf("<p>x")


def test_the_note_is_one_page_for_a_usual_morning() -> None:
    sample = sample_briefing()
    drop = ("timeline", "background", "elsewhere")
    usual = tuple(each for each in sample.sections if each.id not in drop)
    made = render(replace(sample, sections=usual), load_style("note"), formats=("pdf",))
    assert made.problems == ()
    assert len(PdfReader(io.BytesIO(made.files["pdf"])).pages) == 1


@pytest.mark.parametrize("name", ["roundup", "note", "sitrep", "assessment"])
def test_extremes_are_set_without_a_complaint(name: str) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 8
    items = tuple(
        item(
            f"many-{at}",
            said(1, text=f"Sentence {at} tells of {long if at == 7 else 'rain'}."),
        )
        for at in range(60 if name == "roundup" else 25)
    )
    sample = sample_briefing()
    topic = replace(
        sample.sections[2], title="A heading that goes on " * 12, items=items
    )
    for briefing in (
        replace(sample, sections=(topic, *sample.sections[-2:])),
        bare_briefing(name),
    ):
        made = render(briefing, load_style(name), formats=("pdf",))
        assert made.problems == tuple[Problem, ...]()
