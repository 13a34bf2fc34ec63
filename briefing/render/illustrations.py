"""Pictures of articles in a manuscript, and how a page shows them.

In Markdown a picture is a paragraph of its own, `![what it shows](file)`, and the
paragraph after it its caption. A page shows those alone that the issue's JSON lists,
from bytes that it was given; any other stays the signs that it is.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from briefing.model.problem import Problem
from briefing.render.clean import clean
from briefing.render.escape import Markdown, to_markdown
from briefing.render.inline import cited_number, plain_text, set_inline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from briefing.model.briefing import Briefing
    from briefing.render.inline import Citations
    from briefing.render.record import Record

_PICTURE = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\]\\]|\](?!\())*)\]\((?P<file>[^()\s]+)\)", re.DOTALL
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHA = re.compile(r"[0-9a-f]{64}")


class Shown(NamedTuple):
    """A picture as a page may show it."""

    source: str
    """What stands in `src`: its bytes, or the part of a mail that holds them; nothing
    where they are not at hand, and the picture is left out."""
    record: Record
    """What the issue says of it."""
    labels: frozenset[str] = frozenset()
    """Labels of sides, which open paragraphs in italics as captions do."""


Sources = dict[str, Shown]
"""Pictures by the names that a manuscript gives their files."""


def pictures_of(briefing: Briefing) -> dict[str, bytes]:
    """Give the pictures of a briefing, by the names of their files."""
    return {one.file: one.data for one in briefing.illustrations}


def image_of(illustration: Record) -> Markdown:
    """Give the Markdown of a picture."""
    alt = to_markdown(illustration["alt"])
    return Markdown(f"![{alt}]({quote(illustration['file'])})")


def sources_of(
    record: Record, pictures: Mapping[str, bytes], *, mailed: bool = False
) -> Sources:
    """Give the pictures that an issue lists; those at hand, unchanged, are shown.

    Args:
        record: the issue.
        pictures: the bytes at hand, by file.
        mailed: whether they come along as parts of a mail.
    """
    labels = frozenset(
        item["label"].strip(" .")
        for section in record["sections"]
        for item in section["items"]
        if item["label"]
    )
    return {
        quote(one["file"]): Shown(_source(one, pictures, mailed=mailed), one, labels)
        for one in record.get("illustrations", ())
    }


def _source(one: Record, pictures: Mapping[str, bytes], *, mailed: bool) -> str:
    if not is_at_hand(one, pictures):
        return ""
    return f"cid:{content_id(one)}" if mailed else _data(one, pictures[one["file"]])


def is_at_hand(illustration: Record, pictures: Mapping[str, bytes]) -> bool:
    """Say whether the bytes of a picture are there and those that the issue lists."""
    raw = pictures.get(illustration["file"])
    return raw is not None and hashlib.sha256(raw).hexdigest() == illustration["sha256"]


def content_id(illustration: Record) -> str:
    """Name a picture within a mail."""
    found = _SHA.fullmatch(illustration["sha256"])
    return f"{found[0][:32] if found else 'picture'}@briefing.invalid"


def problems_of(record: Record, pictures: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Tell which pictures of an issue cannot be set again, and what to do."""
    told = []
    for one in record.get("illustrations", ()):
        if not is_at_hand(one, pictures):
            what = (
                "is not the picture that the issue lists"
                if one["file"] in pictures
                else "is not beside the manuscript"
            )
            hint = "the picture is left out; put it back, or build the issue again"
            told.append(Problem(one["file"], f"{what}; {hint}"))
    return tuple(told)


def _data(illustration: Record, raw: bytes) -> str:
    kind = "png" if illustration["kind"] == "png" else "jpeg"
    return f"data:image/{kind};base64,{b64encode(raw).decode('ascii')}"


def picture_in(block: Sequence[Token]) -> tuple[str, str] | None:
    """Give file and alternative text of a paragraph that is a picture, else None."""
    if block[0].type != "paragraph_open":
        return None
    found = _PICTURE.fullmatch(block[1].content.strip())
    return (found["file"], _ESCAPED.sub(r"\1", found["alt"])) if found else None


def is_caption(block: Sequence[Token], shown: Shown) -> bool:
    """Say whether the paragraph after a picture is its caption.

    It opens in italics, which are no label of a side, or ends with its mark.
    """
    if not block or block[0].type != "paragraph_open" or picture_in(block):
        return False
    inline = [t for t in block[1].children or () if t.type != "text" or t.content]
    marks = [cited_number(token) for token in inline if token.type == "link_open"]
    if marks[-1:] == [shown.record["citation"]] and inline[-1].type == "link_close":
        return True
    if not inline or inline[0].type != "em_open":
        return False
    return plain_text(inline[1 : _em_end(inline)]).strip(" .") not in shown.labels


def _em_end(inline: Sequence[Token]) -> int:
    return next(
        (at for at, t in enumerate(inline) if t.type == "em_close"), len(inline)
    )


def set_figure(
    shown: Shown, alt: str, caption: Sequence[Token], citations: Citations
) -> str:
    """Give a picture and its caption as HTML.

    Args:
        shown: the picture.
        alt: what the manuscript says it shows.
        caption: the paragraph that is its caption; nothing where it was taken out.
        citations: marks printed so far.
    """
    if not shown.source:
        return ""
    language = citations.foreign.get(shown.record["citation"])
    foreign = f' lang="{escape(language)}"' if language else ""
    words = escape(clean(alt) or clean(shown.record["alt"]))
    size = f'width="{shown.record["width"]:d}" height="{shown.record["height"]:d}"'
    told = _set_caption(caption, foreign, citations) if caption else ""
    return (
        f'<figure class="illustration"><img src="{escape(shown.source)}" '
        f'alt="{words}"{foreign} {size}>{told}</figure>'
    )


def _set_caption(block: Sequence[Token], foreign: str, citations: Citations) -> str:
    """Set a caption: the words in italics that open it, then whose it is."""
    citations = replace(citations, foreign={})  # what names whose it is, is ours
    inline = [t for t in block[1].children or () if t.type != "text" or t.content]
    opens = inline[0].type == "em_open"
    end = _em_end(inline) if opens else -1
    words = set_inline(inline[1:end], citations) if opens else ""
    rest = set_inline(inline[end + 1 :], citations).strip()
    words = f"<span{foreign}>{words}</span>" if words and foreign else words
    credit = f'<span class="credit">{rest}</span>' if rest else ""
    return f"<figcaption>{' '.join(filter(None, (words, credit)))}</figcaption>"
