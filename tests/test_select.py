"""Selection: what belongs, which topic, what is the same, what leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from briefing.config.schema import TopicConfig
from briefing.model.article import Article, Published
from briefing.model.figure import Figure
from briefing.model.names import Name, NameList
from briefing.model.passage import Attribution, DayReading, Passage, Sentence
from briefing.model.selection import Candidate
from briefing.model.slot import Slot
from briefing.model.span import DateRange, Span
from briefing.model.timex import Timex
from briefing.select.choose import choose
from briefing.select.cluster import cluster
from briefing.select.ledger.building import build_ledger
from briefing.select.membership import role_of, use_of
from briefing.select.sameness import same_report
from briefing.select.topics import Words, topic_fits, topics_of

CASES = Path(__file__).parent / "cases" / "select"
KYIV = ZoneInfo("Europe/Kyiv")
SLOT = Slot(
    window=DateRange.through(date(2025, 2, 3), date(2025, 2, 7)),
    since=datetime(2025, 1, 31, 23, 59, 59, tzinfo=KYIV),
    cut_off=datetime(2025, 2, 7, 23, 59, 59, tzinfo=KYIV),
    as_of=datetime(2025, 2, 7, 23, 59, 59, tzinfo=KYIV),
    previous=DateRange.through(date(2025, 1, 27), date(2025, 1, 31)),
)


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def article(id="a", *, published=None, kind="original", text=""):
    return Article(
        id=id,
        path=f"{id}.txt",
        text=text,
        sha256="",
        blocks=(),
        reader="plain",
        published=Published(value=published),
        kind=kind,
        publisher=id,
    )


def speaker(name, party):
    return Attribution(text=name, span=Span(0, 1), name=name, party=party, verb="said")


def figure(text, number, *, value, what, event, unit="count", kind="count"):
    start = text.index(number)
    return Figure(
        span=Span(start, start + len(number)),
        text=number,
        value=Decimal(value),
        low=None,
        high=None,
        comparator="=",
        unit=unit,
        kind=kind,
        what=what,
        event=event,
        attribution=None,
        attribution_name=None,
        rule="test",
    )


def candidate(id, text, *, figures=(), said_by=None, days=(), total=3.0, barred=None):
    span = Span(0, len(text))
    sentence = Sentence(span=span, text=text, attribution=said_by, event_days=days)
    passage = Passage(
        article=id,
        index=0,
        span=span,
        text=text,
        role="paragraph",
        sentences=(sentence,),
        figures=tuple(figures),
    )
    return Candidate(
        article=id,
        passage=passage,
        index=0,
        topic="kursk",
        role="news",
        scores={"fit": 1.0, "total": total},
        barred=barred,
    )


def replace_text(told, old, new):
    """Give a candidate with a word of its sentence exchanged."""
    sentence = replace(told.sentence, text=told.sentence.text.replace(old, new))
    text = told.passage.text.replace(old, new)
    return replace(
        told, passage=replace(told.passage, text=text, sentences=(sentence,))
    )


@pytest.mark.parametrize("case", load("membership.yaml"), ids=title)
def test_an_article_belongs_by_its_publication(case):
    published = case["published"]
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    slot = SLOT
    if "as_of" in case:
        moment = datetime.fromisoformat(case["as_of"])
        slot = Slot(SLOT.window, SLOT.since, SLOT.cut_off, moment, SLOT.previous)
    assert use_of(article(published=published), slot, KYIV) == case["use"]


def said_in(days):
    """Give the reading of "in December" as the time of saying."""
    timex = Timex(Span(0, 1), "x", "DATE", "", None, "test")
    return DayReading(timex, "said", DateRange.through(*days))


@pytest.mark.parametrize("case", load("roles.yaml"), ids=title)
def test_a_sentence_belongs_by_its_days(case):
    sentence = Sentence(
        span=Span(0, 1),
        text="x",
        event_days=tuple(DateRange.through(*run) for run in case["days"]),
        aspect=case.get("aspect", "reported"),
        said_on=case.get("said_on"),
        days_from=case.get("from"),
        readings=tuple(map(said_in, [case["said_in"]] if "said_in" in case else [])),
    )
    published = case.get("published", date(2025, 2, 6))
    role = role_of(sentence, case.get("use", "in"), SLOT, published=published)
    assert role == case["role"]


@pytest.mark.parametrize("case", load("topics.yaml")["cases"], ids=title)
def test_a_sentence_goes_to_the_topic_it_fits_best(case):
    data = load("topics.yaml")
    names = NameList(
        tuple(
            Name(n["name"], n["kind"], tuple(n["variants"]), country=n.get("country"))
            for n in data["names"]
        )
    )
    config = {id: TopicConfig(**topic) for id, topic in data["topics"].items()}
    fits = topic_fits(Words.of(case["text"]), topics_of(config, names), {})
    assert max(fits, key=fits.get, default=None) == case["topic"]


STAFF = speaker("General Staff", "ukraine")
MINISTRY = speaker("Defence Ministry", "russia")


def captured(id, text, said_by=STAFF, **more):
    found = figure(text, "909", value=909, what="Russian soldiers", event="captured")
    return candidate(id, text, figures=[found], said_by=said_by, **more)


def test_one_ministrys_number_in_three_articles_is_one_claimed_entry():
    told = [
        captured("a", "The General Staff says 909 Russian soldiers were captured."),
        captured("b", "It captured 909 Russian troops, the General Staff said."),
        captured("c", "The army had 909 Russian soldiers captured, it said."),
    ]
    articles = {id: article(id) for id in "abc"}
    (quantity,) = build_ledger(told, articles, NameList(), {}, {})
    assert quantity.status == "claimed"
    assert len(quantity.statements) == 3
    assert quantity.origins == 1


def test_a_number_copied_badly_is_the_same_entry():
    one = "Kyiv says more than 16,000 Russian troops were killed there."
    other = "Of these 16,100 Russian troops were killed, Kyiv reported."
    killed = {"what": "Russian troops", "event": "killed"}
    told = [
        candidate("a", one, figures=[figure(one, "16,000", value=16000, **killed)]),
        candidate("b", other, figures=[figure(other, "16,100", value=16100, **killed)]),
    ]
    ledger = build_ledger(told, {id: article(id) for id in "ab"}, NameList(), {}, {})
    assert [len(q.statements) for q in ledger] == [2]


def test_each_sides_losses_are_two_entries():
    names = NameList(
        (
            Name("Russia", "place", ("Russian",), party="russia"),
            Name("Ukraine", "place", ("Ukrainian",), party="ukraine"),
        )
    )
    one = "Russia had lost some 40,000 troops, the staff said."
    other = "Ukraine has lost 57,000 troops, the ministry said."
    lost = {"what": "troops", "event": "lost"}
    told = [
        candidate("a", one, figures=[figure(one, "40,000", value=40000, **lost)]),
        candidate("b", other, figures=[figure(other, "57,000", value=57000, **lost)]),
    ]
    ledger = build_ledger(told, {id: article(id) for id in "ab"}, names, {}, {})
    assert {q.side for q in ledger} == {"russia", "ukraine"}


def test_those_killed_are_part_of_those_lost():
    text = "Russia had lost 40,000 troops, with 16,000 killed, the staff said."
    told = candidate(
        "a",
        text,
        figures=[
            figure(text, "40,000", value=40000, what="troops", event="lost"),
            figure(text, "16,000", value=16000, what="troops", event="killed"),
        ],
    )
    ledger = build_ledger([told], {"a": article("a")}, NameList(), {}, {})
    killed = next(q for q in ledger if q.event == "killed")
    assert ledger[killed.part_of].event == "lost"


def test_the_same_words_in_two_outlets_are_one_report():
    text = "Crews restored power to most of the district by the evening of that day."
    assert same_report(candidate("a", text), candidate("b", text))


def test_other_days_make_another_report():
    first = "A strike on the town of Alpha killed five people on Tuesday."
    second = "The strike that killed five people in Alpha came on Thursday."
    tuesday, thursday = ((DateRange.day(date(2025, 2, day)),) for day in (4, 6))
    killed = {"value": 5, "what": "people", "event": "killed"}
    one = candidate("a", first, figures=[figure(first, "five", **killed)])
    other = candidate("b", second, figures=[figure(second, "five", **killed)])
    assert same_report(one, other)
    dated = [
        candidate(c.article, c.sentence.text, figures=c.passage.figures, days=day)
        for c, day in ((one, tuesday), (other, thursday))
    ]
    assert not same_report(*dated)


def test_two_sides_never_make_one_report():
    text = "Forces advanced up to 5 kilometers behind the border lines near Sudzha."
    found = [
        figure(text, "5 kilometers", value=5, what=None, event="advanced", unit="km")
    ]
    one = candidate("a", text, figures=found, said_by=STAFF)
    other = candidate(
        "b",
        "Forces pushed behind border lines by 5 kilometers near Sudzha, it said.",
        figures=found,
        said_by=MINISTRY,
    )
    assert not same_report(one, other)


def test_a_roundup_steps_back_for_another_source():
    told = [
        captured("a", "The General Staff says 909 soldiers captured there.", total=9.0),
        captured("b", "There were 909 soldiers captured, the General Staff said."),
    ]
    articles = {"a": article("a", kind="roundup"), "b": article("b")}
    (made,) = cluster(told, articles)
    assert made.lead.article == "b"
    assert made.outlets == 2


def test_a_group_keeps_the_sentence_that_says_most():
    both = "Kyiv says 16,000 Russian troops were killed and 909 were captured there."
    killed = figure(both, "16,000", value=16000, what="troops", event="killed")
    taken = figure(both, "909", value=909, what="troops", event="captured")
    full = candidate("a", both, figures=[killed, taken], said_by=STAFF, total=1.0)
    part = captured("b", "Russian troops: 909 were captured, Kyiv says.", total=9.0)
    (made,) = cluster([part, full], {id: article(id) for id in "ab"})
    assert made.lead is full


def test_a_barred_sentence_corroborates_but_never_leads():
    told = [
        captured("a", "The General Staff says 909 soldiers captured there."),
        captured("b", "Soldiers captured there: 909, General Staff", barred="no verb"),
    ]
    (made,) = cluster(told, {id: article(id) for id in "ab"})
    assert made.lead.article == "a"
    assert [other.article for other in made.others] == ["b"]


def test_what_repeats_a_chosen_sentence_is_passed_over():
    one = candidate("a", "Troops took the village of Alpha on Thursday.", total=5.0)
    again = candidate("b", "Troops took the village of Alpha on Thursday, too.")
    new = candidate("c", "Rain halted all flights over the northern coast.", total=2.0)
    clusters = [
        made
        for each in (one, again, new)
        for made in cluster([each], {each.article: article(each.article)})
    ]
    chosen = choose(clusters, sentences=2)
    assert [c.lead.article for c in chosen] == ["a", "c"]


def test_two_authorities_that_count_otherwise_differ():
    names = NameList((Name("Alpha", "place"),))
    one = "The rescue service said that 14 people were injured in Alpha on Wednesday."
    other = "The region said that 11 people were injured in Alpha on Wednesday."
    hurt = {"what": "people", "event": "injured"}
    day = (DateRange.day(date(2025, 2, 5)),)
    told = [
        candidate(id, text, figures=[figure(text, number, value=number, **hurt)])
        for id, text, number in (("a", one, "14"), ("b", other, "11"))
    ]
    told = [
        candidate(
            c.article,
            c.sentence.text,
            figures=c.passage.figures,
            days=day,
            said_by=speaker(who, None),
        )
        for c, who in zip(told, ("Rescue service", "Region"), strict=True)
    ]
    scenes = {"a": "Alpha", "b": "Alpha"}
    articles = {id: article(id) for id in "ab"}
    (quantity,) = build_ledger(told, articles, names, {}, scenes)
    assert quantity.status == "differs"
    elsewhere = replace_text(told[1], "Alpha", "Beta")
    ledger = build_ledger([told[0], elsewhere], articles, names, {}, scenes)
    assert len(ledger) == 2


def test_a_number_taken_back_is_revised_and_kept_behind_the_new_one():
    before = "The convoy carried 48 generators, the fund said on Tuesday."
    after = "It had 42 generators, the fund said, and withdrew the figure of 48 given."
    count = {"what": "generators", "event": "carried"}
    fund = speaker("fund", None)
    told = [
        candidate(
            "a", before, figures=[figure(before, "48", value=48, **count)], said_by=fund
        ),
        candidate(
            "b",
            after,
            figures=[
                figure(after, "42", value=42, **count),
                figure(after, "48", value=48, **count),
            ],
            said_by=fund,
        ),
    ]
    days = {"a": date(2025, 2, 4), "b": date(2025, 2, 7)}
    articles = {id: article(id) for id in "ab"}
    (quantity,) = build_ledger(told, articles, NameList(), days, {})
    assert quantity.status == "revised"
    assert [int(s.claim.value) for s in quantity.statements] == [42, 48, 48]


def test_claims_that_name_nobody_add_no_origin():
    texts = {
        "a": "At least two people were killed in Alpha, according to the police.",
        "b": "The strike on a market in Alpha killed at least two people.",
    }
    killed = {"value": 2, "what": "people", "event": "killed"}
    police = speaker("police", None)
    told = [
        candidate(id, text, figures=[figure(text, "two", **killed)], said_by=who)
        for (id, text), who in zip(texts.items(), (police, None), strict=True)
    ]
    articles = {id: article(id) for id in "ab"}
    (quantity,) = build_ledger(told, articles, NameList(), {}, {})
    assert (quantity.origins, quantity.status) == (1, "single")


EXCHANGED = {
    "another number and day": (
        "The army launched 112 drones at the Alpha and Beta regions overnight.",
        "The army launched 74 drones at the Alpha and Beta regions overnight.",
    ),
    "another building": (
        "A barracks near the river was shelled again on the evening of that day.",
        "A silo near the river was shelled again on the evening of that day.",
    ),
    "denied for confirmed": (
        "The head of the region confirmed that the port of Alpha had been hit.",
        "The head of the region denied that the port of Alpha had been hit.",
    ),
}


@pytest.mark.parametrize("pair", EXCHANGED.values(), ids=EXCHANGED)
def test_a_copy_with_something_exchanged_is_another_report(pair):
    one, other = (candidate(id, text) for id, text in zip("ab", pair, strict=True))
    assert not same_report(one, other)


def test_copies_from_opposed_sides_are_two_reports():
    text = "The staff said that its troops had taken the village of Alpha that day."
    one = candidate("a", text, said_by=STAFF)
    other = candidate("b", text, said_by=MINISTRY)
    assert not same_report(one, other)


def test_a_copy_in_another_spelling_is_the_same_report():
    one = "Crews mended the line near the old harbour of the town by that evening."
    other = "Crews mended the line near the old harbor of the town by that evening."
    assert same_report(candidate("a", one), candidate("b", other))


@pytest.mark.parametrize(("place", "event"), [("Beta", "killed"), ("Alpha", "wounded")])
def test_a_small_number_of_another_place_or_event_is_another_report(place, event):
    one = "A missile strike on the town of Alpha killed five civilians there."
    other = f"A drone strike on the town of {place} {event} five civilians there."
    told = [
        candidate(
            id,
            text,
            figures=[figure(text, "five", value=5, what="civilians", event=what)],
        )
        for id, text, what in (("a", one, "killed"), ("b", other, event))
    ]
    assert not same_report(*told)
