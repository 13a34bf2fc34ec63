"""Bars, lines and sparklines: small SVG of our own, made of a few numbers.

A picture takes its colours from the style's tokens and says nothing by colour alone:
the number of this issue is a filled dot or bar, earlier ones are open, one taken back
is crossed or dashed. Its numbers stand as text in `<title>` and `<desc>`, so that
nothing is lost to whoever cannot see it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefing.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SPARK, CHART = (48, 12), (220, 90)
"""Width and height in CSS pixels."""
_DOT, _EDGE = 2.0, 3.0
_FOOT = 12.0
"""Room under a chart for the days of its first and last issue."""
_BAR_SHARE = 0.6
_LETTER = 9


class Point(NamedTuple):
    """What one issue gave for a quantity."""

    day: str
    """The issue's last day, in the style's words."""
    text: str
    """The words it printed."""
    value: float | None
    """The number; None for a range or a vague quantity, where the line has a gap."""
    withdrawn: bool = False
    """Whether it was taken back since."""


class Chart(NamedTuple):
    """A history, and how it is to be drawn."""

    title: str
    """What is counted."""
    points: tuple[Point, ...]
    """The oldest first; the last is this issue's."""
    tokens: dict[str, str]
    """The style's tokens."""


Place = tuple[float, float, Point]
"""Where a point stands, from the left and from the top."""


def sparkline(chart: Chart) -> Markup:
    """Give a line the height of a word."""
    width, height = SPARK
    places = _place(chart.points, width, height, low=_lowest(chart.points))
    return _svg(chart, "spark", SPARK, [*_line(places, chart), *_dots(places, chart)])


def line_chart(chart: Chart) -> Markup:
    """Give a line over the issues, its first and last day beneath."""
    width, height = CHART
    places = _place(chart.points, width, height - _FOOT, low=_lowest(chart.points))
    drawn = [*_line(places, chart), *_dots(places, chart), *_days(chart)]
    return _svg(chart, "chart", CHART, drawn)


def bar_chart(chart: Chart) -> Markup:
    """Give a bar for each issue, from zero."""
    width, height = CHART
    ground = height - _FOOT
    low = min(0.0, _lowest(chart.points))
    places = _place(chart.points, width, ground, low=low)
    step = (width - 2 * _EDGE) / len(places)
    values = [point.value for point in chart.points if point.value is not None]
    zero = _height_of(0.0, low, max(0.0, *values), ground)
    drawn = [
        _bar(at, place, (step, zero, ground), chart)
        for at, place in enumerate(places)
        if place[2].value is not None
    ]
    return _svg(chart, "chart", CHART, [*drawn, *_days(chart)])


def _lowest(points: Sequence[Point]) -> float:
    return min(point.value for point in points if point.value is not None)


def _place(
    points: Sequence[Point], width: float, height: float, *, low: float
) -> list[Place]:
    """Place the points from left to right, the highest number at the top."""
    high = max(point.value for point in points if point.value is not None)
    step = (width - 2 * _EDGE) / (len(points) - 1)
    tops = [
        _height_of(low if point.value is None else point.value, low, high, height)
        for point in points
    ]
    return [
        (_EDGE + at * step, top, point)
        for at, (top, point) in enumerate(zip(tops, points, strict=True))
    ]


def _height_of(value: float, low: float, high: float, height: float) -> float:
    """Give how far from the top a number stands; all in the middle if they are one."""
    share = (value - low) / (high - low) if high > low else 0.5
    return height - _EDGE - share * (height - 2 * _EDGE)


def _line(places: Sequence[Place], chart: Chart) -> Iterator[str]:
    """Give the strokes between numbers; a vague quantity breaks the line."""
    strokes: list[list[str]] = [[]]
    for x, y, point in places:
        if point.value is None:
            strokes.append([])
        else:
            strokes[-1].append(f"{_round(x)},{_round(y)}")
    ink = _token(chart, "ink")
    for stroke in strokes:
        if len(stroke) > 1:
            yield (
                f'<polyline points="{" ".join(stroke)}" fill="none" '
                f'stroke="{ink}" stroke-width="1"/>'
            )


def _dots(places: Sequence[Place], chart: Chart) -> Iterator[str]:
    ink, paper = _token(chart, "ink"), _token(chart, "paper")
    *earlier, now = places
    for x, y, point in earlier:
        if point.withdrawn:
            yield _cross(x, y, ink)
        elif point.value is not None:
            yield (
                f'<circle cx="{_round(x)}" cy="{_round(y)}" r="1.2" fill="{paper}" '
                f'stroke="{ink}" stroke-width="0.8"/>'
            )
    if now[2].value is not None:
        at = f'cx="{_round(now[0])}" cy="{_round(now[1])}"'
        yield f'<circle {at} r="{_round(_DOT)}" fill="{ink}"/>'


def _cross(x: float, y: float, ink: str) -> str:
    one, two = _round(x - _DOT), _round(x + _DOT)
    top, foot = _round(y - _DOT), _round(y + _DOT)
    return (
        f'<path d="M{one} {top}L{two} {foot}M{one} {foot}L{two} {top}" fill="none" '
        f'stroke="{ink}" stroke-width="1"/>'
    )


def _bar(at: int, place: Place, room: tuple[float, float, float], chart: Chart) -> str:
    step, zero, _ = room
    _, y, point = place
    ink, paper = _token(chart, "ink"), _token(chart, "paper")
    width = step * _BAR_SHARE
    x = _EDGE + at * step + (step - width) / 2
    top, height = min(y, zero), max(abs(zero - y), 0.5)
    fill = ink if at == len(chart.points) - 1 else paper
    dashes = ' stroke-dasharray="2 2"' if point.withdrawn else ""
    return (
        f'<rect x="{_round(x)}" y="{_round(top)}" width="{_round(width)}" '
        f'height="{_round(height)}" fill="{fill}" stroke="{ink}"{dashes}/>'
    )


def _days(chart: Chart) -> Iterator[str]:
    width, height = CHART
    for x, anchor, point in (
        (_EDGE, "start", chart.points[0]),
        (width - _EDGE, "end", chart.points[-1]),
    ):
        yield (
            f'<text x="{_round(x)}" y="{height - 2}" font-size="{_LETTER}" '
            f'font-family="{_token(chart, "sans")}" '
            f'text-anchor="{anchor}" fill="{_token(chart, "muted")}">'
            f"{escape(point.day)}</text>"
        )


def _svg(
    chart: Chart, kind: str, size: tuple[int, int], drawn: Sequence[str]
) -> Markup:
    """Give the picture with its numbers as text."""
    width, height = size
    told = [f"{point.day}: {point.text}" for point in chart.points]
    title = escape(clean(f"{chart.title}: {told[0]} – {told[-1]}"))
    return Markup(
        f'<svg class="{kind}" role="img" xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<title>{title}</title><desc>{escape(clean('; '.join(told)))}</desc>"
        f"{''.join(drawn)}</svg>"
    )


def _token(chart: Chart, token: str) -> str:
    return escape(chart.tokens[token])


def _round(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
