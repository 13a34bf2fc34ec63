"""Begins a house style: a folder of commented files that is usable at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import StyleError
from briefing.render.style import load_style

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK = Path(__file__).parent / "blank"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_PLACE = re.compile(r"\{([a-z-]+)\}")


def new_style(
    name: str, folder: Path, *, extends: str = "roundup", search: Sequence[Path] = ()
) -> Path:
    """Write `folder/name/` and give its path.

    Args:
        name: small letters, digits and hyphens.
        folder: the desk's folder of styles; made if it is not there.
        extends: the style that the new one takes everything over from.
        search: folders in which `extends` is looked for, beside `folder`.

    Raises:
        StyleError: when the name is unfit or taken, or `extends` is not there.
    """
    if not _NAME.fullmatch(name):
        msg = f"'{name}' cannot name a style; use small letters, digits and hyphens"
        raise StyleError(msg)
    target = folder / name
    if target.exists():
        msg = f"{folder.name}/{name}: is there already; choose another name"
        raise StyleError(msg)
    parent = load_style(extends, search=(folder, *search))
    facts = {
        **parent.tokens,
        "takeaways": str(parent.labels["takeaways"]),
        "sources": str(parent.labels["sources"]),
        "name": name,
        "title": name.replace("-", " ").capitalize(),
        "parent": parent.name,
    }
    target.mkdir(parents=True)
    for blank in sorted(_BLANK.iterdir()):
        text = blank.read_text(encoding="utf-8")
        filled = _PLACE.sub(lambda place: facts.get(place[1], place[0]), text)
        (target / blank.name).write_text(filled, encoding="utf-8")
    return target
