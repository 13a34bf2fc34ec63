from __future__ import annotations

import copy
import hashlib
import json
import re
import textwrap
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from briefing.cli import main
from briefing.errors import UsageError
from briefing.ingest import read_articles
from briefing.verify import verify_issue
from briefing.verify.ledger import STATUSES
from briefing.verify.manuscript import read_manuscript
from briefing.verify.numbers import read_numbers
from briefing.verify.places import lines_of, nearest_line
from briefing.verify.record import check_record, read_record
from briefing.verify.standing import check_standing
from briefing.verify.text import check_manuscript
from briefing.verify.weight import losses
from briefing.verify.wording import read_wording

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "verify"
MOST_CHANGES = 6
"""Places of a kind that are changed, spread over the issue, to keep this quick."""


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def titles(case):
    return case.get("title") or case["words"]


# --- reading


@pytest.mark.parametrize("case", load("numbers.yaml"), ids=titles)
def test_numbers_are_read_again(case):
    numbers = [Decimal(str(number)) for number in case["numbers"]]
    assert read_numbers(case["words"]) == numbers


@pytest.mark.parametrize("case", load("losses.yaml"), ids=titles)
def test_words_of_weight_are_known(case):
    assert list(losses(case["words"])) == case["loses"]


@pytest.mark.parametrize("case", load("manuscripts.yaml"), ids=titles)
def test_a_manuscript_is_read_into_blocks(case):
    blocks = [
        [block.kind, block.line, " ".join(word.text for word in block.words)]
        for block in read_manuscript(case["text"]).blocks
    ]
    assert blocks == case["blocks"]


def test_values_of_a_json_file_are_found_by_line():
    raw = '{\n "a": [1,\n  {"b": "x: [y]"}],\n "c": "\\"}"\n}'
    lines = lines_of(raw)
    assert lines["a", 1, "b"] == 3
    assert lines["c",] == 4
    assert nearest_line(lines, ("a", 1, "missing", 5)) == 3


# --- the record


def small_record():
    """Give the issue of records.yaml as a record, and its article's text."""
    told = load("records.yaml")
    text = told["article"]
    citations = []
    for number, quote in enumerate(told["sentences"], start=1):
        start = text.index(quote)
        digest = hashlib.sha256(quote.encode()).hexdigest()
        citations.append(
            {"number": number, "article": "a", "start": start}
            | {"end": start + len(quote), "quote": quote, "sha256": digest}
        )
    edit = {"start": 28, "end": 28, "text": " [4 February]", "why": "day"}
    one = text[:28] + edit["text"] + text[28 : citations[0]["end"]]
    plain = {"event_days": [], "said_on": None, "attribution": None, "also": []}
    sentences = [
        plain
        | {"text": one, "citation": 1, "event_days": ["2025-02-04"], "edits": [edit]}
        | {"attribution": "The ministry"},
        plain | {"text": told["sentences"][1], "citation": 2, "edits": []},
    ]
    item = {
        "id": "kursk-1",
        "text": " ".join(sentence["text"] for sentence in sentences),
        "role": "news",
        "citations": [1, 2],
        "figures": ["f1"],
        "sentences": sentences,
    }
    claim = {"low": None, "high": None, "attribution": None}
    claims = [
        claim
        | {
            "value": 16000,
            "comparator": ">",
            "text": "more than 16,000",
            "citation": 1,
        },
        claim | {"value": 5, "comparator": "=", "text": "five", "citation": 3},
    ]
    figures = [
        {"id": f"f{n}", "label": what, "what": what, "status": "single"}
        | {"articles": 1, "part_of": None, "claims": [claims[n - 1]]}
        for n, what in ((1, "soldiers"), (2, "houses"))
    ]
    digest = hashlib.sha256(text.encode()).hexdigest()
    record = {
        "schema": "briefing/1",
        "edition": {"id": "weekly", "title": "Weekly"},
        "issue": {"id": "2025-02-07", "number": 1, "label": None}
        | {"from": "2025-02-03", "to": "2025-02-07"}
        | {"cut_off": "2025-02-07T23:59:59", "as_of": "2025-02-07T23:59:59"},
        "sections": [
            {"id": "kursk", "type": "topic", "title": "Kursk", "items": [item]},
            {"id": "takeaways", "type": "takeaways", "title": "Main", "items": []}
            | {"entries": [{"item": "kursk-1", "sentences": [0]}]},
        ],
        "figures": figures,
        "citations": citations,
        "articles": [
            {"id": "a", "path": "a.txt", "sha256": digest, "published": "2025-02-07"}
        ],
    }
    return record, text


def faults_of(record, texts=None):
    raw = json.dumps(record, indent=1, ensure_ascii=False)
    read, faults = read_record(raw, "issue.json")
    if read:
        faults = check_record(read, raw, "issue.json", texts=texts)
    return faults, raw.splitlines()


def test_a_sound_record_has_no_fault():
    record, text = small_record()
    assert faults_of(record, {"a": text})[0] == ()
    assert faults_of(record)[0] == ()


@pytest.mark.parametrize("case", load("records.yaml")["cases"], ids=titles)
def test_a_fault_of_the_record_is_told_with_its_line(case):
    record, text = small_record()
    for path, value in case["set"].items():
        *way, key = (int(k) if k.isdigit() else k for k in path.split("."))
        place = record
        for step in way:
            place = place[step]
        place[key] = value
    faults, lines = faults_of(record, {"a": text})
    told = [fault for fault in faults if case["says"] in fault.what]
    assert told, [fault.what for fault in faults]
    if "key" in case:
        assert f'"{case["key"]}"' in lines[told[0].line - 1]


def test_a_cut_may_open_its_quotation_again():
    record, text = small_record()
    item = record["sections"][0]["items"][0]
    edit = {"start": 77, "end": 79, "text": "“[…]", "why": "cut"}
    item["sentences"][1] |= {"edits": [edit], "text": "“[…] did not name the unit."}
    item["text"] = " ".join(sentence["text"] for sentence in item["sentences"])
    assert faults_of(record, {"a": text})[0] == ()


def agreeing(*parties):
    """Give a figure's claims: one number, said by a source of each party."""
    claim = {"value": 16000, "low": None, "high": None, "citation": 1}
    return [
        claim | {"party": party, "attribution": f"source {place}"}
        for place, party in enumerate(parties)
    ]


@pytest.mark.parametrize(
    ("parties", "values", "status"),
    [
        (("russia", "ukraine"), (10, 10), "agreed"),
        (("russia", None), (10, 10), "agreed"),
        ((None, "neutral"), (10, 10), "agreed"),
        (("russia", "russia"), (10, 10), "claimed"),
        (("russia", "russia"), (10, 12), "differs"),
        (("russia", "ukraine"), (10, 12), "contested"),
    ],
)
def test_a_standing_is_read_again(parties, values, status):
    claims = agreeing(*parties)
    for claim, value in zip(claims, values, strict=True):
        claim["value"] = value
    for stated in STATUSES - {"revised"}:
        figure = {"id": "f1", "claims": claims, "status": stated}
        found = list(check_standing(figure, ("figures", 0)))
        assert bool(found) == (stated != status)


def test_a_quote_that_its_article_does_not_have_is_told():
    record, text = small_record()
    faults, _ = faults_of(record, {"a": text.replace("burned", "fell")})
    assert any("is not what its article says there" in fault.what for fault in faults)
    faults, _ = faults_of(record, {})
    assert any("was not given" in fault.what for fault in faults)


@pytest.mark.parametrize("raw", ["", "[]", "{", '{"schema": 1}', "[" * 100_000, "null"])
def test_what_is_no_record_is_told_not_raised(tmp_path, raw):
    path = tmp_path / "issue.json"
    path.write_text(raw, encoding="utf-8")
    assert verify_issue(path, texts=None).faults


def test_odd_values_of_optional_keys_are_told_not_raised():
    record, text = small_record()
    for key in ("entries", "items"):
        odd = copy.deepcopy(record)
        odd["sections"][1][key] = [5]
        assert faults_of(odd, {"a": text})[0]


def test_a_file_that_cannot_be_verified_is_a_usage_error(tmp_path):
    (tmp_path / "issue.md").write_text("# Alone", encoding="utf-8")
    with pytest.raises(UsageError, match=r"\.json beside it"):
        verify_issue(tmp_path / "issue.md", texts=None)
    with pytest.raises(UsageError, match=r"only \.json or \.md"):
        verify_issue(tmp_path / "issue.pdf", texts=None)


# --- the manuscript


@pytest.fixture(scope="module")
def issue(tmp_path_factory):
    """Build the sample issue once; give the path of its manuscript."""
    out = tmp_path_factory.mktemp("issue")
    arguments = ["build", "ukraine-weekly", "--days", "1076-1080"]
    arguments += ["--config", str(ROOT / "config" / "briefing.yaml")]
    arguments += ["--formats", "md,json", "--out", str(out)]
    assert main(arguments) == 0
    return next(out.rglob("*.md"))


@pytest.fixture(scope="module")
def record(issue):
    raw = issue.with_suffix(".json").read_text(encoding="utf-8")
    return json.loads(raw, parse_float=Decimal)


@pytest.mark.parametrize("ending", [".md", ".json"])
def test_an_issue_as_it_was_made_has_no_fault(issue, ending):
    articles = read_articles([ROOT / "seeds"]).articles
    texts = {article.id: article.text for article in articles}
    report = verify_issue(issue.with_suffix(ending), texts=texts)
    assert report.faults == report.notes == ()
    assert report.checked["citations"] > 10
    assert report.against == "the articles"
    assert verify_issue(issue.with_suffix(ending), texts=None).faults == ()


@pytest.fixture(scope="module")
def note(tmp_path_factory):
    """Build the sample issue in the other style."""
    out = tmp_path_factory.mktemp("note")
    arguments = ["build", "ukraine-weekly", "--days", "1076-1080", "--style", "note"]
    arguments += ["--config", str(ROOT / "config" / "briefing.yaml")]
    arguments += ["--formats", "md,json", "--out", str(out)]
    assert main(arguments) == 0
    return next(out.rglob("*.md"))


def test_an_issue_in_another_style_has_no_fault(note, tmp_path):
    path = tmp_path / "issue.md"
    for ending in (".md", ".json"):
        text = note.with_suffix(ending).read_text(encoding="utf-8")
        path.with_suffix(ending).write_text(text, encoding="utf-8")
    for picture in note.parent.glob("*.png"):
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    assert verify_issue(path, texts=None).faults == ()
    text = path.read_text(encoding="utf-8")
    figure = next(line for line in text.splitlines() if line.startswith("- **"))
    digit = re.search(r"\d", figure)
    other = figure.replace(digit[0], str((int(digit[0]) + 1) % 10), 1)
    path.write_text(text.replace(figure, other), encoding="utf-8")
    line = text.splitlines().index(figure) + 1
    assert line in {fault.line for fault in verify_issue(path, texts=None).faults}


WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday"]
WEEKDAYS += ["Friday", "Saturday", "Sunday"]


def put(change, match, names):
    word = match[0]
    if change["put"] == "next-digit":
        return str((int(word) + 1) % 10)
    if change["put"] == "next-weekday":
        return WEEKDAYS[(WEEKDAYS.index(word) + 1) % 7]
    if change["put"] == "next-name":
        return names[(names.index(word) + 1) % len(names)]
    return match.expand(change["put"])


def changed(text, change):
    """Yield line and text of the manuscript with one change of a kind."""
    marked = re.compile(r"(?<!\\)\[\d+\](?!:)")
    lines = text.splitlines()
    names = sorted(set(re.findall(change["find"], text)))
    places = [
        (number, match)
        for number, line in enumerate(lines)
        for match in re.finditer(change["find"], line)
        if change.get("within") != "quoted"
        or (marked.search(line) and not line.startswith("|"))
    ]
    for number, match in places[:: max(1, len(places) // MOST_CHANGES)]:
        line = lines[number]
        new = put(change, match, names)
        line = line[: match.start()] + new + line[match.end() :]
        yield number + 1, "\n".join([*lines[:number], line, *lines[number + 1 :]])


@pytest.mark.parametrize(
    "change", load("changes.yaml"), ids=lambda change: change["find"]
)
def test_every_change_is_told_with_its_line(issue, record, change):
    text = issue.read_text(encoding="utf-8")
    missed = []
    for line, new in changed(text, change):
        faults, _, _ = check_manuscript(new, record, "issue.md")
        if line not in {fault.line for fault in faults}:
            missed.append((line, new.splitlines()[line - 1]))
    assert missed == []


@pytest.mark.parametrize("case", load("furniture.yaml"), ids=lambda case: case["find"])
def test_a_change_beside_sentences_is_told_once(issue, note, case):
    path = note if case.get("style") == "note" else issue
    text = path.read_text(encoding="utf-8")
    record = json.loads(path.with_suffix(".json").read_text(), parse_float=Decimal)
    assert case["find"] in text
    new = text.replace(case["find"], case["put"], 1)
    faults, _, _ = check_manuscript(new, record, "issue.md")
    line = text.count("\n", 0, text.index(case["find"])) + 1
    assert [fault.line for fault in faults] == [line], faults
    told = re.sub("[\"'’]", "", faults[0].what)
    assert re.search(rf"was: .*{re.escape(case['was'])}", told)


def rewrap(text, width):
    """Wrap every paragraph and list item anew, as an editor's program might."""
    out = []
    for line in text.splitlines():
        lead = re.match(r" *(?:(?:[-*]|\d+\.) )?", line)[0]
        plain = (
            not line.strip() or line.lstrip()[0] in "|#" or re.match(r"\[\d+\]:", line)
        )
        indent = " " * len(lead)
        out += (
            [line]
            if plain
            else textwrap.wrap(
                line,
                width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    return "\n".join(out) + "\n"


NOTE = (
    "\n\nEditor's note: call the desk at 10:00, and print 3 copies. Nothing else.\n\n"
)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: rewrap(text, 40),
        lambda text: rewrap(text, 72),
        lambda text: rewrap(text, 100),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: text.replace("\n\n## ", NOTE + "## "),
        lambda text: text.replace("\n\n## ", "\n\n### From the desk\n\n## "),
        lambda text: text.replace("## Timeline", "## What happened when"),
        lambda text: re.sub(r"\|-+\|", "|:---|", text),
        lambda text: re.sub(r" {2,}\|", " |", text),
        lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
        lambda text: text.replace("–", "-").replace("…", "..."),
        lambda text: re.sub(r" \[(\d+)\](?!:)", "\u00a0[\\1]", text),
    ],
    ids=[
        *("wrap-40", "wrap-72", "wrap-100", "crlf", "trailing", "blank", "note"),
        *("heading", "renamed", "alignment", "padding", "quotes", "dashes", "no-break"),
    ],
)
def test_an_editors_own_changes_pass(issue, record, edit):
    faults, notes, _ = check_manuscript(
        edit(issue.read_text(encoding="utf-8")), record, "issue.md"
    )
    assert faults == notes == ()


def test_a_sentence_that_is_taken_out_is_noted(issue, record):
    text = issue.read_text(encoding="utf-8")
    sentences = [
        sentence
        for section in record["sections"]
        for item in section["items"]
        for sentence in item["sentences"]
    ]
    once = next(
        line
        for line in reversed(text.splitlines())
        if sum(f"[{each['citation']}]" in line for each in sentences) == 1
        and not line.startswith(("|", "-", "[", "1", "2", "3", "4", "5"))
        and text.count(line.split(" [")[0]) == 1
    )
    faults, notes, _ = check_manuscript(text.replace(once, ""), record, "issue.md")
    assert faults == ()
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("A sentence of nobody's. [1]\n", "none of the quoted sentences"),
        ("[3]\n", "none of the quoted sentences"),
        ("A sentence. [999]\n", "cites nothing"),
        ("[1]: https://elsewhere.example\n", "leads elsewhere"),
        ("| a row | of nobody's | [1] |\n", "none of the key figures"),
    ],
)
def test_what_an_editor_may_not_add(issue, record, new, says):
    text = issue.read_text(encoding="utf-8")
    place = text.index("## Ahead")
    faults, _, _ = check_manuscript(
        f"{text[:place]}{new}\n{text[place:]}", record, "issue.md"
    )
    line = text.count("\n", 0, place) + 1
    assert [fault.line for fault in faults if says in fault.what][:1] == [line]


def test_words_put_before_a_quote_are_told(issue, record):
    text = issue.read_text(encoding="utf-8")
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[A-Z“].*\.”? \[\d+\]$", line):
            new = [*lines[:number], f"It is false that {line}", *lines[number + 1 :]]
            faults, _, _ = check_manuscript("\n".join(new), record, "issue.md")
            assert [fault.line for fault in faults] == [number + 1]


def test_words_put_among_sentences_are_told(issue, record):
    text = issue.read_text(encoding="utf-8")
    invented = " Some 40 people died in Kyiv."
    places = [
        match.end()
        for match in re.finditer(r"(?<=\.) \[\d+\](?![:\d]| \[)", text)
        if text[text.rfind("\n", 0, match.end()) + 1] != "|"
    ]
    for place in places:
        new = text[:place] + invented + text[place:]
        faults, _, _ = check_manuscript(new, record, "issue.md")
        line = text.count("\n", 0, place) + 1
        assert [fault.line for fault in faults] == [line]
        assert "a paragraph of its own" in faults[0].what


def test_a_changed_sentence_of_the_timeline_is_one_fault(issue, record):
    lines = issue.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"- \*\*\w+ \d+\*\* .* on ", line):
            new = [*lines[:number], line.replace(" on ", " near ", 1)]
            new += lines[number + 1 :]
            faults, _, _ = check_manuscript("\n".join(new), record, "issue.md")
            assert [fault.line for fault in faults] == [number + 1]
            assert "(was: 'on', is: 'near')" in faults[0].what


@pytest.mark.parametrize("word", ["Kharkiv", "killed", "missile", "Institute"])
def test_a_changed_word_of_the_timeline_is_no_figures_fault(note, word):
    text = note.read_text(encoding="utf-8")
    record = json.loads(note.with_suffix(".json").read_text(), parse_float=Decimal)
    at = text.index(word, text.index("## Timeline"))
    new = f"{text[:at]}Xyz{text[at + len(word) :]}"
    faults, _, _ = check_manuscript(new, record, "issue.md")
    assert [fault.line for fault in faults] == [text.count("\n", 0, at) + 1]
    assert f"(was: '{word}', is: 'Xyz')" in faults[0].what


def test_the_words_of_a_style_are_read_where_the_issue_lies(tmp_path):
    folder = tmp_path / "templates" / "house"
    folder.mkdir(parents=True)
    told = "extends: note\nlabels:\n  status: {single: one source}\n"
    (folder / "style.yaml").write_text(told, encoding="utf-8")
    wording = read_wording("house", [tmp_path])
    assert wording.labels["status"]["single"] == "one source"
    assert wording.labels["status"]["agreed"] == "two origins"
    assert wording.labels["takeaways"] == "In short"
    assert read_wording("nowhere", [tmp_path]) is None
    (folder / "style.yaml").write_text("{", encoding="utf-8")
    assert read_wording("house", [tmp_path]) is None


def test_a_style_or_record_that_does_not_fit_is_done_without(issue, record, tmp_path):
    text = issue.read_text(encoding="utf-8")
    for style in (5, ["x"], "a\0b", "../.."):
        odd = record | {"edition": record["edition"] | {"style": style}}
        assert check_manuscript(text, odd, "issue.md")[0] == ()
    folder = tmp_path / "templates" / "roundup"
    folder.mkdir(parents=True)
    (folder / "style.yaml").write_text("labels: 5", encoding="utf-8")
    assert check_manuscript(text, record, "issue.md", folders=[tmp_path])[0] == ()
    figures = [{**figure, "origins": None} for figure in record["figures"]]
    check_manuscript(text, record | {"figures": figures}, "issue.md")


def test_an_issue_in_an_unknown_style_is_held_to_its_record(issue, record):
    text = issue.read_text(encoding="utf-8")
    other = record | {"edition": record["edition"] | {"style": "nowhere"}}
    assert check_manuscript(text, other, "issue.md")[0] == ()
    new = text.replace("57,000", "61,000")
    assert len(check_manuscript(new, other, "issue.md")[0]) >= 1


def test_two_marks_that_are_exchanged_are_told(issue, record):
    text = issue.read_text(encoding="utf-8")
    swapped = text.replace(". [1] ", ". [x] ").replace(" [2]", " [1]")
    swapped = swapped.replace(". [x] ", ". [2] ")
    faults, _, _ = check_manuscript(swapped, record, "issue.md")
    assert any("its marks" in fault.what for fault in faults)


def test_hostile_manuscripts_are_read_in_time(record):
    for text in (
        "[" * 50_000,
        "\\" * 50_000,
        "|" * 50_000,
        "*_" * 50_000,
        "a " * 50_000,
    ):
        check_manuscript(text, record, "issue.md")
