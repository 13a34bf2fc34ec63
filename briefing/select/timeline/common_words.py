"""English words that tell nothing of what happened, left out in comparing sentences."""

from __future__ import annotations

from briefing.text.fold import base_form
from briefing.text.words import word_set

_WORDS = word_set(
    "a about above according across added adding after again against ago all "
    "almost along already also although always am amid among an and another any "
    "are around as asked at away back be became because been before behind being "
    "below between both but by called came can cannot come comes could couldn day "
    "days did didn do does doesn doing don down during each earlier early either "
    "else even ever every few first for former from further get gets give given "
    "go going got had has have having he her here hers herself him himself his "
    "how however i if in including into is isn it its itself just know last late "
    "later latest least less let like ll made make makes many me meanwhile might "
    "mine month months more most much must my near need never new next no nor not "
    "now of off often on once one only onto or other our out over own part per "
    "put quite rather re report reported said same saw say saying says see seen "
    "set several shall she should since so some still such take taken takes tell "
    "than that the their them then there these they thing things think this those "
    "though through thus till time to today together told too took toward towards "
    "two under until up upon us use used ve very via want was wasn way we week "
    "weeks well went were what when where whether which while who whom whose why "
    "will with within without would wouldn year years yesterday yet you your "
    "may january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday"
)

COMMON = frozenset(map(base_form, _WORDS))
"""Function words, words of saying and of the calendar, in base form."""
