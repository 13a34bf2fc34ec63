"""What is wrong with the templates of pages: pictures, addresses, parts left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.css_parts import CssPart
from briefing.render.checks.css_values import value_faults
from briefing.render.checks.reading import Source, sources_of
from briefing.render.checks.selectors import KNOWN_TAGS
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

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


_SENDING = ("form", "input", "button", "select", "textarea")
_MAIL_ONLY = "a mail program does not show it; take it away"
_NOT_IN_MAIL = ("svg", "math", "frame", "applet", "source", "picture", "canvas")
_FETCHED = ("src", "poster", "data", "background", "action", "srcset", "xlink:href")
_LEADING = ("#", "http://", "https://", "mailto:", "tel:", "{{", "{%")
_SHOWN = 60
_BARE = re.compile(r"<[a-z][^<>]*\s[\w-]+=(?=\{\{)", re.IGNORECASE)
_MARKDOWN = re.compile(r"\*\*[^\s*][^*\n]*\*\*|(?m:^#{1,6} \S)|\[[^\]\n]+\]\(http")


def check_pages(style: Style) -> Iterator[Problem]:
    """Give what is wrong with the HTML templates of a style's folder."""
    for source in sources_of(style.folders[0][1], "*.html.j2"):
        plain = Source(source.name, _STYLE_PART.sub(_blank_style, _blank(source.text)))
        is_mail = "email" in source.name.partition("/")[2]
        level = 0
        for tag in _TAG.finditer(plain.text):
            said = dict(_attributes(tag["attributes"]))
            for what in _tag_faults(tag["name"].lower(), said, is_mail=is_mail):
                yield Problem(plain.place(tag.start()), what)
            yield from _check_own_style(plain, tag, said, style, is_mail=is_mail)
            heading = _HEADING.fullmatch(tag["name"])
            if heading:
                now = int(heading[1])
                if level and now > level + 1:
                    what = f"a heading jumps from h{level} to h{now}; "
                    yield Problem(plain.place(tag.start()), f"{what}write h{level + 1}")
                level = now
        yield from _check_signs(plain)


def _check_signs(plain: Source) -> Iterator[Problem]:
    """Find attributes that words could break out of, and Markdown in HTML."""
    for bare in _BARE.finditer(plain.text):
        what = "words with a space would end the attribute here"
        yield Problem(
            plain.place(bare.end()), f'{what}; write ="{{{{ … }}}}", in quotes'
        )
    for sign in _MARKDOWN.finditer(_PRINTED.sub("", plain.text)):
        what = f"“{sign[0][:_SHOWN]}” is printed as its signs: here HTML is written"
        place = plain.text.find(sign[0])
        yield Problem(plain.place(max(place, 0)), f"{what}; Markdown is for *.md.j2")


def _check_own_style(
    plain: Source,
    tag: re.Match[str],
    said: dict[str, str],
    style: Style,
    *,
    is_mail: bool,
) -> Iterator[Problem]:
    """Check the variables in a `style` attribute."""
    css = said.get("style", "")
    if "var(" not in css:
        return
    where = plain.place(tag.start())
    if is_mail:
        what = "var() is filled in between <style> and </style> alone"
        yield Problem(where, f"{what}; write a rule in the block look")
        return
    part = CssPart(plain.name, f"a {{ {css} }}", is_mail=False)
    for _, what in value_faults(part, style):
        yield Problem(where, what)


def _blank(text: str) -> str:
    return blank_comments(text)


def _blank_style(part: re.Match[str]) -> str:
    return part[1] + "\n" * part[2].count("\n")


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, one, two in _ATTRIBUTE.findall(text):
        yield name.lower(), one or two
    for word in _ATTRIBUTE.sub("", _PRINTED.sub("", text)).split():
        yield word.lower().rstrip("/"), ""


def _tag_faults(name: str, said: dict[str, str], *, is_mail: bool) -> Iterator[str]:
    """Give what is wrong with one tag."""
    if name in _FETCHING:
        yield f"<{name}>: {_FETCHING[name]}"
    elif name in _SENDING:
        yield f"<{name}>: a page sends nothing; take it away"
    elif name == "link":
        yield "<link>: a page fetches nothing; write the rules into page.css"
    elif name == "img":
        yield from _picture_faults(said)
    elif is_mail and name in _NOT_IN_MAIL:
        yield f"<{name}>: {_MAIL_ONLY}"
    elif name not in KNOWN_TAGS and "-" not in name:
        yield f"there is no element <{name}>{did_you_mean(name, KNOWN_TAGS)}"
    yield from _attribute_faults(name, said)


def _attribute_faults(name: str, said: dict[str, str]) -> Iterator[str]:
    """Give what is wrong with the attributes of a tag: what it fetches, runs, opens."""
    if "style" in said and "url(" in said["style"] and "data:" not in said["style"]:
        yield "a page fetches nothing; name pictures in style.yaml"
    for attribute, value in said.items():
        if attribute.startswith("on") and len(attribute) > len("on"):
            yield f"{attribute}: a page runs nothing; take it away"
        elif attribute in _FETCHED and name != "img" and value.startswith("http"):
            yield f"a page fetches nothing, not '{value[:_SHOWN]}'; take it away"
    if said.get("http-equiv", "").lower() == "refresh":
        yield "a page leads nowhere by itself; take the refresh away"
    href = said.get("href", "").strip()
    if name != "a" and href.startswith("http"):
        yield f"a page fetches nothing, not '{href[:_SHOWN]}'; take it away"
    elif name == "a" and href and not href.lower().startswith(_LEADING):
        what = (
            f"the link '{href[:_SHOWN]}' leads nowhere: a page has no place of its own"
        )
        yield f"{what}; write the whole address, https://…"


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
