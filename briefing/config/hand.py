"""The editor's hand on one issue: a small YAML file beside the issue's own.

    marks:
    - pin: Yermak said Kyiv has high expectations
      topic: diplomacy
    - spike: The minister was seen in a restaurant.
      article: harbour-post-12

A mark is added at the end, so that what an editor wrote around it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from briefing.config.faults import fault, fit
from briefing.config.schema import Strict
from briefing.config.yaml import load_yaml
from briefing.errors import ConfigError
from briefing.model.hand import Mark

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
# The editor's hand on {issue}: sentences that must be in (pin) or must not (spike).
# Kept here, and honoured whenever the issue is built. Words of a sentence are enough
# where no other sentence holds them; `article` and `topic` may be left out.
marks:
"""


class MarkConfig(Strict):
    """One decision: `pin` or `spike`, and the sentence."""

    pin: str | None = Field(None, description="Words of a sentence to print.")
    spike: str | None = Field(None, description="Words of a sentence to leave out.")
    article: str | None = Field(None, description="Id of its article.")
    topic: str | None = Field(None, description="Topic to print it under.")


def _or_none(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    return () if value is None else value


class HandConfig(Strict):
    """What the file may say."""

    marks: Annotated[tuple[MarkConfig, ...], BeforeValidator(_or_none)] = Field(
        (), description="The decisions."
    )


def load_hand(path: Path, *, name: str) -> tuple[Mark, ...]:
    """Read the editor's decisions on an issue.

    Args:
        path: The file; where there is none, nothing was decided.
        name: How messages call it.

    Raises:
        ConfigError: With a line (file, line, column, key) for every fault.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"{name}: cannot be read: {reason}"
        raise ConfigError(message) from error
    return parse_hand(text, name=name)


def parse_hand(text: str, *, name: str) -> tuple[Mark, ...]:
    """Read the text of such a file; for the rest see `load_hand`."""
    yaml = load_yaml(text, name=name)
    faults = []
    marks = []
    for at, entry in enumerate(fit(HandConfig, yaml).marks):
        place = ("marks", at)
        words = entry.pin or entry.spike or ""
        if (entry.pin is None) == (entry.spike is None):
            faults.append(fault(yaml, place, "write either pin or spike"))
        elif not any(sign.isalnum() for sign in words):
            faults.append(fault(yaml, place, "no words are given; write some"))
        elif entry.topic is not None and entry.spike is not None:
            what = "what is spiked needs no topic; leave it out"
            faults.append(fault(yaml, (*place, "topic"), what))
        marks.append(
            Mark(
                deed="spike" if entry.pin is None else "pin",
                words=words,
                article=entry.article,
                topic=entry.topic,
                where=yaml.where(place),
            )
        )
    if faults:
        raise ConfigError("\n".join(faults))
    return tuple(marks)


def with_mark(text: str | None, mark: Mark, *, issue: str) -> str:
    """Give the text of an issue's file of decisions with one more at its end.

    Args:
        text: What the file holds now; None where there is none.
        mark: The decision.
        issue: The issue, for the head of a new file: "ukraine-weekly/2025-02-07".
    """
    entry = {mark.deed: mark.words, "article": mark.article, "topic": mark.topic}
    lines = [f"{key}: {_quoted(value)}" for key, value in entry.items() if value]
    before = HEAD.format(issue=issue) if text is None else text
    if before and not before.endswith("\n"):
        before += "\n"
    if not any(line.startswith("marks:") for line in before.splitlines()):
        before += "marks:\n"
    return before + "- " + "\n  ".join(lines) + "\n"


def without_mark(text: str, at: int, *, name: str) -> str:
    """Give the text of the file without one decision.

    Args:
        text: What the file holds.
        at: Which decision goes, from 0.
        name: How messages call the file.
    """
    yaml = load_yaml(text, name=name)
    lines = text.splitlines(keepends=True)
    starts = sorted(place.line for key, place in yaml.keys.items() if _is_mark(key))
    first = starts[at] - 1
    last = starts[at + 1] - 1 if at + 1 < len(starts) else len(lines)
    entry = [
        line
        for line in lines[first + 1 : last]
        if line.lstrip().startswith("#") or not line.strip()
    ]
    return "".join((*lines[:first], *entry, *lines[last:]))


def _is_mark(key: tuple[str | int, ...]) -> bool:
    return len(key) == len(("marks", 0)) and key[0] == "marks"


def _quoted(words: str) -> str:
    """Write words as a double-quoted scalar that every YAML reader takes back."""
    signs = (_ESCAPES.get(sign, sign) for sign in " ".join(words.split()))
    return '"' + "".join(signs) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\"} | {
    chr(code): f"\\x{code:02x}" for code in (*range(32), *range(127, 160))
}
"""Control characters cannot stand in YAML as they are."""
