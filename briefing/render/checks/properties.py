"""Properties and values of style sheets that the layout engine does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.css_names import SCREEN_ONLY
from briefing.render.checks.css_parts import own_css
from briefing.render.checks.engine import PROPERTIES, remarks_on
from briefing.render.checks.reading import sources_of
from briefing.render.checks.sheets import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_ON_MEDIA = re.compile(
    r"Expected a media type|Invalid media type|Unknown rule <AtRule @(?:supports|layer"
    r"|container|keyframes|property|view-transition|starting-style|scope)\b"
)
_VENDORS = ("-", "mso-")
_IGNORED = re.compile(r"Ignored `(.*)` at (\d+):\d+, (.*?)\.?$", re.DOTALL)


def check_properties(style: Style) -> Iterator[Problem]:
    """Let the engine read the style's own sheet; give what it would leave out."""
    for source in sources_of(style.folders[0][1], "page.css"):
        for heard in remarks_on(source.text):
            found = _IGNORED.match(heard)
            what = _explain(found[1], found[3]) if found else None
            if found and what:
                yield Problem(f"{source.name}:{found[2]}", what)
    yield from _check_mail(style)


def is_for_screens(heard: str) -> bool:
    """Say whether a remark of the engine is on what browsers alone are meant to read.

    Args:
        heard: what it says of a whole page; rules of the style itself are looked at
            one by one before.
    """
    if _ON_MEDIA.match(heard):
        return True
    found = _IGNORED.match(heard)
    name = found[1].partition(":")[0].strip().lower() if found else ""
    return name in SCREEN_ONLY or (bool(name) and name.startswith(_VENDORS))


def _check_mail(style: Style) -> Iterator[Problem]:
    """Give misspelt properties of a mail; mail programs have some of their own."""
    for part in own_css(style):
        rules = rules_of(part.text) if part.is_mail else ()
        for each in (said for rule in rules for said in rule.declarations):
            if each.type != "declaration" or each.lower_name in PROPERTIES:
                continue
            near = did_you_mean(each.lower_name, PROPERTIES | SCREEN_ONLY)
            if near and not each.name.startswith(_VENDORS):
                what = f"there is no property '{each.name}'{near}"
                yield Problem(f"{part.name}:{each.source_line}", what)


def _explain(said: str, why: str) -> str | None:
    """Say what is wrong with a declaration; None where only a PDF does without it."""
    name = said.partition(":")[0].strip().lower()
    if name in SCREEN_ONLY or name.startswith(_VENDORS):
        return None
    shown = re.sub(r"\s+", " ", said)[:60]
    if name not in PROPERTIES:
        hint = did_you_mean(name, PROPERTIES | SCREEN_ONLY)
        return f"there is no property '{name}'{hint or '; the PDF would do without it'}"
    return (
        f"'{shown}' is left out of the PDF: {why}; mend the value of '{name}', or put "
        "it under @media screen if browsers alone are to have it"
    )
