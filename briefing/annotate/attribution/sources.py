"""Whom the words for a source stand for.

A listed name keeps the house's spelling. "The ministry" stands for the last name
with that word ("The Russian Defense Ministry"), "the report" for whoever spoke last,
"he" for the only person of the sentence before. Where that is not certain, nobody is
named. The side comes from the names file alone.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.attribution.mentions import NameIndex
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.names import Name
    from briefing.model.passage import Mention
    from briefing.model.span import Span

PERSONAL = word_set("he she")
"""Pronouns for a person."""
UTTERANCES = word_set(
    "report statement study assessment update message address post note briefing "
    "announcement release bulletin survey letter document figure figures speech"
)
"""Nouns for what a source puts out."""
_TITLES = word_set(
    "president prime foreign defense defence minister chief general colonel major "
    "captain lieutenant sergeant admiral vice deputy governor mayor analyst "
    "spokesman spokeswoman spokesperson ambassador envoy secretary senator "
    "representative congresswoman congressman director commander chairman "
    "chairwoman ceo mr mrs ms dr sir gen col maj capt lt adm gov sen rep prof "
    "professor executive officer army air force staff health interior finance of "
    "the state head king queen prince pope"
)
_ARTICLES = re.compile(r"\A(?:the|a|an|this|that)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*\Z")
_WORDS = re.compile(r"[\w’'-]+")
_ORGANISED = re.compile(
    r"\b(?:Ministry|Staff|Force|Forces|Office|Agency|Institute|Command|Council|Service"
    r"|Group|Party|Bank|Union|Nations|Organi[sz]ation|University|Center|Centre|Company"
    r"|Inc|Corp|Channel|Army|Police|Government|Administration|Department|Committee|News"
    r"|Authority|Board|Commission|Court|House|Watch|Channel|Bureau|Fund|Association)\b"
)
_LINKED = re.compile(r"\s(?:of|for|in|at|on|to|from|and)\s")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+\s?){1,2}")
_DESCRIBED = re.compile(
    r"\b(?:[a-z]+(?:er|or|ist|man|woman|ian|ant|ent)|chief|head|boss|official|expert"
    r"|mayor|nurse|pilot)\s\Z"
)
_PERSONAL_AFTER = re.compile(r",\s(?:who\b|\d{2},|\d{2}\.)")
_NEAR = 24
_REACH = 4000
_RECENT = 2


_REMEMBERED = 60
"""How many speakers back a reader would look for "the ministry"; more would make the
reading of a very long text slower with each sentence."""


class Source(NamedTuple):
    """Who speaks, as far as it is known."""

    text: str
    """The words, verbatim."""
    span: Span
    """Where they stand."""
    name: str | None
    """The listed or full name."""
    party: str | None
    """The side, from the names file."""
    person: bool = False
    """Whether it is a person."""


@dataclass(slots=True)
class Memory:
    """What an article has named so far, sentence by sentence.

    The one thing here that changes as it goes: it lives for one article.
    """

    index: NameIndex
    """The listed names."""
    text: str = ""
    """The article's text."""
    at: int = 0
    """Number of the sentence being read."""
    speakers: deque[tuple[int, Source]] = field(
        default_factory=lambda: deque(maxlen=_REMEMBERED)
    )
    """Who spoke last, with the number of the sentence."""
    persons: deque[tuple[int, str]] = field(
        default_factory=lambda: deque(maxlen=_REMEMBERED)
    )
    """Persons named last, with the number of the sentence."""

    def only_person(self) -> str | None:
        """Give the person whom "he" can only mean: the one named last.

        Looks at the sentence before, and one further back where that names nobody;
        None when a sentence names two, or the speaker of it is another.
        """
        for back in range(1, _RECENT + 1):
            spoke = {
                s.name for n, s in self.speakers if n == self.at - back and s.person
            }
            named = {name for n, name in self.persons if n == self.at - back}
            for group in (spoke, named):
                if len(group) == 1:
                    return next(iter(group))
                if group:
                    return None
        return None

    def last_speaker(self) -> Source | None:
        """Give who spoke last in the two sentences before."""
        for number, source in reversed(self.speakers):
            if number < self.at:
                return source if self.at - number <= _RECENT else None
        return None


def resolve_source(
    text: str, span: Span, mentions: Sequence[Mention], memory: Memory
) -> Source | None:
    """Find whom the words at `span` stand for.

    Returns:
        The source; None for words that name no source ("we" in a quotation).
    """
    words = span.cut(text)
    low = words.lower()
    if low in ("we", "i", "you", "there"):
        return None
    if low in PERSONAL:
        name = memory.only_person()
        return Source(words, span, name, _party(memory.index, name), person=True)
    if low in ("it", "they", "them", "these", "those"):
        return _resolve_it(words, span, memory, plural=low != "it")
    if low.startswith(("his ", "her ")):
        return _resolve_owned(words, span, memory)
    listed = _listed(text, span, mentions, memory.index)
    if listed is not None:
        return Source(words, span, listed.name, listed.party, listed.kind == "person")
    if low.startswith(("its ", "their ")) and not _CAPITALS.search(words):
        return Source(words, span, None, None)
    bare = _ARTICLES.sub("", words, count=1)
    if bare != words and not any(char.isupper() for char in bare):
        return _resolve_noun(text, words, bare, span, memory)
    return _resolve_name(words, bare, span, memory)


def _party(index: NameIndex, name: str | None) -> str | None:
    listed = index.by_name.get(name) if name else None
    return listed.party if listed else None


def _listed(
    text: str, span: Span, mentions: Sequence[Mention], index: NameIndex
) -> Name | None:
    """Choose the listed name that the words stand for.

    A possessive ("Zelenskyy's office") and what follows "of" only describe; a place
    counts only when it is the whole ("Kyiv").
    """
    inside = [mention for mention in mentions if span.covers(mention.span)]
    for mention in reversed(inside):
        name = index.by_name[mention.name]
        after = text[mention.span.end : mention.span.end + 2]
        hyphened = text[max(span.start, mention.span.start - 1) : mention.span.start]
        owner = mention.span.end < span.end and after in ("'s", "’s", "s'", "s’")
        if owner or hyphened in ("-", "‑"):
            continue
        if mention.kind != "place" or _is_whole(text, span, mention.span):
            return name
    return None


def _is_whole(text: str, span: Span, inner: Span) -> bool:
    rest = text[span.start : inner.start] + text[inner.end : span.end]
    return not _ARTICLES.sub("", rest.strip(' "“”‘’') + " ").strip()


def _resolve_owned(words: str, span: Span, memory: Memory) -> Source:
    """Resolve "his office" to "Zelenskyy's office", listed or not."""
    owner = memory.only_person()
    rest = words.split(maxsplit=1)[1]
    if owner is None or rest.split()[0][0].isupper():
        return Source(words, span, None, None)
    for name in (owner, owner.split()[-1]):
        for _, spelling in memory.index.pattern.finditer(f"{name}'s {rest}"):
            listed = memory.index.by_spelling[spelling]
            if listed.kind == "organisation":
                return Source(words, span, listed.name, listed.party)
    return Source(words, span, f"{owner}’s {rest}", _party(memory.index, owner))


def _resolve_it(words: str, span: Span, memory: Memory, *, plural: bool) -> Source:
    """Resolve "it" to the body that spoke in this sentence or the one before."""
    for number, source in reversed(memory.speakers):
        if memory.at - number > 1 or plural:
            break
        if not source.person:
            return Source(words, span, source.name, source.party)
    return Source(words, span, None, None)


def _resolve_noun(
    text: str, words: str, bare: str, span: Span, memory: Memory
) -> Source:
    """Resolve "the ministry", "the report", "the minister"."""
    head = bare.split()[-1].lower()
    definite = words.lower().startswith(("the ", "this ", "that "))
    if definite and head in UTTERANCES:
        last = memory.last_speaker()
        if last is not None and last.name:
            return Source(words, span, last.name, last.party, last.person)
        return Source(words, span, None, None)
    if definite:
        for number, source in reversed(memory.speakers):
            if number < memory.at and _has_word(source.text, head) and source.name:
                return Source(words, span, source.name, source.party, source.person)
        found = find_full_name(text, span.start, head)
        if found:
            return _resolve_full(words, span, found, memory)
    return Source(words, span, bare if not definite or " " in bare else None, None)


def _resolve_full(words: str, span: Span, found: str, memory: Memory) -> Source:
    for _, spelling in memory.index.pattern.finditer(found):
        name = memory.index.by_spelling[spelling]
        if name.kind != "place":
            return Source(words, span, name.name, name.party, name.kind == "person")
    return Source(words, span, found, None)


def _has_word(phrase: str, word: str) -> bool:
    return any(each.lower() == word for each in _WORDS.findall(phrase))


def find_full_name(text: str, before: int, head: str) -> str | None:
    """Find the last capitalised name with a word: "Defense Ministry" for "ministry"."""
    if not head.isalpha():
        return None
    capital = re.escape(head.capitalize())
    pattern = re.compile(
        rf"(?:[A-Z][\w’'-]*\s){{1,4}}{capital}\b(?:\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?"
        rf"|\b{capital}\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?"
    )
    places = list(pattern.finditer(text, max(0, before - _REACH), before))
    found = places[-1] if places else None
    return _ARTICLES.sub("", found.group(), count=1) if found else None


def _resolve_name(words: str, bare: str, span: Span, memory: Memory) -> Source:
    """Resolve a name that is not listed, to its fuller form where one was met."""
    person = _person_name(bare) or _introduced(bare, span, memory)
    last_word = bare.split()[-1] if bare.split() else bare
    for number, source in reversed(memory.speakers):
        known = source.name or ""
        if number < memory.at and known.endswith(" " + last_word) and last_word == bare:
            return Source(words, span, known, source.party, source.person)
    if person:
        return Source(words, span, person, None, person=True)
    return Source(words, span, " ".join(bare.split()) or None, None)


def _introduced(bare: str, span: Span, memory: Memory) -> str | None:
    """Give a name that the words around it show to be a person's.

    "shift leader Roman Tkachyk", "Lidiya Horban, who has run it", "Per Viken, 47,".
    """
    if not _FULL_NAME.fullmatch(bare) or _ORGANISED.search(bare):
        return None
    described = _DESCRIBED.search(memory.text, max(0, span.start - _NEAR), span.start)
    follows = _PERSONAL_AFTER.match(memory.text, span.end)
    return bare if described or follows else None


def _person_name(bare: str) -> str | None:
    """Give "Andriy Sybiha" for "Ukraine's Foreign Minister Andriy Sybiha"."""
    tail = bare.split("’s ")[-1].split("'s ")[-1]
    found = _CAPITALS.search(tail)
    if found is None or _ORGANISED.search(bare) or _LINKED.search(bare):
        return None
    names = found.group().split()
    while names and names[0].lower().rstrip(".") in _TITLES:
        names.pop(0)
    titled = len(names) < len(bare.split())
    first_and_last = len(names) in (2, 3) and titled
    return " ".join(names) if first_and_last else None
