"""Which day a sentence speaks of, apart from the day on which it was said."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.days import Days, read_days
from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span
from briefing.text.sentences import split_sentences

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "days" / "days.yaml").read_text("utf-8")
)


def read_last(text, published):
    """Give the days of the last sentence of a paragraph."""
    span = Span(0, len(text))
    timexes = find_timexes(text, [span], published=published)
    days = None
    for sentence in split_sentences(text, span):
        days = read_days(sentence, text, timexes, published=published, before=days)
    return days


@pytest.mark.parametrize("case", [pytest.param(c, id=c["title"]) for c in CASES])
def test_case_reads_as_expected(case):
    days = read_last(case["text"], case["published"])
    wanted = case["expected"]
    assert [[run.first, run.last] for run in days.event_days] == wanted.get("days", [])
    assert days.said_on == wanted.get("said_on")
    assert days.aspect == wanted.get("aspect", "reported")
    assert days.days_inherited is wanted.get("inherited", False)


def test_without_publication_day_only_the_words_count():
    days = read_last("The depot burned on Monday; it was built in May 2019.", None)
    assert [run.first for run in days.event_days] == [date(2019, 5, 1)]
    assert days.aspect == "reported"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aT .,“”\"'said on Friday will 7 Feb.\n", max_size=80))
def test_nothing_raises(text):
    days = read_last(text, date(2025, 2, 7))
    assert days is None or isinstance(days, Days)


@pytest.mark.parametrize(
    "piece", ["said on Monday. ", "“ overnight ", "by Monday ", "a, "]
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(length):
        text = piece * (length // len(piece))
        span = Span(0, len(text))
        start = time.process_time()
        timexes = find_timexes(text, [span], published=date(2025, 2, 7))
        days = None
        for sentence in split_sentences(text, span):
            days = read_days(
                sentence, text, timexes, published=date(2025, 2, 7), before=days
            )
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 12 * seconds(10_000) + 0.05
