"""One run at a time, and what each run did: the desk's folder `.briefing/`."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefing.errors import NotMadeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = ".briefing"
"""Where a desk keeps what is no part of any issue."""
PATIENCE = 600
"""Seconds to wait for a run that is at work."""


@contextmanager
def hold_the_desk(root: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other runs of this desk waiting; the lock of a killed run is free.

    Raises:
        NotMadeError: when another run does not end in time, or the folder cannot
            be written.
    """
    from filelock import FileLock, Timeout

    path = root / FOLDER / "run.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        lock.acquire(timeout=patience)
    except Timeout as error:
        message = (
            f"{path}: another run has been at work for {patience:.0f} seconds; "
            "let it finish or end it, then run again"
        )
        raise NotMadeError(message) from error
    except OSError as error:
        message = f"{path}: cannot be locked ({error.strerror}); check permissions"
        raise NotMadeError(message) from error
    try:
        yield
    finally:
        lock.release()


def note_run(root: Path, entry: Mapping[str, Any]) -> None:
    """Add one line to the desk's record of runs, `.briefing/runs.jsonl`.

    Raises:
        NotMadeError: when it cannot be written.
    """
    path = root / FOLDER / "runs.jsonl"
    line = json.dumps(entry, ensure_ascii=False, default=str)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); check permissions"
        raise NotMadeError(message) from error
