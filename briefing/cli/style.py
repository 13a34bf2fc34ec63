"""`briefing style`: list, make and check house styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from briefing.cli.common import CONFIG, say, shown
from briefing.cli.gallery import gallery
from briefing.cli.outside_blocks import find_outside_blocks
from briefing.cli.preview import preview
from briefing.cli.style_search import style_search
from briefing.config.yaml import load_yaml
from briefing.errors import NotMadeError, StyleError, UsageError
from briefing.render.style import Style, list_styles, load_style

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_COMMENT = re.compile(r"\{\*.*?\*\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")

_STYLE_YAML = """\
# What is not said here is as in {parent}. `briefing style check {name}` looks it over.
title: {title}
extends: {parent}

# Each is a variable of the same name in page.css: var(--ink).
colours:
{colours}
"""
_TEMPLATE = """\
{{% extends "{owner}/briefing.md.j2" %}}
{{*
  The words of an issue. A block that stands here is printed in place of that of
  {parent}; `super()` is what {parent} prints in it. There are the blocks
  {blocks}.
  Fields: `briefing schema briefing`.
*}}

{{% block {block} %}}
{{{{ super() }}}}
{{% endblock %}}
"""
_PAGE_CSS = """\
/* The look of the page, read after that of {parent}: rules here win. */
"""


@click.group("style")
def command() -> None:
    """List, make and check house styles."""


command.add_command(preview)
command.add_command(gallery)


@command.command("list")
@CONFIG
def list_(config: Path | None) -> None:
    """List the house styles that can be named, and where they lie."""
    search = style_search(config)
    for name, folder in list_styles(search):
        click.echo(
            f"{name:16} {load_style(name, search=search).title} ({shown(folder)})"
        )


@command.command(
    "new",
    epilog="""
\b
The new style takes over all that it does not say itself.

\b
Examples:
  briefing style new mine --from roundup
  briefing build --style mine
""",
)
@click.argument("name")
@click.option("--from", "parent", default="roundup", metavar="STYLE", show_default=True)
@CONFIG
def new(name: str, parent: str, config: Path | None) -> None:
    """Make templates/NAME/, a house style of your own, ready to be changed."""
    if not _NAME.fullmatch(name):
        message = f"'{name}' is no name for a style; use a-z, 0-9, '-' and '_'"
        raise UsageError(message)
    search = style_search(config)
    model = load_style(parent, search=search)
    folder = search[0] / name
    if folder.exists():
        message = f"{shown(folder)}: is there already; take another name"
        raise UsageError(message)
    if name in dict(model.folders):
        message = f"'{name}' would extend itself; take another name"
        raise UsageError(message)
    for path in _write_all(folder, _first_files(name, model)):
        click.echo(shown(path))


@command.command(
    "check",
    epilog="""
\b
A sample issue is set in each style, so that every template is tried.

\b
Examples:
  briefing style check
  briefing style check mine

\b
Exit codes: 0 all well; 2 a style is faulty, told with file and line.
""",
)
@click.argument("name", required=False)
@CONFIG
def check(name: str | None, config: Path | None) -> int:
    """Set a sample issue in a style, or in every style, and tell what is wrong."""
    search = style_search(config)
    names = [name] if name else [each for each, _ in list_styles(search)]
    return 0 if all(try_style(each, search) for each in names) else 2


def try_style(name: str, search: tuple[Path, ...]) -> bool:
    """Set a sample issue in a style and print one line about it."""
    try:
        style = load_style(name, search=search)
        _set_sample(style)
    except StyleError as error:
        say(f"style {name}: {error}")
        return False
    unprinted = list(find_outside_blocks(style.folders[0][1]))
    for fault in unprinted:
        say(f"style {name}: {fault}")
    if unprinted:
        return False
    click.echo(f"style {name}: all well")
    return True


def _set_sample(style: Style) -> None:
    """Set the starter's sample week, without the pages of the PDF.

    Raises:
        StyleError: with file and line of what is wrong in the style.
    """
    from briefing.cli.sample import sample_briefing
    from briefing.render import render

    render(sample_briefing(), style, formats=("md", "html"))


def _first_files(name: str, model: Style) -> Mapping[str, str]:
    """Write the files of a style that extends another and changes nothing yet."""
    found = model.find("briefing.md.j2")
    if found is None:
        message = f"style '{model.name}' has no briefing.md.j2 to begin from"
        raise StyleError(message)
    source = _COMMENT.sub("", found[1].read_text(encoding="utf-8"))
    blocks = list(dict.fromkeys(_BLOCK.findall(source)))
    colours = "\n".join(f'  {key}: "{value}"' for key, value in _colours(model).items())
    words = {
        "name": name,
        "parent": model.name,
        "owner": found[0],
        "title": name.replace("-", " ").replace("_", " ").capitalize(),
        "colours": colours,
        "blocks": ", ".join(blocks),
        "block": "hint" if "hint" in blocks else blocks[0],
    }
    return {
        "style.yaml": _STYLE_YAML.format(**words),
        "briefing.md.j2": _TEMPLATE.format(**words),
        "page.css": _PAGE_CSS.format(**words),
    }


def _colours(model: Style) -> dict[str, str]:
    """Give the colours of a style, those of its parents beneath its own."""
    colours: dict[str, str] = {}
    for _, folder in reversed(model.folders):
        path = folder / "style.yaml"
        if path.is_file():
            said = load_yaml(path.read_text(encoding="utf-8"), name=str(path)).data
            colours |= (said or {}).get("colours") or {}
    return colours


def _write_all(folder: Path, files: Mapping[str, str]) -> list[Path]:
    try:
        folder.mkdir(parents=True)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{shown(folder)}: cannot be written ({error.strerror})"
        raise NotMadeError(message) from error
    return [folder / file for file in files]
