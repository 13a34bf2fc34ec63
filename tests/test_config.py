import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.schema import schema_of
from briefing.config.load import find_edition, load_desk
from briefing.config.schema import SECTIONS
from briefing.config.starter import starter
from briefing.config.yaml import load_yaml
from briefing.errors import BriefingError, ConfigError, UsageError

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases" / "config"

SAMPLE = """\
desk: {timezone: Europe/Kyiv, day_one: 2022-02-24}
topics:
  kursk: {title: Kursk, any: [Kursk, Sudzha], none: [oil refinery]}
  strikes-on-ukraine: [missile strike, drones]
  aid: generators
editions:
  weekly:
    title: Weekly roundup
    every: saturday 06:00
    covers: monday to friday
    first: 2025-01-31
    label: Days {first_day}-{last_day}
    topics: [strikes-on-ukraine, kursk]
    require: {articles: 3, items: 5}
  daily: {like: weekly, covers: yesterday, every: daily 06:00, title: , label: ,
          topics: [], require: {items: 2}, first: }
"""


def load_cases(name):
    cases = load_yaml((CASES / name).read_text("utf-8"), name=name).data
    return [pytest.param(case, id=case["title"]) for case in cases]


def make_desk(folder, config=SAMPLE, names=None):
    (folder / "config").mkdir()
    (folder / "config" / "briefing.yaml").write_text(config, "utf-8")
    if names is not None:
        (folder / "config" / "names.yaml").write_text(names, "utf-8")
    return folder


@pytest.mark.parametrize("case", load_cases("mistakes.yaml"))
def test_a_mistake_is_told_with_its_place(case, tmp_path):
    make_desk(tmp_path, case["yaml"])
    with pytest.raises(ConfigError) as caught:
        load_desk(None, cwd=tmp_path)
    assert case["message"] in str(caught.value)


@pytest.mark.parametrize("case", load_cases("names.yaml"))
def test_a_mistake_in_the_names_file_is_told_with_its_place(case, tmp_path):
    make_desk(tmp_path, "names: config/names.yaml\n", case["yaml"])
    with pytest.raises(ConfigError) as caught:
        load_desk(None, cwd=tmp_path)
    assert case["message"] in str(caught.value)


def test_all_mistakes_are_told_at_once(tmp_path):
    make_desk(
        tmp_path,
        "desk: {timezone: Mars}\ntopics: {kursk: }\n"
        "editions: {weekly: {topics: [moon], covers: never}}\n",
    )
    with pytest.raises(ConfigError) as caught:
        load_desk(None, cwd=tmp_path)
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "desk.timezone",
        "topics.kursk",
        "editions.weekly.topics[1]",
        "editions.weekly.covers",
    ]


def test_the_sample_config_is_sound():
    desk = load_desk(None, cwd=starter())
    assert desk.root == starter()
    assert desk.remarks == ()
    assert find_edition(desk, None).id == "ukraine-weekly"
    one_off = find_edition(desk, str(starter() / "config" / "kursk-six-months.yaml"))
    assert list(one_off.topics) == ["kursk"]


def test_a_config_needs_no_key_but_topics(tmp_path):
    make_desk(tmp_path, "topics: {kursk: [Kursk]}\neditions: {weekly: }\n")
    edition = find_edition(load_desk(None, cwd=tmp_path), None)
    assert edition.config.sections == SECTIONS
    assert edition.config.covers == "yesterday"
    assert edition.config.title == "Weekly"


def test_an_empty_config_is_a_desk_without_editions(tmp_path):
    make_desk(tmp_path, "# nothing yet\n")
    desk = load_desk(None, cwd=tmp_path)
    with pytest.raises(ConfigError, match="no editions; add one"):
        find_edition(desk, None)


def test_the_root_is_the_folder_above_config(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    assert desk.root == tmp_path
    assert desk.path == tmp_path / "config" / "briefing.yaml"


def test_a_lone_briefing_yaml_lies_in_the_root(tmp_path):
    (tmp_path / "briefing.yaml").write_text(SAMPLE)
    assert load_desk(None, cwd=tmp_path).root == tmp_path


def test_config_comes_before_a_lone_briefing_yaml(tmp_path):
    make_desk(tmp_path)
    (tmp_path / "briefing.yaml").write_text("never: read")
    assert load_desk(None, cwd=tmp_path).path.parent.name == "config"


def test_no_config_says_how_to_make_one(tmp_path):
    with pytest.raises(ConfigError, match="make a desk with 'briefing init DIR'"):
        load_desk(None, cwd=tmp_path)


def test_a_config_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match=r"^other\.yaml: there is no such file"):
        load_desk(Path("other.yaml"), cwd=tmp_path)


def test_a_config_that_is_not_utf_8(tmp_path):
    (tmp_path / "briefing.yaml").write_bytes(b"names: \xff\n")
    with pytest.raises(ConfigError, match="is not UTF-8 at byte 7; save it as UTF-8"):
        load_desk(None, cwd=tmp_path)


def test_an_edition_takes_over_what_it_does_not_say(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    daily = find_edition(desk, "daily").config
    assert daily.covers == "yesterday"
    assert daily.require.articles == 3
    assert daily.require.items == 2


def test_a_key_with_nothing_in_it_undoes_what_is_taken_over(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    daily = find_edition(desk, "daily")
    assert daily.config.label is None
    assert daily.config.first is None
    assert daily.config.title == "Daily"
    assert list(daily.topics) == ["kursk", "strikes-on-ukraine", "aid"]


def test_topics_stand_in_the_order_of_the_edition(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    assert list(find_edition(desk, None).topics) == ["strikes-on-ukraine", "kursk"]


def test_a_topic_may_be_a_list_or_a_word(tmp_path):
    topics = load_desk(None, cwd=make_desk(tmp_path)).config.topics
    assert topics["strikes-on-ukraine"].any == ("missile strike", "drones")
    assert topics["aid"].any == ("generators",)


def test_titles_come_from_ids_with_the_capitals_of_listed_names(tmp_path):
    names = "places: {Ukraine: , North Korea: [DPRK]}\n"
    make_desk(
        tmp_path,
        "names: config/names.yaml\n"
        "topics: {strikes-on-ukraine: [x], north-korea_and-dprk: [y]}\n"
        "editions: {morning-note: }\n",
        names,
    )
    edition = find_edition(load_desk(None, cwd=tmp_path), None)
    titles = [topic.title for topic in edition.topics.values()]
    assert titles == ["Strikes on Ukraine", "North Korea and DPRK"]
    assert edition.config.title == "Morning note"


def test_an_unknown_edition_gives_the_nearest(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    with pytest.raises(UsageError, match=r"no edition 'weakly'.*did you mean 'weekly'"):
        find_edition(desk, "weakly")


def test_an_edition_may_be_a_file_of_its_own(tmp_path, monkeypatch):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("half-year.yaml").write_text(
        "like: weekly\ncovers: 2024-08-06 to 2025-02-07\ntopics: [kursk]\n"
    )
    edition = find_edition(desk, "half-year.yaml")
    assert edition.id == "half-year"
    assert list(edition.topics) == ["kursk"]
    assert edition.config.covers == "2024-08-06 to 2025-02-07"
    assert edition.config.label == "Days {first_day}-{last_day}"
    assert edition.config.title == "Weekly roundup"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("like: weakly", "one.yaml:1:7: like: there is no edition 'weakly'"),
        ("like: weekly\ntopics: [moon]", "one.yaml:2:10: topics[1]: there is no topic"),
        ("covres: today", "one.yaml:1:1: covres: unknown key; did you mean 'covers'?"),
        ("[", "one.yaml:2:1"),
    ],
)
def test_a_mistake_in_an_edition_file(tmp_path, monkeypatch, text, message):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("one.yaml").write_text(f"{text}\n")
    with pytest.raises(ConfigError) as caught:
        find_edition(desk, "one.yaml")
    assert message in str(caught.value)


def test_an_edition_file_that_is_not_there(tmp_path):
    desk = load_desk(None, cwd=make_desk(tmp_path))
    with pytest.raises(ConfigError, match="there is no such file"):
        find_edition(desk, str(tmp_path / "none.yaml"))


def test_numbers_and_days_are_text_where_text_is_wanted(tmp_path):
    make_desk(
        tmp_path,
        "facts: {a.txt: {published: 2025-02-07, headline: 1.10}}\n"
        "topics: {years: [2024, 007, 1.50, yes, NO, true, 12:30]}\n",
    )
    desk = load_desk(None, cwd=tmp_path)
    words = ("2024", "007", "1.50", "yes", "NO", "true", "12:30")
    assert desk.config.topics["years"].any == words
    assert desk.config.facts["a.txt"].published == "2025-02-07"
    assert desk.config.facts["a.txt"].headline == "1.10"


def test_what_yaml_often_misreads_is_said(tmp_path):
    make_desk(
        tmp_path,
        "names: config/names.yaml\ntopics: {norway: [NO, 012, 12:30, 'yes']}\n",
        "places: {Oslo: {country: NO}}\n",
    )
    desk = load_desk(None, cwd=tmp_path)
    assert desk.names.names[0].country == "NO"
    assert [(one.where, one.what.split(";")[0]) for one in desk.remarks] == [
        ("config/briefing.yaml:2:19", "NO is read as the text 'NO'"),
        ("config/briefing.yaml:2:23", "012 is read as the text '012'"),
        ("config/names.yaml:1:26", "NO is read as the text 'NO'"),
    ]


def test_names_keep_their_order_kind_and_party(tmp_path):
    make_desk(
        tmp_path,
        "names: config/names.yaml\n",
        "parties: {ukraine: Ukrainian accounts}\n"
        "places: {Kursk: Cursk}\n"
        "people:\n"
        "  Volodymyr Zelenskyy: {also: [Zelensky, Zelenskyi], party: ukraine}\n"
        "  UN envoy: {party: neutral}\n",
    )
    names = load_desk(None, cwd=tmp_path).names
    assert [(one.name, one.kind, one.party) for one in names.names] == [
        ("Kursk", "place", None),
        ("Volodymyr Zelenskyy", "person", "ukraine"),
        ("UN envoy", "person", "neutral"),
    ]
    assert names.names[1].variants == ("Zelensky", "Zelenskyi")
    assert names.parties == (("ukraine", "Ukrainian accounts"),)


def test_a_spelling_under_two_names_is_remarked_on(tmp_path):
    make_desk(
        tmp_path,
        "names: config/names.yaml\n",
        "people: {Ann Lee: [Lee], Bo Lee: [Lee]}\n",
    )
    remarks = load_desk(None, cwd=tmp_path).remarks
    assert remarks[0].what == "'Lee' stands under 'Ann Lee' and 'Bo Lee'"


def test_plain_values_are_what_they_look_like():
    text = """
    number: 12
    below: -3
    share: 0.4
    day: 2025-02-07
    moment: 2025-02-07 06:00
    zoned: 2025-02-07T06:00:00+02:00
    truth: true
    none: ~
    empty:
    octal: 012
    clock: 12:30
    underscore: 1_000
    exponent: 1e3
    hex: 0x10
    nobody: no
    no day: 2025-02-30
    quoted: "12"
    'NO': key
    """
    data = load_yaml(text, name="x.yaml").data
    assert data == {
        "number": 12,
        "below": -3,
        "share": 0.4,
        "day": date(2025, 2, 7),
        "moment": datetime(2025, 2, 7, 6, 0),  # noqa: DTZ001 - as written
        "zoned": datetime.fromisoformat("2025-02-07T06:00:00+02:00"),
        "truth": True,
        "none": None,
        "empty": None,
        "octal": "012",
        "clock": "12:30",
        "underscore": "1_000",
        "exponent": "1e3",
        "hex": "0x10",
        "nobody": "no",
        "no day": "2025-02-30",
        "quoted": "12",
        "NO": "key",
    }


def test_an_alias_may_be_used_a_few_times():
    yaml = load_yaml("a: &a [x, y]\nb: *a\nc: [*a, *a]\n", name="x.yaml")
    assert yaml.data["c"] == [["x", "y"], ["x", "y"]]
    assert yaml.where(("b", 1)) == "x.yaml:2:1"


def test_places_are_of_keys_and_of_values():
    yaml = load_yaml("a:\n  - b: cc\n    d: e\n", name="x.yaml")
    assert yaml.where(("a", 0, "d")) == "x.yaml:3:5"
    assert yaml.where(("a", 0, "d"), value=True) == "x.yaml:3:8"
    assert yaml.where(("a", 0, "gone")) == "x.yaml:2:5"
    assert yaml.where(("gone",)) == "x.yaml"


@pytest.mark.parametrize("sign", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_and_kills_nobody(sign):
    with pytest.raises(ConfigError, match="nested more than 50 deep"):
        load_yaml(sign * 100_000, name="x.yaml")


@pytest.mark.parametrize("text", ["a: \x00", "a: \ud800", "a: \x1b[0m"])
def test_signs_that_are_no_text_are_refused(text):
    with pytest.raises(ConfigError, match=r"x\.yaml:1:"):
        load_yaml(text, name="x.yaml")


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,? \n\t0", max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text):
    try:
        load_yaml(text, name="x.yaml")
    except BriefingError as error:
        assert str(error).startswith("x.yaml:")  # noqa: PT017


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text("abc", min_size=1),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.text("xyz", min_size=1), inner)
        ),
        max_leaves=20,
    )
)
def test_json_is_yaml_and_comes_back_unchanged(value):
    assert load_yaml(json.dumps(value), name="x.yaml").data == value


@pytest.mark.parametrize(
    ("contract", "file"),
    [("config", "briefing.schema.json"), ("edition", "edition.schema.json")],
)
def test_the_published_schema_is_the_one_in_force(contract, file):
    published = json.loads((ROOT / "config" / file).read_text("utf-8"))
    assert published == schema_of(contract), (
        f"run: briefing schema {contract} > config/{file}"
    )


def test_the_one_off_names_its_schema_which_knows_its_keys():
    text = (starter() / "config" / "kursk-six-months.yaml").read_text("utf-8")
    named = "# yaml-language-server: $schema=edition.schema.json"
    assert text.splitlines()[0] == named
    raw = load_yaml(text, name="x").data
    assert set(raw) <= set(schema_of("edition")["properties"])


def test_the_schema_knows_every_key_of_the_sample():
    schema = schema_of("config")
    raw = load_yaml(
        (starter() / "config" / "briefing.yaml").read_text("utf-8"), name="x"
    ).data
    edition = schema["$defs"]["EditionConfig"]["properties"]
    assert set(raw) <= set(schema["properties"])
    for own in raw["editions"].values():
        assert set(own) <= set(edition)
