"""Time expressions: every rule family from its file of cases, and what always holds."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate import timex_rules
from briefing.annotate.timex_rules import TIMEX_RULES
from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span

CASES = Path(__file__).parent / "cases" / "timex"
DAY_ONE = date(2022, 2, 24)
RULES = [rule.__name__.rpartition(".")[2] for rule in TIMEX_RULES]


def load_cases():
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['title']}")


def read(text, published):
    return find_timexes(
        text, [Span(0, len(text))], published=published, day_one=DAY_ONE
    )


@pytest.mark.parametrize("case", [*load_cases()])
def test_case_reads_as_expected(case):
    found = read(case["text"], case["published"])
    assert [(timex.text, timex.value, timex.rule) for timex in found] == [
        (wanted["text"], str(wanted["value"]), wanted["rule"])
        for wanted in _as_text(case["expected"])
    ]
    for timex, wanted in zip(found, _as_text(case["expected"]), strict=True):
        days = timex.days and (timex.days.first, timex.days.last)
        assert days == (wanted.get("first") and (wanted["first"], wanted["last"]))
        assert timex.relative is wanted.get("relative", timex.relative)
        assert timex.why == wanted.get("why", timex.why)


def _as_text(expected):
    return [{**wanted, "text": str(wanted["text"])} for wanted in expected]


def test_every_module_is_listed_and_has_cases():
    folder = Path(timex_rules.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert set(RULES) == modules
    assert {path.stem for path in CASES.glob("*.yaml")} == modules


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_finds_something_in_its_own_cases(rule):
    cases = yaml.safe_load((CASES / f"{rule}.yaml").read_text("utf-8"))
    assert any(wanted["rule"] == rule for case in cases for wanted in case["expected"])


def test_a_day_later_leans_on_the_block_before():
    text = "It began on February 4.\n\nA day later it was over."
    spans = [Span(0, 23), Span(25, len(text))]
    first, second = find_timexes(text, spans, published=date(2025, 2, 7))
    assert (first.value, second.value) == ("2025-02-04", "2025-02-05")


def test_nothing_crosses_the_end_of_a_block():
    text = "It began in February\n7 and ended."
    found = find_timexes(
        text, [Span(0, 20), Span(21, len(text))], published=date(2025, 2, 7)
    )
    assert [timex.text for timex in found] == ["February"]


def test_without_publication_day_only_dated_words_have_days():
    text = "On Friday, 7 May, last week, a day later, overnight, in 2019, in May 2020."
    days = {timex.text: timex.days for timex in read(text, None)}
    assert {words for words, run in days.items() if run} == {"2019", "May 2020"}


def test_a_moment_of_publication_counts_as_its_day():
    moment = datetime(2025, 2, 7, 23, 30, tzinfo=UTC)
    assert read("It fell on Thursday.", moment) == read(
        "It fell on Thursday.", date(2025, 2, 7)
    )


def test_a_language_without_a_data_file_is_read_as_english():
    text = "on 3 February 2025"
    found = find_timexes(text, [Span(0, len(text))], published=None, language="sv")
    assert [timex.value for timex in found] == ["2025-02-03"]


PIECES = """on in the last next Friday Feb. February 7 , 2025 - – 31 day days before
after
later ago six months a year quarter third overnight “ ” said will May 1,076 century s Q3
12:30 p.m. every night . ' 2000 fiscal mid early that same 9/11/01 0 half"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80),
    st.dates() | st.none(),
)
def test_offsets_round_trip_and_nothing_raises(text, published):
    found = read(text, published)
    assert all(timex.text == timex.span.cut(text) != "" for timex in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        "1/",
        "the day before ",
        "9",
        "February ",
        "a ",
        "1,076-",
        "“",
        "twenty-",
        "two weeks ",
        "said on Monday, ",
        "May March Monday ",
        "Feb. 3, 5 and ",
        "the vote 5 days after the vote ",
        "12:30 GMT on the 25th ",
    ],
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(length):
        text = piece * (length // len(piece))
        start = time.process_time()
        read(text, date(2025, 2, 7))
        return time.process_time() - start

    seconds(1_000)
    # Linear is 8 times as long, quadratic 64 times; the machine may be busy.
    assert seconds(40_000) < 20 * min(seconds(5_000), seconds(5_000)) + 0.05
