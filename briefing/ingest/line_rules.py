"""What a single line is, told from its own words; the first rule that knows wins.

Each rule looks at one line and gives its role, or None when it is not sure. Rules
that need the lines around stand in `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from briefing.ingest.furniture import WHOLE_LINES
from briefing.ingest.furniture_cues import (
    BYLINE_WORDS,
    DATE_WORDS,
    FORM_CUES,
    POINTERS,
    PROMO_CUES,
    STAMP_WORDS,
    STRONG_PROMO_CUES,
    WEAK_FORM_CUES,
)
from briefing.ingest.people import (
    MOST_NAME_WORDS,
    TOKEN,
    agency_pattern,
    looks_like_name,
)

if TYPE_CHECKING:
    from briefing.ingest.lines import Line
    from briefing.model.article import Role

Rule = Callable[["Line"], "Role | None"]

NOTICE_LENGTH = 450
"""Longer lines are prose, whatever words they hold."""
SHORT_LENGTH = 160
CREDIT_LENGTH = 300
MOST_DATE_TOKENS = 24
MOST_BYLINE_WORDS = 14
MOST_TITLE_WORDS = 8
MOST_COUNTER_LENGTH = 24
YEAR_LENGTH = 4


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compile the few patterns once, when the first text is read."""
    return {
        "photo": re.compile(
            r"\b(?:photo|image|picture|illustration|screenshot|graphic|foto|bild|crédit"
            r"|фото|ілюстрація|иллюстрация)s?(?: (?:by|credit|courtesy)\b|:| ?/|©)",
            re.IGNORECASE,
        ),
        # The credit stands behind the sentence and ends without a stop.
        "via": re.compile(
            r"(?:[.!?][\"'”’]* |\()(?:[^.!?()]{0,80}\b(?:via|courtesy of) "
            r"|(?:photo|image|picture|foto|фото) ?: ?|[^.!?()]{1,60}/)"
            r"[A-ZА-ЯІЇЄҐ][^.!?()]{1,60}\)?$",
            re.IGNORECASE,
        ),
        "credit": re.compile(
            r"\(?(?:with (?:additional )?(?:reporting|files|contributions?|material) "
            r"(?:by|from)|(?:additional )?reporting by|edited by|editing by"
            r"|translated by|mit material von|avec (?:afp|reuters|ap)\b"
            r"|за (?:матеріалами|інформацією)[: ]|по (?:материалам|сообщениям)[: ]"
            r"|sources?:|quellen?:|джерел[оа]:|источники?:)",
            re.IGNORECASE,
        ),
        "helped": re.compile(
            r"(?:contributed (?:reporting )?to this (?:report|article|story|piece)"
            r"|contributed reporting|trug(?:en)? zu diesem bericht bei"
            r"|(?:was|were) (?:originally|first) published (?:by|in|on|at))",
            re.IGNORECASE,
        ),
        "opening": re.compile(
            r"(?P<place>[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ .'’-]+(?:, [^\W\d_][\w. ]{0,20})?)?"
            r"(?P<day>,? [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?"
            r"|,? \d{1,2} [^\W\d_]{3,9}\.?)?"
            r"(?P<agency> ?\([^()]{2,40}\))? ?[—–-]{1,2}\s+(?=\S)"
        ),
        "dateline": re.compile(
            r"[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ .'’-]+(?:, [^\W\d_][\w. ]{0,20})?"
            r"(?:,? [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [^\W\d_]{3,9}\.?)?"
            r"(?: \([^()]{2,40}\))? ?[—–-]{1,2}"
        ),
    }


def no_words(line: Line) -> Role | None:
    """A rule, a row of stars, an invisible character: no letter and no digit."""
    return None if any(map(str.isalnum, line.text)) else "junk"


def counter(line: Line) -> Role | None:
    """A clock of a player, a page number, a number of shares: `0:00`, `1/12`."""
    if len(line.text) > MOST_COUNTER_LENGTH or any(map(str.isalpha, line.text)):
        return None
    return "junk"


def furniture(line: Line) -> Role | None:
    """A whole line of menu words: `Menu`, `Share this article`, `Facebook Twitter`."""
    if line.key in WHOLE_LINES:
        return "junk"
    if not 1 < line.words <= MOST_DATE_TOKENS or line.ends:
        return None
    return "junk" if WHOLE_LINES.issuperset(line.key.split()) else None


def timestamp(line: Line) -> Role | None:
    """A date, or when it was updated, and nothing else: `Updated: 7 Feb 2025, 9 am`."""
    if line.words > MOST_DATE_TOKENS or len(line.key) > SHORT_LENGTH:
        return None
    tokens = TOKEN.findall(line.key)
    known = sum(token.isdigit() or token in DATE_WORDS for token in tokens)
    if not any(token.isdigit() for token in tokens):
        return None
    opens = tokens[0] in STAMP_WORDS and known * 2 > len(tokens) and not line.ends
    return "junk" if opens or known == len(tokens) else None


def form(line: Line) -> Role | None:
    """A line of a form, a notice of rights, of cookies, of comments."""
    if len(line.key) > NOTICE_LENGTH:
        return None
    if any(cue in line.key for cue in FORM_CUES):
        return "junk"
    return "junk" if sum(cue in line.key for cue in WEAK_FORM_CUES) > 1 else None


def promo(line: Line) -> Role | None:
    """An invitation to read, follow or support something else."""
    if len(line.key) > NOTICE_LENGTH or line.text[0] in '"“«„':
        return None
    if any(cue in line.key for cue in STRONG_PROMO_CUES):
        return "junk"
    cues = sum(cue in line.key for cue in PROMO_CUES)
    is_title = line.words <= MOST_TITLE_WORDS and not line.ends
    return "junk" if cues > 1 or (cues and is_title) else None


def pointer(line: Line) -> Role | None:
    """A line that sends the reader to another story: `Read more: ...`."""
    is_short = len(line.key) <= SHORT_LENGTH
    return "junk" if is_short and line.key.startswith(POINTERS) else None


def credit(line: Line) -> Role | None:
    """Who contributed: `With reporting by ...`, `A wire contributed to this`."""
    if len(line.text) > CREDIT_LENGTH:
        return None
    patterns = _patterns()
    if agency_pattern().fullmatch(line.text):
        return "credit"
    opens = patterns["credit"].match(line.text)
    return "credit" if opens or patterns["helped"].search(line.text) else None


def caption(line: Line) -> Role | None:
    """What a picture shows, known by the credit at its end: `... via AP`."""
    if len(line.text) > CREDIT_LENGTH or line.text[0] in '"“«„':
        return None
    tail = line.text.rstrip(" .)]*_")
    head, _, last = tail.rpartition("(")
    if head and _patterns()["photo"].match(last):
        return "caption"
    if _patterns()["photo"].match(line.text) or _patterns()["via"].search(line.text):
        return "caption"
    for match in agency_pattern().finditer(tail):
        before = tail[: match.start()].rstrip()
        if match.end() == len(tail) and before.endswith(("via", "/", "©", "|")):
            return "caption"
        if before.endswith(("(", "/")) and "/" in tail[match.start() - 1 :]:
            return "caption"
    return None


def byline(line: Line) -> Role | None:
    """Who wrote it: `By Name`, `Name - 19 November 2019`."""
    if line.ends or line.words > MOST_BYLINE_WORDS:
        return None
    lead = next((word for word in BYLINE_WORDS if line.key.startswith(word)), None)
    words = line.text.split()
    if lead and len(words) > 1:
        second = words[lead.count(" ")] if lead.count(" ") < len(words) else ""
        return "byline" if second[:1].isupper() else None
    return "byline" if _name_and_date(words) else None


def _name_and_date(words: list[str]) -> bool:
    """Tell `Name - date`: two to four name words, then only words of a date."""
    for count in range(2, MOST_NAME_WORDS + 1):
        name, rest = words[:count], " ".join(words[count:]).casefold()
        tokens = TOKEN.findall(rest)
        if (
            any(len(token) == YEAR_LENGTH and token.isdigit() for token in tokens)
            and all(token.isdigit() or token in DATE_WORDS for token in tokens)
            and looks_like_name(" ".join(name).rstrip(",|-–—•· "))
        ):
            return True
    return False


def dateline(line: Line) -> Role | None:
    """A place, a day and an agency that open a wire story, on a line of their own."""
    if len(line.text) > SHORT_LENGTH:
        return None
    return "dateline" if _patterns()["dateline"].fullmatch(line.text) else None


def opening_dateline(text: str) -> int:
    """Give the length of the dateline that opens a paragraph, 0 when there is none.

    `SUMY, Ukraine, Feb. 5 (Wire) - ` has an agency, or a place and a day; a
    place and a dash alone are no proof.
    """
    match = _patterns()["opening"].match(text)
    if match and (match["agency"] or (match["place"] and match["day"])):
        return match.end()
    return 0


LINE_RULES: tuple[Rule, ...] = (
    no_words,
    counter,
    furniture,
    timestamp,
    credit,
    form,
    promo,
    pointer,
    dateline,
    caption,
    byline,
)
"""The rules, in order; a line's own words decide before its place does."""


WORD_RULES: tuple[Rule, ...] = (no_words, counter, furniture, credit)
"""The rules that can know a single word."""


def role_of(line: Line) -> tuple[Role, str] | None:
    """Give role and rule of a line that its own words give away."""
    for rule in LINE_RULES if line.words > 1 else WORD_RULES:
        if role := rule(line):
            return role, rule.__name__.replace("_", "-")
    return None
