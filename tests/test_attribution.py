"""Who says so: sources of sentences and of figures."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefing.annotate import annotate
from briefing.model.article import Article, Block
from briefing.model.names import Name, NameList
from briefing.model.span import Span

LOADED = yaml.safe_load(
    (Path(__file__).parent / "cases/attribution/attribution.yaml").read_text("utf-8")
)
NAMES = NameList(
    tuple(
        Name(
            each["name"],
            each["kind"],
            tuple(each.get("variants", ())),
            each.get("party"),
        )
        for each in LOADED["names"]
    )
)


def make_article(paragraphs, role="paragraph"):
    text, blocks = "\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = blocks[-1].span.end + 1 if blocks else 0
        blocks.append(Block(Span(start, start + len(paragraph)), role, "test"))
    return Article("a", "a.txt", text, "0" * 64, tuple(blocks), "plain")


def read(paragraphs):
    return annotate(make_article(paragraphs), names=NAMES)


@pytest.mark.parametrize("case", LOADED["cases"], ids=lambda case: case["title"])
def test_sentence_has_its_source(case):
    sentences = [s for passage in read(case["text"]) for s in passage.sentences]
    assert len(sentences) == len(case["says"])
    for sentence, wanted in zip(sentences, case["says"], strict=True):
        found = sentence.attribution
        if wanted is None:
            assert found is None, found
            continue
        assert found is not None
        got = {key: getattr(found, key) for key in wanted}
        assert got == wanted
        assert found.inherited is wanted.get("inherited", False)


@pytest.mark.parametrize("case", LOADED["figures"], ids=lambda case: case["title"])
def test_figure_has_the_nearest_source(case):
    (passage,) = read([case["text"]])
    assert [figure.attribution for figure in passage.figures] == case["says"]


def test_source_is_verbatim_at_its_span():
    article = make_article(["“It is ours,” Nordmann said. “It stays ours,” he added."])
    for sentence in annotate(article, names=NAMES)[0].sentences:
        found = sentence.attribution
        assert found.span.cut(article.text) == found.text
