"""Quotation marks: a source's own become those of the style where they are a pair."""

from __future__ import annotations

import pytest

from briefing.render.quotes import set_inner, set_quotes

GERMAN = ("„", "“", "‚", "‘")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("‘Perhaps’ next spring", "‚Perhaps‘ next spring"),
        ("'Perhaps' next spring", "‚Perhaps‘ next spring"),
        ("‘Not now,’ he said. ‘Later.’", "‚Not now,‘ he said. ‚Later.‘"),
        ("‚Schon gut.‘, sagte er", "‚Schon gut.‘, sagte er"),
        ("‘It’s the boats’ crews now’", "‚It’s the boats’ crews now‘"),
        ("‘Boats’ left", "‚Boats‘ left"),
        ("boats’ owners, ’90s rock ’n’ roll", "boats’ owners, ’90s rock ’n’ roll"),
        ("‘owners’ and the ships’ crews", "‘owners’ and the ships’ crews"),
        ("the ‘Okina of a name", "the ‘Okina of a name"),
        ("l‘eau d’or", "l‘eau d’or"),
    ],
)  # fmt: skip
def test_single_quotes_of_a_pair_are_those_of_the_style(text, printed):
    assert set_quotes(text, GERMAN) == printed


def test_german_single_quotes_become_english_ones():
    assert set_quotes("‚Vielleicht‘ im Frühling") == "‘Vielleicht’ im Frühling"


@pytest.mark.parametrize(
    "text", ["a “word” here", "a „word“ here", "a „word” here", 'a "word" here']
)
def test_double_quotes_inside_of_a_quotation_become_single_ones(text):
    assert set_inner(set_quotes(text, GERMAN), GERMAN) == "a ‚word‘ here"
    assert set_inner(set_quotes(text)) == "a ‘word’ here"


def test_many_single_quotes_take_no_time():
    text = "‘a’ s’ " * 50_000
    assert len(set_quotes(text, GERMAN)) == len(text)
