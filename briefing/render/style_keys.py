"""Keys of a `style.yaml`: which there are, and where a misplaced one belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.config.starter import starter
from briefing.config.yaml import KeyPath, Yaml, dotted
from briefing.errors import StyleError, did_you_mean
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


def fault(said: Yaml, path: KeyPath, what: str) -> StyleError:
    """Give the error for what stands at a path of a file."""
    where = said.where(path) if path else f"{said.name}:1:1"
    return StyleError(f"{where}: {dotted(path)}: {what}".replace(": : ", ": "))


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
            hint = did_you_mean(key, known) or f"; known are: {', '.join(known)}"
            raise fault(said, (*path, key), f"there is no such key{hint}")


def _group_of(key: str) -> str | None:
    """Give the group in which the base has a token or a word; None if it has none."""
    path = starter() / "templates" / "base" / "style.yaml"
    base = read_yaml(path, "base/style.yaml").data if path.is_file() else {}
    groups = (*TOKEN_GROUPS, *WORD_GROUPS)
    return next((group for group in groups if key in base.get(group, {})), None)


def read_group(said: Yaml, told: dict[str, Any], key: str) -> dict[str, Any]:
    """Give what a file says under a key that must hold 'key: value' lines."""
    group = told.get(key)
    if group is None:
        return {}
    if not isinstance(group, dict):
        raise fault(said, (key,), _LINES)
    return group
