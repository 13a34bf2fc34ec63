"""Lengths of time as the rules read them: an amount without the "and" before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.amounts import Amount, read_amount

if TYPE_CHECKING:
    from briefing.annotate.candidate import Token

_AND = "and "


def read_length(text: str, token: Token, low: int) -> Amount | None:
    """Read the number before a unit; "an hour and 15 minutes" are two lengths.

    Args:
        text: The article's text.
        token: The unit.
        low: Nothing before this offset is read.

    Returns:
        The amount, as `read_amount` gives it.
    """
    amount = read_amount(text, token, low)
    if amount is None:
        return None
    joint = text[amount.start : amount.start + len(_AND)].lower() == _AND
    return amount._replace(start=amount.start + len(_AND)) if joint else amount
