"""Whether a selector of a style sheet can fit anything on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.render.checks.reading import sources_of
from briefing.render.classes import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_MADE_CLASS = re.compile(r"class=\"([^\"{]*)")
_PSEUDO = re.compile(r"::?[\w-]+(?:\([^()]*\))?|\[[^\]]*\]|[.#][\w-]+")
_ELEMENT = re.compile(r"(?<![\w-])[A-Za-z][\w-]*")
_HTML = """\
html head body header footer main nav section article aside address h1 h2 h3 h4 h5
h6 p div span a em strong b i u s small sub sup cite q abbr time mark code pre
blockquote bdi hr br ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr
th td figure figcaption img picture title svg g path rect line circle polyline text
tspan desc from to details summary
"""
ELEMENTS = frozenset(_HTML.split())
"""Elements that pages may have."""


def selector_faults(selector: str, classes: set[str]) -> Iterator[str]:
    """Give the classes and elements of a selector that no page has."""
    for name in _CLASS.findall(selector):
        if name not in classes:
            yield f"no page has the class '{name}'{did_you_mean(name, classes)}"
    for name in _elements(selector):
        if name not in ELEMENTS:
            yield f"there is no element '{name}'{did_you_mean(name, ELEMENTS)}"


def _elements(selector: str) -> Iterator[str]:
    """Give the elements of a selector: of `p.lead > em:first-child`, p and em."""
    if selector.startswith("@"):
        return
    plain = _PSEUDO.sub(" ", selector)
    yield from (found.lower() for found in _ELEMENT.findall(plain))


def classes_of(style: Style) -> set[str]:
    """Give the classes that a page in this style can have."""
    made = " ".join(
        found
        for _, each in style.folders
        for source in sources_of(each, "*.html.j2")
        for found in _MADE_CLASS.findall(source.text)
    )
    named = {f"style-{name}" for name, _ in style.folders}
    return {*CLASSES, *made.split(), *named}
