"""The day before an older passage: in the style's form, and verified in it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml

from briefing.render import load_style, record_of, render
from briefing.render.style_new import new_style
from briefing.text.days import is_day_of
from briefing.verify.printed import printed_sentences
from briefing.verify.wording import read_wording
from tests.sample_briefing import sample_briefing

STYLES = ("roundup", "note", "sitrep", "assessment")


def dated():
    """Give the sample with the day of its article before each older passage."""
    sample = sample_briefing()
    days = {each.id: each.published for each in sample.articles}
    assert "2025-01-29" not in days.values()
    old = next(each for each in sample.sections if each.type == "background")
    items = tuple(replace(each, label="29 January 2025") for each in old.items)
    written = {each.article for each in items}
    return replace(
        sample,
        articles=tuple(
            replace(each, published="2025-01-29") if each.id in written else each
            for each in sample.articles
        ),
        sections=tuple(
            replace(each, items=items) if each is old else each
            for each in sample.sections
        ),
    )


@pytest.mark.parametrize("parent", STYLES)
def test_the_day_of_an_older_passage_has_the_form_of_the_style(tmp_path, parent):
    own = tmp_path / "templates/own"
    own.mkdir(parents=True)
    forms = 'dates: {date: "{mon} {d}, {year}"}\n'
    (own / "style.yaml").write_text(f"extends: {parent}\n{forms}", "utf-8")
    style = load_style("own", search=(tmp_path / "templates",))
    briefing = dated()
    text = render(briefing, style, formats=("md",)).files["md"].decode()
    assert "*Jan 29, 2025.* " in text
    assert not re.search(r"\*29 January", text)
    old = {
        item.id
        for section in briefing.sections
        if section.type == "background"
        for item in section.items
    }
    wording = read_wording("own", (tmp_path,))
    for printed in printed_sentences(record_of(briefing), wording):
        assert (("Jan", "29", ",", "2025") in printed.leads) == (printed.item in old)


@pytest.mark.parametrize(
    ("words", "published", "is_day"),
    [
        ("29 January 2025", "2025-01-29T23:30:00+01:00", True),
        ("29. Januar 2025", "2025-01-29", True),
        ("2025-01-29", "2025-01-29", True),
        ("[nicht vor 29. Januar 2025]", "2025-01-29/..", True),
        ("[between 2 January 2025 and 29 January 2025]", "2025-01-02/2025-01-29", True),
        ("28 January 2025", "2025-01-29", False),
        ("Ferry company", "2025-01-29", False),
        ("29 January 2025", None, False),
    ],
)
def test_our_words_for_a_day_are_known(words, published, is_day):
    assert is_day_of(words, published) == is_day


@pytest.mark.parametrize("parent", STYLES)
def test_a_new_style_lists_every_form_of_days_as_it_is(tmp_path, parent):
    path = new_style("mine", tmp_path, extends=parent) / "style.yaml"
    text = path.read_text("utf-8")
    _, begins, rest = text.partition("# dates:\n")
    forms, _, _ = rest.partition("\n\n")
    path.write_text(text + re.sub("(?m)^# ", "", begins + forms), "utf-8")
    said = yaml.safe_load(path.read_text("utf-8"))["dates"]
    known = load_style(parent).dates
    assert set(known) - set(said) == {
        "months",
        "short_months",
        "weekdays",
        "short_weekdays",
    }
    assert said == {name: known[name] for name in said}
    assert load_style("mine", search=(tmp_path,)).dates == known
