"""Terms of a topic: forms of words, nearness, and what a place is named for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.config.schema import TopicConfig
from briefing.errors import ConfigError
from briefing.model.names import Name, NameList
from briefing.select.topics import topic_fits, topics_of
from briefing.text.emphasis import emphasis
from briefing.text.forms import german_form, word_form
from briefing.text.terms import Near, read_near, term_fault
from briefing.text.wording import Words

CASES = Path(__file__).parent / "cases/select/emphasis.yaml"
EMPHASES = yaml.safe_load(CASES.read_text("utf-8"))["cases"]
NAMES = NameList(
    (
        Name("Kharkiv", "place", country="Ukraine"),
        Name("Acme Grid", "organisation", ("Acme",)),
    )
)


def fits(text, **topic):
    return topic_fits(Words.of(text), topics_of({"t": TopicConfig(**topic)}, NAMES), {})


@pytest.mark.parametrize("case", EMPHASES, ids=lambda case: case["title"])
def test_a_place_counts_by_what_it_is_named_for(case):
    at = case["text"].index("[")
    text = case["text"].replace("[", "").replace("]", "")
    assert emphasis(text, at) == case["weight"]


@pytest.mark.parametrize(
    ("term", "read"),
    [
        ("fire within 6 words of refinery", Near("fire", "refinery", 6)),
        ("power plant within 1 word of Kyiv", Near("power plant", "Kyiv", 1)),
        ("within reach", None),
        ("fire", None),
    ],
)
def test_nearness_is_read_from_plain_words(term, read):
    assert read_near(term) == read
    assert term_fault(term) is None


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("fire within six words of depot", "'six' is no number up to 30"),
        ("fire within 0 words of depot", "'0' is no number"),
        ("fire within 99 words of depot", "'99' is no number"),
        ("within 5 words of depot", "words are needed on both sides"),
        ("fire within 5 words of ", "words are needed on both sides"),
        ("a within 2 words of b within 3 words of c", "two distances in one term"),
        ("...", "no letter or digit"),
        ("  ", "an empty word"),
    ],
)
def test_a_faulty_term_says_what_to_write(term, told):
    assert told in term_fault(term)
    assert read_near(term) is None
    with pytest.raises(ConfigError, match=r"topics\.t\.any: "):
        topics_of({"t": TopicConfig(any=(term,))}, NAMES)


@pytest.mark.parametrize(
    ("text", "apart", "found"),
    [
        ("Fire at the old depot.", 4, True),
        ("Fire at the old depot.", 3, False),
        ("The depot was on fire.", 3, True),
        ("Fire, depot.", 1, True),
        ("Fire here. Fire there. Depot.", 1, False),
        ("A depot. Far from all that, no fire, until one fire burned a depot", 3, True),
    ],
)
def test_words_near_each_other(text, apart, found):
    term = f"fire within {apart} words of depot"
    assert bool(fits(text, any=(term,))) == found


def test_the_sides_may_be_phrases_and_names_in_any_spelling():
    term = "power plant within 5 words of Kharkiv"
    assert fits("Power plants near Charkow were hit.", any=(term,))
    assert not fits("Power returned to the plant near Charkow.", any=(term,))
    # By a spelling that is itself a transliteration, and not of what else is listed.
    assert fits("In Харків it rained.", any=("Kharkov",))
    assert not fits("Akme stood still.", any=("Acme",))


def test_all_and_none_know_forms_and_nearness():
    text = "Crews evacuated the valley after a fire at the depot."
    assert fits(text, all=("evacuate", "fire within 4 words of depot"))
    assert not fits(text, any=("valley",), none=("fire within 4 words of depot",))
    assert not fits(text, all=("evacuating", "flood"))


@pytest.mark.parametrize(
    "forms",
    [
        "evacuate evacuates evacuated evacuating", "strike strikes struck",
        "deny denies denied denying", "expel expelled expelling", "die died dying",
        "refinery refineries", "пожежа пожежі пожежу пожежею", "удар удары ударов",
        "withdraw withdrew withdrawn",
    ],
)  # fmt: skip
def test_forms_of_one_word(forms):
    assert len({word_form(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "train training", "build building", "mean meaning", "plant planted",
        "rat rate", "house housing", "meet meeting", "post poster",
    ],
)  # fmt: skip
def test_other_words_stay_apart(words):
    assert len({word_form(word) for word in words.split()}) == len(words.split())


def test_german_forms_are_for_german_sentences():
    assert german_form("Angriffe") == german_form("Angriffen") == "angriff"
    assert fits(
        "Die Angriffe auf den Hafen und das Lager gingen weiter.", any="Angriff"
    )
    assert not fits("The rats ate it.", any=("rates",))


def test_a_very_long_sentence_takes_no_longer_than_its_length():
    text = "As Kharkiv, " * 5_000 + "launched from Kharkiv, " * 5_000
    assert fits(text, any=("Kharkiv", "Kharkiv within 5 words of launch"))


@settings(max_examples=80)
@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_and_term_can_be_matched(text, term):
    if term_fault(term) is None:
        topic = topics_of({"t": TopicConfig(any=(term,))}, NAMES)
        for fit in topic_fits(Words.of(text), topic, {}).values():
            assert fit > 0
    words = Words.of(text)
    assert len(words.forms) == len(words.starts)
    assert all(0 < emphasis(text, at) <= 1 for at in words.starts)
