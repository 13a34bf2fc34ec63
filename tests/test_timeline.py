"""Timelines: which days mattered, what happened on them, and how it is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from briefing.annotate import annotate
from briefing.cli.timeline_list import to_list
from briefing.compose.timeline import write_timeline
from briefing.config.schema import TopicConfig
from briefing.model.article import Article, Block, Published
from briefing.model.names import NameList
from briefing.model.span import DateRange, Span
from briefing.select.timeline import concerning, existing, make_timeline
from briefing.select.timeline.furniture import is_stamp
from briefing.select.topics import topics_of

CASES = Path(__file__).parent / "cases" / "timelines"
ZONE = ZoneInfo("UTC")
MAY = DateRange.through(date(2031, 5, 1), date(2031, 5, 31))
DAM = "The dam at Orlec broke on 12 May and flooded four villages below it."
LOAN = "The council of Tolmin granted the farmers a loan of two million on 19 May."


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def make_article(number, published, text, **more):
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return Article(
        id=f"a{number}",
        path=f"a{number}.txt",
        text=text,
        sha256="",
        blocks=tuple(Block(span, "paragraph", "test") for span in spans),
        reader="plain",
        published=Published(published),
        **more,
    )


def read(articles):
    return {article.id: annotate(article, names=NameList()) for article in articles}


def timeline_of(told, span=MAY, *, days=5, sentences=1, topic=None):
    articles = [make_article(n, day, text) for n, (day, text) in enumerate(told)]
    chosen = make_timeline(
        articles,
        read(articles),
        window=span,
        days=days,
        sentences=sentences,
        zone=ZONE,
        topic=topic,
    )
    return write_timeline(chosen, articles, window=span)


@pytest.mark.parametrize("case", load("days.yaml"), ids=title)
def test_days(case):
    found = timeline_of(
        case["articles"], DateRange.through(*case["span"]), days=case["days"]
    )
    assert [day.day for day in found.days] == case["expected"]


@pytest.mark.parametrize("case", load("sentences.yaml"), ids=title)
def test_sentences(case):
    found = timeline_of(
        case["articles"], DateRange.day(case["day"]), sentences=case["sentences"]
    )
    told = [sentence.text for day in found.days for sentence in day.sentences]
    assert len(told) == len(case["expected"])
    for sentence, opening in zip(told, case["expected"], strict=True):
        assert sentence.startswith(opening)


@pytest.mark.parametrize(
    "text",
    [
        "3 June 2031 Last updated at 09:12 BST",
        "(Updated 12:21 p.m. in Orlec) The dam holds.",
        "At 18:10 1st Jun 2031, riverman wrote: nobody asked us.",
        "June 3, 2031 at 7:42 pm | Reply",
        "Tune in at 10 p.m. on Thursday.",
        "Dam breaks updated: Fri Apr 01 2031 21:00:00 Villages are under water.",
    ],
)
def test_stamps_are_no_news(text):
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June 2031 the dam at Orlec broke at 7:42 in the morning.",
        "3 June 2031 was the day on which the dam broke.",
        "The list was updated by the ministry on Tuesday.",
    ],
)
def test_news_with_a_clock_time_is_no_stamp(text):
    assert not is_stamp(text)


def test_every_sentence_is_cited_word_for_word_and_stands_once():
    told = [
        (date(2031, 5, 14), f"{DAM}\n\n{LOAN}"),
        (date(2031, 5, 20), f"{LOAN}\n\nThe dam broke on 12 May, said Ana Kos."),
    ]
    found = timeline_of(told, sentences=3)
    texts = dict(zip(("a0", "a1"), (text for _, text in told), strict=True))
    for citation in found.citations:
        quote = texts[citation.article][citation.start : citation.end]
        assert citation.quote == quote
    printed = [s.text for day in found.days for s in day.sentences]
    assert len(printed) == len(set(printed))
    assert [s.citation for day in found.days for s in day.sentences] == [
        citation.number for citation in found.citations
    ]


def test_a_topic_leaves_out_what_does_not_match_it():
    (topic,) = topics_of({"dam": TopicConfig(any=("dam",))}, NameList())
    told = [(date(2031, 5, 13), DAM), (date(2031, 5, 20), LOAN)]
    found = timeline_of(told, topic=topic)
    assert [day.day for day in found.days] == [date(2031, 5, 12)]


def test_beside_a_topic_only_what_matches_it_is_printed():
    (topic,) = topics_of({"dam": TopicConfig(any=("dam",))}, NameList())
    beside = "A farmer of Tolmin sold his cows on 13 May and left the valley for good."
    found = timeline_of([(date(2031, 5, 14), f"{DAM} {beside}")], topic=topic)
    assert [day.day for day in found.days] == [date(2031, 5, 12)]


SAID = "Mayor Ana Kos said on 14 May that no one has to fear for his house."


def test_what_was_said_on_a_day_is_told_under_it():
    found = timeline_of([(date(2031, 5, 14), SAID)])
    (day,) = found.days
    assert (day.day, day.articles) == (date(2031, 5, 14), 0)
    assert "names no day" not in to_list(found)


def test_a_day_on_which_somebody_only_spoke_is_not_looked_for():
    found = timeline_of([(date(2031, 5, 20), f"{DAM}\n\n{SAID}")])
    assert [day.day for day in found.days] == [date(2031, 5, 12)]


def test_the_day_of_its_heading_is_not_put_in_but_others_are():
    text = "The dam at Orlec broke on Monday and the mayor resigned on Tuesday."
    found = timeline_of([(date(2031, 5, 14), text)], days=1)
    assert found.days[0].day in {date(2031, 5, 12), date(2031, 5, 13)}
    assert found.days[0].sentences[0].text.count("[") == 1


def test_the_list_names_the_file_or_the_record_of_an_article():
    article = make_article(0, date(2031, 5, 13), DAM, publisher="Orlec Post")
    record = replace(article, id="r/7", path="all.jsonl.gz#r/7", publisher=None)
    for each, name in (
        (article, "Orlec Post, 2031-05-13, a0.txt, paragraph 1"),
        (record, "[publisher not stated], 2031-05-13, r/7, paragraph 1"),
    ):
        chosen = make_timeline(
            [each], read([each]), window=MAY, days=1, sentences=1, zone=ZONE
        )
        told = to_list(write_timeline(chosen, [each], window=MAY))
        assert f"[1] {name}" in told


def test_a_sentence_that_names_no_day_is_marked():
    text = (
        "The reservoir above Orlec stands higher than ever after three weeks of rain."
    )
    told = to_list(timeline_of([(date(2031, 5, 11), text)]))
    assert "Sun 2031-05-11\n" in told
    assert told.count("; names no day") == 1


def test_a_machine_translation_counts_and_is_not_printed():
    articles = [
        make_article(0, date(2031, 5, 13), DAM, kind="machine_translation"),
        make_article(1, date(2031, 5, 20), LOAN),
    ]
    chosen = make_timeline(
        articles, read(articles), window=MAY, days=5, sentences=2, zone=ZONE
    )
    assert [day.day for day in chosen] == [date(2031, 5, 19)]


def test_no_articles_make_no_timeline():
    assert timeline_of([]).days == ()


def test_an_article_without_a_day_counts_by_the_days_it_names():
    found = timeline_of([(None, "The dam at Orlec broke on 12 May 2031 after rain.")])
    assert [day.day for day in found.days] == [date(2031, 5, 12)]


def test_what_was_published_later_does_not_exist():
    articles = [
        make_article(0, date(2031, 5, 13), DAM),
        make_article(1, datetime(2031, 5, 13, 18, tzinfo=UTC), DAM),
        make_article(2, None, DAM),
        make_article(3, date(2031, 5, 14), DAM),
    ]
    noon = datetime(2031, 5, 13, 12, tzinfo=UTC)
    assert [one.id for one in existing(articles, noon, ZONE)] == ["a0", "a2"]
    assert len(existing(articles, None, ZONE)) == len(articles)


def test_the_same_articles_in_another_order_make_the_same_days():
    told = [
        (date(2031, 5, 13), DAM),
        (date(2031, 5, 14), "On 12 May the dam at Orlec broke, said the ministry."),
        (date(2031, 5, 20), LOAN),
    ]
    one, other = timeline_of(told), timeline_of(told[::-1])
    assert [(d.day, d.score) for d in one.days] == [
        (d.day, d.score) for d in other.days
    ]


def test_signs_that_a_terminal_would_obey_are_not_printed():
    text = "The dam at \x1b[31mOrlec broke on 12 May and flooded four villages."
    told = to_list(timeline_of([(date(2031, 5, 13), text)]))
    assert "\x1b" not in told


def test_only_articles_that_may_hold_a_topic_are_read():
    (topic,) = topics_of({"dam": TopicConfig(any=("dam", "flood"))}, NameList())
    articles = [
        make_article(0, date(2031, 5, 13), DAM),
        make_article(1, date(2031, 5, 20), LOAN),
        make_article(2, date(2031, 5, 20), "The floods reached Tolmin on 19 May."),
    ]
    assert [one.id for one in concerning(articles, topic)] == ["a0", "a2"]
