"""Words by which the event of a figure is told: data for `events`."""

from __future__ import annotations

from briefing.annotate.grammar_words import SAYING
from briefing.text.words import word_set

HAPPENINGS = word_set(
    "massacre death deaths killing killings murder murders barrage arrest arrests "
    "execution capture seizure destruction evacuation deployment arrival release "
    "transfer injury kidnapping detention abduction launch bankruptcies delivery "
    "purchase sale order orders deal salvo volley wave launches losses seizures "
    "wounding shooting downing sinking bombing shelling slaughter displacement "
    "disappearance cancellation rescue hanging beheading firing"
)
"""Nouns for what happened, before "of"."""
BEFALLING = word_set("injury injuries harm damage")
"""Nouns for what happened, before "to"."""
DAY_PARTS = word_set("morning afternoon evening week month night weekend")
"""Words behind "this" and "last" that tell when, between an auxiliary and its verb."""
CHANGES = word_set(
    "reduction increase decrease rise fall drop decline gain cut jump surge growth"
)
"""Nouns of a change, of which a figure tells the size."""
LOOSE = word_set(
    "according including following regarding concerning excluding counting barring "
    "considering depending correcting revising amending"
)
"""-ing forms that lead in an addition, or a better number: nothing that happened."""
TELLING = word_set("spoke speak speaks spoken speaking talked talks talking")
"""Verbs of speaking of something."""
OWNERS = word_set("the a an its their his her our")
"""Words before a participle that stands for people: "the wounded"."""
COMPARING = word_set("compared based led followed driven helped set given")
"""Participles that compare or lead, and tell of no share."""
THROUGH = word_set(
    "including and or up plus also some even than about of at to in on for from "
    "with over by"
)
"""Words over which a comma does not part clauses."""
REPORTED = SAYING | word_set("feared presumed known expected counted suspected")
"""Verbs that only report another: "reported killed"."""
AS = word_set("such as well known seen described regarded used served much many far")
"""Words before an "as" that opens no clause."""
AGENTS = word_set("by with against to for")
"""Words that lead to who did it."""
ENTERED = word_set("confirmed reported registered recorded")
"""Verbs of reporting that are what happened to cases, clashes and deaths."""
