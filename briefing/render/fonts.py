"""Fonts from files, cut down to the letters of one issue and put into its page.

A face is found by path, in an installed package or in the style's folder, never by
the name that a system may know it by. Cutting is done by HarfBuzz, which WeasyPrint
needs anyway: 2 ms and some 30 KB a face, where the whole files are 1.1 MB together.
Where that library is missing the whole file goes in: the page looks the same.
"""

from __future__ import annotations

import ctypes
import re
import sys
from base64 import b64encode
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import StyleError

if TYPE_CHECKING:
    from briefing.render.style_fonts import Faces

FEATURES = ("onum", "lnum", "tnum", "pnum")
"""OpenType features that styles may ask for, kept beside those always needed."""
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0‐–—‘’“”…•◦▪")
"""Letters kept whatever the issue holds: what CSS makes by itself (page numbers)."""

_CODE = re.compile(r"\\([0-9a-fA-F]{1,6})")
_FEATURE_SET = 6  # HB_SUBSET_SETS_LAYOUT_FEATURE_TAG
_NO_HINTING = 1  # HB_SUBSET_FLAGS_NO_HINTING
_BLANKS = (0x20, 0xA0)
_KINDS = {b"OTTO": "otf", b"wOFF": "woff", b"wOF2": "woff2"}


def font_faces(faces: Faces, text: str, sheet: str) -> str:
    """Give the `@font-face` rules of a style, with the fonts inside.

    Args:
        faces: the style's fonts.
        text: everything that may be printed; decides which letters are kept.
        sheet: the style sheet; a family that it never names is left out, and so is
            a face that has none of the letters.

    Raises:
        StyleError: when a font's package or file is not there.
    """
    letters = frozenset(_in_all_cases(text, sheet)) | _written_as_codes(sheet) | ALWAYS
    fonts = {face: read_font(*source) for face, source in faces.items()}
    cut = {
        face: _cut(font, letters) for face, font in fonts.items() if face[0] in sheet
    }
    return "".join(_face_rule(face, font) for face, font in cut.items() if font)


def _in_all_cases(text: str, sheet: str) -> str:
    """Add capitals and small letters to a text, if the sheet may turn one to other."""
    turned = "text-transform" in sheet or "small-caps" in sheet
    return text + text.upper() + text.lower() + text.title() if turned else text


def _written_as_codes(sheet: str) -> frozenset[str]:
    """Give the letters that a style sheet prints by their codes."""
    codes = (int(each[1], 16) for each in _CODE.finditer(sheet))
    return frozenset(chr(code) for code in codes if code <= sys.maxunicode)


def read_font(package: str | None, file: Path) -> bytes:
    """Give a font's bytes, by path: in an installed package or a style's folder.

    Raises:
        StyleError: when the package or the file is not there.
    """
    path = (_package_files(package) / file) if package else file
    try:
        return path.read_bytes()
    except OSError as error:
        where = f"the package {package}" if package else f"the folder {file.parent}"
        to_do = f"; {install_command(package)} --force-reinstall" if package else ""
        msg = (
            f"style.yaml: fonts: there is no {file.name} in {where}"
            f"{to_do or '; put it there or take it out of the style'}"
        )
        raise StyleError(msg) from error


def install_command(package: str) -> str:
    """Give the command that installs a font package for this Python."""
    return f"{sys.executable} -m pip install {package.replace('_', '-')}"


@cache
def _package_files(package: str) -> Path:
    """Give the folder of fonts in a font package, without importing the package."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        msg = (
            f"style.yaml: fonts: the package {package} is not installed; "
            f"{install_command(package)}"
        )
        raise StyleError(msg)
    return Path(folders[0]) / "files"


def _face_rule(face: tuple[str, int, str], font: bytes) -> str:
    family, weight, slope = face
    kind = _KINDS.get(font[:4], "ttf")
    source = f"data:font/{kind};base64,{b64encode(font).decode('ascii')}"
    return (
        f"@font-face {{font-family: '{family}'; font-weight: {weight}; "
        f"font-style: {slope}; src: url({source})}}\n"
    )


@cache
def harfbuzz() -> tuple[ctypes.CDLL, ctypes.CDLL] | None:
    """Load HarfBuzz and its subsetter; None where they are not there."""
    for names in (
        ("libharfbuzz.so.0", "libharfbuzz-subset.so.0"),
        ("libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib"),
    ):
        try:
            core, cutter = ctypes.CDLL(names[0]), ctypes.CDLL(names[1])
            _declare(core, cutter)
        except (OSError, AttributeError):
            continue
        return core, cutter
    return None


def _declare(core: ctypes.CDLL, cutter: ctypes.CDLL) -> None:
    pointer, number = ctypes.c_void_p, ctypes.c_uint
    for library, name, result, arguments in (
        (
            core,
            "hb_blob_create",
            pointer,
            [ctypes.c_char_p, number, ctypes.c_int, pointer, pointer],
        ),
        (core, "hb_face_create", pointer, [pointer, number]),
        (core, "hb_set_add", None, [pointer, number]),
        (core, "hb_set_create", pointer, []),
        (core, "hb_set_del", None, [pointer, number]),
        (core, "hb_set_destroy", None, [pointer]),
        (core, "hb_set_intersect", None, [pointer, pointer]),
        (core, "hb_set_is_empty", ctypes.c_int, [pointer]),
        (core, "hb_face_collect_unicodes", None, [pointer, pointer]),
        (core, "hb_face_reference_blob", pointer, [pointer]),
        (core, "hb_blob_get_data", pointer, [pointer, pointer]),
        (core, "hb_blob_destroy", None, [pointer]),
        (core, "hb_face_destroy", None, [pointer]),
        (cutter, "hb_subset_input_create_or_fail", pointer, []),
        (cutter, "hb_subset_input_unicode_set", pointer, [pointer]),
        (cutter, "hb_subset_input_set", pointer, [pointer, ctypes.c_int]),
        (cutter, "hb_subset_input_set_flags", None, [pointer, number]),
        (cutter, "hb_subset_input_destroy", None, [pointer]),
        (cutter, "hb_subset_or_fail", pointer, [pointer, pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments


def _cut(font: bytes, letters: frozenset[str]) -> bytes:
    """Give a font with these letters alone; the whole font where it cannot be cut.

    One that has none of them is empty.
    """
    libraries = harfbuzz()
    if libraries is None or font[:4] in (b"wOFF", b"wOF2"):
        return font
    core, cutter = libraries
    blob = core.hb_blob_create(font, len(font), 0, None, None)
    whole = core.hb_face_create(blob, 0)
    wanted = cutter.hb_subset_input_create_or_fail()
    told = cutter.hb_subset_input_unicode_set(wanted)
    for letter in letters:
        core.hb_set_add(told, ord(letter))
    has_any = _has_any(core, whole, told)
    kept = cutter.hb_subset_input_set(wanted, _FEATURE_SET)
    for feature in FEATURES:
        core.hb_set_add(kept, int.from_bytes(feature.encode("ascii"), "big"))
    cutter.hb_subset_input_set_flags(wanted, _NO_HINTING)
    face = cutter.hb_subset_or_fail(whole, wanted)
    small = _bytes_of(core, face) if face else b""
    cutter.hb_subset_input_destroy(wanted)
    core.hb_face_destroy(whole)
    core.hb_blob_destroy(blob)
    return (small or font) if has_any else b""


def _has_any(core: ctypes.CDLL, face: int, wanted: int) -> bool:
    """Say whether a font has any of these letters, but for spaces."""
    found = core.hb_set_create()
    core.hb_face_collect_unicodes(face, found)
    core.hb_set_intersect(found, wanted)
    for blank in _BLANKS:
        core.hb_set_del(found, blank)
    has = not core.hb_set_is_empty(found)
    core.hb_set_destroy(found)
    return has


def _bytes_of(core: ctypes.CDLL, face: int) -> bytes:
    blob, length = core.hb_face_reference_blob(face), ctypes.c_uint()
    start = core.hb_blob_get_data(blob, ctypes.byref(length))
    copy = ctypes.string_at(start, length.value) if start else b""
    core.hb_blob_destroy(blob)
    core.hb_face_destroy(face)
    return copy
