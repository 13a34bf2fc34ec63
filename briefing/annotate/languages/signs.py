"""How each language is known: the first parts of the data files."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.languages.data import data_files
from briefing.annotate.languages.forms import fold
from briefing.annotate.languages.parts import open_part
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.annotate.languages.parts import Part

ENGLISH = "en"
_SIGN_KEYS = ("probes", "words", "letters", "script")


class Sign(NamedTuple):
    """What a paragraph of a language is known by."""

    code: str
    """Language code, the name of its data file."""
    probes: tuple[str, ...]
    """Strings of which every text of some length holds one."""
    words: frozenset[str]
    """Its most frequent words, lower case."""
    letters: frozenset[str]
    """Letters that its neighbours do not use, lower case."""
    script: str
    """Its letters as a range of a regular expression; nothing for Latin letters."""


@cache
def signs() -> dict[str, Sign]:
    """Read how each language is known; in the order of their codes.

    Raises:
        ConfigError: when a first part is faulty; with a line for each fault.
    """
    found, faults = {}, []
    for path in data_files():
        try:
            found[path.stem] = _read_sign(path)
        except ConfigError as error:
            faults.append(str(error))
    if faults:
        raise ConfigError("\n".join(faults))
    return found


def _read_sign(path: Path) -> Sign:
    part = open_part(path, 0)
    needed = ("words",) if path.stem == ENGLISH else ("words", "probes")
    part.check_keys((), _SIGN_KEYS, needed)
    script = part.text(("script",))
    if script and not _is_range(script):
        what = f"'{script}' is no range of letters; write it as in Ѐ-ӿ"
        part.fault(("script",), what, value=True)
    sign = Sign(
        path.stem,
        _read_probes(part),
        frozenset(fold(word) for word in part.forms(("words",))),
        frozenset("".join(part.forms(("letters",)))),
        script,
    )
    part.close()
    return sign


def _is_range(script: str) -> bool:
    """Say whether letters and ranges of them are given, and no name of a script."""
    return bool(re.fullmatch(r"(?:[^\W\d_]-[^\W\d_])+", script)) and all(
        first <= last for first, last in re.findall(r"(.)-(.)", script)
    )


def _read_probes(part: Part) -> tuple[str, ...]:
    written = part.yaml.data.get("probes")
    if isinstance(written, str) and written != written.strip():
        # " und " is one probe: its blanks belong to it.
        return (written,)
    return part.forms(("probes",))
