"""Numbers in digits and words."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.numbers import NUMBER, read_number

READ = {
    "six": "6",
    "twenty-one": "21",
    "a dozen": "12",
    "half a dozen": "6",
    "two dozen": "24",
    "a hundred": "100",
    "two hundred and five": "205",
    "one hundred and twenty-five thousand": "125000",
    "five thousand two hundred": "5200",
    "two thousand million": "2000000000",
    "1,076": "1076",
    "16\u00a0000": "16000",
    "16 000": "16000",
    "1.2 million": "1200000",
    "20million": "20000000",
    "1.8 mln": "1800000",
    "two and a half million": "2500000",
    "half a million": "500000",
    "0.25": "0.25",
}


@pytest.mark.parametrize(("words", "value"), READ.items())
def test_number_is_read(words, value):
    assert read_number(words) == Decimal(value)
    assert re.fullmatch(NUMBER, words, re.IGNORECASE)


@pytest.mark.parametrize(
    "words", ["", "a", "and", "two three", "hundreds", "one ship", "5 6", "twenty ten"]
)
def test_what_is_no_number_is_none(words):
    assert read_number(words) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_as_the_number(number):
    assert read_number(f"{number:,}") == number


@pytest.mark.parametrize("piece", ["1", "1,", "111,", "one hundred ", "twenty-"])
def test_long_runs_take_linear_time(piece):
    text = piece * (150_000 // len(piece))
    began = time.process_time()
    assert not re.search(rf"\b{NUMBER} ships", text, re.IGNORECASE)
    assert time.process_time() - began < 4
    assert read_number(text) is None
