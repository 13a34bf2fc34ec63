"""The history of a figure as a picture beside its number.

A figure that earlier issues gave too (`was`) has a history: what each of them gave,
and what this one gives. The table beside a picture has the numbers in words, so the
manuscript needs none.
"""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.render.chart_svg import Chart, Point, bar_chart, line_chart, sparkline
from briefing.render.clean import clean
from briefing.render.dates import set_day
from briefing.render.figures import is_same
from briefing.render.quotes import Marks, set_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.render.record import Record
    from briefing.render.style import Style

FEWEST = 2
"""Numbers that make a history."""

_ROW = re.compile(r"(<(tr|li)>)(.*?)(</\2>)", re.DOTALL)
_STRONG = re.compile(r"<strong[^>]*>(.*?)</strong>", re.DOTALL)
_CITE = re.compile(r'class="cite"[^>]*>(\d+)<')
_TAG = re.compile(r"<[^>]*>")


def history_of(figure: Record, *, style: Style, today: str) -> Chart | None:
    """Give the history of a figure; None where it has fewer than two numbers.

    Args:
        figure: the figure.
        style: the house style.
        today: the issue's last day, ISO.
    """
    words = partial(set_day, form="short_date", forms=style.dates)
    earlier = (
        Point(words(was["issue"]), was["text"], was["value"], was["withdrawn"])
        for was in reversed(figure["was"])
    )
    claim = figure["claims"][0]
    points = (*earlier, Point(words(today), claim["text"], claim["value"]))
    if sum(point.value is not None for point in points) < FEWEST:
        return None
    return Chart(figure["pin"] or figure["label"], points, style.tokens)


def chart_filters(style: Style, today: str) -> dict[str, Callable[[Record], Markup]]:
    """Give the filters of page templates that draw a figure: nothing without history.

    Args:
        style: the house style.
        today: the issue's last day, ISO.
    """

    def draw(figure: Record, how: Callable[[Chart], Markup]) -> Markup:
        chart = history_of(figure, style=style, today=today)
        return how(chart) if chart else Markup("")

    return {
        "sparkline": partial(draw, how=sparkline),
        "line_chart": partial(draw, how=line_chart),
        "bar_chart": partial(draw, how=bar_chart),
    }


def add_sparklines(html: str, record: Record, style: Style, marks: Marks) -> str:
    """Set a sparkline beside each number of the key figures that has a history.

    A row is told by its number and its citations: where an editor changed the number
    the picture would show another, and is left out.

    Args:
        html: the section of key figures.
        record: the issue.
        style: the house style.
        marks: its quotation marks, as the rows have them.
    """
    drawn = {
        figure["id"]: (figure, sparkline(chart))
        for figure in record["figures"]
        if figure["was"]
        and (chart := history_of(figure, style=style, today=record["issue"]["to"]))
    }

    def draw(row: re.Match[str]) -> str:
        number = _STRONG.search(row[3])
        for name, (figure, picture) in drawn.items():
            if number and _is_row_of(figure, row[3], number[1], marks):
                del drawn[name]
                at = number.end(1)
                return f"{row[1]}{row[3][:at]} {picture}{row[3][at:]}{row[4]}"
        return row[0]

    return _ROW.sub(draw, html) if drawn else html


def _is_row_of(figure: Record, row: str, number: str, marks: Marks) -> bool:
    first = figure["claims"][0]
    told = clean(set_quotes(first["text"], marks))
    cited = {c["citation"] for c in figure["claims"] if is_same(c, first)}
    shown = unescape(_TAG.sub("", number))
    return told.endswith(shown) and cited <= set(map(int, _CITE.findall(row)))
