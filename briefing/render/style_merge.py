"""Lays the `style.yaml` files of a chain together, and refuses what nothing uses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.errors import did_you_mean
from briefing.render.style_file import StyleFile
from briefing.render.style_keys import TOKEN_GROUPS, WORD_GROUPS, fault, read_group
from briefing.render.style_read import lay_over, read_leniently
from briefing.render.style_values import (
    date_fault,
    label_fault,
    number_fault,
    token_fault,
)
from briefing.render.tags import blank_comments

_LOOKED_UP = re.compile(r"\b(?:labels|tokens)(?:\.\w+)?\[\s*[a-z]")

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.config.yaml import KeyPath, Yaml


def merge_files(files: Sequence[StyleFile]) -> StyleFile:
    """Lay the files of a chain together, the first (the style itself) on top.

    Raises:
        StyleError: where a style sets a token or word that nothing uses.
    """
    known = StyleFile(files[-1].folder, None)
    for file in reversed(files):
        if file.yaml is not None:
            used = own_text(file.folder) if known.tokens else ""
            _check_known(file, known, used)
            check_words(file.yaml, known, used)
        known = replace(
            lay_words(known, file),
            folder=file.folder,
            tokens=known.tokens | file.tokens,
            faces=known.faces | file.faces,
            logo=file.logo or known.logo,
            when_empty=file.when_empty or known.when_empty,
        )
    return known


def lay_words(under: StyleFile, over: StyleFile) -> StyleFile:
    """Lay the words and forms of one file over those of another."""
    return replace(
        under,
        labels=lay_over(under.labels, over.labels),
        dates=under.dates | over.dates,
        numbers=under.numbers | over.numbers,
    )


def _check_known(file: StyleFile, known: StyleFile, used: str) -> None:
    """Refuse a token or word that neither a parent has nor the style's files use."""
    if file.yaml is None:
        return
    for group in (*TOKEN_GROUPS, *WORD_GROUPS):
        under = known.tokens if group in TOKEN_GROUPS else getattr(known, group)
        for name, value in read_group(file.yaml, file.yaml.data or {}, group).items():
            if known.tokens and name not in under and not _is_used(name, used):
                hint = did_you_mean(name, under) or "; no file of the style uses it"
                raise fault(file.yaml, (group, name), f"unknown{hint}")
            below = under.get(name)
            if group in TOKEN_GROUPS:
                what = _token_fault(group, name, value, below)
                if what:
                    raise fault(file.yaml, (group, name), what)


def _token_fault(group: str, name: str, value: object, below: str | None) -> str | None:
    if group != "colours" and below is not None and below.startswith("#"):
        return "is a colour: it stands under colours"
    return token_fault(group, name, value, below)


def check_words(said: Yaml, known: StyleFile, used: str) -> None:
    """Refuse words and forms that could not be printed.

    Args:
        said: a file with `labels`, `dates` or `numbers`.
        known: the styles below, laid together.
        used: text of the templates, in which a word of their own may be used.

    Raises:
        StyleError: with file, line and column.
    """
    told = said.data or {}
    labels = read_group(said, told, "labels")
    _check_labels(said, labels, known.labels, ("labels",), used)
    for name, value in read_group(said, told, "dates").items():
        what = date_fault(name, value)
        if what:
            raise fault(said, ("dates", name), what)
    for name, value in read_group(said, told, "numbers").items():
        what = number_fault(name, value)
        if what:
            raise fault(said, ("numbers", name), what)
    signs = known.numbers | read_group(said, told, "numbers")
    if signs.get("thousands") and signs["thousands"] == signs.get("decimal"):
        at = "decimal" if "decimal" in (told.get("numbers") or {}) else "thousands"
        what = f"thousands and decimal are both '{signs['decimal']}'; take two signs"
        if told.get("numbers"):
            raise fault(said, ("numbers", at), what)


def _check_labels(
    said: Yaml,
    labels: dict[str, Any],
    under: dict[str, Any],
    path: KeyPath,
    used: str,
) -> None:
    for name, value in labels.items():
        below = under.get(name)
        what = label_fault(name, value, below)
        if what:
            raise fault(said, (*path, name), what)
        if isinstance(below, dict):
            for key in value:
                if key not in below and not _is_used(key, used):
                    hint = did_you_mean(key, below) or (
                        f"; there are: {', '.join(below)}"
                    )
                    raise fault(said, (*path, name, key), f"unknown{hint}")
            _check_labels(said, value, below, (*path, name), used)


def _is_used(name: str, used: str) -> bool:
    """Say whether a text of templates names a word or a token.

    `labels[section.type]` may mean any word that stands there at all.
    """
    said = re.escape(name)
    if re.search(rf"(?:\.|--|[\"'])\s*{said}(?![\w-])", used):
        return True
    return bool(_LOOKED_UP.search(used)) and name in used


def own_text(folder: Path) -> str:
    """Give all templates and style sheets of a style as one text, no comments."""
    files = sorted([*folder.rglob("*.j2"), *folder.glob("*.css")])
    return blank_comments("\n".join(map(read_leniently, files)))
