"""`briefing figures`: the ledger as a table, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from briefing.cli import main
from briefing.cli.figure_rows import COLUMNS, to_csv, to_json
from briefing.cli.figure_table import WIDTH, to_table
from tests.sample_briefing import CITATIONS, FIGURES, sample_briefing

WEEK = ("--days", "1076-1080")


@pytest.fixture
def run(desk, capsysbinary):
    """Run the command on the project's own desk; give code, output and messages."""

    def call(*arguments):
        capsysbinary.readouterr()
        code = main(["figures", *arguments])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def records(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_fits_a_terminal_and_says_what_is_not_stated(run):
    code, out, err = run(*WEEK)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= WIDTH
    assert "Kursk\n=====\n" in out
    assert "[not stated]" in out
    assert "[nobody named]" in out


def test_one_topic_gives_only_its_figures(run):
    code, out, _ = run(*WEEK, "--topic", "kursk", "--format", "json")
    assert code == 0
    assert {figure["topic"] for figure in json.loads(out)} == {"kursk"}


def test_json_has_each_claim_with_the_words_that_it_cites(run, desk):
    code, out, _ = run(*WEEK, "--format", "json")
    assert code == 0
    for figure in json.loads(out):
        for claim in figure["claims"]:
            assert claim["text"] in " ".join(claim["quote"].split())
            assert claim["start"] < claim["end"]
            if claim["path"].endswith(".txt"):
                text = (desk / "seeds" / claim["path"]).read_text("utf-8")
                assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_csv_has_a_row_a_claim_and_agrees_with_the_json(run):
    _, out, _ = run(*WEEK, "--format", "csv")
    _, told, _ = run(*WEEK, "--format", "json")
    rows = records(out)
    assert out.startswith(",".join(COLUMNS) + "\r\n")
    assert len(rows) == sum(len(figure["claims"]) for figure in json.loads(told))
    assert {row["figure"] for row in rows} == {f["id"] for f in json.loads(told)}


def test_days_may_be_named_without_a_slot(run):
    code, out, _ = run("--from", "2025-02-05", "--to", "2025-02-06", "--format", "csv")
    assert code == 0
    assert records(out)


def test_without_days_it_is_the_last_issues(run):
    late = ("--as-of", "2025-02-09T06:00", "--format", "csv")
    assert run(*late)[1] == run(*WEEK, "--format", "csv")[1]


def test_no_article_of_the_period_is_told(run):
    code, out, err = run("--date", "2030-01-01")
    assert (code, out) == (1, "")
    assert "no article was published for 2030-01-01" in err
    assert "widen the period" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--topic", "kusk"), "did you mean 'kursk'"),
        (("--format", "xml"), "xml"),
        (("weekyl",), "no edition 'weekyl'"),
        (("--from", "2025-02-03"), "need each other"),
        (("--config", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_a_wrong_command_line_is_told(arguments, says, run):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_word_of_an_article_is_run_as_a_formula(sign):
    evil = f'{sign}HYPERLINK("x")'
    claims = (replace(FIGURES[0].claims[0], text=evil, attribution=evil, doubt=evil),)
    figure = replace(FIGURES[0], label=evil, what=evil, period=evil, claims=claims)
    citations = tuple(
        replace(each, quote=evil) if each.number == claims[0].citation else each
        for each in CITATIONS
    )
    (row,) = records(to_csv(sample_briefing(figures=(figure,), citations=citations)))
    for key in ("label", "what", "period", "text", "attribution", "doubt", "quote"):
        assert row[key] == f"'{evil}"
    assert row["comparator"] == "~"
    assert row["value"] == "40000"


def test_a_row_says_what_the_figure_was():
    told = {row["figure"]: row for row in records(to_csv(sample_briefing()))}
    assert (told["f3"]["was"], told["f3"]["was_issue"]) == ("some 870", "2025-01-31")
    assert told["f3"]["pin"] == "Russian troops captured in Kursk"
    assert told["f1"]["period_first"] == "2024-08-06"
    assert told["f9"]["doubt"] == "could not be checked"


def test_signs_that_a_terminal_would_obey_are_not_written():
    label = "boats \x1b[31m\u202esunk " + "very " * 60
    figure = replace(FIGURES[2], label=label, pin=None, topic="kursk")
    table = to_table(sample_briefing(figures=(figure,)), {"kursk": "Kursk"})
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert max(map(len, table.splitlines())) <= WIDTH
    assert "was some 870 in issue 1" in table


def test_json_of_an_empty_ledger_is_an_empty_list():
    assert json.loads(to_json(sample_briefing(figures=()))) == []
    assert records(to_csv(sample_briefing(figures=()))) == []
