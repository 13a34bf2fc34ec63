"""Begins a house style: a folder of commented files that is usable at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import NotMadeError, StyleError
from briefing.render.style import Style, load_style
from briefing.render.style_file import read_style_file
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Sequence

FILES = ("style.yaml", "briefing.md.j2", "page.css")
"""What a new style holds, in the order in which a person would open it."""

_BLANK = Path(__file__).parent / "blank"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")
_PLACE = re.compile(r"\{([a-z_-]+)\}")
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")


def new_style(
    name: str, folder: Path, *, extends: str = "roundup", search: Sequence[Path] = ()
) -> Path:
    """Write `folder/name/` and give its path.

    Args:
        name: small letters, digits, hyphens and underscores.
        folder: the desk's folder of styles; made if it is not there.
        extends: the style that the new one takes everything over from.
        search: folders in which `extends` is looked for, beside `folder`.

    Raises:
        StyleError: when the name is unfit or taken, or `extends` is not there.
        NotMadeError: when the folder cannot be written.
    """
    if not _NAME.fullmatch(name):
        msg = f"'{name}' is no name for a style; use a-z, 0-9, '-' and '_'"
        raise StyleError(msg)
    target = folder / name
    if target.exists():
        msg = f"{folder.name}/{name}: is there already; take another name"
        raise StyleError(msg)
    parent = load_style(extends, search=(folder, *search))
    if name in dict(parent.folders):
        msg = f"'{name}' would extend itself; take another name"
        raise StyleError(msg)
    texts = _first_texts(name, parent)
    try:
        target.mkdir(parents=True)
        for file, text in texts.items():
            (target / file).write_text(text, encoding="utf-8")
    except OSError as error:
        msg = f"{folder.name}/{name}: cannot be written ({error.strerror})"
        raise NotMadeError(msg) from error
    return target


def _first_texts(name: str, parent: Style) -> dict[str, str]:
    """Give the files of a style that extends another and changes nothing yet."""
    blocks = _blocks(parent)
    facts = {
        **parent.tokens,
        **{name: _quotable(form) for name, form in parent.dates.items()},
        "takeaways": str(parent.labels["takeaways"]),
        "sources": str(parent.labels["sources"]),
        "name": name,
        "title": name.replace("-", " ").replace("_", " ").capitalize(),
        "parent": parent.name,
        "colours": _colours(parent),
        "blocks": ", ".join(blocks),
        "block": "hint" if "hint" in blocks else next(iter(blocks), "title"),
    }
    return {
        file: _PLACE.sub(
            lambda place: facts.get(place[1], place[0]),
            (_BLANK / file).read_text(encoding="utf-8"),
        )
        for file in FILES
    }


def _quotable(form: object) -> str:
    """Give a form as YAML between double quotes, its no-break spaces to be seen."""
    return str(form).replace("\u00a0", r"\u00a0")


def _blocks(parent: Style) -> dict[str, None]:
    """Give the names of the blocks of a style's manuscript, in their order."""
    found: dict[str, None] = {}
    for _, folder in reversed(parent.folders):
        path = folder / "briefing.md.j2"
        if path.is_file():
            source = blank_comments(path.read_text(encoding="utf-8"))
            found |= dict.fromkeys(_BLOCK.findall(source))
    return found


def _colours(parent: Style) -> str:
    """Give the colours of a style, those of its parents among them, as YAML lines."""
    named: dict[str, None] = {}
    for _, folder in reversed(parent.folders):
        said = read_style_file(folder, default_parent="").yaml
        named |= dict.fromkeys(((said.data or {}).get("colours") or {}) if said else ())
    return "\n".join(f'  {name}: "{parent.tokens[name]}"' for name in named)
