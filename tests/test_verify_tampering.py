"""What changes the sense of an issue and leaves its words, and what may be changed."""

from __future__ import annotations

import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from briefing.cli import main
from briefing.verify.before import check_before, note_before
from briefing.verify.details import check_details
from briefing.verify.kinds import tell_apart
from briefing.verify.ledger import check_claim
from briefing.verify.listed import note_gone
from briefing.verify.manuscript import read_manuscript
from briefing.verify.numbers import read_amounts
from briefing.verify.seal import check_seal
from briefing.verify.sides import check_sides
from briefing.verify.text import check_manuscript
from briefing.verify.wholes import check_periods_and_parts
from briefing.verify.wording import read_wording

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases" / "verify"


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def issue(tmp_path_factory):
    """Build the sample issue once; give its manuscript and its record."""
    out = tmp_path_factory.mktemp("issue")
    arguments = ["build", "ukraine-weekly", "--days", "1076-1080"]
    arguments += ["--config", str(ROOT / "config" / "briefing.yaml")]
    arguments += ["--formats", "md,json", "--out", str(out)]
    assert main(arguments) == 0
    path = next(out.rglob("*.md"))
    raw = path.with_suffix(".json").read_text(encoding="utf-8")
    return path.read_text(encoding="utf-8"), json.loads(raw, parse_float=Decimal)


def places(lines, find):
    return [n for n, line in enumerate(lines) if re.search(find, line)]


def tamper(text, case):
    """Give the changed manuscript, and the line of the change, from 1."""
    lines = text.split("\n")
    at = places(lines, case["find"])[case.get("nth", 0)]
    line, do = lines[at], case["do"]
    if do == "change":
        lines[at] = re.sub(case["take"], lambda _: case["put"], line, count=1)
        assert lines[at] != line
    elif do == "add":
        lines.insert(at + 1, case["put"])
        at += 1
    elif do == "swap":
        to = places(lines, case["to"])[0]
        lines[at], lines[to] = lines[to], line
    if do in ("cut", "move"):
        del lines[at]
    if do in ("copy", "move"):
        at = places(lines, case["to"])[0]
        lines.insert(at, line)
    if "line" in case:
        at = places(lines, case["line"])[0]
    return "\n".join(lines), at + 1


@pytest.mark.parametrize("case", load("tampering.yaml"), ids=lambda c: c["title"])
def test_what_changes_the_sense_is_told_and_no_more(issue, case):
    text, record = issue
    new, line = tamper(text, case)
    faults, notes, _ = check_manuscript(new, record, "issue.md")
    if "says" in case:
        told = [each for each in faults if case["says"] in each.what]
        assert line in {each.line for each in told}, faults
    else:
        assert faults == ()
    if "note" in case:
        assert any(case["note"] in each.what for each in notes)


def test_what_the_issue_says_of_itself_is_missed():
    wording = read_wording("roundup", [ROOT])
    gaps = [{"what": "Nothing on Kupiansk."}, {"what": "Nothing on Toretsk."}]
    record = {"gaps": gaps, "issue": {"cut_off": "2025-02-07T23:59:59"}}
    record["compared"] = {"file": "before.json", "sha256": "abc"}
    own = "Figures compared with before.json, SHA-256 abc."
    told = f"- {gaps[0]['what']}\n- {gaps[1]['what']}\n\n"
    told += f"Cut-off 7 February 2025, 23:59. {own}"
    for cut in (None, "- Nothing on Toretsk.\n", own):
        blocks = read_manuscript(told.replace(cut or "", "", bool(cut))).blocks
        notes = [what for _, what in note_gone(blocks, record, "", wording)]
        assert len(notes) == bool(cut)
        assert all(cut.strip("- \n") in what for what in notes)


@pytest.mark.parametrize(("changed", "sound"), [(False, True), (True, False)])
def test_the_opening_of_a_sentence_may_stand_in_a_note(issue, changed, sound):
    text, record = issue
    items = (item for section in record["sections"] for item in section["items"])
    told = (each["text"].split() for item in items for each in item["sentences"])
    words = max((each for each in told if "[" not in " ".join(each)), key=len)[:-1]
    words[3] = "never" if changed else words[3]
    note = f"{text}\n\n*{' '.join(words)} …*\n"
    faults, _, _ = check_manuscript(note, record, "issue.md")
    assert (faults == ()) == sound


# --- the record


def figure(name, named, *texts, **more):
    given = more.pop("claim", {})
    claims = [
        {"value": int(re.sub(r"\D", "", text)), "low": None, "high": None}
        | {"text": text, "attribution": "Kyiv", "party": None, "citation": 1}
        | given
        for text in texts
    ]
    what, _, event = named.rpartition(" ")
    told = {"id": name, "label": named, "what": what, "event": event, "unit": "count"}
    return told | {"side": None, "period": None, "claims": claims} | more


QUOTE = "Russia lost 900 soldiers, of whom 300 were killed in Kursk, Kyiv said."


def ledger(*figures):
    citation = {"number": 1, "article": "a", "quote": QUOTE}
    record = {"figures": list(figures), "citations": [citation]}
    found = [*check_periods_and_parts(record, {1: citation}), *check_sides(record, {})]
    return [(each.path[-1], each.what) for each in found]


def whole(**more):
    return figure("f1", "Russian soldiers lost", "900", **({"side": "russia"} | more))


SINCE = {"period": "since 6 August"}
SINCE |= {"period_first": "2024-08-09", "period_last": "2025-02-07"}


def part(**more):
    return figure("f2", "Russian soldiers killed", "300", **({"side": "russia"} | more))


@pytest.mark.parametrize(
    ("figures", "key", "says"),
    [
        ([whole(), part()], "part_of", "makes it part of f1"),
        ([whole(part_of="f2"), part(part_of="f1")], "part_of", "is more than that"),
        ([whole(), part(part_of="f2")], "part_of", "part of itself"),
        ([whole(), part(part_of="f1", unit="km")], "part_of", "in another unit"),
        (
            [whole(**SINCE)],
            "period",
            "its days are 2024-08-09 to",
        ),
        (
            [whole(claim={"party": "ukraine"}), part(part_of="f1")],
            "party",
            "of no party, and elsewhere as of the party 'ukraine'",
        ),
        (
            [whole(claim={"party": "ukraine", "attribution": None})],
            "party",
            "nobody is named",
        ),
    ],
)
def test_a_figure_that_was_changed_by_hand_is_told(figures, key, says):
    assert any(key == k and says in what for k, what in ledger(*figures))


def test_figures_as_they_were_made_are_sound():
    assert ledger(whole(), part(part_of="f1")) == []


def _sealed(issue, change):
    record = json.loads(json.dumps(issue[1], default=float))
    change(record)
    return list(check_seal(json.dumps(record)))


@pytest.mark.parametrize("key", ["label", "side", "period", "place", "people"])
def test_a_record_that_was_changed_by_hand_is_told(issue, key):
    def change(record):
        record["figures"][-1][key] = "another"

    assert [each.path for each in _sealed(issue, change)] == [("seal",)]


def test_a_record_that_was_only_laid_out_anew_is_sound(issue):
    assert _sealed(issue, lambda _: None) == []


def test_a_record_without_a_seal_is_not_judged_by_it(issue):
    assert _sealed(issue, lambda record: record.pop("seal")) == []


def test_the_names_file_says_whose_party_a_source_is_of():
    record = {"figures": [whole(claim={"party": "russia"})], "citations": []}
    told = [each.what for each in check_sides(record, {"Kyiv": "ukraine"})]
    assert "the names file says of the party 'ukraine'" in told[0]


# --- the issue before


def compared(tmp_path, **more):
    """Write an issue and the one before it; give the record and its path."""
    claim = {"text": "909", "value": 909}
    before = {"issue": {"id": "2025-01-31"}, "figures": [{"claims": [claim]}]}
    folder = tmp_path / "weekly" / "2025-01-31"
    folder.mkdir(parents=True)
    raw = json.dumps(before)
    (folder / "weekly-2025-01-31.json").write_text(raw, "utf-8")
    named = {"issue": "2025-01-31", "number": 1}
    named |= {"file": "weekly/2025-01-31/weekly-2025-01-31.json"}
    named |= {"sha256": hashlib.sha256(raw.encode()).hexdigest()}
    was = {"issue": "2025-01-31", "number": 1, "text": "909", "value": 909}
    record = {"edition": {"id": "weekly"}, "issue": {"id": "2025-02-07"}}
    record |= {"compared": named, "figures": [{"id": "f1", "was": [was | more]}]}
    return record, tmp_path / "weekly" / "2025-02-07" / "weekly-2025-02-07.json"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, None),
        ({"text": "908", "value": 908}, "does not give '908'"),
        ({"number": 7}, "has another number (was: 1, is: 7)"),
        ({"issue": "2025-01-24"}, "and issue 2025-01-31 was read"),
        ({"issue": "2025-02-14"}, "is no issue before this one"),
    ],
)
def test_what_a_figure_was_is_held_to_the_issue_before(tmp_path, more, says):
    record, path = compared(tmp_path, **more)
    told = [each.what for each in check_before(record, path)]
    assert len(told) == bool(says)
    assert all(says in what for what in told)
    assert list(note_before(record, path)) == []


def test_an_issue_before_that_was_changed_is_a_fault_and_a_missing_one_a_note(tmp_path):
    record, path = compared(tmp_path)
    before = tmp_path / record["compared"]["file"]
    before.write_text(before.read_text("utf-8").replace("909", "871"), "utf-8")
    (fault,) = check_before(record, path)
    assert "put that file back, or build this issue again" in fault.what
    before.unlink()
    assert list(check_before(record, path)) == []
    (note,) = note_before(record, path)
    assert "is not there; what they were cannot be checked" in note.what


# --- what was told and is no fault


def test_articles_of_one_publisher_without_headlines_are_told_apart():
    articles = [
        {"id": str(n), "number": n, "publisher": "bbc", "headline": None}
        for n in (1, 2, 3)
    ]
    lines = [f"{n}. **bbc**, “[no headline]”, {n} May 2010." for n in (1, 2, 3)]
    blocks = read_manuscript("\n".join(lines)).blocks
    record = {"articles": articles, "figures": [], "sections": []}
    parts = tell_apart(blocks, record, ())
    assert [part.source["number"] for part in parts] == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("over 12 000", [12000]),
        ("$2.6 bn", [2600000000]),
        ("1.5-2.5 million gallons", [1500000, 2500000]),
        ("12,000 to 19,000 barrels", [12000, 19000]),
        ("seven in 10", ["0.7"]),
        ("three out of four", ["0.75"]),
        ("more than four-to-one", [4]),
        ("about 10 to 1", [10]),
        ("around twice", [2]),
        ("between one and two million", [1000000, 2000000]),
        ("between $2 and $5 million", [2000000, 5000000]),
        ("between 40 and 50 million", [40000000, 50000000]),
        ("30-40,000", [30000, 40000]),
        ("5-6000 years", [5000, 6000]),
        ("800 to 1,200", [800, 1200]),
        ("between 89m gallons (337m litres) and 176m gallons", [89000000, 176000000]),
        ("150 m2", [150000000]),
    ],
)
def test_amounts_are_read_as_they_are_meant(words, numbers):
    assert read_amounts(words) == [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("value", "comparator", "text", "quote", "says"),
    [
        (150, ">=", "150", "1 died out of 150 + cases", None),
        (60, ">=", "60", "at least 40 killed and 60 wounded", None),
        (60, "<=", "60", "at least 40 killed and 60 wounded", "does not say '<='"),
        (41000000, "~", "approx 41 million", "approx 41 million people", None),
        (7, "<=", "no more than 7", "no more than 7 died", None),
        (7, ">", "no more than 7", "no more than 7 died", "does not say '>'"),
        (7, "=", "no more than 7", "no more than 7 died", "does not say '='"),
        (-5, "=", "-5%", "fell by -5%", None),
        (-9, "=", "minus nine degrees", "minus nine degrees", None),
        (-5, "=", "5%", "fell by 5%", "the record says -5"),
        (5.585, "=", "558.5 p", "closed at 558.5 p.", None),
        (558.5, "=", "558.5", "closed at 558.5", None),
        (5.585, "=", "558.5", "closed at 558.5", "the record says 5.585"),
        (150, "=", "150m2", "a house (150m2)", None),
        (150, "=", "150 m", "150 m of pipe", None),
    ],
)
def test_a_claim_is_read_as_its_quote_has_it(value, comparator, text, quote, says):
    claim = {"value": Decimal(str(value)), "low": None, "high": None, "text": text}
    claim |= {"comparator": comparator, "attribution": None}
    told = list(check_claim(claim, {"number": 1, "quote": quote}, None))
    assert bool(told) == bool(says)
    assert any(says in what for what in told) or not says


@pytest.mark.parametrize(
    ("unit", "text", "sound"),
    [
        ("year", "over 65", True),
        ("year", "aged 50", True),
        ("lb", "about 3,000 pounds", True),
        ("km", "5 kilometres", True),
        ("km", "5 tonnes", False),
        ("km", "11,977", True),
        ("GBP", "£5", True),
    ],
)
def test_a_measure_is_one_of_the_amounts_words(unit, text, sound):
    told = figure("f1", "metal sold", text, unit=unit, claim={"value": None})
    found = list(check_details(told | {"status": "single"}, {}, {}, ()))
    assert bool(found) != sound
