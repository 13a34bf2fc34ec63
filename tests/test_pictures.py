"""Pictures: local, within measure, and told in words."""

from __future__ import annotations

import struct
import zlib

import pytest

from briefing.errors import StyleError
from briefing.render import load_style, render
from tests.sample_briefing import sample_briefing

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<path d="M0 0h9"/></svg>'
)


def png(width: int, height: int) -> bytes:
    """Give a PNG of this size with next to nothing in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(min((width + 1) * height, 10_000)))
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def page_with(tmp_path, call: str, raw: bytes = b"", *formats: str):
    own = tmp_path / "own"
    own.mkdir()
    (own / "logo.png").write_bytes(raw or png(8, 8))
    (own / "page.html.j2").write_text(
        '{% extends "base/page.html.j2" %}{% block cover %}{{ '
        + call
        + " }}{% endblock %}",
        encoding="utf-8",
    )
    style = load_style("own", search=(tmp_path,))
    return render(sample_briefing(), style, formats=formats or ("html",))


def test_a_picture_stands_in_the_page_with_caption_and_credit(tmp_path):
    call = (
        "'logo.png'|picture(alt='A <b> \"ship\"', caption='The & port', credit='Ann')"
    )
    html = page_with(tmp_path, call).files["html"].decode()
    start = html.index('<figure class="picture">')
    figure = html[start : html.index("</figure>", start)]
    assert 'src="data:image/png;base64,' in figure
    assert 'alt="A &lt;b&gt; &quot;ship&quot;"' in figure
    assert 'The &amp; port <span class="credit">Ann</span></figcaption>' in figure


def test_a_plain_drawing_is_a_picture(tmp_path):
    html = page_with(tmp_path, "'logo.png'|picture(alt='Mark')", SVG).files["html"]
    assert b"data:image/svg+xml;base64," in html


@pytest.mark.pdf
def test_paper_takes_it_without_complaint(tmp_path):
    made = page_with(tmp_path, "'logo.png'|picture(alt='Mark')", SVG, "pdf")
    assert made.problems == ()


@pytest.mark.parametrize(
    ("call", "raw", "why"),
    [
        ("'logo.png'|picture", b"", "has no alt"),
        ("'logo.png'|picture(alt=' ')", b"", "has no alt"),
        ("'none.png'|picture(alt='x')", b"", "there is no picture none.png"),
        ("'../own/logo.png'|picture(alt='x')", b"", "there is no picture"),
        ("'/etc/passwd'|picture(alt='x')", b"", "there is no picture"),
        ("'https://a.example/x.png'|picture(alt='x')", b"", "there is no picture"),
        ("'logo.png'|picture(alt='x')", b"no picture", "is no picture"),
        ("'logo.png'|picture(alt='x')", png(6000, 6000), "make it smaller"),
        ("'logo.png'|picture(alt='x')", png(30000, 30000), "far too large"),
        ("'logo.png'|picture(alt='x')", b"\x89PNG" + bytes(3_000_001), "the most is"),
        (
            "'logo.png'|picture(alt='x')",
            b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG,
            "is no",
        ),
        (
            "'logo.png'|picture(alt='x')",
            SVG.replace(b"<path", b"<script>1</script><path"),
            "runs or fetches",
        ),
        (
            "'logo.png'|picture(alt='x')",
            SVG.replace(b"<path", b'<image href="https://a.example/x.png"/><path'),
            "runs or fetches",
        ),
        (
            "'logo.png'|picture(alt='x')",
            SVG.replace(b"<path", b'<path style="fill:url(https://a.example)"'),
            "runs or fetches",
        ),
    ],
)
def test_what_is_no_fit_picture_is_told_with_the_line(call, raw, why, tmp_path):
    with pytest.raises(StyleError, match=rf"own/page\.html\.j2:1: .*{why}"):
        page_with(tmp_path, call, raw)
