"""Tables of what a config, a names file and a sidecar may say, from their schema."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from docs_tables import code, prose, table
from pydantic import BaseModel

from briefing.config.names import NameConfig, NamesConfig
from briefing.config.schema import (
    BudgetConfig,
    Config,
    DeskConfig,
    EditionConfig,
    PinConfig,
    RequireConfig,
    TopicConfig,
    WeightsConfig,
)
from briefing.ingest.facts import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

CONFIG_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("The file", Config),
    ("`desk`", DeskConfig),
    ("A topic, under `topics`", TopicConfig),
    ("An edition, under `editions`", EditionConfig),
    ("`require`, in an edition", RequireConfig),
    ("`budget`, in an edition", BudgetConfig),
    ("`weights`, in an edition", WeightsConfig),
    ("A pin, under `pins` in an edition", PinConfig),
)
NAMES_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("The file", NamesConfig),
    ("A name, under `people`, `places` or `organisations`", NameConfig),
)


def config_keys() -> str:
    """Give a table of keys for each part of a config."""
    return _sections(CONFIG_PARTS)


def names_keys() -> str:
    """Give a table of keys for each part of a names file."""
    return _sections(NAMES_PARTS)


def fact_keys() -> str:
    """Give the facts that a sidecar, front matter or a record may state."""
    return ", ".join(code(name) for name in KEYS)


def _sections(parts: tuple[tuple[str, type[BaseModel]], ...]) -> str:
    return "\n\n".join(
        f"**{title}.** {prose(_first_line(kind))}\n\n"
        + table(("Key", "Default", "What it says"), _rows(kind))
        for title, kind in parts
    )


def _first_line(kind: type[BaseModel]) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _rows(kind: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    for name, field in kind.model_fields.items():
        yield code(name), _default(field), _meaning(field)


def _default(field: FieldInfo) -> str:
    """Give a default as YAML would have it; nothing where absence is the default."""
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True)
    if value is None or isinstance(value, BaseModel) or value in ((), {}):
        return ""
    if isinstance(value, tuple) and value == _choices(field.annotation):
        return "all of them"
    return code(_yaml(value))


def _yaml(value: Any) -> str:  # noqa: ANN401 - any default of the schema
    if isinstance(value, tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, str | date):
        return str(value)
    return json.dumps(value)


def _meaning(field: FieldInfo) -> str:
    """Give what a key says: its own words, or those of the part that stands there."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"{prose(_first_line(kind))} See below."
    said = prose(field.description or "")
    choices = _choices(kind)
    if choices and not any(choice in said for choice in choices):
        how_many = "Some" if get_origin(kind) is tuple else "One"
        said += f" {how_many} of {', '.join(map(code, choices))}."
    return said.strip()


def _choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type
    """Give the words that a key allows, where it allows only some."""
    if get_origin(annotation) is Literal:
        return tuple(get_args(annotation))
    for part in get_args(annotation):
        if found := _choices(part):
            return found
    return ()
