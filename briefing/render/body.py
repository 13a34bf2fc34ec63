"""The manuscript as the body of a page: masthead and sections, with their classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token

from briefing.render.blocks import (
    Setting,
    closing_of,
    is_wholly,
    note_number,
    set_blocks,
)
from briefing.render.clean import clean
from briefing.render.house import house_words
from briefing.render.inline import Citations, count_marks, plain_text, set_inline
from briefing.render.parse import ESCAPED, parse_manuscript
from briefing.render.ties import tie_words

if TYPE_CHECKING:
    from briefing.render.illustrations import Sources
    from briefing.render.record import Record
    from briefing.render.style import Style

_TYPED = re.compile(r"[\s\"'`“”„‟‘’‚‛«»‹›–—-]")
_FACTS = re.compile(r"\s·\s")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class SetSection:
    """A section set as HTML."""

    type: str
    """Its type; "own" for an editor's, "gaps" for what is not covered."""
    id: str
    """Its anchor."""
    html: str
    """The section with its heading."""
    title: str = ""
    """The words of its heading."""


@dataclass(frozen=True, slots=True)
class Body:
    """A manuscript set as HTML."""

    title: str
    """Its title, as plain text."""
    masthead: str
    """HTML of everything before the first section."""
    sections: tuple[SetSection, ...]
    """Each section."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the manuscript: its heading's words and its blocks."""

    title: str
    heading: Sequence[Token]
    tokens: Sequence[Token]


def set_body(
    manuscript: str, record: Record, style: Style, pictures: Sources | None = None
) -> Body:
    """Set a manuscript, as written or as an editor left it.

    Sections are told by their headings; one that the record does not know is the
    editor's own.
    """
    tokens = parse_manuscript(manuscript)
    tie_words(tokens, style)
    head, parts = _split(tokens)
    notes = frozenset(_noted(tokens))
    citations = Citations(notes, foreign=_foreign(record), house=house_words(style))
    setting = Setting(style, citations, count_marks(tokens), pictures or {})
    masthead = _set_masthead(head, setting)
    kinds = _name_parts([part.title for part in parts], record, style)
    sections = tuple(
        SetSection(kind, anchor, _set_section(part, kind, anchor, setting), part.title)
        for part, (kind, anchor) in zip(parts, kinds, strict=True)
    )
    title = next((plain_text(t.children) for t in _inlines(head, "h1")), "")
    return Body(title or record["edition"]["title"], masthead, sections)


def _foreign(record: Record) -> dict[int, str]:
    """Give the languages of the citations that are not in the edition's own."""
    own = record["edition"]["language"]
    spoken = {
        article["number"]: article["language"]
        for article in record["articles"]
        if article.get("language") and _primary(article["language"]) != _primary(own)
    }
    return {
        number: spoken[article["number"]]
        for article in record["articles"]
        if article["number"] in spoken
        for number in article["citations"]
    }


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _split(tokens: Sequence[Token]) -> tuple[Sequence[Token], list[_Part]]:
    """Split at the headings of the second level."""
    starts = [
        at
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0
    ]
    parts = [
        _Part(
            plain_text(tokens[at + 1].children),
            tokens[at + 1].children or (),
            tokens[at + 3 : end],
        )
        for at, end in pairwise([*starts, len(tokens)])
    ]
    return tokens[: starts[0]] if starts else tokens, parts


def _inlines(tokens: Sequence[Token], tag: str) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if token.nesting == 1 and token.tag == tag and tokens[at + 1].type == "inline":
            yield tokens[at + 1]


def _noted(tokens: Sequence[Token]) -> Iterator[int]:
    for at, token in enumerate(tokens):
        if token.type == "list_item_open":
            number = note_number(tokens[at : closing_of(tokens, at)])
            if number is not None:
                yield number


def _name_parts(
    titles: Sequence[str], record: Record, style: Style
) -> list[tuple[str, str]]:
    """Give type and anchor of each section by its heading's words.

    A topic may be called as another section is: then the first heading is that of the
    first of them. Words that an editor set otherwise are known by their letters.
    """
    known: dict[str, list[tuple[str, str]]] = {}
    sections = [
        (each["type"], each["id"], each["title"]) for each in record["sections"]
    ]
    for kind, anchor, title in (*sections, ("gaps", "gaps", "")):
        words = title if kind == "topic" else style.labels[kind]
        for key in dict.fromkeys((_fold(words), _letters(words))):
            known.setdefault(key, []).append((kind, anchor))
    known.pop("", None)
    used: set[str] = set()
    named = []
    for title in titles:
        found = known.get(_fold(title)) or known.get(_letters(title)) or [("own", "")]
        free = [each for each in found if each[1] not in used]
        kind, anchor = (free or found)[0]
        named.append((kind, _unique(anchor or slug_of(title), used)))
    return named


def _fold(title: str) -> str:
    """Give a title without case, and without the signs that typography changes."""
    return _TYPED.sub("", clean(title).casefold())


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, clean(title).casefold()))


def slug_of(title: str) -> str:
    """Give an anchor made of a heading's words."""
    return f"s-{_NOT_SLUG.sub('-', title.casefold()).strip('-') or 'section'}"


def _unique(anchor: str, used: set[str]) -> str:
    nth, wanted = 1, anchor
    while anchor in used:
        nth += 1
        anchor = f"{wanted}-{nth}"
    used.add(anchor)
    return anchor


def _set_masthead(tokens: Sequence[Token], setting: Setting) -> str:
    """Set what stands before the first section; paragraphs are told by their shape."""
    out: list[str] = []
    titled = False
    at = 0
    while at < len(tokens):
        end = closing_of(tokens, at) if tokens[at].nesting == 1 else at
        block = tokens[at : end + 1]
        if block[0].type == "paragraph_open":
            out.append(_set_head_line(block[1].children or (), titled, setting))
        else:
            titled = titled or block[0].type == "heading_open"
            out += set_blocks(block, setting)
        at = end + 1
    return "\n".join(out)


def _set_head_line(inline: Sequence[Token], titled: bool, setting: Setting) -> str:
    parts = [set_inline(part, setting.citations) for part in _facts_of(inline)]
    if is_wholly(inline, "em"):
        return f'<p class="hint">{_unwrap(parts[0], "em")}</p>'
    if is_wholly(inline, "strong"):
        return f'<p class="label">{_unwrap(parts[0], "strong")}</p>'
    if titled and len(parts) == 1:
        return f"<p>{parts[0]}</p>"
    facts = "\n".join(f'<span class="fact">{part}</span>' for part in parts)
    return f'<p class="{"facts" if titled else "house"}">{facts}</p>'


def _facts_of(inline: Sequence[Token]) -> list[list[Token]]:
    """Part the tokens of a line at the dots between its facts."""
    facts: list[list[Token]] = [[]]
    text = ""
    for token in inline:
        plain = token.type == "softbreak" or (
            token.type == "text" and token.markup != ESCAPED
        )
        if token.level == 0 and plain:
            text += token.content if token.type == "text" else "\n"
            continue
        _add_words(text, facts)
        text = ""
        facts[-1].append(token)
    _add_words(text, facts)
    return facts


def _add_words(text: str, facts: list[list[Token]]) -> None:
    for at, words in enumerate(_FACTS.split(text)):
        if at:
            facts.append([])
        if words:
            facts[-1].append(Token("text", "", 0, content=words))


def _unwrap(words: str, tag: str) -> str:
    return words.replace(f"<{tag}>", "", 1).replace(f"</{tag}>", "", 1)


def _set_section(part: _Part, kind: str, anchor: str, setting: Setting) -> str:
    heading = set_inline(part.heading, setting.citations)
    if kind == "figures":  # its rows are made of words of ours and of the sources'
        plain = replace(setting.citations, foreign={})
        setting = replace(setting, citations=plain)
    blocks = set_blocks(part.tokens, setting)
    if kind == "topic":
        blocks = list(_set_topic(blocks))
    return "\n".join(
        [
            f'<section class="section {kind}" id="{escape(anchor)}">',
            f"<h2>{heading}</h2>",
            *blocks,
            "</section>",
        ]
    )


def _set_topic(blocks: Iterable[str]) -> Iterator[str]:
    """Let the first paragraph lead, unless a pointer says where the main point is.

    What follows stands in columns, if it is more than one paragraph.
    """
    whole = [block for block in blocks if block]
    opens = 1 if whole and whole[0].startswith(("<p>", '<p class="aside">')) else 0
    for block in whole[:opens]:
        yield block.replace("<p>", '<p class="lead">', 1)
    rest = whole[opens:]
    yield from ['<div class="rest">', *rest, "</div>"] if len(rest) > 1 else rest
