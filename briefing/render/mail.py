"""Lays the manuscript into the style's mail: an HTML form and a plain-text form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from briefing.render.blame import render_template
from briefing.render.body import set_body
from briefing.render.clean import clean
from briefing.render.environment import StyleEnvironment
from briefing.render.filters import filters_for
from briefing.render.illustrations import content_id, is_at_hand, sources_of
from briefing.render.inlining import (
    inline_styles,
    parse_page,
    refuse_remote,
    write_page,
)
from briefing.render.lookups import index_of
from briefing.render.mail_figures import fold_figures
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
WIDEST_PICTURE = 592
"""Dots across that a picture may take; some mail programs know no other measure."""
_FACTS = " · "


class Mail(NamedTuple):
    """One issue as a mail."""

    subject: str
    """Its subject: title and label of the issue."""
    html: str
    """Its HTML form, which needs nothing beside it."""
    text: str
    """Its plain-text form, 72 columns wide."""
    pictures: tuple[MailPicture, ...] = ()
    """Its pictures, which come along as parts of it."""


class MailPicture(NamedTuple):
    """A picture that comes along with a mail."""

    id: str
    """What the HTML calls it: `cid:` and this."""
    file: str
    """Name of its file."""
    kind: str
    """png or jpeg."""
    data: bytes
    """The file."""


def lay_mail(sheet: Sheet) -> Mail:
    """Give an issue as a mail.

    Raises:
        StyleError: with file and line of what is wrong in the style's mail templates.
    """
    pictures = sources_of(sheet.printed, sheet.pictures, mailed=True)
    body = set_body(sheet.manuscript, sheet.printed, sheet.style, pictures)
    label = sheet.printed["issue"]["label"]
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
    html = _lay_html(sheet, mail)
    return Mail(subject, html, _lay_text(sheet, subject), _pictures(html, sheet))


def _pictures(html: str, sheet: Sheet) -> tuple[MailPicture, ...]:
    """Give the pictures that the HTML form shows, each once."""
    found = {
        content_id(one): MailPicture(
            content_id(one), one["file"], one["kind"], sheet.pictures[one["file"]]
        )
        for one in sheet.printed.get("illustrations", ())
        if is_at_hand(one, sheet.pictures) and f'"cid:{content_id(one)}"' in html
    }
    return tuple(found.values())


def _lay_html(sheet: Sheet, mail: dict[str, Any]) -> str:
    names = names_for(sheet.printed, sheet.style)
    environment = StyleEnvironment(sheet.style, names, markdown=False)
    environment.add_filters(filters_for(sheet.style, index_of(sheet.printed)))
    root = parse_page(render_template(environment, HTML, mail=mail))
    owner = sheet.style.find(HTML)
    name = f"{owner[0]}/{HTML}" if owner else HTML
    _adapt(root, _addresses(sheet))
    inline_styles(root, sheet.style.tokens, name=name)
    refuse_remote(root, name=name)
    return write_page(root)


def _lay_text(sheet: Sheet, title: str) -> str:
    files = frozenset(sources_of(sheet.printed, {}))
    shown = sheet.style.labels["illustration"]["shown"]
    parts, addresses = set_plain(sheet.manuscript, files=files, shown=shown)
    mail = {
        "title": title,
        "masthead": Plain(parts[0].text),
        "sections": [
            {"title": Plain(part.title), "text": Plain(part.text)} for part in parts[1:]
        ],
        "links": list(addresses),
    }
    environment = plain_environment(sheet.style, names_for(sheet.printed, sheet.style))
    environment.add_filters(filters_for(sheet.style, index_of(sheet.printed)))
    return fold(render_template(environment, TEXT, mail=mail))


def _addresses(sheet: Sheet) -> dict[str, str]:
    """Give the address of each citation's article by the anchor of its note."""
    articles = {each["id"]: each["url"] for each in sheet.printed["articles"]}
    found = {
        f"#c{each['number']}": web_address(articles.get(each["article"]))
        for each in sheet.printed["citations"]
    }
    return {anchor: address for anchor, address in found.items() if address}


def _adapt(root: Element, addresses: dict[str, str]) -> None:
    """Turn what only a page can do into what every mail program does.

    Links inside the page are lost in many of them: a citation mark leads straight
    to its article, where that has an address, and the links back go.
    """
    for parent in list(root.iter()):
        if parent.tag == "section" and "figures" in _classes(parent):
            fold_figures(parent)
        facts = [child for child in parent if "fact" in _classes(child)]
        for child in facts[:-1]:
            child.tail = _FACTS
        if "illustration" in _classes(parent):
            _narrow(parent)
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


def _narrow(figure: Element) -> None:
    """Give a picture the width that it may take, and let its height follow."""
    for picture in figure.iter("img"):
        width = picture.get("width") or ""
        picture.attrib.pop("height", None)
        if width.isdecimal():
            picture.set("width", str(min(int(width), WIDEST_PICTURE)))


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()
