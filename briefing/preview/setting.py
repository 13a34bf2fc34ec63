"""Sets an issue in a style as its files stand at this moment."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError, StyleError
from briefing.preview.fault import Fault, fault_of
from briefing.render import load_style, look_over, pictures_of, record_of
from briefing.render.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.model.briefing import Briefing

log = logging.getLogger(__name__)


class SetIssue(NamedTuple):
    """An issue in a style: the words and the page."""

    title: str
    """Title of the style."""
    manuscript: str
    """The Markdown."""
    page: str
    """The HTML, of which the PDF is set."""


def set_issue(
    briefing: Briefing, style: str, search: Sequence[Path]
) -> SetIssue | Fault:
    """Set an issue in a style, or tell what is wrong with the style.

    Args:
        briefing: the issue.
        style: name or path of the style.
        search: the folders of styles.
    """
    try:
        loaded = load_style(style, search=search)
        pictures = pictures_of(briefing)
        sheet = Sheet(record_of(briefing), loaded, pictures=pictures)
        return SetIssue(loaded.title, sheet.manuscript, sheet.page)
    except (BriefingError, OSError, UnicodeDecodeError) as error:
        return fault_of(str(error), style, search)
    except Exception as error:  # noqa: BLE001 - told, see `_own_fault`
        return _own_fault(error)


def remarks_on(style: str, search: Sequence[Path]) -> tuple[Fault, ...]:
    """Give what `style check` would say of a style that can be set."""
    try:
        found = look_over(style, search=search, pdf=False)
    except (StyleError, OSError, UnicodeDecodeError) as error:
        return (fault_of(str(error), style, search),)
    except Exception as error:  # noqa: BLE001 - told, see `_own_fault`
        return (_own_fault(error),)
    return tuple(
        fault_of(f"{problem.where}: {problem.what}", style, search) for problem in found
    )


def _own_fault(error: Exception) -> Fault:
    """Tell of a fault of the program as of one in a style.

    Whoever designs has the preview open all day: it must not end over what they just
    wrote, and the next save is tried again. The terminal has the whole story.
    """
    log.error("a fault of the program itself, not of the style", exc_info=error)
    kind = type(error).__name__
    return Fault("", f"briefing itself failed here ({kind}: {error}); report it")
