from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from briefing.config.load import Edition
from briefing.config.schema import DeskConfig, EditionConfig
from briefing.errors import UsageError
from briefing.model.span import DateRange
from briefing.schedule import due_slots, is_regular, slot_for, wall

KYIV = DeskConfig(timezone="Europe/Kyiv", day_one=date(2022, 2, 24))
WEEKLY = {
    "every": "saturday 06:00",
    "covers": "monday to friday",
    "first": date(2025, 1, 31),
}


def edition(**keys):
    return Edition("weekly", EditionConfig(**keys), {})


def kyiv(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Kyiv"))


def ends(slots):
    return [slot.window.last.isoformat() for slot in slots]


def test_without_a_window_the_last_whose_cut_off_has_passed():
    slot = slot_for(edition(**WEEKLY), KYIV, now=kyiv("2025-02-09T10:00"))
    assert slot.window == DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
    assert slot.number == 2
    assert slot.since == kyiv("2025-01-31T23:59:59")
    assert slot.cut_off == slot.as_of == kyiv("2025-02-07T23:59:59")
    assert slot.previous == DateRange.through(date(2025, 1, 27), date(2025, 1, 31))
    assert slot.due == kyiv("2025-02-08T06:00")
    assert slot.next == date(2025, 2, 14)


def test_the_cut_off_counts_and_not_when_the_issue_is_due():
    slot = slot_for(edition(**WEEKLY), KYIV, now=kyiv("2025-02-08T00:30"))
    assert slot.number == 2
    slot = slot_for(edition(**WEEKLY), KYIV, now=kyiv("2025-02-07T23:59:58"))
    assert slot.number == 1


def test_a_regular_window_asked_for_is_the_regular_slot():
    window = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
    asked = slot_for(
        edition(**WEEKLY), KYIV, now=kyiv("2026-05-01T10:00"), window=window
    )
    regular = slot_for(edition(**WEEKLY), KYIV, now=kyiv("2025-02-09T10:00"))
    assert asked == regular


def test_another_window_is_a_one_off():
    window = DateRange.through(date(2025, 2, 4), date(2025, 2, 6))
    slot = slot_for(
        edition(**WEEKLY), KYIV, now=kyiv("2025-03-01T10:00"), window=window
    )
    assert (slot.number, slot.previous, slot.due, slot.next) == (None,) * 4
    assert slot.since == kyiv("2025-02-03T23:59:59")
    assert slot.as_of == slot.cut_off == kyiv("2025-02-06T23:59:59")


def test_a_window_still_running_speaks_for_now():
    now = kyiv("2025-02-05T12:00")
    window = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
    slot = slot_for(edition(**WEEKLY), KYIV, now=now, window=window)
    assert slot.as_of == now
    assert slot.cut_off == kyiv("2025-02-07T23:59:59")


def test_as_of_is_kept_when_given():
    as_of = datetime(2025, 2, 12, 9, tzinfo=UTC)
    window = DateRange.through(date(2025, 2, 3), date(2025, 2, 7))
    slot = slot_for(
        edition(**WEEKLY),
        KYIV,
        now=kyiv("2026-05-01T10:00"),
        window=window,
        as_of=as_of,
    )
    assert slot.as_of == as_of
    assert slot.as_of.isoformat() == "2025-02-12T11:00:00+02:00"


def test_as_of_chooses_the_window():
    slot = slot_for(
        edition(**WEEKLY),
        KYIV,
        now=kyiv("2026-05-01T10:00"),
        as_of=kyiv("2025-02-07T23:59:59"),
    )
    assert slot.window.last == date(2025, 2, 7)


def test_an_edition_without_every_is_a_one_off():
    slot = slot_for(edition(covers="yesterday"), KYIV, now=kyiv("2025-02-09T10:00"))
    assert slot.window == DateRange.day(date(2025, 2, 8))
    assert slot.number is None


def test_today_is_a_day_of_the_desk():
    late_in_london = datetime(2025, 2, 8, 22, 30, tzinfo=UTC)
    slot = slot_for(edition(covers="yesterday"), KYIV, now=late_in_london)
    assert slot.window == DateRange.day(date(2025, 2, 8))


def test_fixed_days_are_a_one_off_in_spite_of_every():
    keys = WEEKLY | {"covers": "2024-08-06 to 2025-02-07"}
    assert not is_regular(edition(**keys), KYIV)
    slot = slot_for(edition(**keys), KYIV, now=kyiv("2025-03-01T10:00"))
    assert slot.number is None
    assert slot.window.first == date(2024, 8, 6)
    with pytest.raises(UsageError, match="is never due"):
        due_slots(edition(**keys), KYIV, as_of=kyiv("2025-03-01T10:00"))


def test_with_a_first_all_slots_since_are_due():
    slots = due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2025-02-15T06:00"))
    assert ends(slots) == ["2025-01-31", "2025-02-07", "2025-02-14"]
    assert [slot.number for slot in slots] == [1, 2, 3]


def test_a_slot_is_due_at_its_minute_and_not_before():
    slots = due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2025-02-15T05:59"))
    assert ends(slots) == ["2025-01-31", "2025-02-07"]


def test_without_a_first_only_the_latest_is_due():
    keys = WEEKLY | {"first": None}
    slots = due_slots(edition(**keys), KYIV, as_of=kyiv("2025-02-16T12:00"))
    assert ends(slots) == ["2025-02-14"]
    assert slots[0].number is None
    assert slots[0].previous is not None


def test_before_the_first_nothing_is_due():
    assert due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2025-01-31T12:00")) == ()


def test_each_due_slot_speaks_for_its_own_cut_off():
    for slot in due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2025-03-01T06:00")):
        assert slot.as_of == slot.cut_off


def test_slots_join_without_gap_or_overlap():
    slots = due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2026-02-01T06:00"))
    for before, after in pairwise(slots):
        assert after.since == before.cut_off
        assert after.previous == before.window
        assert before.next == after.window.last


def test_numbers_go_on_over_the_new_year_and_week_53():
    keys = WEEKLY | {"first": date(2020, 12, 25)}
    slots = due_slots(edition(**keys), KYIV, as_of=kyiv("2021-01-16T12:00"))
    assert ends(slots) == ["2020-12-25", "2021-01-01", "2021-01-08", "2021-01-15"]
    assert [slot.number for slot in slots] == [1, 2, 3, 4]


def test_the_number_asked_for_is_the_number_when_due():
    slots = due_slots(edition(**WEEKLY), KYIV, as_of=kyiv("2025-12-01T06:00"))
    for slot in slots[::10]:
        asked = slot_for(
            edition(**WEEKLY), KYIV, now=kyiv("2026-01-01T00:00"), window=slot.window
        )
        assert asked == slot


def test_a_daily_edition_on_working_days_takes_up_the_weekend():
    keys = {"every": "weekdays 06:00", "covers": "yesterday"}
    slot = slot_for(edition(**keys), KYIV, now=kyiv("2025-02-10T08:00"))
    assert slot.window == DateRange.day(date(2025, 2, 9))
    assert slot.since == kyiv("2025-02-06T23:59:59")
    assert slot.next == date(2025, 2, 10)


def test_a_cut_off_at_an_hour():
    keys = WEEKLY | {"every": "friday 20:00", "cut_off": "18:00"}
    slot = slot_for(edition(**keys), KYIV, now=kyiv("2025-02-07T18:00"))
    assert slot.cut_off == kyiv("2025-02-07T18:00")
    assert slot.number == 2
    assert slot.since == kyiv("2025-01-31T18:00")


def test_two_issues_a_week():
    keys = {
        "every": "monday, thursday 07:30",
        "covers": "last 3d",
        "cut_off": "07:00",
        "first": date(2025, 2, 3),
    }
    slots = due_slots(edition(**keys), KYIV, as_of=kyiv("2025-02-10T12:00"))
    assert ends(slots) == ["2025-02-03", "2025-02-06", "2025-02-10"]
    assert [len(slot.window) for slot in slots] == [3, 3, 3]


def test_a_monthly_issue():
    keys = {
        "every": "monthly 06:00",
        "covers": "last month",
        "first": date(2025, 1, 31),
    }
    slots = due_slots(edition(**keys), KYIV, as_of=kyiv("2025-04-30T12:00"))
    assert ends(slots) == ["2025-01-31", "2025-02-28", "2025-03-31"]


def test_an_hour_that_is_skipped_moves_on():
    assert wall(date(2025, 3, 30), time(3, 30), ZoneInfo("Europe/Kyiv")) == datetime(
        2025, 3, 30, 1, 30, tzinfo=UTC
    )


def test_of_an_hour_that_is_repeated_the_second_is_meant():
    assert wall(date(2025, 10, 26), time(3, 30), ZoneInfo("Europe/Kyiv")).astimezone(
        UTC
    ) == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2025-03-30", "2025-10-26"])
def test_the_day_of_a_clock_change_is_one_day_for_a_daily_edition(day):
    keys = {"every": "daily 03:30", "covers": "yesterday", "first": date(2025, 3, 1)}
    now = kyiv(f"{day}T12:00")
    slots = due_slots(edition(**keys), KYIV, as_of=now)
    assert len(set(ends(slots))) == len(slots)
    assert slots[-1].due.date().isoformat() == day
    assert slots[-1].since == slots[-2].cut_off


def test_a_cut_off_in_a_repeated_midnight_hour_loses_nothing():
    beirut = DeskConfig(timezone="Asia/Beirut")
    keys = {"every": "daily 06:00", "covers": "yesterday"}
    slot = slot_for(edition(**keys), beirut, now=datetime(2025, 10, 26, 12, tzinfo=UTC))
    assert slot.cut_off.astimezone(UTC) == datetime(
        2025, 10, 25, 21, 59, 59, tzinfo=UTC
    )


def test_years_of_daily_issues_are_numbered_one_by_one():
    keys = {"every": "daily 06:00", "covers": "yesterday", "first": date(2020, 1, 1)}
    slots = due_slots(edition(**keys), KYIV, as_of=kyiv("2025-01-02T06:00"))
    assert slots[-1].number == (date(2025, 1, 1) - date(2020, 1, 1)).days + 1
