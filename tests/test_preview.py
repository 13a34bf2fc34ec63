"""The preview and the gallery: fixtures, following files, what is answered to whom."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

import pytest

from briefing.cli import main
from briefing.cli.sample import sample_briefing
from briefing.errors import UsageError
from briefing.preview.fault import fault_of
from briefing.preview.fixtures import FIXTURES, find_fixture
from briefing.preview.fixtures.many import ITEMS
from briefing.preview.paper import Paper, Setter
from briefing.preview.server import PreviewServer
from briefing.preview.setting import SetIssue, set_issue
from briefing.preview.studio import QUIET, Choice, Studio
from briefing.preview.watching import look_at
from briefing.render import list_styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.briefing import Briefing

PAGES = Path(__file__).parent.parent / "briefing/preview/page"
GOOD = (
    '{% extends "roundup/briefing.md.j2" %}\n{% block hint %}\n*Hint*\n{% endblock %}\n'
)
FAULTY = GOOD.replace("*Hint*", "{{ issue.lable }}")


@pytest.fixture(scope="module")
def sample() -> Briefing:
    return sample_briefing()


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "templates/mine"
    folder.mkdir(parents=True)
    (folder / "briefing.md.j2").write_text(GOOD, encoding="utf-8")
    return folder


# -- fixtures --------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, _ in list_styles()])
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.NAME)
def test_every_style_sets_every_fixture(
    sample: Briefing, fixture: Any, name: str
) -> None:
    made = set_issue(fixture.make(sample), name, ())
    assert isinstance(made, SetIssue), made
    assert "None" not in made.manuscript


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.NAME)
def test_every_fixture_is_whole(sample: Briefing, fixture: Any) -> None:
    issue = fixture.make(sample)
    numbers = {citation.number for citation in issue.citations}
    articles = {article.id for article in issue.articles}
    figures = {figure.id for figure in issue.figures}
    items = [item for section in issue.sections for item in section.items]
    entries = [entry for section in issue.sections for entry in section.entries]
    for item in items:
        assert {*item.citations, *(said.citation for said in item.sentences)} <= numbers
        assert item.article in articles
    assert {citation.article for citation in issue.citations} <= articles
    assert {entry.figure for entry in entries if entry.figure} <= figures
    assert {entry.item for entry in entries if entry.item} <= {
        each.id for each in items
    }
    assert (
        len({item.id for item in items}) == len(items) or fixture.NAME == "everything"
    )


def test_the_fixtures_are_what_they_are_called(sample: Briefing) -> None:
    def items(name: str) -> list[Any]:
        sections = find_fixture(name).make(sample).sections
        return [
            item for each in sections if each.type == "topic" for item in each.items
        ]

    assert [len(items(name)) for name in ("empty", "one", "many")] == [0, 1, ITEMS]
    headlines = [each.headline for each in find_fixture("long").make(sample).articles]
    assert min(len(each or "") for each in headlines) > 100
    named = find_fixture("rtl").make(sample).articles
    assert {bidirectional((each.publisher or "")[0]) for each in named} == {"R", "AL"}
    bare = find_fixture("missing").make(sample)
    assert not any(
        each.headline or each.publisher or each.url for each in bare.articles
    )


def test_a_fixture_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no fixture 'wek'; did you mean 'week'"):
        find_fixture("wek")


# -- faults ----------------------------------------------------------------------------


def test_a_fault_comes_with_its_lines(style: Path) -> None:
    search = [style.parent]
    (style / "briefing.md.j2").write_text(FAULTY, encoding="utf-8")
    fault = fault_of("mine/briefing.md.j2:3: no 'lable'", "mine", search)
    assert (fault.where, fault.what) == ("mine/briefing.md.j2:3", "no 'lable'")
    assert [line.number for line in fault.lines] == [1, 2, 3, 4]
    assert [line.text for line in fault.lines if line.faulty] == ["{{ issue.lable }}"]


@pytest.mark.parametrize(
    ("message", "where", "numbers"),
    [
        ("page.css:1: odd", "page.css:1", [1, 2]),
        ("mine/page.css:2:5: odd", "mine/page.css:2:5", [1, 2]),
        ("mine/page.css:99: odd", "mine/page.css:99", []),
        ("mine/style.yaml:1: gone", "mine/style.yaml:1", []),
        ("page.css: the engine gave up", "page.css", []),
        ("something else: entirely", "", []),
    ],
)
def test_places_in_messages(
    style: Path, message: str, where: str, numbers: list[int]
) -> None:
    (style / "page.css").write_text("a {}\nb {}\n", encoding="utf-8")
    fault = fault_of(message, "mine", [style.parent])
    assert fault.where == where
    assert [line.number for line in fault.lines] == numbers


def test_a_style_by_path_has_its_lines_too(style: Path) -> None:
    (style / "page.css").write_text("a {}\n", encoding="utf-8")
    search = [style.parent.parent / "templates"]
    assert fault_of("mine/page.css:1: odd", "templates/mine", search).lines


# -- following files -------------------------------------------------------------------


def test_every_kind_of_change_is_noticed(tmp_path: Path) -> None:
    seen = {look_at([tmp_path])}
    file = tmp_path / "mine/sections/topic.md.j2"
    file.parent.mkdir(parents=True)
    for change in (
        lambda: file.write_text("one"),
        lambda: file.write_text("three"),
        lambda: file.rename(file.with_name("ahead.md.j2")),
        lambda: file.with_name("page.css").write_text(""),
    ):
        change()
        assert look_at([tmp_path]) not in seen
        seen.add(look_at([tmp_path]))
    (tmp_path / "mine/.page.css.swp").write_text("an editor's own")
    assert look_at([tmp_path]) in seen
    assert look_at([tmp_path / "not there"]) == frozenset()


class NoSetter:
    """Notes what it is given to set."""

    def __init__(self, done: Any) -> None:
        self.done, self.asked = done, list[int]()

    def set(self, number: int, page: str) -> None:
        assert page
        self.asked.append(number)

    def warm_up(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def studio(
    sample: Briefing, style: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Studio]:
    monkeypatch.setattr("briefing.preview.studio.Setter", NoSetter)
    studio = Studio(sample, Choice("mine", "one"), [style.parent])
    studio.look()
    yield studio
    studio.close()


def test_the_last_good_page_stays_while_a_fault_is_told(
    studio: Studio, style: Path
) -> None:
    good = studio.shown
    assert good.fault is None
    assert "*Hint*" in (good.issue.manuscript if good.issue else "")
    (style / "briefing.md.j2").write_text(FAULTY, encoding="utf-8")
    studio.look()
    shown = studio.shown
    assert shown.issue is good.issue
    assert shown.fault
    assert shown.fault.where == "mine/briefing.md.j2:3"
    assert "did you mean 'label'" in shown.fault.what
    mended = GOOD.replace("Hint", "New hint")
    (style / "briefing.md.j2").write_text(mended, encoding="utf-8")
    studio.look()
    assert studio.shown.fault is None
    assert "*New hint*" in (studio.shown.issue.manuscript if studio.shown.issue else "")


def test_what_changes_nothing_is_not_set_again(studio: Studio, style: Path) -> None:
    turn = studio.shown.turn
    studio.look()
    (style / "notes.txt").write_text("not part of the style", encoding="utf-8")
    studio.look()
    assert studio.shown.turn == turn
    assert studio._setter.asked == [1]  # type: ignore[attr-defined]


def test_a_style_that_does_not_load_is_a_fault_from_the_start(
    sample: Briefing, style: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.preview.studio.Setter", NoSetter)
    (style / "style.yaml").write_text("colours:\n  ink: nocolour\n", encoding="utf-8")
    studio = Studio(sample, Choice("mine", "one"), [style.parent])
    studio.look()
    assert studio.shown.issue is None
    assert studio.shown.fault
    assert studio.shown.fault.where.startswith("mine/style.yaml:2")
    assert [line.number for line in studio.shown.fault.lines] == [1, 2]
    (style / "style.yaml").write_bytes(b"title: \xff\n")
    studio.look()
    assert "UTF-8" in studio.shown.fault.what
    studio.close()


def test_a_fault_of_our_own_is_shown_and_tried_again(
    studio: Studio, style: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("ours")

    good = studio.shown.issue
    with monkeypatch.context() as patched:
        patched.setattr("briefing.preview.setting.record_of", fail)
        (style / "page.css").write_text("p { color: red }\n", encoding="utf-8")
        studio.look()
    assert studio.shown.fault
    assert "briefing itself failed" in studio.shown.fault.what
    assert studio.shown.issue is good
    (style / "page.css").write_text("p { color: blue }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.fault is None


def test_remarks_of_the_check_are_shown(studio: Studio, style: Path) -> None:
    (style / "page.css").write_text(".maste { color: red }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.remarks == (), "not before the files rest"
    for _ in range(QUIET):
        studio.look()
    assert studio.shown.fault is None
    (remark,) = studio.shown.remarks
    assert remark.where == "mine/page.css:1"
    studio.choose("note", None)
    studio.look()
    assert studio.shown.remarks == ()


def test_paper_follows_the_page(studio: Studio, style: Path) -> None:
    assert studio.shown.is_setting
    studio._take_paper(Paper(1, fault="page.css: the layout engine gave up"))
    assert not studio.shown.is_setting
    assert studio.shown.paper_fault
    (style / "page.css").write_text("p { color: red }\n", encoding="utf-8")
    studio.look()
    assert studio.shown.is_setting
    assert studio.shown.paper_fault is None


@pytest.mark.pdf
def test_pdfs_are_set_in_a_process_of_their_own() -> None:
    made: list[Paper] = []
    came = Event()

    def take(paper: Paper) -> None:
        made.append(paper)
        came.set()

    page = "<!doctype html><html lang=en><title>T</title><h1>One</h1>"
    with closing(Setter(take)) as setter:
        setter.set(1, page + "<p>Word. " * 20_000)
        setter.set(2, page)  # ends the first
        assert came.wait(60)
        came.clear()
        setter.set(3, page)
        assert came.wait(60)
    assert [paper.number for paper in made] == [2, 3]
    assert all(paper.pdf.startswith(b"%PDF") for paper in made)
    assert made[0].pdf == made[1].pdf


# -- what is answered to whom ----------------------------------------------------------


@contextmanager
def serving(studio: Studio) -> Iterator[PreviewServer]:
    server = PreviewServer(studio, 0)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def ask(
    server: PreviewServer, path: str, body: str | None = None, **headers: str
) -> tuple[int, str, dict[str, str]]:
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=10)) as line:
        named = {key.title(): value for key, value in headers.items()}
        line.request("POST" if body is not None else "GET", path, body, named)
        answer = line.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)


def test_only_requests_to_this_machine_are_answered(studio: Studio) -> None:
    with serving(studio) as server:
        assert server.server_address[0] == "127.0.0.1"
        own = f"localhost:{server.server_port}"
        assert ask(server, "/")[0] == 200
        assert ask(server, "/", host=own)[0] == 200
        for host in ("evil.example", f"evil.example:{server.server_port}", "127.0.0.1"):
            assert ask(server, "/", host=host)[0] == 403
            assert ask(server, "/page/1", host=host)[0] == 403


def test_only_the_preview_itself_may_choose(studio: Studio) -> None:
    with serving(studio) as server:
        own = server.address.rstrip("/")
        assert ask(server, "/choose", "fixture=empty")[0] == 403
        told = ask(server, "/choose", "fixture=empty", origin="http://evil.example")
        assert told[0] == 403
        assert studio.shown.choice.fixture == "one"
        assert ask(server, "/choose", "fixture=empty", origin=own)[0] == 204
        assert studio.shown.choice == Choice("mine", "empty")
        status, words, _ = ask(server, "/choose", "fixture=emty", origin=own)
        assert (status, "did you mean 'empty'" in words) == (400, True)
        assert ask(server, "/else", "fixture=one", origin=own)[0] == 400
        assert ask(server, "/choose", "x" * 5000, origin=own)[0] == 400


def test_answers_forbid_what_is_not_needed(studio: Studio) -> None:
    with serving(studio) as server:
        for path in ("/", "/preview.js", "/preview.css", "/manuscript/1", "/page/1"):
            status, body, headers = ask(server, path)
            assert status == 200
            assert body
            assert "default-src 'none'" in headers["Content-Security-Policy"]
            assert "http" not in headers["Content-Security-Policy"]
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "script" not in ask(server, "/page/1")[2]["Content-Security-Policy"]
        for path in (
            "/issue.pdf",
            "/picture/1/1",
            "/../secret",
            "/page.css",
            "/events/",
        ):
            assert ask(server, path)[0] == 404


def test_news_tell_of_every_change(studio: Studio) -> None:
    with (
        serving(studio) as server,
        closing(HTTPConnection("127.0.0.1", server.server_port, timeout=10)) as line,
    ):
        line.request("GET", "/events")
        answer = line.getresponse()

        def news() -> Any:
            while not (told := answer.readline()).startswith(b"data: "):
                assert told
            return json.loads(told[6:])

        first = news()
        assert (first["style"], first["number"], first["of"]) == ("mine", 1, "mine/one")
        assert {"roundup", "note", "mine"} <= set(first["styles"])
        studio.choose(None, "empty")
        assert news()["fixture"] == "empty"
        studio.look()
        told = news()
        assert (told["number"], told["of"], told["setting"]) == (2, "mine/empty", True)
        studio.close()


def test_the_page_has_no_remote_parts() -> None:
    for path in PAGES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "//" not in text.replace("// ", "").replace("//\n", ""), path.name


# -- the commands ----------------------------------------------------------------------


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
