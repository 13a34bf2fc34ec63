"""Lines and bars of a figure's history, large enough to be read: a page's charts.

Each has its title, the days beneath, and its numbers as words. Bars stand on zero, and
so do lines, unless a style asks otherwise: then a break in the axis and a remark say
so. Colours are tokens, written into the picture, so that page and paper have the same.
"""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from briefing.render.chart_svg import picture, rounded
from briefing.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from briefing.render.chart_svg import Chart, Point

WIDTH, HEIGHT = 320, 160
"""CSS pixels, where a template asks for nothing else."""
_PAD, _LETTER, _TITLE, _LEADING = 6.0, 10.0, 12.0, 15.0
_WIDE, _BOLD_WIDE = 0.5, 0.56
"""Width of a letter, in its size; in titles."""
_LINES, _BAR_SHARE, _BROADEST, _DOT, _STEP = 2, 0.6, 48.0, 3.0, 14.0


class Frame(NamedTuple):
    """How a chart is to be drawn."""

    width: float = WIDTH
    height: float = HEIGHT
    title: str = ""
    """Printed above; '' for none."""
    colour: str = "accent"
    """The token of the line, or of this issue's bar."""
    remark: str = ""
    """Where a line does not stand on zero: the words that say so."""


class _Plot(NamedTuple):
    """Where the numbers stand."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    """From the top; that of a vague quantity is the ground."""
    ground: float
    """Where zero stands, or the foot of a scale that does not begin there."""
    step: float
    foot: float
    """Where the days stand."""


def draw_line(chart: Chart, frame: Frame) -> Markup:
    """Give a line over the issues, its first and last number told."""
    plot = _plot(chart, frame, inset=_STEP if frame.remark else _DOT)
    drawn = [*_head(chart, frame), _ground(chart, frame, plot)]
    if frame.remark:
        drawn.append(_break(chart, plot))
    drawn += [*_strokes(chart, frame, plot), *_dots(chart, frame, plot)]
    drawn += [*_line_values(chart, frame, plot), *_days(chart, frame, plot)]
    return picture(chart, "chart", (frame.width, frame.height), drawn)


def draw_bars(chart: Chart, frame: Frame) -> Markup:
    """Give a bar for each issue, from zero, its number above it."""
    inner = frame.width - 2 * _PAD
    plot = _plot(chart, frame, inset=inner / len(chart.points) / 2)
    drawn = [*_head(chart, frame), *_bars(chart, frame, plot)]
    drawn += [_ground(chart, frame, plot), *_bar_values(chart, frame, plot)]
    drawn += _days(chart, frame, plot)
    return picture(chart, "chart", (frame.width, frame.height), drawn)


def _titled(frame: Frame) -> list[str]:
    """Cut a title into lines; what does not fit is told for those who listen."""
    most = max(1, int((frame.width - 2 * _PAD) / (_TITLE * _BOLD_WIDE)))
    return wrap(clean(frame.title), most, max_lines=_LINES, placeholder=" …")


def _plot(chart: Chart, frame: Frame, *, inset: float) -> _Plot:
    lines = len(_titled(frame)) * _LEADING + bool(frame.remark) * _LEADING
    top = _PAD + lines + 1.5 * _LETTER
    values = [float(p.value) for p in chart.points if p.value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    foot = frame.height - _PAD
    floor = foot - 1.5 * _LETTER - (1.5 * _LETTER if low < 0 else 0)
    if frame.remark:
        low, high = min(values), max(values)
        low -= (high - low) / 4 or 1.0
    scale = (floor - top) / (high - low) if high > low else 0.0
    ground = floor - (0.0 if frame.remark else (0.0 - low) * scale)
    ys = tuple(
        ground if p.value is None else floor - (float(p.value) - low) * scale
        for p in chart.points
    )
    step = (frame.width - 2 * _PAD - 2 * inset) / max(1, len(chart.points) - 1)
    xs = tuple(_PAD + inset + at * step for at in range(len(chart.points)))
    return _Plot(xs, ys, ground, step, foot)


def _head(chart: Chart, frame: Frame) -> Iterator[str]:
    y = _PAD + _TITLE - 2
    for line in _titled(frame):
        yield _text(chart, line, (_PAD, y), ink="ink", size=_TITLE, weight=600)
        y += _LEADING
    if frame.remark:
        yield _text(chart, frame.remark, (_PAD, y))


def _ground(chart: Chart, frame: Frame, plot: _Plot) -> str:
    y = rounded(plot.ground)
    return (
        f'<path d="M{rounded(_PAD)} {y}H{rounded(frame.width - _PAD)}" fill="none" '
        f'stroke="{_colour(chart, "rule")}"/>'
    )


def _break(chart: Chart, plot: _Plot) -> str:
    """Give the sign of an axis that is cut: a zigzag at its foot."""
    x, y = rounded(_PAD + _DOT), rounded(plot.ground)
    return (
        f'<path d="M{x} {y}v-3l-3 -2l6 -3l-6 -3l3 -2v-6" fill="none" '
        f'stroke="{_colour(chart, "muted")}"/>'
    )


def _strokes(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    """Give the strokes between numbers; a vague quantity breaks the line."""
    stroke: list[str] = []
    for x, y, point in (*zip(plot.xs, plot.ys, chart.points, strict=True), _END):
        if point is not None and point.value is not None:
            stroke.append(f"{rounded(x)},{rounded(y)}")
            continue
        if len(stroke) > 1:
            yield (
                f'<polyline points="{" ".join(stroke)}" fill="none" '
                f'stroke="{_colour(chart, frame.colour)}" stroke-width="1.5"/>'
            )
        stroke = []


_END: tuple[float, float, None] = (0.0, 0.0, None)


def _dots(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    last = len(chart.points) - 1
    ink = _colour(chart, frame.colour)
    for at, point in enumerate(chart.points):
        if point.value is None:
            continue
        x, y = rounded(plot.xs[at]), rounded(plot.ys[at])
        fill = ink if at == last else _colour(chart, "paper")
        dashes = ' stroke-dasharray="1.5 1.5"' if point.withdrawn else ""
        yield (
            f'<circle cx="{x}" cy="{y}" r="{_DOT}" fill="{fill}" stroke="{ink}"'
            f"{dashes}/>"
        )


def _bars(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    last = len(chart.points) - 1
    broad = min(_BROADEST, _BAR_SHARE * (plot.step or frame.width))
    for at, point in enumerate(chart.points):
        if point.value is None:
            continue
        y, height = min(plot.ys[at], plot.ground), abs(plot.ground - plot.ys[at])
        fill = frame.colour if at == last else "paper" if point.withdrawn else "rule"
        ink = frame.colour if at == last else "muted"
        dashes = ' stroke-dasharray="2 2"' if point.withdrawn else ""
        yield (
            f'<rect x="{rounded(plot.xs[at] - broad / 2)}" y="{rounded(y)}" '
            f'width="{rounded(broad)}" height="{rounded(max(height, 0.5))}" '
            f'fill="{_colour(chart, fill)}" stroke="{_colour(chart, ink)}"{dashes}/>'
        )


def _bar_values(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    """Tell each bar's number, or where they are too many, the first and the last."""
    told = [at for at, point in enumerate(chart.points) if point.value is not None]
    if max(_width(chart.points[at].number) for at in told) > plot.step - 2:
        told = [told[0], told[-1]]
    for at in told:
        under = chart.points[at].value < 0  # type: ignore[operator]
        yield _number(chart, frame, plot, at, under=under)


def _line_values(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    """Tell the first number and the last, each on the side where no line runs."""
    told = [at for at, point in enumerate(chart.points) if point.value is not None]
    for at, other in ((told[0], told[1]), (told[-1], told[-2])):
        low = plot.ys[at] + 1.8 * _LETTER > plot.ground
        yield _number(
            chart, frame, plot, at, under=plot.ys[other] < plot.ys[at] and not low
        )


def _number(chart: Chart, frame: Frame, plot: _Plot, at: int, *, under: bool) -> str:
    y = plot.ys[at] + (1.4 * _LETTER if under else -0.6 * _LETTER)
    ink = frame.colour if at == len(chart.points) - 1 else "ink"
    number = chart.points[at].number
    x, anchor = _within(plot.xs[at], number, frame)
    return _text(chart, number, (x, y), anchor=anchor, ink=ink, weight=600)


def _days(chart: Chart, frame: Frame, plot: _Plot) -> Iterator[str]:
    """Give the days beneath: the first, the last, and all between that have room."""
    last = len(chart.points) - 1
    taken = frame.width + _LETTER
    first_end = _span(0, chart.points, plot, frame)[1]
    for at in range(last, -1, -1):
        begin, end = _span(at, chart.points, plot, frame)
        free = end + _LETTER / 2 <= taken and (
            not at or begin > first_end + _LETTER / 2
        )
        if free or at in (0, last):
            day = chart.points[at].day
            x, anchor = _within(plot.xs[at], day, frame)
            yield _text(chart, day, (x, plot.foot - 2), anchor=anchor)
            taken = begin


def _span(
    at: int, points: Sequence[Point], plot: _Plot, frame: Frame
) -> tuple[float, float]:
    """Give where the words of a day begin and end."""
    x, anchor = _within(plot.xs[at], points[at].day, frame)
    width = _width(points[at].day)
    begin = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return begin, begin + width


def _within(x: float, words: str, frame: Frame) -> tuple[float, str]:
    """Give where words stand, and their anchor, so that the frame holds them."""
    half = _width(words) / 2
    if x - half < _PAD:
        return _PAD, "start"
    if x + half > frame.width - _PAD:
        return frame.width - _PAD, "end"
    return x, "middle"


def _width(words: str) -> float:
    return len(words) * _LETTER * _WIDE


def _text(
    chart: Chart,
    words: str,
    place: tuple[float, float],
    *,
    anchor: str = "start",
    ink: str = "muted",
    size: float = _LETTER,
    weight: int = 400,
) -> str:
    x, y = place
    return (
        f'<text x="{rounded(x)}" y="{rounded(y)}" font-size="{rounded(size)}" '
        f'font-family="{_colour(chart, "sans")}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{_colour(chart, ink)}">{escape(words)}</text>'
    )


def _colour(chart: Chart, token: str) -> str:
    return escape(chart.tokens[token])
