"""The two parts of a language's data file, read strictly.

What a part says that it should not, and what it lacks, is told with file, line and
column, all at once. Forms may be written as a list or as one text: in the text they
are parted by blanks, and a blank within a form is written `_`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from typing import Any

    from briefing.config.yaml import KeyPath, Yaml

_TWO = "'---' parts how the language is known from how its dates are written"
_TAB = "\t"
_NOTHING = "nothing is given; write a value or leave the key out"


class Part:
    """A part of a data file: gives its values and collects what is wrong with them."""

    def __init__(self, yaml: Yaml) -> None:
        self.yaml = yaml
        self.faults: list[str] = []

    def fault(self, path: KeyPath, what: str, *, value: bool = False) -> None:
        """Note what is wrong with a key, or with its value."""
        self.faults.append(fault(self.yaml, path, what, value=value))

    def close(self) -> None:
        """End the reading.

        Raises:
            ConfigError: with a line for each fault that was found.
        """
        if self.faults:
            raise ConfigError("\n".join(dict.fromkeys(self.faults)))

    def check_keys(
        self, path: KeyPath, known: Collection[str], needed: Collection[str] = ()
    ) -> None:
        """Note the keys that are unknown, and those that are missing."""
        held = self.keys_of(path)
        missing = [key for key in needed if key not in held]
        for key in held:
            if key not in known:
                close = did_you_mean(key, known)
                what = f"unknown key{close or '; known are ' + ', '.join(known)}"
                self.fault((*path, key), what)
        for key in missing:
            self.fault(path, f"the key '{key}' is needed; add it")

    def keys_of(self, path: KeyPath) -> dict[str, Any]:
        """Give what stands under a key; nothing where it is missing or faulty."""
        held = self._get(path)
        if isinstance(held, dict):
            return held
        if path and self._has(path):
            none = "; write {} for none" if held is None else ""
            what = f"expected keys with values under it{none}"
            self.fault(path, what, value=True)
        return {}

    def text(self, path: KeyPath, default: str = "") -> str:
        """Give one text."""
        held = self._get(path)
        if held is None and not self._has(path):
            return default
        if held is None or isinstance(held, list | dict):
            what = _NOTHING if held is None else "expected one text"
            self.fault(path, what, value=True)
            return default
        return self.yaml.written.get(path, str(held))

    def forms(self, path: KeyPath) -> tuple[str, ...]:
        """Give forms that stand as a list or as one text."""
        held = self._get(path)
        if isinstance(held, list):
            found = [self.text((*path, at)) for at in range(len(held))]
            return tuple(one.replace("_", " ") for one in found if one)
        if isinstance(held, dict):
            what = "expected words: as a list [a, b], or as one text 'a b'"
            self.fault(path, what, value=True)
            return ()
        return tuple(one.replace("_", " ") for one in self.text(path).split())

    def _get(self, path: KeyPath) -> Any:  # noqa: ANN401 - whatever YAML holds
        held = self.yaml.data
        for key in path:
            if isinstance(held, dict):
                held = held.get(key)
            elif isinstance(held, list) and isinstance(key, int):
                held = held[key]
            else:
                return None
        return held

    def _has(self, path: KeyPath) -> bool:
        return path in self.yaml.values


def fault(yaml: Yaml, path: KeyPath, what: str, *, value: bool = False) -> str:
    """Write one fault: file, line, column, key, what was found, what to do."""
    # Only who reads a file needs PyYAML, not who imports the module.
    from briefing.config.yaml import dotted

    key = dotted(path)
    return f"{yaml.where(path, value=value)}: {key}{': ' if key else ''}{what}"


def open_part(path: Path, number: int) -> Part:
    """Open the first (0) or the second (1) part of a data file.

    Raises:
        ConfigError: when the file cannot be read, is no YAML or lacks the part.
    """
    # The command line starts without PyYAML.
    from briefing.config.yaml import load_yaml

    line, text = _split(path)[number]
    part = Part(load_yaml("\n" * line + text, name=str(path)))
    data = part.yaml.data
    if data is None:
        where = "behind" if number else "before"
        msg = f"{path}: nothing stands {where} '---'; {_TWO}"
        raise ConfigError(msg)
    if not isinstance(data, dict):
        msg = f"{path}:{line + 1}:1: expected keys with values"
        raise ConfigError(msg)
    return part


def _split(path: Path) -> list[tuple[int, str]]:
    """Give the two parts of a file, each with the number of lines before it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeError as error:
        msg = f"{path}: the text is not UTF-8; save it so"
        raise ConfigError(msg) from error
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror}"
        raise ConfigError(msg) from error
    lines = text.split("\n")
    _refuse_tabs(path, lines)
    marks = [at for at, line in enumerate(lines) if _mark().match(line)]
    begun = 0
    if marks and not any(_is_said(line) for line in lines[: marks[0]]):
        # YAML files often begin with the mark.
        begun = marks.pop(0) + 1
    if not any(_is_said(line) for line in lines):
        msg = f"{path}: the file is empty; begin with 'words: ...'"
        raise ConfigError(msg)
    if not marks and path.stem != "en":
        msg = f"{path}: a line '---' is missing; {_TWO}"
        raise ConfigError(msg)
    if len(marks) > 1:
        where = f"{path}:{marks[1] + 1}:1"
        msg = f"{where}: a third part begins; a file has two, and {_TWO}"
        raise ConfigError(msg)
    cut = marks[0] if marks else len(lines)
    first, second = lines[begun:cut], lines[cut + 1 :]
    return [(begun, "\n".join(first)), (cut + 1, "\n".join(second))]


def _refuse_tabs(path: Path, lines: list[str]) -> None:
    for number, line in enumerate(lines, 1):
        margin = line[: len(line) - len(line.lstrip())]
        if _TAB in margin and _is_said(line):
            what = "a tab; YAML is indented with blanks"
            msg = f"{path}:{number}:{margin.index(_TAB) + 1}: {what}"
            raise ConfigError(msg)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"---(?:\s|\Z)")


def _is_said(line: str) -> bool:
    """Say whether a line holds more than a comment."""
    said = line.strip()
    return bool(said) and not said.startswith("#") and not _mark().match(line)
