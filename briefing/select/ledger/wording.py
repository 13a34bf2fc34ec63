"""The words of a sentence, and of a source, by which statements are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.select.ledger.senses import head_word, is_listed
from briefing.text.fold import words

if TYPE_CHECKING:
    from briefing.model.figure import Figure
    from briefing.model.ledger import Claim
    from briefing.model.selection import Candidate

WORD_LENGTH = 2

PADDING = frozenset(
    "the and for are was has its had his her him she who not but all can may out one "  # noqa: SIM905
    "two three four five six seven eight nine ten our you any per via own off new now "
    "say said saying report reported reporting according statement that this they them "
    "have were been being with from which what would could should than more least some "
    "about after before since their there into onto over under also other another told "
    "news agency official officials spokesman spokeswoman source nearly almost around "
    "near confirmed confirm total number figure many most much only just year week "
    "month day hour today yesterday tomorrow night morning monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august "
    "september october november december early late last next first second million "
    "billion thousand hundred dozen each whom whose while when where then those these "
    "very still already far including include such both between during through put "
    "must will did does says per cent because amid across among make made".split()
)
"""Words that tie no two sentences."""

NOBODY = frozenset(
    "the a an of statement report account his her he she it they and in at spokesman "  # noqa: SIM905
    "spokeswoman estimate figure authority official minister government latest new "
    "some newspaper news agency tv state run local".split()
)
"""Words of a source that do not tell one from another."""


def source_words(claim: Claim) -> frozenset[str]:
    """Give the words by which a source is known."""
    name = re.sub(r"[’']s\b", "", claim.attribution_name or claim.attribution or "")
    return frozenset(w for w in words(name.replace(".", "")) if w not in NOBODY)


def told_words(text: str, figure: Figure, claim: Claim) -> frozenset[str]:
    """Give the words of a sentence that tell which event it speaks of."""
    said = {*words(claim.attribution or ""), head_word(figure.what)}
    return frozenset(
        word
        for word in words(text)
        if len(word) > WORD_LENGTH
        and not word[0].isdigit()
        and word not in PADDING
        and word not in said
        and not is_listed(word)
    )


def told_before(candidate: Candidate, figure: Figure, claim: Claim) -> frozenset[str]:
    """Give those of the sentence before, on which one without a place leans."""
    before = candidate.passage.sentences[: candidate.index]
    return told_words(before[-1].text, figure, claim) if before else frozenset()
