"""Reads `style.yaml`: tokens, words, forms of dates and numbers, fonts, logo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from briefing.config.starter import starter
from briefing.config.yaml import KeyPath, Yaml
from briefing.render.style_fonts import Faces, read_faces
from briefing.render.style_keys import (
    TOKEN_GROUPS,
    WHEN_EMPTY,
    WORD_GROUPS,
    check_keys,
    fault,
    leave_out,
    read_group,
)
from briefing.render.style_read import lay_over, read_yaml

CONTRACT = 1
"""What styles may rely on: files, keys, fields, filters, classes, by this number."""
OLDEST_CONTRACT = 1
"""The oldest contract whose styles are still set as they were meant."""
KEYS = (
    "contract",
    "title",
    "extends",
    "when_empty",
    *TOKEN_GROUPS,
    *WORD_GROUPS,
    "fonts",
    "logo",
)
LOGO_KEYS = ("file", "alt")


class Logo(NamedTuple):
    """The sign of a house, as the style names it."""

    file: Path
    """Its file, SVG, PNG or JPEG."""
    alt: str
    """What stands for it where it cannot be seen."""


@dataclass(frozen=True, slots=True)
class StyleFile:
    """What one `style.yaml` says, with the place of everything it says."""

    folder: Path
    """The style's folder."""
    extends: str | None
    """The style that it extends; None for the base of all."""
    title: str | None = None
    """What it is, in a few words."""
    yaml: Yaml | None = None
    """Its contents and their places; None when there is no such file."""
    tokens: dict[str, str] = field(default_factory=dict)
    """Tokens by name, the groups laid together."""
    labels: dict[str, Any] = field(default_factory=dict)
    """Words."""
    dates: dict[str, Any] = field(default_factory=dict)
    """Forms of days."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Separators of numbers."""
    faces: Faces = field(default_factory=dict)
    """Fonts."""
    logo: Logo | None = None
    """Logo."""
    when_empty: str | None = None
    """What becomes of an empty section, unless the edition says."""

    def where(self, path: KeyPath) -> str:
        """Give "style/style.yaml:line:column" of what stands at a path."""
        name = f"{self.folder.name}/style.yaml"
        return self.yaml.where(path) if self.yaml else name


def read_style_file(
    folder: Path, *, default_parent: str, without: frozenset[KeyPath] = frozenset()
) -> StyleFile:
    """Read a style's `style.yaml`; a style without one extends `default_parent`.

    One that says `extends: null` has what it leaves out from the base that comes
    along: a base of the desk's own may be older than the program.

    Args:
        folder: the style's folder.
        default_parent: what it extends if it does not say.
        without: keys that are read as if they were not there.

    Raises:
        StyleError: with file, line and column of what is wrong.
    """
    file = _read_file(folder, default_parent, without)
    base = starter() / "templates" / "base"
    if file.extends is not None or folder == base or not base.is_dir():
        return file
    ground = _read_file(base, "", frozenset())
    return replace(
        file,
        tokens=ground.tokens | file.tokens,
        labels=lay_over(ground.labels, file.labels),
        dates=ground.dates | file.dates,
        numbers=ground.numbers | file.numbers,
        faces=ground.faces | file.faces,
    )


def _read_file(
    folder: Path, default_parent: str, without: frozenset[KeyPath]
) -> StyleFile:
    path = folder / "style.yaml"
    if not path.is_file():
        return StyleFile(folder, default_parent)
    said = read_yaml(path, f"{folder.name}/style.yaml")
    said = said._replace(data=leave_out(said.data, without))
    told = said.data if said.data is not None else {}
    check_keys(said, told, KEYS, ())
    _check_contract(said, told)
    for key in ("title", "extends"):
        if not isinstance(told.get(key), str | None):
            raise fault(said, (key,), f"must be text; put {told[key]} in quotes")
    if told.get("when_empty", "omit") not in WHEN_EMPTY:
        what = f"must be one of: {', '.join(WHEN_EMPTY)}"
        raise fault(said, ("when_empty",), what)
    return StyleFile(
        folder,
        told.get("extends", default_parent),
        told.get("title"),
        said,
        _read_tokens(said, told),
        read_group(said, told, "labels"),
        read_group(said, told, "dates"),
        read_group(said, told, "numbers"),
        read_faces(said, told, folder),
        _read_logo(said, told, folder),
        told.get("when_empty"),
    )


def _check_contract(said: Yaml, told: dict[str, Any]) -> None:
    """Refuse a style that relies on what this version does not hold to."""
    contract = told.get("contract", CONTRACT)
    if not isinstance(contract, int) or isinstance(contract, bool):
        raise fault(said, ("contract",), f"must be a whole number, such as {CONTRACT}")
    if contract > CONTRACT:
        what = (
            f"this style is written for contract {contract}, this briefing keeps "
            f"contract {CONTRACT}; install a newer briefing, or a style for {CONTRACT}"
        )
        raise fault(said, ("contract",), what)
    if contract < OLDEST_CONTRACT:
        what = (
            f"this style is written for contract {contract}, which is no longer kept; "
            f"bring it to contract {CONTRACT}: docs/styles.md, “Contract”, tells how"
        )
        raise fault(said, ("contract",), what)


def _read_tokens(said: Yaml, told: dict[str, Any]) -> dict[str, str]:
    """Read tokens; what is wrong with one is told once those below are known."""
    return {
        name: str(value)
        for group in TOKEN_GROUPS
        for name, value in read_group(said, told, group).items()
    }


def _read_logo(said: Yaml, told: dict[str, Any], folder: Path) -> Logo | None:
    logo = told.get("logo")
    if logo is None:
        return None
    if isinstance(logo, str):
        what = f"write its file and words: logo: {{file: {logo}, alt: Our desk}}"
        raise fault(said, ("logo",), what)
    check_keys(said, logo, LOGO_KEYS, ("logo",))
    file, alt = logo.get("file"), logo.get("alt")
    if not isinstance(file, str) or not file:
        raise fault(said, ("logo",), "needs 'file', such as logo.svg")
    if not isinstance(alt, str) or not alt.strip():
        what = "needs 'alt': words for those who cannot see it, such as the desk's name"
        raise fault(said, ("logo",), what)
    return Logo(folder / file, alt)
