"""`briefing style`: list, make and check house styles."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.common import CONFIG
from briefing.cli.gallery import gallery
from briefing.cli.preview import preview
from briefing.cli.speech import line_of, say, shown, tell
from briefing.cli.style_languages import list_unspoken
from briefing.cli.style_search import desk_here, style_search
from briefing.config.starter import starter
from briefing.errors import StyleError
from briefing.render import list_styles, load_style, look_over, new_style
from briefing.render.checks.remarks import remarks_of
from briefing.render.style import find_style
from briefing.render.style_new import FILES
from briefing.render.style_packages import faulty_packages, package_of
from briefing.text.unseen import printable


@click.group("style")
def command() -> None:
    """List, make, check and show house styles."""


command.add_command(preview)
command.add_command(gallery)


@command.command("list")
@CONFIG
def list_(config: Path | None) -> None:
    """List the house styles that can be named, what they extend, where they lie."""
    search = style_search(config)
    for name, folder in list_styles(search):
        tell(printable(f"{name:16} {_about(name, search)} ({_where(folder)})"))
    for told in faulty_packages():
        say(told)


def _about(name: str, search: tuple[Path, ...]) -> str:
    try:
        style = load_style(name, search=search)
    except StyleError:
        return f"faulty; see: briefing style check {name}"
    parents = [each for each, _ in style.folders[1:]]
    return f"{style.title}; extends {' > '.join(parents) or 'nothing'}"


def _where(folder: Path) -> str:
    """Say where a style lies: here, in the program, or in another package."""
    if folder.is_relative_to(Path.cwd()):
        return shown(folder)
    if folder.is_relative_to(starter()):
        return "comes with briefing"
    return f"package {package_of(folder)}: {folder}"


@command.command(
    "new",
    epilog="""
\b
Three commented files are written. What they do not say is as in the style that they
extend; a style may also be one file of them alone.

\b
Examples:
  briefing style new mine
  briefing style new morning --like note
  briefing build --style mine
""",
)
@click.argument("name")
@click.option(
    "--like",
    "--from",
    "parent",
    default="roundup",
    metavar="STYLE",
    show_default=True,
    help="The style that it takes everything over from.",
)
@CONFIG
def new(name: str, parent: str, config: Path | None) -> None:
    """Make templates/NAME/, a house style of your own, ready to be changed."""
    search = style_search(config)
    folder = new_style(name, search[0], extends=parent, search=search)
    for file in FILES:
        tell(shown(folder / file))


@command.command(
    "check",
    epilog="""
\b
Each file is read: names, blocks, tags, words, colours, fonts, addresses, pictures.
Then made-up issues are set: a usual one, an empty one, one with every fact missing,
one with very long words; and laid out on paper, to see that no text runs over an edge.

\b
Examples:
  briefing style check
  briefing style check mine --no-pdf

\b
Exit codes: 0 all well; 1 a style is faulty, told with file and line; 2 there is no
such style.
""",
)
@click.argument("name", required=False)
@click.option(
    "--no-pdf", is_flag=True, help="Leave out the paper, which takes seconds."
)
@CONFIG
def check(name: str | None, no_pdf: bool, config: Path | None) -> int:
    """Look over a style, or every style, and tell what is wrong with it."""
    search = style_search(config)
    if name:
        find_style(name, search)
    names = [name] if name else [each for each, _ in list_styles(search)]
    well = [try_style(each, search, pdf=not no_pdf) for each in names]
    for told in () if name else faulty_packages():
        say(told)
    desk = desk_here(config)
    if desk:
        list_unspoken(desk, only=name)
    return 0 if all(well) else 1


def try_style(name: str, search: tuple[Path, ...], *, pdf: bool = False) -> bool:
    """Look a style over, print what is wrong, and say whether all is well."""
    try:
        problems = look_over(name, search=search, pdf=pdf)
    except StyleError as error:
        say(f"style {printable(name)}: {error}")
        return False
    for problem in problems:
        say(f"style {printable(name)}: {line_of(problem)}")
    if not problems:
        tell(f"style {printable(name)}: all well")
        for remark in remarks_of(load_style(name, search=search)):
            say(f"style {printable(name)}: remark: {line_of(remark)}")
    return not problems
