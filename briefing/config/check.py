"""What a config says, checked against itself: names that exist, days that fit."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING
from unicodedata import category
from zoneinfo import ZoneInfo, available_timezones

from briefing.config.faults import fault
from briefing.config.merge import like_faults, take_over
from briefing.config.schema import house_of
from briefing.config.slots import slot_faults
from briefing.errors import did_you_mean
from briefing.text.terms import term_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.config.schema import (
        Config,
        EditionConfig,
        PinConfig,
        TopicConfig,
    )
    from briefing.config.yaml import KeyPath, Yaml
    from briefing.model.names import NameList

LABEL_FIELDS = ("first_day", "last_day")
"""What a label may name; both count from the desk's `day_one`."""
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Blanks that Unicode counts among letters and symbols."""
_ID = re.compile(r"\w[\w.-]{0,63}")


def config_faults(config: Config, yaml: Yaml) -> list[str]:
    """Find what is wrong with a config, a line for each fault, in the file's order."""
    faults = [
        *_timezone_faults(config.desk.timezone, yaml, ("desk", "timezone")),
        *_id_faults(config, yaml),
        *_topic_faults(config, yaml),
    ]
    for name, own in config.editions.items():
        path: KeyPath = ("editions", name)
        chain = like_faults(config.editions, own, yaml=yaml, path=path)
        faults += chain or edition_faults(
            take_over(config.editions, own), own, yaml=yaml, path=path, config=config
        )
    return faults


def edition_faults(
    edition: EditionConfig,
    own: EditionConfig,
    *,
    yaml: Yaml,
    path: KeyPath,
    config: Config,
) -> list[str]:
    """Find what is wrong with one edition.

    Args:
        edition: the edition with the keys it takes over.
        own: the edition as written: only its own keys are checked one by one.
        yaml: the file it is written in.
        path: where in the file its keys are.
        config: the config it belongs to.
    """
    written = own.model_fields_set
    faults = [
        *_title_faults(own, yaml, path),
        *_list_faults(own, yaml, path),
        *_edition_topic_faults(own, yaml, path, config),
    ]
    if own.timezone is not None:
        bad = list(_timezone_faults(own.timezone, yaml, (*path, "timezone")))
        if bad:
            return [*faults, *bad]
    if "label" in written:
        faults += _label_faults(own, yaml, path, config)
    if "sections" in written:
        faults += _section_faults(own, yaml, path)
    if "pins" in written:
        faults += _pin_faults(edition, own, yaml, path)
    house = house_of(config.desk, edition)
    return [*faults, *slot_faults(edition, yaml=yaml, path=path, desk=house)]


def _section_faults(own: EditionConfig, yaml: Yaml, path: KeyPath) -> Iterator[str]:
    """Takeaways and the timeline point to sentences that stand under topics."""
    pointing = [name for name in ("takeaways", "timeline") if name in own.sections]
    if pointing and "topics" not in own.sections:
        what = f"{' and '.join(pointing)} point to what stands under topics; add topics"
        yield fault(yaml, (*path, "sections"), what, value=True)


def _pin_faults(
    edition: EditionConfig, own: EditionConfig, yaml: Yaml, path: KeyPath
) -> Iterator[str]:
    """A pin needs a name of its own, words to look for, and a section to stand in."""
    if own.pins and "figures" not in edition.sections:
        what = "pins are shown in the section figures; add it to sections"
        yield fault(yaml, (*path, "pins"), what)
    labels = [pin.label.strip() for pin in own.pins]
    for index, pin in enumerate(own.pins):
        place = (*path, "pins", index)
        terms = (*pin.any, *pin.all, *pin.none)
        if not labels[index]:
            yield fault(yaml, (*place, "label"), "an empty label; name the figure")
        elif labels[index] in labels[:index]:
            what = f"'{labels[index]}' stands twice; keep one"
            yield fault(yaml, (*place, "label"), what, value=True)
        if not pin.any and not pin.all:
            what = "no words to look for; list some, such as 'all: [captured, Kursk]'"
            yield fault(yaml, place, what)
        elif not all(term.strip() for term in terms):
            yield fault(yaml, place, "an empty word; remove it")
        else:
            yield from _term_faults(pin, yaml, place)


def side_faults(
    own: EditionConfig, names: NameList, *, yaml: Yaml, path: KeyPath
) -> Iterator[str]:
    """Find pins that count a side which the names file does not list.

    Args:
        own: the edition as written.
        names: the desk's names and parties.
        yaml: the file the edition is written in.
        path: where in the file its keys are.
    """
    known = [party for party, _ in names.parties]
    for index, pin in enumerate(own.pins):
        if pin.side is not None and pin.side not in known:
            listed = f"; it lists {', '.join(known)}" if known else ""
            close = did_you_mean(pin.side, known) or listed
            what = f"'{pin.side}' is no party of the names file{close}"
            yield fault(yaml, (*path, "pins", index, "side"), what, value=True)


def _timezone_faults(name: str, yaml: Yaml, path: KeyPath) -> Iterator[str]:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        close = did_you_mean(name, available_timezones())
        what = f"'{name}' is no time zone; write one such as Europe/Kyiv{close}"
        yield fault(yaml, path, what, value=True)


def _id_faults(config: Config, yaml: Yaml) -> Iterator[str]:
    """Ids name files and anchors: no slashes, no spaces."""
    for key in ("topics", "editions"):
        for name in getattr(config, key):
            if not _ID.fullmatch(name):
                what = "is no id; use letters, digits, '-', '_' and '.'"
                yield fault(yaml, (key, name), what)


def _title_faults(
    own: TopicConfig | EditionConfig, yaml: Yaml, path: KeyPath
) -> Iterator[str]:
    """A title has signs that can be seen; blanks and joiners alone are a slip."""
    if own.title is not None and not any(map(_is_seen, own.title)):
        what = "nothing of it can be seen; write a title, or leave the key out"
        yield fault(yaml, (*path, "title"), what, value=True)


def _is_seen(sign: str) -> bool:
    return category(sign)[0] not in "CZM" and sign not in _FILLERS


def _topic_faults(config: Config, yaml: Yaml) -> Iterator[str]:
    if config.editions and not config.topics:
        what = "no topics; add one, such as 'kursk: [Kursk, Sudzha]'"
        yield fault(yaml, ("topics",), what)
    for name, topic in config.topics.items():
        yield from _title_faults(topic, yaml, ("topics", name))
        terms = (*topic.any, *topic.all, *topic.none)
        if not topic.any and not topic.all:
            what = "no words to look for; list some, such as [Kursk, Sudzha]"
            yield fault(yaml, ("topics", name), what)
        elif not all(term.strip() for term in terms):
            yield fault(yaml, ("topics", name), "an empty word; remove it")
        else:
            yield from _term_faults(topic, yaml, ("topics", name))


def _term_faults(
    terms: TopicConfig | PinConfig, yaml: Yaml, path: KeyPath
) -> Iterator[str]:
    """A term that asks for nearness must say how near."""
    for key in ("any", "all", "none"):
        for index, term in enumerate(getattr(terms, key)):
            if wrong := term_fault(term):
                # A bare list stands for `any`, and has no such step in the file.
                place = (*path, key, index)
                bare = (*path, index)
                yield fault(yaml, bare if bare in yaml.values else place, wrong)


def _list_faults(own: EditionConfig, yaml: Yaml, path: KeyPath) -> Iterator[str]:
    """An issue needs a section and a format, and no entry twice."""
    for key in ("sections", "formats", "topics"):
        entries = getattr(own, key)
        if not entries and key != "topics":
            yield fault(yaml, (*path, key), "the list is empty; leave the key out")
        for index, entry in enumerate(entries):
            if entry in entries[:index]:
                what = f"'{entry}' stands twice; keep one"
                yield fault(yaml, (*path, key, index), what)


def _edition_topic_faults(
    own: EditionConfig, yaml: Yaml, path: KeyPath, config: Config
) -> Iterator[str]:
    for index, topic in enumerate(own.topics):
        if topic not in config.topics:
            what = f"there is no topic '{topic}'{did_you_mean(topic, config.topics)}"
            yield fault(yaml, (*path, "topics", index), what, value=True)


def _label_faults(
    own: EditionConfig, yaml: Yaml, path: KeyPath, config: Config
) -> Iterator[str]:
    place = (*path, "label")
    try:
        parts = list(Formatter().parse(own.label or ""))
    except ValueError as error:
        what = f"{error}; write fields as {{first_day}}"
        yield fault(yaml, place, what, value=True)
        return
    for _, field, shape, conversion in parts:
        if field is None:
            continue
        if field not in LABEL_FIELDS:
            close = did_you_mean(field, LABEL_FIELDS)
            known = " and ".join(f"{{{name}}}" for name in LABEL_FIELDS)
            what = f"no field {{{field}}}; there are {known}{close}"
            yield fault(yaml, place, what, value=True)
        elif shape or conversion:
            what = f"write the field plainly, as {{{field}}}"
            yield fault(yaml, place, what, value=True)
        elif config.desk.day_one is None:
            what = f"{{{field}}} counts from a day that is not set; set desk.day_one"
            yield fault(yaml, place, what, value=True)
