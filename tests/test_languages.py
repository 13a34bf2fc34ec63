"""Dates in other languages, the language of a paragraph, and who says what when."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.languages import (
    check_languages,
    data,
    is_run,
    is_saying_day,
    propose_phrases,
    read_language,
    read_parts,
    read_telling,
    tell_languages,
)
from briefing.annotate.languages.openers import find_opener
from briefing.annotate.timexes import find_timexes
from briefing.model.span import Span

CASES = Path(__file__).parent / "cases" / "languages"
CODES = sorted(path.stem for path in data.FOLDER.glob("*.yaml") if path.stem != "en")
PUBLISHED = date(2025, 2, 7)
DAY_ONE = date(2022, 2, 24)
FEWEST_CASES = 30


def load(name):
    return yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("code", "case", "stated"),
    [
        pytest.param(code, case, stated, id=f"{code}: {case['title']}, {how}")
        for code in CODES
        for case in load(code)
        for how, stated in (("stated", True), ("told", False))
        if stated or case.get("told", True)
    ],
)
def test_case_reads_as_expected(code, case, stated):
    found = find_timexes(
        case["text"],
        published=PUBLISHED,
        language=code if stated else None,
        day_one=DAY_ONE,
    )
    assert [
        (
            timex.text,
            timex.value,
            timex.days and [timex.days.first, timex.days.last],
        )
        for timex in found
    ] == [
        (wanted["text"], wanted["value"], wanted.get("days"))
        for wanted in case["expected"]
    ]
    assert all(timex.rule.startswith(f"{code}.") for timex in found)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_cases_and_cases_of_no_date(code):
    cases = load(code)
    assert len(cases) >= FEWEST_CASES
    assert any(not case["expected"] for case in cases)


def test_every_data_file_is_well():
    assert check_languages() == ("en", *CODES)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["title"]) for case in load("telling")]
)
def test_paragraphs_are_told_apart(case):
    spans = [Span(*each) for each in _paragraphs(case["text"])]
    stated = case.get("stated")
    assert tell_languages(case["text"], spans, stated) == case["expected"]
    found = find_timexes(case["text"], published=PUBLISHED, language=stated)
    assert [timex.value for timex in found] == case["values"]


def _paragraphs(text):
    at = 0
    for part in text.split("\n\n"):
        if part:
            yield at, at + len(part)
        at += len(part) + 2


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["text"]) for case in load("reports")]
)
def test_reports_are_read(case):
    text, language = case["text"], read_language(case["language"])
    day = find_timexes(text, published=PUBLISHED, language=case["language"])[0].span
    saying = is_saying_day(language, text, day.start, day.end, 0, len(text))
    assert saying is case["saying"]
    told = read_telling(language, text, whole(text))
    assert told.guess is case.get("guess", False)
    assert told.sourced is case.get("sourced", False)
    assert told.tense == case.get("tense", told.tense)


@pytest.mark.parametrize(
    ("code", "text", "day", "expected"),
    [
        ("de", "Seit dem 6. August wird gekämpft.", "6.", "since"),
        ("de", "Bis Freitag wird gekämpft.", "Freitag", "until"),
        ("fr", "Depuis le 6 août on se bat.", "6", "since"),
        ("fr", "Jusqu’à vendredi on attend.", "vendredi", "until"),
        ("es", "Hasta el viernes se espera.", "viernes", "until"),
        ("uk", "З понеділка до середи тривали бої.", "середи", ""),
        ("ru", "До пятницы будет готово.", "пятницы", "until"),
        ("de", "Am Freitag wurde gekämpft.", "Freitag", ""),
        ("uk", "З п'ятниці у місті немає світла.", "п'ятниці", "since"),
        ("uk", "З понеділка до середи тривали бої.", "понеділка", ""),
        ("ru", "С пятницы в городе нет света.", "пятницы", "since"),
        ("fr", "De lundi à mercredi on s'est battu.", "lundi", ""),
    ],
)
def test_since_and_until_are_told(code, text, day, expected):
    at = text.index(day)
    opened = find_opener(code, text, Span(at, at + len(day)), 0)
    assert (opened.kind if opened else "") == expected


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        (
            "de",
            "Der Sprecher sagte am Donnerstag, die Brücke sei am Mittwoch zerstört "
            "worden und bleibe bis März gesperrt.",
            ["said", "event", "end"],
        ),
        ("fr", "Depuis le 6 août, la ville est fermée.", ["begin"]),
        ("es", "La votación se celebrará el martes.", ["ahead"]),
        ("uk", "Бої тривали три дні, повідомили у четвер.", ["no day", "said"]),
        ("uk", "З понеділка діятимуть нові правила.", ["ahead"]),
        ("uk", "З понеділка у місті діяли нові правила.", ["begin"]),
        ("fr", "La mairie a fait savoir mardi que le pont est fermé.", ["said"]),
        ("ru", "Склад сгорел в среду, сообщили в четверг.", ["event", "said"]),
    ],
)
def test_each_day_has_its_part(code, text, parts):
    found = find_timexes(text, published=PUBLISHED, language=code)
    readings = read_parts(
        read_language(code), whole(text), text, found, published=PUBLISHED
    )
    assert [reading.part for reading in readings] == parts
    assert [reading.timex for reading in readings] == list(found)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Von Montag bis Mittwoch wurde gekämpft.", True),
        ("uk", "З понеділка до середи тривали бої.", True),
        ("ru", "Бои шли с понедельника по среду.", True),
        ("de", "Zwischen Montag und Mittwoch wurde gekämpft.", True),
        ("fr", "Ils se battaient de lundi à mercredi.", True),
        ("fr", "Entre lundi et mercredi, ils se battaient.", True),
        ("es", "Lucharon entre el lunes y el miércoles.", True),
        ("es", "Lucharon del lunes al miércoles.", True),
        ("es", "Lucharon el lunes y el miércoles.", False),
        ("fr", "Ils se battaient lundi et mercredi.", False),
    ],
)
def test_runs_are_told(code, text, expected):
    first, last = find_timexes(text, published=PUBLISHED, language=code)
    assert is_run(read_language(code), text, first, last) is expected


def test_reasons_are_those_of_english():
    text = "Er kam am Donnerstag, und sie wird am Dienstag kommen."
    first, second = find_timexes(text, published=PUBLISHED, language="de")
    assert first.why == "published Friday 7 February, past tense"
    assert second.why == "published Friday 7 February, future tense"


def test_apostrophes_of_all_shapes_are_one():
    for sign in "'’ʼ":
        text = f"Це сталося минулої п{sign}ятниці."
        (found,) = find_timexes(text, published=PUBLISHED, language="uk")
        assert found.value == "2025-01-31"


def test_without_a_publication_day_only_dated_words_have_days():
    text = "Am Freitag, am 7. Mai, letzte Woche, in der Nacht, im Mai 2020."
    found = find_timexes(text, published=None, language="de")
    assert {timex.text for timex in found if timex.days} == {"Mai 2020"}


def test_a_full_stop_inside_a_date_does_not_end_the_sentence():
    text = "Der Angriff begann am 7. Oktober und dauert an."
    (found,) = find_timexes(text, published=PUBLISHED, language="de")
    assert (found.value, found.why) == (
        "2024-10-07",
        "published Friday 7 February, past tense",
    )


def test_a_publication_day_that_is_text_is_refused():
    with pytest.raises(TypeError, match="fromisoformat"):
        find_timexes("Am Freitag.", published="2025-02-07", language="de")


def test_without_blocks_lines_are_paragraphs():
    lines = "Es begann am 7.\nFebruar brannte es."
    found = find_timexes(lines, published=PUBLISHED, language="de")
    assert [timex.text for timex in found] == []
    wrapped = "Es begann am 7.\nFebruar und dauerte.\n\nDann kam die Nacht."
    found = find_timexes(wrapped, published=PUBLISHED, language="de")
    assert [timex.text for timex in found] == ["7.\nFebruar"]


PIECES = """am im vom bis der Nacht auf Freitag 7. Februar 2025 letzten vor drei Tagen
heute wird sagte jeudi le 1er mars dernier el de enero у ніч на п'ятницю 7 лютого 2025
року в прошлую среду , . „ “ « » ' 1.076 07.02.2025 7.2. - – Tag день"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80),
    st.dates() | st.none(),
    st.sampled_from([*CODES, None]),
)
def test_offsets_round_trip_and_nothing_raises(text, published, code):
    found = find_timexes(text, published=published, language=code)
    assert all(timex.text == timex.span.cut(text) != "" for timex in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for each in CODES:
        for candidate in propose_phrases(each, text, whole(text)):
            assert 0 <= candidate.start < candidate.end <= len(text)
        told = read_telling(read_language(each), text, whole(text))
        assert told.tense in {"past", "present", "future", ""}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("piece", ["1/", "7. ", "am ", "« у ніч з ", "в ночь ", "de "])
def test_hostile_text_takes_linear_time(code, piece):
    def took(times):
        text = piece * times
        begun = time.perf_counter()
        find_timexes(text, published=PUBLISHED, language=code)
        return time.perf_counter() - begun

    took(200)
    assert took(16_000) < 20 * max(took(2_000), 0.005)
