"""A house style: a folder of plain files, and the styles it extends."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.config.starter import starter
from briefing.errors import StyleError, did_you_mean
from briefing.render.style_file import Logo, StyleFile, read_style_file
from briefing.render.style_keys import StyleKeyError
from briefing.render.style_merge import merge_files
from briefing.render.style_packages import OF_A_STYLE, installed_styles, is_style
from briefing.render.style_parts import unread
from briefing.render.style_read import check_readable, is_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.config.yaml import KeyPath
    from briefing.render.style_fonts import Faces

DEFAULT_PARENT = "roundup"
"""What a style extends that does not say: so a style may be a lone `page.css`."""


class Style(NamedTuple):
    """A house style with all that it takes over from those it extends."""

    name: str
    """Name of its folder."""
    title: str
    """What it is, in a few words."""
    folders: tuple[tuple[str, Path], ...]
    """Name and folder of the style and of each it extends, itself first."""
    tokens: dict[str, str]
    """Colours, type, page and measures by name; CSS sees `--name`."""
    labels: dict[str, Any]
    """Words that the style prints."""
    dates: dict[str, Any]
    """Forms of days, and the names of months and weekdays."""
    numbers: dict[str, str]
    """Separators of numbers."""
    faces: Faces
    """Fonts by family, weight and slope."""
    logo: Logo | None = None
    """The house's sign, if it has one."""
    when_empty: str = "omit"
    """What becomes of an empty section where the edition does not say: omit, say."""
    own: StyleFile | None = None
    """What its own `style.yaml` says."""

    def find(self, path: str) -> tuple[str, Path] | None:
        """Give the nearest file of this name along the chain, and its style.

        `briefing.md.j2` is looked for from the style itself upwards;
        `roundup/briefing.md.j2` from the style `roundup` upwards.
        """
        if path.startswith("/") or "\\" in path or ".." in path.split("/"):
            return None  # a style reads its own files and no others
        owner, _, rest = path.partition("/")
        names = [name for name, _ in self.folders]
        if owner in names:
            folders, path = self.folders[names.index(owner) :], rest
        else:
            folders = self.folders
        for name, folder in folders:
            if (folder / path).is_file() and is_within(folder / path, folder):
                return name, folder / path
        return None


def own_file(style: Style) -> StyleFile:
    """Give what the `style.yaml` of a style says, without those below."""
    folder = style.folders[0][1]
    return style.own or read_style_file(folder, default_parent=DEFAULT_PARENT)


def search_path(search: Sequence[Path]) -> tuple[Path, ...]:
    """Give the folders that hold styles: those named, then the built-in one."""
    return tuple(dict.fromkeys((*search, starter() / "templates")))


def list_styles(search: Sequence[Path] = ()) -> tuple[tuple[str, Path], ...]:
    """Give name and folder of every style that can be named, by name.

    A style hides those of the same name in later folders.
    """
    found: dict[str, Path] = {}
    for folder in search_path(search):
        if folder.is_dir():
            for each in folder.iterdir():
                if is_style(each):
                    found.setdefault(each.name, each)
    found = {**installed_styles(), **found}
    return tuple(sorted(found.items()))


def load_style(
    name: str,
    *,
    search: Sequence[Path] = (),
    without: frozenset[KeyPath] = frozenset(),
) -> Style:
    """Load a house style and those it extends.

    What a style extends is looked for beside it first, then like any other: a style
    stands on those that it came with, whatever else has their name.

    Args:
        name: name of a style in one of the search folders, or the path of its
            folder. A relative path counts from a search folder's parent (the desk).
        search: folders that hold styles, in order; the built-in ones come last.
        without: keys of its own `style.yaml` that are read as if they were not there.

    Raises:
        StyleError: when it cannot be found, extends itself, or its files are faulty.
    """
    files: list[StyleFile] = []
    folders: list[tuple[str, Path]] = []
    wanted: str | None = name
    asked_in = "the style"
    while wanted is not None:
        with _blaming_extends(folders):
            folder = _find_beside(folders, wanted) or find_style(
                wanted, search, asked_in
            )
            _check_chain(folders, folder, wanted, asked_in)
        check_readable(folder)
        left = frozenset() if folders else without
        file = read_style_file(folder, default_parent=DEFAULT_PARENT, without=left)
        files.append(file)
        folders.append((folder.name, folder))
        wanted, asked_in = file.extends, file.where(("extends",))
    with _blaming_extends(folders):
        _check_whole(files, folders)
    merged = merge_files(files)
    return Style(
        name=folders[0][0],
        title=files[0].title or folders[0][0].replace("-", " ").capitalize(),
        folders=tuple(folders),
        tokens=merged.tokens,
        labels=merged.labels,
        dates=merged.dates,
        numbers=merged.numbers,
        faces=merged.faces,
        logo=merged.logo,
        when_empty=merged.when_empty or "omit",
        own=files[0],
    )


@contextmanager
def _blaming_extends(folders: Sequence[tuple[str, Path]]) -> Iterator[None]:
    """Blame what goes wrong on the key `extends` of the last style of a chain."""
    try:
        yield
    except StyleError as error:
        if not folders:
            raise
        file = f"{folders[-1][0]}/style.yaml"
        raise StyleKeyError(str(error), file=file, path=("extends",)) from error


def _find_beside(folders: Sequence[tuple[str, Path]], wanted: str) -> Path | None:
    """Give the style of a name that lies beside the last of a chain; None if none."""
    if not folders or "/" in wanted or "\\" in wanted:
        return None
    folder = folders[-1][1].parent / wanted
    return folder.resolve() if is_style(folder) else None


def _check_chain(
    folders: Sequence[tuple[str, Path]], folder: Path, wanted: str, asked_in: str
) -> None:
    """Refuse a style that extends itself, or one of its own name.

    Raises:
        StyleError: with the place of `extends`, and the chain.
    """
    chain = " > ".join([*(each for each, _ in folders), folder.name])
    if any(folder == known for _, known in folders):
        what = f"'{wanted}' extends itself: {chain}; extend base or another style"
    elif any(folder.name == each for each, _ in folders):
        what = f"two styles of one name: {chain}; give this one's folder another name"
    else:
        return
    msg = f"{asked_in}: {what}"
    raise StyleError(msg)


def _check_whole(
    files: Sequence[StyleFile], folders: Sequence[tuple[str, Path]]
) -> None:
    """Refuse a style that extends nothing and has not all that an issue is set with.

    Raises:
        StyleError: with the place of `extends`.
    """
    for needed in ("briefing.md.j2", "page.html.j2"):
        if not any((folder / needed).is_file() for _, folder in folders):
            where = files[-1].where(("extends",))
            msg = f"{where}: extends nothing, and has no {needed}; write extends: base"
            raise StyleError(msg)


def find_style(name: str, search: Sequence[Path], asked_in: str = "the style") -> Path:
    """Give the folder of a style.

    Args:
        name: its name, or the path of its folder.
        search: folders that hold styles, in order.
        asked_in: where it is named, for the error.

    Raises:
        StyleError: when there is no such style.
    """
    path = Path(name)
    if path.is_absolute() or "/" in name or "\\" in name:
        roots = (Path(), *(folder.parent for folder in search))
    else:
        roots = search_path(search)
    for root in roots:
        if is_style(root / path):
            return (root / path).resolve()
    found = installed_styles()
    if name in found:
        return found[name].resolve()
    for root in roots:
        if (root / path).is_dir() and any((root / path).iterdir()):
            msg = f"{asked_in}: {_no_style(root / path)}"
            raise StyleError(msg)
    known = [each for each, _ in list_styles(search)]
    hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
    msg = f"{asked_in}: there is no house style '{name}'{hint}"
    raise StyleError(msg)


def _no_style(folder: Path) -> str:
    """Say that a folder has none of the files that a style is known by."""
    what = f"{folder.parent.name}/{folder.name} has none of {', '.join(OF_A_STYLE)}"
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            return f"{what}; {path.name}: {unread(path.name)}"
    return f"{what}; put one of them there"
