"""Whole articles: passages in order, everything in its place, any text."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate import annotate
from briefing.model.article import Block, Published
from briefing.model.names import Name, NameList
from briefing.model.span import Span
from tests.test_attribution import make_article

NAMES = NameList(
    (
        Name("Kari Sund", "person", ("Sund",), "north"),
        Name("Bodo", "place", ("Bodø",)),
        Name("Group 7", "organisation", ()),
    )
)


def make_page():
    article = make_article(
        ["Headline here", "Sund closed Bodø on Monday.", "Ferries", "Two ferries sank."]
    )
    roles = ("headline", "paragraph", "heading", "paragraph")
    blocks = [
        replace(block, role=role)
        for block, role in zip(article.blocks, roles, strict=True)
    ]
    return replace(article, blocks=tuple(blocks), published=Published(date(2025, 2, 7)))


def test_passages_are_the_printable_blocks_in_order():
    passages = annotate(make_page(), names=NAMES)
    assert [passage.index for passage in passages] == [1, 3]
    assert [passage.heading for passage in passages] == [None, "Ferries"]
    assert [passage.is_lede for passage in passages] == [True, False]
    assert passages[0].text == "Sund closed Bodø on Monday."


def test_captions_are_annotated_but_are_no_lede():
    article = make_article(["Boats in May. Photo: Sund", "Two ferries sank."])
    caption = replace(article.blocks[0], role="caption")
    article = replace(article, blocks=(caption, article.blocks[1]))
    passages = annotate(article, names=NAMES)
    assert [(p.role, p.is_lede) for p in passages] == [
        ("caption", False),
        ("paragraph", True),
    ]


def test_days_and_mentions_are_found():
    (first, _) = annotate(make_page(), names=NAMES)
    assert [day.first for day in first.sentences[0].event_days] == [date(2025, 2, 3)]
    assert [mention.name for mention in first.mentions] == ["Kari Sund", "Bodo"]


def test_numbers_in_dates_and_names_are_no_figures():
    article = make_article(
        ["On February 7, 2025 Group 7 met 20 sailors for two hours."]
    )
    (passage,) = annotate(article, names=NAMES)
    assert [figure.text for figure in passage.figures] == ["20", "two hours"]


PIECES = st.sampled_from(
    [
        *("He said", "“It is", "ours,”", "The ministry", "Sund", "killed 20", "people"),
        *("in in", "on Monday", ".", "?", '"', "(", ")", ", which", "according to"),
        *("Bodø", "the report", "than half of", "7", "\u0301", "Mr.", "[", "—", "say"),
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=16).map(" ".join) | st.text(max_size=50))
def test_every_span_cuts_its_words_on_any_text(text):
    article = replace(
        make_article([text]), blocks=(Block(Span(0, len(text)), "paragraph", "test"),)
    )
    for passage in annotate(article, names=NAMES):
        for found in (*passage.sentences, *passage.figures, *passage.timexes):
            assert found.span.cut(text) == found.text
        for sentence in passage.sentences:
            for found in (sentence.attribution, *sentence.needs):
                assert found is None or found.span.cut(text) == found.text
            for need in sentence.needs:
                assert sentence.span.covers(need.span)


def test_a_line_without_end_takes_linear_time():
    for piece in ("said ", "he ", "The X said, ", "“a, ", "in in ", "20 people "):
        text = piece * (60_000 // len(piece))
        began = time.process_time()
        annotate(make_article([text]), names=NAMES)
        assert time.process_time() - began < 5, piece


def test_long_articles_take_linear_time():
    text = "Two ships sank, officials said. The ministry says “He is here. Sund left.” "
    for paragraphs in ([text * 800], [text] * 800):
        began = time.process_time()
        annotate(make_article(paragraphs), names=NAMES)
        assert time.process_time() - began < 5


def make_paragraphs(*paragraphs):
    return replace(make_article(paragraphs), published=Published(date(2025, 2, 7)))


def test_a_paragraph_goes_on_with_the_sentence_that_ends_the_one_before():
    article = make_paragraphs("A barge sank on Tuesday.", "It carried grain.")
    first, second = annotate(article, names=NameList())
    assert second.sentences[0].event_days == first.sentences[0].event_days
    assert second.sentences[0].days_from == "sentence before"


def test_an_hour_with_its_zone_falls_on_the_day_of_the_editions_zone():
    article = make_paragraphs("The quake struck at 23:30 GMT on Thursday.")
    (here,) = annotate(article, names=NameList(), zone=ZoneInfo("Europe/Kyiv"))
    (there,) = annotate(article, names=NameList())
    assert [run.first.day for run in here.sentences[0].event_days] == [7]
    assert [run.first.day for run in there.sentences[0].event_days] == [6]
