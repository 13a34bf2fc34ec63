"""What `pin` and `spike` share: finding the sentence, and keeping the decision."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.build import REPORTS
from briefing.cli.common import ARTICLES, CONFIG, read_clock
from briefing.cli.explain import find_issue
from briefing.cli.speech import counted, shown, tell
from briefing.cli.typeset import read_record
from briefing.config.hand import load_hand, parse_hand, with_mark, without_mark
from briefing.config.load import find_edition, load_desk
from briefing.config.schema import house_of
from briefing.errors import ConfigError, UsageError, did_you_mean
from briefing.model.hand import Mark
from briefing.model.span import DateRange
from briefing.pipeline import read_sources
from briefing.publish import write_beside
from briefing.schedule import slot_for
from briefing.select import uses_of
from briefing.select.marked import holds, mentions, read_hand
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model.hand import Deed

Record = dict[str, Any]
SUFFIX = "hand.yaml"
_SHOWN = 5
_DONE = {"pin": "pinned", "spike": "spiked"}

UNDO = click.option("--undo", is_flag=True, help="Take the decision back.")


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what both commands take."""
    for option in (
        CONFIG,
        ARTICLES,
        UNDO,
        click.argument("what", required=False, metavar="[N|WORDS]"),
        click.argument("issue"),
    ):
        command = option(command)
    return command


def decide(
    deed: Deed,
    issue: str,
    what: str | None,
    *,
    config: Path | None,
    articles: Sequence[Path],
    undo: bool,
    topic: str | None = None,
) -> None:
    """Keep one decision beside an issue, take it back, or list those that are kept.

    Args:
        deed: What is to become of the sentence.
        issue: The issue, as the person names it.
        what: The number of a citation, or words of the sentence; None lists.
        config: The config file, where one is named.
        articles: Files and folders that replace the edition's sources.
        undo: Whether the decision is taken back.
        topic: Topic to print the sentence under.

    Raises:
        UsageError: When no sentence is meant, or several are.
    """
    path = find_issue(issue, config)
    record = read_record(path)
    file = path.parent / f"{_stem(record)}.{SUFFIX}"
    marks = load_hand(file, name=shown(file))
    if what is None:
        _list(marks, file)
        return
    if undo:
        words = _cited(record, int(what))["quote"] if what.isdecimal() else what
        kept = _taken_back(file, marks, deed, words)
        _keep(file, kept, record, count=len(marks) - 1)
        tell(f"taken back; {_again(path, record, config)}")
        return
    _check_topic(topic, record, config)
    mark = _mark(deed, what, record, config=config, articles=articles, topic=topic)
    text = file.read_text(encoding="utf-8") if file.exists() else None
    for at, known in enumerate(marks):
        if known.words != mark.words:
            continue
        if known.deed == deed and known.topic != topic and text is not None:
            text, marks = without_mark(text, at, name=shown(file)), marks[1:]
            break
        back = "" if known.deed == deed else f"; take that back: {known.deed} --undo"
        message = f"{shown(file)}: that sentence is {_DONE[known.deed]} already{back}"
        raise UsageError(message)
    name = f"{record['edition']['id']}/{record['issue']['id']}"
    _keep(file, with_mark(text, mark, issue=name), record, count=len(marks) + 1)
    tell(f"{_DONE[deed]}: {one_line(mark.words)}")
    tell(f"kept in {shown(file)}; {_again(path, record, config)}")


def _check_topic(topic: str | None, record: Record, config: Path | None) -> None:
    """Refuse a topic that the issue's edition does not have."""
    if topic is None:
        return
    desk = load_desk(config, cwd=Path.cwd())
    known = find_edition(desk, record["edition"]["id"]).topics
    if topic not in known:
        message = (
            f"--topic {topic}: the edition has no such topic"
            f"{did_you_mean(topic, known)} (it has {', '.join(known)})"
        )
        raise UsageError(message)


def _stem(record: Record) -> str:
    return f"{record['edition']['id']}-{record['issue']['id']}"


def _list(marks: Sequence[Mark], file: Path) -> None:
    if not marks:
        tell("nothing is pinned or spiked in this issue")
    for mark in marks:
        rest = f" ({mark.topic})" if mark.topic else ""
        tell(f"{_DONE[mark.deed]}{rest}: {one_line(mark.words)}")
    if marks:
        tell(f"{counted(len(marks), 'decision')} in {shown(file)}")


def _mark(
    deed: Deed,
    what: str,
    record: Record,
    *,
    config: Path | None,
    articles: Sequence[Path],
    topic: str | None,
) -> Mark:
    """Make the decision on the one sentence that a number or words mean."""
    citations = record["citations"]
    if what.isdecimal():
        found = [_cited(record, int(what))]
    else:
        found = [one for one in citations if holds(one["quote"], what)]
    if len({" ".join(one["quote"].split()) for one in found}) > 1:
        lines = [
            f"  [{one['number']}] {one_line(one['quote'])}" for one in found[:_SHOWN]
        ]
        more = f"\n  ... and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        head = (
            f"“{what}” stands in {len(found)} sentences; give a number, or more words"
        )
        raise UsageError("\n".join([head, *lines]) + more)
    if found:
        return Mark(deed, found[0]["quote"], found[0]["article"], topic)
    return _in_articles(Mark(deed, what, topic=topic), record, config, articles)


def _cited(record: Record, number: int) -> Record:
    citations: list[Record] = record["citations"]
    for one in citations:
        if one["number"] == number:
            return one
    message = f"there is no citation {number}; they go from 1 to {len(citations)}"
    raise UsageError(message)


def _in_articles(
    mark: Mark, record: Record, config: Path | None, articles: Sequence[Path]
) -> Mark:
    """Find a sentence that the issue does not cite in the articles it was made of."""
    desk = load_desk(config, cwd=Path.cwd())
    edition = find_edition(desk, record["edition"]["id"])
    house = house_of(desk.config.desk, edition.config)
    issue = record["issue"]
    window = DateRange.through(
        date.fromisoformat(issue["from"]), date.fromisoformat(issue["to"])
    )
    as_of = datetime.fromisoformat(issue["as_of"])
    slot = slot_for(edition, house, now=read_clock(), window=window, as_of=as_of)
    sources = read_sources(
        desk, edition, paths=[path.absolute() for path in articles] or None
    )
    uses = uses_of(sources.reading.articles, slot, house.timezone)
    known = [one for one in sources.reading.articles if one.id in uses]
    passages = {
        one.id: sources.passages_of(one)
        for one in known
        if uses[one.id] in ("in", "older") and mentions(one, mark.words)
    }
    hand = read_hand([mark], known, passages, uses)
    place = next(iter(hand.places.values()))
    return Mark(mark.deed, place.text, place.article.id, mark.topic)


def _taken_back(file: Path, marks: Sequence[Mark], deed: Deed, what: str) -> str:
    own = [at for at, mark in enumerate(marks) if mark.deed == deed]
    found = [at for at in own if holds(marks[at].words, what)]
    if len(found) != 1:
        lines = [f"  {one_line(marks[at].words)}" for at in found or own]
        how_many = f"{len(found)} of them hold" if found else "none holds"
        head = f"{counted(len(own), 'sentence')} {_DONE[deed]}; {how_many} “{what}”"
        raise UsageError("\n".join([head, *lines]))
    text = file.read_text(encoding="utf-8")
    return without_mark(text, found[0], name=shown(file))


def _keep(file: Path, text: str, record: Record, *, count: int) -> None:
    """Write the decisions; a file in a form of its own is left to its author."""
    try:
        kept = len(parse_hand(text, name=shown(file)))
    except ConfigError:
        kept = -1
    if kept != count:
        message = f"{shown(file)}: was written in a form of its own; change it by hand"
        raise ConfigError(message)
    write_beside({SUFFIX: text.encode()}, file.parent, _stem(record))


def _again(path: Path, record: Record, config: Path | None) -> str:
    """Say how the issue is built again."""
    issue = record["issue"]
    words = ["briefing build", record["edition"]["id"]]
    words += ["--from", issue["from"], "--to", issue["to"]]
    if config:
        words += ["--config", str(config)]
    reports = path.absolute().parent.parent.parent
    if reports.name != REPORTS:
        words += ["--out", shown(reports)]
    return f"build the issue again: {' '.join(words)}"
