"""The desk copy: for the editor alone, and harmless whatever articles say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from briefing.model.briefing import Held
from briefing.render import load_style, render
from tests.sample_briefing import sample_briefing

STYLES = ("roundup", "note", "sitrep", "assessment")
HOSTILE = (
    "# Boo",
    "<script>alert(1)</script>",
    "[you](javascript:x)",
    "- one\n- two",
    "![a](file:///etc/passwd)",
    "| a | b |\n|---|---|",
    "**bold** `code`",
    "[1]: #c9",
    "{{ issue }} {% raw %}",
)


def desk_copy(style="roundup", **more):
    briefing = replace(sample_briefing(), **more)
    made = render(briefing, load_style(style), formats=("desk.md", "md"))
    return made.files["desk.md"].decode(), made.files["md"].decode()


@pytest.mark.parametrize("style", STYLES)
def test_it_says_what_is_held_and_why_with_the_place(style):
    held = (
        Held("Sixteen boats sank.", "a quotation that is not closed", 1),
        Held("Notebook", "published after the cut-off", None),
    )
    copy, issue = desk_copy(style, held=held)
    line = next(line for line in copy.splitlines() if "Sixteen" in line)
    assert line.startswith(
        "- **a quotation that is not closed** — “Sixteen boats sank.”"
    )
    article = sample_briefing().citations[0].article
    path = next(a.path for a in sample_briefing().articles if a.id == article)
    assert path.split("/")[-1] in line.replace("\\", "")
    assert "- **Notebook** — published after the cut-off" in copy
    assert "Sixteen" not in issue


@pytest.mark.parametrize("style", STYLES)
def test_it_lists_gaps_and_problems_and_says_when_nothing_is_held(style):
    copy, _ = desk_copy(style, held=())
    assert "Nothing was held." in copy
    assert all(gap.what in copy for gap in sample_briefing().gaps)
    assert "not UTF-8" in copy


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_an_article_are_only_words(words, style):
    held = (Held("word", "why", 1), Held("word", "why", None))
    plain, _ = desk_copy(style, held=held)
    copy, _ = desk_copy(style, held=(Held(words, words, 1), Held(words, words, None)))

    def shape(text):
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        inline = [child for token in tokens for child in token.children or ()]
        return [token.type for token in (*tokens, *inline) if token.type != "text"]

    kept = [kind for kind in shape(copy) if kind != "softbreak"]
    assert kept == [kind for kind in shape(plain) if kind != "softbreak"]


@pytest.mark.parametrize("style", STYLES)
def test_it_speaks_the_language_of_the_edition(style):
    edition = replace(sample_briefing().edition, language="de")
    copy, _ = desk_copy(style, held=(), edition=edition)
    assert "Redaktionsfassung" in copy
    assert "Nichts wurde zurückgehalten." in copy
    assert "Nothing was held" not in copy
