"""A briefing made by hand that has everything a briefing can have.

Invented but likely: places, numbers and outlets are of no real report.
"""

# ruff: noqa: E501 - each quotation stands on one line

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefing.model.briefing import (
    Briefing,
    Citation,
    Compared,
    EditionInfo,
    Gap,
    Held,
    Issue,
    Reference,
    Tally,
)
from briefing.model.ledger import Claim, Earlier, LedgerFigure
from briefing.model.problem import Problem
from briefing.model.section import Edit, EditReason, Entry, Item, ItemSentence, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

FEB = {day: date(2025, 2, day) for day in range(1, 15)}

QUOTES: tuple[tuple[str, str], ...] = (
    (
        "north",
        "Ukrainian units pushed up to four kilometers past the river line south of Sudzha on Thursday, the Institute for Border Studies said.",
    ),
    (
        "wire",
        "The General Staff in Kyiv said its troops had moved forward by up to four kilometers near the river.",
    ),
    (
        "north",
        "The Defence Ministry in Moscow insisted that every attack on the river line had been thrown back.",
    ),
    (
        "north",
        "Satellite pictures of Friday show fresh vehicle tracks on both banks and a second pontoon bridge close to the hamlet of Kolmakov.",
    ),
    (
        "wire",
        "Bloggers close to the Russian command admitted “tactical gains” and complained that reserves came late.",
    ),
    (
        "wire",
        "The Telegram channel Two Sailors claimed that the larger village of Ulanok was never in danger.",
    ),
    (
        "north",
        "The ministry also spoke of more than 200 enemy soldiers lost in one day. The report could not be checked.",
    ),
    (
        "north",
        "“People will see one day how much this operation mattered,” the president said in his evening address on Wednesday.",
    ),
    (
        "wire",
        "A missile hit an apartment house in the Myropil community overnight and killed at least two people, the regional administration said on Friday.",
    ),
    (
        "round",
        "A ballistic missile struck the centre of Izium on Tuesday, killing five civilians and wounding 55.",
    ),
    (
        "wire",
        "Air defences shot down 81 of 112 drones launched in the night, the Air Force reported.",
    ),
    (
        "wire",
        "Debris damaged houses, a school and a power line in the Kyiv, Sumy and Khmelnytskyi regions, rescue workers said.",
    ),
    (
        "round",
        "Drones set fire to an oil refinery in Volgograd and a gas plant near Astrakhan on Monday.",
    ),
    (
        "round",
        "A refinery in the Krasnodar region burned after an overnight drone strike on Wednesday.",
    ),
    (
        "mt",
        "In the region, the airfield from where the Shahed drones start was also struck.",
    ),
    (
        "wire",
        "The special envoy is due in Kyiv after 11 February, the head of the presidential office said.",
    ),
    ("north", "“No peace plan can be made without us,” he added."),
    (
        "round",
        "The United Kingdom will chair the next meeting of the Contact Group in mid-February.",
    ),
    (
        "wire",
        "Over six months some 40,000 Russian troops were lost in the border region, the General Staff said on Thursday.",
    ),
    ("wire", "More than 16,000 of them were killed, it said."),
    (
        "north",
        "Kyiv puts Russian losses there at more than 16,000 killed and says 909 soldiers were taken prisoner.",
    ),
    (
        "round",
        "Ukraine says that 16,100 Russian soldiers died in the border region and that it holds 909 prisoners.",
    ),
    (
        "north",
        "Moscow claims that 57,000 Ukrainian soldiers were killed or wounded in the same months.",
    ),
    (
        "old",
        "The incursion began on 6 August, when columns crossed the border at several points.",
    ),
    (
        "old",
        "Within a week the attackers reported control of about 1,000 square kilometers.",
    ),
)
"""Article and words of every quoted sentence, in the order of their numbers."""

ARTICLES: dict[str, dict[str, Any]] = {
    "north": {
        "url": "https://www.northern-courier.example/world/2025/02/07/river-line-what-satellite-pictures-show-and-what-they-do-not.html",
        "headline": 'River line: what the pictures show "and what they do not"',
        "publisher": "Northern Courier",
        "kind": "original",
        "byline": "A. Reporter",
        "published": "2025-02-07",
        "use": "news",
        "credits": ("AFP", "dpa"),
    },
    "wire": {
        "url": "https://wire.example/a/20250207-1834",
        "headline": "Two killed in Myropil as drones cross eight regions",
        "publisher": "Meridian Wire",
        "kind": "agency",
        "byline": None,
        "published": "2025-02-07T18:34:00+02:00",
        "use": "news",
    },
    "round": {
        "url": None,
        "headline": "The week in the war: days 1,076-1,080",
        "publisher": None,
        "kind": "roundup",
        "byline": None,
        "published": "2025-02-07",
        "use": "news",
    },
    "mt": {
        "url": "https://weltnachrichten.example/artikel?id=88231&lang=de",
        "headline": "Nacht der Drohnen im Süden",
        "publisher": "Weltnachrichten",
        "kind": "machine_translation",
        "byline": None,
        "published": "2025-02-06",
        "use": "news",
    },
    "old": {
        "url": "https://archive.example/2024/incursion",
        "headline": "A week across the border",
        "publisher": "Вечірній огляд",
        "kind": "original",
        "byline": "О. Дописувач",
        "published": "2024-08-13",
        "use": "background",
    },
    "unread": {
        "url": "https://daily.example/opinion",
        "headline": "What comes after the river",
        "publisher": "The Daily Observer",
        "kind": "original",
        "byline": None,
        "published": "2025-02-05",
        "use": "none",
    },
}
"""The articles, in the order of the closing list."""


def _citations() -> tuple[Citation, ...]:
    starts: dict[str, int] = {}
    citations = []
    for number, (article, quote) in enumerate(QUOTES, start=1):
        start = starts.get(article, 0)
        starts[article] = start + len(quote) + 1
        digest = sha256(quote.encode()).hexdigest()
        paragraph = 3 + number // 2
        citations.append(
            Citation(
                number, article, start, start + len(quote), quote, digest, paragraph
            )
        )
    return tuple(citations)


CITATIONS = _citations()
OURS = re.compile(r" ?\[[^\]]*\]")


def _references() -> tuple[Reference, ...]:
    return tuple(
        Reference(
            id=name,
            path=f"{name}.txt",
            published_evidence="sidecar",
            sha256=sha256(name.encode()).hexdigest(),
            number=number,
            citations=tuple(
                n for n, (article, _) in enumerate(QUOTES, start=1) if article == name
            ),
            **facts,
        )
        for number, (name, facts) in enumerate(ARTICLES.items(), start=1)
    )


def said(number: int, *, also: tuple[int, ...] = (), **more: Any) -> ItemSentence:
    """Give the printed sentence of a citation; its edits are read off its brackets."""
    text = more.pop("text", QUOTES[number - 1][1])
    edits = tuple(_edits(CITATIONS[number - 1], text))
    return ItemSentence(text, citation=number, also=also, edits=edits, **more)


def _edits(citation: Citation, printed: str) -> Iterator[Edit]:
    at = last = 0
    for ours in OURS.finditer(printed):
        before = printed[last : ours.start()]
        assert citation.quote.startswith(before, at)
        start = at + len(before)
        at = citation.quote.index(OURS.split(printed[ours.end() :])[0], start)
        last = ours.end()
        why: EditReason = "day" if re.search(r"\d", ours[0]) else "name"
        yield Edit(citation.start + start, citation.start + at, ours[0], why)


def item(name: str, *sentences: ItemSentence, **more: Any) -> Item:
    """Give an item of these sentences."""
    numbers = [n for each in sentences for n in (each.citation, *each.also)]
    return Item(
        id=name,
        text=" ".join(each.text for each in sentences),
        role=more.pop("role", "news"),
        citations=tuple(dict.fromkeys(numbers)),
        figures=more.pop("figures", ()),
        scores={"total": 1.0},
        sentences=sentences,
        article=QUOTES[sentences[0].citation - 1][0],
        **more,
    )


LEAD = QUOTES[0][1].replace("on Thursday", "on Thursday [6 February]")
IZIUM = QUOTES[9][1].replace("on Tuesday", "on Tuesday [4 February]")

KURSK = (
    item(
        "kursk-1",
        said(
            1,
            also=(2,),
            text=LEAD,
            event_days=(FEB[6],),
        ),
        in_takeaways=(0,),
        figures=("f4",),
    ),
    item("kursk-2", said(4, event_days=(FEB[7],))),
    item(
        "kursk-3",
        said(3),
        said(
            7,
            text="The [Defence] ministry also spoke of more than 200 enemy soldiers lost in one day. The report could not be checked.",
        ),
        label="Moscow",
    ),
    item("kursk-4", said(5), said(6), label="Russian accounts"),
    item("kursk-5", said(8, event_days=(FEB[5],)), label="Kyiv"),
)
STRIKES = (
    item("strikes-1", said(9, event_days=(FEB[6], FEB[7])), in_takeaways=(0,)),
    item("strikes-2", said(10, text=IZIUM, event_days=(FEB[4],)), in_takeaways=(0,)),
    item("strikes-3", said(11), said(12)),
)
RUSSIA = (
    item(
        "russia-1",
        said(
            13,
            text=QUOTES[12][1].replace("on Monday", "on Monday [3 February]"),
            event_days=(FEB[3],),
        ),
    ),
    item(
        "russia-2",
        said(
            14,
            text=QUOTES[13][1].replace("on Wednesday", "on Wednesday [5 February]"),
            event_days=(FEB[5],),
        ),
    ),
    item(
        "russia-3",
        said(
            15,
            text="In the [Krasnodar] region, the airfield from where the Shahed drones start was also struck.",
        ),
    ),
)
TALKS = (
    item(
        "talks-1",
        said(17, text="“No peace plan can be made without us,” [Yermak] added."),
    ),
)
AHEAD = (
    item("ahead-1", said(16), role="ahead"),
    item("ahead-2", said(18), role="ahead"),
)
OLD = (
    item(
        "old-1",
        said(
            24,
            text=QUOTES[23][1].replace("6 August,", "6 August [2024],"),
            event_days=(date(2024, 8, 6),),
        ),
        said(25),
        role="background",
    ),
)


def claim(value: Any, text: str, citation: int, **more: Any) -> Claim:
    """Give a claim; a pair of values is a range."""
    return Claim(
        value=Decimal(value),
        low=None,
        high=None,
        comparator=more.pop("comparator", "="),
        text=text,
        attribution=more.pop("attribution", None),
        attribution_name=more.pop("name", None),
        party=more.pop("party", None),
        as_of=more.pop("as_of", None),
        citation=citation,
        doubt=more.pop("doubt", None),
    )


def figure(name: str, label: str, *claims: Claim, **more: Any) -> LedgerFigure:
    """Give a figure of the ledger."""
    return LedgerFigure(
        id=name,
        label=label,
        what=None,
        event=more.pop("event", None),
        place=more.pop("place", None),
        side=None,
        period=more.pop("period", None),
        unit=more.pop("unit", "count"),
        status=more.pop("status", "single"),
        part_of=more.pop("part_of", None),
        claims=claims,
        printed=True,
        **more,
    )


STAFF = {
    "name": "General Staff of Ukraine",
    "attribution": "the General Staff",
    "party": "ukraine",
    "as_of": FEB[6],
}
KYIV = {"attribution": "Kyiv", "party": "ukraine"}
MOSCOW = {
    "name": "Russian Defence Ministry",
    "attribution": "Moscow",
    "party": "russia",
}

SINCE_AUGUST: dict[str, Any] = {
    "place": "Kursk",
    "people": "military",
    "scope": "total",
    "period_first": date(2024, 8, 6),
    "period_last": FEB[6],
}

FIGURES = (
    figure(
        "f1",
        "Russian troops lost",
        claim(40000, "some 40,000", 19, comparator="~", **STAFF),
        status="claimed",
        **SINCE_AUGUST,
    ),
    figure(
        "f2",
        "Russian soldiers killed",
        claim(16000, "more than 16,000", 20, comparator=">", **STAFF),
        claim(16000, "more than 16,000", 21, comparator=">", **KYIV),
        claim(16100, "16,100", 22, **KYIV),
        event="killed",
        part_of="f1",
        status="claimed",
        articles=3,
        origins=1,
        **SINCE_AUGUST,
    ),
    figure(
        "f3",
        "Russian soldiers captured",
        claim(909, "909", 21, **STAFF),
        claim(909, "909", 22),
        status="claimed",
        articles=2,
        origins=1,
        pin="Russian troops captured in Kursk",
        was=(Earlier("2025-01-31", 1, "some 870", Decimal(870)),),
        **SINCE_AUGUST,
    ),
    figure(
        "f5",
        "Ukrainian soldiers killed or wounded",
        claim(57000, "57,000", 23, **MOSCOW),
        status="claimed",
        **SINCE_AUGUST,
    ),
    figure(
        "f4",
        "Ukrainian advance south of Sudzha",
        claim(
            4,
            "up to four kilometers",
            1,
            comparator="<=",
            attribution="the Institute for Border Studies",
            as_of=FEB[6],
        ),
        claim(4, "up to four kilometers", 2, comparator="<=", **STAFF),
        unit="km",
        status="agreed",
        articles=2,
        origins=2,
        place="Sudzha",
        period_first=FEB[6],
        period_last=FEB[6],
    ),
    figure(
        "f9",
        "enemy soldiers lost",
        claim(
            200,
            "more than 200",
            7,
            comparator=">",
            doubt="could not be checked",
            **MOSCOW,
        ),
        status="claimed",
        period="in one day",
        people="military",
    ),
    figure(
        "f6",
        "civilians killed",
        claim(5, "five", 10, as_of=FEB[4]),
        place="Izium",
        people="civilian",
        period_first=FEB[4],
        period_last=FEB[4],
    ),
    figure(
        "f7",
        "drones launched in the night to 7 February",
        claim(112, "112", 11, name="Ukrainian Air Force", as_of=FEB[7]),
        period_first=FEB[6],
        period_last=FEB[7],
    ),
    figure(
        "f8",
        "shot down",
        claim(81, "81", 11, name="Ukrainian Air Force", as_of=FEB[7]),
        event="shot down",
        part_of="f7",
    ),
)


def _entries(title: str, *figures: str) -> tuple[Entry, ...]:
    return tuple(Entry(figure=name, title=title) for name in figures)


SECTIONS = (
    Section(
        "takeaways",
        "takeaways",
        "Takeaways",
        None,
        entries=(
            Entry(
                item="kursk-1",
                sentences=(0,),
                topic="kursk",
                title="Kursk",
                dispute="kursk-3",
                dispute_sentences=(0,),
            ),
            Entry(
                item="strikes-1",
                sentences=(0,),
                topic="strikes-on-ukraine",
                title="Strikes on Ukraine",
            ),
            Entry(
                item="strikes-2",
                sentences=(0,),
                topic="strikes-on-ukraine",
                title="Strikes on Ukraine",
            ),
        ),
    ),
    Section(
        "figures",
        "figures",
        "Figures",
        None,
        entries=(
            *_entries("Kursk", "f3", "f1", "f2", "f5", "f4", "f9"),
            *_entries("Strikes on Ukraine", "f6", "f7", "f8"),
        ),
    ),
    Section("kursk", "topic", "Kursk", "kursk", items=KURSK),
    Section(
        "strikes-on-ukraine",
        "topic",
        "Strikes on Ukraine",
        "strikes-on-ukraine",
        items=STRIKES,
    ),
    Section(
        "strikes-in-russia",
        "topic",
        "Strikes in Russia",
        "strikes-in-russia",
        items=RUSSIA,
    ),
    Section("elsewhere", "topic", "Elsewhere on the front", "elsewhere", empty=True),
    Section("diplomacy", "topic", "Diplomacy", "diplomacy", items=TALKS),
    Section("ahead", "ahead", "Ahead", None, items=AHEAD),
    Section(
        "timeline",
        "timeline",
        "Timeline",
        None,
        entries=(
            Entry(item="russia-1", sentences=(0,), day=FEB[3]),
            Entry(item="strikes-2", sentences=(0,), day=FEB[4]),
            Entry(item="russia-2", sentences=(0,), day=FEB[5]),
            Entry(item="kursk-5", sentences=(0,), day=FEB[5]),
            Entry(item="kursk-1", sentences=(0,), day=FEB[6]),
            Entry(item="strikes-1", sentences=(0,), day=FEB[6], last_day=FEB[7]),
        ),
    ),
    Section("background", "background", "Background", None, items=OLD),
    Section("sources", "sources", "Sources", None),
    Section("colophon", "colophon", "Colophon", None),
)


def sample_briefing(**more: Any) -> Briefing:
    """Give the sample, with other fields where named."""
    briefing = Briefing(
        edition=EditionInfo(
            "ukraine-weekly", "Ukraine weekly", "roundup", desk="War desk"
        ),
        issue=Issue(
            id="2025-02-07",
            number=2,
            label="Days 1,076-1,080",
            from_=FEB[3],
            to=FEB[7],
            cut_off=datetime(2025, 2, 7, 23, 59, tzinfo=UTC),
            as_of=datetime(2025, 2, 8, 6, 0, tzinfo=UTC),
            next=FEB[14],
            first_day=1076,
            last_day=1080,
        ),
        sections=SECTIONS,
        figures=FIGURES,
        citations=CITATIONS,
        articles=_references(),
        held=(
            Held(
                "Toretsk: the verb is lost in translation",
                "no second source",
                None,
                "mt",
            ),
        ),
        gaps=(
            Gap("Nothing printable on Pokrovsk, Kupiansk or Chasiv Yar."),
            Gap("No source of the United Nations was read."),
        ),
        problems=(
            Problem("seeds/012.txt", "not UTF-8; read as Windows-1251"),
            Problem(
                "Northern Courier",
                "43% of its words are printed, more than max_share 40%",
            ),
        ),
        tally=Tally(read=6, news=4, background=1, undated=1, outlets=4),
        version="0.1.0",
        compared=Compared(
            "2025-01-31",
            1,
            "ukraine-weekly/2025-01-31/ukraine-weekly-2025-01-31.json",
            "0" * 64,
        ),
    )
    return replace(briefing, **more)
