"""The preview as a designer uses it, in a real browser: edit, see, break, mend, see.

Skipped where no Chromium is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from tests.browser import Browser, find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.pdf,
    pytest.mark.skipif(find_browser() is None, reason="no Chromium here"),
]

BLOCK = (
    '{{% extends "roundup/briefing.md.j2" %}}\n'
    "{{% block hint %}}\n{}\n{{% endblock %}}\n"
)
A_SECOND = 1.0

UP_TO_DATE = "document.getElementById('state-words')?.textContent === 'Up to date'"
NO_FAULT = "document.getElementById('fault').hidden"
FAULT = f"!({NO_FAULT})"


def words_of(name: str) -> str:
    return f"document.getElementById('{name}').textContent"


def in_page(script: str) -> str:
    """Ask of the web page of the issue, the one that is shown."""
    return f"((page) => {script})(frame?.contentDocument)"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("desk")
    begin(desk / "templates/mine")
    return desk


@pytest.fixture(scope="module")
def address(desk: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "briefing", "style", "preview", "mine"]
    with subprocess.Popen(
        [*command, "--fixture", "one", "--no-browser"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as preview:
        assert preview.stdout
        yield preview.stdout.readline().strip()
        preview.terminate()


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, address: str
) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as browser:
        browser.open(address)
        yield browser


@pytest.fixture
def style(desk: Path, running: Browser) -> Path:
    """A small style as it was at first, shown over the shortest fixture."""
    folder = desk / "templates/mine"
    begin(folder)
    running.until("typeof now !== 'undefined' && now")
    running.run("choose('style', 'mine').then(() => choose('fixture', 'one'))")
    running.until("now.of === 'mine/one' && !now.fault")
    running.until(f"{words_of('manuscript')}.includes('First words')")
    running.until(in_page("page?.body?.textContent.includes('First words')"))
    running.until(UP_TO_DATE)
    return folder


@pytest.fixture
def browser(running: Browser, address: str, style: Path) -> Iterator[Browser]:
    assert style.is_dir()
    yield running
    own = (address, "data:", "about:", "chrome-extension:")  # its reader of PDFs
    outside = [asked for asked in running.asked if not asked.startswith(own)]
    assert outside == [], "nothing is fetched from elsewhere"
    assert running.console == []


def begin(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "briefing.md.j2").write_text(BLOCK.format("*First words*"))
    (folder / "page.css").write_text(":root { --accent: #8a1c1c }\n")


def test_edit_see_break_see_the_error_mend_see(browser: Browser, style: Path) -> None:
    manuscript = style / "briefing.md.j2"
    # Edit, and see: each kind of page, the first two within a second.
    took = []
    for words in ("Second words", "Third words", "Fourth words"):
        manuscript.write_text(BLOCK.format(f"*{words}*"))
        told = f"{words_of('manuscript')}.includes('{words}')"
        shown = in_page(f"page?.body?.textContent.includes('{words}')")
        took.append(browser.until(told) + browser.until(shown))
    assert min(took) < A_SECOND, took
    assert "Fourth words" in browser.run(
        "document.querySelector('.changed').textContent"
    )
    browser.until(UP_TO_DATE)

    # Break, and see the error over the last good page.
    manuscript.write_text(BLOCK.format("{{ issue.lable }}"))
    assert browser.until(FAULT) < A_SECOND * 5
    assert browser.run(words_of("fault-where")) == "mine/briefing.md.j2:3"
    assert "did you mean 'label'?" in browser.run(words_of("fault-what"))
    assert browser.run("document.querySelector('.source .faulty').textContent") == (
        "3{{ issue.lable }}"
    )
    assert browser.run("document.querySelectorAll('.source div').length") == 4
    assert "Fourth words" in browser.run(in_page("page.body.textContent"))
    assert browser.run(words_of("state-words")) == "Fault in the style"
    covers = "document.elementFromPoint(innerWidth / 2, 150).closest('#fault')"
    assert browser.run(f"Boolean({covers})")

    # Mend, and see.
    manuscript.write_text(BLOCK.format("*Mended words*"))
    browser.until(NO_FAULT)
    browser.until(in_page("page?.body?.textContent.includes('Mended words')"))
    browser.until(UP_TO_DATE)


def test_a_fault_in_each_kind_of_file_is_shown(browser: Browser, style: Path) -> None:
    for file, text, where in (
        ("style.yaml", "colours: {ink: nocolour}\n", "mine/style.yaml:1:11"),
        ("sections/topic.md.j2", "{% for item in %}\n", "mine/sections/topic.md.j2:1"),
        ("page.html.j2", "<html>\n{{ page.titel }}", "mine/page.html.j2:2"),
    ):
        path = style / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        browser.until(FAULT)
        assert browser.run(words_of("fault-where")).startswith(where)
        path.unlink()
        browser.until(NO_FAULT)


def test_looks_follow_and_the_reader_stays_in_place(
    browser: Browser, style: Path
) -> None:
    browser.run("document.querySelector('[data-fixture=week]').click()")
    browser.until(in_page("page?.body?.textContent.includes('Key takeaways')"))
    browser.until(UP_TO_DATE)
    browser.run("frame.contentWindow.scrollTo(0, 500)")
    before = browser.run("document.querySelector('#paper img')?.src")
    (style / "page.css").write_text(".masthead { background: rgb(1, 2, 3) }\n")
    colour = "getComputedStyle(page.querySelector('.masthead')).backgroundColor"
    browser.until(
        in_page(f"page?.querySelector('.masthead') && {colour} === 'rgb(1, 2, 3)'")
    )
    assert browser.run("frame.contentWindow.scrollY") == 500
    browser.until(UP_TO_DATE)
    if find_spec("pypdfium2"):
        assert browser.run("document.querySelector('#paper img').src") != before
        browser.until("document.querySelector('#paper img').naturalWidth > 800")
    (style / "page.css").write_text(".maste { color: red }\n")
    browser.until("!document.getElementById('remarks').hidden")
    assert "mine/page.css:1" in browser.run(words_of("remarks-list"))


def test_styles_fixtures_and_widths_are_switched(browser: Browser) -> None:
    browser.run("document.querySelector('[data-fixture=rtl]').click()")
    browser.until(
        in_page(
            "page?.body?.textContent.includes('نوעה') || "
            "page?.body?.textContent.includes('ليلى')"
        )
    )
    pressed = "document.querySelector('#fixtures [aria-pressed=true]').textContent"
    assert browser.run(pressed) == "Right-to-left names"
    browser.run(
        "at('style').value = 'note'; at('style').onchange({target: at('style')})"
    )
    browser.until(in_page("page?.body?.classList.contains('style-note')"))
    browser.until(UP_TO_DATE)
    assert browser.run("document.title") == "note · Preview"
    browser.run("document.querySelector('[data-width=\"390\"]').click()")
    assert browser.run("frame.contentWindow.innerWidth") == 390


def test_no_script_of_a_style_runs(browser: Browser, style: Path) -> None:
    (style / "page.html.j2").write_text(
        '{% extends "base/page.html.j2" %}\n{% block head %}\n'
        "<script>document.documentElement.lang = 'run'</script>\n{% endblock %}\n"
    )
    browser.until(in_page("page?.querySelector('head script')"))
    assert browser.run(in_page("page.documentElement.lang")) == "en"
    browser.console.clear()  # the browser says that it did not run it
