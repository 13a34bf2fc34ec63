"""Moves a page's style sheet into its elements, as mail programs want it.

What stands in `<style>` is written into `style` attributes, tokens filled in; rules
that cannot stand there (`@media`) stay in `<style>`. Classes and ids go when they have
served, since a mail has no use for them and is cut where it is long.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from briefing.errors import StyleError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_TOKEN = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_SPACE = re.compile(r"\s+")
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "meta", "wbr"})
_RAW = frozenset({"style"})
_PLAIN = frozenset(
    {"section", "header", "main", "footer", "article", "figure", "figcaption"}
)
"""Elements that old mail programs do not know: written as `div`."""
_REFUSED = frozenset(
    {
        *("script", "link", "base", "iframe", "frame", "object", "embed", "applet"),
        *("form", "input", "button", "video", "audio", "source", "svg", "math"),
    }
)
_ADDRESSED = frozenset({"src", "srcset", "background", "poster", "data", "action"})
_WEB = re.compile(r"(?i)(?:https?://|mailto:)")


def parse_page(page: str) -> Element:
    """Give the root element of a page."""
    import tinyhtml5  # type: ignore[import-untyped]

    root: Element = tinyhtml5.parse(page, namespace_html_elements=False)
    return root


def inline_styles(root: Element, tokens: Mapping[str, str], *, name: str) -> None:
    """Write the style sheets of a page into its elements.

    Args:
        root: the page; it is changed.
        tokens: the style's tokens, for `var(--ink)`.
        name: the template, for errors.

    Raises:
        StyleError: for a rule that cannot be read or a token that there is not.
    """
    import cssselect2  # type: ignore[import-untyped]
    import tinycss2  # type: ignore[import-untyped]

    matcher = cssselect2.Matcher()
    for sheet in list(root.iter("style")):
        css = _fill(sheet.text or "", tokens, name)
        kept = []
        for rule in tinycss2.parse_stylesheet(
            css, skip_comments=True, skip_whitespace=True
        ):
            if rule.type == "at-rule":
                kept.append(rule.serialize())
                continue
            _check_rule(rule, name)
            said = _declarations(rule.content)
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError as error:
                what = tinycss2.serialize(rule.prelude).strip()
                raise _unread(name, f"'{what}' is no selector ({error})") from error
            for selector in selectors:
                matcher.add_selector(selector, said)
        sheet.text = _SPACE.sub(" ", "".join(kept))
    for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        _style_one(element, matcher)


def _unread(name: str, what: str) -> StyleError:
    return StyleError(f"{name}: <style>: {what}; mend the rule")


def _check_rule(rule: Any, name: str) -> None:  # noqa: ANN401 - tinycss2 is untyped
    if rule.type == "error":
        raise _unread(name, f"line {rule.source_line}: {rule.message}")


def _fill(css: str, tokens: Mapping[str, str], name: str) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in tokens:
            raise _unread(
                name, f"there is no --{match[1]}{did_you_mean(match[1], tokens)}"
            )
        return tokens[match[1]]

    return _TOKEN.sub(fill, css)


def _declarations(content: Any) -> dict[str, str]:  # noqa: ANN401
    import tinycss2

    return {
        each.lower_name: _SPACE.sub(" ", tinycss2.serialize(each.value)).strip()
        for each in tinycss2.parse_blocks_contents(content)
        if each.type == "declaration"
    }


def _style_one(wrapped: Any, matcher: Any) -> None:  # noqa: ANN401
    element: Element = wrapped.etree_element
    said: dict[str, str] = {}
    for _, _, pseudo, declarations in matcher.match(wrapped):
        if pseudo is None:
            said |= declarations
    if said:
        told = ";".join(f"{name}:{value}" for name, value in said.items())
        own = element.get("style")
        element.set("style", f"{told};{own}" if own else told)


def refuse_remote(root: Element, *, name: str) -> None:
    """Refuse what a mail must not hold.

    Raises:
        StyleError: for scripts, forms, frames, handlers, and anything fetched.
    """
    for element in root.iter():
        if _is_comment(element):
            continue
        what = f"<{element.tag}>" if element.tag in _REFUSED else _remote(element)
        if what:
            msg = f"{name}: {what} has no place in a mail; take it out"
            raise StyleError(msg)


def _is_comment(element: Element) -> bool:
    return callable(element.tag)


def _remote(element: Element) -> str | None:
    for key, value in element.attrib.items():
        if key.startswith("on") or key == "http-equiv":
            return f"'{key}'"
        if key in _ADDRESSED and not value.startswith(("data:image/", "cid:")):
            return f"'{key}={value[:60]}'"
        if key == "href" and not _WEB.match(value):
            return f"the link '{value[:60]}'"
    styled = (element.get("style") or "") + (element.text or "") * (
        element.tag == "style"
    )
    return (
        "an address in CSS"
        if re.search(r"url\(|@import|expression\(", styled)
        else None
    )


def write_page(root: Element) -> str:
    """Give a page as HTML, without classes and ids."""
    return "<!doctype html>\n" + "".join(_write(root)) + "\n"


def _write(element: Element) -> Iterator[str]:
    if _is_comment(element):  # such as Outlook's conditions
        yield f"<!--{element.text or ''}-->"
        return
    if element.tag in _RAW and not (element.text or "").strip():
        return
    tag = "div" if element.tag in _PLAIN else element.tag
    attributes = "".join(
        f' {key}="{escape(value)}"'
        for key, value in element.attrib.items()
        if key not in ("class", "id")
    )
    bare = tag == "span" and not attributes
    yield "" if bare else f"<{tag}{attributes}>"
    if tag in _VOID:
        return
    text = element.text or ""
    yield text if tag in _RAW else escape(text, quote=False)
    for child in element:
        yield from _write(child)
        yield escape(child.tail or "", quote=False)
    yield "" if bare else f"</{tag}>"
