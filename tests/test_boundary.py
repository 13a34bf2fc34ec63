"""What got past the filter between words from outside and the manuscript, and no more.

Spaces of all kinds before an opener, bold beside any sign, addresses that show what
they do not hold, towers of accents, and filters that write Markdown in page templates.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from briefing.render import load_style
from briefing.render.body import set_body
from briefing.render.clean import MAX_MARKS, clean
from briefing.render.environment import StyleEnvironment
from briefing.render.escape import escape_markdown
from briefing.render.filters import filters_for
from briefing.render.inline import words_as_html
from briefing.render.layout import lay_out
from briefing.render.lookups import index_of
from briefing.render.parse import parse_manuscript
from briefing.render.plain import clean_part, plain_environment
from briefing.render.quotes import set_quotes
from briefing.render.record import record_of
from briefing.render.sheet import Sheet
from briefing.render.urls import web_address
from tests.sample_briefing import sample_briefing
from tests.test_escape import Reader, shown

RECORD = record_of(sample_briefing())
FILTERS = filters_for(load_style("base"), index_of(RECORD))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://münster.example/ü", "https://xn--mnster-3ya.example/ü"),
        ("https://ехаmрlе.com:80/", "https://xn--ml-6kctd8d6a.com:80/"),
        ("https://good.example\uff0f.evil.example/", None),
        ("https://xn--mnster-3ya.example/", "https://xn--mnster-3ya.example/"),
        (f"https://{'ü' * 80}.example/", None),
    ],
)
def test_a_host_is_printed_as_it_is_sent(url: str, address: str | None) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/%E2%80%AEgnp%00%0A%3Cb%3E",
        "https://xn--mnster-3ya.example/",
        "https://a.example/%F3%A0%81%81%5B1%5D",
    ],
)
def test_an_address_is_shown_undecoded(address: str) -> None:
    tokens = parse_manuscript(f"see <{address}>")
    (inline,) = (token.children or () for token in tokens if token.children)
    assert [t.content for t in inline if t.type == "text"][1] == address


WHOLE = [
    "בְּרֵאשִׁ֖ית בָּרָ֣א אֵ֥ת הַשָּׁמַ֖יִם",
    "بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ ، می‌خواهم",
    "क्षत्रिय ज़िन्दगी क्‍ष",
    "ไม่ได้ตั้งใจที่นี่",
    "བསྒྲུབས་ རྫོགས ཧཱུྃ",
    "Tiếng Việt " + unicodedata.normalize("NFD", "Tiếng Việt"),
    "လျှို့ဝှက်",
    "ශ්‍රී ලංකා",
    "1️⃣ ✊🏿 ❤️",
    "が か\u3099",
]


@pytest.mark.parametrize("text", WHOLE)
def test_words_of_all_scripts_stay_whole(text: str) -> None:
    assert clean(text) == text


TOWERS = ["Z\u0338\u0488", "ל\u05b1\u05b4\u200d", "б\u2de1\ua670", "ग\u0952\u1cd2"]
TOWERS += ["ب\u08e5\u08f1", "ང\u0f71\u0f37", "は\u309a", "e\u0301\ufe0f\u200c\u200b"]


@pytest.mark.parametrize("tower", TOWERS)
def test_no_letter_carries_a_tower(tower: str) -> None:
    kept = clean(tower[0] + tower[1:] * 30 + " and on")
    marks = [sign for sign in kept if unicodedata.combining(sign) or sign in "\u0488"]
    assert len(marks) <= MAX_MARKS
    assert kept.endswith(" and on")
    assert clean(kept) == kept


EDGES = [chr(at) for at in range(0x10000) if chr(at).isspace()]


@pytest.mark.parametrize("opener", ["# a", "- a", "> a", "7. a", "| a", "---", "=="])
def test_no_space_hides_an_opener(opener: str) -> None:
    for space in EDGES:
        text = f"\u200b{space}\u2060{opener}{space}\ufeff"
        assert escape_markdown(text) == escape_markdown(opener), ascii(space)
        laid = lay_out(f"{escape_markdown(text)}\n\n**{escape_markdown(text)}**\n")
        assert shown(laid) == shown("x\n\n**x**\n").replace("x", opener)


SIGNS = [
    sign
    for sign in map(chr, range(0x21, 0x3100))
    if unicodedata.category(sign)[0] in "PS" and clean(sign)
]


@pytest.mark.parametrize("form", ["US{}5 m", "to{}5", "a {}5", "({}5)", "5{}", "x{}y"])
def test_bold_opens_and_ends_beside_any_sign(form: str) -> None:
    for sign in SIGNS:
        text = form.replace("{}", sign)
        made = shown(f"{amount(text)} and")
        assert "<strong_open>" in made, text
        words = re.sub("<strong_(?:open|close)>", "", made)
        assert words == shown("q").replace("q", f"{set_quotes(text)} and"), text


def amount(text: str) -> str:
    return str(FILTERS["amount"]({"text": text}))


PAGE_TEMPLATES = [
    "{{ [x, x]|join(x) }}",
    "{{ ([x]|join) ~ x }}",
    "{{ ([x]|join) + x }}",
    "{{ '%s'|format([x]|join) }}",
    "{% set f %}<b>%s</b>{% endset %}{{ f|format([x]|join) }}",
    "{% set f %}<b>q</b>{% endset %}{{ f|replace('q', {'text': x}|amount) }}",
    "{{ {'text': x}|amount }}",
    "{{ [{'text': x, 'citation': 1, 'also': [], 'edits': []}]|told }}",
    "{% filter striptags %}<b>q</b>{{ x }}{% endfilter %}",
    "{% filter default(x, true) %}{% endfilter %}",
    "{% set f|striptags %}{{ x }}{% endset %}{{ f }}",
    "{{ x|url }}{{ ('https://a.example/' ~ x)|url }}",
    "{{ {'claims': [{'attribution_name': x, 'value': 1, 'low': 1, 'high': 1}]}"
    "|sayers|join(', ') }}",
]


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
@pytest.mark.parametrize("place", ["<p>{}</p>", '<p title="{}">', "<p title='{}'>"])
@pytest.mark.parametrize(
    "hostile",
    [
        "Wire <script>alert(1)</script><img src=x onerror=alert(2)>",
        "Wire [Kelm] \" onload=alert(1) ' onclick=alert(1) x=",
        "**a** <b>https://evil.example/' onload=x</b>",
    ],
)
def test_no_page_prints_what_filters_write_unescaped(
    template: str, place: str, hostile: str
) -> None:
    environment = StyleEnvironment(load_style("base"), {}, markdown=False)
    environment.add_filters(FILTERS)
    source = place.replace("{}", template) if "set f" not in template else template
    page = Reader(environment.from_string(source).render(x=hostile).encode())
    assert {*page.elements} <= {"p", "b", "strong", "span", "a", "em"}
    assert page.attributes <= {"title", "class", "href"}
    assert all(address.startswith("https://a.example/") for address in page.addresses)


BLOCK_TEMPLATES = [
    "{% set f %}%s{% endset %}{{ f|format(x) }}",
    "{% set f %}%s{% endset %}{{ f % x }}",
    "{% set f %}q{% endset %}{{ f|replace('q', x) }}",
    "{% set f %}q{% endset %}{{ f.replace('q', x) }}",
    "{% set f %}{q}{% endset %}{{ f|fill(q=x) }}",
    "{% set f %}{q}{% endset %}{{ f.format(q=x) }}",
    "{% set f %}q{% endset %}{{ [f]|map('replace', 'q', x)|first }}",
    "{% set f %}q{% endset %}{{ x|replace('zzz', f) }}",
    "{{ x|replace('zzz', 'q'|e) }}",
    "{% set f %}{{ x }}{% endset %}{{ f }}",
    "{% set f|trim %}{{ x }}{% endset %}{{ f }}",
    "{% filter replace('q', x) %}q{% endfilter %}",
    "{% filter default(x, true) %}{% endfilter %}",
    "{% macro f() %}%s{% endmacro %}{{ f() % x }}",
    "{% macro f() %}{{ x }}{% endmacro %}{{ f() }}",
    "{% macro f() %}{{ caller()|replace('q', x) }}{% endmacro %}"
    "{% call f() %}q{% endcall %}",
]


@pytest.mark.parametrize("template", BLOCK_TEMPLATES)
@pytest.mark.parametrize(
    "hostile", ["# [a](https://evil.example) **b** <b>c</b> | d", "[1] `[x]: y` & *z*"]
)
def test_a_kept_block_escapes_what_is_put_into_it(template: str, hostile: str) -> None:
    manuscript = StyleEnvironment(load_style("base"), {}, markdown=True)
    manuscript.add_filters(FILTERS)
    told = manuscript.from_string(template).render(x=hostile)
    assert told == escape_markdown(hostile)
    plain = plain_environment(load_style("base"), {})
    plain.add_filters(FILTERS)
    if "|e)" not in template:
        assert plain.from_string(template).render(x=hostile) == hostile


@pytest.mark.parametrize(
    "label",
    ["{q.__class__}", "{q.upper.__self__}", "{q[0]}", "{q:>900000000}", "{q:{q}}"],
)
def test_a_label_reaches_nothing_within_what_fills_it(label: str) -> None:
    page = StyleEnvironment(load_style("base"), {}, markdown=False)
    page.add_filters(FILTERS)
    template = page.from_string("{{ x|fill(q=q) }}")
    with pytest.raises(ValueError, match="plain name"):
        template.render(x=label, q="words")
    assert template.render(x="{{a}} {q} {q!s}", q="<b>") == "{a} &lt;b&gt; &lt;b&gt;"


@pytest.mark.parametrize(
    "title", ["Об'єкти", '"Хвилі" моря', ":::{{==-.", "Key figures", "Sources", "C #"]
)
def test_a_topic_keeps_its_class_and_anchor_whatever_it_is_called(title: str) -> None:
    sample = sample_briefing()
    topics = tuple(
        replace(each, title=title) if each.id == "diplomacy" else each
        for each in sample.sections
    )
    sheet = Sheet(record_of(replace(sample, sections=topics)), load_style("roundup"))
    body = set_body(sheet.manuscript, sheet.record, sheet.style)
    like = Sheet(RECORD, load_style("roundup"))
    harmless = set_body(like.manuscript, like.record, like.style)
    named = [(each.type, each.id) for each in body.sections]
    assert named == [(each.type, each.id) for each in harmless.sections]


@pytest.mark.parametrize("desk", ["one · two", "one [a · b] two", "*a · b*"])
def test_a_dot_in_a_name_tears_no_element(desk: str) -> None:
    sample = sample_briefing()
    edition = replace(sample.edition, desk=desk)
    sheet = Sheet(record_of(replace(sample, edition=edition)), load_style("roundup"))
    body = set_body(sheet.manuscript, sheet.record, sheet.style)
    house = body.masthead.partition("</p>")[0]
    assert house.count("<span") == house.count("</span>")
    assert [part.count("<span") for part in house.split("</span>")] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("$so$ far", r"\$so$ far"),
        ("$$x$$", r"\$\$x\$$"),
        ("$5 or $6", "$5 or $6"),
        ("US$ 5", "US$ 5"),
    ],
)
def test_formulas_are_escaped_and_money_is_not(text: str, markdown: str) -> None:
    assert escape_markdown(text) == markdown
    assert shown(markdown) == shown("q").replace("q", text)


@pytest.mark.parametrize(
    ("text", "plain"), [("see <1> now", "see (1) now"), ("a [ 2 ]", "a ( 2 )")]
)
def test_no_words_pass_for_a_link_of_a_mail(text: str, plain: str) -> None:
    assert clean_part(text) == plain


def test_what_cannot_be_seen_is_missing() -> None:
    sample, unseen = sample_briefing(), "\u200b\u2060"
    articles = tuple(
        replace(each, publisher=unseen, headline=unseen, credits=(unseen,))
        for each in sample.articles
    )
    claims = tuple(replace(each, text=unseen) for each in sample.figures[0].claims)
    figures = (replace(sample.figures[0], claims=claims), *sample.figures[1:])
    gaps = (replace(sample.gaps[0], what=unseen), *sample.gaps[1:])
    record = record_of(
        replace(sample, articles=articles, figures=figures, gaps=gaps)
        if sample.gaps
        else replace(sample, articles=articles, figures=figures)
    )
    record["issue"]["label"] = unseen
    for name in ("roundup", "note", "sitrep", "assessment"):
        manuscript = Sheet(record, load_style(name)).manuscript
        assert "****" not in manuscript
        assert "-\n" not in manuscript
        assert "publisher not stated" in manuscript
    assert Sheet(RECORD, load_style("base")).printed == RECORD


def test_a_source_s_own_brackets_pass_for_none_of_ours() -> None:
    sentence = {"text": "All [of them] lied [Kelm] today [Kelm]. [Kelm] went [4]."}
    edits = [{"start": 9, "text": " [Kelm]"}, {"start": 90, "text": "[Kelm] went"}]
    told = FILTERS["told"]([sentence | {"edits": edits, "citation": 0, "also": []}])
    expected = r"All \[of them\] lied [Kelm] today \[Kelm\]. \[Kelm\] went \[4\]."
    assert told == expected.replace(r". \[Kelm\]", ". [Kelm]")
    page = words_as_html(told)
    assert page.count("<span class=ours>[Kelm]</span>") == 2
    assert "of them</span>" not in page


def test_the_style_s_own_brackets_are_ours() -> None:
    sample = sample_briefing()
    claims = tuple(
        replace(each, attribution=None, attribution_name=None)
        for each in sample.figures[0].claims
    )
    figures = (replace(sample.figures[0], claims=claims), *sample.figures[1:])
    sheet = Sheet(record_of(replace(sample, figures=figures)), load_style("roundup"))
    html = set_body(sheet.manuscript, sheet.record, sheet.style).sections[1].html
    assert '<span class="ours">[nobody\N{NO-BREAK SPACE}named]</span>' in html
