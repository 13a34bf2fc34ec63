"""Which day a sentence speaks of, apart from the day on which it was said."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.days.reading import Days, read_days
from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span
from briefing.text.sentences import split_sentences

FOLDER = Path(__file__).parent / "cases" / "days"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['title']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]


def read_all(text, published, zone=None):
    """Give the days of each sentence of a paragraph."""
    span = Span(0, len(text))
    timexes = find_timexes(text, [span], published=published)
    found = []
    for sentence in split_sentences(text, span):
        before = found[-1] if found else None
        found.append(
            read_days(
                sentence, text, timexes, published=published, before=before, zone=zone
            )
        )
    return found


def read_last(text, published):
    return (read_all(text, published) or [None])[-1]


def check(days, wanted):
    """Hold the days of a sentence against those of a case."""
    runs = wanted.get("days", [])
    assert [[run.first, run.last] for run in days.event_days] == runs
    assert days.said_on == wanted.get("said_on")
    assert days.aspect == wanted.get("aspect", "reported")
    assert days.days_from == wanted.get("from", "words" if runs else None)
    assert days.days_inherited is (days.days_from == "sentence before")


@pytest.mark.parametrize("case", CASES)
def test_case_reads_as_expected(case):
    zone = ZoneInfo(case["zone"]) if "zone" in case else None
    found = read_all(case["text"], case["published"], zone)
    wanted = case["expected"]
    if isinstance(wanted, dict):
        wanted = [wanted]
        found = found[-1:]
    assert len(found) == len(wanted)
    for days, one in zip(found, wanted, strict=True):
        check(days, one)


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
    assert seconds(80_000) < 20 * min(seconds(10_000), seconds(10_000)) + 0.05


def test_each_expression_says_what_it_does():
    text = (
        "The council met on Wednesday after Monday's strike, the mayor said on "
        "Thursday, and has sat for two weeks."
    )
    (days,) = read_all(text, date(2025, 2, 7))
    assert [(one.timex.text, one.part) for one in days.readings] == [
        ("Wednesday", "event"),
        ("Monday", "aside"),
        ("Thursday", "said"),
        ("two weeks", "no day"),
    ]


def test_what_is_inherited_says_from_where():
    _, days = read_all("A barge sank on Tuesday. It sank fast.", date(2025, 2, 7))
    (reading,) = days.readings
    assert (reading.timex.text, reading.part) == ("Tuesday", "inherited")
    assert reading.days in days.event_days
