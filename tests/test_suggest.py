"""`briefing suggest names`: what articles show that the names file lacks."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.cli.suggest import command
from briefing.cli.suggested_names import to_json, to_yaml
from briefing.config.name_census import Example, take_census
from briefing.config.name_proposals import (
    Proposal,
    Proposals,
    Suggestion,
    propose_names,
)
from briefing.config.names import load_names
from briefing.config.yaml import load_yaml
from briefing.model.article import Article, Block
from briefing.model.names import Name, NameList
from briefing.model.span import Span
from briefing.text.proper_names import find_proper_names
from briefing.text.spelling import distance, initials, slips


def article(number, text):
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "paragraph", "test"))
        at += len(line) + 1
    return Article(f"a{number}", f"a{number}.txt", text, "", tuple(blocks), "plain")


def propose(texts, *names):
    articles = [article(number, text) for number, text in enumerate(texts)]
    return propose_names(articles, NameList(names))


def variants(texts, *names):
    return {one.variant: one for one in propose(texts, *names).variants}


LINDQVIST = Name("Astrid Lindqvist", "person")
COUNCIL = Name("Northern Grid Council", "organisation")
TROMSDALEN = Name("Tromsdalen", "place", country="Norway")


@pytest.mark.parametrize(
    ("name", "texts", "variant", "reason"),
    [
        (
            TROMSDALEN,
            ["The road to Tromsdalen and back to Tromsdalen."] * 4
            + ["Snow in Tromsdaln."],
            "Tromsdaln",
            "one letter from “Tromsdalen”",
        ),
        (
            COUNCIL,
            ["The Northern Grid Council (NGC) met. Nobody trusts the NGC now."],
            "NGC",
            "stands in brackets behind “Northern Grid Council”",
        ),
        (
            COUNCIL,
            ["The Northern Grid Council met. Nobody trusts the NGC now."] * 3,
            "NGC",
            "initials of “Northern Grid Council”",
        ),
        (
            LINDQVIST,
            ["They met Astrid Lindqvist. Later Lindqvist left, and Lindqvist slept."],
            "Lindqvist",
            "the surname of “Astrid Lindqvist” alone",
        ),
        (
            LINDQVIST,
            ["They met Astrid Maria Lindqvist in the hall."],
            "Astrid Maria Lindqvist",
            "“Astrid Lindqvist” with another middle name",
        ),
        (
            LINDQVIST,
            ["They met A. Lindqvist in the hall."],
            "A. Lindqvist",
            "“Astrid Lindqvist” with an initial",
        ),
        (
            LINDQVIST,
            ["They met Astrid Lindqvist often."] * 6 + ["They met Astrid Lindquist."],
            "Astrid Lindquist",
            "one letter from “Astrid Lindqvist”",
        ),
    ],
)
def test_a_spelling_is_proposed_with_its_reason(name, texts, variant, reason):
    found = variants(texts, name)
    assert found[variant].reason == reason
    assert found[variant].name == name
    assert 0.5 <= found[variant].confidence <= 1


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        # Found already: listed, in other capitals, or by its sound.
        (
            Name("Kharkiv", "place", country="Ukraine"),
            ["To Kharkov, to KHARKIV, to Charkiw."],
        ),
        # Who is from there; a plural; a genitive.
        (Name("Libya", "place"), ["Libyans and the Libyan envoy left Libya."] * 5),
        # Two names that stand side by side are two.
        (Name("Slovakia", "place"), ["Slovakia and Slovenia signed."] * 5),
        # As frequent as the listed one: no slip of it.
        (Name("Austria", "place"), ["Snow in Austria."] * 4 + ["Sun in Austrea."] * 4),
        # Short names are near many others.
        (Name("Iran", "place"), ["Talks in Iran."] * 5 + ["Talks in Iraq."]),
        # The surname is somebody else's as well.
        (
            LINDQVIST,
            ["They met Astrid Lindqvist."]
            + ["They met Bertil Lindqvist and Lindqvist left."] * 6,
        ),
        # An institution is not meant by its last word.
        (COUNCIL, ["The Northern Grid Council met. Then the Council left."] * 4),
        # A sentence begins with it.
        (
            Name("Therese", "place"),
            ["There is ice. Thereby hangs a tale.", "Near Therese."] * 3,
        ),
    ],
)
def test_another_word_is_not_proposed(name, texts):
    assert variants(texts, name) == {}


def test_frequent_names_that_are_not_listed_come_in_a_list_of_their_own():
    texts = [
        f"On day {day}, Minister Berta Solheim spoke in Haugen. "
        "Then Solheim left Haugen, and Solheim slept."
        for day in range(4)
    ]
    found = {one.name.name: one for one in propose(texts).names}
    assert found["Berta Solheim"].name.kind == "person"
    assert found["Berta Solheim"].name.variants == ("Solheim",)
    assert found["Haugen"].name.kind == "place"
    assert found["Haugen"].articles == 4


def test_the_order_of_the_articles_does_not_matter():
    texts = [
        f"Snow in Tromsdalen. {word} said so to Astrid Lindquist, {word}."
        for word in "ABC"
    ]
    names = (TROMSDALEN, LINDQVIST)
    one = [p._replace(examples=()) for p in propose(texts, *names).variants]
    two = [p._replace(examples=()) for p in propose(texts[::-1], *names).variants]
    assert one == two


def test_an_example_names_file_line_and_words():
    found = variants(["Nothing.\n\nWe saw A. Lindqvist there."], LINDQVIST)
    place = found["A. Lindqvist"].examples[0]
    assert place == Example("a0.txt", 3, "We saw A. Lindqvist there.")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Damascus", "Damascas", 1), ("Benghazi", "Bengahzi", 1),
        ("Libya", "Libyan", None), ("Iran", "Iraq", None), ("Egypt", "Egyptians", None),
        ("Haugen", "Laugen", None), ("Kåfjord", "Kafjord", 0),
    ],
)  # fmt: skip
def test_slips(one, other, apart):
    assert slips(one, other) == slips(other, one) == apart


def test_initials_with_and_without_small_words():
    found = initials(["Institute", "for", "the", "Study", "of", "War"])
    assert found == {"IFTSOW", "ISW"}
    assert initials(["War"]) == frozenset()


@settings(max_examples=100)
@given(st.text(max_size=10), st.text(max_size=10))
def test_distance_is_one(one, other):
    assert distance(one, other, 20) == distance(other, one, 20)
    assert (distance(one, other, 20) == 0) == (one == other)
    assert distance(one, other, 2) == min(3, distance(one, other, 20))


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text("Aab .,()'’-\nÉЖж&\"ofthe", max_size=120), max_size=4))
def test_any_text_can_be_looked_through(texts):
    articles = [article(number, text) for number, text in enumerate(texts)]
    for found in (f for text in texts for f in find_proper_names(text)):
        assert found.words
        assert all(found.words)
    take_census(articles)
    proposals = propose_names(articles, NameList((COUNCIL, LINDQVIST)))
    json.loads(to_json(proposals))


HOSTILE = (
    *("NO", "yes", "~", "null", "2025-02-07", "012", "- a", "a: b", "a # b", "'", '"'),
    *("\\", "&x", "*x", "!x", "{}", "[a]", "%", "@", "`", "O'Brien", "al-Jazeera", "Ж"),
    *("a\u0085b", "a\u2028b", "\x00", "\ud800", "x" * 300, "é", "?", ":", "1", "a  b"),
)


@pytest.mark.parametrize("word", HOSTILE)
def test_whatever_articles_say_the_yaml_reads_back(word):
    where = Example(f"{word}\n.txt", 1, f"x\n{word}\nparties: {{a: b}}")
    name = Name(f"N {word}", "person", (f"v{word}",), None, word)
    spelling = Proposal(name, word, 0.9, f"because\n{word}", 2, 1, (where,))
    listed = Proposals((spelling,), ())
    new = Proposals((), (Suggestion(name, 3, 3, (where,), (spelling,)),))
    for proposals in (listed, new):
        text = to_yaml(proposals, file=f"a\n{word}")
        safe = text.encode("utf-8", "backslashreplace").decode()
        names, _ = load_names(load_yaml(safe, name="x"))
        whole = word.replace("\ud800", "?")
        assert [one.name for one in names.names] == [f"N {whole}"]
        assert names.names[0].variants == (f"v{whole}", whole)
        assert json.loads(to_json(proposals))


def test_a_very_long_text_is_looked_through_in_one_walk():
    text = "Aa of the " * 20_000 + "B (" * 20_000 + "Cc" * 50_000 + " Dd." * 20_000
    propose([text], COUNCIL)


def test_the_command_prints_and_changes_nothing(tmp_path, monkeypatch):
    names = "organisations: {Northern Grid Council: {party: neutral}}\n"
    (tmp_path / "names.yaml").write_text(names, "utf-8")
    (tmp_path / "briefing.yaml").write_text(
        "names: names.yaml\nsources: [in/]\ntopics: {a: [b]}\n", "utf-8"
    )
    (tmp_path / "in").mkdir()
    line = "The Northern Grid Council (NGC) met on Monday. Nobody trusts the NGC now."
    (tmp_path / "in" / "a.txt").write_text(f"Headline\n\n{line}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, ["names"], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert "Northern Grid Council:\n    also:\n" in done.stdout
    assert "- NGC\n    party: neutral\n" in done.stdout
    assert "a.txt:3: " in done.stdout
    assert "1 article read: 1 spelling and 0 new names proposed" in done.stderr
    assert (tmp_path / "names.yaml").read_text("utf-8") == names
    done = CliRunner().invoke(command, ["names", "--json"], standalone_mode=False)
    assert json.loads(done.stdout)["variants"][0]["variant"] == "NGC"
    (tmp_path / "in" / "a.txt").unlink()
    done = CliRunner().invoke(command, ["names"], standalone_mode=False)
    assert done.return_value == 1
    assert "no articles" in done.stderr
