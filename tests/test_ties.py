"""Numbers stay with what they count, and days with their months."""

import pytest

from briefing.render.parse import parse_manuscript
from briefing.render.strings import in_language
from briefing.render.style import load_style
from briefing.render.ties import tie_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Friday 7~February 2025, after February~7, 2025."),
        ("en", "(2~articles, 1~origin)"),
        ("en", "3–7~February; since February 2025; Feb~7; No.~2"),
        ("en", "2 Februaries, 12 men, the March 2nd, 3,200 homes"),
        ("en", "“Kyiv draws up its list~…”"),
        ("de", "am 7.~Februar, 3~Artikel, 7.~Feb."),
    ],
)
def test_no_line_ends_between(language: str, text: str) -> None:
    tokens = parse_manuscript(text.replace("~", " "))
    tie_words(tokens, in_language(load_style("roundup"), language))
    said = "".join(part.content for each in tokens for part in each.children or ())
    assert said == text.replace("~", "\u00a0")
