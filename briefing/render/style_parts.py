"""The files that a house style is read from, and those that only look like it."""

from __future__ import annotations

from briefing.errors import did_you_mean
from briefing.render.classes import SECTION_TYPES

FILES = (
    "style.yaml",
    "briefing.md.j2",
    "desk.md.j2",
    "page.html.j2",
    "page.css",
    "email.html.j2",
    "email.txt.j2",
    *(f"sections/{kind}.md.j2" for kind in SECTION_TYPES),
)
"""Files that a style is read from, beside `strings/`, its fonts and its logo."""


def unread(name: str) -> str:
    """Say that nobody reads a file of this name, and which is meant."""
    if name.endswith(".css"):
        hint = "; did you mean 'page.css'?"
    elif f"{name}.j2" in FILES:
        hint = f"; did you mean '{name}.j2'?"
    else:
        hint = did_you_mean(name, FILES) or f"; there are: {', '.join(FILES)}"
    return f"nobody reads a file of this name{hint}"
