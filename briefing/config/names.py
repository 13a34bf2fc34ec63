"""The names file: people, places and organisations with their variants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BeforeValidator, Field

from briefing.config.faults import fault, fit
from briefing.config.schema import MayBeNothing, Strict, Terms
from briefing.errors import ConfigError, did_you_mean
from briefing.model.names import Name, NameKind, NameList
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.config.yaml import Yaml

NEUTRAL = "neutral"
"""The party of those who take no side."""
_KEYS: dict[str, NameKind] = dict(
    zip(("people", "places", "organisations"), get_args(NameKind), strict=True)
)


class NameConfig(Strict):
    """A person, place or organisation as the house writes it, and its variants."""

    also: Terms = Field((), description="Other spellings and short forms.")
    party: str | None = Field(
        None, description="Side of the story it belongs to, or 'neutral'."
    )
    country: str | None = Field(None, description="For a place: where it lies.")


def _variants_as_name(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    if value is None:
        return {}
    return {"also": value} if isinstance(value, list | str) else value


ListedName = Annotated[
    NameConfig,
    BeforeValidator(
        _variants_as_name, json_schema_input_type=NameConfig | list[str] | str | None
    ),
]


class NamesConfig(Strict):
    """A names file. A bare list after a name means its variants."""

    parties: dict[str, str] = Field(
        default_factory=dict,
        description="Label of each side, as run in before its accounts.",
    )
    people: Annotated[dict[str, ListedName], MayBeNothing] = Field(default_factory=dict)
    places: Annotated[dict[str, ListedName], MayBeNothing] = Field(default_factory=dict)
    organisations: Annotated[dict[str, ListedName], MayBeNothing] = Field(
        default_factory=dict
    )


def load_names(yaml: Yaml) -> tuple[NameList, tuple[Problem, ...]]:
    """Make the list of names from a file's contents.

    Returns:
        The names in the order of the file, and remarks: a spelling under two names,
        words that YAML often misreads.

    Raises:
        ConfigError: with a line for every key or party that is wrong.
    """
    listed = fit(NamesConfig, yaml)
    names: list[Name] = []
    faults: list[str] = []
    for key in yaml.data or {}:
        if key not in _KEYS:
            continue
        entries: Mapping[str, NameConfig] = getattr(listed, key)
        faults += _party_faults(entries, listed, yaml, key)
        names += [
            Name(name, _KEYS[key], entry.also, entry.party, entry.country)
            for name, entry in entries.items()
        ]
    if faults:
        raise ConfigError("\n".join(faults))
    remarks = (*yaml.remarks, *_shared_spellings(names, yaml))
    return NameList(tuple(names), tuple(listed.parties.items())), remarks


def _party_faults(
    entries: Mapping[str, NameConfig], listed: NamesConfig, yaml: Yaml, key: str
) -> list[str]:
    known = {*listed.parties, NEUTRAL}
    return [
        fault(
            yaml,
            (key, name, "party"),
            f"'{entry.party}' is no party here{did_you_mean(entry.party, known)}",
            value=True,
        )
        for name, entry in entries.items()
        if entry.party is not None and entry.party not in known
    ]


def _shared_spellings(names: list[Name], yaml: Yaml) -> list[Problem]:
    """Remark on a spelling that stands under two names: the first one counts."""
    first: dict[str, str] = {}
    remarks = []
    for entry in names:
        for spelling in dict.fromkeys(entry.spellings):
            owner = first.setdefault(spelling, entry.name)
            if owner != entry.name:
                what = f"'{spelling}' stands under '{owner}' and '{entry.name}'"
                remarks.append(Problem(yaml.name, what))
    return remarks
