"""Chooses the pictures that an issue prints: whose, how many, and where they stand.

A picture comes from an article that a topic quotes as news, and stands in the one that
quotes most of it; at most one stands in a topic. Where the edition's budget has no room
for all, those of the items that rank highest are taken. No picture is printed twice,
whatever it is called.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.illustration import Illustration
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing.model.article import Article
    from briefing.model.briefing import Briefing
    from briefing.model.illustration import Picture, StatedPicture
    from briefing.model.section import Item, Section

_ENDINGS = {"png": "png", "jpeg": "jpg"}


class _Offer(NamedTuple):
    """A place where a picture of an article may stand."""

    place: int
    """Which section of the issue it is."""
    section: Section
    """The section."""
    item: Item
    """The item that quotes the article."""


class _Shown(NamedTuple):
    """A picture that will be printed."""

    offer: _Offer
    stated: StatedPicture
    picture: Picture
    digest: str


def illustrate(
    briefing: Briefing,
    articles: Iterable[Article],
    *,
    most: int,
    read: Callable[[StatedPicture], Picture],
) -> Briefing:
    """Give the briefing with its pictures, and with what is wrong with others.

    Args:
        briefing: The issue.
        articles: The articles that it was made of.
        most: How many pictures it may have.
        read: Reads a picture; raises ValueError where it cannot be printed. It is
            asked for those alone that would be.
    """
    pictures = {article.id: article.pictures for article in articles}
    chosen: dict[int, _Shown] = {}
    problems: set[Problem] = set()
    tried: dict[StatedPicture, tuple[Picture, str] | None] = {}
    for offer in _offers(briefing):
        if len(chosen) >= most:
            break
        if offer.place in chosen:
            continue
        for stated in pictures.get(offer.item.article, ()):
            if stated not in tried:
                tried[stated] = _try(stated, read, problems)
            found = tried[stated]
            if found and all(found[1] != shown.digest for shown in chosen.values()):
                chosen[offer.place] = _Shown(offer, stated, *found)
                break
    stem = f"{briefing.edition.id}-{briefing.issue.id}-picture"
    return replace(
        briefing,
        illustrations=tuple(
            _illustration(chosen[place], f"{stem}-{number}")
            for number, place in enumerate(sorted(chosen), start=1)
        ),
        problems=tuple(sorted({*briefing.problems, *problems})),
    )


def _offers(briefing: Briefing) -> list[_Offer]:
    """Give where pictures may stand, the items that rank highest first.

    Those of one article stand in the topic that quotes most of it: it may be quoted in
    others too, of which its pictures show nothing.
    """
    offers = [
        _Offer(place, section, item)
        for place, section in enumerate(briefing.sections)
        if section.type == "topic" and _host(section, "") is not None
        for item in section.items
        if item.role == "news"
    ]
    offers.sort(key=lambda one: -one.item.scores.get("total", 0.0))
    quoted: dict[str, Counter[int]] = {}
    for offer in offers:
        places = quoted.setdefault(offer.item.article, Counter())
        places[offer.place] += len(offer.item.sentences)
    home = {article: places.most_common(1)[0][0] for article, places in quoted.items()}
    return [one for one in offers if home[one.item.article] == one.place]


def _try(
    stated: StatedPicture,
    read: Callable[[StatedPicture], Picture],
    problems: set[Problem],
) -> tuple[Picture, str] | None:
    """Read a picture and give its hash with it, or note what is wrong."""
    try:
        picture = read(stated)
    except ValueError as error:
        problems.add(Problem(stated.file, f"{error}; the picture is not printed"))
        return None
    return picture, hashlib.sha256(picture.data).hexdigest()


def _host(section: Section, article: str) -> Item | None:
    """Give the item after which a picture stands.

    That is the first that is printed there of its article, else the first; what is
    told under Takeaways is not printed there.
    """
    told = [item for item in section.items if _is_told(item)]
    return next(
        (item for item in told if item.article == article), next(iter(told), None)
    )


def _is_told(item: Item) -> bool:
    return len(item.in_takeaways) < len(item.sentences)


def _illustration(shown: _Shown, name: str) -> Illustration:
    offer, stated, picture, digest = shown
    article = offer.item.article
    host = _host(offer.section, article) or offer.item
    return Illustration(
        file=f"{name}.{_ENDINGS[picture.kind]}",
        kind=picture.kind,
        width=picture.width,
        height=picture.height,
        sha256=digest,
        alt=stated.alt,
        caption=stated.caption,
        credit=stated.credit,
        article=article,
        source=stated.file,
        section=offer.section.id,
        item=host.id,
        citation=_citation(host if host.article == article else offer.item),
        data=picture.data,
    )


def _citation(item: Item) -> int:
    """Give the first citation that is printed with an item."""
    told = [
        sentence.citation
        for at, sentence in enumerate(item.sentences)
        if at not in item.in_takeaways
    ]
    return (told or [item.sentences[0].citation])[0]
