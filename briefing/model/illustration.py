"""Pictures that articles bring: as stated, as read, and as an issue prints them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

PictureKind = Literal["png", "jpeg"]
"""What a picture's bytes are."""


@dataclass(frozen=True, slots=True)
class StatedPicture:
    """A picture that an article, or the sidecar beside it, names; not read yet."""

    file: str
    """Its path relative to the root of the article's source, with forward slashes."""
    caption: str | None
    """The words under it, the source's own."""
    credit: str | None
    """Whose it is, in the source's words."""
    alt: str
    """What it shows, for whoever cannot see it; the caption where nothing else says."""
    root: Path = field(default=Path(), repr=False)
    """The root of the source on this machine; never printed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it was read: checked, and without what does not belong to it."""

    kind: PictureKind
    """What it is."""
    width: int
    """Dots across, as it is shown."""
    height: int
    """Dots from top to bottom, as it is shown."""
    data: bytes = field(repr=False)
    """The file to print: no place, camera, note or thumbnail is left in it."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture that the issue prints, with the words and the article it came with."""

    file: str
    """Name of its file, which lies beside the manuscript."""
    kind: PictureKind
    """What it is: png or jpeg."""
    width: int
    """Dots across."""
    height: int
    """Dots from top to bottom."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    alt: str
    """What it shows, in the source's words; where it says nothing else, the caption."""
    caption: str | None
    """The words under it, the source's own; None where it has none."""
    credit: str | None
    """Whose it is, in the source's words; None when not stated."""
    article: str
    """Id of the article that brings it."""
    source: str
    """Path of the picture there, relative to the root of the source."""
    section: str
    """Id of the section that it is printed in."""
    item: str
    """Id of the item it belongs to: the first printed there of its article, if any."""
    citation: int
    """Number of the citation that leads to its article."""
    data: bytes = field(default=b"", repr=False, metadata={"inner": True})
    """The file itself, which is no part of the JSON and of what templates see."""
