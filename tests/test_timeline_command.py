"""`briefing timeline` on the project's own desk."""

from __future__ import annotations

import json

import pytest

from briefing.cli import main
from briefing.cli.timeline_list import WIDTH


@pytest.fixture
def run(desk, capsysbinary):
    """Run the command on the project's own desk; give code, output and messages."""

    def call(*arguments):
        capsysbinary.readouterr()
        code = main(["timeline", *arguments])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


WEEK = ("--from", "2025-02-03", "--to", "2025-02-07")


def test_the_list_names_day_publisher_article_and_paragraph(run):
    code, out, err = run("kursk", *WEEK)
    assert (code, err) == (0, "")
    assert "Thu 2025-02-06" in out
    assert ", paragraph " in out
    assert out.splitlines()[-1].endswith("articles")


def test_the_list_fits_a_terminal(run):
    _, out, _ = run(*WEEK)
    cited = [line for line in out.splitlines() if not line.startswith("    [")]
    assert max(map(len, cited)) <= WIDTH


def test_json_cites_as_an_issue_does(run, desk):
    code, out, _ = run("kursk", *WEEK, "--days", "2", "--sentences", "1", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["topic"], found["from"], found["to"]) == ("kursk", *WEEK[1::2])
    assert len(found["days"]) == 2
    for day in found["days"]:
        (sentence,) = day["sentences"]
        citation = found["citations"][sentence["citation"] - 1]
        assert {"number", "article", "start", "end", "quote", "sha256"} <= set(citation)
        assert citation["article"] in {one["id"] for one in found["articles"]}


def test_an_unknown_topic_is_told_with_the_nearest(run):
    code, out, err = run("kursc", *WEEK)
    assert (code, out) == (2, "")
    assert "did you mean 'kursk'?" in err


def test_a_span_of_which_nobody_tells_makes_nothing(run):
    code, out, err = run("--from", "1931-01-01", "--to", "1931-01-31")
    assert (code, out) == (1, "")
    assert "widen the span" in err


def test_days_that_are_none_are_refused(run):
    code, _, err = run("--from", "2025-02-30", "--to", "2025-03-02")
    assert code == 2
    assert "2025-02-30" in err


def test_what_was_published_after_as_of_is_not_told(run):
    def latest(*more):
        found = json.loads(run(*WEEK, "--json", *more)[1])
        return max(article["published"][:10] for article in found["articles"])

    assert latest() > "2025-02-05"
    assert latest("--as-of", "2025-02-05") == "2025-02-05"
