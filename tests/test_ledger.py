"""The ledger: what is one quantity, of which days, part of which, and who says so."""

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
from briefing.model.span import DateRange, Span
from briefing.select.ledger.building import build_ledger
from briefing.select.ledger.quantities import equal_value, same_quantity
from briefing.select.ledger.starts import settle_starts
from briefing.select.ledger.statements import make_entries

CASES = Path(__file__).parent / "cases" / "select"
TUESDAY = date(2031, 5, 6)
NAMES = NameList(
    (
        Name("Staff", "organisation", ("the Staff",), party="north"),
        Name("Ministry", "organisation", ("the Ministry",), party="south"),
        Name("Southern Command", "organisation", (), party="south"),
        Name("Monitor", "organisation", ("the Monitor",), party="neutral"),
    ),
    (("north", "Northern accounts"), ("south", "Southern accounts")),
)


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def read(id, text, *, published=TUESDAY, names=NAMES):
    """Give an article of one paragraph, and its sentences as candidates."""
    block = Block(Span(0, len(text)), "paragraph", "test")
    article = Article(id, id, text, "", (block,), "plain", Published(published))
    (passage,) = annotate(article, names=names)
    candidates = [
        Candidate(id, passage, index, "topic", "news")
        for index in range(len(passage.sentences))
    ]
    return article, candidates


def entries(id, text, published):
    article, candidates = read(id, text, published=published)
    return list(make_entries(candidates, NAMES, {id: published}, {}, {id: article}))


def ledger_of(*texts, published=TUESDAY):
    articles, candidates = {}, []
    for at, text in enumerate(texts):
        article, told = read(f"a{at}", text, published=published)
        articles[article.id] = article
        candidates += told
    days = dict.fromkeys(articles, published)
    return build_ledger(candidates, articles, NAMES, days, {})


@pytest.mark.parametrize("case", load("claims.yaml"), ids=title)
def test_two_sentences_state_one_quantity_or_not(case):
    first = entries("a", case["a"], case["published"])
    second = entries("b", case["b"], case.get("b_published", case["published"]))
    shared = [
        equal_value(one, other)
        for one in first
        for other in second
        if same_quantity(one, other)
    ]
    relation = "same" if any(shared) else "same_other_value"
    assert (relation if shared else "different") == case["relation"]


@pytest.mark.parametrize("case", load("standings.yaml"), ids=title)
def test_claims_stand_to_each_other(case):
    ledger = ledger_of(*case["told"])
    quantity = max(ledger, key=lambda each: len(each.statements))
    assert len(quantity.statements) == len(case["told"])
    assert quantity.status == case["status"]
    if "first" in case:
        assert quantity.statements[0].claim.text == case["first"]


@pytest.mark.parametrize("case", load("counted.yaml"), ids=title)
def test_a_figure_has_its_days_and_its_whole(case):
    ledger = ledger_of(case["text"])
    (quantity,) = [q for q in ledger if number(q) == case["figure"]]
    days = case.get("days")
    assert quantity.counted == (DateRange.through(*days) if days else None)
    if "place" in case:
        assert quantity.place == case["place"]
    if "words" in case:
        assert quantity.period == case["words"]
    whole = None if quantity.part_of is None else number(ledger[quantity.part_of])
    assert whole == case.get("part_of")


def number(quantity):
    """Give the number of a quantity without the words of its comparator."""
    words = quantity.statements[0].claim.text.split()
    return words[-1]


def test_the_best_worded_statement_is_shown_and_nothing_is_averaged():
    (quantity,) = ledger_of(
        "The Ministry said that more than 500 soldiers had been captured.",
        "The Ministry said that 512 soldiers had been captured.",
    )
    assert [str(s.claim.value) for s in quantity.statements] == ["500", "512"]


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("The pipe was placed over 60 km.", []),
        ("Some 40 guards were killed 12 km from the border.", ["Some 40"]),
        ("The column moved 12 km into Velland.", ["12 km"]),
        ("About 90% of the price was wiped off.", ["About 90%"]),
        ("Soon after, 34% had been approved.", []),
        ("The storm killed 40 in Tolmin.", ["40"]),
        ("The flood reached 400 sq miles.", []),
        ("Some 400 Velland were there.", []),
        ("Some 400 Syrians fled.", ["Some 400"]),
    ],
)
def test_what_names_nothing_is_no_key_figure(text, telling):
    found = [q.statements[0].claim.text for q in ledger_of(text) if q.telling]
    assert found == telling


def test_what_somebody_writes_of_himself_is_no_report():
    assert not ledger_of("I saw 40 guards killed in my street and we were all afraid.")
    assert ledger_of("Some 40 guards were killed in one street and all were afraid.")


def test_no_named_source_stays_nobody():
    (quantity,) = ledger_of("Floods have killed 340 people in Tolmin.")
    assert quantity.statements[0].claim.attribution is None


def shown(ledger):
    return [
        (quantity.status, [statement.claim.text for statement in quantity.statements])
        for quantity in ledger
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Staff corrected the number of drones launched at Ostrel on Monday "
            "from 87 to 78.",
            ["78", "87"],
        ),
        (
            "The Staff corrected the number of people injured in Ostrel on Monday to "
            "17, down from 20.",
            ["17", "20"],
        ),
    ],
)
def test_what_a_number_was_corrected_to_stands_first(text, claims):
    found = [told for status, told in shown(ledger_of(text)) if status == "revised"]
    assert found == [claims]


def test_a_statement_taken_back_states_nothing():
    text = "The Ministry retracted its statement that 80 soldiers were captured."
    assert ledger_of(text) == ()


def test_of_them_speaks_of_the_number_just_before():
    ledger = ledger_of(
        "The strike on Ostrel on Monday killed 12 people and wounded 30 people, of "
        "them 4 children."
    )
    wholes = {
        number(quantity): number(ledger[quantity.part_of])
        for quantity in ledger
        if quantity.part_of is not None
    }
    assert wholes == {"4": "30"}


@pytest.mark.parametrize(
    ("named", "first", "inferred"),
    [
        ("since November 4", date(2030, 11, 4), True),
        ("since April 2", date(2030, 11, 6), False),
        ("since November 4 and since November 8", date(2030, 11, 6), False),
    ],
)
def test_a_rounded_beginning_is_the_day_that_is_named(named, first, inferred):
    told = [f"Some 40 guards died {each}." for each in named.split(" and ")]
    text = " ".join((*told, "Over the past six months 900 soldiers were captured."))
    *_, last = settle_starts(entries("a", text, TUESDAY))
    assert last.time.days == DateRange.through(first, TUESDAY)
    assert last.time.inferred == inferred


@pytest.mark.parametrize(
    ("named", "inferred"), [("November 4", True), ("May 1", False)]
)
def test_the_ledger_says_which_first_days_are_inferred(named, inferred):
    ledger = ledger_of(
        f"Some 40 guards died since {named}. Over the past six months 900 soldiers "
        "were captured.",
    )
    told = {number(quantity): quantity.inferred for quantity in ledger}
    assert told == {"40": False, "900": inferred}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said 12 people were hurt in Harbour-{} on Monday.",
        "Doctor Orlan{} said that 12 people were hurt.",
        "Police corrected the number of people hurt on Monday to {}.",
        "The Staff said that {} drones were shot down near Ostrel on Monday.",
    ],
)
def test_many_short_claims_take_linear_time(sentence):
    def seconds(size):
        text = " ".join(sentence.format(number + 2) for number in range(size))
        article, candidates = read("a", text)
        begin = time.process_time()
        build_ledger(candidates, {"a": article}, NAMES, {"a": TUESDAY}, {})
        return time.process_time() - begin

    seconds(20)
    few, many = min(seconds(100) for _ in range(2)), seconds(400)
    assert many < few * 12


def told_ledger(told):
    """Give the ledger of articles, each a text or {day, by, text}."""
    articles, candidates, days = {}, [], {}
    for at, each in enumerate(told):
        one = {"text": each} if isinstance(each, str) else each
        day = one.get("day", TUESDAY)
        article, found = read(f"a{at}", one["text"], published=day)
        articles[article.id] = replace(article, publisher=one.get("by"))
        candidates += found
        days[article.id] = day
    return build_ledger(candidates, articles, NAMES, days, {})


@pytest.mark.parametrize("case", load("standing_values.yaml"), ids=title)
def test_numbers_replace_and_contest_each_other(case):
    ledger = told_ledger(case["told"])
    held = [[s.claim.text for s in quantity.statements] for quantity in ledger]
    for text in case.get("out", ()):
        assert not any(text in texts for texts in held)
    assert not {q.label for q in ledger} & set(case.get("labels", ()))
    if "apart" in case:
        one, other = case["apart"]
        assert any(one in texts for texts in held)
        assert any(other in texts for texts in held)
        assert not any(one in texts and other in texts for texts in held)
    if case.get("twice"):
        assert sum(case["of"] in texts for texts in held) == len(held) > 1
    elif "of" in case:
        (quantity,) = [
            q for q, texts in zip(ledger, held, strict=True) if case["of"] in texts
        ]
        assert quantity.status == case["status"]
        if "values" in case:
            assert [s.claim.text for s in quantity.statements] == case["values"]
        if "part_of" in case:
            assert number(ledger[quantity.part_of]) == case["part_of"]


def test_two_halves_of_a_place_and_places_with_a_particle_are_apart():
    told = "Police said 120 guards died in"
    places = ("northern Sarnak", "southern Sarnak", "al-Tol", "as-Tol")
    assert len(ledger_of(" ".join(f"{told} {place}." for place in places))) == 4


def test_vague_quantities_are_printed_as_reported_and_equal_no_number():
    ledger = ledger_of(
        "The Staff said that scores of people were killed in Ostrel on Monday.",
        "The Ministry said that 40 people were killed in Ostrel on Monday.",
        "Dozens of people were killed in Ostrel on Monday, the Monitor said.",
    )
    told = {
        quantity.statements[0].claim.text: quantity.status
        for quantity in ledger
        if len(quantity.statements) == 1
    }
    assert told == {"scores": "claimed", "40": "claimed", "Dozens": "single"}
    assert all(
        statement.claim.value is None
        for quantity in ledger
        for statement in quantity.statements
        if statement.claim.text != "40"
    )


def test_a_vague_quantity_told_again_is_one_and_nobody_agrees_on_it():
    (quantity,) = ledger_of(
        "A lightning fire destroyed dozens of houses in Ostrel on Monday, he said.",
        "On Monday dozens of houses in Ostrel were destroyed in the lightning fire.",
    )
    assert (len(quantity.statements), quantity.status) == (2, "single")


def test_the_flights_of_a_day_do_not_chain_with_the_total():
    ledger = ledger_of(
        "The alliance flew 151 sorties over Ostrel on Monday, its command said.",
        "The alliance flew 160 sorties over Ostrel, its command said.",
        "The alliance has flown 170 sorties over Ostrel since May 3, its command said.",
    )
    together = [{s.claim.text for s in quantity.statements} for quantity in ledger]
    assert not any({"151", "170"} <= texts for texts in together)
