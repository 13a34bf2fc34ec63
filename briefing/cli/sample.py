"""The sample week of the starter, as a finished briefing to try styles on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.config.load import find_edition, load_desk
from briefing.config.periods import parse_period
from briefing.config.schema import house_of
from briefing.config.starter import starter
from briefing.pipeline import make_issue
from briefing.schedule import slot_for

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing

SAMPLE_DAYS = "days 1076-1080"
"""The week that most of the sample articles tell of."""


def sample_briefing() -> Briefing:
    """Make the sample issue; the same on every machine and day."""
    desk = load_desk(None, cwd=starter())
    edition = find_edition(desk, None)
    house = house_of(desk.config.desk, edition.config)
    after = datetime(2025, 3, 1, tzinfo=UTC)
    window = parse_period(SAMPLE_DAYS, today=after.date(), day_one=house.day_one)
    slot = slot_for(edition, house, now=after, window=window)
    return make_issue(desk, edition, slot, formats=("json",)).briefing
