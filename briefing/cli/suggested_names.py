"""Proposed names as YAML for the names file, and as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from briefing.config.scalars import is_misread_elsewhere, read_scalar
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.config.name_census import Example
    from briefing.config.name_matching import Proposal, Suggestion
    from briefing.config.name_proposals import Proposals
    from briefing.model.names import Name

KEYS = {"person": "people", "place": "places", "organisation": "organisations"}
_PLAIN = re.compile(r"[^\W\d_][\w.'’ -]*[\w.]|[^\W\d_]")
PLACES = 2
"""Examples beside a proposal; JSON has all."""


def to_yaml(proposals: Proposals, *, file: str) -> str:
    """Write proposals as two lists that can be pasted into a names file.

    Args:
        proposals: What is proposed.
        file: The name of the names file, for the headings.
    """
    lines: list[str] = []
    if proposals.variants:
        lines += [
            f"# Spellings of names in {one_line(file)} that are not found yet.",
            "# Each entry is whole: put it in place of the one there.",
            *_listed(_by_name(proposals.variants)),
        ]
    if proposals.names:
        lines += [
            *([""] if lines else []),
            f"# Frequent names that are not in {one_line(file)}; "
            "people, places and organisations are told apart by guessing.",
            *_new(proposals.names),
        ]
    return "\n".join(lines or ["# Nothing to propose."]) + "\n"


def _by_name(variants: Iterable[Proposal]) -> dict[Name, list[Proposal]]:
    found: dict[Name, list[Proposal]] = {}
    for one in variants:
        found.setdefault(one.name, []).append(one)
    return found


def _listed(found: Mapping[Name, Iterable[Proposal]]) -> Iterator[str]:
    for kind, key in KEYS.items():
        names = [name for name in found if name.kind == kind]
        if names:
            yield f"{key}:"
        for name in names:
            yield from _entry(name, found[name])


def _new(names: Iterable[Suggestion]) -> Iterator[str]:
    for kind, key in KEYS.items():
        those = [one for one in names if one.name.kind == kind]
        if those:
            yield f"{key}:"
        for one in those:
            yield f"  # {_often(one.times, one.articles)}"
            yield from map(_place, one.examples[:1])
            if one.name.variants or one.variants:
                yield from _entry(one.name, one.variants)
            else:
                yield f"  {_scalar(one.name.name)}: {{}}"


def _entry(name: Name, variants: Iterable[Proposal]) -> Iterator[str]:
    yield f"  {_scalar(name.name)}:"
    yield "    also:"
    yield from (f"      - {_scalar(spelling)}" for spelling in name.variants)
    told = set(name.spellings)
    for one in variants:
        if one.variant in told:
            continue
        often = _often(one.times, one.articles)
        yield f"      # {one.confidence}, {one_line(one.reason)}; {often}"
        yield from ("    " + _place(place) for place in one.examples[:PLACES])
        yield f"      - {_scalar(one.variant)}"
    if name.party:
        yield f"    party: {_scalar(name.party)}"
    if name.country:
        yield f"    country: {_scalar(name.country)}"


def _often(times: int, articles: int) -> str:
    time = "once" if times == 1 else f"{times:,} times"
    return f"{time} in {articles:,} article{'' if articles == 1 else 's'}"


def _place(example: Example) -> str:
    place = f"{example.path}:{example.line}"
    return f"  #   {one_line(place)}: {one_line(example.text)}"


def _scalar(word: str) -> str:
    """Write a text so that YAML reads the same text; half a character is lost."""
    word = word.encode("utf-8", "replace").decode()
    plain = (
        _PLAIN.fullmatch(word)
        and read_scalar(word) == word
        and not is_misread_elsewhere(word)
    )
    return word if plain else json.dumps(word)


def to_json(proposals: Proposals) -> str:
    """Write proposals as JSON: `variants` of listed names, and new `names`."""
    told = {
        "variants": [_variant(one) for one in proposals.variants],
        "names": [
            {
                "name": one.name.name,
                "kind": one.name.kind,
                "also": list(one.name.variants),
                "count": one.times,
                "articles": one.articles,
                "examples": [_example(place) for place in one.examples],
                "variants": [_variant(each) for each in one.variants],
            }
            for one in proposals.names
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _variant(one: Proposal) -> dict[str, object]:
    return {
        "name": one.name.name,
        "kind": one.name.kind,
        "variant": one.variant,
        "confidence": one.confidence,
        "reason": one.reason,
        "count": one.times,
        "articles": one.articles,
        "examples": [_example(place) for place in one.examples],
    }


def _example(place: Example) -> dict[str, object]:
    return {"file": place.path, "line": place.line, "text": place.text}
