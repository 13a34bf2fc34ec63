"""Listed names in texts: one folding, and what follows from a name written once."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.model.names import Name
from briefing.text.cyrillic import nominatives, spell_out, stem
from briefing.text.fold import fold, fold_text
from briefing.text.names import spelling_pattern
from briefing.text.sounds import LONGEST, sounds

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/names/transliterations.yaml").read_text("utf-8")
)
ALPHABETS = st.text("aeioukghczsjwyščžКиївґщьё'’ -éł", max_size=40)


def pattern_of(case):
    name = Name(
        case["name"],
        case["kind"],
        tuple(case.get("also", ())),
        country=case.get("country"),
    )
    return spelling_pattern(dict.fromkeys(name.spellings, name))


def whole(pattern, words):
    text = f"On Friday, {words} was named."
    return [span.cut(text) for span, _ in pattern.finditer(text)] == [words]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_name_written_once_is_found_in_every_transliteration(case):
    pattern = pattern_of(case)
    missed = [words for words in case["found"] if not whole(pattern, words)]
    assert missed == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_another_name_is_not_taken_for_it(case):
    pattern = pattern_of(case)
    assert [words for words in case["not"] if pattern.search(words)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_word_without_a_capital_is_no_transliteration(case):
    pattern = pattern_of(case)
    listed = {fold(one) for one in (case["name"], *case.get("also", ()))}
    small = [words.lower() for words in case["found"] if fold(words) not in listed]
    assert [words for words in small if whole(pattern, words)] == []


def test_what_is_listed_goes_before_what_only_sounds_alike():
    one = Name("Olha Petrenko", "person", ("Petrenko",))
    two = Name("Olga Petrenka", "person", ("Petrenka", "Olga Petrenko"))
    owners = {spelling: name for name in (two, one) for spelling in name.spellings}
    found = list(spelling_pattern(owners).finditer("Petrenko met Olga Petrenko."))
    assert [spelling for _, spelling in found] == ["Petrenko", "Olga Petrenko"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ŁÓDŹ", "lodz"), ("Großbritannien", "grossbritannien"), ("KYÏV", "Kyiv"),
        ("Київ", "КИЇВ"), ("Suc\u030ceava", "Sučeava"), ("ﬁre", "FIRE"),
        ("Ørsted", "orsted"), ("İzmir", "izmir"), ("Ææ", "aeae"),
        ("Kupʼiansk", "kup'iansk"),
    ],
)  # fmt: skip
def test_there_is_one_folding(one, other):
    assert fold(one) == fold(other) == fold_text(one)[0]


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_folding_is_the_same_for_words_and_texts_and_is_settled(text):
    folded = fold_text(text)[0]
    if all(char not in text for char in "\t\r\n'\""):
        assert fold(folded) == folded
    assert not any(map(unicodedata.combining, folded))


@settings(max_examples=120)
@given(ALPHABETS, ALPHABETS, st.sampled_from(["person", "place", "organisation"]))
def test_any_name_is_found_as_listed_and_with_exact_spans(words, text, kind):
    name = Name(words, kind, country="Ukraine")
    pattern = spelling_pattern({words: name})
    ends = 0
    for span, spelling in pattern.finditer(f"{text} {words} {text}"):
        assert spelling == words
        assert ends <= span.start < span.end
        ends = span.end


@settings(max_examples=120)
@given(st.text(max_size=60), st.sampled_from(["slavic", "place", "arabic"]))
@example("H", "arabic")
def test_sounds_do_not_depend_on_case_and_are_bounded(word, family):
    keys = sounds(word, family)
    assert len(keys) <= 100
    assert all(keys) or not keys
    if len(word) > LONGEST:
        assert not keys


@settings(max_examples=60)
@given(st.text("абвгдіїєкосуиьяю'", min_size=1, max_size=12))
def test_a_cyrillic_word_is_among_its_own_forms(word):
    assert word in nominatives(word)
    assert word.startswith(stem(word))
    assert spell_out(word) == spell_out(word)


def test_a_very_long_text_is_read_in_one_walk():
    name = Name("Kyiv", "place", country="Ukraine")
    pattern = spelling_pattern({"Kyiv": name})
    text = "Aa'" * 50_000 + " Kiev " + "K" * 100_000 + " - " * 10_000
    assert len(list(pattern.finditer(text))) == 1
