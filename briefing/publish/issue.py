"""Writing an issue: all its files or none, whatever happens meanwhile.

The files are written into a folder beside the issue's, flushed to the disk, and the
two folders change places in one step. So a kill, a full disk or a second writer at
any moment leaves the old issue whole or the new one whole. What a killed writer left
behind is swept away by the next one.

An issue's folder is replaced whole, so that its formats never disagree. An editor's
words are never lost by that: a manuscript that was corrected by hand is not replaced
unless that is asked for, and is then kept beside the new one.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.schema import FORMATS
from briefing.errors import NotMadeError, UsageError
from briefing.publish.swap import put_in_place, recover
from briefing.publish.written import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


class Written(NamedTuple):
    """What became of an issue's folder."""

    paths: tuple[Path, ...]
    """The files written, in the order of their formats."""
    gone: tuple[Path, ...]
    """Files of an earlier making, in formats that were not made now."""
    kept: Path | None
    """Where an earlier manuscript was kept that nobody else has."""


def write_issue(
    files: Mapping[str, bytes],
    folder: Path,
    stem: str,
    *,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    ours: Collection[str] = (),
    overwrite: bool = False,
) -> Written:
    """Write an issue's files into its folder, in place of an earlier making of it.

    What else lies in the folder (an editor's notes) stays; files of the issue in
    formats that were not made now go, since they would say something else, and so do
    the pictures of an earlier making. An earlier
    manuscript that is not known to be ours is kept as `.md.bak`.

    Args:
        files: the contents, by format ("md", "pdf").
        folder: the issue's folder; made if it is not there.
        stem: name of the files without their ending.
        pictures: the pictures that the manuscript shows, by the names of their files.
        ours: hashes of the manuscripts that were ever written here; none when that
            is not known.
        overwrite: whether a manuscript that was corrected by hand may be replaced.

    Raises:
        NotMadeError: when the folder cannot be written; it is then as it was.
        UsageError: when the manuscript there was corrected by hand.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder.parent):
            return _replace(
                files, folder, stem, pictures=pictures, ours=ours, overwrite=overwrite
            )
    except OSError as error:
        raise _not_written(folder, error) from error


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


def _replace(
    files: Mapping[str, bytes],
    folder: Path,
    stem: str,
    *,
    pictures: Mapping[str, bytes],
    ours: Collection[str],
    overwrite: bool,
) -> Written:
    """Build the new folder beside the old one and let them change places."""
    mark = f".{folder.name}.making-"
    spare = folder.parent / f".{folder.name}.before"
    recover(folder, spare=spare)
    for left in (spare, *folder.parent.glob(f"{_literal(mark)}*")):
        shutil.rmtree(left, ignore_errors=True)
    kept = _name_to_keep(files, folder / f"{stem}.md", ours=ours, overwrite=overwrite)
    before = [path for name in FORMATS if (path := folder / f"{stem}.{name}").exists()]
    holder = Path(tempfile.mkdtemp(prefix=mark, dir=folder.parent))
    try:
        new = holder / folder.name
        new.mkdir()
        _copy_others(folder, new, stem)
        if kept:
            shutil.copy2(folder / f"{stem}.md", new / kept)
        for suffix, contents in files.items():
            _write(new / f"{stem}.{suffix}", contents)
        for name, contents in pictures.items():
            _write(new / name, contents)
        _flush(new)
        put_in_place(new, folder, spare=spare)
        _flush(folder.parent)
        shutil.rmtree(spare, ignore_errors=True)
    finally:
        shutil.rmtree(holder, ignore_errors=True)
    paths = tuple(folder / f"{stem}.{suffix}" for suffix in files)
    gone = tuple(path for path in before if path not in paths)
    return Written(paths, gone, folder / kept if kept else None)


def _name_to_keep(
    files: Mapping[str, bytes],
    manuscript: Path,
    *,
    ours: Collection[str],
    overwrite: bool,
) -> str | None:
    """Give the name to keep the present manuscript under, or None if nobody needs it.

    Raises:
        UsageError: when it was corrected by hand and must not be overwritten.
    """
    if not manuscript.is_file():
        return None
    present = manuscript.read_bytes()
    if present == files.get("md") or digest(present) in ours:
        return None
    names = (f"{manuscript.name}.bak{number or ''}" for number in count())
    name = next(name for name in names if not (manuscript.parent / name).exists())
    if ours and not overwrite:
        message = (
            f"{manuscript}: was corrected by hand since it was built; nothing was "
            f"changed; --overwrite builds it anew and keeps the corrected one as {name}"
        )
        raise UsageError(message)
    return name


def _literal(name: str) -> str:
    """Escape the signs that mean something in a glob."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _copy_others(folder: Path, new: Path, stem: str) -> None:
    """Copy what lies in the issue's folder and is no file of the issue."""
    if not folder.is_dir():
        return
    of_the_issue = {f"{stem}.{suffix}" for suffix in FORMATS}
    picture = re.compile(rf"{re.escape(stem)}-picture-\d+\.(?:png|jpg)")
    for path in folder.iterdir():
        if path.name in of_the_issue or picture.fullmatch(path.name):
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
