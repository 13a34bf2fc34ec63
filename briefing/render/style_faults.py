"""Looks over a style that cannot be loaded: key by key, then what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import StyleError
from briefing.render.checks.parts import problem_of
from briefing.render.style import find_style, load_style
from briefing.render.style_check import check_style
from briefing.render.style_keys import StyleKeyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.config.yaml import KeyPath
    from briefing.model.problem import Problem
    from briefing.render.style import Style

MOST = 50
"""Faults of one `style.yaml` after which the rest is left for the next check."""


def look_over(
    name: str, *, search: Sequence[Path], pdf: bool = True
) -> tuple[Problem, ...]:
    """Give everything that is wrong with a style, also where it cannot be loaded.

    A key of its `style.yaml` that is wrong is told and left out, and the rest looked
    at without it: a designer learns of all faults at once.

    Args:
        name: name or path of the style.
        search: folders that hold styles.
        pdf: whether its pages are set on paper too.

    Raises:
        StyleError: when there is no such style, or its file cannot be read at all.
    """
    told: list[Problem] = []
    without: set[KeyPath] = set()
    try:
        style = _load(name, search, told, without)
    except StyleError as error:
        if not told:
            raise
        return (*told, problem_of(error))
    if not told:
        return check_style(style, pdf=pdf)
    if ("extends",) in without:
        return tuple(told)  # the rest would be held against the wrong style
    # What was left out may be missed elsewhere: that is no fault of its own.
    names = [f"{sign}{path[-1]}" for path in without for sign in ("'", "--", ".")]
    if ("fonts",) in without:
        names.append("no font is called")
    found = check_style(style, pdf=False)
    rest = [each for each in found if not any(one in each.what for one in names)]
    return tuple(dict.fromkeys((*told, *rest)))


def _load(
    name: str, search: Sequence[Path], told: list[Problem], without: set[KeyPath]
) -> Style:
    """Load a style without the keys of its own that are wrong; these are told."""
    own = f"{find_style(name, search).name}/style.yaml"
    while True:
        try:
            return load_style(name, search=search, without=frozenset(without))
        except StyleKeyError as error:
            path = _up_to_list(error.path)
            is_last = path in without or not path or path == ("contract",)
            if error.file != own or is_last or len(told) == MOST:
                raise
            told.append(problem_of(error))
            without.add(path)


def _up_to_list(path: KeyPath) -> KeyPath:
    """Give a path as far as the list in it: its entries are numbered."""
    at = next((at for at, key in enumerate(path) if isinstance(key, int)), len(path))
    return path[:at]
