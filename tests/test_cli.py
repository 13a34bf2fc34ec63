"""Each command, run as a user runs it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing.cli import build, group, main
from briefing.cli.group import COMMANDS, briefing
from briefing.cli.reasons import explain_citation
from briefing.cli.schema import CONTRACTS, schema_of
from briefing.errors import NotMadeError

ROOT = Path(__file__).parents[1]
ISSUE = "reports/ukraine-weekly/2025-02-07/ukraine-weekly-2025-02-07"
WEEK = ("--days", "1076-1080")


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


@pytest.fixture(scope="session")
def built_desk(tmp_path_factory):
    """A desk with one issue, made once."""
    folder = tmp_path_factory.mktemp("cli") / "desk"
    assert main(["init", str(folder)]) == 0
    config = folder / "config" / "briefing.yaml"
    formats = ["--formats", "md,json", "--config", str(config)]
    assert main(["build", *WEEK, *formats]) == 0
    return folder


@pytest.fixture
def desk(built_desk, tmp_path, monkeypatch):
    """A copy of that desk, to work in."""
    folder = tmp_path / "desk"
    shutil.copytree(built_desk, folder)
    monkeypatch.chdir(folder)
    return folder


def read_json(path):
    return json.loads(Path(path).read_text("utf-8"))


# --- the group ---------------------------------------------------------------


def test_help_lists_every_command_without_loading_one():
    code = (
        "import sys; from briefing.cli import main; code = main(['--help']);"
        "loaded = [m for m in ('pydantic', 'jinja2', 'yaml', 'briefing.cli.build')"
        " if m in sys.modules]; sys.exit(code or len(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    for name in COMMANDS:
        assert f"  {name} " in done.stdout


def test_every_module_of_a_command_is_in_the_table():
    folder = Path(group.__file__).parent
    modules = {
        path.stem
        for path in folder.glob("*.py")
        if "\ncommand" in path.read_text() or "def command(" in path.read_text()
    }
    assert modules == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_shows_examples(name, cli):
    done = cli(name, "--help")
    assert done.code == 0
    command = briefing.get_command(click.Context(briefing), name)
    if isinstance(command, click.Group):
        done.out += "".join(cli(name, each, "--help").out for each in command.commands)
    assert f"  briefing {name}" in done.out


def test_no_command_is_a_wrong_command_line(cli):
    assert cli("biuld").code == 2
    assert cli("build", "--unknown").code == 2


def test_the_version_is_told(cli):
    assert cli("--version").out.startswith("briefing, version 0.")


def test_python_m_briefing_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "schema", "names"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["title"] == "NamesConfig"


def test_a_closed_pipe_is_no_fault():
    done = subprocess.run(
        f"{sys.executable} -m briefing schema briefing | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_an_interrupt_ends_quietly(cli, desk, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "make_issue", interrupt)
    done = cli("build", *WEEK)
    assert done.code == 130
    assert done.err.strip() == "briefing: interrupted"


# --- init --------------------------------------------------------------------


def test_init_makes_a_desk_that_builds(built_desk):
    assert (built_desk / "config" / "briefing.yaml").is_file()
    assert (built_desk / "seeds" / "articles.yaml").is_file()
    assert (built_desk / "templates" / "README.md").is_file()
    assert (built_desk / f"{ISSUE}.md").is_file()


def test_init_refuses_a_folder_with_something_in_it(cli, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    done = cli("init", tmp_path)
    assert done.code == 2
    assert "is not empty" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_init_never_writes_over_a_file(cli, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "briefing.yaml").write_text("# mine\n")
    done = cli("init", tmp_path, "--force")
    assert done.code == 0
    assert "kept " in done.err
    assert (tmp_path / "config" / "briefing.yaml").read_text() == "# mine\n"
    assert (tmp_path / "config" / "names.yaml").is_file()


def test_init_in_the_place_of_a_file(cli, tmp_path):
    (tmp_path / "desk").write_text("")
    assert cli("init", tmp_path / "desk").code == 2


# --- build -------------------------------------------------------------------


def test_build_prints_the_paths_that_it_wrote(cli, desk):
    done = cli("build", "ukraine-weekly", *WEEK, "--formats", "json,md")
    assert done.code == 0
    assert done.out.splitlines() == [f"{ISSUE}.md", f"{ISSUE}.json"]


def test_build_makes_the_first_edition_and_the_last_window(cli, desk):
    done = cli("build", "--as-of", "2025-02-08T05:00", "--formats", "json")
    assert done.out.splitlines() == [f"{ISSUE}.json"]
    issue = read_json(f"{ISSUE}.json")["issue"]
    assert (issue["number"], issue["from"], issue["to"]) == (
        2,
        "2025-02-03",
        "2025-02-07",
    )
    assert issue["as_of"] == "2025-02-08T05:00:00+02:00"


@pytest.mark.parametrize(
    ("options", "first", "last"),
    [
        (["--date", "2025-02-06"], "2025-02-06", "2025-02-06"),
        (["--from", "2025-02-03", "--to", "2025-02-07"], "2025-02-03", "2025-02-07"),
        (["--week", "2025-W06"], "2025-02-03", "2025-02-09"),
        (["--days", "1076-1080"], "2025-02-03", "2025-02-07"),
        (["--last", "7d", "--as-of", "2025-02-07"], "2025-02-01", "2025-02-07"),
        (
            ["--period", "last-week", "--as-of", "2025-02-12"],
            "2025-02-03",
            "2025-02-09",
        ),
        (
            ["--period", "yesterday", "--as-of", "2025-02-07"],
            "2025-02-06",
            "2025-02-06",
        ),
        (["--period", "2025-02"], "2025-02-01", "2025-02-28"),
    ],
)
def test_each_kind_of_period(options, first, last, cli, desk):
    seen = []

    def look(desk, edition, slot, **_):
        seen.append(slot.window)
        raise NotMadeError("seen")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "make_issue", look)
        assert cli("build", *options).code == 1
    assert (seen[0].first.isoformat(), seen[0].last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--date", "2025-02-06", "--week", "2025-W06"], "--date and --week cannot"),
        (["--from", "2025-02-06"], "--from and --to need each other"),
        (["--to", "2025-02-06"], "--from and --to need each other"),
        (["--from", "2025-02-06", "--last", "7d"], "cannot stand together"),
        (["--date", "2025-02-30"], "is not in the calendar"),
        (["--period", "yesterdy"], "did you mean 'yesterday'?"),
        (["--as-of", "noon"], "--as-of: 'noon' is no moment"),
        (["--formats", "md,pfd"], "did you mean 'pdf'?"),
        (["--formats", ","], "name at least one of"),
        (["--articles", "nowhere"], "'nowhere' does not exist"),
        (["--topic", "kurks"], "did you mean 'kursk'?"),
        (["--style", "roundap"], "did you mean 'roundup'?"),
        (["--config", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["ukraine-weakly"], "did you mean 'ukraine-weekly'?"),
    ],
)
def test_a_wrong_command_line_is_told_and_makes_nothing(options, message, cli, desk):
    shutil.rmtree("reports")
    done = cli("build", *options)
    assert done.code == 2
    assert message in done.err
    assert "Traceback" not in done.err
    assert not Path("reports").exists()


def test_a_wrong_config_is_told_with_its_place(cli, desk):
    config = Path("config/briefing.yaml")
    config.write_text(config.read_text().replace("covers:", "covres:", 1))
    done = cli("build")
    assert done.code == 2
    assert "briefing: config/briefing.yaml:" in done.err
    assert "covres: unknown key; did you mean 'covers'?" in done.err


def test_without_a_config_init_is_named(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = cli("build")
    assert done.code == 2
    assert "briefing init DIR" in done.err


def test_out_and_the_working_folder_do_not_change_a_byte(
    cli, desk, tmp_path, monkeypatch
):
    formats = ("--formats", "md,html,json")
    assert cli("build", *WEEK, *formats, "--out", tmp_path / "one").code == 0
    monkeypatch.chdir("/")
    config = ("--config", desk / "config" / "briefing.yaml")
    assert cli("build", *WEEK, *formats, *config, "--out", tmp_path / "two").code == 0
    for ending in ("md", "html", "json"):
        name = f"ukraine-weekly/2025-02-07/ukraine-weekly-2025-02-07.{ending}"
        one, two = tmp_path / "one" / name, tmp_path / "two" / name
        assert one.read_bytes() == two.read_bytes()


def test_one_topic_gives_only_that_topic(cli, desk):
    assert cli("build", *WEEK, "--topic", "kursk", "--formats", "json").code == 0
    sections = read_json(f"{ISSUE}.json")["sections"]
    assert {section["topic"] for section in sections} <= {"kursk", None}


@pytest.mark.parametrize(
    ("label", "days", "told"),
    [
        ("Days {first_day}-{last_day}", "1076-1080", "Days 1,076-1,080"),
        ("Days {first_day}-{last_day}", "1080", "Days 1,080"),
        ("Days {first_day} – {last_day}", "1080", "Days 1,080"),
        ("Days {first_day} to {last_day} of it", "1080", "Days 1,080 of it"),
        ("Day {first_day}; last {last_day}", "1080", "Day 1,080; last 1,080"),
    ],
)
def test_a_label_names_a_single_day_once(label, days, told, cli, desk):
    once = f'like: ukraine-weekly\nlabel: "{label}"\nrequire: {{items: 1}}\n'
    Path("once.yaml").write_text(once)
    done = cli("build", "once.yaml", "--days", days, "--formats", "json")
    assert read_json(done.out.strip())["issue"]["label"] == told


def test_an_edition_from_a_file_of_its_own(cli, desk):
    done = cli("build", "config/kursk-six-months.yaml", "--formats", "json")
    assert done.out.startswith("reports/kursk-six-months/2025-02-07/")
    record = read_json(done.out.strip())
    assert record["edition"]["id"] == "kursk-six-months"
    assert record["issue"]["number"] is None


def test_too_little_is_not_made(cli, desk):
    done = cli("build", "--date", "2020-02-02")
    assert done.code == 1
    assert "not made" in done.err
    assert done.out == ""
    assert not Path("reports/ukraine-weekly/2020-02-02").exists()


def test_problems_are_listed_last_and_strict_makes_them_failures(cli, desk):
    Path("seeds/empty.txt").write_text("")
    shutil.rmtree("reports")
    done = cli("build", *WEEK, "--formats", "md", "--strict")
    assert done.code == 1
    assert "empty.txt" in done.err
    assert not Path("reports").exists()
    done = cli("build", *WEEK, "--formats", "md")
    assert done.code == 0
    assert "empty.txt" in done.err.splitlines()[-1]


def test_strict_lets_a_limit_at_work_pass(cli, desk):
    config = Path("config/briefing.yaml")
    text = config.read_text()
    assert "max_share: 0.5" in text
    config.write_text(text.replace("max_share: 0.5", "max_share: 0.1"))
    done = cli("build", *WEEK, "--formats", "json", "--strict")
    assert done.code == 0
    assert "to keep to max_share (10% of its words)" in done.err
    assert all(one["note"] for one in read_json(f"{ISSUE}.json")["problems"])


def test_a_folder_that_cannot_be_written_is_told(cli, desk):
    Path("blocked").write_text("a file in the way")
    done = cli("build", *WEEK, "--formats", "md", "--out", "blocked/deep")
    assert done.code == 1
    assert "cannot be written" in done.err


def test_what_is_not_made_is_told_in_a_few_lines(cli, desk):
    done = cli("build", "--date", "2025-01-15")
    lines = done.err.splitlines()
    assert lines[0] == "briefing: ukraine-weekly, 2025-01-15 to 2025-01-15: not made"
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "asked for",
        "found",
        "held",
        "to do",
    ]
    assert lines[3].endswith(
        ": no publication day is stated, and its words give none away"
    )


def test_a_corrected_manuscript_is_only_replaced_when_asked(cli, desk):
    manuscript = Path(f"{ISSUE}.md")
    manuscript.write_text(manuscript.read_text() + "\nA word of the editor's.\n")
    corrected = manuscript.read_bytes()
    for formats in ("md,json", "html"):
        done = cli("build", *WEEK, "--formats", formats)
        assert done.code == 2
        assert "corrected by hand" in done.err
        assert manuscript.read_bytes() == corrected
    done = cli("build", *WEEK, "--formats", "md", "--overwrite")
    assert done.code == 0
    assert Path(f"{ISSUE}.md.bak").read_bytes() == corrected
    assert f"kept: {ISSUE}.md.bak" in done.err
    assert cli("build", *WEEK, "--formats", "md,json").code == 0
    assert Path(f"{ISSUE}.md.bak").read_bytes() == corrected


def test_formats_of_an_earlier_build_go_and_that_is_said(cli, desk):
    done = cli("build", *WEEK, "--formats", "html")
    assert done.code == 0
    assert "removed, since they were of an earlier build: " in done.err
    assert [path.name for path in Path(ISSUE).parent.iterdir()] == [
        "ukraine-weekly-2025-02-07.html"
    ]


def test_a_terminal_shows_the_stage_on_one_line(cli, desk, monkeypatch):
    assert "\r" not in cli("build", *WEEK, "--formats", "md").err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = cli("build", *WEEK, "--formats", "md").err
    assert "\rreading articles ..." in shown
    assert "\rsetting md ..." in shown
    assert "\n" not in shown[: shown.rindex("\r")]


# --- inspect -----------------------------------------------------------------


def test_inspect_jsonl_fits_its_schema_and_its_offsets(cli, desk):
    done = cli("inspect", "--jsonl", "seeds")
    assert done.code == 0
    needed = schema_of("inspect")["required"]
    for line in done.out.splitlines():
        found = json.loads(line)
        assert set(needed) <= set(found)
        assert {"value", "from", "evidence", "rule"} <= set(found["published"])
        text = found["text"]
        for one in (*found["timexes"], *found["figures"]):
            assert text[one["start"] : one["end"]] == one["text"]


def test_inspect_shows_roles_dates_and_figures(cli, desk):
    done = cli("inspect", "seeds/01-kursk-six-months.txt")
    assert done.out.startswith("01-kursk-six-months.txt\n===")
    assert "published   2025-02-07 (sidecar: " in done.out
    for words in ("paragraph  [", "    date    ", "    figure  ", "junk  ["):
        assert words in done.out


def test_inspect_takes_a_publication_day(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("A shell hit the depot on Tuesday, officials said.\n")
    done = cli("inspect", "--jsonl", "--published", "2025-02-07", "draft.txt")
    found = json.loads(done.out)
    assert found["published"]["value"] == "2025-02-07"
    assert found["timexes"][0]["first_day"] == "2025-02-04"
    assert cli("inspect", "--published", "today", "draft.txt").code == 2


def test_days_count_from_the_day_of_publication_in_the_desks_zone(cli, desk):
    Path("note.md").write_text(
        "---\npublished: 2025-02-07T23:30:00-05:00\n---\n\n"
        "A depot burned on Saturday, Russian officials said.\n"
    )
    found = json.loads(cli("inspect", "--jsonl", "note.md").out)
    assert found["timexes"][0]["first_day"] == "2025-02-08"


def test_inspect_of_nothing_readable_fails(cli, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    done = cli("inspect", tmp_path / "picture.txt")
    assert done.code == 1
    assert "picture.txt" in done.err


# --- explain -----------------------------------------------------------------


@pytest.mark.parametrize(
    "issue",
    [
        "ukraine-weekly/2025-02-07",
        str(Path(ISSUE).parent),
        f"{ISSUE}.md",
        f"{ISSUE}.json",
    ],
)
def test_explain_finds_an_issue_by_path_folder_or_name(issue, cli, desk):
    done = cli("explain", issue)
    assert done.code == 0
    assert done.out.startswith("Weekly roundup, issue 2: 2025-02-03 to 2025-02-07\n")


def test_explain_gives_the_reasons_of_a_passage(cli, desk):
    record = read_json(f"{ISSUE}.json")
    first = record["citations"][0]
    done = cli("explain", "ukraine-weekly/2025-02-07", "1")
    assert done.out.startswith(f"[1] {first['quote']}\n")
    for label in ("article", "place", "published", "printed", "role", "days", "score"):
        assert f"\n{label:12} " in done.out


def test_explain_gives_a_line_for_each_date_of_a_passage(cli, desk):
    record = read_json(f"{ISSUE}.json")
    told = [
        (sentence["citation"], timex)
        for section in record["sections"]
        for item in section["items"]
        for sentence in item["sentences"]
        for timex in sentence["timexes"]
        if timex["rule"] == "weekdays"
    ]
    assert told
    for number, timex in told[:3]:
        done = cli("explain", "ukraine-weekly/2025-02-07", str(number))
        words = " ".join(done.out.split())
        start = (
            f"date {timex['text']} -> {timex['value']}, {timex['why']}, rule weekdays"
        )
        assert start in words


def test_inspect_says_which_day_a_sentence_speaks_of(cli, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Barge sinks\n\nA barge sank near the mill on Tuesday, the harbour said on "
        "Wednesday. It carried grain. Divers raised a tug at the old lock.\n",
        encoding="utf-8",
    )
    done = cli("inspect", "--published", "2025-02-07", str(draft))
    out = " ".join(done.out.split())
    why = "published Friday 7 February, past tense, rule weekdays"
    assert f"date Tuesday -> 2025-02-04, {why}; the day of the event" in out
    assert f"date Wednesday -> 2025-02-05, {why}; the day of saying" in out
    assert "days 2025-02-04; said on 2025-02-05" in out
    assert "days 2025-02-04, inherited from the sentence before" in out
    assert "days none named, at the latest the day of publication" in out


def test_scores_sum_to_their_total(desk):
    for section in read_json(f"{ISSUE}.json")["sections"]:
        for item in section["items"]:
            scores = dict(item["scores"])
            total = scores.pop("total")
            assert total == pytest.approx(sum(scores.values()), abs=0.01)


def test_explain_counts_one_as_one(cli, desk):
    record = read_json(f"{ISSUE}.json")
    told = "\n".join(
        line
        for citation in record["citations"]
        for line in explain_citation(record, citation)
    )
    assert re.search(r"^reported by  1 article, 1 independent origin$", told, re.M)
    assert not re.search(r"\b1 (?:articles|independent origins)\b", told)
    assert re.search(r"^edit         \S", told, re.M)
    assert not re.search(r"^edit          ", told, re.M)


def test_verify_counts_one_fault_as_one(cli, desk):
    manuscript = Path(f"{ISSUE}.md")
    text = manuscript.read_text("utf-8")
    manuscript.write_text(text.replace("up to 5 kilometers", "up to 6 kilometers", 1))
    assert ": 1 fault; checked " in cli("verify", manuscript).err


def test_explain_lists_what_was_held_back(cli, desk):
    held = read_json(f"{ISSUE}.json")["held"]
    done = cli("explain", "ukraine-weekly/2025-02-07", "--rejected")
    for one in held:
        assert one["why"] in done.out


def test_explain_lists_what_the_issues_own_limits_left_out(cli, desk):
    path = Path(f"{ISSUE}.json")
    record = read_json(path)
    note = {"where": "a.txt", "what": "2 sentences left out", "note": True}
    fault = {"where": "b.txt", "what": "holds no text", "note": False}
    record["problems"] = [note, fault]
    path.write_text(json.dumps(record))
    done = cli("explain", path, "--rejected")
    told = " ".join(done.out.split())
    assert "the issue's own limits (1) - a.txt: 2 sentences left out" in told
    assert "b.txt" not in told
    left = [figure for figure in record["figures"] if not figure["printed"]]
    assert f"figures not in the table of key figures ({len(left)})" in told
    claim = left[0]["claims"][0]
    who = claim["attribution_name"] or claim["attribution"] or "nobody named"
    words = f"- {left[0]['label']}: {claim['text']} ({who}) [{claim['citation']}]"
    assert words in told
    whole = {one["article"] for one in record["held"] if not one["citation"]}
    unquoted = [
        one
        for one in record["articles"]
        if one["use"] == "none" and one["id"] not in whole
    ]
    assert f"articles read and not quoted ({len(unquoted)})" in told
    assert f"“{unquoted[0]['headline']}” — {unquoted[0]['path']}" in told


def test_explain_cuts_long_lists_short(cli, desk):
    path = Path(f"{ISSUE}.json")
    record = read_json(path)
    article = next(one for one in record["articles"] if one["use"] == "none")
    record["articles"] = [article] * 50
    record["held"] = []
    path.write_text(json.dumps(record))
    done = cli("explain", path, "--rejected")
    assert done.out.startswith("Nothing was held back.")
    assert done.out.count(article["path"]) == 20
    assert "  and 30 more, in the issue's .json" in done.out


def test_explain_knows_no_other_issue_or_citation(cli, desk):
    done = cli("explain", "ukraine-weekly/2025-02-07", "999")
    assert done.code == 2
    assert "there is no citation 999; they go from 1 to" in done.err
    assert cli("explain", "ukraine-weekly/1999-01-01").code == 2


# --- verify and typeset ------------------------------------------------------


def test_verify_finds_a_fresh_issue_sound(cli, desk):
    done = cli("verify", f"{ISSUE}.md", f"{ISSUE}.json")
    assert done.code == 0, done.out
    assert done.out == ""
    assert "against the articles" in done.err


def test_verify_away_from_the_articles_uses_the_quotes(
    cli, desk, tmp_path, monkeypatch
):
    shutil.copytree(Path(ISSUE).parent, tmp_path / "mail")
    monkeypatch.chdir(tmp_path)
    done = cli("verify", next((tmp_path / "mail").glob("*.md")))
    assert done.code == 0, done.out
    assert "against the quotes in the issue" in done.err


def test_verify_names_the_line_of_a_changed_word(cli, desk):
    path = Path(f"{ISSUE}.md")
    lines = path.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if "[1]" in line)
    lines[at] = re.sub(r"\b[a-z]{6,}\b", "seemingly", lines[at], count=1)
    path.write_text("\n".join(lines), "utf-8")
    done = cli("verify", path)
    assert done.code == 1
    assert f"{ISSUE}.md:{at + 1}: " in done.out


def test_verify_reads_the_articles_that_are_named(cli, desk):
    done = cli("verify", "--articles", "seeds", f"{ISSUE}.json")
    assert done.code == 0, done.out
    assert "against the articles" in done.err


def test_verify_needs_a_file(cli, desk):
    assert cli("verify").code == 2
    assert cli("verify", "none.md").code == 2


def test_typeset_sets_a_corrected_manuscript(cli, desk):
    path = Path(f"{ISSUE}.md")
    path.write_text(path.read_text("utf-8") + "\nA note from the editor.\n", "utf-8")
    before = Path(f"{ISSUE}.json").read_bytes()
    done = cli("typeset", path, "--formats", "html")
    assert done.out.splitlines() == [f"{ISSUE}.html"]
    assert "A note from the editor." in Path(f"{ISSUE}.html").read_text("utf-8")
    assert Path(f"{ISSUE}.json").read_bytes() == before


def test_typeset_needs_the_json_beside_it(cli, desk):
    Path("alone.md").write_text("# Alone\n")
    done = cli("typeset", "alone.md")
    assert done.code == 2
    assert "alone.json" in done.err
    Path("alone.json").write_text("[]")
    assert "is not the JSON of an issue" in cli("typeset", "alone.md").err


# --- styles ------------------------------------------------------------------


def test_a_new_style_can_be_used_at_once(cli, desk):
    done = cli("style", "new", "mine", "--from", "roundup")
    assert done.out.splitlines() == [
        "templates/mine/style.yaml",
        "templates/mine/briefing.md.j2",
        "templates/mine/page.css",
    ]
    assert "templates/mine" in cli("style", "list").out
    assert cli("build", *WEEK, "--style", "mine", "--formats", "md,html").code == 0
    assert cli("style", "check", "mine").out == "style mine: all well\n"


def test_a_colour_and_a_block_of_a_new_style_can_be_changed(cli, desk):
    cli("style", "new", "mine")
    style, template = (
        Path("templates/mine", name) for name in ("style.yaml", "briefing.md.j2")
    )
    style.write_text(style.read_text().replace("#8a1c1c", "#123abc"))
    template.write_text(template.read_text().replace("{{ super() }}", "House words."))
    assert cli("build", *WEEK, "--style", "mine", "--formats", "html").code == 0
    page = Path(f"{ISSUE}.html").read_text("utf-8")
    assert "#123abc" in page
    assert "House words." in page


def test_a_style_is_not_made_twice_or_over_another(cli, desk):
    assert cli("style", "new", "mine").code == 0
    assert cli("style", "new", "mine").code == 2
    assert cli("style", "new", "roundup").code == 2
    assert cli("style", "new", "../mine").code == 2
    assert cli("style", "new", "other", "--from", "roundap").code == 2


def test_a_fault_in_a_style_is_told_with_its_place(cli, desk):
    cli("style", "new", "mine")
    template = Path("templates/mine/briefing.md.j2")
    template.write_text(
        template.read_text().replace("{{ super() }}", "{{ issue.labl }}")
    )
    done = cli("style", "check", "mine")
    assert done.code == 1
    assert "mine/briefing.md.j2:" in done.err
    assert "label" in done.err


def test_what_stands_outside_of_blocks_is_told_with_its_line(cli, desk):
    cli("style", "new", "mine")
    template = Path("templates/mine/briefing.md.j2")
    own = template.read_text()
    lines = own.count("\n")
    template.write_text(f"{own}\nHouse words.\n\n{{{{ issue.label }}}}\n")
    done = cli("style", "check", "mine")
    assert done.code == 1
    for line in (lines + 2, lines + 4):
        assert f"mine/briefing.md.j2:{line}: stands outside of any block" in done.err


# --- check, schedule, schema -------------------------------------------------


def test_check_looks_at_config_styles_and_sources(cli, desk):
    done = cli("check")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == [
        "config",
        "languages",
        "style",
        "style",
        "source",
    ]


def test_a_build_names_the_articles_held_for_want_of_a_day(cli, desk):
    done = cli("build", "--days", "1076-1080", "--formats", "md")
    assert done.code == 0
    (told,) = [line for line in done.err.splitlines() if "held" in line]
    assert told.startswith("1 article held, no publication day is stated: Notebook")


def test_check_tells_an_empty_source(cli, desk):
    shutil.rmtree("seeds")
    Path("seeds").mkdir()
    done = cli("check")
    assert done.code == 1
    assert "source seeds/: 0 articles" in done.out


def test_check_tells_a_missing_style(cli, desk):
    config = Path("config/briefing.yaml")
    config.write_text(config.read_text().replace("style: note", "style: nite"))
    line = config.read_text().splitlines().index("    style: nite") + 1
    told = (
        f"config/briefing.yaml:{line}:12: editions.daily-note.style: there is no "
        "house style 'nite'; did you mean 'note'?"
    )
    for command in (("check",), ("build", "daily-note", "--date", "2025-02-06")):
        done = cli(*command)
        assert done.code == 2
        assert done.out == ""
        assert told in done.err
    done = cli("run", "daily-note", "--as-of", "2025-02-07T06:00")
    assert done.code == 1
    assert told in done.err
    # The style can still be made under that name, and another be asked for.
    options = ("--date", "2025-02-06", "--formats", "json")
    assert cli("build", "daily-note", *options, "--style", "note").code == 0
    assert cli("style", "new", "nite", "--from", "note").code == 0
    assert cli("build", "daily-note", *options).code == 0


def test_a_missing_style_is_told_where_it_is_said(cli, desk):
    Path("once.yaml").write_text("like: ukraine-weekly\nstyle: templates/rundup\n")
    done = cli("build", "once.yaml", *WEEK)
    assert done.code == 2
    assert "once.yaml:2:8: style: there is no house style 'templates/r" in done.err
    config = Path("config/briefing.yaml")
    config.write_text(config.read_text().replace("style: roundup", "style: rundup"))
    Path("once.yaml").write_text("like: ukraine-weekly\n")
    done = cli("build", "once.yaml", *WEEK)
    assert done.code == 2
    assert "editions.ukraine-weekly.style: there is no house style 'rundup'" in done.err


def test_a_style_may_be_a_folder_elsewhere(cli, desk):
    assert cli("style", "new", "mine").code == 0
    Path("templates/mine").rename("house")
    Path("once.yaml").write_text("like: ukraine-weekly\nstyle: ./house\n")
    assert cli("build", "once.yaml", *WEEK, "--formats", "json").code == 0


@pytest.mark.parametrize("config", ["", "topics: {kursk: [Kursk]}\n"])
@pytest.mark.parametrize("command", [("check",), ("build",), ("run", "--due")])
def test_a_desk_without_editions_is_told(command, config, cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefing.yaml").write_text(config)
    done = cli(*command)
    assert done.code == 2
    assert done.out == ""
    assert "briefing.yaml: no editions; add one under 'editions'" in done.err


def test_check_says_what_yaml_misreads(cli, desk):
    config = Path("config/briefing.yaml")
    config.write_text(config.read_text().replace("language: en", "language: no"))
    assert "no is read as the text 'no'" in cli("check").err


def test_schedule_shows_one_line_for_cron(cli, desk):
    done = cli("schedule", "show")
    comments = [line for line in done.out.splitlines() if line.startswith("#")]
    lines = [line for line in done.out.splitlines() if not line.startswith("#")]
    assert comments[0] == "# ukraine-weekly: saturday 06:00 (Europe/Kyiv)"
    assert len(lines) == 1
    fields = lines[0].split()
    assert fields[:5] == ["0", "*", "*", "*", "*"]
    assert lines[0].endswith(f" run --due --config {desk}/config/briefing.yaml")
    assert Path(fields[5]).is_absolute()


def test_schedule_of_a_desk_without_slots(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefing.yaml").write_text("topics: {a: [b]}\neditions: {weekly: }\n")
    done = cli("schedule", "show")
    assert done.code == 2
    assert "no edition has 'every'" in done.err


@pytest.mark.parametrize("contract", CONTRACTS)
def test_schema_prints_json(contract, cli):
    schema = json.loads(cli("schema", contract).out)
    assert schema["type"] == "object"
    assert schema["$schema"].startswith("https://json-schema.org/")


def fits(value, schema, parts):
    """Check a value against the few keywords that our schemas use."""
    if "$ref" in schema:
        return fits(value, parts[schema["$ref"].rpartition("/")[2]], parts)
    if "anyOf" in schema:
        return any(fits(value, each, parts) for each in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "null": type(None),
        "array": list,
        "object": dict,
    }
    if not isinstance(value, kinds[schema["type"]]):
        return False
    if isinstance(value, list):
        return all(fits(each, schema["items"], parts) for each in value)
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema["required"]) <= set(value) <= set(known) and all(
            fits(each, known[key], parts) for key, each in value.items()
        )
    return True


def test_an_issue_fits_the_schema_of_issues(desk):
    schema = schema_of("briefing")
    assert fits(read_json(f"{ISSUE}.json"), schema, schema["$defs"])


def test_findings_fit_their_schema(cli, desk):
    schema = schema_of("inspect")
    for line in cli("inspect", "--jsonl", "seeds/").out.splitlines():
        assert fits(json.loads(line), schema, schema["$defs"])
