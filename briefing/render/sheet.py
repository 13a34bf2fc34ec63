"""What the formats write from: each form of an issue, made once and when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from briefing.render.manuscript import write_manuscript
from briefing.render.record import Record
from briefing.render.strings import in_language
from briefing.render.style import Style
from briefing.render.unseen import without_unseen

if TYPE_CHECKING:
    from briefing.model.problem import Problem


@dataclass(frozen=True)
class Sheet:
    """One issue in one style: its record, its manuscript and its page."""

    record: Record
    """The briefing as plain data."""
    style: Style
    """The house style."""
    edited: str | None = None
    """The manuscript as an editor left it; None to write it from the record."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that articles bring, by the names of their files."""

    def __post_init__(self) -> None:
        """Let the style speak the edition's language."""
        spoken = in_language(self.style, self.record["edition"]["language"])
        object.__setattr__(self, "style", spoken)

    @cached_property
    def printed(self) -> Record:
        """The record as templates see it: what cannot be seen is missing."""
        return without_unseen(self.record)

    @cached_property
    def manuscript(self) -> str:
        """The Markdown manuscript."""
        if self.edited is not None:
            return self.edited
        return write_manuscript(self.printed, self.style)

    @cached_property
    def page(self) -> str:
        """The page: self-contained HTML, of which the PDF is set."""
        # A build of Markdown alone has no use for the half of `render` behind this.
        from briefing.render.page import lay_page

        return lay_page(self.manuscript, self.printed, self.style, self.pictures)


class Format(Protocol):
    """An output: a module with a name and one function."""

    NAME: str
    """Its name in configs, and the ending of its files."""

    def write(self, sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
        """Give the file's bytes, and what went wrong in making it."""
        ...
