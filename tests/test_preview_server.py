"""What the preview answers, and to whom."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from briefing.preview.server import PreviewServer
from briefing.preview.studio import Choice, Studio
from tests.preview_desk import make_style, studio_over

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parent.parent / "briefing/preview/page"


@pytest.fixture
def style(tmp_path: Path) -> Path:
    return make_style(tmp_path)


@pytest.fixture
def studio(style: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    with studio_over(style, monkeypatch) as studio:
        yield studio


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
