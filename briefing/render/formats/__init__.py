"""The output formats, one module each, in the order of their making."""

from __future__ import annotations

from briefing.render.formats import html, json, markdown, pdf
from briefing.render.sheet import Format

FORMATS: tuple[Format, ...] = (json, markdown, html, pdf)
"""All formats; a new one is a module here with `NAME` and `write`."""
