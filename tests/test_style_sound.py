"""Of a sound house style, however unusual, the check says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.render import check_style, load_style
from tests.test_style_mistakes import write_style

SOUND = yaml.safe_load(
    (Path(__file__).parent / "cases/styles/sound.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case["title"])
def test_nothing_is_told_of_a_sound_style(case: dict[str, Any], tmp_path: Path) -> None:
    write_style(tmp_path / case["name"], case)
    assert check_style(load_style(case["name"], search=[tmp_path]), pdf=False) == ()
