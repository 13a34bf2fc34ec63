"""What checks ask the layout engine: the pages as laid out, the sheet as read."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import weasyprint  # type: ignore[import-untyped]
from weasyprint.css.properties import INITIAL_VALUES  # type: ignore[import-untyped]
from weasyprint.css.validation.expanders import (  # type: ignore[import-untyped]
    EXPANDERS,
)

from briefing.render.fetcher import LockedFetcher

if TYPE_CHECKING:
    from collections.abc import Iterator

PROPERTIES = frozenset(name.replace("_", "-") for name in (*INITIAL_VALUES, *EXPANDERS))
"""Names of the properties that the engine sets."""


class _Listener(logging.Handler):
    """Keeps what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one remark."""
        self.heard.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Give the list in which remarks are kept meanwhile."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)


def boxes_of(page: str) -> tuple[Any, ...]:
    """Lay a page out; give the box of each sheet of paper."""
    with _heard():  # said once already, by the setting of the PDF
        laid = weasyprint.HTML(string=page, url_fetcher=LockedFetcher()).render()
    return tuple(sheet._page_box for sheet in laid.pages)


def remarks_on(css: str) -> tuple[str, ...]:
    """Let the engine read a style sheet; give what it leaves out, and why."""
    with _heard() as heard:
        weasyprint.CSS(string=css, url_fetcher=LockedFetcher())
    return tuple(heard)
