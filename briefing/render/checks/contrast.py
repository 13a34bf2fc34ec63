"""Whether text stands out from its ground: 4.5 to 1 (WCAG 2.2, criterion 1.4.3).

First the colours of `style.yaml` are held against paper; then the colour rules of the
style sheets are laid over a page of the sample issue, so that white letters on a dark
panel are right and the same letters on paper are not. Pictures, gradients and what
`::before` prints are not looked at.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.model.problem import Problem
from briefing.render.checks.css_parts import own_css
from briefing.render.checks.reading import sources_of
from briefing.render.checks.root_tokens import laid_over, root_tokens
from briefing.render.checks.sheets import rules_of
from briefing.render.style import own_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.render.style import Style

LEAST = 4.5
"""Contrast that text needs at least."""
TEXT_COLOURS = ("ink", "muted", "accent")
"""Tokens that text is set in; `rule` draws lines, `tint` is a ground."""

Colour = tuple[float, float, float]

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_VAR = re.compile(r"var\(\s*--([\w-]+)\s*(?:,([^()]*))?\)")
_INLINE = re.compile(r"\sstyle\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_MEDIA = ("print", "screen")
_GROUNDS = ("background", "background-color")
_SEEN_THROUGH = ("none", "transparent", "inherit")
_WHITE: Colour = (1.0, 1.0, 1.0)


class Said(NamedTuple):
    """A colour, and the place of the rule that sets it."""

    colour: Colour | None
    """The colour; None where it cannot be told."""
    where: str
    """"style/page.css:line"; empty for what no rule sets."""


def check_tokens(style: Style) -> Iterator[Problem]:
    """Hold the colours of text that a style itself sets against its paper."""
    file, anew = own_file(style), root_tokens(style)
    style = laid_over(style)
    said = {*file.tokens, *anew}
    paper = style.tokens.get("paper", "#ffffff")
    for name in TEXT_COLOURS:
        if name not in said and "paper" not in said:
            continue
        at = name if name in said else "paper"
        letters, ground = (_read(style.tokens.get(n, n)) for n in (name, paper))
        found = _ratio(letters, ground) if letters and ground else LEAST
        if found < LEAST:
            what = f"colours.{name} on paper: {_told(found, letters, ground)}"
            where = anew[at].where if at in anew else file.where(("colours", at))
            yield Problem(where, what)


def check_contrast(style: Style, page: str) -> Iterator[Problem]:
    """Hold every text of a page against the ground that it stands on."""
    import tinyhtml5  # type: ignore[import-untyped]
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]

    style = laid_over(style)
    root = tinyhtml5.parse(_STYLE.sub("", page))
    ground = Said(_read(_filled("var(--paper)", style.tokens)) or _WHITE, "")
    own = (f"{style.name}/page.css:", f"{style.name}/page.html.j2:")
    found: dict[tuple[str, str], str] = {}
    for media in _MEDIA:
        match = _matcher(style, media)
        elements = ElementWrapper.from_html_root(root)
        for letters, under in _walk(elements, Said((0, 0, 0), ""), ground, match):
            if letters.colour is None or under.colour is None:
                continue
            ratio = _ratio(letters.colour, under.colour)
            places = (letters.where, under.where)
            if ratio < LEAST and any(place.startswith(own) for place in places):
                told = _told(ratio, letters.colour, under.colour)
                found.setdefault(places, told)
    for (letters_at, ground_at), what in found.items():
        where = letters_at if letters_at.startswith(own) else ground_at
        yield Problem(where, what)


def check_mail_contrast(style: Style, mail: str) -> Iterator[Problem]:
    """Hold every text of a mail against its ground; its colours stand in the elements.

    A colour is told at the rule, or the attribute, of the style's own that sets it.
    """
    import tinyhtml5
    from cssselect2 import ElementWrapper

    places = _colour_places(style)
    root = ElementWrapper.from_html_root(tinyhtml5.parse(_STYLE.sub("", mail)))
    match = partial(_match_inline, places=places, tokens=style.tokens)
    ground = Said(_WHITE, "")
    found: dict[str, str] = {}
    for letters, under in _walk(root, Said((0, 0, 0), ""), ground, match):
        where = letters.where or under.where
        if letters.colour and under.colour and where:
            ratio = _ratio(letters.colour, under.colour)
            if ratio < LEAST:
                told = _told(ratio, letters.colour, under.colour)
                found.setdefault(where, told)
    for where, what in found.items():
        yield Problem(where, what)


def _colour_places(style: Style) -> dict[tuple[bool, str], str]:
    """Give the place at which a style's own mail sets each colour."""
    found: dict[tuple[bool, str], str] = {}
    for is_ground, said in _mail_colours(style):
        if said.colour:
            found.setdefault((is_ground, _hex(said.colour)), said.where)
    return found


def _mail_colours(style: Style) -> Iterator[tuple[bool, Said]]:
    """Give the colours of a style's own mail, by its rules and its attributes."""
    for part in own_css(style):
        for rule in rules_of(part.text) if part.is_mail else ():
            yield from _colours(rule.declarations, part.name, style.tokens)
    for source in sources_of(style.folders[0][1], "*email*.html.j2"):
        for inline in _INLINE.finditer(source.text):
            place = source.place(inline.start())
            for is_ground, said in _inline(inline[1], style.tokens):
                yield is_ground, said._replace(where=place)


def _inline(css: str, tokens: dict[str, str]) -> Iterator[tuple[bool, Said]]:
    import tinycss2  # type: ignore[import-untyped]

    said = tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True)
    yield from _colours(said, "", tokens)


def _match_inline(
    element: Any,  # noqa: ANN401 - cssselect2 is untyped
    *,
    places: dict[tuple[bool, str], str],
    tokens: dict[str, str],
) -> tuple[Said | None, Said | None]:
    """Give the colour and the ground that an element's own `style` sets."""
    letters = ground = None
    css = element.etree_element.get("style") or ""
    for is_ground, said in _inline(css, tokens) if css else ():
        at = places.get((is_ground, _hex(said.colour)), "") if said.colour else ""
        if is_ground:
            ground = Said(said.colour, at)
        else:
            letters = Said(said.colour, at)
    return letters, ground


def _walk(element: Any, letters: Said, ground: Said, match: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give colour and ground of each element that holds words itself."""
    colour, under = match(element)
    letters, ground = colour or letters, under or ground
    children = list(element.iter_children())
    words = [element.etree_element.text]
    words += [child.etree_element.tail for child in children]
    if any(each and each.strip() for each in words):
        yield letters, ground
    for child in children:
        yield from _walk(child, letters, ground, match)


def _matcher(style: Style, media: str) -> Any:  # noqa: ANN401
    """Give a function from an element to the colour and the ground that rules set."""
    from cssselect2 import Matcher, SelectorError, compile_selector_list

    matcher = Matcher()
    for name, folder in reversed(style.folders):
        for source in sources_of(folder, "page.css"):
            for rule in rules_of(source.text):
                if rule.selector.startswith("@") or not _holds(rule.media, media):
                    continue
                try:
                    selectors = compile_selector_list(rule.selector)
                except SelectorError:
                    continue
                where = f"{name}/page.css"
                said = tuple(_colours(rule.declarations, where, style.tokens))
                for selector in selectors if said else ():
                    if selector.pseudo_element is None:
                        matcher.add_selector(selector, said)
    return partial(_match, matcher, style=style)


def _holds(condition: str, media: str) -> bool:
    # What holds for some readers alone, such as a dark screen, is not looked at: it
    # sets tokens anew, which nobody could tell from those of the style.
    if "prefers-" in condition or "forced-colors" in condition:
        return False
    return not condition or media in condition


def _match(
    matcher: Any,  # noqa: ANN401
    element: Any,  # noqa: ANN401
    *,
    style: Style,
) -> tuple[Said | None, Said | None]:
    letters = ground = None
    css = element.etree_element.get("style") or ""
    own = tuple(_inline_of(css, style)) if css else ()
    for said in (*(said for *_, said in matcher.match(element)), own):
        for is_ground, each in said:
            if is_ground:
                ground = each
            else:
                letters = each
    return letters, ground


def _inline_of(css: str, style: Style) -> Iterator[tuple[bool, Said]]:
    """Give the colours of a `style` attribute, with its place in the page template."""
    where = ""
    for source in sources_of(style.folders[0][1], "page.html.j2"):
        at = source.text.find(css)
        where = source.place(at) if at >= 0 else where
    for is_ground, said in _inline(css, style.tokens):
        yield is_ground, Said(said.colour, where)


def _colours(
    declarations: Iterable[Any], where: str, tokens: dict[str, str]
) -> Iterator[tuple[bool, Said]]:
    """Give the colours that declarations set: whether of the ground, and which."""
    import tinycss2

    for each in declarations:
        if each.type != "declaration":
            continue
        place = f"{where}:{each.source_line}"
        text = _filled(tinycss2.serialize(each.value), tokens).strip()
        if each.lower_name == "color" and text not in {"inherit", "currentcolor"}:
            yield False, Said(_read(text), place)
        elif each.lower_name in _GROUNDS and text not in _SEEN_THROUGH:
            parts = [_read(part) for part in text.split()]
            yield True, Said(next((part for part in parts if part), None), place)


def _filled(value: str, tokens: dict[str, str]) -> str:
    """Give a value with its variables filled in."""
    return _VAR.sub(lambda var: tokens.get(var[1], var[2] or ""), value)


def _read(value: str) -> Colour | None:
    """Read a colour that covers what is under it; None for anything else."""
    from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

    colour = parse_color(value)
    if colour is None or isinstance(colour, str) or colour.alpha < 1:
        return None
    return colour.red, colour.green, colour.blue


def _ratio(one: Colour, two: Colour) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    """Give the relative luminance of an sRGB colour, as WCAG 2.2 defines it."""
    knee, weights = 0.04045, (0.2126, 0.7152, 0.0722)
    linear = (
        part / 12.92 if part <= knee else ((part + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return sum(weight * part for weight, part in zip(weights, linear, strict=True))


def _told(ratio: float, letters: Colour | None, ground: Colour | None) -> str:
    """Say how weak a contrast is, and which way to mend it."""
    one, two = letters or _WHITE, ground or _WHITE
    way = "darker" if _luminance(one) <= _luminance(two) else "lighter"
    return (
        f"too little contrast, {_hex(one)} on {_hex(two)} is {ratio:.1f} to 1, where "
        f"text needs {LEAST}; make the text {way}"
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)
