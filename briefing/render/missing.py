"""What a template asks for and nothing has: said with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from jinja2 import StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext
from jinja2.utils import missing

from briefing.errors import nearest
from briefing.render.style_foreign import name_hint

_SHOWN = 30
"""Characters of a text that are shown where a field was looked for in it."""


class Missing(StrictUndefined):
    """A name or field that does not exist; using it in any way is an error."""

    __slots__ = ()
    known: ClassVar[tuple[str, ...]] = ()
    """Names that a template may use by themselves."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, holder = str(self._undefined_name), self._undefined_obj
        if holder is missing:
            hint = name_hint(name) or _hint(name, self.known)
            return f"there is no '{name}'{hint}"
        if isinstance(holder, Mapping):
            return f"there is no field '{name}'{_hint(name, [*holder])}"
        if isinstance(holder, list | tuple) and name.isdigit():
            how = f"it has {len(holder)}" if holder else "it is empty"
            return f"there is no [{name}] in the list: {how}; ask {{% if %}} first"
        if holder is None:
            return f"there is no '{name}': what should hold it is empty"
        kind, known = _kind_of(holder)
        if isinstance(holder, str | int | float) and name_hint(name):
            return f"there is no '{name}' in {kind}{name_hint(name)}"
        return f"there is no '{name}' in {kind}{_hint(name, known)}"


def _kind_of(holder: object) -> tuple[str, list[str]]:
    """Name in plain words what a field was looked for in, and what it has."""
    if isinstance(holder, LoopContext):
        return "loop", [each for each in dir(holder) if not each.startswith("_")]
    if isinstance(holder, TemplateModule):
        return "the imported template", [
            each for each in vars(holder) if each[:1] != "_"
        ]
    if isinstance(holder, str | int | float):
        shown = str(holder)[:_SHOWN]
        return f"“{shown}”: it is text or a number, without fields", []
    return f"a {type(holder).__name__}", []


def missing_among(names: Iterable[str]) -> type[Missing]:
    """Give a `Missing` that knows which names a template may use."""
    return type("Missing", (Missing,), {"known": tuple(names), "__slots__": ()})


def _hint(name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    if close:
        return f"; did you mean '{close}'?"
    listed = ", ".join(known)
    return f"; there are: {listed}" if listed else ""
