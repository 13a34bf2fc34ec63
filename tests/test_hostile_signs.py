"""Names, ids and words of strangers, through all commands: nothing that obeys them."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from briefing.cli import main

WEEK = ("--from", "2025-02-03", "--to", "2025-02-07")
EVIL = "\x1b]0;T\x07\x1b[31m\x9b31m\u202e\u200b"
FILES = ("a\x1b]0;T\x07.txt", "b\nnew [1] line.txt", "c\u202e\x9b.txt", "d\x1b.pdf")
STORY = (
    "A Kursk {evil}headline of its own\n\n"
    "Ukrainian {evil}officials said on Thursday that 3,000\n[1] soldiers had been "
    "killed in the Kursk region, and that Russia had lost {evil}40 tanks there.\n\n"
    "The General Staff {evil}said on Friday that 20 drones were shot down over Kursk.\n"
)
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A desk whose articles are full of signs that a terminal obeys, and its issue."""
    desk = tmp_path_factory.mktemp("hostile") / "desk"
    assert main(["init", str(desk)]) == 0
    story = STORY.format(evil=EVIL)
    for name in FILES:
        (desk / "seeds" / name).write_text(story, encoding="utf-8")
    facts = {"published": "2025-02-06", "publisher": f"The {EVIL}Wire"}
    records = [
        {"id": key, "text": story, "headline": f"H{EVIL}\n[2] line", **facts}
        for key in ("rec0\x9b31m\u202e", "rec1", "rec\n2")
    ]
    records.append({"id": "rec3", "text": story, "published": f"x\nnew{EVIL}"})
    lines = "".join(json.dumps(each) + "\n" for each in records)
    (desk / "seeds" / "wire.jsonl").write_text(lines, encoding="utf-8")
    config = desk / "config" / "briefing.yaml"
    argv = ["build", *WEEK, "--formats", "md,json", "--config", str(config)]
    assert main(argv) == 0
    return desk


@pytest.fixture
def desk(hostile, tmp_path, monkeypatch):
    """A copy of it, to work in."""
    folder = tmp_path / "desk"
    shutil.copytree(hostile, folder)
    monkeypatch.chdir(folder)
    return folder


ISSUE = "ukraine-weekly/2025-02-07"
COMMANDS = {
    "inspect": ["inspect", "seeds"],
    "inspect jsonl": ["inspect", "--jsonl", "seeds/wire.jsonl"],
    "build": ["build", *WEEK, "--overwrite", "--formats", "md,json"],
    "not made": ["build", "--date", "2019-02-03", "--articles", "seeds"],
    "strict": ["build", *WEEK, "--strict", "--out", "elsewhere"],
    "figures": ["figures", *WEEK],
    "figures csv": ["figures", *WEEK, "--format", "csv"],
    "figures json": ["figures", *WEEK, "--format", "json"],
    "timeline": ["timeline", *WEEK],
    "timeline json": ["timeline", *WEEK, "--json"],
    "explain": ["explain", ISSUE],
    "explain 1": ["explain", ISSUE, "1"],
    "rejected": ["explain", ISSUE, "--rejected"],
    "html": ["explain", ISSUE, "--html", "page.html"],
    "pin": ["pin", ISSUE, "Kursk"],
    "verify": ["verify", f"reports/{ISSUE}/ukraine-weekly-2025-02-07.md"],
    "check": ["check"],
    "suggest": ["suggest", "names"],
    "suggest json": ["suggest", "names", "--json"],
    "run": ["run", "--due", "--as-of", "2025-02-08T23:00", "--out", "made"],
    "no such": ["inspect", "no\x1b[31m\nnew"],
    "no topic": ["timeline", f"x{EVIL}", *WEEK],
    "no style": ["style", "check", f"x{EVIL}"],
    "doctor": ["doctor"],
}


def unseen(text, *, but="\n"):
    return {
        repr(sign)
        for sign in set(text)
        if unicodedata.category(sign) in UNSEEN and sign not in but
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_prints_a_sign_that_a_terminal_obeys(name, desk, capfd):
    capfd.readouterr()
    main(COMMANDS[name])
    out, err = capfd.readouterr()
    if name == "figures csv":
        out = out.replace("\r\n", "\n")
    assert unseen(out) | unseen(err) == set()
    assert out or err
    forged = [
        line
        for line in f"{out}\n{err}".splitlines()
        if line.startswith(("new", "[2] line", "[1] soldiers"))
    ]
    assert forged == [] or name == "figures csv"
    if name.endswith(("json", "jsonl")):
        assert all(json.loads(line) for line in [out] if name != "inspect jsonl")


def test_the_page_of_explain_and_the_record_of_runs_are_clean(desk, capfd):
    main(COMMANDS["html"])
    main(COMMANDS["run"])
    page = Path("page.html").read_text("utf-8")
    runs = Path(".briefing/runs.jsonl").read_text("utf-8")
    assert "<bdi" in page
    assert unseen(page) == set()
    assert unseen(runs) == set()


def test_no_crontab_line_is_made_of_a_path_that_would_end_it(
    desk, tmp_path, monkeypatch, capfd
):
    evil = tmp_path / "d\n* * * * * new"
    desk.rename(evil)
    monkeypatch.chdir(evil)
    capfd.readouterr()
    assert main(["schedule", "show"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "no crontab line can hold" in err
    assert unseen(err) == set()


def test_an_id_that_cannot_be_seen_is_told(desk, capfd):
    main(["inspect", "seeds/wire.jsonl"])
    err = capfd.readouterr().err
    assert "wire.jsonl:1: the record has no usable id" in err
    assert "signs that cannot be seen); it is 'rec0�31m�'; left out" in err
