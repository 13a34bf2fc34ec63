"""Where a listed name comes from, as far as the names file says so.

Only a name that was written in another alphabet has transliterations. That it was is
read from what the desk wrote: the country of a place, a spelling in that alphabet, a
given name or an ending that hardly any other name has. Where nothing says so, a name
is found in its listed spellings alone: "Gates" must never be found as "Hates".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.text.fold import fold
from briefing.text.sounds import Family, sounds
from briefing.text.words import word_set

if TYPE_CHECKING:
    from briefing.model.names import Name

_SLAVIC_COUNTRIES = word_set("ukraine russia belarus bulgaria kazakhstan kyrgyzstan")
_ARABIC_COUNTRIES = word_set(
    "algeria bahrain egypt iraq jordan kuwait lebanon libya mauritania morocco oman "
    "palestine qatar saudi_arabia sudan syria tunisia united_arab_emirates yemen"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]{2}")
_ARABIC = re.compile("[\u0600-\u06ff]{2}")
_SLAVIC_ENDING = re.compile(
    r"\w\w(?:enko|chuk|[sz]k(?:y|yi|yy|iy|ij|yj|ii|aya)|ovych|evych|ovich|evich|[eo]vskis?)"
)
_ARABIC_PARTICLE = re.compile(r"(?:al|el|abu|abou|bin|ibn|abd\w{0,3})(?:[ -]|$)")

# Ukrainian and Russian given names, one person's on each line.
_GIVEN_SLAVIC = """
volodymyr vladimir
oleksandr aleksandr oleksander
oleksiy aleksey aleksei alexei
mykola nikolai nikolay
andriy andrey andrei
serhiy sergey sergei
dmytro dmitry dmitri
mykhailo mikhail michail
yevhen yevgeny yevgeniy evgeni
vasyl vasily vasili
pavlo pavel
petro pyotr petr
kostiantyn kostyantyn konstantin
hryhoriy grigory
anatoliy anatoly
vitaliy vitaly
valeriy valery
yuriy yuri
oleh oleg
ihor igor
maksym maxim
denys denis
viktor victor
kyrylo kirill kyrill
rostyslav rostislav
vyacheslav viacheslav
stanislav
bohdan bogdan
taras
ruslan
vadym vadim
artem artyom
ivan
olena elena yelena
olha olga
iryna irina
nataliya natalia natalya
tetiana tatyana tatiana
yuliya yulia julia
"""
_GIVEN_ARABIC = word_set(
    "abdel abdul abdullah ahmed ali amr anwar ayman bashar fathi gamal hafez hamid "
    "hassan hosni hussein ibrahim ismail jalal khalid khaled mahmoud moammar mohamed "
    "mohammed muammar muhammad mustafa nasser omar osama rami saif said salah saleh "
    "salim suleiman tarek tariq walid yasser youssef yusuf"
)


def family_of(name: Name) -> Family | None:
    """Say by which tables a listed name is transliterated; None if by none.

    Organisations have names of their own in each language, not transliterations.
    """
    if name.kind == "organisation":
        return None
    country = fold(name.country or "").replace(" ", "_")
    if country in _SLAVIC_COUNTRIES or _any(name, _CYRILLIC):
        return "place" if name.kind == "place" else "slavic"
    if country in _ARABIC_COUNTRIES or _any(name, _ARABIC):
        return "arabic"
    return _family_of_person(name) if name.kind == "person" else None


def _any(name: Name, script: re.Pattern[str]) -> bool:
    return any(script.search(spelling) for spelling in name.spellings)


def _family_of_person(name: Name) -> Family | None:
    for spelling in map(fold, name.spellings):
        given, *others = spelling.split()
        if _ARABIC_PARTICLE.match(spelling) or (
            others and sounds(given, "arabic") & _arabic_given()
        ):
            return "arabic"
        if _SLAVIC_ENDING.fullmatch(spelling.split()[-1]) or (
            others and other_given(given)
        ):
            return "slavic"
    return None


def other_given(word: str) -> frozenset[str]:
    """Give the keys of a Ukrainian or Russian given name in both languages."""
    found = (_slavic_given().get(key, frozenset()) for key in sounds(word, "slavic"))
    return frozenset().union(*found)


@cache
def _slavic_given() -> dict[str, frozenset[str]]:
    table = {}
    for line in _GIVEN_SLAVIC.strip().splitlines():
        keys = frozenset(key for word in line.split() for key in sounds(word, "slavic"))
        table.update(dict.fromkeys(keys, keys))
    return table


@cache
def _arabic_given() -> frozenset[str]:
    return frozenset().union(*(sounds(word, "arabic") for word in _GIVEN_ARABIC))
