"""Signs and words of other languages that people write into templates."""

from __future__ import annotations

import re

_SIGNS = {
    "&": "write `and`",
    "!": "write `not`, or != between two values",
    "?": 'write {{ "this" if it else "that" }}',
    "“": 'write straight quotes, "so"',
    "”": 'write straight quotes, "so"',
    "„": 'write straight quotes, "so"',
    "‘": "write straight quotes, 'so'",
    "’": "write straight quotes, 'so'",
    "$": "write the name without $",
    "@": "write the name without @",
    "\\": "write \\ inside of quotes alone",
    "`": "write straight quotes, 'so'",
    "#": "comments are written {* so *}",
    "\u00a0": "a no-break space stands here; write a plain one",
}
_TAGS = {
    "elseif": "elif",
    "elsif": "elif",
    "elif": "elif",
    "end": "endif",
    "foreach": "for",
    "unless": "if not",
    "assign": "set",
    "let": "set",
    "var": "set",
    "comment": "{* so *}, for a comment",
    "render": "include",
    "load": "import",
    "switch": "if",
    "case": "elif",
}
_NAMES = {
    "null": "none",
    "nil": "none",
    "undefined": "none",
    "len": "articles|length, with a filter",
    "str": "a filter, such as |words",
    "int": "a filter: |int",
    "date": "issue.as_of, or the filter |date",
    "now": "issue.as_of: an issue has no other clock",
    "today": "issue.as_of: an issue has no other clock",
    "datetime": "issue.as_of: an issue has no other clock",
    "forloop": "loop",
    "section": "{% for section in sections %}: parts read it by this name",
    "title": "edition.title",
    "include": "{% include %}",
    "strftime": "a filter, such as |date",
    "logo": "the logo in page.html.j2, as {{ logo.src }}: a manuscript holds words",
    "isoformat": "a filter, such as |date",
}
_CHARACTER = re.compile(r"unexpected char '(.+)' at \d+")


def sign_hint(said: str) -> str | None:
    """Say what to write in place of a sign that Jinja cannot read; None if any other.

    Args:
        said: Jinja's words.
    """
    found = _CHARACTER.match(said)
    if not found:
        return None
    sign = found[1].encode().decode("unicode_escape") if "\\" in found[1] else found[1]
    what = _SIGNS.get(sign, "take it away, or put it in quotes")
    return f"the sign {sign} makes no sense inside of a tag; {what}"


def tag_hint(name: str) -> str:
    """Give "; write elif" for a tag of another language; '' for any other."""
    return f"; write {_TAGS[name]}" if name in _TAGS else ""


def name_hint(name: str) -> str:
    """Give "; write none" for a name of another language; '' for any other."""
    return f"; write {_NAMES[name]}" if name in _NAMES else ""


def token_hint(line: str) -> str | None:
    """Say what is wrong with a tag by the line it stands in; None if not known."""
    if re.search(r"\{%-?\s*else\s+if\b", line):
        return "write {% elif … %}, one word, for 'else if'"
    if re.search(r"\{%-?\s*(?:el)?if\b[^%]*[^=!<>]=[^=]", line):
        return "a single = sets a name; write == to compare"
    if "{{{" in line or "}}}" in line:
        return "write two braces, {{ so }}"
    if re.search(r"\{%-?\s*endblock\s+\w+", line):
        return "the name after endblock must be that of its block; or write none"
    return None
