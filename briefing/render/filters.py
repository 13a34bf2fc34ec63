"""What templates may call: words, citations, dates, numbers, and look-ups.

Each filter is one function that the tables at the end name. Filters give plain text,
which is escaped when printed, but for those that write citation marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from string import punctuation
from typing import TYPE_CHECKING, Any

from briefing.model.ledger import OTHERS_TOLD
from briefing.render.charts import chart_filters
from briefing.render.clean import clean
from briefing.render.dates import set_day, set_number, set_period
from briefing.render.endnotes import endnotes_of, unsettled_of
from briefing.render.escape import Markdown, escape_markdown, to_markdown
from briefing.render.figures import (
    doubts_of,
    groups_of,
    is_same,
    sayers_of,
    setting_of,
    was_of,
)
from briefing.render.illustrations import image_of
from briefing.render.lookups import (
    Index,
    citations_of,
    contested_of,
    ours_in,
    parts_of,
    pick_sentences,
    run_in_of,
    sentences_of,
    takeaways_of,
    untold_sentences,
)
from briefing.render.pictures import picture_filter
from briefing.render.quotes import Marks, set_inner, set_quotes, set_ranges
from briefing.render.strings import fill
from briefing.render.urls import link_of
from briefing.text.numbers import number_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.render.record import Record
    from briefing.render.style import Style

# A number with what belongs to it: "US$5", "£ 5", "-5".
_DIGITS = re.compile(
    r"(?:(?<!\w)[A-Z]{0,3}[$£¥¢\u20a0-\u20cf]\s?|(?<!\S)[-\u2212+±~≈<>≤≥])?\d"
)
OPENING_WORDS = 5
"""Words of a quote that its note repeats, so that it is found on the page."""


def filters_for(style: Style, index: Index) -> dict[str, Callable[..., Any]]:
    """Give the filters of one issue in one style, by name."""
    marks = quote_marks(style)
    words = partial(set_quotes, marks=marks)
    dates, numbers = style.dates, style.numbers
    days = {
        form: partial(set_day, form=form, forms=dates)
        for form in ("day", "short_day", "short_date", "day_year", "date", "moment")
    }
    return days | {
        # words
        "words": lambda text: words(text or ""),
        "ranges": lambda text: set_ranges(words(text or "")),
        "inner": lambda text: set_inner(words(text or ""), marks),
        "fill": fill,
        "number": partial(set_number, separators=numbers),
        "count": lambda number, noun: _count(
            number, style.labels["counts"][noun], numbers
        ),
        "period": lambda issue: set_period(issue["from"], issue["to"], dates),
        "days": lambda entry: _days(entry, dates, index.span),
        "opening": lambda quote: set_inner(_opening(words(quote or "")), marks),
        "url": link_of,
        "join": _join,
        # sentences and their citations
        "told": lambda part: _tell(sentences_of(part, index), words),
        "disputed": lambda entry: _tell(
            pick_sentences(
                index.items.get(entry["dispute"]), entry["dispute_sentences"]
            ),
            words,
        ),
        "untold": untold_sentences,
        "run_in": partial(run_in_of, index=index, dates=dates),
        "marks": _marks,
        # figures
        "amount": lambda figure: _amount(figure, words),
        "sayers": _sayers,
        "attested": partial(_attested, style=style),
        "others": lambda figure: _others(figure)[:OTHERS_TOLD],
        "untold_others": lambda figure: len(_others(figure)[OTHERS_TOLD:]),
        "cited": _cited,
        "parts": partial(parts_of, index=index),
        "groups": partial(groups_of, index=index, labels=style.labels, dates=dates),
        "setting": lambda figure, group=None: setting_of(
            figure, index=index, labels=style.labels, dates=dates, group=group
        ),
        "was": partial(was_of, labels=style.labels, dates=dates),
        "doubts": doubts_of,
        "unsettled": partial(unsettled_of, index=index),
        # look-ups
        "item": index.items.get,
        "figure": index.figures.get,
        "article": index.articles.get,
        "citation": index.citations.get,
        "takeaways": partial(takeaways_of, index=index),
        "contested": contested_of,
        "paragraph": lambda item: index.paragraphs.get(item["id"]),
        "endnotes": partial(endnotes_of, index=index),
        # pictures
        "illustrations": lambda item: index.illustrations.get(item["id"], []),
        "image": image_of,
        "picture": picture_filter(style),
        **chart_filters(style, index.span[1]),
    }


FILTERS: dict[str, str] = {
    "words": "a text with typographic quotes and dashes",
    "ranges": "the same, with en dashes between numbers",
    "inner": "the same, for a place between quotation marks",
    "fill": "a label with its {names} filled in",
    "number": "a number with separators: 16,000",
    "count": "a number and its noun from `labels.counts`: `{{ n|count('articles') }}`",
    "period": "the days of `issue`: 3–7 February 2025",
    "day": "a day: Friday 7 February",
    "short_day": "a day: Fri 7",
    "short_date": "a day: 7 Feb",
    "day_year": "a day: Friday 7 February 2025",
    "date": "a day: 7 February 2025",
    "moment": "a moment: 7 February 2025, 23:59",
    "days": "the day or days of a timeline's entry: Fri 7, or 7 Feb",
    "opening": "the first words of a quote, cut with …",
    "url": "an address as a link; nothing unless it is http or https",
    "join": "the parts of a list, each escaped, with a text between them",
    "told": "the sentences of an entry, an item or a list, each with its citations",
    "disputed": "the sentences that dispute a takeaway's entry, with their citations",
    "untold": "the sentences of an item that are not printed under Takeaways",
    "run_in": "who speaks in an item, or the day of an older one; '' for neither",
    "marks": "citation marks for a list of numbers: [4] [7]",
    "amount": "what a figure or claim says, in its source's words, the number in bold",
    "sayers": "who gives a figure's first number, or the number of a claim of it",
    "attested": "how many articles and origins a figure has, and any mark of doubt",
    "others": "claims of a figure that give another number than the first, up to three",
    "untold_others": "how many further numbers of a figure the ledger has",
    "cited": "numbers of the citations that give a figure's first number",
    "parts": "the figures among a list of entries that are parts of this one",
    "groups": "the key figures in groups: a list with `title` and `figures` each",
    "setting": "where and over what time a figure counts, but what `group` says",
    "was": "what a figure was in the issue before; nothing where it is unchanged",
    "doubts": "the words that cast doubt on a figure's first number",
    "unsettled": "the figures of a section that are doubted or disputed",
    "item": "the item with this id",
    "figure": "the figure with this id",
    "article": "the article with this id",
    "citation": "the citation with this number",
    "takeaways": "the numbers of the takeaways that a section's items are told in",
    "contested": "the numbers of the takeaways in `sections` that a party disputes",
    "paragraph": "the running number of an item's paragraph, on from the takeaways",
    "illustrations": "the pictures of articles that belong to an item",
    "image": "in Markdown templates: an illustration, as a picture",
    "picture": "in page templates, a file of the style: `'a.png'|picture(alt='Logo')`",
    "sparkline": "in page templates: a figure's history as a small line",
    "line_chart": "in page templates: the same as a line, with title, numbers, days",
    "bar_chart": "in page templates: the same as bars",
    "endnotes": "notes of `sections`, each with the `words` it backs and `citations`",
}
"""All filters of Markdown templates, for docs and for the nearest name in errors."""


def quote_marks(style: Style) -> Marks:
    """Give the quotation marks of a style, which names four."""
    one, two, three, four = style.labels["quotes"]
    return one, two, three, four


def _tell(sentences: Iterable[Record], words: Callable[[str], str]) -> Markdown:
    told = (
        Markdown(escape_markdown(words(sentence["text"]), ours_in(sentence)))
        + _marks(citations_of(sentence), lead=" ")
        for sentence in sentences
    )
    return Markdown(" ").join(told)


def _marks(numbers: int | Sequence[int], lead: str = "") -> Markdown:
    listed = [numbers] if isinstance(numbers, int) else numbers
    found = dict.fromkeys(number for number in listed if number)
    return Markdown(lead if found else "") + Markdown(
        " ".join(f"[{number:d}]" for number in found)
    )


def _join(parts: Iterable[Any], between: str = "") -> Markdown:
    return Markdown(between).join(parts)


def _count(number: int, nouns: Sequence[str], numbers: dict[str, str]) -> str:
    return f"{set_number(number, numbers)} {nouns[0] if number == 1 else nouns[1]}"


def _days(entry: Record, dates: dict[str, Any], span: tuple[str, str]) -> str:
    """Give a timeline's days, with month and year where the issue spans several."""
    begin, end = span
    form = "short_day"
    if begin[:7] != end[:7]:
        form = "short_date" if begin[:4] == end[:4] else "date"
    first, last = entry["day"], entry["last_day"]
    if not last or last == first:
        return set_day(first, form, dates)
    if form == "date":
        return set_period(first, last, dates)
    return f"{set_day(first, form, dates)}–{set_day(last, form, dates)}"


def _opening(quote: str) -> str:
    words = quote.split()
    opening = " ".join(words[:OPENING_WORDS])
    return opening if len(words) <= OPENING_WORDS else f"{opening} …"


def _first_claim(figure: Record) -> Record:
    claim: Record = figure["claims"][0] if "claims" in figure else figure
    return claim


def _amount(figure: Record, words: Callable[[str], str]) -> Markdown:
    text = clean(words(_first_claim(figure)["text"]))
    number = _DIGITS.search(text) or number_pattern().search(text)
    at = number.start() if number else 0
    if not _opens_bold(text, at):
        at = text.rfind(" ", 0, at) + 1
    if not text[at:]:
        return to_markdown(text)
    before, after = to_markdown(text[:at]), to_markdown(text[at:])
    space = Markdown(" " if text[at - 1 : at].isspace() else "")
    return before + space + Markdown("**") + after + Markdown("**")


def _opens_bold(text: str, at: int) -> bool:
    """Say whether Markdown lets bold begin there: not between a letter and a sign.

    Its readers differ in what is a letter; this holds for all.
    """
    letters, spaces = ("L", "M", "N"), ("P", "Z")
    if not at or unicodedata.category(text[at])[0] in letters:
        return True
    before = text[at - 1]
    return before in punctuation or unicodedata.category(before)[0] in spaces


def _sayers(figure: Record, claim: Record | None = None) -> list[str]:
    number = claim or figure["claims"][0]
    return sayers_of([one for one in figure["claims"] if is_same(one, number)])


def _attested(figure: Record, *, style: Style) -> str:
    labels, told = style.labels, []
    if figure["articles"] > 1:
        counts = (
            _count(figure[noun], labels["counts"][noun], style.numbers)
            for noun in ("articles", "origins")
        )
        told.append(", ".join(counts))
    one, two = labels["quotes"][:2]
    told += [f"{one}{doubt}{two}" for doubt in doubts_of(figure)]
    return "; ".join(told)


def _others(figure: Record) -> list[Record]:
    first = figure["claims"][0]
    others: list[Record] = []
    for claim in figure["claims"][1:]:
        if not any(is_same(claim, known) for known in (first, *others)):
            others.append(claim)
    return others


def _cited(figure: Record) -> list[int]:
    first = figure["claims"][0]
    return sorted(c["citation"] for c in figure["claims"] if is_same(c, first))
