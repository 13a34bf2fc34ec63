"""Whole issues, made as a user makes them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefing.cli import main
from briefing.ingest import read_articles

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
LOOSE = """How the border changed

Kyiv has fought near Kursk since the retreat from Kherson in November 2022, the staff
said. Its drones struck Kursk on Tuesday.
"""
DATED = """---
published: 2025-02-06
---
# A village in Kursk changes hands

Ukrainian troops took a village in the Kursk region on Wednesday, Kyiv said.

The weather on the coast has been mild, and the fishing boats of the southern ports have
been out on most mornings of the month, which pleased the canneries. The choir of the
old town sang in the square, and the price of bread stayed where it was all winter.
"""
BUILDS = {
    "weekly": ["ukraine-weekly", "--days", "1076-1080"],
    "note": ["daily-note", "--date", "2025-02-07"],
    "one-off": ["config/kursk-six-months.yaml"],
}


def build(out, *arguments, formats="md,json"):
    code = main(["build", *arguments, "--formats", formats, "--out", str(out)])
    made = sorted(out.rglob("*.json")) if out.is_dir() else []
    record = json.loads(made[0].read_text(encoding="utf-8")) if made else None
    return code, record


def manuscript(out):
    (path,) = out.rglob("*.md")
    return path.read_text(encoding="utf-8")


def items(record):
    return [item for section in record["sections"] for item in section["items"]]


@pytest.mark.parametrize("name", BUILDS)
def test_the_sample_issues_read_as_approved(name, desk, tmp_path, update_golden):
    code, record = build(tmp_path, *BUILDS[name])
    assert code == 0
    golden = GOLDEN / f"{name}.md"
    if update_golden:
        golden.write_text(manuscript(tmp_path), encoding="utf-8")
    assert manuscript(tmp_path) == golden.read_text(encoding="utf-8")
    assert record["schema"] == "briefing/1"


@pytest.mark.parametrize("name", BUILDS)
def test_every_quote_stands_in_its_article(name, desk, tmp_path):
    _, record = build(tmp_path, *BUILDS[name])
    texts = {a.id: a.text for a in read_articles([ROOT / "seeds"]).articles}
    assert record["citations"]
    for citation in record["citations"]:
        quote = texts[citation["article"]][citation["start"] : citation["end"]]
        assert citation["quote"] == quote
        assert citation["sha256"] == hashlib.sha256(quote.encode()).hexdigest()


def test_every_item_is_cited_and_stands_in_one_section_only(desk, tmp_path):
    _, record = build(tmp_path, *BUILDS["weekly"])
    numbers = {citation["number"] for citation in record["citations"]}
    assert numbers == set(range(1, len(numbers) + 1))
    ids = [item["id"] for item in items(record)]
    assert len(ids) == len(set(ids))
    for item in items(record):
        assert item["citations"]
        assert set(item["citations"]) <= numbers
    for section in record["sections"]:
        for entry in section["entries"]:
            assert entry["item"] is None or entry["item"] in ids


def test_a_one_topic_build_has_only_that_topic(desk, tmp_path):
    _, record = build(tmp_path, *BUILDS["weekly"], "--topic", "strikes-in-russia")
    assert {s["topic"] for s in record["sections"]} == {None, "strikes-in-russia"}


def test_an_unknown_topic_names_the_nearest(desk, tmp_path, capsys):
    code, _ = build(tmp_path, *BUILDS["weekly"], "--topic", "strikes-in-rusia")
    assert code == 2
    assert "strikes-in-russia" in capsys.readouterr().err


def test_builds_are_the_same_byte_for_byte(tmp_path):
    """Neither hash seed, zone, folders, outputs nor the order of articles matter."""
    parts = [tmp_path / "articles-1", tmp_path / "articles-2"]
    for part in parts:
        part.mkdir()
    facts = yaml.safe_load((ROOT / "seeds/articles.yaml").read_text(encoding="utf-8"))
    pictures = {
        one["file"]: name
        for name, stated in facts.items()
        for one in stated.get("illustrations", ())
    }
    seeds = sorted(p.name for p in (ROOT / "seeds").iterdir() if p.suffix != ".yaml")
    for at, name in enumerate(name for name in seeds if name not in pictures):
        shutil.copy(ROOT / "seeds" / name, parts[at % 2])
    for part in parts:
        kept = {name: facts[name] for name in facts if (part / name).exists()}
        (part / "articles.yaml").write_text(yaml.safe_dump(kept), encoding="utf-8")
        for name, article in pictures.items():
            if article in kept:
                shutil.copy(ROOT / "seeds" / name, part)
    runs = [
        ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, parts, ROOT),
        ({"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}, parts[::-1], tmp_path),
    ]
    made = []
    for at, (environment, folders, cwd) in enumerate(runs):
        out = tmp_path / f"out-{at}"
        arguments = [word for part in folders for word in ("--articles", str(part))]
        subprocess.run(
            [
                *(sys.executable, "-m", "briefing", "build", "ukraine-weekly"),
                *("--config", str(ROOT / "config" / "briefing.yaml")),
                *("--days", "1076-1080", "--out", str(out), *arguments),
            ],
            env=os.environ | environment,
            cwd=cwd,
            check=True,
            capture_output=True,
        )
        made.append({p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert len(made[0]) == 6
    assert made[0] == made[1]


@pytest.fixture
def heap(tmp_path):
    """Good articles beside all that can go wrong with a file."""
    folder = tmp_path / "heap"
    shutil.copytree(ROOT / "seeds", folder)
    good = (folder / "01-kursk-six-months.txt").read_bytes()
    cut = good.index("“".encode()) + 1
    (folder / "truncated.txt").write_bytes(good[:cut])
    (folder / "empty.txt").write_bytes(b"")
    (folder / "huge.txt").write_bytes(b"word " * 10_000_000)
    cyrillic = "Вчера над городом были слышны взрывы, сообщили власти. " * 20
    (folder / "cyrillic.txt").write_bytes(cyrillic.encode("windows-1251"))
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    return folder


def test_bad_articles_never_cost_the_issue(desk, heap, tmp_path):
    arguments = (*BUILDS["weekly"], "--articles", str(heap))
    code, record = build(tmp_path / "out", *arguments)
    assert code == 0
    told = {problem["where"] for problem in record["problems"]}
    assert {"truncated.txt", "empty.txt", "huge.txt", "picture.txt"} <= told
    assert str(tmp_path) not in manuscript(tmp_path / "out")


def test_strict_makes_nothing_when_there_are_problems(desk, heap, tmp_path):
    arguments = (*BUILDS["weekly"], "--articles", str(heap), "--strict")
    code, record = build(tmp_path / "out", *arguments)
    assert (code, record) == (1, None)


def test_nothing_is_made_of_unreadable_sources(desk, tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    arguments = (*BUILDS["weekly"], "--articles", str(folder))
    code, record = build(tmp_path / "out", *arguments)
    assert (code, record) == (1, None)


@pytest.mark.parametrize("sections", ["figures, sources", "ahead, background, sources"])
def test_an_issue_may_leave_out_the_topics(sections, desk, tmp_path):
    edition = tmp_path / "short.yaml"
    edition.write_text(
        f"like: ukraine-weekly\nsections: [{sections}]\nrequire: {{items: 0}}\n"
    )
    code, record = build(tmp_path / "out", str(edition), "--days", "1076-1080")
    assert code == 0
    assert {s["type"] for s in record["sections"]} <= set(sections.split(", "))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("style: sitrep", True),
        ("style: roundup", False),
        ("{style: roundup, when_empty: say}", True),
        ("{style: sitrep, when_empty: omit}", False),
    ],
)
def test_a_style_says_whether_empty_sectors_are_told(keys, said, desk, tmp_path):
    edition = tmp_path / "short.yaml"
    own = ", ".join(
        (
            keys.strip("{}"),
            "sections: [topics, ahead]",
            "require: {articles: 1, items: 1}",
        )
    )
    edition.write_text(f"{{like: ukraine-weekly, {own}}}\n")
    code, record = build(tmp_path / "out", str(edition), "--days", "1077-1077")
    assert code == 0
    assert any(section["empty"] for section in record["sections"]) is said


# The five real articles: what an editor would insist on.


def figure_of(record, text):
    """Give the figures with a claim of these words."""
    return [
        figure
        for figure in record["figures"]
        if any(text in claim["text"] for claim in figure["claims"])
    ]


@pytest.fixture
def real_issue(desk, real_articles, tmp_path):
    code, record = build(tmp_path, *BUILDS["weekly"], "--articles", str(real_articles))
    assert code == 0
    return record, manuscript(tmp_path)


def test_the_issue_is_headed_with_its_days(real_issue):
    record, text = real_issue
    assert record["issue"]["label"] == "Days 1,076-1,080"
    assert "Days 1,076–1,080" in text


def test_no_line_of_page_furniture_is_printed(real_issue, real_articles):
    record, _ = real_issue
    printed = " ".join(item["text"] for item in items(record))
    for article in read_articles([real_articles]).articles:
        for block in article.blocks:
            line = block.span.cut(article.text)
            if block.role == "junk" and len(line.split()) > 2:
                assert line not in printed


def test_nothing_comes_from_the_day_after_the_window(real_issue):
    record, _ = real_issue
    assert not [a for a in record["articles"] if a["id"].startswith("003")]
    assert not [c for c in record["citations"] if c["article"].startswith("003")]


def test_the_captured_are_one_entry_with_three_sources_and_one_partys_word(real_issue):
    (figure,) = figure_of(real_issue[0], "909")
    assert len({claim["citation"] for claim in figure["claims"]}) == 3
    assert figure["status"] == "claimed"


def test_a_number_rounded_is_one_entry_and_each_sides_losses_are_two(real_issue):
    record, _ = real_issue
    assert figure_of(record, "16,000") == figure_of(record, "16,100")
    (lost,), (casualties,) = figure_of(record, "40,000"), figure_of(record, "57,000")
    assert lost["id"] != casualties["id"]


def test_the_article_of_last_summer_is_background_at_most(real_issue):
    record, _ = real_issue
    assert all(
        item["role"] == "background"
        for item in items(record)
        if item["article"].startswith("004")
    )


@pytest.fixture
def undated_issue(desk, real_articles, tmp_path):
    """The real articles' weekly issue, with facts stated but for the days."""
    folder = tmp_path / "undated"
    folder.mkdir()
    for path in real_articles.glob("*.txt"):
        shutil.copy(path, folder)
    facts = yaml.safe_load((real_articles / "articles.yaml").read_text("utf-8"))
    for stated in facts.values():
        del stated["published"]
    (folder / "articles.yaml").write_text(yaml.safe_dump(facts), encoding="utf-8")
    arguments = (*BUILDS["weekly"], "--articles", str(folder))
    code, record = build(tmp_path / "out", *arguments)
    assert code == 0
    return record, manuscript(tmp_path / "out")


def test_days_that_nobody_states_are_inferred_and_bracketed(real_issue, undated_issue):
    record, text = undated_issue
    days = {one["id"][:3]: one["published"] for one in record["articles"]}
    assert days == {
        "000": "2025-02-07/..",
        "001": "2025-02-07/..",
        "002": "2025-02-07/..",
        "004": "2024-08-10/2024-08-16",
    }
    evidence = {o["id"][:3]: o["published_evidence"] for o in record["articles"]}
    assert "shares with 001" in evidence["002"]
    assert text.count("[not before 7 February 2025") == 3
    bracketed = re.compile(r"\\\[(?:not before |between \d+ \w+ \d+ and )(.*?)\\\]")
    unbracketed = bracketed.sub(lambda found: found[1], text)
    assert " Day of publication inferred" in unbracketed
    unbracketed = re.sub(r" Day of publication inferred.*?\.(?= )", "", unbracketed)
    stated = real_issue[1].replace("13 August 2024", "16 August 2024")
    assert unbracketed == stated


def test_an_article_that_nothing_ties_to_a_day_is_listed(desk, tmp_path):
    folder = tmp_path / "loose"
    folder.mkdir()
    (folder / "a.txt").write_text(LOOSE, encoding="utf-8")
    (folder / "b.md").write_text(DATED, encoding="utf-8")
    arguments = (*BUILDS["weekly"], "--topic", "kursk", "--articles", str(folder))
    code, record = build(tmp_path / "out", *arguments)
    assert code == 0
    (held,) = [one for one in record["held"] if one["citation"] is None]
    assert "[not before 1 November 2022]" in held["why"]
    assert all(item["article"] != "a" for item in items(record))


def test_an_event_told_by_two_has_the_day_that_one_of_them_names(real_issue):
    record, _ = real_issue
    quotes = {one["number"]: one["quote"] for one in record["citations"]}
    (advance,) = [
        sentence
        for item in items(record)
        for sentence in item["sentences"]
        if "said on February 7" in quotes[sentence["citation"]]
        and "advanced" in quotes[sentence["citation"]]
    ]
    assert any("on February 6" in quotes[number] for number in advance["also"])
    assert advance["said_on"] == "2025-02-07"
    assert advance["event_days"] == ["2025-02-06"]
    assert advance["days_from"] == "another report"
