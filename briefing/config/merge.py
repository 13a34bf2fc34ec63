"""Editions that are `like` another: what they take over and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.config.faults import fault
from briefing.config.schema import EditionConfig
from briefing.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.config.yaml import KeyPath, Yaml


def take_over(
    editions: Mapping[str, EditionConfig], own: EditionConfig
) -> EditionConfig:
    """Give an edition the keys of the one it is like, below its own.

    A key that is written down wins, even where it repeats the default. Keys under
    `require` and `budget` are taken over one by one. The chain of `like` must have
    been found sound (`like_faults`).
    """
    if own.like is None:
        return own
    parent = take_over(editions, editions[own.like])
    merged = _merge(
        parent.model_dump(exclude_unset=True), own.model_dump(exclude_unset=True)
    )
    merged["like"] = None
    return EditionConfig.model_validate(merged)


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = below | above
    for key in below.keys() & above.keys():
        if isinstance(below[key], dict) and isinstance(above[key], dict):
            merged[key] = _merge(below[key], above[key])
    return merged


def like_faults(
    editions: Mapping[str, EditionConfig],
    own: EditionConfig,
    *,
    yaml: Yaml,
    path: KeyPath,
) -> list[str]:
    """Find what is wrong with an edition's chain of `like`.

    Args:
        editions: the editions of the config, by id.
        own: the edition as written.
        yaml: the file it is written in.
        path: where in the file its keys are.
    """
    chain = [str(path[-1])] if path else []
    while own.like is not None:
        if own.like not in editions:
            close = did_you_mean(own.like, editions)
            what = f"there is no edition '{own.like}'{close}"
            return [fault(yaml, (*path, "like"), what, value=True)]
        if own.like in chain:
            what = f"goes in a circle: {' → '.join([*chain, own.like])}"
            return [fault(yaml, (*path, "like"), what, value=True)]
        chain.append(own.like)
        own = editions[own.like]
    return []
