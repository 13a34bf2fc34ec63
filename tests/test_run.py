"""`briefing run`: what is due is made, oldest first, and nothing is lost or doubled."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.cli import main, run
from briefing.errors import NotMadeError, TooLittleError
from briefing.model.problem import Problem
from briefing.pipeline import sources


class Outcome:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def cli(capsys):
    """Run a command line in the present folder."""

    def call(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


CONFIG = """\
desk: {timezone: Europe/Kyiv}
topics: {kursk: [Kursk]}
editions:
  weekly: {every: saturday 06:00, covers: monday to friday, first: 2025-01-31}
  note: {every: daily 06:00, covers: yesterday}
  once: {covers: 2024-08-06 to 2025-02-07}
"""
DRY = """\
desk: {timezone: Europe/Kyiv}
topics: {kursk: [Kursk]}
editions:
  weekly: {every: saturday 06:00, covers: monday to friday, first: 2025-01-31,
           formats: [md]}
"""
SATURDAY = ("--as-of", "2025-02-15T06:00")


@pytest.fixture
def quick(tmp_path, monkeypatch):
    """A desk whose issues are made of nothing; gives the days on which that fails."""
    (tmp_path / "briefing.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    failing = {}

    def make(desk, edition, slot, **_):
        issue = slot.window.last.isoformat()
        if issue in failing:
            raise failing[issue]
        return SimpleNamespace(
            briefing=SimpleNamespace(
                edition=SimpleNamespace(id=edition.id),
                issue=SimpleNamespace(id=issue),
                illustrations=(),
            ),
            files={"md": f"# {slot.number}, {slot.as_of}".encode()},
            problems=(Problem("a.txt", "is empty"),) if slot.number == 1 else (),
        )

    monkeypatch.setattr(run, "make_issue", make)
    return failing


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A new desk with the sample articles."""
    folder = tmp_path / "desk"
    assert main(["init", str(folder)]) == 0
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def dry(tmp_path, monkeypatch):
    """A desk of a weekly edition that needs one article, and has none."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("briefing.yaml").write_text(DRY)
    return tmp_path


def add_article(day, name="shell"):
    text = (
        "Shells hit a large fuel depot near Kursk, Russian officials said.\n\n"
        "Two workers of a depot were killed in Kursk, Russian officials said.\n\n"
        "Nobody could say at first how long the fires would burn.\n"
    )
    front = f"---\ntitle: A depot burns\npublished: {day}\n---\n\n"
    Path(f"seeds/{name}.md").write_text(front + text)


def made_issues(edition="weekly"):
    return sorted(path.parent.name for path in Path("reports", edition).rglob("*.md"))


def test_run_makes_what_is_due_and_missing_oldest_first(cli, quick):
    done = cli("run", "--due", *SATURDAY)
    assert done.code == 0
    assert done.out.splitlines() == [
        "reports/weekly/2025-01-31/weekly-2025-01-31.md",
        "reports/weekly/2025-02-07/weekly-2025-02-07.md",
        "reports/weekly/2025-02-14/weekly-2025-02-14.md",
        "reports/note/2025-02-14/note-2025-02-14.md",
    ]
    assert done.err == "1 problem:\n  a.txt: is empty\n"


def test_run_twice_makes_nothing_and_says_nothing(cli, quick):
    cli("run", *SATURDAY)
    again = cli("run", *SATURDAY)
    assert (again.code, again.out, again.err) == (0, "", "")


def test_run_before_the_hour_makes_nothing(cli, quick):
    done = cli("run", "weekly", "--as-of", "2025-02-01T05:59")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_run_makes_only_the_editions_named(cli, quick):
    cli("run", "note", *SATURDAY)
    assert made_issues("note") == ["2025-02-14"]
    assert made_issues() == []


def test_run_makes_a_missing_issue_again(cli, quick):
    cli("run", "weekly", *SATURDAY)
    before = {path: path.read_bytes() for path in Path("reports").rglob("*.md")}
    shutil.rmtree("reports/weekly/2025-02-07")
    assert len(cli("run", "weekly", *SATURDAY).out.splitlines()) == 1
    assert before == {path: path.read_bytes() for path in Path("reports").rglob("*.md")}


def test_an_issue_made_late_is_the_one_made_in_time(cli, quick, tmp_path):
    for name, as_of in (("early", "2025-02-08T06:00"), ("late", "2025-06-08T06:00")):
        cli("run", "weekly", "--as-of", as_of, "--out", tmp_path / name)
    issue = "weekly/2025-02-07/weekly-2025-02-07.md"
    early, late = (tmp_path / name / issue for name in ("early", "late"))
    assert early.read_bytes() == late.read_bytes()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotMadeError("too few articles"), "weekly 2025-02-07: too few articles"),
        (ZeroDivisionError("odd"), "weekly 2025-02-07: ZeroDivisionError: odd"),
    ],
)
def test_an_issue_that_fails_does_not_cost_the_next(error, words, cli, quick):
    quick["2025-02-07"] = error
    done = cli("run", "weekly", *SATURDAY)
    assert done.code == 1
    assert words in done.err
    assert made_issues() == ["2025-01-31", "2025-02-14"]
    quick.clear()
    assert cli("run", "weekly", *SATURDAY).code == 0
    assert made_issues() == ["2025-01-31", "2025-02-07", "2025-02-14"]


def test_each_run_is_noted(cli, quick):
    quick["2025-02-07"] = NotMadeError("too few articles")
    cli("run", "weekly", *SATURDAY)
    lines = Path(".briefing/runs.jsonl").read_text("utf-8").splitlines()
    first, second, third = (json.loads(line) for line in lines)
    assert (first["issue"], first["exit"]) == ("2025-01-31", 0)
    assert first["files"] == ["weekly-2025-01-31.md"]
    assert first["problems"] == ["a.txt: is empty"]
    assert (second["exit"], second["error"]) == (1, "too few articles")
    assert third["exit"] == 0


def test_an_edition_that_is_never_due(cli, quick):
    done = cli("run", "once")
    assert done.code == 2
    assert "edition 'once' is never due" in done.err


def test_two_runs_at_once_make_each_issue_once(sample):
    config = Path("config/briefing.yaml")
    text = config.read_text().replace(
        "  style: note", "  formats: [md]\n    style: note"
    )
    config.write_text(text)
    command = [sys.executable, "-m", "briefing", "run", "daily-note"]
    runs = [
        subprocess.Popen(
            [*command, "--as-of", "2025-02-08T06:00"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(2)
    ]
    lines = [line for each in runs for line in each.communicate()[0].splitlines()]
    assert lines == ["reports/daily-note/2025-02-07/daily-note-2025-02-07.md"]


# --- issues that lack articles -----------------------------------------------


def test_what_lacks_articles_is_told_once_a_line_an_issue(cli, dry):
    done = cli("run", *SATURDAY)
    assert done.code == 1
    lines = done.err.splitlines()
    assert lines[:4] == [
        "3 issues not made, for lack of articles:",
        "  weekly 2025-01-31: 0 of 1 article",
        "  weekly 2025-02-07: 0 of 1 article",
        "  weekly 2025-02-14: 0 of 1 article",
    ]
    assert len(lines) == 5
    again = cli("run", *SATURDAY)
    assert (again.code, again.out, again.err) == (0, "", "")


def test_a_single_one_is_told_in_full(cli, dry):
    done = cli("run", "--as-of", "2025-02-01T06:00")
    assert "weekly, 2025-01-27 to 2025-01-31: not made\n" in done.err
    assert "  asked for: at least 1 article and 1 item" in done.err
    assert "  found: 0 articles published after 2025-01-24 23:59" in done.err


def test_what_is_not_tried_again_is_not_even_read(cli, dry, monkeypatch):
    cli("run", *SATURDAY)

    def fail(*_, **__):
        raise AssertionError

    monkeypatch.setattr(run, "read_sources", fail)
    done = cli("run", "-v", *SATURDAY)
    assert done.code == 0
    assert done.err == (
        "3 issues still lack articles; briefing run --retry tries again\n"
    )


def test_retry_tries_and_tells_again(cli, dry):
    first = cli("run", *SATURDAY)
    again = cli("run", "--retry", *SATURDAY)
    assert (again.code, again.err) == (first.code, first.err)


def test_articles_that_come_late_have_their_issues_made_oldest_first(cli, dry):
    cli("run", *SATURDAY)
    add_article("2025-02-13", "late")
    add_article("2025-01-29", "later")
    done = cli("run", *SATURDAY)
    assert done.code == 0
    assert "lack" not in done.err
    assert [Path(line).parent.name for line in done.out.splitlines()] == [
        "2025-01-31",
        "2025-02-14",
    ]
    add_article("2025-02-05", "latest")
    done = cli("run", *SATURDAY)
    assert done.out.splitlines() == ["reports/weekly/2025-02-07/weekly-2025-02-07.md"]
    assert cli("run", "-v", *SATURDAY).err == ""


def test_other_news_of_a_shortfall_is_told(cli, dry):
    config = Path("briefing.yaml")
    config.write_text(DRY.replace("formats:", "require: {articles: 2}, formats:"))
    cli("run", *SATURDAY)
    add_article("2025-02-05")
    done = cli("run", *SATURDAY)
    assert done.code == 1
    assert "found: 1 article published" in done.err
    assert "2025-02-14" not in done.err


def test_a_change_of_the_config_has_issues_tried_again(cli, dry):
    add_article("2025-02-05")
    config = Path("briefing.yaml")
    config.write_text(DRY.replace("[Kursk]", "[Sumy]"))
    assert cli("run", *SATURDAY).out == ""
    config.write_text(DRY)
    done = cli("run", *SATURDAY)
    assert done.out.splitlines() == ["reports/weekly/2025-02-07/weekly-2025-02-07.md"]


def test_a_sidecar_counts_as_a_change(cli, dry):
    Path("seeds/depot.txt").write_text("Shells hit a depot near Kursk on Tuesday.\n")
    done = cli("run", "--as-of", "2025-02-08T06:00")
    assert "no publication day is stated" in done.err
    Path("seeds/articles.yaml").write_text("depot.txt: {published: 2025-02-05}\n")
    assert "2025-02-07" in cli("run", "--as-of", "2025-02-08T06:00").out


def test_a_lost_memory_only_costs_a_second_telling(cli, dry):
    first = cli("run", *SATURDAY)
    Path(".briefing/unmade.json").write_text("{")
    assert cli("run", *SATURDAY).err == first.err


def test_other_failures_are_told_every_time(cli, quick):
    quick["2025-02-07"] = NotMadeError("the disk is full")
    assert [cli("run", "weekly", *SATURDAY).code for _ in range(2)] == [1, 1]


def test_editions_that_were_not_asked_for_stay_remembered(cli, quick):
    short = TooLittleError("too little", lacks="0 of 1 article", details=())
    quick.update(dict.fromkeys(("2025-02-07", "2025-02-14"), short))
    cli("run", "weekly", *SATURDAY)
    assert cli("run", "note", *SATURDAY).code == 1
    assert cli("run", *SATURDAY).code == 0


def test_sources_are_read_and_articles_annotated_once_a_run(cli, sample, monkeypatch):
    config = Path("config/briefing.yaml")
    text = config.read_text().replace("    style: ", "    formats: [md]\n    style: ")
    config.write_text(text)
    read, annotated = [], []
    read_articles, annotate = sources.read_articles, sources.annotate

    def reading(paths, **options):
        read.append(paths)
        return read_articles(paths, **options)

    def annotating(article, **options):
        annotated.append(article.id)
        return annotate(article, **options)

    monkeypatch.setattr(sources, "read_articles", reading)
    monkeypatch.setattr(sources, "annotate", annotating)
    done = cli("run", *SATURDAY)
    assert len(done.out.splitlines()) > 2
    assert len(read) == 1
    assert len(annotated) == len(set(annotated)) > 10


def test_run_never_touches_an_issue_that_is_there(cli, quick):
    folder = Path("reports/weekly/2025-02-07")
    folder.mkdir(parents=True)
    (folder / "weekly-2025-02-07.pdf").write_bytes(b"signed")
    config = Path("briefing.yaml")
    config.write_text(CONFIG.replace("covers: mon", "formats: [md], covers: mon"))
    cli("run", "weekly", *SATURDAY)
    assert [path.name for path in folder.iterdir()] == ["weekly-2025-02-07.pdf"]
    assert made_issues() == ["2025-01-31", "2025-02-14"]


def test_a_problem_of_a_source_is_told_once_a_run(cli, dry):
    for day in ("2025-02-05", "2025-02-12"):
        add_article(day, day)
    Path("seeds/empty.txt").write_text("")
    done = cli("run", *SATURDAY)
    assert len(done.out.splitlines()) == 2
    assert done.err.count("empty.txt") == 2  # once as a problem, once as a detail
