"""A headless Chromium, driven over a pipe by its own protocol.

It needs nothing but the browser: the protocol is JSON, each message ended by a zero
byte, on file descriptors 3 and 4.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from base64 import b64decode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE = 30.0
"""Seconds after which what does not come is taken as missing."""


def find_browser() -> str | None:
    """Give the path of a Chromium; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page of a browser; a context manager, since it is a process."""

    def __init__(self, profile: Path, size: tuple[int, int] = (1680, 1000)) -> None:
        program = find_browser()
        assert program
        theirs, self._out = os.pipe()
        self._in, answers = os.pipe()
        wide, high = size

        def hand_over() -> None:
            # Above 4 first, lest one of the two lies where the other is to go.
            asked, told = os.dup(theirs), os.dup(answers)
            os.dup2(asked, 3)
            os.dup2(told, 4)

        self._process = subprocess.Popen(
            [
                program,
                *OPTIONS,
                f"--user-data-dir={profile}",
                f"--window-size={wide},{high}",
                "about:blank",
            ],
            preexec_fn=hand_over,
            close_fds=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        self._buffer = b""
        self._last = 0
        self._session: str | None = None
        self.console: list[str] = []
        self.asked: list[str] = []
        self._attach(wide, high)

    def _attach(self, wide: int, high: int) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=wide,
            height=high,
            deviceScaleFactor=1,
            mobile=False,
        )

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._in)
        os.close(self._out)

    def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the protocol and give its result."""
        self._last += 1
        asked = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._last:
                assert "error" not in told, told["error"]
                return told["result"]
            self._note(told)

    def _next(self) -> Any:
        while b"\0" not in self._buffer:
            more = os.read(self._in, 1 << 20)
            assert more, "the browser has gone"
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def _note(self, told: Any) -> None:
        """Keep what the page asked for, and what it complained of."""
        method, said = told.get("method"), told.get("params", {})
        if method == "Network.requestWillBeSent":
            self.asked.append(said["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.console.append(json.dumps(said["exceptionDetails"]))
        elif method == "Log.entryAdded" and said["entry"]["level"] == "error":
            self.console.append(said["entry"]["text"])

    def open(self, address: str) -> None:
        """Go to a page."""
        self.call("Page.navigate", url=address)

    def run(self, script: str) -> Any:
        """Give the value of an expression of JavaScript."""
        told = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def until(self, script: str, patience: float = PATIENCE) -> float:
        """Wait until an expression holds; give the seconds that it took."""
        start = time.monotonic()
        while not self.run(f"Boolean({script})"):
            waited = time.monotonic() - start
            assert waited < patience, f"not within {patience} s: {script}"
            time.sleep(0.02)
        return time.monotonic() - start

    def picture(self) -> bytes:
        """Give the page as PNG."""
        return b64decode(self.call("Page.captureScreenshot", format="png")["data"])
