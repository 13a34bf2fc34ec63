"""The one filter between words from outside and the manuscript: what it keeps out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.render import load_style, render
from briefing.render.clean import clean
from briefing.render.environment import StyleEnvironment
from briefing.render.escape import escape_markdown, to_markdown
from briefing.render.parse import parse_manuscript
from briefing.render.quotes import set_quotes
from briefing.render.urls import web_address
from tests.sample_briefing import sample_briefing

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/render/escape.yaml").read_text(encoding="utf-8")
)
GOLD = Path(__file__).parents[2] / "shared/gold/hostile-dev.json"

HOSTILE = [
    "<style>@page{size:1mm}</style>",
    "<img src=x onerror=alert(1)>",
    "![x](http://169.254.169.254/latest)",
    "[x](javascript:alert(1))",
    '[1]: https://evil.example/ "t"',
    "Ministers agreed [1][2]",
    "# Breaking\n===\n---",
    "``` \n{{ 7*7 }} {% raw %} {# x #} {* y *}",
    "a | b | c",
    "~~not~~ guilty *and* __so__",
    "<https://evil.example/?q=1> www.evil.example",
    "</style></script><script>alert(1)</script>",
    "red;background:url(http://127.0.0.1/x)\"' onclick=alert(1) x='",
    "bad \ud800 char \x00\x07 \ufffe\uffff\u2028",
    "name \u2067never \u202eclosed re\u200bport",
    "Z" + "\u0335\u0489" * 60,
    "[" * 3000,
    "\\",
    "*",
    "1. one",
    "&lt;b&gt; &#60;b&#62;",
]


def words_of(markdown: str) -> str:
    """Give what a reader of the parsed manuscript sees, as one line."""
    tokens = parse_manuscript(markdown)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}, kinds
    assert [token.type for token in tokens if token.nesting >= 0] == [
        "paragraph_open",
        "inline",
    ]
    return "".join(child.content for token in tokens for child in token.children or ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    markdown = escape_markdown(case["text"], case.get("ours", ()))
    if case.get("has"):
        assert case["markdown"] in markdown
    else:
        assert markdown == case["markdown"]
    assert words_of(markdown) == clean(case["text"])


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab1 [](){}<>&*_~`|\\#-+=:.!^@\n\u2028'\"/")))
def test_any_text_prints_as_itself(text: str) -> None:
    if clean(text):
        assert words_of(escape_markdown(text)) == clean(text)


ODD_SIGNS = ("a_ *", "1.)- ", "<a@'>", "&#;a1", "a\\`~|", "[a]( ", "[^]:1")
PLACES = ("{}", "**{}**", "## {}", "- {}\n- x", "[1] {} [2]", "| {} |\n|---|\n| {} |")


def shown(markdown: str) -> str:
    """Give words and structure of a manuscript, on one line."""
    out: list[str] = []
    for token in parse_manuscript(f"{markdown}\n\n[1]: #c1\n[2]: #c2\n"):
        parts = token.children if token.children is not None else [token]
        is_text = ("text", "text_special")
        out += [p.content if p.type in is_text else f"<{p.type}>" for p in parts]
    return "".join(out)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("signs", ODD_SIGNS)
def test_every_short_text_of_odd_signs_prints_as_itself(place: str, signs: str) -> None:
    mould = shown(place.replace("{}", "QQQ"))
    for length in (1, 2, 3, 4):
        for drawn in product(signs[:5], repeat=length):
            text = "".join(drawn)
            if clean(text):
                made = shown(place.replace("{}", escape_markdown(text)))
                assert made == mould.replace("QQQ", clean(text)), text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_clean_is_stable_and_printable(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode()
    assert "\n" not in once


@given(st.text(st.sampled_from("ab '\"-1")))
def test_quotes_change_no_other_sign(text: str) -> None:
    kept = [c for c in text if c not in "'\"-"]
    assert [c for c in set_quotes(text) if c not in "“”‘’–—'\"-"] == kept


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"Yes," he said.', "“Yes,” he said."),
        ("it's the '90s", "it’s the ’90s"),
        ("a 'word' here", "a ‘word’ here"),
        ("one - two -- three", "one – two – three"),
        ("pre-war 1,076-1,080", "pre-war 1,076-1,080"),
        ('(“a "b"”)', "(“a “b””)"),
    ],
)
def test_typographic_quotes(typed: str, set_: str) -> None:
    assert set_quotes(typed) == set_


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("HTTP://a.example", "HTTP://a.example"),
        ('https://a.example/<b>"', "https://a.example/%3Cb%3E%22"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//evil.example", None),
        ("https://user@evil.example/", None),
        ("https:/x", None),
        ("https://a.example/b c", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


TEMPLATES = [
    "{{ x }}",
    "{{ x ~ '' }}",
    "{{ x + '' }}",
    "{{ [x]|join }}",
    "{{ ['a', x]|join(', ') }}",
    "{% set y %}{{ x }}{% endset %}{{ y }}",
    "{% macro m(z) %}{{ z }}{% endmacro %}{{ m(x) }}",
    "{% macro m() %}a{% endmacro %}{{ m() ~ x }}",
    "{% macro m() %}a{% endmacro %}{{ m() + x }}",
    "{{ '%s'|format(x) }}",
    "{{ x|trim }}",
    "{{ x|replace('q', 'r') }}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% filter upper %}{{ x }}{% endfilter %}",
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_prints_unescaped(template: str) -> None:
    environment = StyleEnvironment(load_style("base"), {}, markdown=True)
    environment.filters["join"] = lambda parts, between="": to_markdown(between).join(
        parts
    )
    printed = environment.from_string(template).render(x="[a](https://b.example) <i>")
    tokens = parse_manuscript(printed)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}, printed


def hostile_briefing(text: str) -> Any:
    """Give the sample with `text` wherever words from outside can stand."""
    sample = sample_briefing()
    swap = {sample.sections[2].items[1].id, sample.sections[2].items[2].id}

    def item(each: Any) -> Any:
        if each.id not in swap:
            return each
        said = replace(each.sentences[0], text=text)
        return replace(each, sentences=(said, *each.sentences[1:]), label=text)

    def section(each: Any) -> Any:
        entries = tuple(
            replace(entry, title=text if entry.title else None)
            for entry in each.entries
        )
        items = tuple(map(item, each.items))
        title = text if each.id == "diplomacy" else each.title
        return replace(each, items=items, entries=entries, title=title)

    claims = tuple(
        replace(claim, text=text, attribution=text, attribution_name=text)
        for claim in sample.figures[0].claims
    )
    figure = replace(sample.figures[0], label=text, event=text, claims=claims)
    article = replace(
        sample.articles[0],
        headline=text,
        publisher=text,
        byline=text,
        url=text,
        credits=(text, text),
    )
    return replace(
        sample,
        edition=replace(sample.edition, title=text, desk=text),
        issue=replace(sample.issue, label=text),
        sections=tuple(map(section, sample.sections)),
        figures=(figure, *sample.figures[1:]),
        citations=(replace(sample.citations[0], quote=text), *sample.citations[1:]),
        articles=(article, *sample.articles[1:]),
        gaps=(replace(sample.gaps[0], what=text),),
        problems=(replace(sample.problems[0], where=text, what=text),),
        version=text,
    )


def gold_strings() -> list[str]:
    if not GOLD.is_file():
        return []
    return [entry["input"] for entry in json.loads(GOLD.read_text(encoding="utf-8"))]


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, attributes and addresses."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]


ATTRIBUTES = {
    *("class", "id", "href", "title", "scope", "colspan", "value", "lang"),
    *("charset", "name", "content"),
}
STEADY = {"h1", "h2", "section", "table", "tr", "th", "td", "ol", "ul", "li", "style"}
LOOSE = {"span", "em", "strong", "p", "wbr", "br", "div", "a", "bdi"}


def harmless_like(files: dict[str, bytes]) -> str:
    """Give harmless words with which an issue lists as many problems as this one.

    Letters that no font has are listed: one problem more.
    """
    listed = json.loads(files["json"])["problems"]
    return "harmless \u4e2d" if listed[-1]["where"] == "fonts" else "harmless"


@cache
def set_harmless(words: str) -> dict[str, bytes]:
    style = load_style("roundup")
    return render(hostile_briefing(words), style, formats=("md", "html")).files


@pytest.mark.parametrize("text", HOSTILE + gold_strings())
def test_hostile_words_change_nothing_around_them(text: str) -> None:
    style = load_style("roundup")
    files = render(hostile_briefing(text), style, formats=("json", "md", "html")).files
    harmless = set_harmless(harmless_like(files))
    page, plain = Reader(files["html"]), Reader(harmless["html"])
    assert [each for each in page.elements if each in STEADY] == [
        each for each in plain.elements if each in STEADY
    ]
    assert {*page.elements} <= {*plain.elements} | LOOSE
    assert page.attributes <= ATTRIBUTES | plain.attributes
    assert all(each.startswith(("#", "https://")) for each in page.addresses)
    assert not any("evil" in each for each in page.addresses)
    assert re.findall(r"^\[\d+\]: .*$", files["md"].decode(), re.MULTILINE) == (
        re.findall(r"^\[\d+\]: .*$", harmless["md"].decode(), re.MULTILINE)
    )


def test_half_a_character_survives_in_json() -> None:
    style = load_style("roundup")
    made = render(hostile_briefing("bad \ud800 char"), style, formats=("json", "md"))
    record = json.loads(made.files["json"])
    assert record["citations"][0]["quote"] == "bad \ud800 char"
    assert "bad \ufffd char" in made.files["md"].decode()


def test_escaping_is_linear() -> None:
    escape_markdown("[a" * 200_000 + "*" * 100_000 + "]" * 100_000 + " " * 100_000)
