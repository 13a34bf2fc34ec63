"""English verb forms and clause marks: data for reading tense and speech."""

from __future__ import annotations

from briefing.text.words import word_set

FUTURE = word_set(
    "will won't won’t shall shan't would wouldn't wouldn’t may might could must "
    "should scheduled slated due expected planned upcoming payable effective "
    "forthcoming tentatively"
)
"""Words that set their clause in the future, or in what is only possible."""

PLANS = word_set("plans intends aims hopes expects wants vows pledges promises")
"""Verbs, often nouns too, that set their clause in the future before "to"."""

TIMETABLE = word_set(
    "expires begins starts resumes convenes reconvenes departs arrives meets opens "
    "goes concludes ends closes"
)
"""Verbs whose present tense, beside a day, tells of what is to come."""

TIMETABLE_PLURAL = word_set("meet arrive begin convene reconvene depart resume expire")
"""The same after several: "they meet"; after an auxiliary they show no tense."""

DIARY = word_set(
    "play host visit return open reopen close begin start take come enter go hold face "
    "travel leave launch fly sail depart arrive appear air publish release marry join "
    "tour debut premiere celebrate perform meet sign elect decide vote run "
    "stay mark kick conclude gather chair address inaugurate unveil receive welcome "
    "compete race expire resume convene end lapse rise retire become sit observe"
)
"""Base forms of verbs whose present tense, beside a day, tells of plans."""

HELPERS = word_set(
    "to not n't n’t did do does didn't didn’t don't don’t doesn't doesn’t and or can "
    "cannot can't can’t couldn't couldn’t could would should may might must will let "
    "lets make makes made help helps helped never ever"
)
"""Words after which a verb without an ending shows no tense of its own."""

REFUSED = word_set(
    "comment say confirm elaborate discuss disclose identify name speculate specify "
    "give rule"
)
"""What someone "would not" do when asked: told of as gone by."""

NO_TENSE_AFTER = word_set("be been being is are stay stays")
"""Forms after which a participle has no tense of its own: "is held" is present, so is
"stay shut"."""

SOUGHT = word_set("reached located found contacted seen heard identified verified")
"""What "could be" done, or not, when the story was told: "could be heard Tuesday"."""

PLANNED = word_set(
    "plan plans planned planning expected expects expect scheduled set due slated "
    "hope hopes hoped hoping aims aimed intends intend intended agreed vowed promised "
    "wants want wanted seeks sought likely going about is are was were be "
    "poised supposed has have had need needs invited asked ordered urged prepares "
    "preparing prepared pledged decided"
)
"""Words after which "to meet" is still to come."""

PERFECT = word_set("has have 've ’ve hasn't haven't hasn’t haven’t")
"""Auxiliaries of the present perfect."""

PRESENT = word_set("is are am says say isn't isn’t aren't aren’t remains means seems")
"""Verbs in the present tense that news uses all the time."""

AUXILIARY_PAST = word_set(
    "was were had did wasn't weren't hadn't didn't wasn’t weren’t hadn’t didn’t"
)
"""Past auxiliaries."""

IRREGULAR_PAST = word_set(
    "said told came went took made began fell rose won lost met held saw got gave "
    "found left kept led sent sold spent brought bought thought fought caught taught "
    "struck shot broke ran wrote spoke stood sat built drew grew flew knew threw "
    "chose drove rode woke ate forgot froze hid sang sank sprang stole swore tore "
    "wore hit beat became became overran withdrew undertook overtook understood laid "
    "paid heard felt meant slid fled bled fed dealt swept slept wept crept lent bent "
    "burnt sought shook forbade foresaw underwent overthrew arose awoke bore blew dug "
    "hung leapt lit quit reset shut split spread spun stuck stung swam swung upheld "
    "withheld put"
)
"""Irregular past forms; those that are also common nouns are left out."""

NOT_PAST = word_set(
    "need indeed hundred seed feed speed breed deed weed exceed proceed succeed "
    "sacred naked wicked rugged crooked hatred kindred biped moped infrared embed "
    "shred sled shed bed red so-called aged alleged supposed unprecedented"
)
"""Words in -ed that are no past tense."""

BREAKS = word_set("; : ( ) — – -- that which who whom whose because if whether")
"""Words and marks at which a clause begins or ends."""

SAYING = word_set(
    "said says say saying told tells reported reports announced announces stated "
    "states claimed claims asserted asserts added adds confirmed confirms "
    "acknowledged noted notes wrote writes posted declared declares argued argues "
    "warned warns insisted explained stressed emphasized emphasised revealed "
    "disclosed testified commented remarked replied tweeted estimated concluded "
    "conceded concedes admitted admits alleged alleges recalled predicted predicts "
    "cautioned contended contends reiterated complained denied denies"
)
"""Verbs of saying."""

SPEECH = word_set(
    "speech address interview statement post briefing message conference remarks "
    "communique communiqué telegram tweet bulletin dispatch broadcast testimony "
    "letter"
)
"""Nouns of saying: "in a speech on Wednesday", "a Feb. 7 address"."""

PREPOSITIONS = word_set(
    "in on at during to by via through from after late early earlier later over"
)
"""Words with which the time or the place of saying begins: "said on X on Thursday"."""

SUBORDINATE = word_set(
    "which who whom whose where when while as since because if although though after "
    "before until unless once"
)
"""Words that open a subordinate clause."""

PARTICIPLES = word_set(
    "scheduled slated due expected planned upcoming payable forthcoming"
)
"""Words of FUTURE that are no verb of a clause by themselves."""

DETERMINERS = word_set(
    "the a an this that these those its his her their our my no some"
)
"""Words after which a form in -ed is an adjective."""

EPISTEMIC = word_set("may might could")
"""Modals of judgement."""
