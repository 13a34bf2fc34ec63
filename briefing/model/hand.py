"""The editor's hand: sentences that must be in an issue, or must not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Deed = Literal["pin", "spike"]
"""pin: printed, first of its topic; spike: not printed, nor what reports the same."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One decision of the editor about one sentence."""

    deed: Deed
    """What is to become of the sentence."""
    words: str
    """The sentence, or words that stand in it alone."""
    article: str | None = None
    """Id of its article; None where the words say enough."""
    topic: str | None = None
    """Id of the topic to print it under (pins); None for the one that it fits best."""
    where: str = ""
    """File, line and column of the decision, for messages."""
