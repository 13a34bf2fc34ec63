"""Sentences that limit the one before: "The report could not be verified".

Whoever prints the claim prints the caveat after it, or neither.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def _unproven() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:could|can|has|have|had)(?: ?not|n[’']t) (?:yet )?(?:be|been) "
        r"(?:\w+ly )?(?:verified|confirmed|corroborated|checked|authenticated)\b"
        r"|\b(?:could|can|did|does|was|were|is|are)(?: ?not"
        r"|n[’']t) (?:\w+ly )?(?:verify"
        r"|confirm|corroborate|possible to (?:\w+ly )?(?:verify|confirm|check))\b"
        r"|\b(?:no|without) (?:independent|official|immediate) (?:confirmation"
        r"|verification|corroboration)\b|\bno way (?:of|to) (?:\w+ly )?(?:verify"
        r"|confirm)"
        r"|\bunable to (?:\w+ly )?(?:verify|confirm|check)\b"
        r"|\b(?:provided?|providing|gave|give|giving|offered|offer|presented|present"
        r"|produced|produce) (?:no|any) (?:evidence|proof)\b"
        r"|\bnot (?:provide|offer|give|present|produce) (?:any )?(?:evidence|proof)\b",
        re.IGNORECASE,
    )


@cache
def _unanswered() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:has|have|had|did|does)(?: ?not|n[’']t) (?:\w+ly )?(?:comment|commented"
        r"|respond|responded|reply|replied|elaborate|give details|give further)\b"
        r"|\b(?:declined|refused) to (?:comment|elaborate|give (?:any "
        r"|further )?details)"
        r"|\bnot (?:immediately )?(?:available|reachable|reached) for comment\b"
        r"|\bcould not (?:immediately )?be reached\b"
        r"|\bno (?:immediate )?(?:comment|response|reaction) (?:was|from|by|came)\b"
        r"|\bthere (?:was|has been) no (?:immediate )?(?:comment|response|reaction)\b",
        re.IGNORECASE,
    )


def is_unproven(words: str) -> bool:
    """Say whether a sentence tells that a report was not, or not yet, borne out."""
    return _unproven().search(words) is not None


def is_caveat(words: str) -> bool:
    """Say whether a sentence limits the one before it and must be printed with it."""
    return is_unproven(words) or _unanswered().search(words) is not None
