"""Claims in other languages: borne out as they stand, told when changed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from briefing.verify.details import check_details
from briefing.verify.foreign import read_foreign
from briefing.verify.ledger import check_claim
from briefing.verify.tongues import tongues_of

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "verify" / "foreign.yaml").read_text("utf-8")
)
LANGUAGES = ("de", "fr", "es", "uk", "ru")
SIGNS = ("=", ">", ">=", "<", "<=", "~")
SOUND = [
    pytest.param(case, id=f"{code}: {case['text']}")
    for code in (*LANGUAGES, "unknown")
    for case in CASES[code]
]


def number(case, key):
    return Decimal(str(case[key])) if key in case else None


def claim_of(case):
    claim = {key: number(case, key) for key in ("value", "low", "high")}
    claim |= {"text": case["text"], "comparator": case.get("comparator", "=")}
    return claim | {"attribution": None, "citation": 1}


def told(claim, case):
    return list(check_claim(claim, {"number": 1, "quote": case["quote"]}, None))


@pytest.mark.parametrize("case", SOUND)
def test_a_claim_is_borne_out_by_its_language(case):
    assert told(claim_of(case), case) == []


@pytest.mark.parametrize("case", SOUND)
def test_a_doubled_number_is_told(case):
    claim = claim_of(case)
    for key in ("value", "low", "high"):
        if claim[key] is not None:
            assert told(claim | {key: 2 * claim[key]}, case)


@pytest.mark.parametrize("case", SOUND)
def test_another_comparator_is_told(case):
    claim = claim_of(case)
    if claim["value"] is None:
        return
    for sign in case.get("not", [s for s in SIGNS if s != claim["comparator"]]):
        assert told(claim | {"comparator": sign}, case), sign


@pytest.mark.parametrize("case", CASES[False], ids=lambda case: case["text"])
def test_a_false_reading_is_told(case):
    assert told(claim_of(case), case)


@pytest.mark.parametrize("case", CASES["units"], ids=lambda c: c["text"] + c["unit"])
def test_a_unit_is_read_in_its_language(case):
    figure = {"id": "f1", "unit": case["unit"], "claims": [claim_of(case)]}
    citations = {1: {"quote": case["quote"], "article": "a"}}
    assert (not list(check_details(figure, citations, {}, ()))) is case["sound"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_of_a_quote_is_told(code):
    for case in CASES[code]:
        assert code in tongues_of(case["quote"])
        assert "en" not in tongues_of(case["quote"])


@pytest.mark.parametrize("text", ["1 234 " * 20000, "zwei" * 20000, "zwei und " * 9000])
def test_long_runs_are_read_in_time(text):
    assert len(read_foreign(text, "de")) < len(text)
