"""Editions whose language their house style does not speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.speech import say
from briefing.config.load import find_edition
from briefing.config.schema import house_of
from briefing.errors import StyleError
from briefing.pipeline import style_folders
from briefing.render import load_style
from briefing.render.strings import unspoken

if TYPE_CHECKING:
    from briefing.config.load import Desk


def list_unspoken(desk: Desk, *, only: str | None = None) -> None:
    """Tell which styles have no words in the language of an edition, each once.

    That is no fault: the issue is made, with English labels.

    Args:
        desk: the desk.
        only: the one style to look at; None for that of every edition.
    """
    editions = (find_edition(desk, name).config for name in desk.config.editions)
    wanted = {
        (edition.style, house_of(desk.config.desk, edition).language)
        for edition in editions
        if only in (None, edition.style)
    }
    for name, language in sorted(wanted):
        try:
            told = unspoken(load_style(name, search=style_folders(desk)), language)
        except StyleError:
            continue  # told by the check of the style itself
        if told:
            say(f"style {name}: {told}")
