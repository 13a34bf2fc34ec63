"""Writing an issue: all its files or none, whatever happens meanwhile.

The files are written into a folder beside the issue's, flushed to the disk, and the
two folders change places in one step. So a kill, a full disk or a second writer at
any moment leaves the old issue whole or the new one whole. What a killed writer left
behind is swept away by the next one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import NotMadeError
from briefing.publish.swap import put_in_place, recover

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_issue(
    files: Mapping[str, bytes], folder: Path, stem: str
) -> tuple[Path, ...]:
    """Write an issue's files into its folder, in place of an earlier making of it.

    What else lies in the folder (an editor's notes) stays; files of the issue in
    formats that were not made now go, since they would say something else.

    Args:
        files: the contents, by format ("md", "pdf").
        folder: the issue's folder; made if it is not there.
        stem: name of the files without their ending.

    Returns:
        The paths written, in the order of `files`.

    Raises:
        NotMadeError: when the folder cannot be written; it is then as it was.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder.parent):
            _replace(files, folder, stem)
    except OSError as error:
        raise _not_written(folder, error) from error
    return tuple(folder / f"{stem}.{suffix}" for suffix in files)


def write_beside(
    files: Mapping[str, bytes], folder: Path, stem: str
) -> tuple[Path, ...]:
    """Write files into a folder that is not ours to replace: each whole or not at all.

    Raises:
        NotMadeError: when a file cannot be written.
    """
    paths = tuple(folder / f"{stem}.{suffix}" for suffix in files)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{stem}.", dir=folder) as holder:
            for path, contents in zip(paths, files.values(), strict=True):
                _write(Path(holder) / path.name, contents)
            for path in paths:
                (Path(holder) / path.name).replace(path)
    except OSError as error:
        raise _not_written(folder, error) from error
    return paths


def _not_written(folder: Path, error: OSError) -> NotMadeError:
    return NotMadeError(
        f"{folder}: cannot be written ({error.strerror or error}); nothing was "
        "changed; check the folder's permissions and the room on the disk"
    )


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait for other writers in the same folder; a killed one holds nobody up."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(files: Mapping[str, bytes], folder: Path, stem: str) -> None:
    """Build the new folder beside the old one and let them change places."""
    mark = f".{folder.name}.making-"
    spare = folder.parent / f".{folder.name}.before"
    recover(folder, spare=spare)
    for left in (spare, *folder.parent.glob(f"{_literal(mark)}*")):
        shutil.rmtree(left, ignore_errors=True)
    holder = Path(tempfile.mkdtemp(prefix=mark, dir=folder.parent))
    try:
        new = holder / folder.name
        new.mkdir()
        _copy_others(folder, new, stem)
        for suffix, contents in files.items():
            _write(new / f"{stem}.{suffix}", contents)
        _flush(new)
        put_in_place(new, folder, spare=spare)
        _flush(folder.parent)
        shutil.rmtree(spare, ignore_errors=True)
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def _literal(name: str) -> str:
    """Escape the signs that mean something in a glob."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _copy_others(folder: Path, new: Path, stem: str) -> None:
    """Copy what lies in the issue's folder and is no file of the issue."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith(f"{stem}."):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True)
        else:
            shutil.copy2(path, new / path.name, follow_symlinks=False)


def _write(path: Path, contents: bytes) -> None:
    with path.open("wb") as file:
        file.write(contents)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    """Have the folder's list of files written to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
