"""Figures that a config pins."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.config.schema import PinConfig
from briefing.model.article import Article, Published
from briefing.model.ledger import Claim
from briefing.model.names import Name, NameList
from briefing.model.selection import Quantity, Selection, Source, Statement
from briefing.model.span import Span
from briefing.select.pins import pin_figures

NAMES = NameList((Name("Kursk", "place", ("Kursk region", "Kurshchyna")),))


def quantity(what, event, **more):
    claim = Claim(None, None, None, "=", "909", None, None, None, None, 0)
    source = Source(more.pop("article", "a"), Span(0, 1))
    told = {
        "label": f"{what} {event}",
        "what": what,
        "event": event,
        "place": None,
        "side": None,
        "period": None,
        "unit": "count",
        "status": "single",
        "statements": (Statement(claim, source),),
        "topic": "kursk",
        "rank": 1.0,
    }
    return Quantity(**(told | more))


def article(id, kind="original"):
    published = Published(date(2025, 2, 5), "sidecar", "published: 2025-02-05")
    return Article(
        id=id, path=f"{id}.txt", text="", sha256="", blocks=(), reader="plain",
        published=published, kind=kind,
    )  # fmt: skip


def pinned(ledger, *pins):
    articles = (article("a"), article("mt", "machine_translation"))
    selection = Selection(articles, {}, (), ledger=tuple(ledger))
    made, missing, _ = pin_figures(
        selection, [PinConfig(**pin) for pin in pins], names=NAMES
    )
    return [(q.pin, q.printed) for q in made.ledger], missing


CAPTURED = {"label": "Captured in Kursk", "all": ["captured", "Kursk"]}


@pytest.mark.parametrize(
    ("one", "fits"),
    [
        (quantity("Russian soldiers", "captured", place="Kursk"), True),
        (quantity("Russian soldiers", "captured", place="Kurshchyna"), True),
        (quantity("Russian soldiers", "captured", place="Sumy"), False),
        (quantity("Russian soldiers", "killed", place="Kursk"), False),
        (quantity("soldiers captured in Kursk", None), True),
    ],
)
def test_a_pin_is_found_by_words_in_any_spelling(one, fits):
    told, missing = pinned([one], CAPTURED)
    assert told == [("Captured in Kursk", True) if fits else (None, False)]
    assert missing == (() if fits else ("Captured in Kursk",))


def test_any_none_and_side_narrow_a_pin():
    pin = {"label": "x", "any": ["soldiers", "troops"], "none": "wounded"}
    one = quantity("soldiers", "wounded")
    two = quantity("troops", "lost", side="russia")
    assert pinned([one, two], pin)[0] == [(None, False), ("x", True)]
    assert pinned([two], pin | {"side": "ukraine"})[1] == ("x",)
    assert pinned([two], pin | {"side": "russia"})[1] == ()


def test_all_that_fits_is_shown():
    two = [quantity("soldiers", "captured", place="Kursk", rank=n) for n in (1.0, 2.0)]
    assert pinned(two, CAPTURED)[0] == [("Captured in Kursk", True)] * 2


def test_what_fits_two_pins_stands_under_the_first_and_counts_for_both():
    one = quantity("soldiers", "captured", place="Kursk")
    told, missing = pinned([one], CAPTURED, {"label": "Taken", "any": "captured"})
    assert told == [("Captured in Kursk", True)]
    assert missing == ()


def test_what_a_machine_translation_alone_says_is_not_shown():
    one = quantity("soldiers", "captured", place="Kursk", article="mt")
    assert pinned([one], CAPTURED) == ([(None, False)], ("Captured in Kursk",))


def test_without_pins_nothing_is_touched():
    one = quantity("soldiers", "captured")
    assert pinned([one]) == ([(None, False)], ())


def test_a_pin_that_fits_many_figures_is_told_to_be_broad():
    def told(count):
        many = [quantity("soldiers", "captured", place="Kursk") for _ in range(count)]
        selection = Selection((article("a"),), {}, (), ledger=tuple(many))
        pins = [PinConfig(label="All", any=["Kursk"])]
        return [str(one.what) for one in pin_figures(selection, pins, names=NAMES)[2]]

    assert told(4) == []
    assert told(5) == ["fits 5 figures; narrow it with all, none or side"]
