"""The section of key figures: groups, rows, and what verify holds them to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefing.compose.sections.figures import stretch_of
from briefing.model.ledger import Earlier
from briefing.model.span import DateRange
from briefing.render import load_style, render
from briefing.verify import verify_issue
from briefing.verify.record import check_record
from briefing.verify.text import check_manuscript
from tests.sample_briefing import FIGURES, SECTIONS, sample_briefing

STYLES = ("roundup", "note", "sitrep", "assessment")
TABLES, STRIPS = ("roundup", "assessment"), ("note", "sitrep")
WEEK = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))


def run(first, last):
    return DateRange.through(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("counted", "stretch"),
    [
        (None, "open"),
        (run("2024-08-06", "2025-02-06"), "since"),
        (run("2024-08-06", "2025-01-31"), "before"),
        (run("2025-02-01", "2025-02-02"), "before"),
        (run("2025-02-01", "2025-02-04"), "during"),
        (run("2025-02-04", "2025-02-04"), "during"),
        (run("2025-02-03", "2025-02-07"), "during"),
    ],
)
def test_a_period_lies_to_the_issue_in_one_of_four_ways(counted, stretch):
    assert stretch_of(counted, WEEK) == stretch


def issue(style="roundup", figures=FIGURES, **more):
    """Give manuscript and record of the sample with these figures."""
    briefing = sample_briefing(figures=figures, **more)
    made = render(briefing, load_style(style), formats=("md", "json"))
    text = made.files["md"].decode()
    return text, json.loads(made.files["json"], parse_float=Decimal)


def changed(name, **more):
    """Give the sample's figures with one of them changed."""
    return tuple(replace(f, **more) if f.id == name else f for f in FIGURES)


def rows(text):
    table = text.partition("\n| As reported")[2].partition("\n## ")[0]
    table = f"| As reported{table}"
    lines = [line for line in table.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.split(" | ")] for line in lines[2:]]
    return [" | ".join(cells[:3]).strip("| ") for cells in cells]


@pytest.mark.parametrize("style", TABLES)
def test_figures_stand_in_groups_by_topic_and_period(style):
    titles = [
        row for row in rows(issue(style)[0]) if row.endswith("**") and " | " not in row
    ]
    assert titles == [
        "**In every issue**",
        "**Kursk since 6 August 2024**",
        "**Kursk this week**",
        "**Kursk**",
        "**Strikes on Ukraine this week**",
    ]


@pytest.mark.parametrize("style", TABLES)
def test_a_row_says_where_and_when_but_what_its_title_says(style):
    told = rows(issue(style)[0])
    assert any("Ukrainian soldiers killed or wounded |" in row for row in told)
    assert any("civilians killed *Izium, 4\u00a0Feb*" in row for row in told)
    assert any("\\[place not stated\\], 6–7\u00a0Feb*" in row for row in told)
    assert any("\\[place not stated\\], “in one day”*" in row for row in told)


def test_what_states_neither_place_nor_period_says_so():
    text, _ = issue(figures=changed("f9", period=None))
    assert r"*\[place and period not stated\]*" in text


def test_a_pinned_figure_stands_first_under_the_label_of_the_config():
    told = rows(issue()[0])
    assert told[1].startswith(
        "**909** was some 870 in issue\u00a01 | Russian troops cap"
    )


def test_a_figure_that_is_unchanged_says_nothing_of_before():
    same = (Earlier("2025-01-31", 1, "909", Decimal(909)),)
    assert " was " not in rows(issue(figures=changed("f3", was=same))[0])[1]


def test_what_is_taken_back_has_a_group_of_its_own():
    was = (Earlier("2025-01-31", None, "61,000", Decimal(61000), withdrawn=True),)
    told = rows(issue(figures=changed("f5", was=was, status="revised"))[0])
    at = told.index("**Taken back**")
    assert told[at + 1].startswith(
        "**57,000** was 61,000 in the issue of\u00a031\u00a0Jan, taken back since"
    )


def test_a_doubt_stands_in_the_words_of_its_article():
    assert "*one side’s claim* “could not be checked”" in issue()[0]
    for style in STYLES:
        assert "“could not be checked”" in issue(style)[0]


def test_civilians_and_the_military_are_parted_where_there_are_both():
    figures = changed("f4", people="civilian")
    figures = tuple(
        replace(f, period_first=date(2025, 2, 5), period_last=date(2025, 2, 5))
        if f.id == "f9"
        else f
        for f in figures
    )
    text, record = issue(figures=figures)
    assert "**Kursk this week: civilians**" in text
    assert "**Kursk this week: military**" in text
    assert check_manuscript(text, record, "issue.md")[0] == ()


def test_totals_that_begin_a_few_days_apart_share_a_group():
    text, record = issue(figures=changed("f5", period_first=date(2024, 8, 7)))
    told = rows(text)
    at = told.index("**Kursk since 6 August 2024**")
    assert told[at + 2].startswith("**57,000**")
    assert "killed or wounded *since 7 August 2024*" in told[at + 2]
    assert check_manuscript(text, record, "issue.md")[0] == ()
    text, record = issue(figures=changed("f5", period_first=date(2024, 8, 16)))
    assert "**Kursk since 16 August 2024**" in rows(text)
    assert check_manuscript(text, record, "issue.md")[0] == ()


def test_another_number_names_who_gives_it():
    claims = FIGURES[3].claims
    second = replace(
        claims[0],
        value=Decimal(16100),
        text="16,100",
        attribution="Kyiv",
        attribution_name=None,
        citation=22,
    )
    figures = changed("f5", claims=(claims[0], second), status="contested", origins=2)
    row = next(row for row in rows(issue(figures=figures)[0]) if "57,000" in row)
    assert "also given as **16,100** by Kyiv [22]" in row
    assert row.endswith("Russian Defence Ministry")


@pytest.mark.parametrize("style", STYLES)
def test_a_made_section_has_no_fault(style, tmp_path):
    text, record = issue(style)
    briefing = sample_briefing()
    record["edition"]["style"] = style
    assert check_manuscript(text, record, "issue.md")[0] == ()
    assert {s.type for s in briefing.sections} == {s.type for s in SECTIONS}


CHANGES = [
    ("was some 870", "was some 880"),
    ("was some 870 in", "of some 870 in"),
    ("issue\u00a01 |", "issue\u00a02 |"),
    ("Russian troops captured in Kursk *", "Russian troops captured *"),
    ("since 6 August 2024*", "since 8 August 2024*"),
    ("**Kursk since 6 August 2024**", "**Kursk since 9 August 2024**"),
    ("**Kursk this week**", "**Kursk this month**"),
    ("**Strikes on Ukraine this week**", "**Strikes on Russia this week**"),
    ("**In every issue**", "**Beyond doubt**"),
    ("*Izium, 4\u00a0Feb*", "*Izium, 5\u00a0Feb*"),
    ("*Izium, 4\u00a0Feb*", "*Kyiv, 4\u00a0Feb*"),
    ("*\\[place not stated\\], “in one day”*", "*“in one day”*"),
    ("“in one day”", "“in two days”"),
    ("6–7\u00a0Feb", "6–8\u00a0Feb"),
    ("“could not be checked”", "“was checked”"),
    (" “could not be checked”", ""),
]


@pytest.mark.parametrize("style", TABLES)
@pytest.mark.parametrize(("find", "put"), CHANGES)
def test_a_change_to_the_section_is_told_with_its_line(find, put, style):
    text, record = issue(style)
    record["edition"]["style"] = style
    assert find in text
    new = text.replace(find, put, 1)
    line = text.count("\n", 0, text.index(find)) + 1
    assert line in {
        fault.line for fault in check_manuscript(new, record, "issue.md")[0]
    }


@pytest.mark.parametrize(
    ("find", "put"),
    [
        ("was some 870", "was some 880"),
        ("Kursk; since 6", "Kursk; since 8"),
        ("“could not be checked”", "“is certain”"),
        ("issue\u00a01", "issue\u00a04"),
        ("Izium, 4", "Izium, 5"),
    ],
)
@pytest.mark.parametrize("style", STRIPS)
def test_a_change_to_the_strip_is_told_with_its_line(find, put, style):
    text, record = issue(style)
    record["edition"]["style"] = style
    find = find if find in text else find.replace("Kursk; since", "since")
    put = put.replace("Kursk; since", "since")
    assert find in text
    faults = check_manuscript(text.replace(find, put, 1), record, "issue.md")[0]
    assert text.count("\n", 0, text.index(find)) + 1 in {f.line for f in faults}


def test_a_number_that_was_is_held_to_the_record_in_any_style():
    text, record = issue()
    record["edition"]["style"] = "nowhere"
    assert check_manuscript(text, record, "issue.md")[0] == ()
    new = text.replace("was some 870", "was some 880", 1)
    assert check_manuscript(new, record, "issue.md")[0]


@pytest.mark.parametrize(
    ("figure", "keys", "says"),
    [
        ("f3", {"people": "horses"}, "has no people 'horses'"),
        ("f3", {"scope": "some"}, "has no scope 'some'"),
        ("f3", {"period_first": "2025-03-01"}, "ends before it begins"),
        ("f3", {"period_last": None}, "not both"),
        ("f9", {"period": "in two days"}, "are no words of its articles"),
        (
            "f3",
            {
                "was": [
                    {"issue": "2025-01-31", "number": 1, "text": "870", "value": 871}
                ]
            },
            "was 871, and '870' is not that",
        ),
        (
            "f3",
            {
                "was": [
                    {"issue": "2025-01-31", "number": 1, "text": "870", "value": 870}
                ]
            },
            "is told as taken back",
        ),
    ],
)
def test_a_detail_that_does_not_fit_is_told(figure, keys, says):
    _, record = issue()
    told = next(each for each in record["figures"] if each["id"] == figure)
    told |= keys
    for each in told["was"]:
        each.setdefault("withdrawn", "is told" in says)
    texts = {
        article["id"]: " ".join(
            c["quote"] for c in record["citations"] if c["article"] == article["id"]
        )
        for article in record["articles"]
    }
    raw = json.dumps(record, default=float)
    faults = check_record(record, raw, "issue.json", texts=texts)
    assert any(says in fault.what for fault in faults), [f.what for f in faults]


def test_a_doubt_that_nobody_wrote_is_told():
    _, record = issue()
    figure = next(each for each in record["figures"] if each["id"] == "f9")
    figure["claims"][0]["doubt"] = "was never seen"
    texts = {"north": " ".join(c["quote"] for c in record["citations"])}
    faults = check_record(record, json.dumps(record, default=float), "x", texts=texts)
    assert any("the doubt 'was never seen'" in fault.what for fault in faults)


@pytest.mark.parametrize("style", STYLES)
def test_the_sample_verifies_as_files(tmp_path, style):
    edition = replace(sample_briefing().edition, style=style)
    briefing = sample_briefing(edition=edition)
    made = render(briefing, load_style(style), formats=("md", "json"))
    for name, contents in made.files.items():
        (tmp_path / f"issue.{name}").write_bytes(contents)
    assert verify_issue(tmp_path / "issue.md", texts=None).faults == ()
