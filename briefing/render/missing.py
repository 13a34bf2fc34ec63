"""What a template asks for and nothing has: said with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from jinja2 import StrictUndefined
from jinja2.utils import missing

from briefing.errors import nearest


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
            return f"there is no '{name}'{_hint(name, self.known)}"
        if isinstance(holder, Mapping):
            return f"there is no field '{name}'{_hint(name, [*holder])}"
        if holder is None:
            return f"there is no '{name}': what should hold it is empty"
        return f"there is no '{name}' in a {type(holder).__name__}"


def missing_among(names: Iterable[str]) -> type[Missing]:
    """Give a `Missing` that knows which names a template may use."""
    return type("Missing", (Missing,), {"known": tuple(names), "__slots__": ()})


def _hint(name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    return f"; did you mean '{close}'?" if close else f"; there are: {', '.join(known)}"
