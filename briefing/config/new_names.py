"""Frequent names that a names file lacks, each with its spellings.

The most frequent spelling leads, but a full name goes before the surname alone and
before the initials that stand for it. What kind of name it is, is a guess by its
surroundings: "in" it, "said", a title, a word such as "Ministry".
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.config.name_census import Form, folded
from briefing.config.name_likeness import Known, is_from_there, is_initials
from briefing.config.name_matching import (
    LEAST_ARTICLES,
    Proposal,
    Suggestion,
    gather,
    match_forms,
    rank,
)
from briefing.model.names import Name, NameKind
from briefing.text.proper_names import INSTITUTIONS
from briefing.text.spelling import initials

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_NEW = 40
"""New names proposed, at most."""
FULL_NAME = 0.2
"""Share of a surname's articles in which a full name makes it that person's."""
ITS_OWN = 0.6
"""Share of all full names with a surname that this one must have."""
SPEAKS = 3
"""Countries speak as well: a person does so that much oftener than one is "in" it."""
SELDOM = 20
"""What has only capitals is a place where one mention in so many is "in" it."""
UNSURE = 2
"""Times a name must stand within a sentence to be one."""


def find_new_names(
    forms: Sequence[Form],
    census: Mapping[tuple[str, ...], Form],
    surnames: Mapping[str, int],
) -> tuple[Suggestion, ...]:
    """Gather what is not listed under the most frequent spelling of each."""
    by_words = {folded(form.words): form for form in census.values()}
    frequent = [
        form
        for form in forms
        if len(form.articles) >= LEAST_ARTICLES
        and form.inside >= UNSURE
        and not is_from_there(form, by_words)
    ]
    frequent.sort(key=lambda form: (-len(form.articles), -form.count, form.text))
    full = _full_names(frequent)
    heads: dict[tuple[str, ...], Form] = {}
    for form in frequent:
        head = full.get(form.words, form)
        heads.setdefault(head.words, head)
    chosen = [
        Known(_as_name(form, full), frozenset(form.articles), form.count, form.shorts)
        for form in list(heads.values())[: 2 * MOST_NEW]
    ]
    names = {one.name.name for one in chosen}
    others = [form for form in forms if form.text not in names]
    found, _ = match_forms(others, chosen, surnames)
    return _suggestions(chosen, found, by_words)


def _full_names(frequent: Sequence[Form]) -> dict[tuple[str, ...], Form]:
    """Give the full name that a surname stands for: "Hayward" is Tony Hayward."""
    by_surname: dict[str, list[Form]] = defaultdict(list)
    for form in frequent:
        if len(form.words) == 2 and form.kinds.most_common(1)[:1] != [("place", 1)]:  # noqa: PLR2004
            by_surname[form.words[-1]].append(form)
    full = {}
    for form in frequent:
        those = by_surname.get(form.words[0], []) if len(form.words) == 1 else []
        total = sum(len(one.articles) for one in those)
        best = max(those, key=lambda one: len(one.articles), default=None)
        if (
            best
            and _kind(best) == "person"
            and len(best.articles) >= FULL_NAME * len(form.articles)
            and len(best.articles) >= ITS_OWN * total
        ):
            full[form.words] = best
    return full | _spelt_out(frequent)


def _spelt_out(frequent: Sequence[Form]) -> dict[tuple[str, ...], Form]:
    """Give the name that initials stand for: "UN" is United Nations."""
    by_initials: dict[str, list[Form]] = defaultdict(list)
    for form in frequent:
        if len(form.words) > 1 and _kind(form) != "person":
            for each in sorted(initials(form.words)):
                by_initials[each].append(form)
    # "US" is what "U.S." is.
    meant: dict[str, Form] = {}
    for form in frequent:
        short = form.text.replace(".", "")
        for whole in by_initials.get(short, ()):
            known = gather(_as_name(whole, {}), [whole])
            if is_initials(form, whole.words, known):
                meant.setdefault(short, whole)
    plain = ((form.words, form.text.replace(".", "")) for form in frequent)
    return {words: meant[short] for words, short in plain if short in meant}


def _kind(form: Form) -> NameKind:
    """Guess what a name is; nobody is said to be in a person."""
    votes = form.kinds
    if votes["organisation"] > form.count // 2 or INSTITUTIONS.intersection(form.words):
        return "organisation"
    if votes["person"] > SPEAKS * votes["place"]:
        return "person"
    seldom = votes["place"] * SELDOM < form.count
    return "organisation" if form.text.isupper() and seldom else "place"


def _as_name(form: Form, full: Mapping[tuple[str, ...], Form]) -> Name:
    others = [words[0] for words, whole in full.items() if whole is form]
    kind = _kind(form)
    return Name(form.text, kind, tuple(others))


def _suggestions(
    chosen: Sequence[Known],
    found: Sequence[Proposal],
    by_words: Mapping[tuple[str, ...], Form],
) -> tuple[Suggestion, ...]:
    taken = {one.variant for one in found}
    suggestions = []
    for one in chosen:
        if one.name.name in taken:
            continue
        own = [each for each in found if each.name == one.name and each.articles > 1]
        forms = [by_words[folded(word.split())] for word in one.name.spellings]
        articles = set().union(*(form.articles for form in forms))
        suggestions.append(
            Suggestion(
                one.name,
                sum(form.count for form in forms) + sum(each.times for each in own),
                len(articles),
                tuple(forms[0].examples),
                rank(own),
            )
        )
    suggestions.sort(key=lambda one: (-one.articles, one.name.name))
    return tuple(suggestions[:MOST_NEW])
