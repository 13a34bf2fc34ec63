"""The command line: one command a module, loaded when it is used.

Exit codes: 0 done (problems may be listed); 1 not made, or `verify` found a fault;
2 the command line or the config is wrong; 130 interrupted. Paths of what was made go
to standard output, everything else a person may want to know to standard error.
"""

from __future__ import annotations

import gc
import io
import os
import sys

import click

from briefing.cli.group import briefing
from briefing.cli.speech import lines_of, say
from briefing.errors import BriefingError
from briefing.text.unseen import printable

INTERRUPTED = 130
OBJECTS_A_SWEEP = 50_000
"""New objects after which Python looks for unused ones; a run is short, and hardly any
die that are not freed at once, so the usual 700 would be one search after another."""
PIPE_CLOSED = 141
"""What a shell sees of a program whose reader went away."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code.

    Args:
        arguments: the command line without the program's name; None takes the
            process's own.
    """
    gc.set_threshold(OBJECTS_A_SWEEP)
    try:
        code = briefing.main(arguments, prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
    except BriefingError as error:
        say(f"briefing: {lines_of(error)}")
        return error.exit_code
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("briefing: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Python would flush, and complain, once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code if isinstance(code, int) else 0


def _show(error: click.ClickException) -> None:
    """Tell what is wrong with the command line; its words may be names of files."""
    told = io.StringIO()
    error.show(told)
    words = told.getvalue().replace(error.message, printable(error.message))
    say(words.rstrip("\n"))
