"""Whether what articles write is a listed name in another spelling, and why.

Each rule gives a reason and how sure it is; the surest is told. Confidences are
estimates, from proposals over news articles that were looked through by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.config.name_census import folded
from briefing.text.fold import fold
from briefing.text.proper_names import INSTITUTIONS
from briefing.text.spelling import initials, is_derived, slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.config.name_census import Form
    from briefing.model.names import Name

SURE = 0.95
TOGETHER = 0.5
"""Share of a form's articles in which the full name must stand as well."""
APART = 0.5
"""A share above which two like spellings in one article are two names."""
SOME, MORE = 0.1, 0.25
"""The same for initials: of three letters or more, and of two."""
RARER = 0.34
"""How often a slip may be written, measured by the right spelling."""
MANY = 3
SHORT = 7
"""Letters below which a word is near many others."""
_VOWELS = re.compile(r"[aeiouyhvw' -]+")
_DOUBLED = re.compile(r"(\w)\1+")


class Likeness(NamedTuple):
    """Why a form is taken for a name."""

    confidence: float
    """From 0 to 1."""
    reason: str
    """In words for the editor."""


class Known(NamedTuple):
    """A name with what the articles know of it."""

    name: Name
    """The name."""
    articles: frozenset[int]
    """Numbers of the articles that hold it, in any known spelling."""
    times: int
    """How often they do."""
    shorts: Mapping[str, int]
    """Initials that follow it in brackets."""


def likeness(form: Form, known: Known, surnames: Mapping[str, int]) -> Likeness | None:
    """Say why a form is another spelling of a name; None where nothing says so.

    Args:
        form: What articles write.
        known: The name.
        surnames: How many articles hold a full name with each last word.
    """
    return max(
        (
            like
            for spelling in known.name.spellings
            for like in _all_likenesses(form, spelling, known, surnames)
        ),
        default=None,
    )


def _all_likenesses(
    form: Form, spelling: str, known: Known, surnames: Mapping[str, int]
) -> Iterator[Likeness]:
    words = spelling.split()
    if len(form.words) == 1:
        yield from _abbreviated(form, words, known)
        yield from _shortened(form, words, known, surnames)
    if len(words) == len(form.words):
        yield from _slipped(form, words, known)
    if known.name.kind == "person":
        yield from _fuller(form, words)


def _abbreviated(form: Form, words: Sequence[str], known: Known) -> Iterator[Likeness]:
    short, spelt = form.words[0].replace(".", ""), " ".join(words)
    if known.shorts.get(form.words[0], 0) and short.upper() in initials(words):
        yield Likeness(SURE, f"stands in brackets behind “{spelt}”")
    elif short == spelt.replace(".", "") and form.text != spelt:
        yield Likeness(SURE, f"“{spelt}” with or without full stops")
    elif is_initials(form, words, known):
        yield Likeness(0.6 + 0.3 * _share(form, known), f"initials of “{spelt}”")


def is_initials(form: Form, words: Sequence[str], known: Known) -> bool:
    """Say whether a form is made of the initials of a name that stands beside it.

    Initials of persons are left to the editor: too many have the same.
    """
    short = form.text.replace(".", "")
    if known.name.kind == "person" or not short.isupper() or form.count < MANY:
        return False
    wanted = SOME if len(short) >= MANY else MORE
    return short in initials(words) and _share(form, known) > wanted


def _shortened(
    form: Form, words: Sequence[str], known: Known, surnames: Mapping[str, int]
) -> Iterator[Likeness]:
    own = form.words[0]
    if len(words) < 2 or fold(own) != fold(words[-1]) or own in INSTITUTIONS:  # noqa: PLR2004
        return
    share = _share(form, known)
    if known.name.kind == "person" and share >= TOGETHER:
        # Others of that name make it less sure whom it means.
        own_share = min(1.0, len(known.articles) / max(1, surnames.get(words[-1], 0)))
        sure = (0.5 + 0.4 * share) * own_share
        yield Likeness(sure, f"the surname of “{' '.join(words)}” alone")


def _slipped(form: Form, words: Sequence[str], known: Known) -> Iterator[Likeness]:
    found = [slips(*pair) for pair in zip(form.words, words, strict=True)]
    if any(one is None for one in found):
        return
    total = sum(one or 0 for one in found)
    if total == 0 or total > 2:  # noqa: PLR2004
        return
    if any(_numbered(word) for word in (*form.words, *words)):
        return
    share = _share(form, known)
    if form.count >= MANY and share > APART:
        return
    ratio = form.count / max(1, known.times)
    if ratio > RARER:
        return
    sure = 0.9 - 0.1 * total - 0.2 * share - 0.4 * ratio
    if sum(map(len, words)) < SHORT:
        sure -= 0.15
    if not _same_consonants(form.words, words):
        sure -= 0.3 if len(form.text) == len(" ".join(words)) else 0.1
    told = "one letter" if total == 1 else "two letters"
    yield Likeness(sure, f"{told} from “{' '.join(words)}”")


def _same_consonants(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether only vowels, or doubled letters, differ: mostly the same name."""
    bones = (_VOWELS.sub("", " ".join(folded(words))) for words in (one, other))
    return len({_DOUBLED.sub(r"\1", each) for each in bones}) == 1


def _numbered(word: str) -> bool:
    return any(map(str.isdigit, word)) or (word.isupper() and len(word) < 6)  # noqa: PLR2004


def _fuller(form: Form, words: Sequence[str]) -> Iterator[Likeness]:
    """Other given names, or an initial, of one surname."""
    own, listed = folded(form.words), folded(words)
    if len(own) < 2 or len(listed) < 2 or own[-1] != listed[-1]:  # noqa: PLR2004
        return
    if own[0] == listed[0] and own != listed:
        yield Likeness(0.9, f"“{' '.join(words)}” with another middle name")
    elif len(own[0].strip(".")) == 1 and own[0][0] == listed[0][0]:
        yield Likeness(0.8, f"“{' '.join(words)}” with an initial")


def _share(form: Form, known: Known) -> float:
    return len(form.articles & known.articles) / len(form.articles)


def is_from_there(form: Form, names: Mapping[tuple[str, ...], object]) -> bool:
    """Say whether a form is made of a name: "Egyptians", "Libyan"."""
    if len(form.words) > 1:
        return False
    word = fold(form.words[0])
    heads = (word[:end] for end in range(len(word) - 1, max(2, len(word) - 4), -1))
    return any(
        (base,) in names and is_derived(base, word)
        for head in heads
        for base in (head, head + "a", head + "e", head + "y", head + "ia")
        if base != word
    )
