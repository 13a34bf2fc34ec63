"""What tests of the preview share: a small style, the sample week, a studio."""

from __future__ import annotations

from contextlib import closing, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.cli.sample import sample_briefing
from briefing.preview.studio import Choice, Studio

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from briefing.model.briefing import Briefing

GOOD = (
    '{% extends "roundup/briefing.md.j2" %}\n{% block hint %}\n*Hint*\n{% endblock %}\n'
)
FAULTY = GOOD.replace("*Hint*", "{{ issue.lable }}")


@cache
def sample_week() -> Briefing:
    """Make the sample week once for all tests."""
    return sample_briefing()


def make_style(root: Path) -> Path:
    """Write templates/mine/, a style that differs from roundup in one block."""
    folder = root / "templates/mine"
    folder.mkdir(parents=True)
    (folder / "briefing.md.j2").write_text(GOOD, encoding="utf-8")
    return folder


class NoSetter:
    """Notes what it is given to set."""

    def __init__(self, done: Any) -> None:
        self.done, self.asked = done, list[int]()

    def set(self, number: int, page: str) -> None:
        assert page
        self.asked.append(number)

    def warm_up(self) -> None:
        pass

    def close(self) -> None:
        pass


@contextmanager
def studio_over(style: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """Open a studio that sets no PDFs on a style."""
    monkeypatch.setattr("briefing.preview.studio.Setter", NoSetter)
    choice = Choice("mine", "one")
    with closing(Studio(sample_week(), choice, [style.parent])) as studio:
        studio.look()
        yield studio
