"""Each mistake in a house style is told with its place and what mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.errors import StyleError
from briefing.render import look_over

MISTAKES = yaml.safe_load(
    (Path(__file__).parent / "cases/styles/mistakes.yaml").read_text(encoding="utf-8")
)


def write_style(folder: Path, case: dict[str, Any]) -> None:
    for name, text in case.get("files", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, signs in case.get("raw", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(signs))


def write_beside(templates: Path, case: dict[str, Any]) -> None:
    for name, text in case.get("beside", {}).items():
        path = templates / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told_of(name: str, templates: Path, *, pdf: bool = False) -> list[str]:
    try:
        problems = look_over(name, search=[templates], pdf=pdf)
    except StyleError as error:
        return [str(error)]
    return [f"{problem.where}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["title"])
def test_mistake(case: dict[str, Any], tmp_path: Path) -> None:
    write_style(tmp_path / "mine", case)
    write_beside(tmp_path, case)
    name = case.get("name", "mine")
    told = told_of(name, tmp_path, pdf=case.get("paper", False))
    for also in case.get("also", ()):
        assert any(also in line for line in told), told
    assert any(
        line.startswith(f"{case['at']}: ") and case["hint"] in line for line in told
    ), told
    assert not any(str(tmp_path) in line for line in told), "no path of a machine"
