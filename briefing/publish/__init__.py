"""Issues on disk, and the desk's own notes about its runs."""

from briefing.publish.issue import Written, write_beside, write_issue
from briefing.publish.runs import hold_the_desk, note_run
from briefing.publish.unmade import Unmade, fingerprint, read_unmade, write_unmade
from briefing.publish.written import find_written, note_written

__all__ = [
    "Unmade",
    "Written",
    "find_written",
    "fingerprint",
    "hold_the_desk",
    "note_run",
    "note_written",
    "read_unmade",
    "write_beside",
    "write_issue",
    "write_unmade",
]
