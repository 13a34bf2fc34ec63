"""Inline Markdown to HTML: words, emphasis, links, citation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any

from briefing.render.parse import ESCAPED, parse_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

_CITATION = re.compile(r"#c(\d{1,9})")
_OURS = re.compile(r"( ?)(\[[^\[\]]{1,40}\])")
_BRACKETED = 2  # tokens before the bracket that closes words in brackets
_UNBROKEN = 24
_RIGHT_TO_LEFT = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
# A quotation that begins from right to left is set apart whole, signs at its ends too.
_TURNED = re.compile(
    f"(?<=[“„«‹])[\\W\\d]{{0,20}}[{_RIGHT_TO_LEFT}][^“”„«»‹›<>A-Za-z\n]{{0,400}}(?=[”“»›])"
    f"|[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\\s\\d(),.:;'’-]*[{_RIGHT_TO_LEFT}])?"
)
_OUR_WORDS = re.compile(r'((?:<span> </span>)?<span class="ours">[^<]*</span>)')
_PART = re.compile("(?P<tag><[^>]*>)|[\"']")
_ATTRIBUTE = re.compile('="([^"]*)"')
_NOT_BARE = re.compile("[\\s=`']")
NO_BREAK = "\u00a0"


@dataclass(slots=True)
class Citations:
    """How often each citation's mark has been printed; lives for one page."""

    noted: frozenset[int]
    """Numbers that have a note to lead to."""
    printed: Counter[int] = field(default_factory=Counter)
    """Marks written so far, by number."""
    foreign: Mapping[int, str] = field(default_factory=dict)
    """Languages of the citations that are not in the edition's own, by number."""
    house: re.Pattern[str] | None = None
    """Words in brackets that the style prints, ours though they are escaped."""


def cited_number(token: Token) -> int | None:
    """Give the number of the citation that a link's token leads to, if it does."""
    match = _CITATION.fullmatch(str(token.attrGet("href") or ""))
    return int(match[1]) if match else None


def set_inline(tokens: Sequence[Token], citations: Citations) -> str:
    """Give the HTML of inline tokens.

    Marks that follow one another, with nothing but spaces between, become one
    cannot be torn from the word before it. The words before marks that lead to an
    article in another language are told to be in that one, for readers of screens and
    for hyphens.
    """
    tokens = _house_words(tokens, citations.house)
    out: list[str] = []
    at = begins = told = 0
    while at < len(tokens):
        token = tokens[at]
        number = cited_number(token) if token.type == "link_open" else None
        if number is not None:
            language = citations.foreign.get(number)
            if language:
                _set_language(tokens[begins:at], out, told, language)
            at = begins = _set_marks(tokens, at, out, citations)
            told = len(out)
            continue
        out.append(_set_token(tokens, at))
        at += 1
    return "".join(out)


def _house_words(
    tokens: Sequence[Token], house: re.Pattern[str] | None
) -> Sequence[Token]:
    """Join the brackets of the style's own words to those; a source's stand apart."""
    told: list[Token] = []
    for token in tokens:
        told.append(token)
        opened, words = told[-3:-1] if len(told) > _BRACKETED else (token, token)
        if token.markup != ESCAPED or opened.markup != ESCAPED or not house:
            continue
        whole = f"{opened.content}{words.content}{token.content}"
        if words.type == "text" and house.fullmatch(whole):
            before = told[-4] if told[-4:-3] and told[-4].type == "text" else None
            joined = before is not None and before.markup != ESCAPED
            lead = before.content if before and joined else ""
            del told[-4 if joined else -3 :]
            told.append(replace(token, markup="", content=lead + whole))
    return told


def _set_language(
    tokens: Sequence[Token], out: list[str], told: int, language: str
) -> None:
    """Set the words `out[told:]`, made of these tokens, in the language of a source.

    Emphasised words that open them are ours: a title, whose account it is. So is what
    stands in square brackets; the layout engine would also tear it where it stands in
    an element within an element.
    """
    opens = _after_label(tokens)
    rest = tokens[opens:]
    words = "".join(out[told + opens :])
    if sum(token.nesting for token in rest) or not words.strip():
        return
    parts = _OUR_WORDS.split(words) if not any(t.nesting for t in rest) else [words]
    said = "".join(
        _speak(part, language) if at % 2 == 0 else part for at, part in enumerate(parts)
    )
    out[told + opens :] = [said]


def _speak(words: str, language: str) -> str:
    """Set words in a language, spaces round them left outside."""
    bare = words.strip()
    if not any(sign.isalnum() for sign in bare):
        return words
    before, _, after = words.partition(bare)
    return f'{before}<span lang="{escape(language)}">{bare}</span>{after}'


def _after_label(tokens: Sequence[Token]) -> int:
    """Give where the words begin that follow emphasised ones at the start."""
    at = 0
    while at < len(tokens) and _is_space(tokens[at]):
        at += 1
    if at == len(tokens) or tokens[at].type not in ("em_open", "strong_open"):
        return 0
    closing = tokens[at].type.replace("_open", "_close")
    while at < len(tokens) and tokens[at].type != closing:
        at += 1
    return min(at + 1, len(tokens))


def _set_marks(
    tokens: Sequence[Token], at: int, out: list[str], citations: Citations
) -> int:
    """Write a run of marks; give the position after it."""
    marks: list[str] = []
    end = at
    while at < len(tokens) and tokens[at].type == "link_open":
        number = cited_number(tokens[at])
        if number is None:
            break
        marks.append(_set_mark(number, citations))
        at = end = at + 3  # opening, the number, closing
        if at < len(tokens) and _is_space(tokens[at]):
            at += 1
    if out and out[-1].endswith((" ", "\n")):
        out[-1] = out[-1][:-1]
    out.append(f'<span class="cites">{NO_BREAK}{NO_BREAK.join(marks)}</span>')
    return end


def _is_space(token: Token) -> bool:
    return token.type == "softbreak" or (
        token.type == "text" and not token.content.strip()
    )


def _set_mark(number: int, citations: Citations) -> str:
    if number not in citations.noted:
        return f'<span class="cite">{number}</span>'
    citations.printed[number] += 1
    anchor = f"r{number}-{citations.printed[number]}"
    return f'<a class="cite" href="#c{number}" id="{anchor}">{number}</a>'


_SIMPLE = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "softbreak": "\n",
    "hardbreak": "<br>",
}


def _set_token(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at]
    if token.type in _SIMPLE:
        return _SIMPLE[token.type]
    if token.type == "link_open":
        return _open_link(tokens, at)
    if token.type == "code_inline":
        return f"<code>{escape(token.content)}</code>"
    words = escape(token.content, quote=False)
    if at and tokens[at - 1].markup == "autolink":
        return words
    return _TURNED.sub(_set_turned, _OURS.sub(_set_ours, words))


def _open_link(tokens: Sequence[Token], at: int) -> str:
    """Open a link; an address that ends an entry gets a line of its own."""
    address = escape(str(tokens[at].attrGet("href")))
    if tokens[at].markup != "autolink":
        return f'<a href="{address}">'
    rest = sum(not _is_space(token) for token in tokens[at + 3 :])
    return f'{"" if rest or not at else "<br>"}<a class="url" href="{address}">'


def _set_ours(match: re.Match[str]) -> str:
    """Mark words in square brackets, which are the desk's; short ones do not break."""
    space, words = match.groups()
    if len(words) <= _UNBROKEN:
        words = words.replace(" ", NO_BREAK)
        # The layout engine breaks a line too early before words that do not break,
        # unless the space before them is an element of its own.
        space = space and "<span> </span>"
    return f'{space}<span class="ours">{words}</span>'


def _set_turned(match: re.Match[str]) -> str:
    """Set words that run from right to left apart, lest they turn what follows them.

    Without that a day or a number after such a name would change places with it.
    """
    return f"<bdi>{match[0]}</bdi>"


def words_as_html(markdown: str) -> str:
    """Give words that a filter wrote in Markdown as HTML, for page templates.

    No quotation mark is left in it, neither round attributes nor in words: in an
    attribute of the template's it would end that.
    """
    words = set_inline(parse_words(markdown), Citations(frozenset()))
    return _PART.sub(_unquote, words)


def _unquote(part: re.Match[str]) -> str:
    tag = part["tag"]
    if tag is None:
        return escape(part[0]) if part[0] in "\"'" else part[0]
    return _ATTRIBUTE.sub(lambda each: f"={_bare(each[1])}", tag)


def _bare(value: str) -> str:
    """Give an attribute's value as it may stand without quotation marks."""
    return _NOT_BARE.sub(lambda sign: f"&#{ord(sign[0])};", value)


def plain_text(tokens: Iterable[Token] | None) -> str:
    """Give the words of inline tokens, without marks and markup."""
    kinds = ("text", "code_inline")
    return "".join(
        token.content if token.type in kinds else " " * (token.type == "softbreak")
        for token in tokens or ()
    )


def count_marks(tokens: Iterable[Any]) -> Counter[int]:
    """Count the citation marks in block tokens, by number."""
    numbers = (
        cited_number(child)
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    )
    return Counter(number for number in numbers if number is not None)
