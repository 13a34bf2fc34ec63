"""Lets the layout engine know the fonts of the house style and no other.

Typefaces of the machine would make a PDF depend on where it was made, and hide that
no font of the style has a letter.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIABLE = "FONTCONFIG_FILE"
_NO_LETTERS = Path(__file__).parent / "no_letters" / "fonts.conf"
"""Names one font, which has no letters: without any font the engine breaks."""


@contextmanager
def no_system_fonts() -> Iterator[None]:
    """Keep Fontconfig from the machine's fonts while it reads what there is."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(_NO_LETTERS)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


with no_system_fonts():  # WeasyPrint complains, when imported, of a machine without any
    from weasyprint.text.fonts import (  # type: ignore[import-untyped]
        FontConfiguration,
    )


def own_fonts() -> FontConfiguration:
    """Give a place for the fonts of one page, empty as yet."""
    with no_system_fonts():
        return FontConfiguration()
