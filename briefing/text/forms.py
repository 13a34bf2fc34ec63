"""The forms of a word, as far as they can be told without taking one word for another.

English plurals, and the verbs by which news tells what happened: "evacuated" and
"evacuating" are forms of "evacuate", "struck" of "strike". Other verbs are left as
they are: "building" is no form of "build", nor "training" of "train". Ukrainian and
Russian words lose their endings (see `briefing.text.cyrillic`), German ones in a
German sentence (after Caumanns, "A Fast and Simple Stemming Algorithm for German
Words", 1999, without its rarer steps).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.text.cyrillic import is_cyrillic, stem
from briefing.text.fold import base_form, fold
from briefing.text.words import word_set, word_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_REGULAR = word_set(
    "abduct accuse acquit agree airlift ambush announce appeal approve arrest "
    "assassinate attack bombard capture ceasefire collapse condemn crash damage deny "
    "deploy deport destroy detain die disappear down elect escalate evacuate execute "
    "expel explode extradite flood free halt hospitalise hospitalize impeach "
    "indict infect injure intercept invade jail kidnap kill launch liberate loot "
    "massacre mobilise mobilize murder negotiate nationalise nationalize occupy "
    "outlaw pardon pledge poison postpone privatise privatize protest prosecute raid "
    "ratify recapture rescue resign retreat riot sabotage sanction seize shell spill "
    "storm surrender suspend torture vaccinate veto vote withdraw wound"
)
"""Verbs that mean the same as their noun, or have none."""

_IRREGULAR = word_table(
    """
strike: struck stricken
shoot: shot
withdraw: withdrew withdrawn
overrun: overran
overthrow: overthrew overthrown
flee: fled fleeing
die: dying
sink: sank sunk
steal: stole stolen
spill: spilt
free: freed
outlaw: outlawed
shell: shelled shelling
"""
)

_GERMAN = word_set(
    "der die das und ist von den dem des ein eine einer nicht mit auf zu im sich auch "
    "wurde wurden bei nach aus haben hat sind am es als"
)
_NOT_GERMAN = word_set("the of and that for was to is it he she were with by as at")
_GERMAN_ENDINGS = ("ern", "em", "en", "er", "es", "e", "s", "n")
_SHORTEST = 4


@cache
def _verbs() -> dict[str, str]:
    table = dict(_IRREGULAR)
    for verb in sorted(_REGULAR):
        table.update(dict.fromkeys(_inflected(verb), verb))
    return table


def _inflected(verb: str) -> tuple[str, ...]:
    """Spell the regular forms of a verb."""
    if verb.endswith("e"):
        return (verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied", verb + "ing")
    doubled = verb + verb[-1] if verb in _DOUBLING else verb
    return (doubled + "ed", doubled + "ing")


_DOUBLING = word_set("acquit expel kidnap")


@lru_cache(maxsize=1 << 16)
def word_form(word: str) -> str:
    """Give what the forms of a word have in common; for comparing, never printing."""
    word = fold(word)
    if word.isascii():
        base = base_form(word)
        return _verbs().get(base, base)
    return stem(word) if is_cyrillic(word) else base_form(word)


@lru_cache(maxsize=1 << 14)
def german_form(word: str) -> str:
    """Give a German word without its ending and umlaut: "Angriffe", "Angriffen"."""
    word = fold(word)
    for ending in _GERMAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def is_german(words: Iterable[str]) -> bool:
    """Say whether the folded words of a sentence are German ones."""
    found = set(words)
    return len(_GERMAN & found) > max(1, len(_NOT_GERMAN & found))
