"""The PDF: the same bytes each time, an archive copy, and nothing fetched."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from briefing.errors import StyleError
from briefing.model.problem import Problem
from briefing.render import load_style, render
from briefing.render.checks.overflow import check_overflow
from briefing.render.fetcher import LockedFetcher
from briefing.render.pdf import set_pdf
from briefing.render.specimen import bare_briefing, full_briefing
from tests.sample_briefing import item, said, sample_briefing

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.pdf
ROOT = Path(__file__).parents[1]
ROW_AND_GROUP = 2
LETTER = (612, 792)


STYLES = ("roundup", "note", "sitrep", "assessment")


@cache
def made_in(style: str) -> bytes:
    """Give the sample on paper, set once for all tests."""
    made = render(sample_briefing(), load_style(style), formats=("pdf",))
    assert made.problems == ()
    return made.files["pdf"]


@pytest.fixture(params=STYLES)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return made_in(request.param)


@pytest.fixture
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_facts_of_the_file(reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata["/Title"] == "Ukraine weekly. Days 1,076–1,080"
    assert reader.metadata["/Author"] == "War desk"
    assert str(reader.metadata["/CreationDate"]).startswith("D:20250208060000")
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    claims = root["/Metadata"].get_object()
    assert "/Filter" not in claims
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in claims.get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in claims.get_data()
    assert claims.get_data().count(b"<rdf:RDF ") == 1
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


@pytest.mark.parametrize("style", STYLES)
def test_every_section_has_its_bookmark(style: str) -> None:
    made = render(sample_briefing(), load_style(style), formats=("md",)).files["md"]
    sections = re.findall(r"^## (.+)$", made.decode(), re.MULTILINE)
    outline = PdfReader(io.BytesIO(made_in(style))).outline
    top, below = outline[0], outline[1]
    assert top["/Title"] == "Ukraine weekly"
    assert [each["/Title"] for each in below if not isinstance(each, list)] == sections


def test_fonts_are_those_of_the_style(reader: PdfReader) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    houses = ("House", "Note", "Sitrep", "Assessment")
    assert all(font.startswith(houses) for font in fonts), fonts


def parts_of(reader: PdfReader) -> Iterator[Any]:
    """Give the elements of a file's structure, in reading order."""
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, DictionaryObject) or element.get("/Type") == "/OBJR":
            continue
        yield element
        below = element.get("/K", [])
        waiting += reversed(below if isinstance(below, list) else [below])


def kinds_of(reader: PdfReader) -> list[str]:
    return [str(each.get("/S", "")).removeprefix("/") for each in parts_of(reader)]


def test_headings_follow_one_another_without_a_gap(reader: PdfReader) -> None:
    levels = [int(kind[1]) for kind in kinds_of(reader) if re.match(r"H\d", kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next <= level + 1 for level, next in pairwise(levels))


def test_every_picture_is_told_in_words(reader: PdfReader) -> None:
    pictures = [each for each in parts_of(reader) if each.get("/S") == "/Figure"]
    assert all(str(each["/Alt"]).strip() for each in pictures)


def test_every_cell_of_a_table_knows_its_headings(reader: PdfReader) -> None:
    cells = [each for each in parts_of(reader) if each.get("/S") in ("/TH", "/TD")]
    heads = {str(each["/ID"]): each for each in cells if each["/S"] == "/TH"}
    for head in heads.values():
        assert head["/A"]["/Scope"] in ("/Row", "/Column")
    for cell in cells:
        if cell["/S"] == "/TD":
            named = [heads[str(each)] for each in cell["/A"]["/Headers"]]
            scopes = [each["/A"]["/Scope"] for each in named]
            assert scopes.count("/Column") == 1
            assert 1 <= scopes.count("/Row") <= ROW_AND_GROUP


def test_lists_hold_items_and_nothing_else(reader: PdfReader) -> None:
    for each in parts_of(reader):
        if each.get("/S") == "/L":
            below = {str(item.get_object()["/S"]) for item in each["/K"]}
            assert below <= {"/LI", "/L", "/Caption"}


def test_all_that_is_painted_is_told_or_set_apart(reader: PdfReader) -> None:
    """What no reader of a screen hears is furniture: rules, and the foot of a page."""
    told = Counter(
        (each.get("/Pg").get_object().hash_bin() if each.get("/Pg") else None, number)
        for each in parts_of(reader)
        for number in (each["/K"] if isinstance(each.get("/K"), list) else [])
        if isinstance(number, int)
    )
    assert set(told.values()) == {1}
    for page in reader.pages:
        painted = content_of(page)
        marks = [int(each) for each in re.findall(rb"/MCID (\d+)", painted)]
        assert marks == sorted(marks)
        assert len(marks) == sum(page.hash_bin() == of for of, _ in told)
        assert b"/Artifact\n<</Type /Pagination>>\nBDC" in painted


def content_of(page: PageObject) -> bytes:
    content = page.get_contents()
    assert content is not None
    return content.get_data()


def test_links_say_where_they_lead(reader: PdfReader) -> None:
    notes = [
        note.get_object() for page in reader.pages for note in page.get("/Annots", ())
    ]
    assert notes
    assert all(str(note["/Contents"]) for note in notes)


def test_words_are_whole(pdf: bytes) -> None:
    text = words(pdf)
    assert "killing five civilians and wounding 55." in text
    assert "https://wire.example/a/20250207-1834" in text
    assert "Вечірній огляд" in text


def test_words_of_another_language_are_named_on_paper() -> None:
    sample = sample_briefing()
    articles = tuple(
        replace(each, language="uk" if each.id == "wire" else "en")
        for each in sample.articles
    )
    made = render(
        replace(sample, articles=articles), load_style("sitrep"), formats=("pdf",)
    )
    pages = PdfReader(io.BytesIO(made.files["pdf"])).pages
    painted = b"".join(map(content_of, pages))
    assert set(re.findall(rb"/Lang \((.*?)\)", painted)) == {b"uk"}


@pytest.mark.parametrize("name", STYLES)
def test_no_word_of_the_manuscript_is_lost_on_paper(name: str) -> None:
    made = render(sample_briefing(), load_style(name), formats=("md",))
    told = made.files["md"].decode().partition("\n## ")[2].partition("\n[1]: ")[0]
    told = re.sub(r"\[\d+\]|https?://\S+", " ", told)
    paper = re.sub(r"[\W\d]+", "", words(made_in(name))).casefold()
    lost = [
        word
        for word in re.findall(r"[^\W\d_]{4,}", told.casefold())
        if word not in paper
    ]
    assert lost == []


def test_links_lead_out_only_to_the_web(reader: PdfReader) -> None:
    actions = [
        note.get_object().get("/A", {}).get("/URI")
        for page in reader.pages
        for note in page.get("/Annots", ())
    ]
    assert {str(each).partition(":")[0] for each in actions if each} == {"https"}


def test_same_bytes_with_other_seed_zone_and_folder(tmp_path: Path) -> None:
    code = (
        "import sys; from hashlib import sha256;"
        "from tests.sample_briefing import sample_briefing;"
        "from briefing.render import load_style, render\n"
        "for name in sys.argv[1:]:\n"
        "    made = render(sample_briefing(), load_style(name), formats=('pdf',))\n"
        "    print(sha256(made.files['pdf']).hexdigest())"
    )
    env = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *STYLES],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=True,
        text=True,
    )
    here = [sha256(made_in(style)).hexdigest() for style in STYLES]
    assert done.stdout.split() == here


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
    assert {
        each.what for each in problems if "nothing is fetched" not in each.what
    } <= {"printed as boxes, no font has Latin (2): t U+0074, x U+0078"}
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


@pytest.mark.parametrize("name", STYLES)
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


@pytest.mark.parametrize("name", STYLES)
def test_letter_paper_has_room_for_german_words(name: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "style.yaml").write_text(f"extends: {name}\npage: {{size: letter}}\n")
    style = load_style("own", search=(tmp_path,))
    full = full_briefing(name)
    briefing = replace(full, edition=replace(full.edition, language="de"))
    made = render(briefing, style, formats=("html", "pdf"))
    assert made.problems == ()
    assert list(check_overflow(style, made.files["html"].decode())) == []
    pages = PdfReader(io.BytesIO(made.files["pdf"])).pages
    assert {(page.mediabox.width, page.mediabox.height) for page in pages} == {LETTER}
