"""Sets PDFs in a process of its own, so that the preview never waits for one.

The process stays for the next page, since loading the layout engine costs more than
setting a short issue. A page that comes while another is being set ends that one:
what is wanted is the latest.

Run as a module it is that process: pages come on standard input, PDFs leave on
standard output, each as a frame of two lengths, a JSON head and bytes.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from briefing.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTHS = struct.Struct(">II")


class Paper(NamedTuple):
    """The PDF of a page, or why there is none."""

    number: int
    """The number that the page was given."""
    pdf: bytes = b""
    """The file; empty when it could not be set."""
    complaints: tuple[str, ...] = ()
    """What the layout engine complained of."""
    fault: str | None = None
    """Why it could not be set."""


class Setter:
    """Keeps the process, gives it pages and hands on what it makes.

    Must be closed.
    """

    def __init__(self, done: Callable[[Paper], None]) -> None:
        self._done = done
        self._process: subprocess.Popen[bytes] | None = None
        self._busy = False
        self._wanted = 0

    def warm_up(self) -> None:
        """Start the process, so that the first page need not wait for its loading."""
        # A session of its own: Ctrl-C in the terminal is for the preview alone, which
        # then closes; and whatever ends the preview ends the process, by end of input.
        # -P: a folder named `briefing` in the desk is not ours.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "briefing.preview.paper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._busy = False
        Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def set(self, number: int, page: str) -> None:
        """Have a page set; `done` is called with its PDF, from another thread."""
        self._wanted = number
        if self._process is None or self._busy or self._process.poll() is not None:
            self.close()
            self.warm_up()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        self._busy = True
        # From a thread, since a process that is still loading reads nothing yet.
        Thread(target=_ask, args=(process.stdin, number, page), daemon=True).start()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if process.stdin:
            with suppress(OSError):  # what was not read yet is lost, and may be
                process.stdin.close()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        with process.stdout as answers:
            while answer := _read(answers):
                head, pdf = answer
                if head["number"] != self._wanted:
                    continue
                self._busy = False
                self._done(_paper_of(head, pdf))
        if process is self._process and self._busy:
            self._done(Paper(self._wanted, fault=_ENDED))


_ENDED = "page.css: the layout engine ended on this page; take back the last change"


def _ask(file: IO[bytes], number: int, page: str) -> None:
    """Give a page to the process; `_listen` tells when that is no more."""
    with suppress(OSError, ValueError):
        _write(file, {"number": number}, page.encode())


def _paper_of(head: dict[str, Any], pdf: bytes) -> Paper:
    complaints = tuple(head.get("complaints", ()))
    return Paper(head["number"], pdf, complaints, head.get("fault"))


def _write(file: IO[bytes], head: dict[str, Any], body: bytes) -> None:
    told = json.dumps(head).encode()
    file.write(_LENGTHS.pack(len(told), len(body)) + told + body)
    file.flush()


def _read(file: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Give the next frame; None at the end."""
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    told = file.read(head)
    content = file.read(body)
    return (json.loads(told), content) if len(content) == body else None


def _serve() -> None:
    """Set pages until there are no more."""
    from briefing.render.pdf import set_pdf  # it brings WeasyPrint: 300 ms

    # What a library prints must not stand between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with answers:
        while asked := _read(sys.stdin.buffer):
            head, page = asked
            try:
                pdf, problems = set_pdf(page.decode())
            except StyleError as error:
                _write(answers, head | {"fault": str(error)}, b"")
                continue
            complaints = [problem.what for problem in problems]
            _write(answers, head | {"complaints": complaints}, pdf)


if __name__ == "__main__":
    _serve()
