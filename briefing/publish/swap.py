"""Putting a finished folder in the place of another in one step."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths count from the working folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE: both names stay, their contents change places."""
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What a system or a file system answers that cannot exchange."""


def put_in_place(new: Path, target: Path, *, spare: Path) -> None:
    """Make `new` stand at `target`; what stood there may be deleted afterwards.

    On Linux the two change places in one step (`renameat2`), so that no moment
    exists in which `target` is absent. Where that cannot be done, the old folder is
    put at `spare` first; `recover` brings it back after a kill between the steps.

    Args:
        new: the finished folder.
        target: where it is to stand; all on one file system.
        spare: a free name beside it.
    """
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(spare)
        try:
            new.rename(target)
        except OSError:
            spare.rename(target)
            raise


def recover(target: Path, *, spare: Path) -> None:
    """Bring back a folder that was put aside for one that never came."""
    if spare.exists() and not target.exists():
        spare.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if not renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(other))
