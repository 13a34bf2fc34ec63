"""Whether the files that a `style.yaml` names are there: fonts, logo, words."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import StyleError, did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.binaries import font_fault, picture_fault
from briefing.render.checks.css_parts import all_css
from briefing.render.logo import KINDS
from briefing.render.strings import FOLDER, in_language
from briefing.render.style import own_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style
    from briefing.render.style_file import StyleFile

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FONTS = (b"OTTO", b"\0\1\0\0", b"true", b"wOFF", b"wOF2")
_BEGINS = {"svg+xml": b"<", "png": b"\x89PNG", "jpeg": b"\xff\xd8"}


def check_parts(style: Style) -> Iterator[Problem]:
    """Give what is wrong with the files that a style names or brings."""
    file = own_file(style)
    yield from _check_fonts(style, file)
    yield from _check_logo(style, file)
    yield from _check_strings(style)


def problem_of(error: StyleError) -> Problem:
    """Give an error as a problem: what stands before its first ": " is the place."""
    where, _, what = str(error).partition(": ")
    return Problem(where, what)


def _check_fonts(style: Style, file: StyleFile) -> Iterator[Problem]:
    for at, (face, (package, path)) in enumerate(file.faces.items()):
        where = file.where(("fonts", at))
        folder = _package_fonts(package) if package else path.parent
        what: str | None = (
            f"the package {package} is not installed; install it, or " + ("take a file")
        )
        if folder is not None:
            what = _file_fault(folder / path.name, _FONTS, "font")
            what = what or font_fault(folder / path.name, face)
        if what is None and not _is_named(style, face[0]):
            what = f"nothing is set in '{face[0]}'; name it in a token, such as serif"
        if what:
            yield Problem(where, f"fonts[{at + 1}]: {what}")


def _is_named(style: Style, family: str) -> bool:
    """Say whether a token or a rule names a typeface."""
    named = [*style.tokens.values(), *(part.text for part in all_css(style))]
    return any(family in each for each in named)


def _package_fonts(package: str) -> Path | None:
    """Give the folder of a font package's files; None where it is not installed."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) / "files" if places else None


def _file_fault(path: Path, begins: tuple[bytes, ...], kind: str) -> str | None:
    """Say that a file is not there, or is of another kind; None if it is right."""
    if path.is_dir():
        return f"{path.name} is a folder; name the {kind}'s file in it"
    if not path.is_file():
        beside = (
            [each.name for each in path.parent.iterdir() if each.is_file()]
            if path.parent.is_dir()
            else []
        )
        alike = [each for each in beside if each.casefold() == path.name.casefold()]
        hint = did_you_mean(path.name, beside) or f"; put the {kind} there"
        if alike:
            hint = f"; did you mean '{alike[0]}'?"
        return f"there is no {path.name} in {path.parent.name}{hint}"
    try:
        with path.open("rb") as opened:
            head = opened.read(max(len(begin) for begin in begins))
    except OSError as error:
        return f"{path.name} cannot be read: {error.strerror}; let it be read"
    if not head.lstrip(b"\xef\xbb\xbf").startswith(begins):
        return f"{path.name} is no {kind}; take another file"
    return None


def _check_logo(style: Style, file: StyleFile) -> Iterator[Problem]:
    if file.logo is None:
        return
    path, folder = file.logo.file, style.folders[0][1]
    what: str | None
    kind = KINDS.get(path.suffix.lower())
    if not path.resolve().is_relative_to(folder.resolve()):
        what = f"{path.name} lies outside of the style; put it into the style's folder"
    elif kind is None:
        kinds = ", ".join(KINDS)
        suffix = path.suffix.lstrip(".").upper() or "a name without ending"
        what = f"{path.name} is no picture here ({suffix}); save it as one of {kinds}"
    else:
        what = _file_fault(path, (_BEGINS[kind],), "picture")
        what = what or picture_fault(path.relative_to(folder).as_posix(), style)
    if what:
        yield Problem(file.where(("logo", "file")), f"logo.file: {what}")
    elif file.logo.alt.strip() == path.name:
        what = "logo.alt: is the name of the file; say whose sign it is"
        yield Problem(file.where(("logo", "alt")), what)


def _check_strings(style: Style) -> Iterator[Problem]:
    """Read the words of each language that the style itself brings."""
    own, folder = style.folders[0]
    for path in sorted((folder / FOLDER).glob("*")):
        where = f"{own}/{FOLDER}/{path.name}"
        if path.name.startswith(".") or path.name.endswith("~"):
            continue  # an editor's or the system's own
        if (
            not path.is_file()
            or path.suffix != ".yaml"
            or not _LANGUAGE.fullmatch(path.stem)
        ):
            what = "a file of words is called by its language: de.yaml, pt-BR.yaml"
            yield Problem(f"{where}:1", what)
            continue
        try:
            in_language(style, path.stem)
        except StyleError as error:
            yield problem_of(error)
