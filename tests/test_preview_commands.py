"""`briefing style preview` and `gallery`, as they are called."""

from __future__ import annotations

import signal
import subprocess
import sys
from socket import create_server
from typing import TYPE_CHECKING

import pytest

from briefing.cli import main
from tests.preview_desk import FAULTY, make_style

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return make_style(tmp_path)


def test_no_other_command_loads_the_preview() -> None:
    code = "import sys, briefing.cli.style; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = run.stdout.split()
    assert not [name for name in loaded if name.startswith("briefing.preview")]
    assert "http.server" not in loaded


def test_what_cannot_be_previewed_is_told(
    style: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(style.parent.parent)
    assert main(["style", "preview", "mien", "--no-browser"]) == 2
    assert "did you mean 'mine'" in capsys.readouterr().err
    assert main(["style", "preview", "mine", "--fixture", "lon", "--no-browser"]) == 2
    assert "did you mean 'long'" in capsys.readouterr().err
    with create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["style", "preview", "mine", "--port", port, "--no-browser"]) == 2
    assert f"--port {port}: cannot be had (Address already in use)" in (
        capsys.readouterr().err
    )


def test_ctrl_c_ends_the_preview_quietly(style: Path) -> None:
    command = [sys.executable, "-m", "briefing", "style", "preview", "mine"]
    with subprocess.Popen(
        [*command, "--fixture", "one", "--no-browser"],
        cwd=style.parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as preview:
        assert preview.stdout
        address = preview.stdout.readline()
        assert address.startswith("http://127.0.0.1:")
        assert preview.stderr
        told = preview.stderr.readline()
        preview.send_signal(signal.SIGINT)
        rest = preview.communicate(timeout=20)
    assert preview.returncode == 0
    assert "Ctrl-C" in told
    assert (rest[0], rest[1].strip()) == ("", "")


@pytest.mark.pdf
def test_gallery(
    style: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pypdfium2")
    desk = style.parent.parent
    monkeypatch.chdir(desk)
    old = desk / "gallery/mine/one-07.png"
    own = old.with_name("one-notes.txt")
    old.parent.mkdir(parents=True)
    for path in (old, own):
        path.write_text("from before", encoding="utf-8")
    options = ["--fixture", "one", "--fixture", "empty"]
    assert main(["style", "gallery", "mine", "note", *options]) == 0
    assert capsys.readouterr().out == "gallery/index.html\n"
    made = sorted(path.relative_to(desk).as_posix() for path in desk.rglob("*.p*"))
    assert "gallery/mine/one-01.png" in made
    assert "gallery/note/empty.pdf" in made
    assert (old.exists(), own.exists()) == (False, True)
    sheet = (desk / "gallery/index.html").read_text(encoding="utf-8")
    assert sheet.count("<img ") == len([path for path in made if path.endswith("png")])
    (style / "briefing.md.j2").write_text(FAULTY, encoding="utf-8")
    assert main(["style", "gallery", "mine", "--fixture", "one"]) == 2
    assert "mine/briefing.md.j2:3: there is no field 'lable'" in capsys.readouterr().err
    sheet = (desk / "gallery/index.html").read_text(encoding="utf-8")
    assert "did you mean &#39;label&#39;" in sheet
    assert not list((desk / "gallery/mine").glob("one*.png"))
    assert main(["style", "gallery", "mien"]) == 2
    assert "did you mean 'mine'" in capsys.readouterr().err


@pytest.mark.pdf
def test_pages_are_pictured() -> None:
    pytest.importorskip("pypdfium2")
    from briefing.preview.pictures import draw_page, draw_pages, page_sizes
    from briefing.render.pdf import set_pdf

    page = "<title>T</title><style>@page { size: 100mm 50mm }</style><h1>One</h1>"
    pdf, _ = set_pdf(f"<!doctype html><html lang=en>{page}")
    ((wide, high),) = page_sizes(pdf)
    assert (round(wide), round(high)) == (283, 142)
    assert draw_page(pdf, 0, dpi=72).startswith(b"\x89PNG")
    assert len(list(draw_pages(pdf, dpi=30))) == 1
    with pytest.raises(IndexError):
        draw_page(pdf, 1, dpi=72)
