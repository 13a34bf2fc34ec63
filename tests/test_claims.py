"""Claims: when sentences of two articles state one quantity, by number and words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefing.annotate import annotate
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.selection import Candidate
from briefing.model.span import Span
from briefing.select.ledger.grouping import group_entries
from briefing.select.ledger.quantities import equal_value, same_quantity
from briefing.select.ledger.statements import make_entries

CASES = Path(__file__).parent / "cases" / "claims"


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def entries(id, text, published):
    block = Block(Span(0, len(text)), "paragraph", "test")
    article = Article(id, id, text, "", (block,), "plain", Published(published))
    candidates = [
        Candidate(id, passage, index, "topic", "news")
        for passage in annotate(article, names=NameList())
        for index in range(len(passage.sentences))
    ]
    days = {id: published}
    return list(make_entries(candidates, NameList(), days, {}, {id: article}))


def both(case):
    first = case["published"]
    return (
        entries("a", case["a"], first),
        entries("b", case["b"], case.get("b_published", first)),
    )


@pytest.mark.parametrize("case", load("retold.yaml"), ids=title)
def test_words_tie_or_part_two_numbers(case):
    ours, theirs = both(case)
    shared = [
        equal_value(one, other)
        for one in ours
        for other in theirs
        if same_quantity(one, other)
    ]
    found = "same" if any(shared) else "same_other_value" if shared else "different"
    assert found == case["relation"]


@pytest.mark.parametrize("case", load("retold.yaml"), ids=title)
def test_the_ledger_finds_what_is_one_quantity(case):
    ours, theirs = both(case)
    groups = group_entries([*ours, *theirs])
    together = [
        group
        for group in groups
        if {entry.candidate.article for entry in group} == {"a", "b"}
    ]
    assert bool(together) == (case["relation"] != "different")
