"""People, places and organisations with their variants, as the desk lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["person", "place", "organisation"]
"""What a listed name denotes."""


@dataclass(frozen=True, slots=True)
class Name:
    """A listed name: how the house writes it, and how others do."""

    name: str
    """The house's spelling."""
    kind: NameKind
    """Person, place or organisation."""
    variants: tuple[str, ...] = ()
    """Other spellings and short forms."""
    party: str | None = None
    """Side of the story it belongs to ("ukraine"), "neutral", or None: not stated."""
    country: str | None = None
    """For a place, the country it lies in, where it matters."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The house's spelling first, then the variants."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class NameList:
    """All listed names, in the order of the file."""

    names: tuple[Name, ...] = ()
    """The names."""
    parties: tuple[tuple[str, str], ...] = ()
    """Each side with the label for its accounts: ("russia", "Russian accounts")."""
