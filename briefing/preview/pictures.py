"""Pages of a PDF as pictures.

PDFium does it, by the package `pypdfium2` (the extra `preview`); without it the
preview leaves the PDF to the browser.
"""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUICK = 1
"""zlib's level: pictures are looked at and thrown away, so speed is worth more."""
_POINTS_AN_INCH = 72

_one_at_a_time = Lock()  # PDFium keeps state that threads would share


class PageSize(NamedTuple):
    """How large a page is, in points."""

    width: float
    height: float


def can_draw() -> bool:
    """Say whether pages can be made into pictures here."""
    return find_spec("pypdfium2") is not None


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """Give the size of every page."""
    import pypdfium2  # type: ignore[import-untyped,import-not-found,unused-ignore]

    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        return tuple(
            PageSize(*document.get_page_size(at)) for at in range(len(document))
        )


def draw_page(pdf: bytes, at: int, *, dpi: int) -> bytes:
    """Give a page, counted from 0, as PNG.

    Raises:
        IndexError: when there is no such page.
    """
    for picture in _draw(pdf, slice(at, at + 1), dpi):
        return picture
    raise IndexError(at)


def draw_pages(pdf: bytes, *, dpi: int) -> Iterator[bytes]:
    """Give every page as PNG."""
    yield from _draw(pdf, slice(None), dpi)


def _draw(pdf: bytes, wanted: slice, dpi: int) -> Iterator[bytes]:
    import pypdfium2  # type: ignore[import-untyped,import-not-found,unused-ignore]

    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        for at in range(len(document))[wanted]:
            drawn = document[at].render(scale=dpi / _POINTS_AN_INCH)
            file = BytesIO()
            drawn.to_pil().save(file, "PNG", compress_level=_QUICK)
            yield file.getvalue()
