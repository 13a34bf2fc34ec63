"""`briefing explain`: the sum, what beat what, and the page for the morning meeting."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.reasons import sum_words

WEEK = ["--from", "2025-05-05", "--to", "2025-05-11"]
CONFIG = """
desk: {timezone: UTC}
sources: [in/]
topics:
  dam: {title: The dam, any: [dam]}
editions:
  week: {covers: monday to sunday, budget: {sentences: 1, takeaways: 1}}
"""
HOSTILE = "<script>alert(1)</script>"
ARTICLES = [
    ("Gazette", "The dam at Selm broke on Tuesday and killed 12 people, police said."),
    ("Courier", "The dam at Selm broke on Tuesday and killed 12 people, police said."),
    ("Herald", "Divers found a crack of two metres in the dam near Ostrel on Monday."),
    ("Post", "Concern about the dam is growing."),
    ("Echo", f"Guards {HOSTILE} closed the road below the dam on Wednesday night."),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A desk of five short articles with one issue, made once."""
    folder = tmp_path_factory.mktemp("explain")
    (folder / "in").mkdir()
    (folder / "briefing.yaml").write_text(CONFIG, "utf-8")
    records = [
        json.dumps(
            {"id": f"a{at}", "publisher": by, "text": text, "published": "2025-05-08"}
        )
        for at, (by, text) in enumerate(ARTICLES)
    ]
    (folder / "in" / "told.jsonl").write_text("\n".join(records), "utf-8")
    config = ["--config", str(folder / "briefing.yaml")]
    assert main(["build", *WEEK, *config, "--formats", "md,json"]) == 0
    return folder


@pytest.fixture
def desk(built, tmp_path, monkeypatch):
    """A copy of that desk, to work in."""
    shutil.copytree(built, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def explain(capsys, *arguments):
    capsys.readouterr()
    code = main(["explain", "week/2025-05-11", *map(str, arguments)])
    done = capsys.readouterr()
    return code, " ".join(done.out.split()), done.err


def test_the_sum_of_a_sentence_is_told_and_adds_up(desk, capsys):
    code, out, _ = explain(capsys, 1)
    assert code == 0
    told = re.search(r"score ((?:[-+]? ?\w+ [\d.]+ ?)+)= (-?[\d.]+)", out)
    terms = re.findall(r"([-+]?) ?\w+ ([\d.]+)", told[1])
    total = sum(-float(n) if sign == "-" else float(n) for sign, n in terms)
    assert total == pytest.approx(float(told[2]), abs=0.001)


def test_a_sum_is_written_with_its_signs():
    scores = {"day": 1.0, "vague": -2.0, "total": -1.0}
    assert sum_words(scores) == "day 1 - vague 2 = -1"


def test_the_way_of_a_report_is_told_with_its_rule(desk, capsys):
    _, out, _ = explain(capsys, 1)
    assert "reported by 2 articles, 1 independent origin" in out
    assert "origin Gazette (its own report)" in out
    assert "origin Gazette -> Courier (its words are a copy)" in out


def test_what_was_outranked_is_named_with_what_beat_it(desk, capsys):
    code, out, _ = explain(capsys, "--rejected")
    assert code == 0
    assert re.search(r"- -?[\d.]+ Post, ¶ 1: “Concern about the dam is growing.”", out)
    assert "ranks too low" in out
    assert re.search(r"(?:outranked|too like what is printed): would add [\d.]+", out)
    assert re.search(r"beaten by \[\d\] [\d.]+ “", out)
    assert "reports the same (copy)" in out


def test_without_its_articles_an_issue_tells_what_it_knows(desk, capsys):
    shutil.rmtree(desk / "in")
    code, out, _ = explain(capsys, "--rejected")
    assert code == 0
    assert "not told: what else was weighed" in out
    code, _, err = explain(capsys, "--html", "page.html")
    assert code == 2
    assert "--articles" in err or "in/" in err


def test_changed_articles_are_noted(desk, capsys):
    path = desk / "in" / "told.jsonl"
    path.write_text(path.read_text("utf-8").replace("two metres", "six metres"))
    _, out, _ = explain(capsys, "--rejected")
    assert "note: 1 of its articles have changed" in out


class Tags(HTMLParser):
    """Collects the tags of a page, and checks that each is closed."""

    VOID = frozenset({"meta", "input", "col", "br", "link", "img"})

    def __init__(self):
        super().__init__()
        self.found = []
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_holds_every_sentence_and_nothing_from_elsewhere(desk, capsys):
    code, out, _ = explain(capsys, "--html", "page.html")
    assert (code, out) == (0, "page.html")
    page = Path("page.html").read_text("utf-8")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    rows = [attrs for tag, attrs in tags.found if tag == "tr" and "data-fate" in attrs]
    assert len(rows) == len(ARTICLES)
    assert len({row["id"] for row in rows}) == len(rows)
    assert {"takeaway", "same", "weak"} <= {row["data-fate"] for row in rows}
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page
    assert [tag for tag, _ in tags.found].count("script") == 1
    assert not any({"src", "onclick"} & set(attrs) for _, attrs in tags.found)
    links = {attrs["href"] for tag, attrs in tags.found if tag == "a"}
    assert links <= {f"#{row['id']}" for row in rows}
    assert "http:" not in page
    assert "https:" not in page
    assert "default-src 'none'" in page


def test_the_terms_on_the_page_add_up(desk, capsys):
    explain(capsys, "--html", "page.html")
    page = Path("page.html").read_text("utf-8")
    tables = re.findall(r'<table class="terms">(.*?)</table>', page, re.S)
    assert len(tables) == len(ARTICLES)
    for table in tables:
        numbers = re.findall(r"<td>((?:&minus;|-)?[\d.]+)</td>", table)
        *terms, total = [float(n.replace("&minus;", "-")) for n in numbers]
        assert sum(terms) == pytest.approx(total, abs=0.001)
