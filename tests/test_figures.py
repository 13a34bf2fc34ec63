"""Figures: every family from its file of cases, and what always holds."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate import figure_rules
from briefing.annotate.figure_rules import FIGURE_RULES
from briefing.annotate.figures.finding import find_figures
from briefing.model.span import Span
from briefing.text.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "figures"
MODULES = [rule.__name__.rpartition(".")[2] for rule in FIGURE_RULES]
DEFAULTS = {"comparator": "=", "unit": "count", "kind": "count"}


def load_cases():
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['title']}")


def read(text, taken=()):
    places = [Span(text.index(each), text.index(each) + len(each)) for each in taken]
    sentences = split_sentences(text, Span(0, len(text)))
    return [
        figure
        for each in sentences
        for figure in find_figures(text, each, taken=places)
    ]


@pytest.mark.parametrize("case", [*load_cases()])
def test_case_gives_its_figures(case):
    found = read(case["text"], case.get("taken", ()))
    assert [figure.text for figure in found] == [f["text"] for f in case["figures"]]
    for figure, wanted in zip(found, case["figures"], strict=True):
        expected = {**DEFAULTS, **wanted}
        for number in ("value", "low", "high"):
            given_number = expected.pop(number, None)
            wanted_number = None if given_number is None else Decimal(str(given_number))
            assert getattr(figure, number) == wanted_number, (figure.text, number)
        got = {key: getattr(figure, key) for key in expected}
        assert got == expected


def test_every_module_is_listed_and_has_cases():
    folder = Path(figure_rules.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert set(MODULES) == modules
    assert {path.stem for path in CASES.glob("*.yaml")} == modules


def test_every_rule_has_a_name_of_its_own():
    assert len({rule.NAME for rule in FIGURE_RULES}) == len(FIGURE_RULES)


def test_comparator_words_stand_outside_the_figure():
    text = "At least 20 boats sank."
    (figure,) = read(text)
    assert figure.span.cut(text) == "20"
    assert figure.comparator_span.cut(text) == "At least"


WORDS = (
    "12 1,076 3.5 $ % (killed) at least more than two six half a dozen million people "
    "km to - – . , ; and of in the soldiers from 2024 x 7/8 years old a day"
)
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_spans_are_exact_and_apart_on_any_text(text):
    found = read(text)
    for figure in found:
        assert figure.span.cut(text) == figure.text
        assert figure.comparator_span is None or figure.comparator_span.cut(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "9 ", "one hundred ", "3-", "1 to ", "$5 ", "half a ", "more than "],
)
def test_long_lines_take_linear_time(piece):
    text = piece * (20_000 // len(piece))
    began = time.process_time()
    find_figures(text, Span(0, len(text)), taken=())
    assert time.process_time() - began < 4
