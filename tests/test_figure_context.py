"""What a paragraph says of its figures: whom they count, when, how surely, who says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from briefing.annotate.attribution.mentions import index_names
from briefing.annotate.attribution.reader import Reader
from briefing.annotate.figures.reading import read_figures
from briefing.model.names import NameList
from briefing.model.span import Span
from briefing.text.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "figure_context"
FIELDS = ("people", "scope", "doubt", "what", "event", "attribution")


def load_cases():
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['title']}")


def read(text):
    block = Span(0, len(text))
    reader = Reader(text, index_names(NameList()))
    sourced = reader.read_block(block, split_sentences(text, block), ())
    return read_figures(text, sourced, ())


@pytest.mark.parametrize("case", [*load_cases()])
def test_case_gives_what_it_says(case):
    found = read(case["text"])
    for field in FIELDS:
        if field in case:
            assert [getattr(figure, field) for figure in found] == case[field], field


def test_doubt_is_verbatim():
    text = "Reportedly 40 boats sank. None of it could not be verified."
    assert all(figure.doubt in text for figure in read(text))


@pytest.mark.parametrize(
    "piece", ["two ", "12 soldiers and ", "since 5 ", "Six died since May. ", "1,"]
)
def test_a_long_text_takes_time_in_proportion(piece):
    def spent(length):
        began = time.process_time()
        read(piece * (length // len(piece)))
        return time.process_time() - began

    spent(2_000)
    # Twice the text in about twice the time; four times would be quadratic.
    assert spent(60_000) < 3.2 * spent(30_000) + 0.1
