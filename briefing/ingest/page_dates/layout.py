"""Where a page's headline stands, what the page calls itself, and its language."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

LONGEST_TITLE = 300
MOST_HEADINGS = 200
LEAST_SHARED = 0.6
MONTH_FIRST = frozenset({"en-us", "en-ph"})
NO_COUNTRY = frozenset("co io tv me ai cc ly to fm am us ws nu gg sh".split())  # noqa: SIM905
DECLARED = frozenset(
    {"og:locale", "language", "content-language", "dc.language", "inlanguage"}
)


class Layout(NamedTuple):
    """What a page says of itself, and where its headline is."""

    addresses: tuple[str, ...]
    """The addresses it gives itself, canonical first."""
    titles: tuple[str, ...]
    """Its titles, the shortest forms of which are the headline."""
    headline: Any
    """The element of the headline; None when none is like a title."""
    tag: str
    """The tag of its language, in small letters: `de`, `en-us`; may be empty."""

    above: Collection[Any]
    """The headline and all elements that hold it."""

    @property
    def language(self) -> str:
        """The letters of the language without country or script."""
        return self.tag.partition("-")[0]

    def is_own_address(self, address: str) -> bool | None:
        """Say whether an address is the page's; None when that cannot be told."""
        path = _path(address)
        own = {_path(each) for each in self.addresses}
        return None if not path or not own else path in own

    def is_own_title(self, title: str) -> bool:
        """Say whether words are the page's title or most of it."""
        return any(_shared(title, own) >= LEAST_SHARED for own in self.titles)


def find_layout(tree: Any) -> Layout:  # noqa: ANN401 - an lxml element
    """Find headline, titles, addresses and language of a page."""
    tags = [
        ((tag.get("property") or tag.get("name") or "").lower(), tag.get("content"))
        for tag in islice(tree.iter("meta"), 2000)
    ]
    addresses = [link.get("href") or "" for link in _canonical(tree)]
    addresses += [words for name, words in tags if name == "og:url" and words]
    titles = [words for name, words in tags if name.endswith(":title") and words]
    titles += [_words(title) for title in islice(tree.iter("title"), 2)]
    own = tuple(title[:LONGEST_TITLE] for title in titles if title)
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    tag = tag or next((words for name, words in tags if name in DECLARED and words), "")
    headline = _find_headline(tree, own)
    above = () if headline is None else (headline, *headline.iterancestors())
    return Layout(
        tuple(filter(None, addresses)),
        own,
        headline,
        (tag or "").strip().lower().replace("_", "-"),
        frozenset(above),
    )


def day_comes_first(layout: Layout) -> bool | None:
    """Tell by language and country whether `02/07` is in July; None if unclear."""
    if layout.tag in MONTH_FIRST:
        return False
    for address in layout.addresses:
        country = (_host(address) or "").rpartition(".")[2]
        if len(country) == len("uk") and country not in NO_COUNTRY:
            return True
    return True if layout.language not in {"en", ""} or "-" in layout.tag else None


def _canonical(tree: Any) -> Iterator[Any]:  # noqa: ANN401
    for link in islice(tree.iter("link"), 2000):
        if (link.get("rel") or "").lower() == "canonical":
            yield link


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _path(address: str) -> str:
    """Give what tells one page of a site from another."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return (parts.path.rstrip("/") + ("?" + parts.query if parts.query else "")).lower()


def _words(element: Any) -> str:  # noqa: ANN401
    return " ".join("".join(islice(element.itertext(), 40)).split())[:LONGEST_TITLE]


def _shared(heading: str, title: str) -> float:
    """Give the share of a heading's words that stand in a title."""
    words = re.findall(r"\w+", heading[:LONGEST_TITLE].casefold())
    own = set(re.findall(r"\w+", title.casefold()))
    return sum(word in own for word in words) / len(words) if words else 0.0


def _find_headline(tree: Any, titles: Sequence[str]) -> Any:  # noqa: ANN401
    """Give the heading that is most like a title; of equals the longest, the first."""
    best: tuple[float, int] = (0.0, 0)
    found = None
    for tag in ("h1", "h2", "h3"):
        for heading in islice(tree.iter(tag), MOST_HEADINGS):
            words = _words(heading)
            share = max((_shared(words, title) for title in titles), default=0.0)
            size = min(len(words), max(map(len, titles), default=0))
            if share >= LEAST_SHARED and (share * size, size) > best:
                best, found = (share * size, size), heading
        if found is not None:
            return found
    return next((each for each in tree.iter("h1") if _words(each)), None)
