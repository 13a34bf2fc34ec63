"""The sample articles and the sample config hold what they are there to show.

Everything is read here by a few lines of its own, so that a fault of a reader or of
the config loader does not hide one of the samples.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.config.names import NamesConfig
from briefing.config.schema import Config, EditionConfig, FactsConfig

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CONFIG = ROOT / "config"
CASES = ROOT / "tests" / "cases" / "seeds"
REAL_ARTICLES = ROOT.parent / "shared" / "seeds"

FORMS = (".txt", ".md", ".jsonl", ".html")
SHARED_RUN = 8
FRAGMENT_WORDS = 5
WORDS = re.compile(r"[^\W_]+")
QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")


def read_yaml(path: Path) -> Any:
    # All scalars as text: the schema makes days and numbers of them.
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def words(text: str) -> list[str]:
    return WORDS.findall(re.sub("['’‘]", "", text).lower())


def article_files() -> list[Path]:
    return sorted(path for path in SEEDS.iterdir() if path.suffix in FORMS)


def sidecar() -> dict[str, FactsConfig]:
    facts = read_yaml(SEEDS / "articles.yaml")
    return {
        name: FactsConfig(**{key: fact[key] for key in fact if key != "illustrations"})
        for name, fact in facts.items()
    }


def pictures() -> dict[str, dict[str, str]]:
    """What the sidecar says of each picture, by its file."""
    facts = read_yaml(SEEDS / "articles.yaml")
    told = [one for fact in facts.values() for one in fact.get("illustrations", ())]
    return {one["file"]: one for one in told}


def records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def stated_facts() -> dict[str, tuple[str, str | None]]:
    """Publisher and publication day of each article, by file or file#id."""
    facts: dict[str, tuple[str, str | None]] = {}
    listed = sidecar()
    for path in article_files():
        text = path.read_text("utf-8")
        if path.suffix == ".jsonl":
            for record in records(path):
                key = f"{path.name}#{record['id']}"
                facts[key] = (record["publisher"], record["published"])
        elif path.suffix == ".md":
            front = yaml.load(text.split("---")[1], Loader=yaml.BaseLoader)
            facts[path.name] = (front["publisher"], front["published"])
        elif path.suffix == ".html":
            script = re.search(r"ld\+json\">(.*?)</script>", text, re.DOTALL)
            assert script
            page = json.loads(script[1])
            day = page["datePublished"][:10]
            facts[path.name] = (page["publisher"]["name"], day)
        else:
            fact = listed.get(path.name, FactsConfig())
            facts[path.name] = (fact.publisher or "", fact.published)
    return facts


def text_of(key: str) -> str:
    name, _, record_id = key.partition("#")
    path = SEEDS / name
    if record_id:
        return next(r["text"] for r in records(path) if r["id"] == record_id)
    return path.read_text("utf-8")


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["title"]) for case in read_yaml(CASES / name)]


@pytest.fixture(scope="module")
def config() -> Config:
    return Config(**read_yaml(CONFIG / "briefing.yaml"))


@pytest.fixture(scope="module")
def names() -> NamesConfig:
    return NamesConfig(**read_yaml(CONFIG / "names.yaml"))


def test_folder_holds_articles_and_their_facts_only():
    others = {path.name for path in SEEDS.iterdir()} - {
        path.name for path in article_files()
    }
    assert others == {"articles.yaml", *pictures()}
    assert len(article_files()) >= 14


def test_sidecar_names_files_that_exist():
    missing = [name for name in sidecar() if not (SEEDS / name).is_file()]
    assert missing == []


def test_pictures_are_small_and_told_in_words():
    assert pictures()
    for name, words in pictures().items():
        assert (SEEDS / name).stat().st_size < 30_000
        assert set(words) == {"file", "caption", "credit", "alt"}


@pytest.mark.parametrize("case", cases("windows.yaml"))
def test_publication_day_falls_where_the_table_says(case):
    facts = stated_facts()
    for key in case["articles"]:
        day = facts[key][1]
        if "from" not in case:
            assert day is None
            continue
        first, last = (date.fromisoformat(case[end]) for end in ("from", "to"))
        assert day is not None
        assert first <= date.fromisoformat(day) <= last


def test_every_article_is_in_the_table_of_days_once():
    listed = [
        key for case in read_yaml(CASES / "windows.yaml") for key in case["articles"]
    ]
    assert sorted(listed) == sorted(stated_facts())


@pytest.mark.parametrize("case", cases("properties.yaml"))
def test_article_shows_what_the_table_says(case):
    text = (SEEDS / case["file"]).read_text("utf-8")
    lines = [line.strip() for line in text.splitlines()]
    assert {"has", "lines", "pattern"} & set(case)
    assert [part for part in case.get("has", ()) if part not in text] == []
    for line, times in case.get("lines", {}).items():
        assert lines.count(line) == int(times), line
    assert re.search(case.get("pattern", ""), text, re.MULTILINE)


def test_undated_article_names_no_day():
    text = text_of("23-village-notebook.txt")
    months = r"\b(?:Jan|Feb|March|April|June|July|Aug|Sept|Oct|Nov|Dec)|day\b"
    assert not re.search(rf"{months}|\b(?:19|20)\d\d\b", text)


def test_two_papers_print_one_agency_paragraph_word_for_word():
    first, second = (
        set(text_of(name).splitlines())
        for name in ("08-kalynohirsk-substation.txt", "09-grid-repairs-friday.txt")
    )
    (shared,) = {line for line in first & second if len(words(line)) > SHARED_RUN}
    assert shared.endswith("told Northern Wire.")
    assert sidecar()["06-verbolissia-missile.txt"].publisher == "Northern Wire"


@pytest.mark.parametrize(
    "name", [p.name for p in article_files() if p.suffix != ".jsonl"]
)
def test_article_is_long_enough_to_be_quoted_from(name):
    assert 150 <= len(words(text_of(name))) <= 950


def test_addresses_are_reserved_for_examples():
    for path in article_files():
        hosts = re.findall(r"https?://([^/\s\"<>)]+)", path.read_text("utf-8"))
        allowed = re.compile(r"([a-z-]+\.)?example\.(org|com)|schema\.org")
        assert [host for host in hosts if not allowed.fullmatch(host)] == []


def test_real_people_are_quoted_in_fragments_only(names):
    """No sample puts invented words into the mouth of a person in office."""
    office = [
        spelling
        for name, listed in names.people.items()
        if listed.party in ("ukraine", "russia", "us")
        for spelling in (name, *listed.also)
    ]
    named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in office))
    for path in article_files():
        if path.suffix in (".html", ".jsonl"):
            continue  # Their quotation marks belong to the format as well.
        for line in path.read_text("utf-8").splitlines():
            quoted = [a or b for a, b in QUOTED.findall(line)]
            long = [q for q in quoted if len(words(q)) > FRAGMENT_WORDS]
            assert not (long and named.search(line)), (path.name, long)


@pytest.mark.skipif(not REAL_ARTICLES.is_dir(), reason="the real articles are absent")
def test_no_run_of_eight_words_is_taken_from_the_real_articles():
    def runs(text: str) -> set[tuple[str, ...]]:
        found = words(text)
        last = len(found) - SHARED_RUN + 1
        return {tuple(found[at : at + SHARED_RUN]) for at in range(last)}

    real = set().union(
        *(runs(path.read_text("utf-8")) for path in REAL_ARTICLES.glob("*.txt"))
    )
    ours = [*article_files(), *CONFIG.glob("*.yaml"), *CASES.glob("*.yaml")]
    shared = {
        path.name: sorted(found)
        for path in ours
        if (found := runs(path.read_text("utf-8")) & real)
    }
    assert real
    assert shared == {}


def test_first_edition_is_the_one_of_the_contract(config):
    weekly = config.editions["ukraine-weekly"]
    assert next(iter(config.editions)) == "ukraine-weekly"
    assert weekly.title == "Weekly roundup"
    assert (weekly.every, weekly.covers) == ("saturday 06:00", "monday to friday")
    assert weekly.first == date(2025, 1, 31)
    assert weekly.label == "Days {first_day}-{last_day}"
    assert (weekly.require.articles, weekly.require.items) == (3, 5)
    assert config.desk.day_one == date(2022, 2, 24)
    assert config.topics["kursk"].none == ("oil refinery",)


def test_daily_note_is_short_and_follows_all_topics(config):
    weekly, note = config.editions["ukraine-weekly"], config.editions["daily-note"]
    assert note.style != weekly.style
    assert len(note.sections) < len(weekly.sections)
    assert note.topics == ()
    assert (note.every, note.covers) == ("daily 06:00", "yesterday")


def test_config_points_at_things_that_are_there(config):
    assert all((ROOT / source).exists() for source in config.sources)
    assert (ROOT / config.names).is_file()
    for edition in config.editions.values():
        assert set(edition.topics) <= set(config.topics)


def test_config_names_its_schema_on_the_first_line():
    first = (CONFIG / "briefing.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=briefing.schema.json"


def test_one_off_differs_from_an_edition_that_exists(config):
    one_off = EditionConfig(**read_yaml(CONFIG / "kursk-six-months.yaml"))
    assert one_off.like in config.editions
    assert one_off.covers == "2024-08-06 to 2025-02-07"
    assert one_off.topics == ("kursk",)
    assert one_off.title


def test_each_topic_has_news_of_the_sample_week_from_two_publishers(config):
    facts = stated_facts()
    for id, topic in config.topics.items():
        # "refineries" and "deliveries" count: the last letter may bend. Of two words
        # that must be near each other, the second tells.
        looked_for = [
            re.sub(r".* within \d+ words of ", "", term) for term in topic.any
        ]
        terms = re.compile(
            "|".join(re.escape(re.sub("[ys]$", "", term)) for term in looked_for), re.I
        )
        publishers = {
            publisher
            for key, (publisher, day) in facts.items()
            if day
            and "2025-02-03" <= day <= "2025-02-07"
            and terms.search(text_of(key))
        }
        assert len(publishers) >= 2, id


def test_no_spelling_stands_for_two_names(names):
    owners: dict[str, set[str]] = {}
    for group in (names.people, names.places, names.organisations):
        for name, listed in group.items():
            for spelling in (name, *listed.also):
                owners.setdefault(" ".join(words(spelling)), set()).add(name)
    assert {s: own for s, own in owners.items() if len(own) > 1} == {}


def test_every_party_of_a_name_has_a_label(names):
    groups = (names.people, names.places, names.organisations)
    parties = {listed.party for group in groups for listed in group.values()}
    assert parties - {None} <= set(names.parties)


def test_spellings_met_in_the_articles_are_listed(names):
    listed = {**names.people, **names.places, **names.organisations}
    for name, spellings in read_yaml(CASES / "spellings.yaml").items():
        assert set(spellings) <= {name, *listed[name].also}


def test_table_of_page_furniture_names_lines_that_are_there():
    for name, lines in read_yaml(CASES / "furniture.yaml").items():
        text = (SEEDS / name).read_text("utf-8")
        assert [line for line in lines if line not in text] == []
