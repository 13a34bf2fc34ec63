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
from briefing.render.chart_frame import HEIGHT, WIDTH, Frame, draw_bars, draw_line
from briefing.render.chart_svg import SPARK, Chart, Point, sparkline
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
        Point(
            f"{at} Jan",
            "none" if value is None else str(value),
            value,
            number=f"{value or 0:,}",
        )
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
FRAME = Frame(title="Boats in port")


def line_chart(drawn: Chart, frame: Frame = FRAME):
    return draw_line(drawn, frame)


def bar_chart(drawn: Chart, frame: Frame = FRAME):
    return draw_bars(drawn, frame)


def cut_chart(drawn: Chart, frame: Frame = FRAME):
    return draw_line(drawn, frame._replace(remark="The scale does not begin at zero."))


DRAWERS = [sparkline, line_chart, bar_chart, cut_chart]


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
    width, height = SPARK if draw is sparkline else (WIDTH, HEIGHT)
    for each in re.findall(r'c?[xy]="(-?[\d.]+)"', made):
        assert 0 <= float(each) <= max(width, height)
    assert draw(chart(*values)) == made
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', made)) <= {
        "none",
        *(TOKENS[name] for name in ("ink", "paper", "muted", "rule", "accent")),
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


def test_lines_stand_on_zero_or_say_that_they_do_not():
    heights = []
    for draw in (line_chart, cut_chart):
        svg = ElementTree.fromstring(draw(chart(80, 100)))
        one, two = (float(each.get("cy")) for each in svg.findall(f"{SVG}circle"))
        ground = float(svg.find(f"{SVG}path").get("d").split()[1].partition("H")[0])
        heights.append((ground - one) / (ground - two))
    assert heights[0] == pytest.approx(0.8, abs=0.01)
    assert heights[1] < 0.5
    words = "The scale does not begin at zero."
    assert words in cut_chart(chart(80, 100))
    assert words not in line_chart(chart(80, 100))


def words_of(made) -> list[str]:
    return [each.text for each in ElementTree.fromstring(made).findall(f"{SVG}text")]


def test_a_chart_tells_its_title_its_numbers_and_its_days():
    told = words_of(bar_chart(chart(1200, 900, 1500)))
    assert told == ["Boats in port", "1,200", "900", "1,500", "3 Jan", "2 Jan", "1 Jan"]
    told = words_of(line_chart(chart(1200, 900, 1500)))
    assert told == ["Boats in port", "1,200", "1,500", "3 Jan", "2 Jan", "1 Jan"]
    assert words_of(bar_chart(chart(1, 2), Frame()))[0] == "1"


def test_days_and_numbers_that_have_no_room_are_left_out():
    frame = Frame(width=160)
    told = words_of(bar_chart(chart(*range(10**6, 10**6 + 30)), frame))
    assert told[:2] == ["1,000,000", "1,000,029"]
    days = told[2:]
    assert {"1 Jan", "30 Jan"} <= set(days)
    assert len(days) < 6


def test_a_long_title_has_two_lines():
    frame = Frame(title="Boats that stayed in port " * 9)
    one, two, *_ = words_of(line_chart(chart(1, 2), frame))
    assert one.startswith("Boats")
    assert two.endswith("…")


def call(name, *given, **options):
    figure = next(each for each in record_of(sample())["figures"] if each["was"])
    made = chart_filters(load_style("roundup"), "2025-02-07")[name]
    return made(*(given or (figure,)), **options)


def test_a_template_asks_for_size_title_and_colour():
    made = call("bar_chart", width=240, height=120, title="Boats", colour="ink")
    svg = ElementTree.fromstring(made)
    assert (svg.get("width"), svg.get("height")) == ("240", "120")
    assert words_of(made)[0] == "Boats"
    assert "909" in words_of(made)
    assert load_style("roundup").tokens["accent"] not in made
    assert words_of(call("bar_chart", title=False))[0] == "650"
    assert "not begin at zero" in call("line_chart", zero=False)


@pytest.mark.parametrize(
    ("name", "given", "options", "said"),
    [
        ("bar_chart", (), {"foo": 1}, "bar_chart takes no 'foo'; it takes width, "),
        ("line_chart", (), {"heigth": 1}, "line_chart takes no 'heigth'; did you mean"),
        ("sparkline", (), {"width": 1}, "sparkline takes no 'width'; it takes nothing"),
        ("bar_chart", ([],), {}, "bar_chart wants one figure: {% for figure in fig"),
        ("line_chart", (None,), {}, "line_chart wants one figure: {% for"),
        ("bar_chart", (), {"width": 5}, "width is 5; write a number of dots, 120 to"),
        ("bar_chart", (), {"height": "2cm"}, "height is '2cm'; write a number of dots"),
        ("bar_chart", (), {"colour": "acent"}, "is none of the style's; did you mean"),
    ],
)
def test_what_a_chart_does_not_take_is_said_in_plain_words(name, given, options, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        call(name, *given, **options)


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
