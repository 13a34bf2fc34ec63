"""What an issue lacks of its edition's `require`, in lines an editor can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import TooLittleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.config.schema import RequireConfig
    from briefing.model.briefing import Briefing
    from briefing.model.problem import Problem
    from briefing.model.selection import Withheld
    from briefing.model.slot import Slot

_MINUTE = "%Y-%m-%d %H:%M"


def require_new(
    edition: str,
    slot: Slot,
    require: RequireConfig,
    *,
    new: int,
    read: int,
    held: Sequence[Withheld],
    problems: Sequence[Problem],
) -> None:
    """Refuse an issue at once when too few articles were published for it.

    Only an article of the issue's own time can be quoted as news, so that nothing
    need be annotated to know.

    Args:
        edition: Id of the edition.
        slot: The issue's window and cut-offs.
        require: Its least contents.
        new: Articles published in the issue's time.
        read: Articles read in all.
        held: Articles that cannot be used.
        problems: What could not be read.

    Raises:
        TooLittleError: With what was asked for, what was found and what to do.
    """
    if new < require.articles:
        raise _too_little(
            issue=f"{edition}, {slot.window.first} to {slot.window.last}",
            found=f"{_count(new, 'article')} published after {slot.since:{_MINUTE}} "
            f"and up to {slot.cut_off:{_MINUTE}}, of {read} read",
            lacks=f"{new} of {_count(require.articles, 'article')}",
            require=require,
            held=[f"{one.what}: {one.why}" for one in held],
            problems=problems,
        )


def require_printed(briefing: Briefing, require: RequireConfig) -> None:
    """Refuse an issue that would print less than the edition asks for.

    Raises:
        TooLittleError: With what was asked for, what was found and what to do.
    """
    news = briefing.tally.news
    items = sum(len(section.items) for section in briefing.sections)
    if news < require.articles or items < require.items:
        raise _too_little(
            issue=f"{briefing.edition.id}, {briefing.issue.from_} to "
            f"{briefing.issue.to}",
            found=f"{_count(news, 'article')} with news of its topics and "
            f"{_count(items, 'item')} to print, of {briefing.tally.read} read",
            lacks=f"{news} of {_count(require.articles, 'article')}, "
            f"{items} of {_count(require.items, 'item')}",
            require=require,
            held=[f"{h.what}: {h.why}" for h in briefing.held if h.citation is None],
            problems=briefing.problems,
        )


def _too_little(
    *,
    issue: str,
    found: str,
    lacks: str,
    require: RequireConfig,
    held: Sequence[str],
    problems: Sequence[Problem],
) -> TooLittleError:
    asked = f"{_count(require.articles, 'article')} and {_count(require.items, 'item')}"
    details = (
        *(f"  held: {one}" for one in held),
        *(f"  problem: {problem.where}: {problem.what}" for problem in problems),
    )
    state = "state their publication days in an articles.yaml beside them; or "
    lines = (
        f"{issue}: not made",
        f"  asked for: at least {asked} (`require` in the config)",
        f"  found: {found}",
        *details,
        f"  to do: {state if held else ''}widen the period or the topics, or lower "
        "`require`",
    )
    return TooLittleError("\n".join(lines), lacks=lacks, details=details)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
