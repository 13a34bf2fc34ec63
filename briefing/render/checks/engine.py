"""What checks ask the layout engine: the pages as laid out, the sheet as read."""

from __future__ import annotations

from typing import Any

from briefing.render.own_fonts import own_fonts  # isort: skip  # before WeasyPrint

import weasyprint  # type: ignore[import-untyped]
from weasyprint.css.properties import INITIAL_VALUES  # type: ignore[import-untyped]
from weasyprint.css.validation.expanders import (  # type: ignore[import-untyped]
    EXPANDERS,
)

from briefing.render.fetcher import LockedFetcher
from briefing.render.remarks import engine_remarks

PROPERTIES = frozenset(name.replace("_", "-") for name in (*INITIAL_VALUES, *EXPANDERS))
"""Names of the properties that the engine sets."""


def boxes_of(page: str) -> tuple[Any, ...]:
    """Lay a page out; give the box of each sheet of paper."""
    with engine_remarks():  # said once already, by the setting of the PDF
        html = weasyprint.HTML(string=page, url_fetcher=LockedFetcher())
        laid = html.render(font_config=own_fonts())
    return tuple(sheet._page_box for sheet in laid.pages)


def remarks_on(css: str) -> tuple[str, ...]:
    """Let the engine read a style sheet; give what it leaves out, and why."""
    with engine_remarks() as heard:
        weasyprint.CSS(string=css, url_fetcher=LockedFetcher())
    return tuple(heard)
