"""The history of a figure as a picture beside its number.

A figure that earlier issues gave too (`was`) has a history: what each of them gave,
and what this one gives. The table beside a picture has the numbers in words, so the
manuscript needs none.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import Undefined
from markupsafe import Markup

from briefing.errors import did_you_mean
from briefing.render.chart_frame import HEIGHT, WIDTH, Frame, draw_bars, draw_line
from briefing.render.chart_svg import Chart, Point, sparkline
from briefing.render.clean import clean
from briefing.render.dates import set_day, set_number
from briefing.render.figures import is_same
from briefing.render.quotes import Marks, set_quotes

if TYPE_CHECKING:
    from briefing.render.record import Record
    from briefing.render.style import Style

FEWEST = 2
"""Numbers that make a history."""
_WIDTHS, _HEIGHTS = (120, 2000), (90, 2000)
"""The least and the most that a chart may measure, in CSS pixels."""

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
        _point(words(was["issue"]), was, style, withdrawn=was["withdrawn"])
        for was in reversed(figure["was"])
    )
    claim = figure["claims"][0]
    points = (*earlier, _point(words(today), claim, style))
    if sum(point.value is not None for point in points) < FEWEST:
        return None
    return Chart(figure["pin"] or figure["label"], points, style.tokens)


def _point(day: str, told: Record, style: Style, *, withdrawn: bool = False) -> Point:
    value = told["value"]
    shown = None if value is None else int(value) if value == int(value) else value
    number = set_number(shown, style.numbers)
    return Point(day, told["text"], value, withdrawn, number)


def chart_filters(style: Style, today: str) -> dict[str, Callable[..., Markup]]:
    """Give the filters of page templates that draw a figure: nothing without history.

    Args:
        style: the house style.
        today: the issue's last day, ISO.
    """
    history = partial(history_of, style=style, today=today)

    def spark(figure: Record) -> Markup:
        chart = history(figure)
        return sparkline(chart) if chart else Markup("")

    def line(
        figure: Record,
        width: float = WIDTH,
        height: float = HEIGHT,
        title: str | bool = True,
        colour: str = "accent",
        zero: bool = True,
    ) -> Markup:
        chart = history(figure)
        if not chart:
            return Markup("")
        frame = _frame(chart, width, height, title, colour)
        remark = "" if zero else style.labels["chart_cut"]
        return draw_line(chart, frame._replace(remark=remark))

    def bars(
        figure: Record,
        width: float = WIDTH,
        height: float = HEIGHT,
        title: str | bool = True,
        colour: str = "accent",
    ) -> Markup:
        chart = history(figure)
        if not chart:
            return Markup("")
        return draw_bars(chart, _frame(chart, width, height, title, colour))

    made = {"sparkline": spark, "line_chart": line, "bar_chart": bars}
    return {name: _asked(name, function) for name, function in made.items()}


def _asked(name: str, draw: Callable[..., Markup]) -> Callable[..., Markup]:
    """Let a filter say in plain words what it takes, where it is given another thing.

    Raises:
        ValueError: when called with an unknown option, or with no figure.
    """
    signature = inspect.signature(draw)
    known = list(signature.parameters)[1:]

    def call(*given: object, **options: object) -> Markup:
        takes = f"it takes {', '.join(known)}" if known else "it takes nothing in ( )"
        for option in options:
            if option not in known:
                hint = did_you_mean(option, known) or f"; {takes}"
                msg = f"{name} takes no '{option}'{hint}"
                raise ValueError(msg)
        if len(given) + len(options) > 1 + len(known):
            msg = f"{name} is given too much; {takes}"
            raise ValueError(msg)
        if not _may_be_figure(given[0]):
            loop = "{% for figure in figures %}{{ figure|" + name + " }}{% endfor %}"
            msg = f"{name} wants one figure: {loop}"
            raise ValueError(msg)
        return draw(*given, **options)

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call


def _may_be_figure(given: object) -> bool:
    """Say whether this is a figure, or nothing at all, which says itself what it is."""
    return isinstance(given, Undefined) or (
        isinstance(given, Mapping) and "claims" in given
    )


def _frame(
    chart: Chart,
    width: float | str,
    height: float | str,
    title: str | bool,
    colour: str,
) -> Frame:
    """Give the frame that a template asks for.

    Raises:
        ValueError: when a size is none, or a colour is not among the tokens.
    """
    for name, size, (least, most) in (
        ("width", width, _WIDTHS),
        ("height", height, _HEIGHTS),
    ):
        if not isinstance(size, (int, float)) or not least <= size <= most:
            msg = f"{name} is {size!r}; write a number of dots, {least} to {most}"
            raise ValueError(msg)
    colours = [token for token, value in chart.tokens.items() if value[:1] == "#"]
    if colour not in colours:
        hint = did_you_mean(colour, colours) or f"; there are {', '.join(colours)}"
        msg = f"colour '{colour}' is none of the style's{hint}"
        raise ValueError(msg)
    own = chart.title if title is True else str(title) if title else ""
    return Frame(float(width), float(height), own, colour)


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
