"""A briefing set as manuscript, page and record."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, replace
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import UsageError
from briefing.model.briefing import Briefing
from briefing.render import FORMATS, Rendered, load_style, record_of, render, typeset
from briefing.render.classes import CLASSES, SECTION_TYPES
from briefing.render.layout import lay_out
from briefing.render.specimen import bare_briefing, full_briefing
from briefing.verify import verify_issue
from tests.sample_briefing import item, said, sample_briefing

STYLES = ("roundup", "note", "sitrep", "assessment")


def made(name: str = "roundup", *formats: str, briefing: Briefing | None = None) -> Any:
    style = load_style(name)
    wanted = formats or ("md", "html")
    return render(briefing or sample_briefing(), style, formats=wanted)


def text(rendered: Rendered, form: str) -> str:
    return rendered.files[form].decode()


class Page(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]


def test_every_format_is_in_the_list_and_every_file_of_the_folder_too() -> None:
    folder = Path(import_module("briefing.render.formats").__file__ or "").parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    listed = {str(form).split("formats.")[1].split("'")[0] for form in FORMATS}
    assert listed == modules
    names = {"json", "md", "html", "pdf", "desk.md", "eml"}
    assert {form.NAME for form in FORMATS} == names


def test_record_has_the_names_of_the_model_in_their_order() -> None:
    record = record_of(sample_briefing())
    assert list(record) == [field.name for field in fields(Briefing)]
    assert record["issue"]["from"] == "2025-02-03"
    assert record["issue"]["as_of"] == "2025-02-08T06:00:00+00:00"
    assert record["figures"][0]["claims"][0]["value"] == 40000
    assert isinstance(record["figures"][0]["claims"][0]["value"], int)


def test_json_reads_back_as_the_record() -> None:
    raw = text(made("roundup", "json"), "json")
    read = json.loads(raw)
    assert read | {"seal": ""} == record_of(sample_briefing())
    assert len(read["seal"]) == 64
    assert raw.endswith("}\n")
    assert "Вечірній огляд" in raw


def test_unknown_format_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no format 'htm'; did you mean 'html'\?"):
        made("roundup", "htm")


def test_markdown_alone_imports_nothing_heavy() -> None:
    code = (
        "import sys; from tests.sample_briefing import sample_briefing;"
        "from briefing.render import load_style, render;"
        "render(sample_briefing(), load_style('roundup'), formats=('json', 'md'));"
        "print([m for m in ('markdown_it','weasyprint','fontTools','pydantic')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_printed_sentence_is_the_record_s_with_its_marks() -> None:
    manuscript = text(made(), "md")
    for section in record_of(sample_briefing())["sections"]:
        for each in section["items"]:
            for sentence in each["sentences"]:
                marks = [sentence["citation"], *sentence["also"]]
                printed = " ".join(f"[{number}]" for number in marks)
                words = sentence["text"].replace("[2024]", r"\[2024\]")
                assert f"{words} {printed}" in manuscript


def test_a_takeaway_is_not_told_again_in_its_topic() -> None:
    manuscript = text(made(), "md")
    topic = manuscript.split("## Kursk\n")[1].split("\n## ")[0]
    assert "pushed up to four kilometers" not in topic
    assert "*Main point: takeaway 1.*" in topic
    assert "*Main points: takeaways 2, 3.*" in manuscript


def test_parts_are_printed_with_their_whole() -> None:
    manuscript = text(made(), "md")
    row = next(line for line in manuscript.splitlines() if "40,000" in line)
    assert "of which more than **16,000** killed [20] [21]" in row
    assert "(also given as **16,100** [22])" in row
    assert "*one side’s claim*  " in row
    assert "*one side’s claim* 2 articles, 1 origin" in manuscript
    assert manuscript.count("**16,000**") == 1


def test_manuscript_reads_as_plain_text() -> None:
    manuscript = text(made(), "md")
    assert manuscript.startswith(
        "War desk · No. 2\n\n# Ukraine weekly\n\n**Days 1,076–"
    )
    assert "on Thursday [6 February], the Institute" in manuscript
    assert "\n\n\n" not in manuscript
    assert not re.search(r"[ \t]$", manuscript, re.MULTILINE)
    definitions = re.findall(r"^\[(\d+)\]: #c\1$", manuscript, re.MULTILINE)
    assert definitions == [str(n) for n in range(1, 26)]
    assert manuscript.endswith("[25]: #c25\n")


@pytest.mark.parametrize("name", STYLES)
def test_every_mark_leads_to_its_note_and_back(name: str) -> None:
    page = Page(text(made(name), "html"))
    anchors = page.all("id")
    assert len(anchors) == len(set(anchors))
    links = [address[1:] for address in page.all("href") if address.startswith("#")]
    assert set(links) <= set(anchors)
    marks = {anchor for anchor in anchors if re.fullmatch(r"r\d+-\d+", anchor)}
    notes = {anchor for anchor in anchors if re.fullmatch(r"c\d+", anchor)}
    assert marks <= set(links), "a note leads back to each place of printing"
    assert notes == {f"c{n}" for n in range(1, 26)} - (
        set() if name == "roundup" else notes ^ {f"c{n}" for n in range(1, 26)}
    )


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("make", [sample_briefing, full_briefing, bare_briefing])
def test_pages_have_documented_classes_only(name: str, make: Any) -> None:
    briefing = make() if make is sample_briefing else make(name)
    page = Page(text(made(name, briefing=briefing), "html"))
    used = {each for value in page.all("class") for each in value.split()}
    assert used <= {*CLASSES, f"style-{name}"}


def test_counts_of_articles_that_close_a_paragraph_are_named() -> None:
    told = '<em class="attested">(3\u00a0articles, 2\u00a0origins; developing)</em>'
    page = text(made("sitrep", briefing=full_briefing("sitrep")), "html")
    assert f"{told}</li>" in page
    page = text(made(briefing=full_briefing("roundup")), "html")
    assert f"{told}</p>" in page


def test_paragraph_numbers_run_through_the_specimen_in_order() -> None:
    told = text(made("sitrep", briefing=full_briefing("sitrep")), "md")
    numbers = re.findall(r"^(\d+)\. ", told.partition("## Sources")[0], re.MULTILINE)
    assert numbers == [str(at + 1) for at in range(len(numbers))]


def test_every_section_type_is_a_class() -> None:
    page = text(made(), "html")
    for kind in SECTION_TYPES:
        assert f'class="section {kind}"' in page


def test_page_is_whole_in_itself() -> None:
    page = text(made(), "html")
    elements = Page(page).elements
    assert not [tag for tag, _ in elements if tag in ("link", "script", "img")]
    assert set(re.findall(r"url\((\w+):", page)) == {"data"}
    assert len(page) < 300_000


def test_tables_tell_rows_and_columns() -> None:
    page = text(made(), "html")
    assert page.count('<th scope="col"') == 5
    assert '<th scope="rowgroup" colspan="5">' in page
    row = '<th scope="row" class="what">Ukrainian soldiers killed or wounded</th>'
    assert row in page
    assert 'class="status status-claimed"' in page


@pytest.mark.parametrize("name", STYLES)
def test_nothing_stated_prints_no_none_and_no_empty_section(name: str) -> None:
    rendered = made(name, briefing=bare_briefing(name))
    for form in ("md", "html"):
        assert "None" not in text(rendered, form)
    assert load_style(name).labels["nothing"] in text(rendered, "md")
    sample = sample_briefing()
    emptied = tuple(
        replace(section, items=(), entries=(), empty=False)
        for section in sample.sections
    )
    manuscript = text(made(name, briefing=replace(sample, sections=emptied)), "md")
    assert "## Kursk" not in manuscript
    assert "## Timeline" not in manuscript


def test_missing_publisher_headline_and_day_are_said() -> None:
    sample = sample_briefing()
    article = replace(
        sample.articles[0], publisher=None, headline=None, published=None, url=None
    )
    manuscript = text(
        made(briefing=replace(sample, articles=(article, *sample.articles[1:]))), "md"
    )
    assert r"1. **\[publisher not stated\]**, \[no headline\], \[day" in manuscript


def test_a_note_tells_no_paragraph_that_nobody_knows() -> None:
    sample = sample_briefing()
    cited = tuple(replace(each, paragraph=0) for each in sample.citations)
    manuscript = text(made("note", briefing=replace(sample, citations=cited)), "md")
    assert "   - **1**\n" in manuscript
    assert "\N{PILCROW SIGN}" not in manuscript


def test_sixty_items_and_long_words_go_through() -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 30
    items = tuple(
        item(
            f"many-{at}",
            said(1, text=f"Sentence {at} about {long if at == 7 else at}."),
        )
        for at in range(60)
    )
    sample = sample_briefing()
    topic = replace(sample.sections[2], items=items)
    page = text(
        made(briefing=replace(sample, sections=(topic, sample.sections[-2]))), "html"
    )
    assert page.count('href="#c1"') == 60
    assert 'id="r1-60"' in page


def test_an_unedited_manuscript_sets_the_same_page() -> None:
    style = load_style("roundup")
    first = made()
    record = record_of(sample_briefing())
    again = typeset(text(first, "md"), record, style, formats=("md", "html"))
    assert again.files == first.files


@pytest.mark.parametrize("name", STYLES)
def test_verify_finds_no_fault(name: str, tmp_path: Path) -> None:
    sample = sample_briefing()
    sample = replace(sample, edition=replace(sample.edition, style=name))
    for form, content in made(name, "json", "md", briefing=sample).files.items():
        (tmp_path / f"issue.{form}").write_bytes(content)
    report = verify_issue(tmp_path / "issue.md", texts=None)
    assert report.faults == ()
    assert report.checked["printed"] == report.checked["sentences"]


def test_an_editor_s_own_words_are_set() -> None:
    style = load_style("roundup")
    manuscript = text(made(), "md")
    edited = manuscript.replace(
        "## Ahead\n", "## From the desk\n\nOur view. [1]\n\n## Ahead\n"
    )
    edited = edited.replace("past the river line", "over the river line")
    edited = edited.replace(
        "Satellite pictures of Friday", "Satellite\npictures of *Friday*"
    )
    record = record_of(sample_briefing())
    page = text(typeset(edited, record, style, formats=("html",)), "html")
    assert '<section class="section own" id="s-from-the-desk">' in page
    assert (
        'Our view.<span class="cites">\u00a0<a class="cite" href="#c1" id="r1-3">'
        in page
    )
    assert "over the river line" in page
    assert "Satellite\npictures of <em>Friday</em>" in page
    assert set(re.findall(r'id="(c\d+)"', page)) == {f"c{n}" for n in range(1, 26)}


def test_a_mark_without_a_note_is_no_link() -> None:
    style = load_style("roundup")
    record = record_of(sample_briefing())
    page = text(
        typeset(
            "# T\n\n## A\n\nB. [3]\n\n[3]: #c3\n", record, style, formats=("html",)
        ),
        "html",
    )
    assert '<span class="cite">3</span>' in page


def test_raw_html_and_pictures_of_an_editor_are_words() -> None:
    style = load_style("roundup")
    record = record_of(sample_briefing())
    edited = "# T\n\n<b onclick=x>y</b> ![p](https://a.example/p.png)\n\n    code\n"
    page = text(typeset(edited, record, style, formats=("html",)), "html")
    assert "<img" not in page
    assert "&lt;b onclick=x&gt;" in page
    assert "<pre" not in page


TABLE = "| a   | bb  |\n|-----|-----|\n| ccc | d\\| |\n"
LAYOUTS = [
    ("blank lines collapse", "a\n\n\n\nb", "a\n\nb\n"),
    ("indents vanish", "    a\n\t## B\n   c", "a\n\n## B\n\nc\n"),
    ("lines of a paragraph join", "a\n  b\nc", "a b c\n"),
    ("items close up", "- a\n\n\n- b", "- a\n- b\n"),
    ("nested", "1. a\n\n     - b\n\n     - c\n2. d", "1. a\n   - b\n   - c\n2. d\n"),
    ("a whole list indented", "    - a\n    - b", "- a\n- b\n"),
    ("lines of an item", "- a\n      more\n- b", "- a\n  more\n- b\n"),
    ("headings stand apart", "a\n# B\n- c\n## D", "a\n\n# B\n\n- c\n\n## D\n"),
    ("tables line up", "|a|bb|\n|---|---|\n\n|ccc|d\\||", TABLE),
    ("a row on two lines", "| a |\n|---|\n| b\n c |", "| a   |\n|-----|\n| b c |\n"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "raw", "even"), LAYOUTS, ids=[c[0] for c in LAYOUTS])
def test_white_space_is_no_trap(case: str, raw: str, even: str) -> None:
    assert lay_out(raw) == even
    assert lay_out(even) == even
