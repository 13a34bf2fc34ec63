"""An issue is verified, and set again, in the style that its desk means by the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli import main

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """\
title: Kurier
extends: roundup
dates: {date: "{d:02}.{m:02}.{year}"}
"""
WEEK = ("--days", "1076-1080", "--formats", "md,json")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk whose edition names its style by a path, with an issue."""
    root: Path = tmp_path_factory.mktemp("issue-desk") / "desk"
    assert main(["init", str(root)]) == 0
    (root / "houses/kurier").mkdir(parents=True)
    (root / "houses/kurier/style.yaml").write_text(STYLE, encoding="utf-8")
    config = root / "config/briefing.yaml"
    text = config.read_text(encoding="utf-8")
    named = text.replace("    style: roundup ", "    style: houses/kurier ")
    assert named != text
    config.write_text(named, encoding="utf-8")
    assert main(["build", "ukraine-weekly", *WEEK, "--config", str(config)]) == 0
    return root


@pytest.fixture
def issue(desk: Path) -> str:
    return str(next(desk.glob("reports/ukraine-weekly/*/*.md")))


def test_a_style_named_by_its_folder_is_found_again(desk: Path, issue: str) -> None:
    assert "29.01.2025" in (desk / issue).read_text(encoding="utf-8")
    assert main(["verify", issue]) == 0
    assert main(["typeset", issue, "--formats", "html"]) == 0
    page = (desk / issue).with_suffix(".html").read_text(encoding="utf-8")
    assert 'class="issue style-kurier"' in page


def test_a_style_that_is_not_found_is_told_and_can_be_named(
    desk: Path,
    issue: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    config = desk / "config/briefing.yaml"
    monkeypatch.chdir(desk)
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("houses/kurier", "roundup"), encoding="utf-8")
    try:
        assert main(["verify", issue]) == 1
        assert "'kurier' is not found" in capsys.readouterr().err
        assert main(["verify", issue, "--style", "houses/kurier"]) == 0
        assert "no fault" in capsys.readouterr().err
    finally:
        config.write_text(text, encoding="utf-8")
