"""The documents for designers name what there is to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = ROOT / "templates" / "base"
STYLES = (ROOT / "docs" / "styles.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "template", ["briefing.md.j2", "page.html.j2", "email.html.j2", "email.txt.j2"]
)
def test_docs_name_every_block(template: str) -> None:
    source = (BASE / template).read_text(encoding="utf-8")
    blocks = re.findall(r"\{%-?\s*block\s+(\w+)", source)
    assert blocks
    lacking = [name for name in blocks if f"`{name}`" not in STYLES]
    assert not lacking


def test_docs_name_what_runs_in_the_margins() -> None:
    css = (BASE / "page.css").read_text(encoding="utf-8")
    for box in re.findall(r"@(?:top|bottom)-[a-z]+", css):
        assert box in STYLES
    for name in re.findall(r"(?:string|element)\((\w+)", css):
        assert f"({name}" in STYLES
