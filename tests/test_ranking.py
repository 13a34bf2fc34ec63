"""What a sentence is worth, what is chosen, and what became of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from briefing.annotate import annotate
from briefing.config.load import find_edition, load_desk
from briefing.config.schema import EditionConfig, TopicConfig, WeightsConfig
from briefing.errors import ConfigError
from briefing.model.article import Article, Block, Published
from briefing.model.names import Name, NameList
from briefing.model.selection import Cluster
from briefing.model.slot import Slot
from briefing.model.span import DateRange, Span
from briefing.select import consider, uses_of
from briefing.select.announced import is_plan
from briefing.select.choose import Measure, choose, weigh
from briefing.select.continuing import continues, thread_of
from briefing.select.fates import PRINTED, fates_of
from briefing.select.vague import judgement, vagueness

CASES = Path(__file__).parent / "cases" / "select"
WEEK = DateRange.through(date(2031, 5, 5), date(2031, 5, 11))
END = datetime(2031, 5, 11, 23, 59, tzinfo=UTC)
SLOT = Slot(WEEK, datetime(2031, 5, 4, 23, 59, tzinfo=UTC), END, END)
NAMES = NameList(
    (
        Name("Staff", "organisation", ("the Staff",), party="north"),
        Name("Ministry", "organisation", ("the Ministry",), party="south"),
    )
)
TOPICS = {"dam": TopicConfig(title="The dam", any=("dam",))}


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def title(case):
    return case["title"]


def read(id, *paragraphs, published=date(2031, 5, 7), kind="original", headline=None):
    """Give an article and its passages."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph)), "paragraph", "test"))
        at += len(paragraph) + 2
    article = Article(
        id,
        id,
        text,
        id,
        tuple(blocks),
        "plain",
        Published(published),
        headline=headline,
        publisher=id,
        kind=kind,
    )
    return article, annotate(article, names=NAMES, zone=ZoneInfo("UTC"))


def weighed(*told, edition=None, topics=TOPICS):
    """Consider articles for an issue of one week."""
    articles = [article for article, _ in told]
    return consider(
        articles,
        {article.id: passages for article, passages in told},
        uses=uses_of(articles, SLOT, "UTC"),
        slot=SLOT,
        topics=topics,
        names=NAMES,
        edition=edition or EditionConfig(),
        timezone="UTC",
    )


def ranked(*told, **options):
    """Give the candidates by their sentences."""
    found = weighed(*told, **options).candidates
    return {each.sentence.text: each for each in found}


HELD = "Divers found a crack of two metres in the dam near Selm on Tuesday."
LOST = "The flood behind the dam killed 12 people in Selm on Tuesday, the Staff said."
IDLE = "Concern about the dam is growing."
QUIET = "The dam is a wall of stone."


@pytest.mark.parametrize("case", load("vague.yaml"), ids=title)
def test_a_sentence_says_something_or_little(case):
    _, (passage, *_) = read("a", case["text"])
    sentence = passage.sentences[0]
    share = vagueness(passage, sentence)
    assert {"all": share == 1, "some": 0 < share < 1, "none": share == 0}[case["vague"]]
    if "guess" in case:
        assert (judgement(sentence) > 0) == case["guess"]


def test_the_parts_of_a_score_add_up_to_its_total():
    found = weighed(read("a", HELD, LOST, IDLE), read("b", QUIET, kind="roundup"))
    for candidate in found.candidates:
        parts = [v for name, v in candidate.scores.items() if name != "total"]
        assert candidate.total == pytest.approx(sum(parts), abs=0.0005)
        assert all(parts)


def test_deaths_with_a_day_outrank_a_crack_and_a_crack_a_mood():
    score = {text: c.total for text, c in ranked(read("a", HELD, LOST, IDLE)).items()}
    assert score[LOST] > score[HELD] > score[IDLE]


def test_a_weight_of_nothing_leaves_a_part_out():
    edition = EditionConfig(weights=WeightsConfig(gravity=0, vague=0))
    found = ranked(read("a", LOST, IDLE), edition=edition)
    assert "gravity" not in found[LOST].scores
    assert "vague" not in found[IDLE].scores
    assert "gravity" in ranked(read("a", LOST, IDLE))[LOST].scores


def test_a_rare_term_is_more_relevant_than_a_common_one():
    topics = {"dam": TopicConfig(any=("dam", "sluice"))}
    common = [f"Workers walked along the dam at post {at}." for at in range(12)]
    rare = "Workers walked along the sluice at post twelve."
    found = ranked(read("a", *common, rare), topics=topics)
    assert found[rare].scores["relevance"] > found[common[3]].scores["relevance"]


def test_a_headline_on_the_topic_adds_to_relevance():
    told = "Workers walked along the dam."
    first = read("a", told, headline="Dam closed to walkers")
    second = read("b", "Workers ran along the dam.", headline="Holidays begin")
    found = ranked(first, second)
    relevance = [each.scores["relevance"] for each in found.values()]
    assert relevance[0] > relevance[1]


def test_what_many_articles_tell_is_central():
    told = [
        read("a", "The gate of the dam at Selm broke open.", HELD),
        read("b", "Water ran through the broken gate of the dam at Selm."),
        read("c", "At Selm the gate of the dam broke, and water ran out."),
        read("d", "A dam made of sand won a prize for children in Ostrel."),
    ]
    found = ranked(*told)
    odd = next(each for text, each in found.items() if "prize" in text)
    main = next(each for text, each in found.items() if text.startswith("Water"))
    assert main.scores["centrality"] > 2 * odd.scores.get("centrality", 0.0)


def candidates_of(*texts):
    found = ranked(*(read(f"a{at}", text) for at, text in enumerate(texts)))
    return [Cluster(found[text]) for text in texts]


def test_what_repeats_a_chosen_sentence_in_other_words_is_passed_over():
    first, again, other = candidates_of(
        "The Staff said that 12 people died when the dam at Selm broke on Tuesday.",
        "On Tuesday 12 people died at Selm when its dam broke, hospitals said.",
        "Farmers near the dam lost their seed, and the bank closed its office.",
    )
    chosen = choose([first, again, other], sentences=2)
    assert chosen == (first, other)


def test_a_side_heard_less_gains():
    north, south, more = candidates_of(
        "The Staff said that the dam holds in the north of the valley.",
        "The Ministry said that barges sank below the dam during the storm.",
        "The Staff said that new pumps were brought to the dam by rail.",
    )
    measure = Measure()
    lone = weigh(south, measure, taken=[])
    assert lone.balance == 0
    assert weigh(south, measure, taken=[north]).balance > 0
    assert weigh(more, measure, taken=[north]).balance == 0
    assert weigh(south, measure, taken=[north, more]).balance > 0


def test_totals_that_the_table_prints_are_not_told_again():
    total = "The Staff said 16,000 soldiers were killed at the dam since April 2."
    news = "A barge hit the dam near Selm on Wednesday and sank at once."
    edition = EditionConfig()
    found = weighed(read("a", total, news), edition=edition)
    printed = {
        cluster.lead.sentence.text
        for passage in found.selection.passages()
        for cluster in passage.clusters
    }
    assert news in printed
    assert total not in printed
    bare = EditionConfig(sections=("topics",))
    found = weighed(read("a", total, news), edition=bare)
    assert total in {
        c.lead.sentence.text for p in found.selection.passages() for c in p.clusters
    }


def test_a_named_source_leads_before_a_roundup():
    told = [
        read("a", "The dam at Selm broke on Tuesday and killed five people."),
        read(
            "b",
            "The dam at Ostrel broke on Monday and killed five people, the Staff said.",
        ),
    ]
    found = weighed((replace(told[0][0], kind="roundup"), told[0][1]), told[1])
    (takeaway,) = found.selection.takeaways
    assert takeaway.candidate.article == "b"


def test_what_tells_nothing_leads_nothing():
    assert weighed(read("a", IDLE)).selection.takeaways == ()


def test_days_that_have_passed_are_not_ahead():
    edition = EditionConfig(sections=("topics", "ahead"))
    past = "The council will vote on the dam on Thursday, the Staff said."
    ahead = "Engineers will open the dam on 20 May."
    article = read("a", past, "A boat sank.", ahead, published=date(2031, 5, 6))
    found = weighed(article, edition=edition)
    listed = [c.lead.sentence.text for p in found.selection.ahead for c in p.clusters]
    assert listed == [ahead]


def test_what_a_paragraph_announces_stands_under_ahead_without_its_news():
    edition = EditionConfig(sections=("topics", "ahead"), max_share=1)
    told = (
        "Storm Vera killed 12 people in Port Sund on 6 May. "
        "Engineers will open the dam of Port Sund on 20 May, the Staff said."
    )
    article = read("a", told, "A boat sank.", published=date(2031, 5, 7))
    chosen = weighed(article, edition=edition).selection
    (news,) = [c for p in chosen.passages() for c in p.clusters]
    (plan,) = [c for p in chosen.ahead for c in p.clusters]
    assert news.lead.sentence.text.startswith("Storm Vera")
    assert plan.lead.sentence.text.startswith("Engineers")


@pytest.mark.parametrize("case", load("announced.yaml"), ids=lambda case: case["text"])
def test_an_announcement_tells_an_act_or_a_day(case):
    _, (passage, *_) = read("a", case["text"])
    assert is_plan(passage.sentences[-1], SLOT) is case["plan"]


@pytest.mark.parametrize("case", load("continuing.yaml"), ids=title)
def test_a_paragraph_goes_on_with_the_one_before(case):
    _, (before, passage) = read("a", case["before"], case["text"])
    common = frozenset(case.get("common", ()))
    threads = [thread_of(each, common) for each in (before, passage)]
    assert continues(passage, threads[1], threads[0]) is case["goes_on"]


def told_after(*paragraphs, **edition):
    """Give the printed sentences of an article, item by item, and all fates."""
    found = weighed(
        read("a", *paragraphs),
        edition=EditionConfig(sections=("topics", "ahead"), max_share=1, **edition),
    )
    chosen = (*found.selection.passages(), *found.selection.ahead)
    items = [[c.lead.sentence.text for c in each.clusters] for each in chosen]
    return items, fates_of(found)


FOUND = "Divers found a crack of two metres in the dam near Selm on Tuesday."


@pytest.mark.parametrize(
    "behind",
    ["It took them six days.", "The crack cost the town 300 sheep on Tuesday."],
)
def test_what_leans_may_follow_the_sentence_that_it_leans_on(behind):
    items, fates = told_after(f"{FOUND} {behind}")
    assert items == [[FOUND, behind]]
    assert all(fate.outcome == "topic" for fate in fates)


def test_what_leans_on_more_than_the_sentence_before_stays_held():
    items, _ = told_after(f"{FOUND} The firm paid 300 sheep on Tuesday.")
    assert items == [[FOUND]]


@pytest.mark.parametrize(
    "claim",
    [
        "Ana Brandt said on Tuesday that the dam near Selm lost 12 gates.",
        "Ana Brandt said that she will open the dam near Selm on 20 May.",
    ],
)
def test_a_caveat_follows_its_claim_under_topics_and_ahead(claim):
    caveat = "The battlefield report could not be verified."
    items, _ = told_after(f"{claim} {caveat}")
    assert items == [[claim, caveat]]


def test_a_takeaway_takes_its_caveat_along():
    claim = "Ana Brandt said on Tuesday that a fire destroyed the dam near Selm."
    caveat = "The number could not be verified."
    found = weighed(
        read("a", f"{claim} {caveat}"),
        edition=EditionConfig(sections=("takeaways", "topics"), max_share=1),
    )
    (takeaway,) = found.selection.takeaways
    assert takeaway.caveat.sentence.text == caveat
    assert len(takeaway.keys) == len(set(takeaway.keys)) == 2


def test_every_sentence_has_one_fate_and_a_reason():
    budget = {"budget": {"sentences": 1, "takeaways": 0}}
    edition = EditionConfig.model_validate(budget)
    told = [
        read("a", LOST, HELD, IDLE, QUIET),
        read("b", "He left the dam at noon on Tuesday."),
        read("c", LOST),
    ]
    found = weighed(*told, edition=edition)
    fates = fates_of(found)
    assert sorted(fate.candidate.key for fate in fates) == sorted(
        candidate.key for candidate in found.candidates
    )
    by_place = {(f.candidate.article, f.candidate.sentence.text): f for f in fates}
    assert by_place["a", LOST].outcome == "topic"
    assert by_place["c", LOST].outcome == "same"
    assert by_place["c", LOST].rival.key == by_place["a", LOST].candidate.key
    assert by_place["a", HELD].outcome in ("outranked", "repeats")
    assert by_place["a", HELD].rival.key == by_place["a", LOST].candidate.key
    assert by_place["a", IDLE].outcome == "weak"
    assert all(fate.why for fate in fates if fate.outcome not in PRINTED)


def test_weights_are_taken_over_one_by_one_and_checked(tmp_path):
    desk = tmp_path / "briefing.yaml"
    desk.write_text(
        "topics: {dam: [dam]}\n"
        "editions:\n"
        "  week: {weights: {gravity: 2, names: 0}}\n"
        "  day: {like: week, weights: {names: 1}}\n",
        "utf-8",
    )
    weights = find_edition(load_desk(desk, cwd=tmp_path), "day").config.weights
    assert (weights.gravity, weights.names) == (2, 1)
    desk.write_text("editions:\n  week: {weights: {gravty: 2}}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"gravty: .*did you mean 'gravity'\?"):
        load_desk(desk, cwd=tmp_path)
    desk.write_text("editions:\n  week: {weights: {gravity: -1}}\n", "utf-8")
    with pytest.raises(ConfigError, match="must be at least 0"):
        load_desk(desk, cwd=tmp_path)
