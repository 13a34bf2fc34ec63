"""Issues on disk, and the desk's own notes about its runs."""

from briefing.publish.issue import write_beside, write_issue
from briefing.publish.runs import hold_the_desk, note_run

__all__ = ["hold_the_desk", "note_run", "write_beside", "write_issue"]
