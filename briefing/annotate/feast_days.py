"""The days of feasts: data for the rule of holidays. Keys are lower case."""

from __future__ import annotations

_LAST_WEEK = 5

FIXED: dict[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "orthodox christmas": (1, 7),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "australia day": (1, 26),
    "holocaust memorial day": (1, 27),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "earth day": (4, 22),
    "st george's day": (4, 23),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "cinco de mayo": (5, 5),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "veterans' day": (11, 11),
    "armistice day": (11, 11),
    "pearl harbor day": (12, 7),
}
"""Feasts of the same date each year: month and day."""

FLOATING: dict[str, tuple[int, int, int]] = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, _LAST_WEEK),
    "columbus day": (10, 1, 2),
    "presidents' day": (2, 1, 3),
    "presidents day": (2, 1, 3),
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
    "remembrance sunday": (11, 7, 2),
}
"""Feasts on a weekday of a month: month, weekday (Monday is 1), which one."""

AFTER_FLOATING: dict[str, tuple[int, int, int, int]] = {
    "election day": (11, 1, 1, 1),
    "black friday": (11, 4, 4, 1),
    "cyber monday": (11, 4, 4, 4),
}
"""Feasts counted from another: the Tuesday after November's first Monday."""

ONLY_ON = frozenset({"black friday", "cyber monday", "election day", "epiphany"})
"""Names of more than a day ("Black Friday sales"): read after "on" and the like."""

NATIONAL: dict[str, tuple[int, int]] = {
    "ukraine": (8, 24),
    "ukrainian": (8, 24),
    "india": (8, 15),
    "indian": (8, 15),
    "pakistan": (8, 14),
    "poland": (11, 11),
    "polish": (11, 11),
    "finland": (12, 6),
    "finnish": (12, 6),
    "mexico": (9, 16),
    "mexican": (9, 16),
    "brazil": (9, 7),
    "kenya": (12, 12),
    "indonesia": (8, 17),
    "united states": (7, 4),
    "u.s.": (7, 4),
    "us": (7, 4),
    "america": (7, 4),
    "american": (7, 4),
}
"""Days of independence, by country or by people."""

FROM_EASTER: dict[str, int] = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
}
"""Feasts by their distance from Easter Sunday, in days."""
