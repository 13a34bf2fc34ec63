"""What a sentence lacks to stand alone, and why one cannot be printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.test_attribution import read

FOLDER = Path(__file__).parent / "cases" / "needs"
NEEDS = yaml.safe_load((FOLDER / "needs.yaml").read_text("utf-8"))
FLAWS = yaml.safe_load((FOLDER / "flaws.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", NEEDS, ids=lambda case: case["title"])
def test_sentence_needs_what_it_leans_on(case):
    sentence = read(case["text"])[-1].sentences[-1]
    found = [[n.text, "cut" if n.drop else n.fill] for n in sentence.needs]
    assert found == case["needs"]


@pytest.mark.parametrize("case", NEEDS, ids=lambda case: case["title"])
def test_words_outside_brackets_are_the_source_s_own(case):
    for passage in read(case["text"]):
        for need in (need for sentence in passage.sentences for need in sentence.needs):
            own = re.sub(r"\[[^\]]*\]", " ", need.fill or need.text).split()
            assert need.fill is None or own in ([], need.text.split(), ["“"])


@pytest.mark.parametrize("case", FLAWS, ids=lambda case: case["title"])
def test_flaw_is_named(case):
    assert read([case["text"]])[0].sentences[0].flaw == case["flaw"]
