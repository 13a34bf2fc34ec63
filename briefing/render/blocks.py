"""Block Markdown to HTML: paragraphs, lists, tables, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from briefing.render.illustrations import (
    Sources,
    is_caption,
    picture_in,
    set_figure,
)
from briefing.render.inline import NO_BREAK, Citations, plain_text, set_inline
from briefing.render.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token


_TOP_ITEM = 1  # level of the items of a list that is not nested


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting a page's blocks needs to know."""

    style: Style
    """The house style: words of columns and of standing."""
    citations: Citations
    """Marks printed so far."""
    marks: Counter[int]
    """How often each citation's mark is printed in the whole manuscript."""
    pictures: Sources = field(default_factory=dict)
    """Pictures that articles bring, by the names of their files."""


def closing_of(tokens: Sequence[Token], at: int) -> int:
    """Give the position of the token that closes the block opened at `at`."""
    opened = tokens[at]
    wanted = opened.type.replace("_open", "_close")
    for end in range(at + 1, len(tokens)):
        if tokens[end].type == wanted and tokens[end].level == opened.level:
            return end
    return at


def set_blocks(tokens: Sequence[Token], setting: Setting) -> list[str]:
    """Give the HTML of each block among the tokens, in order."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = closing_of(tokens, at) if token.nesting == 1 else at
        block = tokens[at : end + 1]
        at = end + 1
        found = picture_in(block) if setting.pictures else None
        if found and (shown := setting.pictures.get(found[0])):
            after = tokens[at : closing_of(tokens, at) + 1] if at < len(tokens) else ()
            caption = after if is_caption(after, shown) else ()
            out.append(set_figure(shown, found[1], caption, setting.citations))
            at += len(caption)
        else:
            out.append(_set_block(block, setting))
    return out


def _set_block(tokens: Sequence[Token], setting: Setting) -> str:
    setter = _SETTERS.get(tokens[0].type)
    if setter:
        return setter(tokens, setting)
    if tokens[0].type == "inline":
        return set_inline(tokens[0].children or (), setting.citations)
    return f"<p>{escape(tokens[0].content)}</p>" if tokens[0].content else ""


def _set_paragraph(tokens: Sequence[Token], setting: Setting) -> str:
    inline = tokens[1].children or []
    words = set_inline(inline, setting.citations)
    if not tokens[0].hidden and is_wholly(inline, "em"):
        return f'<p class="aside">{words}</p>'
    words = _mark_closing(_mark_opening(words, inline))
    return words if tokens[0].hidden else f"<p>{words}</p>"


def is_wholly(inline: Sequence[Token], kind: str) -> bool:
    """Say whether the whole of a paragraph is one `em` or `strong`."""
    found = [token for token in inline if token.type != "text" or token.content]
    return (
        bool(found)
        and found[0].type == f"{kind}_open"
        and found[-1].type == f"{kind}_close"
        and sum(token.type == f"{kind}_open" for token in found) == 1
    )


def _mark_opening(words: str, inline: Sequence[Token]) -> str:
    """Name the emphasised words that open a paragraph: a run-in label, a term."""
    first = next(
        (token for token in inline if token.type != "text" or token.content), None
    )
    if first and first.type == "em_open":
        return words.replace("<em>", '<em class="run-in">', 1)
    if first and first.type == "strong_open":
        return words.replace("<strong>", '<strong class="term">', 1)
    return words


def _mark_closing(words: str) -> str:
    """Name the words in brackets that close a paragraph: how many articles tell it."""
    before, opened, last = words.rpartition(" <em>(")
    if not opened or not before or not last.endswith(")</em>"):
        return words
    # The space is an element of its own, since the words do not break: see `inline`.
    return f'{before}<span> </span><em class="attested">({last}'


def _set_list(tokens: Sequence[Token], setting: Setting) -> str:
    tag = "ol" if tokens[0].type == "ordered_list_open" else "ul"
    items: list[str] = []
    kinds: set[str] = set()
    expected = 1
    at = 1
    while at < len(tokens) - 1:
        end = closing_of(tokens, at)
        number = note_number(tokens[at : end + 1])
        if number is not None and tag == "ul":
            kinds.add("note")
            items.append(_set_note(number, tokens[at + 1 : end], setting))
        else:
            told = tokens[at].info
            value = _set_value(told, expected) if told else ""
            expected = int(told or 0) + 1
            items.append(
                f"<li{value}>{''.join(set_blocks(tokens[at + 1 : end], setting))}</li>"
            )
        at = end + 1
    kind = ' class="notes"' if kinds else ""
    return f"<{tag}{kind}>\n{chr(10).join(items)}\n</{tag}>"


def _set_value(told: str, expected: int) -> str:
    """Give the attributes of an item whose number does not follow from the one before.

    Browsers read `value`; the layout engine does not, and counts on by a step.
    """
    number = int(told)
    step = number - expected + 1
    if step == 1:
        return ""
    return f' value="{number}" style="counter-increment: list-item {step}"'


def note_number(tokens: Sequence[Token]) -> int | None:
    """Give the number of the citation that a list item is the note of, if it is.

    A note is nested under its article and begins with a bold number:
    `   - **4** ¶ 19 ...`.
    """
    inline = next((token for token in tokens if token.type == "inline"), None)
    if inline is None or tokens[0].info or tokens[0].level == _TOP_ITEM:
        return None
    found = [
        token
        for token in inline.children or ()
        if token.type != "text" or token.content
    ]
    if (
        len(found) > 1
        and found[0].type == "strong_open"
        and found[1].content.isdecimal()
    ):
        return int(found[1].content)
    return None


def _set_note(number: int, tokens: Sequence[Token], setting: Setting) -> str:
    words = "".join(set_blocks(tokens, setting))
    words = words.replace('<strong class="term">', '<strong class="note-number">', 1)
    words = words.replace(" …", f"{NO_BREAK}…")  # lest it stand on a line of its own
    label = escape(setting.style.labels["back"])
    links = " ".join(
        f'<a class="back" href="#r{number}-{nth}" title="{label}">↑</a>'
        for nth in range(1, setting.marks[number] + 1)
    )
    links = f"{NO_BREAK}{links}" if links else ""
    return f'<li class="note" id="c{number}">{words}{links}</li>'


def _set_quote(tokens: Sequence[Token], setting: Setting) -> str:
    return f"<blockquote>{''.join(set_blocks(tokens[1:-1], setting))}</blockquote>"


def _set_heading(tokens: Sequence[Token], setting: Setting) -> str:
    words = set_inline(tokens[1].children or (), setting.citations)
    return f"<{tokens[0].tag}>{words}</{tokens[0].tag}>"


def _set_table(tokens: Sequence[Token], setting: Setting) -> str:
    head, *rows = _rows(tokens)
    kinds = [_column_kinds(setting).get(plain_text(cell)) for cell in head]
    header = kinds.index("what") if "what" in kinds else 0
    out = ["<table>", "<thead>", "<tr>"]
    for cell, kind in zip(head, kinds, strict=True):
        out.append(
            f'<th scope="col"{_class(kind)}>{set_inline(cell, setting.citations)}</th>'
        )
    out += ["</tr>", "</thead>", "<tbody>"]
    for row in rows:
        if is_group := len(row) > 1 and not any(plain_text(cell) for cell in row[1:]):
            out += ["</tbody>", "<tbody>"] if out[-1] != "<tbody>" else []
        out.append(
            _set_group(row, setting)
            if is_group
            else _set_row(row, kinds, header, setting)
        )
    return "\n".join([*out, "</tbody>", "</table>"])


def _class(kind: str | None) -> str:
    return f' class="{kind}"' if kind else ""


def _rows(tokens: Sequence[Token]) -> list[list[list[Token]]]:
    rows: list[list[list[Token]]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(list(token.children or ()))
    return rows


def _set_group(row: Sequence[Sequence[Token]], setting: Setting) -> str:
    words = set_inline(row[0], setting.citations)
    return (
        f'<tr class="group"><th scope="rowgroup" colspan="{len(row)}">{words}</th></tr>'
    )


def _set_row(
    row: Sequence[Sequence[Token]],
    kinds: Sequence[str | None],
    header: int,
    setting: Setting,
) -> str:
    cells = []
    for at, (cell, kind) in enumerate(zip(row, kinds, strict=True)):
        words = set_inline(cell, setting.citations)
        if kind == "standing":
            words = _mark_status(words, setting)
        elif kind == "what":
            before, _, last = words.rpartition("<em>")
            words = f'{before}<em class="where">{last}' if before else words
        name, scope = ("th", ' scope="row"') if at == header else ("td", "")
        cells.append(f"<{name}{scope}{_class(kind)}>{words}</{name}>")
    return f"<tr>{''.join(cells)}</tr>"


def _mark_status(words: str, setting: Setting) -> str:
    """Name the status that opens a cell of the standing column."""
    opening = words.partition("<em>")[2].partition("</em>")[0]
    status = _statuses(setting).get(opening)
    kind = f"status status-{status}" if status else "status"
    words = words.replace("<em>", f'<em class="{kind}">', 1)
    return words.replace("</em> ", "</em><br>", 1)


def _statuses(setting: Setting) -> dict[str, str]:
    labels: dict[str, str] = setting.style.labels["status"]
    return {escape(words, quote=False): status for status, words in labels.items()}


def _column_kinds(setting: Setting) -> dict[str, str]:
    labels: dict[str, str] = setting.style.labels["columns"]
    return {words: kind for kind, words in labels.items()}


def _set_rule(tokens: Sequence[Token], setting: Setting) -> str:
    return "<hr>"


_SETTERS: dict[str, Callable[[Sequence[Token], Setting], str]] = {
    "paragraph_open": _set_paragraph,
    "bullet_list_open": _set_list,
    "ordered_list_open": _set_list,
    "blockquote_open": _set_quote,
    "heading_open": _set_heading,
    "table_open": _set_table,
    "hr": _set_rule,
}
