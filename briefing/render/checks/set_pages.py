"""What is wrong with a page or a mail as set: parts left out, tags, ids, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.errors import did_you_mean
from briefing.model.problem import Problem
from briefing.render.checks.reading import Source, sources_of
from briefing.render.tags import blank_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.render.mail import Mail
    from briefing.render.record import Record
    from briefing.render.style import Style

PAGE, MAIL, TEXT = "page.html.j2", "email.html.j2", "email.txt.j2"
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
_DATA = re.compile(r"data:[^\"']*")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.IGNORECASE)
_BALANCED = """\
div section main header footer nav article aside span a b strong em i table ul ol
h1 h2 h3 h4 h5 h6 figure blockquote center svg
"""
_PAIRED = frozenset(_BALANCED.split())
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_LINK = re.compile(r"\shref=\"#([^\"{]+)\"")
_WORD = re.compile(r"\w+")


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
    yield from _check_made(style, page, PAGE)


def check_links(style: Style, page: str) -> Iterator[Problem]:
    """Find links of a style's own templates that lead to no place of the page."""
    ids = set(_ID.findall(page))
    for source in _own(style, PAGE):
        text = blank_comments(source.text)
        for found in _LINK.finditer(text):
            if found[1] not in ids:
                hint = (
                    did_you_mean(found[1], ids) or "; give a place of the page that id"
                )
                what = f"nothing has the id '{found[1]}'{hint}"
                yield Problem(source.place(found.start()), what)


def check_mail(style: Style, mail: Mail, record: Record) -> Iterator[Problem]:
    """Find what a mail as set lacks.

    A mail may leave sections out, such as one that has the takeaways alone.

    Args:
        style: the house style.
        mail: the mail, as set.
        record: the briefing that it is of.
    """
    said = [
        " ".join(_WORD.findall(sentence["text"].casefold()))
        for section in record["sections"]
        for item in section["items"]
        for sentence in item["sentences"]
    ]
    for file, told in ((MAIL, mail.html), (TEXT, mail.text)):
        words = " ".join(_WORD.findall(_TAG.sub(" ", told).casefold()))
        if said and not any(each in words for each in said):
            what = "the mail prints none of the issue's sentences; print each of "
            yield Problem(_place(style, file), f"{what}mail.sections")
    if not re.search(r"<html[^>]*\slang=\"[^\"]", mail.html):
        what = 'the mail names no language; write <html lang="{{ edition.language }}">'
        yield Problem(_place(style, MAIL), what)
    yield from _check_made(style, mail.html, MAIL)


def _own(style: Style, file: str) -> Iterator[Source]:
    for source in sources_of(style.folders[0][1], "*.html.j2"):
        is_mail = "email" in source.name.partition("/")[2]
        if is_mail == (file == MAIL):
            yield source


def _place(style: Style, file: str, sign: str = "") -> str:
    """Give the last place of a sign in a style's own templates, or its template."""
    for source in _own(style, file) if sign else ():
        at = blank_comments(source.text).rfind(sign)
        if at >= 0:
            return source.place(at)
    found = style.find(file)
    return f"{found[0]}/{file}:1" if found else style.name


def _check_made(style: Style, page: str, file: str) -> Iterator[Problem]:
    """Check tags, headings and ids of what was set."""
    plain = _DATA.sub("data:", _STYLE.sub("", page))
    yield from _check_tags(style, plain, file)
    level = 0
    for found in re.finditer(r"<h([1-6])\b", plain):
        now = int(found[1])
        if level and now > level + 1:
            what = f"a heading jumps from h{level} to h{now}; write h{level + 1}"
            where = _place(style, file, f"<h{now}")
            if where.startswith(f"{style.name}/"):
                yield Problem(where, what)
        level = now
    ids = _ID.findall(plain)
    for name in sorted({each for each in ids if ids.count(each) > 1}):
        what = f"two things have the id '{name}'; give one of them another"
        yield Problem(_place(style, file, f'id="{name}"'), what)


def _check_tags(style: Style, plain: str, file: str) -> Iterator[Problem]:
    """Find elements that are never closed, and ends that close nothing."""
    opened: list[str] = []
    for found in _TAG.finditer(plain):
        name = found[2].lower()
        if name not in _PAIRED or found[3]:
            continue
        if not found[1]:
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
        elif name in opened:
            what = f"<{opened[-1]}> is not closed before </{name}>"
            where = _place(style, file, f"<{opened[-1]}")
            yield Problem(where, f"{what}; write </{opened[-1]}> before it")
            return
        else:
            where = _place(style, file, f"</{name}>")
            yield Problem(where, f"</{name}> closes nothing; take it away")
            return
    if opened:
        what = f"<{opened[-1]}> is never closed; write </{opened[-1]}> after it"
        yield Problem(_place(style, file, f"<{opened[-1]}"), what)
