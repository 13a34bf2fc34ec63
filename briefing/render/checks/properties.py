"""Properties and values of a `page.css` that the layout engine does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.engine import PROPERTIES, remarks_on
from briefing.render.checks.reading import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style

_IGNORED = re.compile(r"Ignored `(.*)` at (\d+):\d+, (.*?)\.?$", re.DOTALL)


def check_properties(style: Style) -> Iterator[Problem]:
    """Let the engine read the style's own sheet; give what it would leave out."""
    for source in sources_of(style.folders[0][1], "page.css"):
        for heard in remarks_on(source.text):
            found = _IGNORED.match(heard)
            if found:
                what = _explain(found[1], found[3])
                yield Problem(f"{source.name}:{found[2]}", what)


def _explain(said: str, why: str) -> str:
    name = said.partition(":")[0].strip()
    if name not in PROPERTIES:
        hint = did_you_mean(name, PROPERTIES) or "; the PDF would do without it"
        return f"there is no property '{name}'{hint}"
    return f"'{said}' is left out of the PDF: {why}; mend the value of '{name}'"
