"""The CSS classes that a built page uses: the contract of `page.css`.

They are stable: a style that is only a `page.css` relies on nothing else. Docs are
generated from this table, and a test holds that no page has another class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.section import SectionType

CLASSES: dict[str, str] = {
    # the page
    "issue": "body: the whole issue; beside it stands the style, as style-note",
    "masthead": "header: everything before the first section",
    "logo": "in the masthead: the picture that `logo` in style.yaml names",
    "house": "in the masthead, before the title: desk and number",
    "label": "in the masthead: the line under the title, wholly bold in Markdown",
    "facts": "in the masthead: period, read to, from, next; parts divided by ·",
    "fact": "one part of `house` or `facts`",
    "contents": "list of the sections with their pages, where an issue is long",
    "hint": "in the masthead: how to read the signs, wholly italic in Markdown",
    # sections
    "section": "one section; its type is a class beside it, its id the anchor",
    "takeaways": "section: key takeaways, a numbered list",
    "figures": "section: the table of figures",
    "topic": "section: one topic",
    "ahead": "section: what is announced",
    "timeline": "section: day by day",
    "background": "section: older facts",
    "gaps": "section: what the sources do not give",
    "sources": "section: the articles and a note for every citation",
    "colophon": "section: how the issue was made",
    "columns": "in a style that sets them so: the sections that stand in columns",
    "own": "section that an editor added to the manuscript",
    "lead": "first paragraph of a topic: its main point",
    "rest": "everything after the lead of a topic",
    "aside": "a paragraph wholly italic: a pointer or a remark of the desk",
    "run-in": "italic words that open a paragraph: whose account it is",
    "term": "bold words that open a paragraph or entry: topic, day, publisher",
    "attested": "words in brackets that close a paragraph: how many articles tell it",
    "ours": "words in square brackets: ours, not the source's",
    # citations
    "cites": "the citation marks after one sentence",
    "cite": "one citation mark",
    "notes": "in sources: the notes of one article",
    "note": "one note: where a citation's marks lead",
    "note-number": "the number of a note",
    "back": "link from a note to a place where its mark is printed",
    "url": "a printed address",
    # figures
    "group": "table row that names the figures under it",
    "amount": "cell: the figure as reported; its number is bold",
    "what": "cell: what is counted",
    "where": "in `what`: where and over what time",
    "who": "cell: who says so, and as of when",
    "standing": "cell: how well it is attested",
    "source": "cell: citation marks",
    "picture": "figure: a picture of the style's own, with its caption",
    "illustration": "figure: a picture that an article brings, with its caption",
    "credit": "in a picture's caption: whose it is",
    "spark": "svg beside a number: what earlier issues gave, as a line",
    "chart": "svg of `line_chart` or `bar_chart`, where a page template draws one",
    "status": "the word for how well a figure is attested",
    "status-single": "one article, nobody disputes",
    "status-claimed": "one party's word, however many print it",
    "status-agreed": "two independent origins",
    "status-differs": "sources give different numbers",
    "status-contested": "a party disputes it",
    "status-revised": "a later article changed it",
}
"""What each class marks."""

SECTION_TYPES: tuple[SectionType, ...] = (
    "takeaways",
    "figures",
    "topic",
    "ahead",
    "timeline",
    "background",
    "sources",
    "colophon",
)
"""Types of sections, each of which is a class."""
