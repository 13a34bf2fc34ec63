"""YAML read strictly: what it says is what is meant, or it is refused with its place.

Read as text, where YAML 1.1 would make something else of it: `NO`, `yes`, `on` and
their kin (false and true there), `012` (ten), `12:30` (750), every key. Read as
themselves: `true`, `false`, `null`, whole numbers, decimals with a point, days
(`2025-02-07`) and moments (`2025-02-07 06:00`). Refused: a key that stands twice,
tags, merge keys, aliases that multiply, nesting past any use, a second document.

The C parser's events are read one by one, since its own composer recurses and dies
of a few thousand brackets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from briefing.config.scalars import is_misread_elsewhere, read_scalar
from briefing.errors import ConfigError
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KeyPath = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a value."""

MAX_DEPTH = 50
MAX_VALUES = 1_000_000
"""Values that a file may stand for once its aliases are followed."""
MAX_ALIASED = 10_000
"""Values that aliases may add: a use, not an explosion."""

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"


class Place(NamedTuple):
    """A line and a column of a file, both from 1."""

    line: int
    """The line."""
    column: int
    """The column."""


class Yaml(NamedTuple):
    """What a YAML file says, and where it says it."""

    name: str
    """Name of the file, as messages give it."""
    data: Any
    """Its contents: dicts with text keys, lists, text, numbers, days, None."""
    keys: Mapping[KeyPath, Place]
    """Where each key (or list entry) stands."""
    values: Mapping[KeyPath, Place]
    """Where each value begins."""
    written: Mapping[KeyPath, str]
    """How each value was written that was not read as text."""
    remarks: tuple[Problem, ...] = ()
    """Words that YAML 1.1 reads otherwise, and how they were read."""

    def where(self, path: KeyPath = (), *, value: bool = False) -> str:
        """Give "file:line:column" of a key, or of its value; of the nearest key above.

        A path that the file does not hold (a default, something behind an alias)
        is placed at the longest part of it that the file does hold.
        """
        places = self.values if value else self.keys
        for length in range(len(path), 0, -1):
            place = places.get(path[:length])
            if place:
                return f"{self.name}:{place.line}:{place.column}"
        return self.name


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    path: KeyPath
    holder: dict[str, Any] | list[Any]
    anchor: str | None
    begun_at: int
    key: str | None = None


@dataclass(slots=True)
class _Reading:
    """What has been read so far; lives for one call of `load_yaml`."""

    name: str
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    values: dict[KeyPath, Place] = field(default_factory=dict)
    written: dict[KeyPath, str] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    frames: list[_Frame] = field(default_factory=list)
    data: Any = None
    documents: int = 0
    count: int = 0
    aliased: int = 0


def load_yaml(text: str, *, name: str) -> Yaml:
    """Read YAML text strictly.

    Args:
        text: the file's text.
        name: what messages call the file.

    Raises:
        ConfigError: with file, line and column, where the text is no YAML or says
            something that could be misread.
    """
    reading = _Reading(name)
    for event in _events(text.removeprefix("\ufeff"), name):
        _take(reading, event)
    return Yaml(
        name,
        reading.data,
        reading.keys,
        reading.values,
        reading.written,
        tuple(reading.remarks),
    )


def _events(text: str, name: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_PARSER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        what = error.problem or error.context or "this is no YAML"
        raise _fault(name, place, f"{what}; check quotes and indentation") from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _fault(name, place, "a control character; remove it") from error
    except UnicodeError as error:
        raise _fault(name, Place(1, 1), "the text is not Unicode") from error


def _fault(name: str, place: Place, what: str) -> ConfigError:
    return ConfigError(f"{name}:{place.line}:{place.column}: {what}")


def _place(event: Any) -> Place:  # noqa: ANN401 - PyYAML's events
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _take(reading: _Reading, event: Any) -> None:  # noqa: ANN401 - PyYAML's events
    """Add one event of the parser to what has been read."""
    match event:
        case yaml.DocumentStartEvent():
            reading.documents += 1
            if reading.documents > 1:
                what = "a second document begins; keep one to a file"
                raise _fault(reading.name, _place(event), what)
        case yaml.ScalarEvent():
            _take_scalar(reading, event)
        case yaml.AliasEvent():
            _take_alias(reading, event)
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            _open(reading, event)
        case yaml.CollectionEndEvent():
            _close(reading)
        case _:
            pass


def _take_scalar(reading: _Reading, event: Any) -> None:  # noqa: ANN401
    frame = reading.frames[-1] if reading.frames else None
    if frame and isinstance(frame.holder, dict) and frame.key is None:
        _take_key(reading, frame, event)
        return
    _refuse_tag(reading, event)
    value = read_scalar(event.value) if event.implicit[0] else event.value
    path = _store(reading, event, value)
    if not isinstance(value, str):
        reading.written[path] = event.value
    elif event.implicit[0] and is_misread_elsewhere(value):
        place = _place(event)
        where = f"{reading.name}:{place.line}:{place.column}"
        what = f"{value} is read as the text '{value}'; put it in quotes to say so"
        reading.remarks.append(Problem(where, what))
    if event.anchor:
        reading.anchors[event.anchor] = (value, 1)


def _take_key(reading: _Reading, frame: _Frame, event: Any) -> None:  # noqa: ANN401
    place = _place(event)
    if event.value == "<<" and event.implicit[0]:
        what = "merge keys (<<) are not read; write the keys out"
        raise _fault(reading.name, place, what)
    path = (*frame.path, event.value)
    if event.value in frame.holder:
        first = reading.keys[path].line
        what = (
            f"{dotted(path)}: the key '{event.value}' stands twice, "
            f"on lines {first} and {place.line}; keep one"
        )
        raise _fault(reading.name, place, what)
    reading.keys[path] = place
    frame.key = event.value


def _take_alias(reading: _Reading, event: Any) -> None:  # noqa: ANN401
    if event.anchor not in reading.anchors:
        what = f"*{event.anchor} repeats nothing: no &{event.anchor} is complete above"
        raise _fault(reading.name, _place(event), what)
    value, size = reading.anchors[event.anchor]
    reading.count += size
    reading.aliased += size
    if reading.aliased > MAX_ALIASED:
        what = f"aliases such as *{event.anchor} multiply without end; write it out"
        raise _fault(reading.name, _place(event), what)
    _store(reading, event, value)


def _open(reading: _Reading, event: Any) -> None:  # noqa: ANN401
    _refuse_tag(reading, event)
    if len(reading.frames) == MAX_DEPTH:
        what = f"nested more than {MAX_DEPTH} deep; check the brackets"
        raise _fault(reading.name, _place(event), what)
    begun_at = reading.count
    holder: dict[str, Any] | list[Any] = (
        {} if isinstance(event, yaml.MappingStartEvent) else []
    )
    path = _store(reading, event, holder)
    reading.frames.append(_Frame(path, holder, event.anchor, begun_at))


def _close(reading: _Reading) -> None:
    frame = reading.frames.pop()
    if frame.anchor:
        reading.anchors[frame.anchor] = (frame.holder, reading.count - frame.begun_at)


def _store(reading: _Reading, event: Any, value: Any) -> KeyPath:  # noqa: ANN401
    """Put a value where it belongs and remember its place."""
    place = _place(event)
    reading.count += 1
    if reading.count > MAX_VALUES:
        raise _fault(reading.name, place, f"more than {MAX_VALUES} values")
    if not reading.frames:
        reading.data = value
        return ()
    frame = reading.frames[-1]
    if isinstance(frame.holder, list):
        path: KeyPath = (*frame.path, len(frame.holder))
        frame.holder.append(value)
        reading.keys[path] = place
    elif frame.key is None:
        raise _fault(reading.name, place, "a key must be one word or text in quotes")
    else:
        path = (*frame.path, frame.key)
        frame.holder[frame.key] = value
        frame.key = None
    reading.values[path] = place
    return path


def _refuse_tag(reading: _Reading, event: Any) -> None:  # noqa: ANN401
    if event.tag not in {None, "!", _TEXT_TAG}:
        what = f"the tag '{event.tag}' is not read; write plain values"
        raise _fault(reading.name, _place(event), what)


def dotted(path: KeyPath) -> str:
    """Write a path as messages do: `editions.ukraine-weekly.topics[2]`."""
    parts = (f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path)
    return "".join(parts).removeprefix(".")
