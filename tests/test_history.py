"""What figures were in the issue before: which are one quantity, and how it is read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefing.cli import main
from briefing.compose.history import Before, read_before
from briefing.config.load import Edition
from briefing.config.schema import EditionConfig
from briefing.model.ledger import Claim, Earlier, LedgerFigure
from briefing.model.selection import Quantity, Selection, Source, Statement
from briefing.model.slot import Slot
from briefing.model.span import DateRange, Span
from briefing.select.ledger.earlier import MOST, find_earlier, recall
from briefing.verify import verify_issue

AUGUST = date(2024, 8, 6)


def claim(value):
    return Claim(
        Decimal(value), None, None, "=", f"{value:,}", None, None, None, None, 0
    )


def run(first, last):
    return DateRange.through(first, last)


NAMED = {
    "label": "soldiers captured",
    "what": "Russian soldiers",
    "event": "captured",
    "place": "Kursk",
    "side": "russia",
    "period": None,
    "unit": "count",
}


def quantity(*values, **more):
    told = NAMED | {
        "status": "claimed",
        "statements": tuple(
            Statement(claim(value), Source("a", Span(0, 1))) for value in values
        ),
        "topic": "kursk",
        "rank": 1.0,
        "counted": run(AUGUST, date(2025, 2, 6)),
    }
    return Quantity(**(told | more))


def old(value, **more):
    told = NAMED | {
        "id": "f1",
        "status": "claimed",
        "part_of": None,
        "claims": (claim(value),),
        "printed": True,
        "period_first": AUGUST,
        "period_last": date(2025, 1, 30),
    }
    return LedgerFigure(**(told | more))


def before(*figures, number=41):
    return Before("2025-01-31", number, "x.json", "", figures)


def was(one, *figures):
    (found,) = find_earlier([one], before(*figures))
    return [(each.text, each.number) for each in found]


def test_a_running_total_is_one_quantity_from_issue_to_issue():
    assert was(quantity(871), old(909)) == [("909", 41)]


def test_a_number_taken_back_for_no_other_is_withdrawn():
    told = quantity(909, 909, status="revised")
    (found,) = find_earlier([told], before(old(909)))
    assert [each.withdrawn for each in found] == [True]


@pytest.mark.parametrize(
    "more",
    [
        {"unit": "km"},
        {"what": "drones"},
        {"event": "killed"},
        {"place": "Sumy"},
        {"place": None},
        {"side": "ukraine"},
        {"people": "civilian"},
        {"scope": "increment"},
        {"period_first": date(2024, 9, 1)},
        {"period_first": None, "period_last": None},
    ],
)
def test_what_is_named_otherwise_or_not_at_all_is_another_quantity(more):
    assert was(quantity(871, people="military", scope="total"), old(909, **more)) == []


def test_the_words_may_differ_where_they_mean_one_thing():
    assert was(quantity(871), old(909, what="Russian troops")) == [("909", 41)]


def test_the_dead_of_one_week_are_not_those_of_the_next():
    week = run(date(2025, 2, 3), date(2025, 2, 4))
    same = {"period_first": date(2025, 2, 3), "period_last": date(2025, 2, 4)}
    later = {"period_first": date(2025, 2, 3), "period_last": date(2025, 2, 7)}
    assert was(quantity(5, counted=week), old(7, **same)) == [("7", 41)]
    assert was(quantity(5, counted=week), old(7, **later)) == []
    assert was(quantity(5, counted=None), old(7, **same)) == []


def test_a_pin_makes_one_quantity_of_what_states_no_place_and_no_period():
    nowhere = {"place": None, "pin": "Captured"}
    undated = {"period_first": None, "period_last": None}
    one = quantity(871, counted=None, **nowhere)
    assert was(one, old(909, **nowhere, **undated)) == [("909", 41)]
    assert was(one, old(909, **nowhere)) == []
    assert was(one, old(909, **nowhere, **undated), old(12, **nowhere, **undated)) == []


def test_a_pinned_total_of_the_last_months_goes_on_from_week_to_week():
    months = {"period_first": date(2024, 7, 31), "period_last": date(2025, 1, 30)}
    assert was(quantity(871), old(909, **months)) == []
    assert was(quantity(871, pin="x"), old(909, pin="x", **months)) == [("909", 41)]
    few = {"period_first": date(2025, 1, 27), "period_last": date(2025, 1, 30)}
    assert was(quantity(871, pin="x"), old(12, pin="x", **few)) == []


def test_what_fits_two_of_the_other_issue_fits_none():
    assert was(quantity(871), old(909), old(905)) == []
    assert was(quantity(871), old(909), old(905, printed=False)) == [("909", 41)]
    found = find_earlier([quantity(871), quantity(12)], before(old(909)))
    assert found == ((), ())


def test_a_number_that_an_article_takes_back_is_withdrawn_and_printed():
    one = quantity(871, 909, status="revised", counted=None, place=None)
    made, (found,) = recall(
        Selection((), {}, (), ledger=(one,)), before(old(909)), ("figures",)
    )
    assert [(each.text, each.withdrawn) for each in found] == [("909", True)]
    assert made.ledger[0].printed
    made, _ = recall(Selection((), {}, (), ledger=(one,)), before(old(909)), ())
    assert not made.ledger[0].printed


def test_a_revision_of_another_number_takes_nothing_back():
    one = quantity(871, 880, status="revised")
    ((found,),) = find_earlier([one], before(old(909)))
    assert not found.withdrawn


def test_earlier_issues_stand_behind_the_last_and_are_not_kept_for_ever():
    chain = tuple(
        Earlier(f"2024-01-{day:02}", None, "1", Decimal(1))
        for day in range(MOST + 5, 0, -1)
    )
    (found,) = find_earlier([quantity(871)], before(old(909, was=chain)))
    assert len(found) == MOST
    assert found[0].text == "909"
    assert found[1] == chain[0]


def test_without_an_issue_before_nothing_is_told():
    selection = Selection((), {}, (), ledger=(quantity(1),))
    assert recall(selection, None, ("figures",)) == (selection, ())


# --- reading it

SLOT = Slot(
    window=run(date(2025, 2, 3), date(2025, 2, 7)),
    since=None,  # type: ignore[arg-type]
    cut_off=None,  # type: ignore[arg-type]
    as_of=None,  # type: ignore[arg-type]
    previous=run(date(2025, 1, 27), date(2025, 1, 31)),
    number=2,
)
EDITION = Edition("weekly", EditionConfig(history=True), {})


def put(folder, raw):
    path = folder / "weekly" / "2025-01-31" / "weekly-2025-01-31.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    return path


def record(**more):
    told = {
        "schema": "briefing/1",
        "edition": {"id": "weekly"},
        "issue": {"id": "2025-01-31", "number": 1},
        "figures": [],
    }
    return json.dumps(told | more).encode()


def test_the_issue_before_is_named_with_its_hash(tmp_path):
    put(tmp_path, record())
    found, problems = read_before(EDITION, SLOT, folders=[tmp_path / "no", tmp_path])
    assert (found.issue, found.number, found.figures) == ("2025-01-31", 1, ())
    assert found.file == "weekly/2025-01-31/weekly-2025-01-31.json"
    assert len(found.sha256) == 64
    assert problems == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        record(schema="briefing/9"),
        record(edition={"id": "other"}),
        record(issue={"id": 5, "number": None}),
        record(issue={"id": "2025-01-31", "number": "one"}),
        record(figures=[5]),
        record(figures=[{"id": "f1"}]),
        record(figures=5),
    ],
)
def test_what_cannot_be_read_costs_only_the_comparison(raw, tmp_path):
    put(tmp_path, raw)
    found, (note,) = read_before(EDITION, SLOT, folders=[tmp_path])
    assert found is None
    assert "make that issue again" in note.what


def test_an_issue_that_is_not_there_is_told(tmp_path):
    found, (note,) = read_before(EDITION, SLOT, folders=[tmp_path])
    assert found is None
    assert note.what.startswith("is not there")


def test_a_first_issue_a_one_off_and_an_edition_without_history_read_nothing(tmp_path):
    plain = Edition("weekly", EditionConfig(), {})
    for edition, slot in (
        (EDITION, replace(SLOT, number=1)),
        (EDITION, replace(SLOT, previous=None)),
        (plain, SLOT),
    ):
        assert read_before(edition, slot, folders=[tmp_path]) == (None, ())


# --- a desk

CONFIG = """\
sources: [inbox/]
names: config/names.yaml
topics: {kursk: [Kursk]}
editions:
  weekly:
    every: saturday 06:00
    covers: monday to friday
    first: 2025-01-31
    formats: [md, json]
    history: true
    require: {articles: 1, items: 1}
    pins:
      - {label: Prisoners in Kursk, all: [captured]}
      - {label: Prisoners in Sumy, all: [captured, Sumy]}
"""
NAMES = """\
parties: {russia: Russian accounts, ukraine: Ukrainian accounts}
places:
  Kursk: []
  Sumy: []
  Russia: {party: russia}
"""
ARTICLE = """\
---
published: {day}
---
# {head}

Ukraine has captured {count} Russian soldiers in Kursk since 6 August 2024, the staff \
said on Thursday.

{more}
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "config").mkdir()
    (tmp_path / "inbox").mkdir()
    (tmp_path / "config" / "briefing.yaml").write_text(CONFIG, "utf-8")
    (tmp_path / "config" / "names.yaml").write_text(NAMES, "utf-8")
    for day, count, head, more in (
        ("2025-01-31", "909", "Snow in Kursk", "A mill in Kursk burned on Tuesday."),
        ("2025-02-07", "871", "Ice on the river", "A Kursk bridge fell on Wednesday."),
    ):
        text = ARTICLE.format(day=day, count=count, head=head, more=more)
        (tmp_path / "inbox" / f"{day}.md").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ISSUE = "reports/weekly/2025-02-07/weekly-2025-02-07"


def test_an_issue_prints_what_a_figure_was_and_names_the_file(desk, capsys):
    assert main(["run", "--as-of", "2025-02-08T06:00"]) == 0
    capsys.readouterr()
    path = desk / f"{ISSUE}.md"
    text = path.read_text("utf-8")
    assert "**871** was 909 in issue\u00a01 | Prisoners in Kursk" in text
    assert "Prisoners in Sumy: not reported this week." in text
    told = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert told["compared"]["file"] == "weekly/2025-01-31/weekly-2025-01-31.json"
    assert told["compared"]["sha256"] in text
    assert verify_issue(path, texts=None).faults == ()


def test_a_number_that_the_issue_before_does_not_give_is_told(desk, capsys):
    assert main(["run", "--as-of", "2025-02-08T06:00"]) == 0
    capsys.readouterr()
    path = desk / f"{ISSUE}.json"
    text = path.read_text("utf-8")
    changed = re.sub(
        r'"text": "909",\s+"value": 909', '"text": "908", "value": 908', text
    )
    assert changed != text
    path.write_text(changed, "utf-8")
    faults = verify_issue(path, texts=None).faults
    assert any("issue 2025-01-31 does not give '908'" in f.what for f in faults)
    # An issue that was made again since is another file: that is told, and no more.
    first = desk / "reports/weekly/2025-01-31/weekly-2025-01-31.json"
    first.write_text(first.read_text("utf-8") + "\n", "utf-8")
    told = "is not the file that figures were compared with"
    assert any(told in fault.what for fault in verify_issue(path, texts=None).faults)


def test_a_trial_elsewhere_reads_the_desks_own_issues(desk, tmp_path, capsys):
    assert main(["run", "--as-of", "2025-02-08T06:00"]) == 0
    week = [
        "--from",
        "2025-02-03",
        "--to",
        "2025-02-07",
        "--out",
        str(tmp_path / "try"),
    ]
    assert main(["build", "weekly", *week]) == 0
    capsys.readouterr()
    trial = tmp_path / "try/weekly/2025-02-07/weekly-2025-02-07.md"
    assert trial.read_bytes() == (desk / f"{ISSUE}.md").read_bytes()


def test_with_one_topic_named_no_pin_is_told_as_missing(desk, capsys):
    week = ["--from", "2025-02-03", "--to", "2025-02-07", "--topic", "kursk"]
    assert main(["build", "weekly", *week]) == 0
    capsys.readouterr()
    assert "not reported" not in (desk / f"{ISSUE}.md").read_text("utf-8")
