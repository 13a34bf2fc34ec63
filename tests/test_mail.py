"""The mail: one message, two forms, nothing fetched, nobody's address in it."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from briefing.errors import StyleError
from briefing.render import load_style, render
from briefing.render.plain import COLUMNS
from tests.sample_briefing import sample_briefing

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path


STYLES = ("roundup", "note", "sitrep", "assessment")


def mail(style="roundup", search=(), **more) -> EmailMessage:
    briefing = replace(sample_briefing(), **more)
    made = render(briefing, load_style(style, search=search), formats=("eml",))
    assert made.problems == ()
    return email.message_from_bytes(made.files["eml"], policy=email.policy.default)


def forms(message: EmailMessage) -> tuple[str, str]:
    text, html = message.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert html.get_content_type() == "text/html"
    return tuple(part.get_content().replace("\r\n", "\n") for part in (text, html))


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def test_headers_come_from_the_issue_alone():
    message = mail()
    assert message["Subject"] == "Ukraine weekly: Days 1,076–1,080"
    assert message["Date"] == "Sat, 08 Feb 2025 06:00:00 +0000"
    assert re.fullmatch(r"<[0-9a-f]{32}@briefing\.invalid>", message["Message-ID"])
    assert message["X-Unsent"] == "1"
    assert message["From"] is message["To"] is None
    assert message.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize("style", STYLES)
def test_the_same_issue_gives_the_same_bytes(style):
    house = load_style(style)
    one, two = (
        render(sample_briefing(), house, formats=("eml",)).files["eml"] for _ in "ab"
    )
    assert one == two
    assert all(len(line) < 998 and line.isascii() for line in one.split(b"\r\n"))
    assert b"\n" not in one.replace(b"\r\n", b"")


def test_another_issue_has_another_id():
    issue = replace(sample_briefing().issue, label="Days 1-5")
    assert mail()["Message-ID"] != mail(issue=issue)["Message-ID"]


@pytest.mark.parametrize("style", STYLES)
def test_text_is_72_columns_wide_and_says_what_the_manuscript_says(style):
    text, _ = forms(mail(style))
    for line in text.splitlines():
        assert len(line) <= COLUMNS or " " not in line.split("> ", 1)[-1].strip(), line
    flat = " ".join(text.split())
    for sentence in (
        "killing five civilians and wounding 55. [10]",
        "· No. 2",
    ):
        assert sentence in flat
    assert "**" not in text
    assert "&" not in text.replace("&lang=de", "")
    assert "\n\n\n" not in text


def test_links_of_the_text_are_numbers_that_lead_to_whole_addresses():
    text, _ = forms(mail())
    body, _, foot = text.rpartition("------------------------------------")
    links = dict(re.findall(r"^<(\d+)> (\S+)$", foot, re.MULTILINE))
    assert links["2"] == "https://wire.example/a/20250207-1834"
    assert set(re.findall(r"<(\d+)>", body)) == set(links)
    assert "https://" not in body


@pytest.mark.parametrize("style", STYLES)
def test_html_is_styled_in_its_elements_and_fetches_nothing(style):
    _, html = forms(mail(style))
    elements = Elements(html).found
    tags = {tag for tag, _ in elements}
    assert tags.isdisjoint({"script", "link", "img", "svg", "style", "section"})
    for tag, attributes in elements:
        assert attributes.keys().isdisjoint({"class", "id", "src", "background"}), tag
        assert "var(" not in attributes.get("style", "")
        assert "url(" not in attributes.get("style", "")
        address = attributes.get("href", "https://")
        assert address.startswith("https://"), address
    accent = load_style(style).tokens["accent"]
    heads = [attributes["style"] for tag, attributes in elements if tag == "h2"]
    assert heads
    assert all(f"color:{accent}" in head for head in heads)
    assert len(html.encode()) < 50_000


@pytest.mark.parametrize("style", ["roundup", "assessment"])
def test_rows_of_figures_have_two_columns_and_lose_no_word(style):
    _, html = forms(mail(style))
    table = re.search(r"<table(?! role).*?</table>", html, re.DOTALL)[0]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    for row in rows:
        columns = [int(each) for each in re.findall(r'colspan="(\d+)"', row)]
        assert sum(columns) + len(re.findall(r"<t[hd](?![^>]*colspan)", row)) == 2
    told = " ".join(re.sub(r"<[^>]+>", " ", table).split())
    assert "What · Who says, as of · Standing · Source" in told
    assert "General Staff of Ukraine, 6 Feb one side’s claim , 2 articles" in told
    for number in ("21", "22", "20", "19", "23"):
        assert re.search(rf"\b{number}\b", told)


@pytest.mark.parametrize("style", ["note", "sitrep"])
def test_an_entry_of_the_strip_has_a_line_for_its_standing(style):
    text, html = forms(mail(style))
    assert re.search(r"<br[^>]*><em[^>]*>one side’s claim</em> · ", html)
    flat = " ".join(text.split())
    assert "Russian Defence Ministry" in flat.partition("· one side’s claim ·")[2]


@pytest.mark.parametrize("style", STYLES)
def test_text_parts_by_signs_what_a_page_parts_by_its_look(style):
    flat = " ".join(forms(mail(style))[0].split())
    assert "Period: 3–7 February 2025 ·" in flat
    assert "Since No. 1: 0 new" in flat
    assert "- Mon 3: Drones set fire" in flat
    assert "1. Kursk. Ukrainian units" in flat
    for run_in in (" 2025 one side", "claim General", "claim “could"):
        assert run_in not in flat


def test_a_mark_leads_to_its_article_and_without_address_nowhere():
    _, html = forms(mail())
    marks = re.findall(r'<a href="([^"]+)" style="[^"]*">(\d+)</a>', html)
    assert ("https://wire.example/a/20250207-1834", "9") in marks
    assert "10" not in {number for _, number in marks}  # its article has no address


def styled(folder: Path, **files: str) -> tuple[Path, ...]:
    (folder / "own").mkdir()
    for name, text in files.items():
        path = folder / "own" / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
    return (folder,)


def test_a_style_overrides_single_blocks_and_tokens_are_filled_in(tmp_path):
    page = (
        '{% extends "base/email.html.j2" %}\n{% block look %}{{ super() }}\n'
        "h2 { color: var(--ink); background: {{ tokens.tint }} }\n"
        "@media (max-width: 400px) { td { padding: 0 } }\n{% endblock %}\n"
        "{% block foot %}<p>{{ edition.desk }} & sons</p>{% endblock %}"
    )
    text = (
        '{% extends "base/email.txt.j2" %}\n'
        "{% block top %}{{ edition.desk }} & sons\n{% endblock %}"
    )
    files = {"email__html__j2": page, "email__txt__j2": text}
    search = styled(tmp_path, **files, style__yaml='colours: {ink: "#112233"}\n')
    plain, html = forms(mail("own", search=search))
    assert plain.startswith("War desk & sons")
    assert "color:#112233;border-top" in html
    assert "background:#f4f1ea" in html
    assert "@media (max-width: 400px)" in html
    assert "<p style" in html.rpartition("War desk &amp; sons")[0][-200:]


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("look", "h2 { color: var(--acent) }"),
        ("look", "h2 { background: url(https://a.example/x.png) }"),
        ("look", "h2 >> { color: red }"),
        ("look", "@import 'x.css';"),
        ("foot", '<img src="https://a.example/x.png" alt="">'),
        ("foot", '<img src="logo.png" alt="">'),
        ("foot", "<script>1</script>"),
        ("foot", '<p onclick="x()">a</p>'),
        ("foot", '<a href="javascript:x()">a</a>'),
        ("foot", '<form action="https://a.example"></form>'),
        ("foot", '<td background="https://a.example/x.png">'),
    ],
)
def test_what_has_no_place_in_a_mail_is_refused(block, fault, tmp_path):
    fault = f"<table><tr>{fault}</tr></table>" if fault.startswith("<td") else fault
    page = (
        '{% extends "base/email.html.j2" %}{% block ' + block + " %}{{ super() }}"
        f"{fault}" + "{% endblock %}"
    )
    search = styled(tmp_path, email__html__j2=page, style__yaml="title: Own\n")
    with pytest.raises(StyleError, match=r"own/email\.html\.j2: "):
        mail("own", search=search)


def test_an_article_cannot_write_headers():
    edition = replace(
        sample_briefing().edition, title="Week\r\nBcc: all@a.example\r\n\r\n<b>x</b>"
    )
    message = mail(edition=edition)
    assert message["Bcc"] is None
    assert message["Subject"].startswith("Week Bcc: all@a.example <b>x</b>")
    long = replace(sample_briefing().edition, title="Long " * 500)
    assert len(" ".join(mail(edition=long)["Subject"].split())) <= 140


def test_a_number_in_a_sources_brackets_is_no_mark():
    sample = sample_briefing()
    articles = (replace(sample.articles[0], headline="Agreed [1][2]"),)
    text, _ = forms(mail(articles=(*articles, *sample.articles[1:])))
    assert "Agreed (1)(2)" in text


def test_a_mail_that_would_be_cut_is_told():
    sample = sample_briefing()
    gap = replace(sample.gaps[0], what="Nothing. " * 14_000)
    style = load_style("roundup")
    made = render(replace(sample, gaps=(gap,)), style, formats=("eml",))
    assert [problem.where for problem in made.problems] == ["email"]
    assert "cut at 100" in made.problems[0].what
