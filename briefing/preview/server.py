"""Serves the preview to a browser on this machine, and to nobody else.

It listens on the loopback address alone and answers only requests that name it as
their host: a page from elsewhere that has its name point here gets nothing. Each
answer forbids whatever the preview does not need, remote parts above all.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from briefing.errors import UsageError
from briefing.preview.fixtures import FIXTURES
from briefing.preview.pictures import draw_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.preview.fault import Fault
    from briefing.preview.studio import Shown, Studio

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
DPI = 132
"""Of the pictures of pages: sharp on a screen of twice the usual density."""
_BEAT = 10.0
"""Seconds after which a browser hears something, so that it knows we are here."""
_LONGEST = 4096
"""Bytes of a choice that a browser may send."""

_FILES = {
    "/": ("index.html", "text/html"),
    "/preview.css": ("preview.css", "text/css"),
    "/preview.js": ("preview.js", "text/javascript"),
}
_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_PAGE = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""What an issue may do: show itself."""
_FRAMED = "frame-ancestors 'self'"


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    kind: str
    policy: str = _OWN
    status: HTTPStatus = HTTPStatus.OK


class PreviewServer(ThreadingHTTPServer):
    """Serves what a studio shows; `serve_forever` runs it, `server_close` ends it."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, studio: Studio, port: int) -> None:
        self.studio = studio
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the network what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    @property
    def hosts(self) -> tuple[str, str]:
        """The hosts that a request may name."""
        return f"{HOST}:{self.server_port}", f"localhost:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "briefing"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file of the preview, or something that the studio holds."""
        path = urlsplit(self.path).path
        if not self._is_ours():
            self._send(_refusal(HTTPStatus.FORBIDDEN))
        elif path == "/events":
            self._tell_news()
        elif path in _FILES:
            file, kind = _FILES[path]
            self._send(_Answer((_FOLDER / file).read_bytes(), f"{kind}; charset=utf-8"))
        else:
            answer = _answer(path, self.server.studio.shown)
            self._send(answer or _refusal(HTTPStatus.NOT_FOUND))

    def do_POST(self) -> None:
        """Take the choice of a style or a fixture."""
        origin = self.headers.get("Origin", "")
        if not self._is_ours() or urlsplit(origin).netloc not in self.server.hosts:
            self._send(_refusal(HTTPStatus.FORBIDDEN))
            return
        length = self.headers.get("Content-Length", "")
        size = int(length) if length.isdecimal() else _LONGEST + 1
        if self.path != "/choose" or size > _LONGEST:
            self._send(_refusal(HTTPStatus.BAD_REQUEST))
            return
        said = parse_qs(self.rfile.read(size).decode("utf-8", "replace"))
        try:
            self.server.studio.choose(
                *(said.get(key, [None])[0] for key in ("style", "fixture"))
            )
        except UsageError as error:
            self._send(_refusal(HTTPStatus.BAD_REQUEST, str(error)))
            return
        self._send(_Answer(b"", "text/plain", status=HTTPStatus.NO_CONTENT))

    def _is_ours(self) -> bool:
        return self.headers.get("Host", "") in self.server.hosts

    def _send(self, answer: _Answer) -> None:
        self._head(answer.status, answer.kind, answer.policy)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _head(self, status: HTTPStatus, kind: str, policy: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")

    def _tell_news(self) -> None:
        """Tell of every change, as server-sent events, until the browser goes away."""
        self._head(HTTPStatus.OK, "text/event-stream", _OWN)
        self.end_headers()
        studio, turn = self.server.studio, -1
        try:
            while not studio.is_closed:
                shown = studio.wait(turn, _BEAT)
                news = b":\n\n"
                if shown.turn != turn:
                    told = json.dumps(_tell(shown, studio.styles()))
                    news = f"data: {told}\n\n".encode()
                turn = shown.turn
                self.wfile.write(news)
        except (BrokenPipeError, ConnectionResetError):
            log.debug("a browser went away")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: ANN401
        """Keep requests out of the terminal, where errors are told."""
        log.debug(format, *args)

    # What the base class calls when a browser goes away in the midst of an answer.
    def handle(self) -> None:
        """Answer one request; a browser that went away is no error."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            log.debug("a browser went away")


_FOLDER = Path(__file__).parent / "page"


def _refusal(status: HTTPStatus, why: str = "") -> _Answer:
    words = why or f"{status.value} {status.phrase}"
    return _Answer(words.encode(), "text/plain; charset=utf-8", status=status)


def _answer(path: str, shown: Shown) -> _Answer | None:
    """Give what a path such as `/page/3` names; the number only defeats caches."""
    name, _, rest = path.removeprefix("/").partition("/")
    maker = _MAKERS.get(name)
    return maker(shown, rest) if maker else None


def _manuscript(shown: Shown, rest: str) -> _Answer | None:
    del rest
    if not shown.issue:
        return None
    return _Answer(shown.issue.manuscript.encode(), "text/plain; charset=utf-8")


def _page(shown: Shown, rest: str) -> _Answer | None:
    del rest
    if not shown.issue:
        return None
    return _Answer(shown.issue.page.encode(), "text/html; charset=utf-8", _PAGE)


def _pdf(shown: Shown, rest: str) -> _Answer | None:
    del rest
    return _Answer(shown.paper.pdf, "application/pdf", _FRAMED) if shown.paper else None


def _picture(shown: Shown, rest: str) -> _Answer | None:
    """Give `NUMBER/PAGE` as PNG, pages counted from 1."""
    page = rest.rpartition("/")[2]
    if not shown.paper or not page.isdecimal() or not 0 < int(page) <= len(shown.sizes):
        return None
    return _Answer(draw_page(shown.paper.pdf, int(page) - 1, dpi=DPI), "image/png")


_MAKERS: dict[str, Callable[[Shown, str], _Answer | None]] = {
    "manuscript": _manuscript,
    "page": _page,
    "issue.pdf": _pdf,
    "picture": _picture,
}


def _tell(shown: Shown, styles: list[str]) -> dict[str, Any]:
    """Give what a browser needs to know of what is shown, without the bulk."""
    paper = shown.paper
    return {
        "style": shown.choice.style,
        "fixture": shown.choice.fixture,
        "styles": styles,
        "fixtures": [{"name": each.NAME, "title": each.TITLE} for each in FIXTURES],
        "title": shown.issue.title if shown.issue else None,
        "number": shown.number,
        "of": "/".join(shown.of) if shown.of else "",
        "fault": _told(shown.fault),
        "paper": paper.number if paper else 0,
        "pages": shown.sizes,
        "paperFault": _told(shown.paper_fault),
        "setting": shown.is_setting,
        "remarks": [_told(remark) for remark in shown.remarks],
        "complaints": paper.complaints if paper and not shown.is_setting else [],
    }


def _told(fault: Fault | None) -> dict[str, Any] | None:
    if fault is None:
        return None
    lines = [line._asdict() for line in fault.lines]
    return {"where": fault.where, "what": fault.what, "lines": lines}
