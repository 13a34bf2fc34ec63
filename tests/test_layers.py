"""What is imported when. The layers themselves are checked by `make layers`."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "briefing"

LAZY = {
    "babel": {"annotate/languages/data.py", "ingest/page_dates/months.py"},
    "filelock": {"publish/runs.py"},
    "gzip": {"ingest/readers/records.py"},
    "lxml": {"ingest/pages.py"},
    "markdown_it": {"render/body.py", "render/parse.py", "render/plain_signs.py"},
    "pypdfium2": {"preview/pictures.py"},
    "trafilatura": {"ingest/pages.py"},
    "weasyprint": {
        "render/checks/engine.py",
        "render/fetcher.py",
        "render/own_fonts.py",
        "render/pdf.py",
        "render/structure.py",
    },
    "zlib": {"ingest/png.py", "ingest/readers/records.py"},
}
"""Libraries that are costly to import, and the only modules that may import them:
inside a function, or in a module that is itself imported inside one."""
HEAVY = {*LAZY, "jinja2", "pydantic", "yaml"} - {"zlib"}
"""What no command needs before it runs."""


def imports_of(tree):
    """Give what a module imports at run time, in functions too."""
    if isinstance(tree, ast.Import):
        yield from (alias.name for alias in tree.names)
    elif isinstance(tree, ast.ImportFrom):
        yield tree.module
    elif not (isinstance(tree, ast.If) and "TYPE_CHECKING" in ast.dump(tree.test)):
        for child in ast.iter_child_nodes(tree):
            yield from imports_of(child)


def test_costly_libraries_are_imported_where_they_are_used():
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        for name in imports_of(ast.parse(path.read_text(encoding="utf-8"))):
            top = name.partition(".")[0]
            if top in LAZY:
                found.setdefault(top, set()).add(place)
    assert found == LAZY


def test_the_command_line_starts_without_costly_libraries():
    code = "import sys, briefing.cli; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert HEAVY & set(run.stdout.split()) == set()
