"""Word classes of news: what happens to people and things, and what is counted.

Each class lists words in base form (see `briefing.text.fold`). A noun that tells an
event by itself ("deaths", "arrests", "cases") gives the event of what it counts.
"""

from __future__ import annotations

EVENTS = {
    "killed": "killed kill killing dead death died die dying fallen fell slain slaying "
    "perished perish murdered murder executed assassinated massacred drowned drown "
    "drowning suffocated asphyxiated lynched beheaded hanged",
    "wounded": "wounded wound wounding injured injure injury injuring hurt maimed",
    "infected": "infected infecting infection contracted tested sickened diagnosed "
    "afflicted caught",
    "hospitalised": "hospitalised hospitalized treated treating admitted",
    "recovered": "recovered collected collect collecting buried "
    "retrieved found exhumed discovered",
    "missing": "missing unaccounted disappeared vanished",
    "trapped": "trapped stranded stuck",
    "captured": "captured capture capturing prisoner seized seizing captive",
    "arrested": "arrested arrest arresting detained detain detaining jailed imprisoned "
    "custody rounded",
    "freed": "freed released free release releasing freeing liberated",
    "rescued": "rescued rescue rescuing saved pulled",
    "lost": "lost lose losing loss casualty suffered suffering",
    "downed": "downed shot intercepted intercepting neutralised neutralized",
    "destroyed": "destroyed destroy destroying damaged damage levelled leveled ruined "
    "demolished burned burnt",
    "launched": "launched launch launching fired firing",
    "sent": "sent send sending deployed deploy deploying stationed dispatched",
    "fled": "fled flee fleeing evacuated evacuate displaced displace left crossed "
    "crossing escaped poured streamed uprooted",
    "homeless": "homeless shelterless",
    "advanced": "advanced advance advancing penetrated moved pushed progress gained "
    "broke broken breached",
    "protested": "protested protest protesting demonstrated demonstrating marched "
    "march marching gathered gather gathering rallied rally rallying massed assembled",
    "spilled": "spilled spilt spill spilling spewed spew spewing gushed gush gushing "
    "leaked leak leaking flowed flow flowing escaping pouring discharged seeping",
    "voted": "voted vote voting ballot cast polled",
    "aid": "donated donate donating pledged pledge pledging contributed contribute "
    "contributing granted granting",
    "sold": "sold sell selling sale",
    "bought": "bought buy buying purchased purchase",
    "spent": "spent spend spending cost costing costs",
    "living": "living live remain remaining stay sheltering camped",
}
"""Verbs, and nouns that stand for them."""
HEADS = {
    "troops": "troop soldier serviceman servicemen personnel force trooper infantry",
    "fighter": "fighter rebel militant insurgent gunman gunmen combatant militiaman "
    "militiamen deserter",
    "police": "police policeman policemen constable",
    "official": "official chief minister commander general leader",
    "people": "people person resident inhabitant victim human individual other "
    "passenger men patient survivor",
    "civilian": "civilian bystander",
    "child": "child children boy girl pupil schoolchild schoolchildren",
    "woman": "woman women",
    "worker": "worker employee staff",
    "refugee": "refugee migrant evacuee",
    "protester": "protester protestor demonstrator marcher crowd",
    "prisoner": "prisoner inmate detainee",
    "body": "body bodies corpse",
    "drone": "drone uav shahed",
    "missile": "missile rocket",
    "settlement": "settlement village town hamlet",
    "house": "house home dwelling building",
    "raid": "airstrike strike raid sortie bombing",
}
"""What is counted."""
TELLING_HEADS = {
    "death": "killed",
    "dead": "killed",
    "fatality": "killed",
    "toll": "killed",
    "life": "killed",
    "live": "killed",
    "injury": "wounded",
    "wounded": "wounded",
    "injured": "wounded",
    "casualty": "lost",
    "loss": "lost",
    "case": "infected",
    "infection": "infected",
    "arrest": "arrested",
    "captive": "captured",
}
"""Nouns that tell what happened to people by themselves: 20 deaths."""
HUMANS = frozenset(
    "people troops fighter police official civilian child woman worker refugee "  # noqa: SIM905
    "protester prisoner".split()
)
"""Classes of people; "people" may be any of them."""
HAPPENS_TO_PEOPLE = frozenset(
    "killed wounded infected hospitalised missing trapped captured arrested freed "  # noqa: SIM905
    "rescued fled homeless protested".split()
)
"""What happens to people where nothing else is counted: "six were killed"."""
UNSURE = frozenset(
    "suspected possible probable potential presumed feared unconfirmed likely".split()  # noqa: SIM905
)
"""Words that make a count one of what is not certain: 40 suspected cases."""
ANYBODY = frozenset(
    "activist authority official source witness resident local report medium media "  # noqa: SIM905
    "estimate group they he she it some government spokesman spokeswoman state doctor "
    "opposition police others people expert analyst another eyewitness".split()
)
"""Words for sources that may be, or have it from, any other."""
RIVALS = (
    (
        frozenset("government regime ruling army military police state".split()),  # noqa: SIM905
        frozenset(
            "opposition rebel insurgent separatist guerrilla protester organiser "  # noqa: SIM905
            "organizer demonstrator militant".split()
        ),
    ),
    (
        frozenset("company employer management industry".split()),  # noqa: SIM905
        frozenset("union striker worker".split()),  # noqa: SIM905
    ),
    (
        frozenset("prosecution prosecutor".split()),  # noqa: SIM905
        frozenset("defence defense".split()),  # noqa: SIM905
    ),
)
"""Whose numbers are rivals by who they are, where no side is listed."""
