"""What a template says outside its blocks, where nobody prints it.

A template that extends another prints only what stands in its blocks; Jinja drops
all else without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import nodes


def find_outside_blocks(folder: Path) -> Iterator[str]:
    """Give file and line of what the templates of a style would never print.

    Templates that cannot be read are left to the setting of a sample issue.
    """
    from jinja2 import Environment, TemplateSyntaxError

    # For reading only; what is printed is made by briefing.render.
    environment = Environment(comment_start_string="{*", comment_end_string="*}")
    for path in sorted(folder.rglob("*.j2")):
        try:
            template = environment.parse(path.read_text(encoding="utf-8"))
        except (TemplateSyntaxError, UnicodeDecodeError):
            continue
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        for line in _lines_outside(template):
            yield (
                f"{name}:{line}: stands outside of any block and is never printed; "
                "put it into a block of the template that this one extends"
            )


def _lines_outside(template: nodes.Template) -> Iterator[int]:
    """Give the line of each stretch of text or field outside the blocks."""
    from jinja2 import nodes

    if not any(isinstance(node, nodes.Extends) for node in template.body):
        return
    for node in template.body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    yield part.lineno
                elif part.data.strip():
                    blank = part.data[: -len(part.data.lstrip())]
                    yield part.lineno + blank.count("\n")
