"""The words of a house style in the language of an edition.

The words in `style.yaml` are a style's own, whatever the language; `strings/de.yaml`
beside it lays German ones over them, for editions whose language is `de`. Both may
hold `labels`, `dates` and `numbers`. A style takes over the strings of those that it
extends, and what a language leaves out stays as `style.yaml` has it.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from briefing.config.starter import starter
from briefing.errors import did_you_mean
from briefing.render.style_file import StyleFile, read_style_file
from briefing.render.style_keys import WORD_GROUPS, fault, read_group
from briefing.render.style_merge import check_words, lay_words, own_text
from briefing.render.style_read import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.render.style import Style

FOLDER = "strings"
"""Folder of a style that holds a file for each language."""
FIRST = "en"
"""Language of the words in the `style.yaml` of styles that come along."""
_FORM = re.compile(r"[^{}]{0,3}")
_HEADINGS = ("takeaways", "figures", "ahead", "timeline", "gaps", "sources")


def in_language(style: Style, language: str) -> Style:
    """Give a style with its words in a language, as far as it has them.

    Args:
        style: the house style.
        language: BCP 47 tag. For "de-AT" the words of `de` count, and those of
            `de-AT` before them.

    Raises:
        StyleError: with file, line and column of what is wrong in a file of strings.
    """
    told = {folder: _files_for(folder, language) for _, folder in style.folders}
    if not any(told.values()):
        return style
    known = StyleFile(style.folders[-1][1], None)
    for _, folder in reversed(style.folders):
        known = lay_words(known, read_style_file(folder, default_parent=""))
        for path in told[folder]:
            known = lay_words(known, _read_strings(path, known))
    return style._replace(labels=known.labels, dates=known.dates, numbers=known.numbers)


def languages_of(style: Style) -> tuple[str, ...]:
    """Give the languages that a style has strings for, beside that of its words."""
    found = {
        path.stem
        for _, folder in style.folders
        for path in (folder / FOLDER).glob("*.yaml")
    }
    return tuple(sorted(found))


def unspoken(style: Style, language: str) -> str | None:
    """Tell that a style has no words in a language; None where it has.

    A style of the desk's own whose `style.yaml` names the sections itself is taken to
    do so in the language that the desk wants.

    Args:
        style: the house style.
        language: BCP 47 tag.
    """
    told = any(_files_for(folder, language) for _, folder in style.folders)
    if told or language.partition("-")[0].lower() == FIRST or _names_sections(style):
        return None
    spoken = (FIRST, *languages_of(style))
    name, folder = style.folders[0]
    file = f"{FOLDER}/{language.partition('-')[0]}.yaml"
    if _comes_along(folder):
        where = f"{file} in a style of your own (briefing style new mine --like {name})"
    else:
        where = f"{name}/{file}"
    hint = did_you_mean(language, spoken)
    return (
        f"speaks {', '.join(spoken)}, and not '{language}'{hint}; headings, labels and "
        f"days come out in English until there is {where}"
    )


def _names_sections(style: Style) -> bool:
    own = (folder for _, folder in style.folders if not _comes_along(folder))
    said = {
        label
        for folder in own
        for label in read_style_file(folder, default_parent="").labels
    }
    return len(said.intersection(_HEADINGS)) > len(_HEADINGS) // 2


def _comes_along(folder: Path) -> bool:
    return folder.is_relative_to(starter() / "templates")


def _files_for(folder: Path, language: str) -> list[Path]:
    """Give the files of a language in a style's folder, the widest first."""
    subtags = language.split("-")
    if not all(tag.isalnum() for tag in subtags):
        return []
    tags = ["-".join(subtags[:end]) for end in range(1, len(subtags) + 1)]
    paths = (folder / FOLDER / f"{tag}.yaml" for tag in tags)
    return [path for path in paths if path.is_file()]


def _read_strings(path: Path, known: StyleFile) -> StyleFile:
    folder = path.parent.parent
    said = read_yaml(path, f"{folder.name}/{FOLDER}/{path.name}")
    told = said.data if said.data is not None else {}
    if not isinstance(told, dict):
        raise fault(said, (), "must hold 'key: value' lines")
    for key in told:
        if key not in WORD_GROUPS:
            hint = did_you_mean(key, WORD_GROUPS) or (
                f"; known are: {', '.join(WORD_GROUPS)}"
            )
            raise fault(said, (key,), f"there is no such key{hint}")
    used = own_text(folder)
    check_words(said, known, used)
    labels, dates, numbers = (read_group(said, told, group) for group in WORD_GROUPS)
    for group in WORD_GROUPS:
        under = getattr(known, group)
        for name in read_group(said, told, group):
            if name not in under and name not in used:
                hint = did_you_mean(name, under) or "; no file of the style uses it"
                raise fault(said, (group, name), f"unknown{hint}")
    return StyleFile(
        folder, None, yaml=said, labels=labels, dates=dates, numbers=numbers
    )


def fill(text: str, /, **values: object) -> str:
    """Give a label with its {names} filled in.

    It names values, never what is within them, and pads nothing without end.

    Raises:
        ValueError: where it tries to.
    """
    for _, name, form, _ in Formatter().parse(str(text)):
        if name is None:
            continue
        if not name.isidentifier() or not _FORM.fullmatch(form or ""):
            msg = f"{{{name}}} is to be a plain name, {{count}}"
            raise ValueError(msg)
    return text.format_map(values)
