"""Tables of the CSS classes and filters that a house style may rely on."""

from __future__ import annotations

from docs_tables import code, prose, table

from briefing.render.classes import CLASSES
from briefing.render.filters import FILTERS


def css_classes() -> str:
    """Give the classes of a built page with what each marks."""
    rows = ((code(f".{name}"), prose(what)) for name, what in CLASSES.items())
    return table(("Class", "Marks"), rows)


def template_filters() -> str:
    """Give the filters of Markdown templates with what each gives."""
    rows = ((code(name), prose(what)) for name, what in FILTERS.items())
    return table(("Filter", "Gives"), rows)
