"""Figures in other languages: each from its file of cases."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate import annotate
from briefing.annotate.figure_languages import find_foreign, has_figures
from briefing.annotate.figure_languages.data import FOLDER, read_figure_language
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.span import Span

CASES = Path(__file__).parent / "cases" / "figure_languages"
CODES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
DEFAULTS = {"comparator": "=", "unit": "count", "kind": "count", "what": None}


def load_cases():
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['title']}")


@pytest.mark.parametrize(("code", "case"), [*load_cases()])
def test_case_gives_its_figures(code, case):
    text = case["text"]
    found = find_foreign(text, Span(0, len(text)), code, taken=())
    assert [figure.text for figure in found] == [f["text"] for f in case["figures"]]
    for figure, wanted in zip(found, case["figures"], strict=True):
        expected = {**DEFAULTS, **wanted}
        for number in ("value", "low", "high"):
            given_number = expected.pop(number, None)
            wanted_number = None if given_number is None else Decimal(str(given_number))
            assert getattr(figure, number) == wanted_number, (figure.text, number)
        assert {key: getattr(figure, key) for key in expected} == expected


def test_every_language_has_cases():
    assert {path.stem for path in CASES.glob("*.yaml")} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_file_is_read(code):
    assert has_figures(code)
    assert read_figure_language(code).code == code


def test_what_is_taken_is_no_figure():
    text = "Am 7. Februar sanken 12 Boote."
    found = find_foreign(text, Span(0, len(text)), "de", taken=[Span(3, 13)])
    assert [figure.text for figure in found] == ["12"]


WORDS = (
    "12 1.076 40 000 3,5 $ % € mehr als zwei zwischen und bis Millionen тисяч понад "
    "п'ять plus de vingt et un cent pour – - . , ; Uhr km Menschen 2024 T-72 7/8"
)
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=120)
@given(
    st.sampled_from(CODES),
    st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60),
)
def test_spans_are_exact_and_apart_on_any_text(code, text):
    found = find_foreign(text, Span(0, len(text)), code, taken=())
    assert all(figure.span.cut(text) == figure.text for figure in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("piece", ["1", "1,", "zwei", "deux ", "п'ять ", "1 bis ", "-"])
def test_long_lines_take_linear_time(code, piece):
    text = piece * (20_000 // len(piece))
    began = time.process_time()
    find_foreign(text, Span(0, len(text)), code, taken=())
    assert time.process_time() - began < 4


def test_a_language_without_a_file_gives_no_figures():
    text = "El gobierno dijo que 1.034 personas huyeron y que 40.000 casas ardieron."
    block = Block(Span(0, len(text)), "paragraph", "test")
    published = Published(date(2025, 2, 7))
    article = Article("a", "a", text, "", (block,), "plain", published, language="es")
    assert [
        f for passage in annotate(article, names=NameList()) for f in passage.figures
    ] == []
