"""When a web page was published and last changed, on what evidence.

The page's own statements are gathered as witnesses, each from one module: linked
data, meta tags, the address, the state of scripts, and what readers see near the
headline. `weigh` decides. Years of copyright are never read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.ingest.page_dates.address import archived_on, from_addresses
from briefing.ingest.page_dates.layout import day_comes_first, find_layout
from briefing.ingest.page_dates.lines import orders_in, see_lines
from briefing.ingest.page_dates.linked_data import from_linked_data
from briefing.ingest.page_dates.meta_tags import from_meta_tags
from briefing.ingest.page_dates.reading import Habit
from briefing.ingest.page_dates.scripts import from_scripts
from briefing.ingest.page_dates.visible import from_lines
from briefing.ingest.page_dates.weigh import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ingest.page_dates.witness import About, Witness


class PageDays(NamedTuple):
    """The days of a page."""

    published: Witness | None
    """When it was published; None when it does not say."""
    modified: Witness | None
    """When it was last changed; None when it does not say."""


def find_page_days(tree: Any) -> PageDays:  # noqa: ANN401 - an lxml element
    """Find when a page was published and changed.

    Args:
        tree: the page as lxml reads it.
    """
    layout = find_layout(tree)
    habit = Habit(layout.language, day_comes_first(layout))
    witnesses = [
        *from_linked_data(tree, layout, habit),
        *from_meta_tags(tree, layout, habit),
        *from_addresses(layout.addresses),
    ]
    changed = any(each.about == "modified" for each in witnesses)
    if not (changed and _is_borne_out(witnesses)):
        seen = see_lines(tree, layout)
        order = orders_in(seen)
        habit = habit if order is None else habit._replace(day_first=order)
        witnesses += from_lines(seen, layout, habit)
    if not _is_borne_out(witnesses):
        witnesses += from_scripts(tree, habit)
    latest = archived_on(layout.addresses)

    def settle(about: About) -> Witness | None:
        return weigh([each for each in witnesses if each.about == about], latest=latest)

    return PageDays(settle("published"), settle("modified"))


def _is_borne_out(witnesses: Sequence[Witness]) -> bool:
    """Say whether two parts of the page already name one day."""
    known = {(each.day, each.kind) for each in witnesses if each.about == "published"}
    return len({day for day, _ in known}) < len(known)
