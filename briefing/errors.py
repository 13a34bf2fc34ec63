"""The errors that `briefing` raises on purpose.

    BriefingError
    ├── UsageError            the command line or the config is wrong: exit 2
    │   ├── ConfigError       a key or value of the config, with file, line, column
    │   ├── PeriodError       words that name no period
    │   └── StyleError        a house style that cannot be found or set
    └── NotMadeError          the issue could not be made: exit 1
        └── TooLittleError    less to print than the edition requires

Every message says where, what was found and what to do. Faults in single
articles are not errors but `briefing.model.problem.Problem`: one bad article
never costs the morning issue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class BriefingError(Exception):
    """Anything that `briefing` raises on purpose; its text is for the user."""

    exit_code = 1


class UsageError(BriefingError):
    """The command line or the config asks for something that cannot be."""

    exit_code = 2


class ConfigError(UsageError):
    """A key or a value of the config is wrong; the text names file, line, column."""


class PeriodError(UsageError):
    """The words given name no period of days."""


class StyleError(UsageError):
    """A house style is missing or faulty; the text names file and line."""


class NotMadeError(BriefingError):
    """The issue could not be made, and nothing was written."""


class TooLittleError(NotMadeError):
    """There is less to print than the edition's `require` asks for.

    It stays so until the articles or the config change.
    """

    def __init__(self, message: str, *, lacks: str, details: tuple[str, ...]) -> None:
        super().__init__(message)
        self.lacks = lacks
        """What was found and what was asked for, in a few words."""
        self.details = details
        """Articles that are held and problems: the same for many issues of a run."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word most like `word`, or None when none is close."""
    # Only a mistake needs it, and every command loads this module.
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give "; did you mean 'x'?" for the nearest known word, else ''."""
    close = nearest(word, known)
    return f"; did you mean '{close}'?" if close else ""
