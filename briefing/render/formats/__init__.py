"""The output formats, one module each, in the order of their making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.render.formats import desk, email, html, json, markdown, pdf

if TYPE_CHECKING:
    from briefing.render.sheet import Format

FORMATS: tuple[Format, ...] = (json, markdown, html, pdf, desk, email)
"""All formats; a new one is a module here with `NAME` and `write`."""
