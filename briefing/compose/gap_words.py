"""What an issue says of what it lacks or cut, in each language that the styles speak.

Another language is another entry of `WORDS`; one that has none is told in English.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.text.days import primary

ENGLISH = "en"


class GapWords(NamedTuple):
    """The sentences of one language, with the {names} that are filled in."""

    nothing: str
    """A topic of which nothing can be printed; its title stands before it."""
    one_article: str
    """A topic that one article alone tells of."""
    one_side: str
    """A topic of which one {side} alone speaks."""
    unreported: str
    """A pinned figure ({label}) that nobody gave {when}."""
    silent: str
    """A {publisher} of whom nothing came after a {day}."""
    untold: str
    """The {days} of which no article tells."""
    quiet_since_number: str
    """A story ({what}) that was told in the issue of this {number}, and not since."""
    quiet_since_day: str
    """The same, where that issue has only a {day}."""
    left_out: tuple[str, str]
    """One sentence of an article, or {count}, left out for max_share ({share} %)."""
    over_share: str
    """An article of which more ({printed} %) is printed than max_share ({share} %)."""
    periods: tuple[str, str, str, str]
    """The time of an issue: of a day, of a week, of a month, of any other length."""


WORDS = {
    ENGLISH: GapWords(
        nothing="nothing printable in these articles.",
        one_article="rests on one article.",
        one_side="one side speaks ({side}).",
        unreported="{label}: not reported {when}.",
        silent="{publisher}: silent since {day}.",
        untold="No report of {days}.",
        quiet_since_number="Gone quiet since No. {number}: “{what}”",
        quiet_since_day="Gone quiet since the issue of {day}: “{what}”",
        left_out=(
            "{count} sentence left out, to keep to max_share ({share}% of its words)",
            "{count} sentences left out, to keep to max_share ({share}% of its words)",
        ),
        over_share=(
            "{printed}% of its words are printed, more than max_share ({share}% of its "
            "words): what leads the issue, and an article's only sentence, always stay"
        ),
        periods=("on this day", "this week", "this month", "in these days"),
    ),
    "de": GapWords(
        nothing="nichts Druckbares in diesen Artikeln.",
        one_article="stützt sich auf einen einzigen Artikel.",
        one_side="nur eine Seite kommt zu Wort ({side}).",
        unreported="{label}: {when} nicht gemeldet.",
        silent="{publisher}: nichts mehr seit dem {day}.",
        untold="Kein Bericht vom {days}.",
        quiet_since_number="Seit Nr. {number} nichts Neues: „{what}“",
        quiet_since_day="Seit der Ausgabe vom {day} nichts Neues: „{what}“",
        left_out=(
            "{count} Satz weggelassen wegen max_share ({share}\u00a0% seiner Wörter)",
            "{count} Sätze weggelassen wegen max_share ({share}\u00a0% seiner Wörter)",
        ),
        over_share=(
            "{printed}\u00a0% seiner Wörter gedruckt, mehr als max_share "
            "({share}\u00a0%): womit die Ausgabe aufmacht und der einzige Satz eines "
            "Artikels bleiben immer stehen"
        ),
        periods=(
            "an diesem Tag",
            "in dieser Woche",
            "in diesem Monat",
            "in diesen Tagen",
        ),
    ),
}


def gap_words(language: str) -> GapWords:
    """Give the sentences of a language, or English ones where it has none."""
    return WORDS.get(primary(language), WORDS[ENGLISH])
