"""Ends a template that runs without end, so that its place can be told."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECONDS = 20.0
"""Seconds of the processor that one template may take; 200 items take less than one."""


class TooLongError(Exception):
    """A template has run for longer than any issue takes."""


@contextmanager
def limited(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Raise where a template stands once it has run for too long.

    The time of the processor counts, not of the wall: a busy machine ends nothing.
    Outside of the main thread, or where there is no such clock, nothing is ended.

    Args:
        seconds: how long it may run.

    Raises:
        TooLongError: after that time.
    """
    has_clock = hasattr(signal, "setitimer") and current_thread() is main_thread()
    if not has_clock or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _end(number: int, frame: object) -> None:
    raise TooLongError
