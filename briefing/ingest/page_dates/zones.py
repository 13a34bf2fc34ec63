"""The part of the page in which a day stands, and how near to the headline.

An ancestor that also holds the headline says nothing of the day (`<body class=
"has-sidebar">`), so only the way from the day up to the first such ancestor counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.labels import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefing.ingest.page_dates.layout import Layout

MOST_STEPS, STEPS_UNSURE = 14, 5
NEAR_STEPS = 3
NAMES = ("class", "id", "itemprop", "role", "property")
LONGEST_NAMES = 200
BELOW = ((150, 4), (600, 3), (1500, 1))
ABOVE = ((150, 3), (400, 1), (1000, 0))
FAR_ABOVE = -2
COMMENT, BAD, FOOT, LINKED, TEASERS = -14, -7, -5, -4, -3
GOOD, TIME, PUBDATE, ITEMPROP = 3, 2, 3, 6
LEAST_TEASERS = 3


class Zone(NamedTuple):
    """What the surroundings of a day say."""

    score: int
    """Greater is likelier the article's own."""
    is_modified: bool
    """Whether they speak of a change."""
    marked: bool
    """Whether the markup itself says that it is a day of publication."""


def weigh_zone(element: Any, layout: Layout) -> Zone:  # noqa: ANN401 - lxml
    """Weigh the elements around a day.

    Args:
        element: the element whose text or attribute holds the day.
        layout: the page.
    """
    way = list(_way(element, layout.above))
    names = [_name(each) for each in way]
    near = " ".join(names[:NEAR_STEPS])
    whole = " ".join(names)
    score = 0
    if pattern("COMMENT_ZONE").search(whole):
        score += COMMENT
    if pattern("BAD_ZONE").search(whole):
        score += BAD
    if pattern("FOOT_ZONE").search(whole):
        score += FOOT
    score += sum(_weigh_step(each, layout) for each in way[:NEAR_STEPS])
    marked = bool(pattern("PUBLISHED_ZONE").search(near))
    if marked or pattern("GOOD_ZONE").search(near):
        score += GOOD
    changed = bool(pattern("UPDATED_ZONE").search(near))
    return Zone(score, changed and not marked, marked)


def _way(element: Any, above: Collection[Any]) -> Iterator[Any]:  # noqa: ANN401
    for _ in range(MOST_STEPS if above else STEPS_UNSURE):
        if element is None or element in above or element.tag in {"body", "html"}:
            return
        yield element
        element = element.getparent()


def _name(element: Any) -> str:  # noqa: ANN401
    """Give the tag and the names of an element; of an article's own box the names."""
    if not isinstance(element.tag, str):
        return ""
    names = " ".join(filter(None, map(element.get, NAMES)))[:LONGEST_NAMES]
    own = element.tag in {"aside", "footer"} and pattern("OWN_BOX").search(names)
    return names.replace("footer", "") if own else f"{element.tag} {names}"


def _weigh_step(element: Any, layout: Layout) -> int:  # noqa: ANN401
    if element.tag == "time":
        return TIME + (PUBDATE if element.get("pubdate") is not None else 0)
    if "published" in (element.get("itemprop") or "").lower():
        return ITEMPROP
    if element.tag == "a" and (href := element.get("href")):
        own = layout.is_own_address(href)
        dated = any(map(str.isdigit, href)) and href.rstrip("/")[-2:].isdecimal()
        return 0 if own or dated or href.startswith(("#", "javascript")) else LINKED
    return 0


def weigh_distance(characters: int) -> int:
    """Give what nearness to the headline is worth, in characters behind it."""
    steps = BELOW if characters >= 0 else ABOVE
    beyond = 0 if characters >= 0 else FAR_ABOVE
    return next((worth for most, worth in steps if abs(characters) <= most), beyond)
