"""Whether a selector of a style sheet can fit anything on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.render.checks.css_names import PSEUDO_CLASSES, PSEUDO_ELEMENTS
from briefing.render.checks.reading import sources_of
from briefing.render.classes import CLASSES, SECTION_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_CLASS_IS = re.compile(r"\[\s*class\s*~?=\s*(?:[\"']([^\"']*)[\"']|([\w-]+))")
_ID = re.compile(r"#([A-Za-z][\w-]*)")
_STATE = re.compile(r"(?<![\\:])(::?)([\w-]+)")
_PARENTHESES = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_NO_SELECTOR = re.compile(r"[.#](?![\w\\-])|[>+~]\s*[>+~]|[>+~]\s*$")
_MADE_ID = re.compile(r"\sid=\"([^\"{]+)\"")
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
_HEAD = (
    "title style meta font center tt strike wbr ruby rt rp kbd samp var del ins hgroup"
)
_DRAWN = "defs use symbol mask pattern polygon ellipse stop marker image filter"
KNOWN_TAGS = ELEMENTS | {*_HEAD.split(), *_DRAWN.split()}
"""Elements that templates may write."""


def selector_faults(selector: str, classes: set[str], ids: set[str]) -> Iterator[str]:
    """Give the classes, elements and states of a selector that no page has."""
    if selector.startswith("@"):
        return
    yield from _name_faults(selector, classes, ids)
    yield from _state_faults(selector)
    if any(not part.strip() for part in _PARENTHESES.sub("", selector).split(",")):
        yield f"'{selector[:40]}': a selector is missing beside a comma; take it away"
    elif _NO_SELECTOR.search(_ATTRIBUTE.sub("", selector)):
        yield f"'{selector[:40]}' is no selector; look at its signs . # > + ~"


def _name_faults(selector: str, classes: set[str], ids: set[str]) -> Iterator[str]:
    """Find classes, elements and ids that no page has."""
    # `class="cell-{{ section.type }}"` makes any class that begins so.
    begun = tuple(name for name in classes if name.endswith(("-", "_")))
    for name in _classes_in(selector):
        if name not in classes and not name.startswith(begun):
            yield f"no page has the class '{name}'{did_you_mean(name, classes)}"
    for name in _elements(selector):
        if name not in ELEMENTS:
            hint = did_you_mean(name, ELEMENTS)
            if name in classes:
                hint = f"; it is a class: write .{name}"
            yield f"there is no element '{name}'{hint}"
    for name in _ID.findall(selector):
        if name in classes and name not in ids:
            yield f"no page has the id '{name}'; it is a class: write .{name}"


def _classes_in(selector: str) -> list[str]:
    """Give the classes of a selector, those of `[class=x]` among them."""
    said = " ".join(one or two for one, two in _CLASS_IS.findall(selector))
    return [*_CLASS.findall(_ATTRIBUTE.sub("", selector)), *said.split()]


def _state_faults(selector: str) -> Iterator[str]:
    """Find `:beforr` and its kin."""
    for colons, name in _STATE.findall(_ATTRIBUTE.sub("", selector)):
        known = PSEUDO_ELEMENTS if colons == "::" else PSEUDO_CLASSES
        if name.lower() not in known and not name.startswith("-"):
            hint = did_you_mean(name, PSEUDO_CLASSES | PSEUDO_ELEMENTS)
            yield f"there is no '{colons}{name}'{hint}"


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


def ids_of(style: Style) -> set[str]:
    """Give the ids that pages have by their templates, and those of sections."""
    made = {
        found
        for _, each in style.folders
        for source in sources_of(each, "*.html.j2")
        for found in _MADE_ID.findall(source.text)
    }
    return {*SECTION_TYPES, "gaps", *made}
