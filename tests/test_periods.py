from datetime import date
from pathlib import Path

import pytest

from briefing.config.periods import absolute_period, parse_period, weekday_run
from briefing.config.yaml import load_yaml
from briefing.errors import PeriodError
from briefing.model.span import DateRange

CASES = Path(__file__).parent / "cases" / "periods"
SATURDAY = date(2025, 2, 8)


def load_cases(name):
    cases = load_yaml((CASES / name).read_text(), name=name).data
    return [pytest.param(case, id=case["title"]) for case in cases]


@pytest.mark.parametrize(
    "case", [*load_cases("relative.yaml"), *load_cases("absolute.yaml")]
)
def test_words_name_days(case):
    words = str(case["words"])
    today = case.get("today", SATURDAY)
    days = parse_period(words, today=today, day_one=case.get("day_one"))
    assert days == DateRange.through(case["first"], case["last"])


@pytest.mark.parametrize("case", load_cases("refused.yaml"))
def test_other_words_are_refused_with_help(case):
    with pytest.raises(PeriodError) as caught:
        parse_period(str(case["words"]), today=SATURDAY, day_one=case.get("day_one"))
    assert case["message"] in str(caught.value)


@pytest.mark.parametrize("case", load_cases("absolute.yaml"))
def test_absolute_words_need_no_today(case):
    days = absolute_period(str(case["words"]), day_one=case.get("day_one"))
    assert days is not None


def test_relative_words_are_not_absolute():
    assert absolute_period("last week") is None
    assert absolute_period("monday to friday") is None


def test_a_run_of_weekdays_is_read_by_number():
    assert weekday_run("Saturday to Friday") == (5, 4)
    assert weekday_run("last week") is None
