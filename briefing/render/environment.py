"""The template environments: how templates are found, escaped and blamed.

In Markdown templates (`*.md.j2`) everything that is printed is escaped for Markdown;
`{{ item.text }}` is safe as it stands. In the page (`page.html.j2`) everything is
escaped for HTML. Comments are written `{* ... *}` in both, since Jinja's own `{#`
also opens a heading's anchor in some Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_eval_context,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import do_replace
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import StyleError
from briefing.render.clean import clean
from briefing.render.compiled import compiled_templates
from briefing.render.escape import Markdown, to_markdown
from briefing.render.inline import words_as_html
from briefing.render.logo import logo_of
from briefing.render.missing import missing_among
from briefing.render.style_read import not_utf8

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from briefing.render.style import Style

UNSAFE_FILTERS = ("safe", "tojson", "urlize", "xmlattr")
"""Jinja's filters that print text from outside unescaped, or as markup of their own."""

_PRINTED = " printed"
"""The filter that every block's own filters end with; no template can name it."""
_MOST_TIMES = 10_000
"""How often `*` may repeat a text or a list."""
_TAG_LINE = re.compile(
    r"^[ \t]*((?:\{%(?:(?!%\}).)*%\}[ \t]*)*"  # tags
    r"\{(?=[%*])(?:(?![%*]\}).)*)([-+]?[%*]\})[ \t]*\n",  # the last tag or comment
    re.MULTILINE,
)


class StyleLoader(BaseLoader):
    """Finds a template along the chain of a style.

    `briefing.md.j2` is the nearest file of that name; `roundup/briefing.md.j2` is the
    one of the style named `roundup`.
    """

    def __init__(self, style: Style) -> None:
        self.style = style

    def get_source(
        self,
        environment: object,
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give a template's source and its name."""
        found = self.style.find(template) if ".." not in template else None
        if not found:
            raise TemplateNotFound(template)
        owner, path = found
        name = path.relative_to(dict(self.style.folders)[owner]).as_posix()
        try:
            source = close_tag_lines(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise StyleError(not_utf8(f"{owner}/{name}", error)) from error
        return source, f"{owner}/{name}", lambda: True

    def list_templates(self) -> list[str]:
        """Give the names of all templates along the chain."""
        names = {
            path.relative_to(folder).as_posix()
            for _, folder in self.style.folders
            for path in folder.rglob("*.j2")
        }
        return sorted(names)


def close_tag_lines(source: str) -> str:
    """Let a line that holds nothing but tags or a comment print nothing.

    The line break moves into the tag, so that lines keep their numbers. A break
    after a tag that ends a line of text stays: Jinja's `trim_blocks` would eat it. Such
    a line's indent goes too; a line of text keeps its own even where a tag begins it,
    which `lstrip_blocks` would eat: lists are nested by indents.
    """
    return _TAG_LINE.sub(lambda line: f"{line[1]}\n{line[2]}", source)


class SafeCode(CodeGenerator):
    """Writes `a ~ b` and blocks that are kept so that they escape like all else."""

    def visit_Template(  # noqa: N802
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Let what a block prints be text of the environment's kind, not HTML."""
        super().visit_Template(node, frame)
        self.writeline("Markup = environment.joiner.__class__")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Join through the environment instead of Jinja's HTML-only join."""
        self.write("environment.join_printed((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class StyleEnvironment(ImmutableSandboxedEnvironment):
    """Templates see fields, never methods, and are escaped by default."""

    code_generator_class = SafeCode
    intercepted_binops = frozenset(("+", "%", "*"))

    def __init__(
        self, style: Style, names: Mapping[str, Any], *, markdown: bool
    ) -> None:
        self.style_loader = StyleLoader(style)
        super().__init__(
            loader=self.style_loader,
            undefined=missing_among(names),
            autoescape=True,
            finalize=to_markdown if markdown else print_html,
            comment_start_string="{*",
            comment_end_string="*}",
            auto_reload=False,
            bytecode_cache=compiled_templates(Path(__file__)),
            optimized=False,  # templates are compiled once and run once
        )
        self.is_markdown = markdown
        self.joiner = Markdown("") if markdown else Markup("")
        self.globals |= names
        if not markdown:
            self.globals["logo"] = logo_of(style)
        for name in UNSAFE_FILTERS:
            del self.filters[name]  # nothing from outside is safe
        self.filters[_PRINTED] = self._escaped
        self.filters["replace"] = self._replace
        if markdown:  # Jinja's own escape for HTML, and leave Markdown's signs
            self.filters |= dict.fromkeys(("e", "escape", "forceescape"), to_markdown)

    def _parse(
        self, source: str, name: str | None, filename: str | None
    ) -> nodes.Template:
        """Read a template; no part of a page may switch escaping off.

        What a filter makes of a block is printed like all else: it may be text that
        is no longer escaped, `{% filter striptags %}`.
        """
        template = super()._parse(source, name, filename)
        blocks = (nodes.FilterBlock, nodes.AssignBlock)
        for block in template.find_all(blocks):
            if isinstance(block, blocks) and block.filter is not None:
                block.filter = nodes.Filter(
                    block.filter,
                    _PRINTED,
                    [],
                    [],
                    None,
                    None,
                    lineno=block.lineno,
                    environment=self,
                )
        for node in template.find_all(nodes.EvalContextModifier):
            if self.is_markdown:
                break  # there, escaping does not ask for it
            what = "{% autoescape %} is not to be changed; take the tag away"
            raise TemplateSyntaxError(what, node.lineno, name, filename)
        return template

    def add_filters(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Let templates call these filters.

        What they write in Markdown becomes what this environment prints before a
        template can do anything with it: joined to HTML it would pass for that.
        """
        if self.is_markdown:
            self.filters |= filters
            return
        for name, filter_ in filters.items():
            self.filters[name] = self._printing(filter_)
        self.filters["join"] = self._join

    def _printing(self, filter_: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(filter_)  # the check reads what a filter takes
        def call(*given: object, **named: object) -> object:
            made = filter_(*given, **named)
            return self.printed(made) if isinstance(made, Markdown) else made

        return call

    def _join(self, parts: Iterable[object], between: str = "") -> Markup:
        kind = type(self.joiner)
        joiner = kind.escape(between) if kind is Markup else kind(between)
        return joiner.join(map(self.printed, parts))

    @pass_eval_context
    def _replace(
        self,
        context: nodes.EvalContext,
        text: object,
        old: str,
        new: str,
        count: int | None = None,
    ) -> str:
        """Replace in printed text where one of the parts is; Jinja's escapes for HTML.

        What is replaced by other words is escaped with them.
        """
        printed = _is_printed(old) or _is_printed(new)
        words: Any = self._escaped(text) if printed else text
        return do_replace(context, words, old, new, count)

    def _escaped(self, value: object) -> Markup:
        """Give a value escaped, as text of the environment's kind."""
        return type(self.joiner).escape(self.printed(value))

    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        """Call a function; a macro gives text of the environment's kind."""
        made = super().call(context, called, *given, **named)
        return type(self.joiner)(made) if type(made) is Markup else made

    def printed(self, value: object) -> Any:  # noqa: ANN401 - whatever a field holds
        """Give a value as the environment prints it."""
        return self.finalize(value) if self.finalize else value

    def join_printed(self, parts: tuple[Any, ...]) -> Markup:
        """Join the operands of `~`, each escaped."""
        return self.joiner.join(map(self.printed, parts))

    def call_binop(
        self, context: Context, operator: str, left: object, right: object
    ) -> object:
        """Let `+` on printed text escape what it adds."""
        if operator == "+" and (_is_printed(left) or _is_printed(right)):
            return self.join_printed((left, right))
        times = _times(left, right) if operator == "*" else 0
        if times > _MOST_TIMES:
            msg = f"repeats a text {times} times; {_MOST_TIMES} is the most"
            raise ValueError(msg)  # no clock reaches the machine's own loops
        return super().call_binop(context, operator, left, right)

    def _load_template(self, name: Any, globals: Any) -> Any:  # noqa: ANN401
        """Find a template by plain text: `~` gives a name that is escaped text."""
        return super()._load_template("".join(name), globals)

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a field: `section.items` is the items, not a method of dict."""
        if isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _times(left: object, right: object) -> int:
    """Give how often a product repeats a text or a list; 0 for one of numbers."""
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | list | tuple) and isinstance(times, int):
            return times
    return 0


def print_html(value: object) -> object:
    """Clean what a page prints; None prints as nothing."""
    if isinstance(value, Markdown):
        return Markup(words_as_html(value))
    if value is None or _is_printed(value):
        return value or ""
    return clean(str(value))


def _is_printed(value: object) -> bool:
    return hasattr(value, "__html__")
