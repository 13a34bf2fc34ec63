"""Changes by hand are told in every house style, and none where nothing was changed."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from briefing.config.load import find_edition, load_desk
from briefing.config.schema import house_of
from briefing.model.span import DateRange
from briefing.pipeline import make_issue, read_sources
from briefing.schedule import slot_for
from briefing.verify.text import check_manuscript

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SECTIONS = (
    *("takeaways", "figures", "topics", "ahead", "timeline", "background"),
    *("sources", "colophon"),
)
STYLES = ("roundup", "note", "sitrep", "assessment")
OWN = ROOT / "tests" / "cases" / "verify" / "own-styles"
TOPICS = {
    "kursk": ("Kursk", "Sudzha"),
    "strikes": ("missile", "drones", "refinery"),
    "ukraine": ("Ukraine",),
    "people": ("injured", "wounded", "evacuated"),
    "nothing": ("zyzzyva",),
}
CASES = yaml.safe_load(
    (ROOT / "tests" / "cases" / "verify" / "styles.yaml").read_text(encoding="utf-8")
)


def make(root, language, styles, templates=None):
    """Build the sample week in some styles; give manuscript and record of each."""
    topics = {name: {"any": list(words)} for name, words in TOPICS.items()}
    topics["nothing"]["title"] = "Nothing of this"
    edition = {"topics": list(topics), "covers": "last 5d", "sections": SECTIONS}
    edition |= {"label": "Days {first_day}-{last_day}"}
    edition |= {"require": {"articles": 0, "items": 0}}
    config = {"desk": {"timezone": "UTC", "day_one": "2022-02-24"}}
    config["desk"]["language"] = language
    config |= {"names": str(ROOT / "config" / "names.yaml"), "topics": topics}
    config |= {"sources": [str(ROOT / "seeds")]}
    config["editions"] = {name: edition | {"style": name} for name in styles}
    path = root / "briefing.yaml"
    path.write_text(json.dumps(config), encoding="utf-8")
    if templates:
        (root / "templates").symlink_to(templates)
    desk = load_desk(path, cwd=root)
    sources = read_sources(desk, find_edition(desk, styles[0]))
    window = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
    issues = {}
    for name in styles:
        found = find_edition(desk, name)
        house = house_of(desk.config.desk, found.config)
        slot = slot_for(found, house, now=NOW, window=window)
        made = make_issue(desk, found, slot, sources=sources, formats=("md", "json"))
        record = json.loads(made.files["json"], parse_float=Decimal)
        issues[name] = made.files["md"].decode(), record
    return issues


@pytest.fixture(scope="module")
def issues(tmp_path_factory):
    return {
        language: make(tmp_path_factory.mktemp(language), language, STYLES)
        for language in ("en", "de")
    }


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("style", STYLES)
def test_what_was_just_set_has_no_fault(issues, style, language):
    text, record = issues[language][style]
    faults, notes, _ = check_manuscript(text, record, "issue.md")
    assert faults == notes == ()


TRIED = [
    pytest.param(case, style, id=f"{style}: {case['title']}")
    for case in CASES
    for style in case["styles"]
]


@pytest.mark.parametrize(("case", "style"), TRIED)
def test_a_change_by_hand_is_told_in_every_style(issues, case, style):
    text, record = issues[case.get("language", "en")][style]
    text, record = new_text(text, case), record
    faults, notes, _ = check_manuscript(text, record, "issue.md")
    if "says" in case:
        assert any(case["says"] in each.what for each in faults), (faults, notes)
    else:
        assert any(case["note"] in each.what for each in notes), (faults, notes)
        assert faults == ()


def new_text(text, case):
    lines = text.split("\n")
    places = [n for n, line in enumerate(lines) if re.search(case["find"], line)]
    at = places[case.get("nth", 0)]
    if case["do"] == "change":
        new = re.sub(case["take"], lambda _: case["put"], lines[at], count=1)
        assert new != lines[at]
        lines[at] = new
    elif case["do"] == "cut":
        del lines[at]
    elif case["do"] == "copy":
        lines[at:at] = [lines[at], *([] if lines[at].startswith(" ") else [""])]
    else:
        to = next(n for n, line in enumerate(lines) if re.search(case["to"], line))
        lines[at], lines[to] = lines[to], lines[at]
    return "\n".join(lines)


# --- styles of a desk's own


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    names = sorted(each.name for each in OWN.iterdir())
    built = {}
    for language in ("en", "de"):
        root = tmp_path_factory.mktemp(f"own-{language}")
        for name, issue in make(root, language, names, OWN).items():
            built[language, name] = (*issue, root)
    return built


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["courier", "kurier", "ledger"])
def test_a_style_of_a_desks_own_makes_no_fault(own, name, language):
    text, record, root = own[language, name]
    faults, notes, _ = check_manuscript(text, record, "issue.md", folders=[root])
    assert faults == notes == ()


@pytest.mark.parametrize("name", ["courier", "kurier", "ledger"])
def test_a_changed_number_is_told_in_a_style_of_a_desks_own(own, name):
    text, record, root = own["en", name]
    new = text.replace("57,000", "61,000")
    assert new != text
    assert check_manuscript(new, record, "issue.md", folders=[root])[0]
