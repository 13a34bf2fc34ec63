"""Days of web pages against tests/cases/ingest/page_dates.yaml, and hostile pages."""

import time
from pathlib import Path

import pytest
import yaml

from briefing.ingest.draft import Stated
from briefing.ingest.facts import settle_facts
from briefing.ingest.page_facts import find_facts

trafilatura = pytest.importorskip("trafilatura")

CASES = Path(__file__).parent / "cases/ingest/page_dates.yaml"
HEADLINE = "<h1>Rain at last in the valley</h1>"
PAGE = (
    "<html lang='{lang}'><head><title>Rain at last in the valley</title>{head}</head>"
)


def load_cases():
    return yaml.safe_load(CASES.read_text(encoding="utf-8"))


def facts_of(html):
    return find_facts(trafilatura.load_html(html))


def page_of(case):
    head = PAGE.format(lang=case.get("lang", "de"), head=case.get("head", ""))
    body = case.get("body", "{h}<p>Es regnete.</p>").replace("{h}", HEADLINE)
    return f"{head}<body><main>{body}</main></body></html>"


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case["title"])
def test_a_page_tells_its_day(case):
    stated = facts_of(page_of(case))
    for key in ("published", "modified"):
        if key in case:
            found = stated.facts.get(key)
            assert (found.value.isoformat() if found else None) == case[key]
    if "rule" in case:
        assert stated.rules["published"] == case["rule"]
    if "words" in case:
        assert case["words"] in stated.facts["published"].words


def test_the_words_of_a_page_are_the_evidence():
    html = page_of({"body": "{h}<p>Veröffentlicht am 30. Juli 2023</p>"})
    published = settle_facts("a", [facts_of(html)], timezone="UTC").published
    assert published.source == "page"
    assert published.rule == "visible-label"
    assert published.evidence == "Veröffentlicht am 30. Juli 2023"


@pytest.mark.parametrize(
    ("retrieved", "known"), [("2023-07-29", True), ("2023-07-28", False)]
)
def test_a_page_is_not_younger_than_its_copy(retrieved, known):
    page = facts_of(page_of({"body": "{h}<p>Veröffentlicht am 30. Juli 2023</p>"}))
    hand = Stated("sidecar", {"retrieved": retrieved}, {})
    facts = settle_facts("a", [page, hand], timezone="UTC")
    assert bool(facts.published.value) == ("published" in facts.values) == known
    assert bool(facts.problems) != known


META = '<meta name="date" content="2020-01-02">'
STATE = '<script type="application/ld+json">{}</script>'.format
STORY = '{"@type":"Article","datePublished":"2020-01-01","headline":"x"}'
HOSTILE = {
    "many meta tags": META * 100_000,
    "deep linked data": STATE("[" * 100_000),
    "endless linked data": STATE("[" + ",".join([STORY] * 7_000) + "]"),
    "many times": HEADLINE + "<time datetime=2020-01-02>2.1.2020</time>" * 20_000,
    "deep page": HEADLINE + "<div class=x>" * 5_000 + "2. Januar 2020",
    "digits": HEADLINE + "<p>" + "2020-01-" * 100_000,
    "short dates": HEADLINE + "<p>1/2/2020 </p>" * 20_000,
    "years": HEADLINE + "<b>2020</b>" * 20_000,
    "state": HEADLINE + "<script>" + "publishedAt: 20" * 60_000 + "</script>",
    "long classes": f'<p class="{"date " * 9_000}">2. Januar 2020</p>' * 100,
    "headings": "<title>Rain</title>" + "<h1>Rain</h1>" * 20_000,
    "addresses": '<link rel=canonical href="http://[::1/2020/">' * 3_000,
    "odd digits": HEADLINE + "<time>²/³/2020 ٣/٤/٢٠٢٠ 00/00/2000 99.99.9999</time>",
    "edges": '<meta name="date" content="0001-01-01T00:00Z">',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_little(name):
    tree = trafilatura.load_html(f"<html><body>{HOSTILE[name]}</body></html>")
    start = time.perf_counter()
    if tree is not None:
        find_facts(tree)
    assert time.perf_counter() - start < 3
