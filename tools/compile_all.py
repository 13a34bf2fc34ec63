"""Compiles the package's modules and the built-in styles' templates.

Python and `briefing` keep what they compile on first use, but not where
PYTHONDONTWRITEBYTECODE forbids it: there every run would compile all anew, at
several times its cost. So the set-up and the bench ask for it outright.

usage: python tools/compile_all.py
"""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

from briefing.render import check_style, list_styles, load_style

PACKAGE = Path(__file__).resolve().parents[1] / "briefing"


def main() -> int:
    """Compile everything; give the exit code."""
    sys.dont_write_bytecode = False
    compiled = compileall.compile_dir(PACKAGE, quiet=1)
    for name, _ in list_styles():
        check_style(load_style(name), pdf=False)
    return 0 if compiled else 1


if __name__ == "__main__":
    sys.exit(main())
