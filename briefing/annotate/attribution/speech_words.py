"""Verbs and nouns of saying: data for `speech_acts`."""

from __future__ import annotations

from briefing.text.words import word_set

PLAIN = word_set(
    "said stated claimed asserted reported announced confirmed acknowledged added "
    "told noted wrote declared argued warned insisted stressed emphasized "
    "emphasised explained revealed estimated denied continued concluded indicated "
    "alleged disclosed remarked replied predicted projected admitted "
    "conceded commented tweeted testified vowed counted "
    "forecast cautioned affirmed reiterated suggested calculated "
    ""
)
"""Past forms of verbs of saying."""
PRESENT = word_set(
    "says states claims asserts reports announces confirms acknowledges adds tells "
    "notes writes declares argues warns insists estimates denies believes suggests "
    "shows indicates alleges predicts maintains say claim argue believe estimate "
    "insist report expects think thinks expect show warn calculates hopes hoped hope "
    "fears projects forecasts reckons reckon"
)
"""Their present forms, often nouns too."""
SAYING_ALONE = word_set("said says say told tells wrote")
"""Forms that are nothing but saying."""
PARTICIPLES = word_set(
    "saying stating claiming adding noting warning asserting reporting confirming "
    "arguing insisting stressing emphasizing announcing accusing estimating citing"
)
"""Their -ing forms."""
SHOWING = word_set(
    "found suggests suggested shows showed show indicates indicated expect"
)
"""Verbs that need a document or a name to say anything."""
DOCUMENTS = word_set(
    "report reports study survey poll polls data figures estimate estimates "
    "analysis intelligence images footage documents assessment statistics records "
    "document analysts experts officials studies"
)
"""Nouns for what shows or suggests something."""
HINTS = (
    PLAIN
    | PRESENT
    | PARTICIPLES
    | word_set(
        "according put puts pointed spoke speaks spoken count tally account reckoning "
        "showed found posted"
    )
)
"""Words of which a sentence with a source has one."""
PARTNERS = {
    "put": "at",
    "puts": "at",
    "pointed": "out",
    "spoke": "of",
    "speaks": "of",
    "spoken": "of",
}
"""Verbs that say something only with a word after them."""
COUNTS = word_set("count tally account estimate estimates reckoning figures")
"""Nouns for what somebody has counted."""
OWN = word_set("his her its their our my")
"""Possessives."""
INVERTED = word_set("said says say reported reports added adds wrote writes")
"""Verbs that may stand before their source after a comma."""
QUOTES = word_set("” \" ’ '")
"""Marks that close a quotation."""
OPENS_PART = word_set("than that which who whom after before as since when while until")
"""Words that open a clause of its own."""
