"""Lays the manuscript into the style's mail: an HTML form and a plain-text form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from briefing.render.blame import render_template
from briefing.render.body import set_body
from briefing.render.clean import clean
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.inlining import (
    inline_styles,
    parse_page,
    refuse_remote,
    write_page,
)
from briefing.render.lookups import index_of
from briefing.render.manuscript import names_for
from briefing.render.plain import Plain, fold, plain_environment, set_plain
from briefing.render.quotes import set_ranges
from briefing.render.urls import web_address

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from briefing.render.sheet import Sheet

LONGEST_SUBJECT = 140
"""Characters of a subject; mail programs show some 60."""
HTML, TEXT = "email.html.j2", "email.txt.j2"
_FACTS = " · "


class Mail(NamedTuple):
    """One issue as a mail."""

    subject: str
    """Its subject: title and label of the issue."""
    html: str
    """Its HTML form, which needs nothing beside it."""
    text: str
    """Its plain-text form, 72 columns wide."""


def lay_mail(sheet: Sheet) -> Mail:
    """Give an issue as a mail.

    Raises:
        StyleError: with file and line of what is wrong in the style's mail templates.
    """
    body = set_body(sheet.manuscript, sheet.record, sheet.style)
    label = sheet.record["issue"]["label"]
    subject = clean(f"{body.title}: {set_ranges(label)}" if label else body.title)
    subject = subject.replace("=?", "= ?")  # else mail programs would decode it
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[: LONGEST_SUBJECT - 1].rstrip() + "…"
    mail = {
        "title": subject,
        "masthead": Markup(body.masthead),
        "sections": [
            {"type": each.type, "id": each.id, "html": Markup(each.html)}
            for each in body.sections
        ],
    }
    return Mail(subject, _lay_html(sheet, mail), _lay_text(sheet, subject))


def _lay_html(sheet: Sheet, mail: dict[str, Any]) -> str:
    names = names_for(sheet.record, sheet.style)
    environment = StyleEnvironment(sheet.style, names, markdown=False)
    environment.filters |= filters_for(sheet.style, index_of(sheet.record))
    root = parse_page(render_template(environment, HTML, mail=mail))
    owner = sheet.style.find(HTML)
    name = f"{owner[0]}/{HTML}" if owner else HTML
    _adapt(root, _addresses(sheet))
    inline_styles(root, sheet.style.tokens, name=name)
    refuse_remote(root, name=name)
    return write_page(root)


def _lay_text(sheet: Sheet, title: str) -> str:
    parts, addresses = set_plain(sheet.manuscript)
    mail = {
        "title": title,
        "masthead": Plain(parts[0].text),
        "sections": [
            {"title": Plain(part.title), "text": Plain(part.text)} for part in parts[1:]
        ],
        "links": list(addresses),
    }
    environment = plain_environment(sheet.style, names_for(sheet.record, sheet.style))
    environment.filters |= filters_for(sheet.style, index_of(sheet.record))
    return fold(render_template(environment, TEXT, mail=mail))


def _addresses(sheet: Sheet) -> dict[str, str]:
    """Give the address of each citation's article by the anchor of its note."""
    articles = {each["id"]: each["url"] for each in sheet.record["articles"]}
    found = {
        f"#c{each['number']}": web_address(articles.get(each["article"]))
        for each in sheet.record["citations"]
    }
    return {anchor: address for anchor, address in found.items() if address}


def _adapt(root: Element, addresses: dict[str, str]) -> None:
    """Turn what only a page can do into what every mail program does.

    Links inside the page are lost in many of them: a citation mark leads straight
    to its article, where that has an address, and the links back go.
    """
    for parent in list(root.iter()):
        facts = [child for child in parent if "fact" in _classes(child)]
        for child in facts[:-1]:
            child.tail = _FACTS
        for child in list(parent):
            if "back" in _classes(child):
                parent.remove(child)
            elif child.tag == "a" and (child.get("href") or "").startswith("#"):
                _lead_out(child, addresses.get(child.get("href") or ""))


def _lead_out(link: Element, address: str | None) -> None:
    if address:
        link.set("href", address)
    else:
        link.tag = "span"
        link.attrib.pop("href")


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()
