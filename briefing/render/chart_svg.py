"""Sparklines, and what all pictures of a history share: small SVG of our own.

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

SPARK = (48, 12)
"""Width and height in CSS pixels."""
_DOT, _EDGE = 2.0, 3.0


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
    number: str = ""
    """The number in the style's form."""


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
    return picture(
        chart, "spark", SPARK, [*_line(places, chart), *_dots(places, chart)]
    )


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
            strokes[-1].append(f"{rounded(x)},{rounded(y)}")
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
                f'<circle cx="{rounded(x)}" cy="{rounded(y)}" r="1.2" fill="{paper}" '
                f'stroke="{ink}" stroke-width="0.8"/>'
            )
    if now[2].value is not None:
        at = f'cx="{rounded(now[0])}" cy="{rounded(now[1])}"'
        yield f'<circle {at} r="{rounded(_DOT)}" fill="{ink}"/>'


def _cross(x: float, y: float, ink: str) -> str:
    one, two = rounded(x - _DOT), rounded(x + _DOT)
    top, foot = rounded(y - _DOT), rounded(y + _DOT)
    return (
        f'<path d="M{one} {top}L{two} {foot}M{one} {foot}L{two} {top}" fill="none" '
        f'stroke="{ink}" stroke-width="1"/>'
    )


def picture(
    chart: Chart, kind: str, size: tuple[float, float], drawn: Sequence[str]
) -> Markup:
    """Give the picture with its numbers as text."""
    width, height = size
    told = [f"{point.day}: {point.text}" for point in chart.points]
    title = escape(clean(f"{chart.title}: {told[0]} – {told[-1]}"))
    return Markup(
        f'<svg class="{kind}" role="img" xmlns="http://www.w3.org/2000/svg" '
        f'width="{rounded(width)}" height="{rounded(height)}" '
        f'viewBox="0 0 {rounded(width)} {rounded(height)}">'
        f"<title>{title}</title><desc>{escape(clean('; '.join(told)))}</desc>"
        f"{''.join(drawn)}</svg>"
    )


def _token(chart: Chart, token: str) -> str:
    return escape(chart.tokens[token])


def rounded(number: float) -> str:
    """Give a coordinate in few digits."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
