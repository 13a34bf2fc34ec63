"""Keys of a `style.yaml`: which there are, and where a misplaced one belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.config.starter import starter
from briefing.config.yaml import KeyPath, Yaml, dotted
from briefing.errors import StyleError, did_you_mean, nearest
from briefing.render.style_read import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKEN_GROUPS = ("colours", "type", "page", "measures")
WORD_GROUPS = ("labels", "dates", "numbers")
ELSEWHERE = {
    "sections": "sections and their order are said in the config of the desk, in the "
    "edition: sections: [takeaways, figures, topics, sources]",
    "order": "the order of sections is said in the config of the desk, in the "
    "edition: sections: [takeaways, figures, topics, sources]",
    "css": "rules stand in page.css beside this file",
    "language": "the language is said in the config of the desk; words in another "
    "stand in strings/de.yaml",
}
"""Keys that people look for here, and where they are."""
WHEN_EMPTY = ("omit", "say")
_LINES = "must hold 'key: value' lines, with a space after the colon"


class StyleKeyError(StyleError):
    """What one key of a style's file says is wrong; the others may be looked at."""

    def __init__(self, message: str, *, file: str, path: KeyPath) -> None:
        super().__init__(message)
        self.file = file
        self.path = path


def fault(said: Yaml, path: KeyPath, what: str) -> StyleKeyError:
    """Give the error for what stands at a path of a file."""
    where = said.where(path) if path else f"{said.name}:1:1"
    message = f"{where}: {dotted(path)}: {what}".replace(": : ", ": ")
    return StyleKeyError(message, file=said.name, path=path)


def leave_out(told: Any, without: frozenset[KeyPath], path: KeyPath = ()) -> Any:  # noqa: ANN401
    """Give what a file says but for some of its keys."""
    if not isinstance(told, dict):
        return told
    return {
        key: leave_out(value, without, (*path, key))
        for key, value in told.items()
        if (*path, key) not in without
    }


def check_keys(
    said: Yaml,
    told: object,
    known: Sequence[str],
    path: KeyPath,
) -> None:
    """Refuse a key that is not known.

    Raises:
        StyleError: with its place, and the nearest key or where it belongs.
    """
    if not isinstance(told, dict):
        raise fault(said, path, _LINES)
    for key in told:
        if key not in known:
            if key in ELSEWHERE and not path:
                raise fault(said, (key,), ELSEWHERE[key])
            group = None if path else _group_of(key)
            if group:
                raise fault(said, (key,), f"stands under '{group}:', set in by two")
            near = did_you_mean(key, known) or ("" if path else _near_group(key))
            hint = near or f"; known are: {', '.join(known)}"
            raise fault(said, (*path, key), f"there is no such key{hint}")


def _group_of(key: str) -> str | None:
    """Give the group in which the base has a token or a word; None if it has none."""
    groups = _base_groups()
    return next((group for group, names in groups.items() if key in names), None)


def _near_group(key: str) -> str:
    """Say which token or word of a group is like a key; '' where none is."""
    groups = {name: group for group, names in _base_groups().items() for name in names}
    plain = {re.sub("[_-]", "", name): name for name in reversed(groups)}
    near = plain.get(re.sub("[_-]", "", key).casefold()) or nearest(key, groups)
    return f"; did you mean '{near}', under '{groups[near]}:'?" if near else ""


def _base_groups() -> dict[str, Any]:
    path = starter() / "templates" / "base" / "style.yaml"
    base = read_yaml(path, "base/style.yaml").data if path.is_file() else {}
    return {group: base.get(group, {}) for group in (*TOKEN_GROUPS, *WORD_GROUPS)}


def read_group(said: Yaml, told: dict[str, Any], key: str) -> dict[str, Any]:
    """Give what a file says under a key that must hold 'key: value' lines."""
    group = told.get(key)
    if group is None:
        return {}
    if not isinstance(group, dict):
        raise fault(said, (key,), _LINES)
    return group
