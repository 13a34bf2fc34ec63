"""What reports the same thing, and whom it goes back to."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from briefing.annotate import annotate
from briefing.model.article import Article, Block, Published
from briefing.model.names import Name, NameList
from briefing.model.selection import Candidate
from briefing.model.span import Span
from briefing.select.cluster import cluster, rarity_of
from briefing.select.origins import origins_of
from briefing.select.sameness import ground_of
from briefing.select.telling import Rarity, likeness, stem, telling_words
from briefing.select.vague import vagueness

CASES = Path(__file__).parent / "cases" / "select"
TUESDAY = date(2031, 5, 6)
NAMES = NameList(
    (
        Name("Staff", "organisation", ("the Staff",), party="north"),
        Name("Northern Command", "organisation", (), party="north"),
        Name("Ministry", "organisation", ("the Ministry",), party="south"),
        Name("Monitor", "organisation", ("the Monitor",), party="neutral"),
    )
)


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def read(id, text, *, publisher="Gazette", kind="original", names=NAMES):
    """Give an article of one paragraph, and its first sentence as a candidate."""
    block = Block(Span(0, len(text)), "paragraph", "test")
    article = Article(
        id,
        id,
        text,
        "",
        (block,),
        "plain",
        Published(TUESDAY),
        publisher=publisher,
        kind=kind,
    )
    (passage,) = annotate(article, names=names)
    return article, Candidate(id, passage, 0, "topic", "news", {"total": 3.0})


@pytest.mark.parametrize("case", load("same.yaml"), ids=title)
def test_two_sentences_report_the_same_or_not(case):
    _, one = read("a", case["a"], names=NameList())
    _, other = read("b", case["b"], names=NameList())
    assert ground_of(one, other) == case["ground"]
    assert ground_of(other, one) == case["ground"]


@pytest.mark.parametrize("case", load("origins.yaml"), ids=title)
def test_a_report_goes_back_to_its_origins(case):
    articles, members = {}, []
    for at, told in enumerate(case["told"]):
        kind = told.get("kind", "original")
        article, member = read(f"a{at}", told["text"], publisher=told["by"], kind=kind)
        credited = tuple(told.get("credits", ()))
        articles[article.id] = replace(article, credits=credited)
        members.append(member)
    found = origins_of(members, articles)
    rules = {link.article: link.rule for origin in found for link in origin.links}
    assert [rules[f"a{at}"] for at in range(len(members))] == case["rules"]
    assert len(found) == case["origins"]


def test_a_chain_leads_from_the_source_to_the_outlet_and_what_it_credits():
    article, member = read("a", "The Monitor said that the reef had died.")
    article = replace(article, credits=("Northern Wire",))
    (origin,) = origins_of([member], {"a": article})
    assert origin.name == "Monitor"
    assert origin.links[0].via == ("Gazette, crediting Northern Wire",)


def test_a_roundup_that_says_more_still_steps_back():
    told = [
        ("a", "roundup", "The storm at Selm killed 1,204 sheep and tore 37 roofs off."),
        (
            "b",
            "original",
            "The storm at Selm tore 37 roofs off and killed 1,204 sheep.",
        ),
    ]
    read_in = [read(id, text, kind=kind) for id, kind, text in told]
    articles = {article.id: article for article, _ in read_in}
    (made,) = cluster([each for _, each in read_in], articles)
    assert made.lead.article == "b"


def test_rare_words_tell_more_than_common_ones():
    texts = [f"The dam at place number {at} holds." for at in range(20)]
    rarity = Rarity([*texts, "Kolmak fell."])
    assert rarity.of("kolmak") > 2 * rarity.of("dam")
    one, other = telling_words("The dam holds."), telling_words("A dam holds.")
    assert likeness(one, other, rarity) == pytest.approx(1.0)
    assert likeness(one, telling_words("Kolmak fell."), rarity) == 0.0


def test_nine_prints_of_one_paragraph_do_not_make_its_words_common():
    once, often = Rarity(["Kolmak fell.", "b"]), Rarity(["Kolmak fell."] * 9 + ["b"])
    assert once.of("kolmak") == often.of("kolmak")


@pytest.mark.parametrize(
    ("word", "other"),
    [("leaking", "leaked"), ("expelled", "expelling"), ("closed", "close")],
)
def test_endings_of_verbs_are_cut_off(word, other):
    assert stem(word) == stem(other)


def test_the_common_words_of_an_issue_merge_nothing():
    texts = [
        f"The army said that the front near Ostrel and village {name} was calm."
        for name in ("Alva", "Borin", "Celm", "Doran", "Elvas", "Ferm")
    ]
    candidates = [read(f"a{at}", text)[1] for at, text in enumerate(texts)]
    rarity = rarity_of(candidates)
    assert ground_of(candidates[0], candidates[1], rarity) is None


def test_a_sentence_that_never_ends_is_compared_in_time():
    text = "It did not yet hold. " + "did not yet, the dam, " * 60_000
    _, one = read("a", text, names=NameList())
    _, other = read("b", text.replace("dam", "port"), names=NameList())
    start = time.perf_counter()
    ground_of(one, other)
    vagueness(one.passage, one.sentence)
    assert time.perf_counter() - start < 5
