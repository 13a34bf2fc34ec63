"""Made-up briefings that `check_style` sets: all that a style may meet.

A usual one has each kind of section and each field filled; a bare one says nothing; one
lacks every fact that an article may lack; one has words and headlines as long as they
come. Their words are about the weather, so that nobody takes them for news.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.briefing import (
    Briefing,
    Citation,
    Compared,
    EditionInfo,
    Gap,
    Issue,
    Quiet,
    Reference,
    Tally,
)
from briefing.model.illustration import Illustration
from briefing.model.ledger import Claim, Earlier, LedgerFigure, Status
from briefing.model.problem import Problem
from briefing.model.section import Entry, Item, ItemSentence, Section
from briefing.render.lacking import without_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAY = date(2025, 2, 7)
_MOMENT = datetime(2025, 2, 7, 23, 59, tzinfo=UTC)
_WORDS = (
    "Rain reached the coast on Friday [7 February], the harbour master said.",
    "The harbour master’s deputy denied that any rain had fallen.",
    "Some 40 of 100 boats stayed in port.",
    "A second front is expected after 11 February.",
    "The last storm [of the year] passed in August.",
    "Ferries to the islands sailed at noon, an hour late.",
    "Two cranes on the long quay were made fast.",
)
_STATUSES: tuple[Status, ...] = (
    "single",
    "claimed",
    "agreed",
    "differs",
    "contested",
    "revised",
)

_WAS = (
    Earlier("2025-01-31", None, "some 30", Decimal(30), withdrawn=True),
    Earlier("2025-01-24", None, "52", Decimal(52)),
    Earlier("2025-01-17", None, "dozens", None),
    Earlier("2025-01-10", None, "48", Decimal(48)),
    Earlier("2025-01-03", None, "61", Decimal(61)),
)


def full_briefing(style: str) -> Briefing:
    """Give a briefing in which everything is said."""
    return Briefing(
        edition=EditionInfo("specimen", "Specimen", style, desk="Weather desk"),
        issue=Issue(
            id="2025-02-07",
            number=1,
            label="Days 1-5",
            from_=date(2025, 2, 3),
            to=_DAY,
            cut_off=_MOMENT,
            as_of=_MOMENT,
            next=date(2025, 2, 14),
            first_day=1,
            last_day=5,
        ),
        sections=_sections(),
        figures=_figures(),
        citations=tuple(
            Citation(at, "a1", 100 * at, 100 * at + len(words), words, "", at)
            for at, words in enumerate(_WORDS, 1)
        ),
        articles=(_article("a1", 1), _article("a2", 2)),
        illustrations=(_illustration(),),
        gaps=(Gap("No report from the islands."),),
        problems=(Problem("notes.txt", "empty; left out"),),
        tally=Tally(read=2, news=1, background=1, undated=1, outlets=1),
        version="0",
        compared=Compared(
            "2025-01-31",
            None,
            "specimen/2025-01-31.json",
            "0" * 64,
            new=1,
            developing=1,
            quiet=(Quiet("The ferry waits.", "boats", 1),),
        ),
    )


def bare_briefing(style: str) -> Briefing:
    """Give a briefing in which nothing is said that need not be."""
    return Briefing(
        edition=EditionInfo("specimen", "Specimen", style),
        issue=Issue("2025-02-07", None, None, _DAY, _DAY, _MOMENT, _MOMENT),
        sections=(
            Section("empty", "topic", "Empty", "empty", empty=True),
            Section("sources", "sources", "Sources", None),
            Section("colophon", "colophon", "Colophon", None),
        ),
        figures=(),
        citations=(),
        articles=(),
    )


def _item(number: int, **more: object) -> Item:
    words = _WORDS[number - 1]
    sentence = ItemSentence(words, (_DAY,), _DAY, "the harbour master", number)
    return Item(
        f"i{number}",
        words,
        "news",
        (number,),
        (),
        {},
        (sentence,),
        "a1",
        **more,  # type: ignore[arg-type]
    )


def _sections() -> tuple[Section, ...]:
    rain, denial = _item(1, in_takeaways=(0,)), _item(2, label="Deputy")
    ferries = _item(6, outlets=3, origins=2, change="developing")
    take = Entry("i1", (0,), topic="rain", title="Rain", dispute="i2")
    figures = tuple(Entry(figure=figure.id, title="This week") for figure in _figures())
    return (
        Section("takeaways", "takeaways", "Takeaways", None, entries=(take,)),
        Section("figures", "figures", "Figures", None, entries=figures),
        Section("rain", "topic", "Rain", "rain", items=(rain, denial)),
        Section(
            "boats", "topic", "Boats", "boats", items=(_item(3), ferries, _item(7))
        ),
        Section("ahead", "ahead", "Ahead", None, items=(_item(4),)),
        Section(
            "timeline", "timeline", "Timeline", None, entries=(Entry("i1", day=_DAY),)
        ),
        Section("background", "background", "Background", None, items=(_item(5),)),
        Section("sources", "sources", "Sources", None),
        Section("colophon", "colophon", "Colophon", None),
    )


def _figures() -> tuple[LedgerFigure, ...]:
    """Give a figure of each standing, and at last a part of the first."""
    whole = tuple(_figure(at, status) for at, status in enumerate(_STATUSES, 1))
    part = _figure(len(_STATUSES) + 1, "single")
    return (*whole, replace(part, part_of="f1"))


def _figure(at: int, status: Status) -> LedgerFigure:
    claims = tuple(
        Claim(
            Decimal(number),
            None,
            None,
            "~",
            f"some {number}",
            None,
            None,
            None,
            _DAY,
            3,
            "could not be counted",
        )
        for number in (40, 45)
    )
    figure = LedgerFigure(
        f"f{at}", "boats", "boats", "in port", None, None, None, "count", status,
        None, claims, "boats", 2, 1, printed=True,
    )  # fmt: skip
    if at > 1:
        return figure
    return replace(
        figure,
        place="the harbour",
        people="civilian",
        scope="total",
        period_first=date(2025, 1, 1),
        period_last=_DAY,
        pin="Boats in port",
        was=_WAS,
    )


def _article(name: str, number: int) -> Reference:
    quoted = tuple(range(1, len(_WORDS) + 1)) if number == 1 else ()
    return Reference(
        name, f"{name}.txt", "https://weather.example/a", "Rain", "Weather", "roundup",
        "A. Reporter", "2025-02-07", "sidecar", "", number, "news", ("Agency",), quoted,
    )  # fmt: skip


def _illustration() -> Illustration:
    """Give a picture of boats in port, which lies beside this module."""
    picture = Path(__file__).with_name("specimen.png").read_bytes()
    return Illustration(
        file="specimen-2025-02-07-picture-1.png",
        kind="png",
        width=420,
        height=250,
        sha256=hashlib.sha256(picture).hexdigest(),
        alt="Two sailing boats by a pier in the rain",
        caption="Boats stayed in port on Friday.",
        credit="A. Reporter / Weather",
        article="a1",
        source="boats.png",
        section="boats",
        item="i3",
        citation=3,
        data=picture,
    )


def lacking_briefing(style: str) -> Briefing:
    """Give a briefing whose articles and figures lack all that they may lack."""
    return replace(without_facts(full_briefing(style)), tally=Tally())


_LONG_WORD = "Oberwasserstandsmeldestellenleiterstellvertretung"
_LONG_TITLE = f"Harbour masters of {_LONG_WORD} and of every coast that had rain " * 4


def long_briefing(style: str) -> Briefing:
    """Give a briefing with very long words, headlines and addresses."""
    full = full_briefing(style)
    address = "https://weather.example/" + "a-very-long-address-without-a-break/" * 6
    return replace(
        full,
        edition=replace(full.edition, title=_LONG_TITLE.strip()),
        sections=tuple(
            replace(section, title=_LONG_TITLE.strip())
            if section.type == "topic"
            else section
            for section in full.sections
        ),
        figures=tuple(
            replace(figure, label=f"{_LONG_WORD} {_LONG_WORD}")
            for figure in full.figures
        ),
        articles=tuple(
            replace(article, headline=_LONG_TITLE, publisher=_LONG_WORD, url=address)
            for article in full.articles
        ),
        illustrations=tuple(
            replace(one, caption=_LONG_TITLE.strip(), credit=_LONG_WORD)
            for one in full.illustrations
        ),
    )


SPECIMENS: Mapping[str, Callable[[str], Briefing]] = MappingProxyType(
    {
        "usual": full_briefing,
        "empty": bare_briefing,
        "lacking": lacking_briefing,
        "long": long_briefing,
    }
)
"""All of them, by name; each takes the name of the style that it is set in."""
