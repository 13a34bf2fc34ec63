"""Which files to read: paths given by the desk, walked in a fixed order."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.ingest.draft import SourceFile
from briefing.model.problem import Problem
from briefing.text.unseen import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

SIDECAR = "articles.yaml"


class Found(NamedTuple):
    """A file, with the sidecars that may speak of it."""

    source: SourceFile
    """The file and its path."""
    root: Path
    """The root of its source, with links resolved."""


class Other(NamedTuple):
    """A file that is no article."""

    file: Path
    """Where it lies on this machine, with links resolved."""
    path: str
    """Its path relative to the root of its source."""
    ending: str
    """How its name ends; the name itself where it has no ending."""


class Search(NamedTuple):
    """The files found, and what could not be read or was left out."""

    found: tuple[Found, ...]
    """Files that some reader knows, in the order of their paths."""
    problems: tuple[Problem, ...]
    """Paths that are missing, closed or lead outside their folder."""
    others: tuple[Other, ...] = ()
    """Files that no reader knows."""


def find_files(paths: Sequence[Path], *, endings: Sequence[str]) -> Search:
    """Find the files to read under `paths`, whatever the order these come in.

    A file reached through two of the paths is found once, under the outermost.
    """
    problems: set[Problem] = set()
    others: dict[Path, Other] = {}
    by_file: dict[Path, Found] = {}
    for path in sorted({_resolved(path) for path in paths}, key=_depth_first):
        walked = _walk(path, problems, others, tuple(endings))
        for found in sorted(walked, key=lambda found: found.source.file.is_symlink()):
            by_file.setdefault(found.source.file.resolve(), found)
    ordered = sorted(by_file.values(), key=lambda found: found.source.path)
    return Search(tuple(ordered), tuple(sorted(problems)), tuple(others.values()))


def shown(name: str) -> str:
    """Give a name that can be read by a person, whatever bytes it has on disk.

    What is no UTF-8, a line break and any other sign that cannot be seen is U+FFFD.
    """
    return printable(os.fsencode(name).decode("utf-8", "replace"))


def real_path(path: Path) -> Path:
    """Follow all links; one that leads nowhere, or in a circle, stays as it is."""
    return Path(os.path.realpath(path))


def _resolved(path: Path) -> Path:
    """Resolve the folder but not a file's own link: its name is the desk's choice."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - keeps the last link
    return absolute.parent.resolve() / absolute.name


def _depth_first(path: Path) -> tuple[int, bool, str]:
    return len(path.parts), not path.is_dir(), str(path)


def _walk(
    path: Path,
    problems: set[Problem],
    others: dict[Path, Other],
    endings: tuple[str, ...],
) -> Iterator[Found]:
    try:
        if path.is_dir():
            yield from _walk_folder(path.resolve(), problems, others, endings)
        elif not path.exists():
            problems.add(Problem(shown(path.name), "is not there; nothing was read"))
        elif not path.is_file():
            problems.add(Problem(shown(path.name), "is neither file nor folder"))
        elif path.name.lower().endswith(endings):
            yield Found(SourceFile(path, shown(path.name)), path.parent)
        else:
            known = ", ".join(endings)
            what = f"has an ending that no reader knows ({known}); left out"
            problems.add(Problem(shown(path.name), what))
    except OSError as error:
        problems.add(Problem(shown(path.name), f"cannot be opened: {error.strerror}"))


def _walk_folder(
    root: Path,
    problems: set[Problem],
    others: dict[Path, Other],
    endings: tuple[str, ...],
) -> Iterator[Found]:
    def refuse(error: OSError) -> None:
        where = _relative(Path(error.filename), root)
        problems.add(Problem(where, f"cannot be opened: {error.strerror}"))

    for name, folders, files in os.walk(root, onerror=refuse):
        folder = Path(name)
        _drop_hidden(folders)
        for entry in sorted([*folders, *files]):
            _refuse_link(folder / entry, root, problems)
        for entry in sorted(files):
            file = folder / entry
            if entry.startswith(".") or entry == SIDECAR or _leads_out(file, root):
                continue
            path = _relative(file, root)
            if not entry.lower().endswith(endings):
                real = real_path(file)
                others[real] = Other(real, path, shown(file.suffix.lower() or entry))
            elif file.is_file():
                yield Found(SourceFile(file, path), root)
            else:
                problems.add(Problem(path, "is no regular file; left out"))


def _drop_hidden(folders: list[str]) -> None:
    folders[:] = sorted(name for name in folders if not name.startswith("."))


def _refuse_link(file: Path, root: Path, problems: set[Problem]) -> None:
    if _leads_out(file, root):
        what = "is a link that leads outside its folder, or nowhere; left out"
        problems.add(Problem(_relative(file, root), what))


def _leads_out(file: Path, root: Path) -> bool:
    if not file.is_symlink():
        return False
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return True
    return not target.is_relative_to(root)


def say_unknown(
    others: Iterable[Other], *, named: Collection[Path] = ()
) -> Iterator[Problem]:
    """Tell of files that no reader knows, but for those that an article names.

    One problem an ending: a saved page may bring a folder of a hundred images.
    """
    unknown: dict[str, list[str]] = defaultdict(list)
    for other in others:
        if other.file not in named:
            unknown[other.ending].append(other.path)
    for ending, paths in unknown.items():
        files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
        first = min(paths)
        what = f"{files} left out, no reader knows this ending (first: {first})"
        yield Problem(f"*{ending}" if ending.startswith(".") else ending, what)


def _relative(file: Path, root: Path) -> str:
    return shown(file.relative_to(root).as_posix())
