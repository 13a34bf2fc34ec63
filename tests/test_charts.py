"""Pictures of a figure's history: exact, plain to everybody, and the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from briefing.model.ledger import Earlier
from briefing.render import load_style, record_of, render
from briefing.render.chart_svg import (
    CHART,
    SPARK,
    Chart,
    Point,
    bar_chart,
    line_chart,
    sparkline,
)
from briefing.render.charts import add_sparklines, chart_filters, history_of
from briefing.render.filters import quote_marks
from briefing.render.pdf import set_pdf
from tests.sample_briefing import sample_briefing

SVG = "{http://www.w3.org/2000/svg}"
TOKENS = load_style("base").tokens
EARLIER = (
    Earlier("2025-01-31", 1, "some 870", Decimal(870)),
    Earlier("2025-01-24", None, "some 850", Decimal(850), withdrawn=True),
    Earlier("2025-01-17", None, "hundreds", None),
    Earlier("2025-01-10", None, "700", Decimal(700)),
    Earlier("2025-01-03", None, 'a </svg><b>"650"', Decimal(650)),
)


def chart(*values, **more) -> Chart:
    points = tuple(
        Point(f"{at} Jan", "none" if value is None else str(value), value)
        for at, value in enumerate(values, 1)
    )
    return Chart("boats", points, TOKENS, **more)


def sample(was=EARLIER):
    figures = tuple(
        replace(figure, was=was if figure.was else ())
        for figure in sample_briefing().figures
    )
    return replace(sample_briefing(), figures=figures)


def with_pictures(briefing, style="roundup", old="909", new="909") -> str:
    house = load_style(style)
    page = render(briefing, house, formats=("html",)).files["html"].decode()
    section = re.search(r'<section class="section figures.*?</section>', page, re.S)
    assert section
    html = re.sub(" ?<svg.*?</svg>", "", section[0]).replace(old, new)
    return add_sparklines(html, record_of(briefing), house, quote_marks(house))


STYLES = ("roundup", "note", "sitrep", "assessment")
DRAWERS = [sparkline, line_chart, bar_chart]


@pytest.mark.parametrize("draw", DRAWERS)
@pytest.mark.parametrize(
    "values",
    [
        (1, 2),
        (5, 5, 5),
        (3, None, 1, 2),
        (-4, 4),
        (0, 0),
        (10**15, 1),
        (None, 1, 2, None),
    ],
)
def test_every_picture_is_well_formed_inside_its_frame_and_told_in_words(draw, values):
    made = draw(chart(*values))
    svg = ElementTree.fromstring(made)
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert svg[0].tag == f"{SVG}title"
    assert svg[1].tag == f"{SVG}desc"
    assert all(str(value) in svg[1].text for value in values if value is not None)
    width, height = SPARK if draw is sparkline else CHART
    for each in re.findall(r'c?[xy]="(-?[\d.]+)"', made):
        assert 0 <= float(each) <= max(width, height)
    assert draw(chart(*values)) == made
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', made)) <= {
        "none",
        *(TOKENS[name] for name in ("ink", "paper", "muted")),
    }


def test_the_highest_number_stands_highest_and_the_last_dot_is_filled():
    circles = ElementTree.fromstring(sparkline(chart(1, 9, 5))).findall(f"{SVG}circle")
    tops = [float(each.get("cy")) for each in circles]
    assert tops[1] < tops[2] < tops[0]
    fills = [each.get("fill") for each in circles]
    assert fills == [TOKENS["paper"], TOKENS["paper"], TOKENS["ink"]]


def test_bars_stand_on_zero():
    bars = ElementTree.fromstring(bar_chart(chart(50, 100))).findall(f"{SVG}rect")
    one, two = (float(each.get("height")) for each in bars)
    assert two == pytest.approx(2 * one, rel=0.01)
    assert bars[0].get("fill") != bars[1].get("fill")


def test_a_vague_quantity_breaks_the_line_and_one_taken_back_is_crossed():
    figure = next(f for f in record_of(sample())["figures"] if f["was"])
    made = history_of(figure, style=load_style("roundup"), today="2025-02-07")
    assert [point.value for point in made.points] == [650, 700, None, 850, 870, 909]
    svg = ElementTree.fromstring(sparkline(made))
    assert len(svg.findall(f"{SVG}polyline")) == 2
    assert len(svg.findall(f"{SVG}path")) == 1
    assert "stroke-dasharray" in bar_chart(made)


@pytest.mark.parametrize("was", [(), (Earlier("2025-01-17", None, "many", None),)])
def test_without_history_there_is_no_picture(was):
    briefing = sample(was)
    assert "<svg" not in with_pictures(briefing)
    filters = chart_filters(load_style("roundup"), "2025-02-07")
    for name in ("sparkline", "line_chart", "bar_chart"):
        assert filters[name](record_of(briefing)["figures"][0]) == ""


@pytest.mark.parametrize("style", STYLES)
def test_each_figure_with_a_history_has_its_picture_beside_its_number(style):
    html = with_pictures(sample(), style)
    assert html.count("<svg") == 1
    assert re.search(r"<strong[^>]*>909 <svg", html)
    assert "</svg><b>" not in html


def test_a_number_that_an_editor_changed_loses_its_picture():
    assert "<svg" not in with_pictures(sample(), old="909", new="908")


@pytest.mark.pdf
@pytest.mark.parametrize("style", STYLES)
def test_paper_has_the_picture_with_its_words_and_no_complaint(style):
    house = load_style(style)
    page = render(sample(), house, formats=("html",)).files["html"].decode()
    assert page.count("<svg") == 1
    pdf, problems = set_pdf(page)
    assert problems == ()
    tree = PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    alternatives = list(alternatives_of(tree))
    assert len(alternatives) == 1
    assert "909" in alternatives[0]
    assert "650" in alternatives[0]


def alternatives_of(element):
    """Give the texts in place of pictures below an element of a PDF's structure."""
    element = element.get_object()
    if not isinstance(element, dict):
        return
    if "/Alt" in element:
        yield str(element["/Alt"])
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        yield from alternatives_of(child)


@pytest.mark.pdf
def test_a_page_template_may_draw_charts_of_its_own(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "page.html.j2").write_text(
        '{% extends "base/page.html.j2" %}{% block cover %}{% for each in figures %}'
        "{{ each|bar_chart }}{{ each|line_chart }}{% endfor %}{% endblock %}",
        encoding="utf-8",
    )
    style = load_style("own", search=(tmp_path,))
    made = render(sample(), style, formats=("html", "pdf"))
    assert made.problems == ()
    assert made.files["html"].count(b'<svg class="chart"') == 2
