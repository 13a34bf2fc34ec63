"""What is wrong with the templates of pages: pictures, addresses, parts left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.problem import Problem
from briefing.render.checks.reading import Source, sources_of
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing.render.style import Style

_TAG = re.compile(
    r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-z][a-z0-9:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_HEADING = re.compile(r"h([1-6])", re.IGNORECASE)
_FETCHING = {
    "script": "a page runs nothing; take the script away",
    "iframe": "a page shows no other page; take it away",
    "object": "a page embeds nothing; take it away",
    "embed": "a page embeds nothing; take it away",
    "video": "a page plays nothing; take it away",
    "audio": "a page plays nothing; take it away",
    "base": "a page has no base; take it away",
}
_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STYLE_PART = re.compile(r"(<style[^>]*>)(.*?)(?=</style>)", re.DOTALL | re.IGNORECASE)


def check_pages(folder: Path) -> Iterator[Problem]:
    """Give what is wrong with the HTML templates of a style's folder."""
    for source in sources_of(folder, "*.html.j2"):
        plain = Source(source.name, _STYLE_PART.sub(_blank_style, _blank(source.text)))
        level = 0
        for tag in _TAG.finditer(plain.text):
            said = dict(_attributes(tag["attributes"]))
            for what in _tag_faults(tag["name"].lower(), said):
                yield Problem(plain.place(tag.start()), what)
            heading = _HEADING.fullmatch(tag["name"])
            if heading:
                now = int(heading[1])
                if level and now > level + 1:
                    what = f"a heading jumps from h{level} to h{now}; "
                    yield Problem(plain.place(tag.start()), f"{what}write h{level + 1}")
                level = now


def _blank(text: str) -> str:
    return blank_comments(text)


def _blank_style(part: re.Match[str]) -> str:
    return part[1] + "\n" * part[2].count("\n")


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, one, two in _ATTRIBUTE.findall(text):
        yield name.lower(), one or two
    for word in _ATTRIBUTE.sub("", _PRINTED.sub("", text)).split():
        yield word.lower().rstrip("/"), ""


def _tag_faults(name: str, said: dict[str, str]) -> Iterator[str]:
    """Give what is wrong with one tag."""
    if name in _FETCHING:
        yield f"<{name}>: {_FETCHING[name]}"
    elif name == "link":
        yield "<link>: a page fetches nothing; write the rules into page.css"
    elif name == "img":
        yield from _picture_faults(said)
    if "style" in said and "url(" in said["style"] and "data:" not in said["style"]:
        yield "a page fetches nothing; name pictures in style.yaml"
    for attribute in said:
        if attribute.startswith("on") and len(attribute) > len("on"):
            yield f"{attribute}: a page runs nothing; take it away"


def _picture_faults(said: dict[str, str]) -> Iterator[str]:
    source = said.get("src", "").strip()
    if "alt" not in said:
        hint = 'write alt="what it shows", or alt="" where it only adorns'
        yield f"a picture has no alternative text; {hint}"
    if not source.startswith(("data:", "{{")):
        what = f"a page fetches nothing, not '{source[:60]}'; "
        hint = "name the file under logo in style.yaml and write {{ logo.src }}"
        yield what + hint
    if "srcset" in said:
        yield "a page fetches nothing; take srcset away"


def check_page(style: Style, page: str, sections: Sequence[str]) -> Iterator[Problem]:
    """Find parts of an issue that a page as set does not show.

    Args:
        style: the house style.
        page: the page, as HTML.
        sections: anchors of the sections that the manuscript has.
    """
    found = style.find("page.html.j2")
    where = f"{found[0]}/page.html.j2:1" if found else style.name
    title = next(iter(re.findall(r"<title>(.*?)</title>", page, re.DOTALL)), "")
    if not title.strip():
        yield Problem(where, "the page has no title; write <title>{{ page.title }}")
    if not re.search(r"<html[^>]*\slang=\"[^\"]", page):
        what = 'the page names no language; write <html lang="{{ edition.language }}">'
        yield Problem(where, what)
    if "<h1" not in page:
        yield Problem(where, "the page has no heading h1; print {{ page.masthead }}")
    if ":root {" not in page:
        yield Problem(where, "the page has no look; print {{ page.css }} in <style>")
    lost = [each for each in sections if f'id="{each}"' not in page]
    if lost:
        what = f"the page leaves out {', '.join(lost)}; print the html of each of "
        yield Problem(where, f"{what}page.sections")
