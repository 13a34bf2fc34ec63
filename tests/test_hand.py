"""The editor's hand: pinning and spiking, kept beside the issue and honoured."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli import main
from briefing.config.hand import load_hand, parse_hand, with_mark, without_mark
from briefing.errors import ConfigError
from briefing.model.hand import Mark

CONFIG = """\
desk: {timezone: UTC}
sources: [articles/]
topics:
  harbour: {title: Harbour, any: [harbour, barge]}
  bakers: {title: Bakers, any: [bakery, bread]}
editions:
  weekly:
    every: saturday 06:00
    covers: monday to friday
    label: Week
    formats: [md, json]
    sections: [takeaways, topics, sources]
    budget: {takeaways: 1, sentences: 1}
    require: {articles: 1, items: 1}
"""
ARTICLES = """\
one.txt: {publisher: Harbour Post, published: 2025-02-07}
two.txt: {publisher: Coast Radio, published: 2025-02-07}
late.txt: {publisher: Coast Radio, published: 2025-02-09}
"""
ONE = """\
A barge sinks at the mill

The harbour master said on Wednesday that a barge with 40 tonnes of grain had sunk.

Divers closed the harbour for two days, police said on Thursday.

Bakers sold bread at half price on Friday, the guild said.

The guild paid for a lamp above the old lock on Tuesday.
"""
TWO = """\
Grain lost

On Wednesday a barge with 40 tonnes of grain sank in the harbour, its owner said.

The owner has hired a crane to raise the barge, he said on Friday.
"""
LATE = """\
Crane arrives

A crane lifted the barge out of the harbour on Saturday, the owner said.
"""
ISSUE = "weekly/2025-02-07"


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A small desk with an issue of three articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "briefing.yaml").write_text(CONFIG)
    (tmp_path / "articles" / "articles.yaml").write_text(ARTICLES)
    for name, text in (("one", ONE), ("two", TWO), ("late", LATE)):
        (tmp_path / "articles" / f"{name}.txt").write_text(text)
    assert build() == 0
    return tmp_path


def build(*more):
    days = ("--from", "2025-02-03", "--to", "2025-02-07", "--as-of", "2025-02-10")
    return main(["build", "weekly", *days, *more])


def record(house):
    return json.loads((house / f"reports/{ISSUE}/weekly-2025-02-07.json").read_text())


def printed(house):
    return [
        sentence
        for section in record(house)["sections"]
        for item in section["items"]
        for sentence in item["sentences"]
    ]


def is_printed(house, words):
    return any(words in sentence["text"] for sentence in printed(house))


def hand(house):
    return house / f"reports/{ISSUE}/weekly-2025-02-07.hand.yaml"


def test_what_is_pinned_is_printed_first_and_marked(house):
    assert not is_printed(house, "hired a crane")
    assert main(["pin", ISSUE, "HIRED a crane"]) == 0
    assert build() == 0
    assert is_printed(house, "hired a crane")
    (pinned,) = [one for one in printed(house) if one["pinned"]]
    assert "hired a crane" in pinned["text"]
    assert main(["verify", str(house / f"reports/{ISSUE}")]) in (0, 2)


def test_what_is_pinned_is_honoured_at_every_build_and_past_the_budget(house):
    for words in ("hired a crane", "closed the harbour"):
        assert main(["pin", ISSUE, words]) == 0
    for _ in range(2):
        assert build() == 0
        assert sum(one["pinned"] for one in printed(house)) == 2


def test_what_is_spiked_goes_with_what_reports_the_same(house):
    number = next(
        one["number"] for one in record(house)["citations"] if "barge" in one["quote"]
    )
    assert main(["spike", ISSUE, str(number)]) == 0
    assert build() == 0
    assert not is_printed(house, "40 tonnes")
    reasons = {one["why"] for one in record(house)["held"] if "40" in one["what"]}
    assert "spiked by the editor" in reasons


def test_a_decision_is_taken_back(house, capsys):
    before = (house / f"reports/{ISSUE}/weekly-2025-02-07.md").read_bytes()
    assert main(["spike", ISSUE, "closed the harbour"]) == 0
    assert main(["pin", ISSUE, "hired a crane"]) == 0
    assert build() == 0
    assert main(["spike", ISSUE, "closed the harbour", "--undo"]) == 0
    assert main(["pin", ISSUE, "crane", "--undo"]) == 0
    capsys.readouterr()
    assert main(["pin", ISSUE]) == 0
    assert "nothing is pinned or spiked" in capsys.readouterr().out
    assert build() == 0
    assert (house / f"reports/{ISSUE}/weekly-2025-02-07.md").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("barge", "stands in"),
        ("a submarine surfaced", "stands in no sentence"),
        ("out of the harbour on Saturday", "after the cut-off"),
        ("999", "there is no citation 999"),
    ],
)
def test_words_that_mean_no_sentence_or_several_are_told(house, capsys, words, told):
    assert main(["pin", ISSUE, words]) == 2
    assert told in capsys.readouterr().err
    assert not hand(house).exists()


def test_candidates_are_listed_where_words_are_ambiguous(house, capsys):
    main(["pin", ISSUE, "barge"])
    err = capsys.readouterr().err
    assert "hired a crane" in err or "40 tonnes" in err


def test_a_pinned_sentence_of_no_topic_needs_one(house, capsys):
    hand(house).write_text("marks:\n- pin: a lamp above the old lock\n")
    assert build() in (0, 2)
    hand(house).write_text(
        "marks:\n- pin: a lamp above the old lock\n  topic: harbor\n"
    )
    capsys.readouterr()
    assert build() == 2
    err = capsys.readouterr().err
    assert "weekly-2025-02-07.hand.yaml:2:3" in err
    assert "harbour" in err
    hand(house).write_text(
        "marks:\n- pin: a lamp above the old lock\n  topic: bakers\n"
    )
    assert build() == 0
    assert is_printed(house, "a lamp above the old lock")


def test_a_decision_that_cannot_be_honoured_is_refused_at_once(house, capsys):
    assert main(["pin", ISSUE, "hired a crane", "--topic", "harbor"]) == 2
    assert "did you mean 'harbour'" in capsys.readouterr().err
    assert main(["pin", ISSUE, "hired a crane"]) == 0
    assert main(["spike", ISSUE, "hired a crane"]) == 2
    assert "is pinned already; take that back" in capsys.readouterr().err
    assert main(["pin", ISSUE, "hired a crane"]) == 2
    assert main(["pin", ISSUE, "hired a crane", "--topic", "bakers"]) == 0
    (mark,) = load_hand(hand(house), name="hand")
    assert mark.topic == "bakers"


def test_a_sentence_cannot_be_pinned_and_spiked(house, capsys):
    hand(house).write_text(
        "marks:\n- pin: closed the harbour\n- spike: Divers closed\n"
    )
    assert build() == 2
    assert "is pinned and" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("marks:\n- pin: a\n  spike: b\n", "hand:2:3: marks[1]: write either"),
        ("marks:\n- topic: a\n", "write either pin or spike"),
        ("marks:\n- pin: '...'\n", "no words are given"),
        ("marks:\n- spike: a\n  topic: b\n", "needs no topic"),
        ("marks:\n- pinn: a\n", "did you mean"),
        ("marks: [\n", "hand:"),
    ],
)
def test_faults_of_the_file_are_told_with_their_place(tmp_path, text, told):
    path = tmp_path / "hand"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load_hand(path, name="hand")
    assert told.partition(": marks[1]")[0] in str(error.value)
    assert told.rpartition(": ")[2] in str(error.value)


@given(st.lists(st.text(min_size=1).filter(lambda s: any(c.isalnum() for c in s))))
def test_any_words_are_read_back_as_they_were_kept(sentences):
    text = None
    for words in sentences:
        text = with_mark(text, Mark("pin", words), issue="a/b")
    kept = parse_hand(text or "", name="hand")
    assert [mark.words.split() for mark in kept] == [one.split() for one in sentences]
    for count in range(len(sentences), 0, -1):
        text = without_mark(text, 0, name="hand")
        assert len(parse_hand(text, name="hand")) == count - 1
