"""English function words and verb forms: data for `tagging`."""

from __future__ import annotations

from briefing.annotate.verb_words import IRREGULAR_PAST, NOT_PAST
from briefing.text.words import word_set

PREPOSITIONS = word_set(
    "about above across after against along amid amidst among around as at before "
    "behind below beneath beside between beyond by despite down during except for "
    "from in inside into like near of off on onto out outside over past per since "
    "than through throughout till to toward towards under until up upon via with "
    "within without including amongst versus aboard plus"
)
"""Words that open a prepositional phrase."""

CONJUNCTIONS = word_set("and or but nor so yet & plus")
"""Words that join equals."""

SUBORDINATORS = word_set(
    "because although though while whereas if unless when where whether that who "
    "whom whose which once"
)
"""Words that open a clause."""

RELATIVES = word_set("who which that whom")
"""Words that open a relative clause."""

BE = word_set("is are was were be been being am 's 're isn't aren't wasn't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't")
MODALS = word_set(
    "will would can could may might must shall should won't wouldn't cannot can't "
    "couldn't do does did doesn't don't didn't"
)

DETERMINERS = word_set(
    "the a an this that these those its his her their our my your some any each "
    "every another both all no"
)
PRONOUNS = word_set("he she it they we i you him them us me himself itself themselves")
ADVERBS = word_set(
    "also still now then already later earlier again just only even not never too "
    "ago yesterday today tomorrow here there ever once so far together back almost "
    "nearly very more most less least away overnight instead perhaps maybe however "
    "meanwhile thus hence therefore else apparently"
)
NO_ADVERBS = word_set(
    "family early daily weekly monthly ally supply italy july rally assembly reply "
    "monopoly anomaly deadly friendly costly elderly fly belly homily bully tally"
)
"""Words in -ly that are no adverbs."""

PARTICLES = word_set("down up out off away over back together place")
"""Words that belong to the verb before them: "shot down"."""

IRREGULAR_PARTICIPLES = word_set(
    "been begun bitten blown born borne broken brought built burnt caught chosen "
    "come cost cut dealt done drawn driven eaten fallen felt fled flown forced "
    "forgotten fought found frozen given gone grown held hidden hit hurt kept "
    "killed known laid led left lent lost made meant met overrun overthrown paid "
    "proven put read risen run said seen seized sent set shaken shed shot shown "
    "shut slain sold sought spent split spread stolen struck sunk sworn taken "
    "taught thrown told torn understood withdrawn won worn wounded written"
)
"""Past participles that do not end in -ed."""

PAST = IRREGULAR_PAST | IRREGULAR_PARTICIPLES
"""Irregular past forms and participles."""

NOT_GERUNDS = word_set(
    "something anything nothing everything morning evening building king ring wing "
    "spring string thing ceiling housing clothing funding sibling wedding earring"
)
"""Words in -ing that are no verb forms."""

STATES = word_set("dead missing unaccounted homeless alive aboard stranded")
"""Words that say what became of those who are counted: "five dead"."""

NOT_VERBS = NOT_PAST | word_set(
    "united armed thousand-ed infrared hundred wounded-man left-wing so-called"
)

# Base forms: a verb after "to", a modal or a plural; with -s after a singular.
BASES = word_set(
    "absorb accept accommodate account add advance agree aim allow announce answer "
    "appear apply approve arrest arrive ask attack attend avoid await ban bear "
    "become begin believe bind bomb boost break bring build burn bury buy call "
    "capture carry catch cause choose claim clear climb close collapse collect come "
    "command complete comprise confirm consider consist contain continue contribute "
    "control convert cook cost cover create cross cut damage dance deal declare "
    "defend deliver demand deny deploy describe destroy detain die dig displace "
    "double draw dress drive drop dry earn eat employ end enter equal escape "
    "estimate evacuate exceed expect expel face fall feed feel fight find finish "
    "fire flee fly follow force forget form free fund gain gather generate get give "
    "go grab greet grow guess hate have hear help hide hit hold host house hurt "
    "ignore import include increase infect injure invest join judge jump keep kick "
    "kill kneel know land last laugh launch lead learn leave lend let lie like "
    "listen live look lose make manage mark mean measure meet mourn move need "
    "notice number obey occupy offer open operate order own paint patch pay pick "
    "plan pledge pose possess pray prefer prepare present prevent produce promise "
    "protect provide pull purchase push put quit rain raise reach rebuild receive "
    "recover reduce refuse regret reject release rely remain remove repair repeat "
    "replace report represent require rescue resist resume retain return reveal "
    "ride rise roll run rush sail save say see seek seem seize sell send serve "
    "settle shed shell shoot shout show sign sing sink sit sleep smell smoke span "
    "speak spend stand start stay stem stick stop storm stretch strike suffer "
    "suggest supply support surrender swim take talk target taste teach tear tell "
    "thank think throw total touch trade train transfer travel treat trust try turn "
    "understand use visit vote wait walk want warm warn wash watch wear weep weigh "
    "welcome win wipe wish withdraw withstand wonder work worry wound write yield"
)
"""Verbs that news uses with figures."""


def third_persons(bases: frozenset[str]) -> frozenset[str]:
    """Give the forms in -s: "carries", "reaches", "holds"."""
    forms = set()
    for base in bases:
        if base.endswith("y") and base[-2] not in "aeiou":
            forms.add(base[:-1] + "ies")
        elif base.endswith(("s", "sh", "ch", "x", "o")):
            forms.add(base + "es")
        else:
            forms.add(base + "s")
    return frozenset(forms) | {"has", "does", "goes"}


THIRD_PERSONS = third_persons(BASES)

IRREGULAR_PLURALS = word_set(
    "people men women children police troops aircraft personnel servicemen "
    "policemen infantry cattle staff crew militants  "
    "prey fish sheep feet teeth mice media data criteria forces"
)
"""Plurals without -s, and words that count people together."""

SINGULAR_S = word_set(
    "this is was has its his us ours less unless across always perhaps plus news "
    "series his gas bus crisis basis class press loss boss cross mass pass process "
    "access success business progress witness congress express address process "
    "campus virus status versus towards analysis chaos"
)
"""Words in -s that are no plurals."""

SAYING = word_set(
    "said says say saying told tells tell reported reports announced announces "
    "stated states claimed claims asserted asserts added adds confirmed confirms "
    "acknowledged noted notes wrote writes declared argued argues warned warns "
    "insisted explained stressed emphasized emphasised revealed disclosed estimated "
    "estimates believe believes believed suggested suggests showed shows show "
    "indicated alleged denied thinks thought"
)
"""Verbs of saying: they tell who says so, not what happened."""
