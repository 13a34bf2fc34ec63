"""What an issue did not print and why, and by what way each report came, in lines."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from briefing.cli.reasons import WIDTH, sum_words
from briefing.cli.speech import counted
from briefing.select.fates import PRINTED
from briefing.select.origins import origins_of
from briefing.text.unseen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.cli.reweigh import Reweighed
    from briefing.model.selection import Candidate
    from briefing.select.fates import Fate
    from briefing.select.origins import Link, Origin

_QUOTED = 80
"""Characters of a sentence that name it."""
_RULES = {
    "named source": "it names the source",
    "same quotation": "it quotes the same words",
    "agency": "one agency's words, credited or its own",
    "near-copy": "its words are a copy",
    "machine translation": "a machine translation, no origin of its own",
    "roundup": "a roundup, no origin of its own",
    "aggregator": "an aggregator, no origin of its own",
    "nobody named": "it names no source that could be told apart",
    "own report": "its own report",
}
_HEADINGS = {
    "outranked": "outranked: others of the topic were better",
    "repeats": "too like what is printed",
    "same": "reports the same as another sentence",
    "weak": "ranks too low",
    "share": "its article gives enough already",
    "no section": "no room in its section",
}


def list_outranked(again: Reweighed) -> Iterator[str]:
    """List every sentence that was weighed and left out, by topic, best first."""
    for note in again.notes:
        yield f"note: {note}"
    for topic, title in again.titles.items():
        left = [
            fate
            for fate in again.fates
            if fate.candidate.topic == topic and fate.outcome in _HEADINGS
        ]
        if not left:
            continue
        yield f"{title}: {counted(len(left), 'sentence')} not printed"
        for fate in left:
            yield from _left_out(fate, again)
        yield ""


def _left_out(fate: Fate, again: Reweighed) -> Iterator[str]:
    told = f"- {fate.candidate.total:.2f} {place_of(fate.candidate, again)}: "
    yield _filled(f"{told}{opening(fate.candidate)}", "  ")
    reason = f"{_HEADINGS[fate.outcome].split(':')[0]}: {fate.why}"
    yield _filled(f"  {reason}", "  ")
    if fate.rival is not None:
        by = "led by" if fate.outcome == "same" else "beaten by"
        number = again.number_of(fate.rival)
        mark = f" [{number}]" if number else ""
        yield _filled(
            f"  {by}{mark} {fate.rival.total:.2f} {opening(fate.rival)}", "    "
        )


def lines_of_sentence(
    again: Reweighed, number: int, told: Sequence[Mapping[str, float]] = ()
) -> Iterator[str]:
    """Tell the score of a cited sentence term by term, and its origins.

    Args:
        again: The issue's sentences, weighed once more.
        number: The citation.
        told: Scores that have been told already.
    """
    fate = next(
        (one for one in again.fates if again.number_of(one.candidate) == number), None
    )
    if fate is None:
        return
    if dict(fate.candidate.scores) not in [dict(scores) for scores in told]:
        yield _line("its own", sum_words(fate.candidate.scores))
    if fate.outcome not in PRINTED and fate.why:
        yield _line("its fate", f"{fate.outcome}: {fate.why}")
    for origin in origins_in(fate, again):
        for link in origin.links:
            yield _line("origin", chain(origin, link))
    for note in again.notes:
        yield _line("note", note)


def origins_in(fate: Fate, again: Reweighed) -> tuple[Origin, ...]:
    """Give the origins of what a sentence reports."""
    if fate.cluster is None:
        return ()
    members = (fate.cluster.lead, *fate.cluster.others)
    return origins_of(members, again.articles)


def chain(origin: Origin, link: Link) -> str:
    """Write by what way an article has a report: "Institute -> Gazette"."""
    steps = (origin.name, *link.via)
    kept = [step for at, step in enumerate(steps) if at == 0 or step != steps[at - 1]]
    return f"{' -> '.join(map(one_line, kept))} ({_RULES[link.rule]})"


def place_of(candidate: Candidate, again: Reweighed) -> str:
    """Say where a sentence stands: publisher and paragraph."""
    article = again.articles[candidate.article]
    outlet = article.publisher or article.headline or article.id
    blocks = (block for block in article.blocks if block.role != "junk")
    start = candidate.sentence.span.start
    return f"{one_line(outlet)}, ¶ {sum(block.span.start <= start for block in blocks)}"


def opening(candidate: Candidate) -> str:
    """Give the opening words of a sentence."""
    text = one_line(candidate.sentence.text)
    return f"“{textwrap.shorten(text, _QUOTED, placeholder=' …')}”"


def _line(label: str, words: str) -> str:
    return textwrap.fill(
        words, WIDTH, initial_indent=f"{label:12} ", subsequent_indent=" " * 13
    )


def _filled(words: str, indent: str) -> str:
    return textwrap.fill(
        words.strip(),
        WIDTH,
        initial_indent=indent if words.startswith("  ") else "",
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
