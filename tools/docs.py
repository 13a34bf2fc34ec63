"""Writes the generated parts of the documents anew, or tells which have drifted.

usage: python tools/docs.py [--check]

A generated part stands in README.md, CONTRIBUTING.md or docs/*.md between the lines
`<!-- generated: NAME -->` and `<!-- /generated -->`; what it says comes from the
code. With --check nothing is written; exit 1 when a part is not what it should be.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docs_commands import command_help, command_table, figure_columns
from docs_config import config_keys, fact_keys, names_keys
from docs_model import template_fields
from docs_style import css_classes, style_values, template_filters

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
BLOCKS: dict[str, Callable[[], str]] = {
    "commands": command_table,
    "command-help": command_help,
    "config-keys": config_keys,
    "names-keys": names_keys,
    "fact-keys": fact_keys,
    "template-fields": template_fields,
    "template-filters": template_filters,
    "css-classes": css_classes,
    "style-values": style_values,
    "figure-columns": figure_columns,
}
"""What can be generated, by the name that a document gives it."""

_BLOCK = re.compile(
    r"(?P<opening><!-- generated: (?P<name>[\w-]+) -->\n)"
    r"(?P<body>.*?)"
    r"(?P<closing><!-- /generated -->)",
    re.DOTALL,
)


def documents() -> list[Path]:
    """List the documents that may hold generated parts."""
    roots = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return [*roots, *sorted((ROOT / "docs").glob("*.md"))]


def renew(text: str) -> tuple[str, list[str]]:
    """Write the generated parts of a document anew.

    Returns:
        The text, and the names of the parts that were not as they should be.

    Raises:
        SystemExit: when a document names a part that nothing generates.
    """
    drifted = []

    def write(block: re.Match[str]) -> str:
        name = block["name"]
        if name not in BLOCKS:
            sys.exit(f"nothing generates '{name}'; known are {', '.join(BLOCKS)}")
        body = f"\n{BLOCKS[name]()}\n\n"
        if body != block["body"]:
            drifted.append(name)
        return f"{block['opening']}{body}{block['closing']}"

    return _BLOCK.sub(write, text), drifted


def main(arguments: list[str]) -> int:
    """Renew or check all documents; give the exit code."""
    check = arguments == ["--check"]
    if arguments and not check:
        sys.exit(__doc__)
    drifted = []
    for path in documents():
        old = path.read_text(encoding="utf-8")
        new, names = renew(old)
        drifted += [f"{path.relative_to(ROOT)}: {name}" for name in names]
        if names and not check:
            path.write_text(new, encoding="utf-8")
    did = "is not current; run `make docs`" if check else "written anew"
    sys.stdout.writelines(f"{one} {did}\n" for one in drifted)
    return 1 if drifted and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
