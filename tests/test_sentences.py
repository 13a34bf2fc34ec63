"""Sentences, spellings: cases, exact spans, hostile lines."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.span import Span
from briefing.text.fold import fold_text
from briefing.text.names import spelling_pattern
from briefing.text.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "sentences" / "sentences.yaml"
LOADED = yaml.safe_load(CASES.read_text("utf-8"))


def split(text):
    return [span.cut(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize("case", LOADED, ids=lambda case: case["title"])
def test_paragraph_is_cut_into_its_sentences(case):
    wanted = case.get("given", case["sentences"])
    assert split(" ".join(case["sentences"])) == wanted


def test_no_sentence_crosses_its_span():
    text = "One here. Two here. Three here."
    spans = split_sentences(text, Span(4, 19))
    assert [span.cut(text) for span in spans] == ["here.", "Two here."]


@given(st.text(alphabet="aB.!? \n\"“”'1…", max_size=80))
def test_sentences_cover_all_but_white_space(text):
    spans = split_sentences(text, Span(0, len(text)))
    assert "".join("".join(span.cut(text).split()) for span in spans) == "".join(
        text.split()
    )
    assert all(span.cut(text) == span.cut(text).strip() for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize("piece", ["a. ", ".", ". ", '"', "Mr. ", "A? ", "\n", "U.S. "])
def test_long_lines_take_linear_time(piece):
    text = piece * (150_000 // len(piece))
    began = time.process_time()
    split_sentences(text, Span(0, len(text)))
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ODEŠA’s port", ["ODEŠA"]),
        ("Odesa‑region rails", ["Odesa‑region"]),
        ("the odesa region", ["odesa region"]),
        ("Odesans sing", []),
        ("Ode\u0161a\u0301 and Odesa", ["Ode\u0161a\u0301", "Odesa"]),
        ("the U.N. and the UN", ["U.N."]),
    ],
)
def test_spellings_are_found_however_they_are_set(text, found):
    pattern = spelling_pattern(["Odesa", "Odesa region", "Odesa-region", "U.N."])
    assert [span.cut(text) for span, _ in pattern.finditer(text)] == found


def test_longest_spelling_wins_and_offsets_count_into_the_text():
    text = "In Nova Odesa region."
    found = list(spelling_pattern(["Odesa", "Nova Odesa"]).finditer(text, 3))
    assert found == [(Span(3, 13), "Nova Odesa")]


def test_plurals_are_found_only_when_asked_for():
    assert spelling_pattern(["air raid"]).search("two air raids") is None
    assert spelling_pattern(["air raid"], plurals=True).search("two air raids")


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text):
    folded, offsets = fold_text(text)
    if offsets is None:
        assert len(folded) == len(text)
    else:
        assert len(offsets) == len(folded) + 1
        assert offsets == sorted(offsets)
    for span, _ in spelling_pattern(["a", "ß", text]).finditer(text):
        assert 0 <= span.start < span.end <= len(text)
