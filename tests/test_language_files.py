"""A further language is a data file, and what is wrong with such a file is told."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.annotate.languages import (
    check_languages,
    data,
    openers,
    phrasebook,
    read_language,
    signs,
    telling,
    tense,
)
from briefing.annotate.languages.phrases import compile_phrase
from briefing.annotate.timexes import find_timexes
from briefing.errors import ConfigError, UsageError

PUBLISHED = date(2025, 2, 7)

ITALIAN = """
probes: [" di "]
words: il la di che e un una per con del della è si da nel lo gli le non
---
slots:
  any_month: {}
  any_weekday: {}
  look: {last: scorso scorsa, next: prossimo prossima}
  number: {3: tre}
  unit: {day: giorno giorni}
phrases:
  "[{any_weekday}] {day} {any_month} [{year}]": "{any_month} {day}[, {year}]"
  "{weekday} [{look}]": "[{look} ]{weekday}"
  "{number} {unit} fa": "{number} {unit} ago"
tense:
  future: {words: sarà saranno, endings: erà eranno}
  past: {words: ha hanno era}
reports: {saying: detto, that: che, guess: forse, since: [], until: [fino a], from: []}
"""


@pytest.fixture
def languages_folder(tmp_path, monkeypatch):
    """Give a folder of languages that is empty but for English."""
    english = data.FOLDER / "en.yaml"
    (tmp_path / "en.yaml").write_text(english.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _forget():
    """Forget all that was read of data files."""
    modules = (data, openers, phrasebook, signs, telling, tense)
    for module in modules:
        for held in vars(module).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()


def test_a_further_language_is_a_data_file(languages_folder):
    (languages_folder / "it.yaml").write_text(ITALIAN, "utf-8")
    text = (
        "Il ministro ha detto che il ponte della città era chiuso da giovedì. "
        "La riunione si terrà martedì prossimo; il voto era del 3 febbraio 2025 e, "
        "tre giorni fa, la strada non era aperta."
    )
    found = find_timexes(text, published=PUBLISHED)
    assert [(timex.text, timex.value, timex.rule) for timex in found] == [
        ("giovedì", "2025-02-06", "it.weekdays"),
        ("martedì prossimo", "2025-02-11", "it.weekdays"),
        ("3 febbraio 2025", "2025-02-03", "it.full_dates"),
        ("tre giorni fa", "2025-02-04", "it.offsets"),
    ]


LISTS = [
    ('probes: [" di "]', 'probes: " di "'),
    ('probes: [" di "]', "probes: _di_"),
    (" il la di che e un una per con del", "\n- il\n- la\n- che\n- ha\n- da\n-"),
    ("{3: tre}", "{3: [tre, tre o quattro]}"),
    ("saying: detto", "saying: [detto, ha fatto sapere]"),
    ("until: [fino a]", "until: fino_a entro"),
    ("since: []", "since: ''"),
    ("from: []", "from: da dal"),
    ("slots:\n", "day_marks: º\nslots:\n"),
    ("slots:\n", "day_marks: [º]\nslots:\n"),
    ("guess: forse, ", ""),
    ("---\n", "--- # dates\n"),
    ("\nprobes", "---\nprobes"),
    ("past: {words: ha hanno era}", "past: {words: [ha, hanno, era]}"),
]


@pytest.mark.parametrize(("old", "new"), LISTS)
def test_lists_and_texts_do_alike(languages_folder, old, new):
    assert old in ITALIAN
    (languages_folder / "it.yaml").write_text(ITALIAN.replace(old, new), "utf-8")
    assert check_languages() == ("en", "it")
    text = "Il ministro ha detto che il ponte della città era chiuso da giovedì."
    (found,) = find_timexes(text, published=PUBLISHED)
    assert (found.value, found.rule) == ("2025-02-06", "it.weekdays")


FAULTS = [
    # The file as a whole.
    (ITALIAN, "", "it.yaml: the file is empty"),
    (ITALIAN, "# nothing yet\n", "it.yaml: the file is empty"),
    ("---\n", "", "it.yaml: a line '---' is missing"),
    (
        ITALIAN[1 : ITALIAN.index("---")],
        "---\n",
        "it.yaml: nothing stands before '---'",
    ),
    (ITALIAN[ITALIAN.index("slots") :], "", "it.yaml: nothing stands behind '---'"),
    (ITALIAN[ITALIAN.index("slots") :], "- a", "it.yaml:5:1: expected keys"),
    ("tense:", "---\ntense:", "it.yaml:15:1: a third part"),
    ("  number: {3", "\tnumber: {3", "it.yaml:9:1: a tab;"),
    ('"{number} {unit} fa":', '"{number} {unit} fa:', "it.yaml:1"),
    # The first part.
    ('probes: [" di "]', "", "the key 'probes' is needed"),
    ("\nwords: ", "\nword: ", "it.yaml:3:1: word: unknown key; did you mean 'words'?"),
    ("\nwords: il", "\nwords:\n#", "it.yaml:3:"),
    ("---\n", "script: Cyrillic\n---\n", "'Cyrillic' is no range of letters"),
    # The second part.
    ("phrases:", "phrase:", "it.yaml:11:1: phrase: unknown key; did you mean"),
    ("phrases:", "phrase:", "the key 'phrases' is needed"),
    ("tense:", "tenses:", "did you mean 'tense'?"),
    ("  future:", "  futur:", "did you mean 'future'?"),
    ("  past: {words", "  past: {word", "tense.past: the key 'words' is needed"),
    ("saying:", "says:", "reports.says: unknown key; did you mean 'saying'?"),
    ("saying: detto, ", "", "it.yaml:18:1: reports: the key 'saying' is needed"),
    ("{words: ha hanno era}", "ha hanno era", "tense.past: expected keys"),
    ("that: che", "that: {a: che}", "reports.that: expected words"),
    ("that: che", "that: [anche che]", "'anche che' is more than one word"),
    ("guess: forse", "guess: null", "reports.guess: nothing is given"),
    ("  any_month: {}", "  any_month:", "slots.any_month: expected keys"),
    ("any_month: {}", "any_month: {Marzo: mar}", "'Marzo' is no English month"),
    ("any_month: {}", "month: {Januar: g}", "did you mean 'January'?"),
    ("last: scorso scorsa,", "last: scorso prossimo,", "'prossimo' stands under"),
    ("last: scorso", "lst: scorso", "slots.look.lst: 'lst' is no word"),
    ("unit: {day", "unity: {day", "the slot {unit} is unknown; did you mean 'unity'?"),
    ("slots:", "slots:\n  loook: {last: mai}", "slots.loook: no phrase has this slot"),
    ("slots:", "cldr: itt\nslots:", "CLDR knows no language 'itt'"),
    ("from: []", "from: [], runs: [da]", "reports.runs: 'da': write the words"),
    # Phrases.
    ('fa": "', 'fa [ora": "', "a ']' is missing"),
    ('fa": "', 'fa ora)": "', "there is a ')' too many"),
    ('fa": "', 'fa {ora": "', "'{' opens or closes no slot"),
    ('fa": "', 'fa|ora": "', "put the ways of '|' into brackets"),
    ('fa": "', 'fa>": "', "write one < and one >"),
    ('{unit} fa": "', '{number} fa": "', "the slot {number} stands twice"),
    ("{unit} ago", "{units} ago", "asks for {units}, which the phrase lacks; did you"),
    ("[{look} ]{weekday}", "{look} {weekday}", "{look} may be missing"),
    ("[{look} ]{weekday}", "[{look} {weekday}", "lacks a bracket"),
    ("{unit} ago", "{unit} fa", "it.yaml:14:25: phrases.{number} {unit} fa: '{number}"),
    ("unit: {day", "unit: {}\n  unit: {day", "the key 'unit' stands twice"),
]


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_faults_are_told_with_their_place(languages_folder, old, new, expected):
    assert old in ITALIAN
    (languages_folder / "it.yaml").write_text(ITALIAN.replace(old, new, 1), "utf-8")
    with pytest.raises(ConfigError) as caught:
        check_languages()
    assert expected in str(caught.value)
    assert str(languages_folder / "it.yaml") in str(caught.value)
    assert caught.value.exit_code == UsageError.exit_code


def test_all_faults_of_a_part_are_told_at_once(languages_folder):
    faulty = ITALIAN.replace("saying", "says").replace("futur", "future")
    (languages_folder / "it.yaml").write_text(faulty.replace("fa:", "f"), "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_language("it")
    assert len(str(caught.value).splitlines()) > 1


def test_a_file_of_another_ending_is_told(languages_folder):
    (languages_folder / "it.yml").write_text(ITALIAN, "utf-8")
    with pytest.raises(ConfigError, match=r"call it 'it\.yaml'"):
        check_languages()


def test_a_text_that_is_not_unicode_is_told(languages_folder):
    (languages_folder / "it.yaml").write_bytes(b"words: citt\xe0\n")
    with pytest.raises(ConfigError, match="not UTF-8"):
        find_timexes("Oggi.", published=PUBLISHED)


def test_the_second_part_is_not_read_for_english(languages_folder):
    (languages_folder / "it.yaml").write_text(
        ITALIAN.replace("phrases:", "phrase:"), "utf-8"
    )
    (found,) = find_timexes("The talks ended on Thursday.", published=PUBLISHED)
    assert found.value == "2025-02-06"


@pytest.mark.parametrize(
    ("phrase", "error"),
    [("am ({weekday}", ValueError), ("am {day})", ValueError), ("{no}", ValueError)],
)
def test_a_faulty_phrase_is_named(phrase, error):
    with pytest.raises(error):
        compile_phrase(phrase, "", read_language("de"))
