"""Words for people: data for telling civilians from the military, and elided heads."""

from __future__ import annotations

from briefing.text.words import word_set

MILITARY = word_set(
    "soldier soldiers troop troops serviceman servicemen servicewoman servicewomen "
    "fighter fighters militant militants insurgent insurgents rebel rebels gunman "
    "gunmen militiaman militiamen militia militias guerrilla guerrillas conscript "
    "conscripts reservist reservists mercenary mercenaries combatant combatants "
    "paratrooper paratroopers commando commandos marine marines sailor sailors airman "
    "airmen infantryman infantrymen infantry sniper snipers jihadist jihadists "
    "legionnaire legionnaires general generals colonel colonels sergeant sergeants "
    "lieutenant lieutenants army forces defector defectors deserter deserters "
    "peacekeeper peacekeepers gi warrior warriors recruit recruits loyalist loyalists "
    "terrorist terrorists battalion battalions brigade brigades regiment regiments"
)
"""Nouns for those who bear arms for a side."""

CIVILIAN = word_set(
    "civilian civilians resident residents inhabitant inhabitants villager villagers "
    "child children baby babies infant infants toddler toddlers schoolchildren boy "
    "boys girl girls woman women teenager teenagers pensioner pensioners family "
    "families bystander bystanders passer-by passers-by pedestrian pedestrians "
    "passenger passengers patient patients doctor doctors nurse nurses medic medics "
    "paramedic paramedics rescuer rescuers firefighter firefighters journalist "
    "journalists reporter reporters cameraman cameramen photographer photographers "
    "teacher teachers student students pupil pupils worker workers miner miners "
    "farmer farmers employee employees engineer engineers protester protesters "
    "protestor protestors demonstrator demonstrators activist activists refugee "
    "refugees evacuee evacuees displaced tourist tourists pilgrim pilgrims worshipper "
    "worshippers mourner mourners shopper shoppers commuter commuters citizen citizens "
    "migrant migrants homeless volunteer volunteers tenant tenants homeowner "
    "homeowners customer customers fisherman fishermen scientist scientists mother "
    "mothers grandmother grandmothers parents relatives neighbours neighbors "
    "noncombatant noncombatants non-combatants"
)
"""Nouns for those who do not."""

NEUTRAL = word_set(
    "people person persons man men member members personnel staff crew victim victims "
    "casualty casualties death deaths fatality fatalities dead killed wounded injured "
    "missing body bodies life lives loss losses injury injuries prisoner prisoners "
    "captive captives detainee detainees hostage hostages pow pows others other "
    "survivor survivors adult adults officer officers official officials policeman "
    "policemen police guard guards suspect suspects deputies driver drivers pilot "
    "pilots operative operatives leader leaders commander commanders national "
    "nationals relatives elders head heads individuals part units men"
)
"""Nouns for people, or for what befell them, that tell neither."""

CIVILIAN_MARKS = word_set("civilian civilians non-combatant noncombatant")
MILITARY_MARKS = word_set("military army armed enemy militia rebel navy naval infantry")
"""Words before a neutral noun that tell: "military losses", "civilian deaths"."""

HARM = word_set(
    "kill kills killed killing injure injured injuring wound wounded wounding hurt "
    "arrest arrested arresting detain detained detaining capture captured capturing "
    "execute executed shot massacred displaced evacuated rescued missing dead died die "
    "dying abducted kidnapped infected hospitalised hospitalized beheaded hanged "
    "drowned perished released treated stranded trapped murdered slain martyred"
)
"""What happens to people only."""
