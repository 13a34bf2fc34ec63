"""Ages: "Barra, 51, will be", "aged 55", "a 62-year-old driver".

"Anyone under 30" and "he is 82" give ages too. "The 45-year-old" standing for a
person's name is no figure. A number between a name and a comma is an age up to 115; in
"Ayat, 5 -" the dash serves as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figure_words.scene import FigureCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.annotate.figure_words.scene import FigureScene, Quantity

NAME = "ages"
_OLDEST = 115
_NAME_BEFORE = re.compile(r"(?:^|[^\w])[A-Z][\w’'-]+,\s\Z")
_CLOSES = re.compile(r"(?:[,.;)”\"]|\s[-–—]|\sand\b)(?![\d])")
_AGED = re.compile(r"\bage[ds]?\s(?:of\s)?(?:about\s|around\s)?\Z", re.IGNORECASE)
_OLD = re.compile(r"[\s-]old\b(?!\s*(?:[,.;]|was|is|has|had|said|who|told))")
_GROUP = re.compile(
    r"\b(?:people|persons?|children|adults|those|anyone|everyone|everybody|women|men"
    r"|girls|boys|patients|workers|residents|drivers|voters|males|females)\s(?:aged\s)?"
    r"(?:over|under|above|below)\s\Z",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:he|she|I)(?:\s(?:is|was|am|turned)|['’](?:s|m))\s(?:now\s|just\s|only\s)?\Z"
)
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]+s|people|men|women|children)\b")
_ENDS = re.compile(
    r"(?:[,.;:)!?”\"]|\s(?:and|or|but|when|who|are|were|have|has|had|is)\b|\Z)"
)
_REACH = 40


def propose(scene: FigureScene) -> Iterator[FigureCandidate]:
    """Yield ages."""
    for quantity in scene.quantities:
        end = _age_end(scene, quantity)
        if end is not None and 0 < quantity.value <= _OLDEST:
            yield FigureCandidate(
                quantity.numeral.start,
                end,
                NAME,
                value=quantity.value,
                unit="year",
                kind="age",
            )


def _age_end(scene: FigureScene, quantity: Quantity) -> int | None:
    """Say where the age ends; None when the number is none."""
    unit, numeral = quantity.unit, quantity.numeral
    if unit.kind == "duration" and unit.name == "year":
        old = _OLD.match(scene.text, unit.end, scene.sentence.end)
        return old.end() if old else None
    if unit.kind != "count":
        return None
    before = scene.text[
        max(scene.sentence.start, numeral.start - _REACH) : numeral.start
    ]
    if _AGED.search(before):
        return numeral.end
    grouped = _GROUP.search(before)
    if grouped and not _COUNTED.match(scene.text, numeral.end):
        return numeral.end
    if grouped or _IS.search(before):
        return numeral.end if _ENDS.match(scene.text, numeral.end) else None
    named = numeral.digits and _NAME_BEFORE.search(before)
    return numeral.end if named and _CLOSES.match(scene.text, numeral.end) else None
