"""What the preview shows, and setting it anew when a file or the choice changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Condition
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.preview.fault import Fault, fault_of
from briefing.preview.fixtures import find_fixture
from briefing.preview.paper import Paper, Setter
from briefing.preview.pictures import PageSize, can_draw, page_sizes
from briefing.preview.setting import SetIssue, remarks_on, set_issue
from briefing.preview.watching import look_at
from briefing.render.style import list_styles, search_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from threading import Event

    from briefing.model.briefing import Briefing
    from briefing.preview.watching import Mark

PAUSE = 0.15
"""Seconds between two looks at the files."""
QUIET = 3
"""Looks without a change after which a style is checked: it takes longer than setting,
and who saves again at once shall not wait for it."""


class Choice(NamedTuple):
    """What is to be shown."""

    style: str
    """Name or path of the style."""
    fixture: str
    """Name of the fixture."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown at one moment; a later one has a higher turn."""

    turn: int
    """Counts every change of what is shown."""
    choice: Choice
    """What was asked for."""
    issue: SetIssue | None = None
    """The last issue that could be set; None as long as none could."""
    number: int = 0
    """Counts the issues that were set."""
    of: Choice | None = None
    """What `issue` is of: not `choice` while that has a fault."""
    fault: Fault | None = None
    """Why the files as they stand cannot be set."""
    paper: Paper | None = None
    """The last PDF that could be set."""
    sizes: tuple[PageSize, ...] = ()
    """Its pages; none where they cannot be pictured here."""
    paper_fault: Fault | None = None
    """Why the page cannot be set on paper."""
    remarks: tuple[Fault, ...] = ()
    """What `style check` says of a style that can be set."""

    @property
    def is_setting(self) -> bool:
        """Whether the PDF of the issue that is shown is still to come."""
        made = self.paper.number if self.paper else 0
        return self.number > made and not self.paper_fault


class Studio:
    """Holds what is shown, for the threads of a server to read and wait for.

    Must be closed, since it keeps a process that sets PDFs.
    """

    def __init__(
        self, sample: Briefing, choice: Choice, search: Sequence[Path] = ()
    ) -> None:
        self._sample = sample
        self._search = tuple(search)
        self._issues: dict[str, Briefing] = {}
        self._news = Condition()
        self._shown = Shown(0, choice)
        self._seen: tuple[Choice, frozenset[Mark]] | None = None
        self._checked: tuple[str, frozenset[Mark]] | None = None
        self._quiet = 0
        self._setter = Setter(self._take_paper)
        self.is_closed = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def choose(self, style: str | None, fixture: str | None) -> None:
        """Show another style or fixture; it is set at the next look.

        Raises:
            UsageError: when there is no such fixture.
        """
        now = self._shown.choice
        if fixture:
            find_fixture(fixture)
        self._show(choice=Choice(style or now.style, fixture or now.fixture))

    def styles(self) -> list[str]:
        """Give the names of the styles that may be chosen."""
        names = [name for name, _ in list_styles(self._search)]
        own = self._shown.choice.style
        return names if own in names else [own, *names]

    def wait(self, turn: int, seconds: float) -> Shown:
        """Give what is shown once that is later than `turn`, or after some seconds."""
        with self._news:
            self._news.wait_for(lambda: self._shown.turn > turn, seconds)
            return self._shown

    def keep_up(self, stop: Event) -> None:
        """Set what is to be shown whenever it changes, until told to stop."""
        self._setter.warm_up()
        while not stop.is_set():
            self.look()
            stop.wait(PAUSE)

    def look(self) -> None:
        """Set anew if a file or the choice changed; check the style once they rest."""
        choice = self._shown.choice
        seen = (choice, look_at(self._folders(choice.style)))
        self._quiet += 1
        if seen != self._seen:
            self._seen, self._quiet = seen, 0
            self._set(choice)
        elif self._quiet >= QUIET and self._checked != (choice.style, seen[1]):
            self._checked = (choice.style, seen[1])
            if not self._shown.fault:
                self._show(remarks=remarks_on(choice.style, self._search))

    def close(self) -> None:
        """End the process that sets PDFs, and let those who wait go."""
        self.is_closed = True
        self._setter.close()
        self._show()

    def _folders(self, style: str) -> set[Path]:
        """Give the folders to watch: those of styles, and a style's own by path."""
        folders = set(search_path(self._search))
        if "/" in style or "\\" in style:
            folders |= {folder.parent / style for folder in self._search}
        return folders

    def _set(self, choice: Choice) -> None:
        made = set_issue(self._issue(choice.fixture), choice.style, self._search)
        if isinstance(made, Fault):
            self._show(fault=made, remarks=())
            return
        if self._checked and self._checked[0] != choice.style:
            self._show(remarks=())
        before = self._shown
        if (made, choice) == (before.issue, before.of):
            self._show(fault=None)
        else:
            number = before.number + 1
            self._show(
                issue=made, number=number, of=choice, fault=None, paper_fault=None
            )
            self._setter.set(number, made.page)

    def _issue(self, fixture: str) -> Briefing:
        if fixture not in self._issues:
            self._issues[fixture] = find_fixture(fixture).make(self._sample)
        return self._issues[fixture]

    def _take_paper(self, paper: Paper) -> None:
        style = self._shown.choice.style
        if paper.fault:
            self._show(paper_fault=fault_of(paper.fault, style, self._search))
            return
        sizes = page_sizes(paper.pdf) if can_draw() else ()
        self._show(paper=paper, sizes=sizes)

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Shown
        with self._news:
            known = self._shown
            if changes and all(getattr(known, key) == changes[key] for key in changes):
                return
            self._shown = replace(known, turn=known.turn + 1, **changes)
            self._news.notify_all()
