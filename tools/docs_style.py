"""Tables of the CSS classes and filters that a house style may rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docs_tables import code, prose, table

from briefing.config.starter import starter
from briefing.config.yaml import load_yaml
from briefing.render.classes import CLASSES
from briefing.render.filters import FILTERS
from briefing.render.style_keys import TOKEN_GROUPS, WORD_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator


def css_classes() -> str:
    """Give the classes of a built page with what each marks."""
    rows = ((code(f".{name}"), prose(what)) for name, what in CLASSES.items())
    return table(("Class", "Marks"), rows)


def style_values() -> str:
    """Give every token, word and form of the base, by the key in `style.yaml`."""
    path = starter() / "templates" / "base" / "style.yaml"
    said = load_yaml(path.read_text(encoding="utf-8"), name="base/style.yaml").data
    parts = []
    for group in (*TOKEN_GROUPS, *WORD_GROUPS):
        rows = [
            (code(name), code(str(value).replace("\u00a0", " ")) if value != "" else "")
            for name, value in _flat(said[group], ())
        ]
        parts.append(f"### {group}\n\n{table(('Key', 'In the base'), rows)}")
    return "\n\n".join(parts)


def _flat(
    told: dict[str, Any], path: tuple[str, ...]
) -> Iterator[tuple[str, str | int | float]]:
    for name, value in told.items():
        key = (*path, str(name))
        if isinstance(value, dict):
            yield from _flat(value, key)
        elif isinstance(value, list):
            yield ".".join(key), ", ".join(map(str, value))
        else:
            yield ".".join(key), value


def template_filters() -> str:
    """Give the filters of Markdown templates with what each gives."""
    rows = ((code(name), prose(what)) for name, what in FILTERS.items())
    return table(("Filter", "Gives"), rows)
