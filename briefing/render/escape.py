r"""The one filter between words from outside and the Markdown manuscript.

Every value that a template prints passes through here, asked or not (see
`environment`). It keeps the raw manuscript readable: a sign is escaped only where
some Markdown reader would take it for markup.

- `\`, `` ` ``, `*`, `~`, `|`, `{`, `}` always; `_` but between two letters or
  digits of a word.
- `[` and `]`, so that a source's own brackets never pass for ours. Those of ours that
  hold plain words and are followed by a space or a stop stay as they are, `on Tuesday
  [4 February].`, since the only link labels of a manuscript are numbers. `[1]`, `[x]`,
  `[^1]`, `[a](b)`, `[a]: b` and one that ends the value (a template may go on with a
  colon) are escaped in any case.
- `<` before what opens a tag, `&` before what reads as an entity, `^` before `[`.
- `$` but before a space or a digit: some readers set what stands between two of them
  as a formula.
- The colon of `https://`, the point of `www.`, the `@` of an address: some readers
  make links of them by themselves.
- What opens a block when it stands first: `#`, `>`, `-`, `+`, `=`, `:`, `1.`, `1)`;
  and `#` at the end, which a heading would swallow.

`@name` and `#12` are left alone: a manuscript pasted into a forge may notify.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefing.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Collection

_SPECIAL = re.compile(
    r"\[(?=(?P<inside>[^\[\]\\`*_~|{}<&]*)\](?P<after>[ .,;!?'\"”’…–—-]?))"
    r"|[\\`*~|{}\[\]]|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?])|&(?=[#\w])|\^(?=\[)"
    r"|(?<=\S )#(?=#*$)"
    r"|\$(?=[^\s\d])|(?<=\S)\$(?=\$)"
    r"|(?<=[A-Za-z]):(?=//)|(?<=[Ww][Ww][Ww])\.|(?<=\S)@(?=\w)"
)
_LABEL = re.compile(r"\s*(?:\d+|\^.*|[xX]|)\s*", re.DOTALL)
_OPENER = re.compile(
    r"(?:#{1,6}(?= |$)|>|[-+](?=[ -]|$)|=|:|(?P<n>\d{1,9})[.)](?= |$))"
)


class Markdown(Markup):
    """Text that is Markdown already and is printed as it stands.

    Joined to other text, it escapes that text for Markdown, not for HTML.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Markdown:
        """Escape anything that is not Markdown yet."""
        return to_markdown(s)


def to_markdown(value: object) -> Markdown:
    """Give a value as a template prints it: escaped, unless it is Markdown.

    None prints as nothing.
    """
    if hasattr(value, "__html__"):
        return Markdown(value)
    return Markdown("" if value is None else escape_markdown(str(value)))


def escape_markdown(text: str, ours: Collection[int] = ()) -> str:
    """Give `text`, cleaned, so that Markdown prints it and does nothing else.

    Args:
        text: the words.
        ours: which of its opening square brackets are ours, counted from 0; they
            stay as they are, where no reader would take them for markup.
    """
    text = clean(text)
    kept_to = 0  # where the bracket that is being left alone ends
    nth = -1

    def escape_one(match: re.Match[str]) -> str:
        nonlocal kept_to, nth
        nth += match[0] == "["
        if match[0] == "]" and match.end() == kept_to:
            return "]"
        inside = match["inside"]
        if (
            nth in ours
            and inside is not None
            and match["after"]
            and not _LABEL.fullmatch(inside)
        ):
            kept_to = match.end() + len(inside) + 1
            return match[0]
        return "\\" + match[0]

    return _escape_opener(_SPECIAL.sub(escape_one, text))


def _escape_opener(text: str) -> str:
    opener = _OPENER.match(text)
    if not opener:
        return text
    at = opener.end("n") if opener["n"] else 0
    return f"{text[:at]}\\{text[at:]}"
