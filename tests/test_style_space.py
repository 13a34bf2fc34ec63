"""White space in Markdown templates is no trap: nothing printed depends on it."""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.config.starter import starter
from briefing.render import list_styles, load_style, record_of
from briefing.render.environment import close_tag_lines
from briefing.render.layout import lay_out
from briefing.render.manuscript import write_manuscript
from briefing.render.specimen import SPECIMENS

if TYPE_CHECKING:
    from pathlib import Path

OPENS_LIST = re.compile(r"\s*\{% for (?:item|entry|gap) in [^%]*%\}\s*")


def spread(source: str, chance: random.Random) -> str:
    """Indent a template, end lines in blanks, double blank lines, part list items."""
    indent = chance.choice(["", "  ", "    ", "       ", "\t", "\t\t"])
    lines = []
    for line in source.split("\n"):
        tail = chance.choice(["", "", " ", "   ", "\t"]) if not line else ""
        lines.append(f"{indent}{line}{tail}" if line.strip() else f"{line}{tail}")
        if not line or OPENS_LIST.fullmatch(line):
            lines += [chance.choice(["", " ", "    ", "\t"])] * chance.choice([0, 1, 3])
    return "\n".join(lines)


@pytest.mark.parametrize("name", [name for name, _ in list_styles()])
def test_indents_and_blank_lines_change_no_manuscript(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.render.compiled._FOLDER", tmp_path / "none")
    chance = random.Random(name)
    for nth in range(3):
        templates = tmp_path / str(nth)
        shutil.copytree(starter() / "templates", templates)
        for path in sorted(templates.rglob("*.md.j2")):
            path.write_text(spread(path.read_text("utf-8"), chance), "utf-8")
        for made in SPECIMENS.values():
            record = record_of(made(name))
            spread_out = write_manuscript(record, load_style(name, search=[templates]))
            assert spread_out == write_manuscript(record, load_style(name))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("    - a\n\n    - b\n\n    After.\n", "- a\n- b\n\nAfter.\n"),
        ("- a\n\n  still a\n- b\n", "- a\n  still a\n- b\n"),
        (
            "    1. a\n       - x\n\n       - y\n    2. b\n",
            "1. a\n   - x\n   - y\n2. b\n",
        ),
        ("        Words   that\n        go on.\n", "Words that go on.\n"),
        ("    ## Title\n    Words.\n", "## Title\n\nWords.\n"),
        ("Words.\n    | a | b |\n    |---|---|\n", "Words.\n\n| a | b |\n|---|---|\n"),
        (
            "  - a\n    - x\n    more x?\n   more a\n",
            "- a\n  - x\n  more x?\n  more a\n",
        ),
        ("\t- a\n\t- b\n", "- a\n- b\n"),
    ],
)
def test_layout_of_lists_and_paragraphs(written: str, wanted: str) -> None:
    assert lay_out(written) == wanted
    assert lay_out(wanted) == wanted


def test_lines_of_tags_print_nothing_and_lines_of_text_keep_their_indent() -> None:
    source = "  {% for a in b %}\n    {% if a %}\n    - x\n    {% endif %}{{ a }}\n"
    assert close_tag_lines(source) == (
        "{% for a in b \n%}{% if a \n%}    - x\n    {% endif %}{{ a }}\n"
    )
