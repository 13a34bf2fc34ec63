"""The documents say what is: generated parts, commands, links, fields."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

import click
import pytest
import yaml

from briefing.cli.dataclass_schema import field_docs
from briefing.cli.group import COMMANDS, briefing
from briefing.config.periods import parse_period
from briefing.model import briefing as model

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
LONGEST_README = 250
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:href|src)=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def prose_of(page: Path) -> str:
    """Give a page without its code blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def shell_lines() -> list[tuple[str, str]]:
    """List the command lines of all pages' code blocks, with their page."""
    return [
        (page.name, part.strip())
        for page in PAGES
        for language, block in FENCE.findall(page.read_text(encoding="utf-8"))
        if language == "sh"
        for line in block.splitlines()
        for part in line.split("&&")
    ]


@cache
def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)\s*:(?!=)", makefile, re.MULTILINE))


def find_command(words: list[str]) -> tuple[click.Command, list[str]]:
    """Follow words through groups to a command; give what is left of them."""
    found: click.Command = briefing
    while isinstance(found, click.Group):
        name, words = words[0], words[1:]
        context = click.Context(found)
        command = found.get_command(context, name)
        assert command, f"there is no command '{name}'"
        found = command
    return found, words


def anchors_of(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as sites that show Markdown make them."""
    titles = HEADING.findall(prose_of(page))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_generated_parts_are_current():
    check = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]
    result = subprocess.run(check, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_generated_part_stands_in_a_document():
    source = (ROOT / "tools" / "docs.py").read_text(encoding="utf-8")
    known = re.findall(r'^    "([\w-]+)": \w+,$', source, re.MULTILINE)
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    used = re.findall(r"<!-- generated: ([\w-]+) -->", text)
    assert sorted(used) == sorted(known)


def test_readme_can_be_read_in_one_go():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= LONGEST_README
    parts = [line[3:] for line in readme.splitlines() if line.startswith("## ")]
    assert parts == ["Build", "Run", "Verify", "Style", "More"]


@pytest.mark.parametrize(
    ("page", "line"),
    [each for each in shell_lines() if each[1].startswith(("briefing ", "make"))],
)
def test_command_lines_of_documents_can_be_typed(page, line):
    program, *words = shlex.split(line, comments=True)
    if program == "make":
        assert set(words) <= make_targets(), f"{page}: {line}"
        return
    words = words[: words.index(">")] if ">" in words else words
    command, rest = find_command(words)
    try:
        command.make_context(command.name, _existing(rest))
    except click.ClickException as error:
        pytest.fail(f"{page}: {line}: {error.format_message()}")


@pytest.mark.parametrize("name", NAMES)
def test_commands_named_in_passing_exist(name):
    text = prose_of(ROOT / name)
    for program, words in re.findall(r"`(briefing|make) ([a-z][a-z -]*)", text):
        first = words.split()[0]
        known = COMMANDS if program == "briefing" else make_targets()
        assert first in known, f"{name}: `{program} {words}`"


def _is_made(word: str) -> bool:
    """Say whether a word names a finished issue, which is there only once built."""
    return word.startswith("reports/")


def _existing(words: list[str]) -> list[str]:
    """Put a file that is there in place of an issue, and make paths absolute."""
    there = [str(ROOT / word) if (ROOT / word).exists() else word for word in words]
    return [str(ROOT / "README.md") if _is_made(word) else word for word in there]


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name):
    page = ROOT / name
    for one, other in LINK.findall(prose_of(page)):
        target, _, anchor = (one or other).partition("#")
        if target.startswith(("http:", "https:")):
            continue
        goal = (page.parent / target).resolve() if target else page
        assert goal.exists(), f"{name}: {target} is not there"
        if anchor:
            assert anchor in anchors_of(goal), f"{name}: no heading #{anchor}"


@pytest.mark.parametrize("name", NAMES)
def test_yaml_in_documents_can_be_read(name):
    page = (ROOT / name).read_text(encoding="utf-8")
    for language, block in FENCE.findall(page):
        if language == "yaml":
            yaml.safe_load(block.strip().strip("-"))


def test_every_field_of_the_model_is_documented():
    kinds = [
        kind
        for kind in vars(model).values()
        if isinstance(kind, type) and kind.__module__ == model.__name__
    ]
    assert model.Briefing in kinds
    for kind in kinds:
        missing = {field.name for field in fields(kind)} - field_docs(kind).keys()
        assert not missing, f"{kind.__name__}: {missing}"


def test_periods_in_the_table_are_periods():
    config = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    table = config.partition("## Periods")[2].partition("\n\nOn the command line")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    words = [word for row in rows for word in re.findall(r"`([^`]+)`", row)]
    assert "monday to friday" in words
    for each in words:
        assert parse_period(each, today=date(2025, 2, 8), day_one=date(2022, 2, 24))


def test_quoted_citation_stands_in_the_samples():
    issues = (ROOT / "docs" / "issues.md").read_text(encoding="utf-8")
    (block,) = [
        block for language, block in FENCE.findall(issues) if language == "json"
    ]
    citation = json.loads(block)
    sample = ROOT / "seeds" / f"{citation['article']}.txt"
    text = sample.read_bytes().decode("utf-8")
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_picture_of_a_page_is_small():
    assert (ROOT / "docs" / "page.png").stat().st_size < 250_000


def test_the_readmes_python_prints_what_it_says():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (found,) = re.findall(
        r"```python\n(.*?)```\n\n```text\n(.*?)```", readme, re.DOTALL
    )
    code, expected = found
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == expected
