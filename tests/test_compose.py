"""Composition: brackets, citation numbers, sections, gaps."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from briefing.compose import compose
from briefing.compose.edits import apply_edits, edits_of
from briefing.config.schema import DeskConfig, EditionConfig, TopicConfig
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.passage import Need, Passage, Sentence
from briefing.model.selection import (
    Candidate,
    Chosen,
    Cluster,
    Moment,
    Selection,
    Takeaway,
)
from briefing.model.slot import Slot
from briefing.model.span import DateRange, Span
from briefing.model.timex import Timex
from briefing.text.days import day_words, run_words

UTC = ZoneInfo("UTC")
WINDOW = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
SLOT = Slot(
    window=WINDOW,
    since=datetime(2025, 2, 1, tzinfo=UTC),
    cut_off=datetime(2025, 2, 8, tzinfo=UTC),
    as_of=datetime(2025, 2, 8, tzinfo=UTC),
    number=2,
)


def passage_of(text, *, words=None, timex=None, needs=()):
    """Make a passage of one sentence with at most one time expression."""
    span = Span(0, len(text))
    found = ()
    if words is not None:
        start = text.index(words)
        found = (
            Timex(
                span=Span(start, start + len(words)),
                text=words,
                why="published Friday 7 February",
                rule="test",
                **timex,
            ),
        )
    sentence = Sentence(span=span, text=text, needs=needs)
    return Passage(
        "a", 0, span, text, "paragraph", sentences=(sentence,), timexes=found
    )


def printed(passage, **more):
    options = {"follows": False, "language": "en", "year": 2025} | more
    sentence = passage.sentences[0]
    edits = edits_of(passage, sentence, **options)
    return apply_edits(passage.text, sentence.span, edits)


DAY = {"type": "DATE", "value": "2025-02-04", "relative": True}


@pytest.mark.parametrize(
    ("text", "words", "timex", "expected"),
    [
        (
            "It fell on Tuesday.",
            "Tuesday",
            DAY | {"days": DateRange.day(date(2025, 2, 4))},
            "It fell on Tuesday [4 February].",
        ),
        (
            "It fell overnight, they said.",
            "overnight",
            DAY | {"days": DateRange.through(date(2025, 2, 6), date(2025, 2, 7))},
            "It fell overnight [6–7 February], they said.",
        ),
        (
            "It began on August 6.",
            "August 6",
            {
                "type": "DATE",
                "value": "2024-08-06",
                "days": DateRange.day(date(2024, 8, 6)),
            },
            "It began on August 6 [2024].",
        ),
        (
            "It began on August 6, 2024.",
            "August 6, 2024",
            {
                "type": "DATE",
                "value": "2024-08-06",
                "days": DateRange.day(date(2024, 8, 6)),
            },
            "It began on August 6, 2024.",
        ),
        (
            "It fell last month.",
            "last month",
            DAY | {"days": DateRange.through(date(2025, 1, 1), date(2025, 1, 31))},
            "It fell last month.",
        ),
        (
            "Tuesday’s fall was long.",
            "Tuesday",
            DAY | {"days": DateRange.day(date(2025, 2, 4))},
            "Tuesday’s [4 February] fall was long.",
        ),
        (
            "It went on for six months.",
            "six months",
            {"type": "DURATION", "value": "P6M", "days": None},
            "It went on for six months.",
        ),
        (
            "It fell on Sunday.",
            "Sunday",
            DAY | {"days": DateRange.day(date(2024, 12, 29))},
            "It fell on Sunday [29 December 2024].",
        ),
    ],
)
def test_days_are_spelled_out_where_a_later_reader_needs_them(
    text, words, timex, expected
):
    assert printed(passage_of(text, words=words, timex=timex)) == expected


def test_a_missing_name_is_filled_in_brackets_unless_the_sentence_before_stands_there():
    need = Need(Span(0, 12), "The ministry", "The [Defence] ministry")
    passage = passage_of("The ministry denied it.", needs=(need,))
    assert printed(passage) == "The [Defence] ministry denied it."
    assert printed(passage, follows=True) == "The ministry denied it."


def test_a_leaning_opener_is_cut_and_marked():
    need = Need(Span(0, 10), "Meanwhile,", None, drop=True)
    passage = passage_of("Meanwhile, the Institute said so.", needs=(need,))
    assert printed(passage) == "[…] the Institute said so."


def test_line_breaks_of_the_source_are_not_printed():
    assert (
        printed(passage_of("One line\nand\u00a0 another.")) == "One line and another."
    )


def test_days_in_words_name_month_and_year_once():
    assert day_words(date(2025, 2, 4), "en") == "4 February"
    first, last = date(2025, 1, 30), date(2025, 2, 2)
    assert run_words(first, last, "en") == "30 January – 2 February"
    assert (
        run_words(first, last, "de", with_year=True) == "30. Januar – 2. Februar 2025"
    )
    assert day_words(date(2025, 2, 4), "xx") == "2025-02-04"


TEXT = "Alpha fell on Monday.\n\nBeta held, the army said.\n\nGamma may follow."


def article():
    lines = TEXT.split("\n\n")
    spans = [
        Span(at, at + len(line)) for line in lines if (at := TEXT.index(line)) >= 0
    ]
    return Article(
        id="a",
        path="a.txt",
        text=TEXT,
        sha256="0" * 64,
        blocks=tuple(Block(span, "paragraph", "test") for span in spans),
        reader="plain",
        published=Published(date(2025, 2, 5), "sidecar", "published: 2025-02-05"),
    )


def candidate(index, *, topic="kursk", role="news"):
    block = article().blocks[index].span
    text = block.cut(TEXT)
    days = (DateRange.day(date(2025, 2, 3)),)
    sentence = Sentence(span=block, text=text, event_days=days)
    passage = Passage("a", index, block, text, "paragraph", sentences=(sentence,))
    return Candidate("a", passage, 0, topic, role, {"total": 3.0 - index})


def selection(**more):
    told = [candidate(0), candidate(1)]
    chosen = tuple(Chosen("kursk", (Cluster(c),)) for c in told)
    return Selection(
        articles=(article(),),
        uses={"a": "in"},
        topics=(("kursk", chosen), ("diplomacy", ())),
        **more,
    )


def briefing(selected, **edition):
    return compose(
        selected,
        edition_id="weekly",
        edition=EditionConfig(label="Days {first_day}-{last_day}", **edition),
        desk=DeskConfig(day_one=date(2022, 2, 24)),
        slot=SLOT,
        topics={"kursk": TopicConfig(any=("x",)), "diplomacy": TopicConfig(any=("y",))},
        names=NameList(),
        style="roundup",
        problems=(),
        version="0",
    )


def test_citations_are_numbered_in_the_order_of_printing():
    made = briefing(selection(takeaways=(Takeaway("kursk", candidate(1)),)))
    assert [c.quote for c in made.citations] == [
        "Beta held, the army said.",
        "Alpha fell on Monday.",
    ]
    assert all(c.quote == TEXT[c.start : c.end] for c in made.citations)


def test_a_takeaway_points_to_its_sentence_in_the_topic():
    made = briefing(selection(takeaways=(Takeaway("kursk", candidate(1)),)))
    takeaways = next(s for s in made.sections if s.type == "takeaways")
    topic = next(s for s in made.sections if s.topic == "kursk")
    (entry,) = takeaways.entries
    item = next(item for item in topic.items if item.id == entry.item)
    assert item.in_takeaways == entry.sentences == (0,)
    assert takeaways.items == ()


def test_one_paragraph_gives_its_news_to_the_topic_and_its_plans_to_what_is_ahead():
    block = article().blocks[0].span
    told = [
        Sentence(span=Span(block.start, block.start + 5), text=TEXT[:5]),
        Sentence(span=Span(block.start + 6, block.end), text=TEXT[6 : block.end]),
    ]
    passage = Passage(
        "a", 0, block, block.cut(TEXT), "paragraph", sentences=tuple(told)
    )
    news = Candidate("a", passage, 0, "kursk", "news", {"total": 3.0})
    plan = Candidate("a", passage, 1, "kursk", "ahead", {"total": 2.0})
    made = briefing(
        Selection(
            articles=(article(),),
            uses={"a": "in"},
            topics=(("kursk", (Chosen("kursk", (Cluster(news),)),)),),
            ahead=(Chosen("kursk", (Cluster(plan),)),),
            timeline=(Moment(date(2025, 2, 3), None, news),),
        )
    )
    of = {section.id: [i.text for i in section.items] for section in made.sections}
    assert of["kursk"] == [told[0].text]
    assert of["ahead"] == [told[1].text]
    timeline = next(s for s in made.sections if s.type == "timeline")
    assert [entry.item for entry in timeline.entries] == ["kursk-1"]


def test_the_timeline_points_to_printed_sentences():
    made = briefing(selection(timeline=(Moment(date(2025, 2, 3), None, candidate(0)),)))
    timeline = next(s for s in made.sections if s.type == "timeline")
    assert [entry.item for entry in timeline.entries] == ["kursk-1"]


def test_empty_sections_are_left_out_or_said():
    left_out = {section.id for section in briefing(selection()).sections}
    assert left_out == {"kursk", "sources", "colophon"}
    said = briefing(selection(), when_empty="say").sections
    assert {section.id for section in said if section.empty} >= {"diplomacy", "ahead"}


def test_the_label_counts_days_from_day_one():
    assert briefing(selection()).issue.label == "Days 1,076-1,080"


def test_a_topic_without_items_is_a_gap_and_a_large_share_a_problem():
    made = briefing(selection())
    assert any("Diplomacy" in gap.what for gap in made.gaps)
    assert any("max_share" in problem.what for problem in made.problems)
