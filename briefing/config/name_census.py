"""What looks like a name in a heap of articles: how often, where, beside what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.article import PRINTABLE
from briefing.text.fold import fold
from briefing.text.proper_names import Found, find_proper_names
from briefing.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.article import Article

EXAMPLES = 3
"""Places told for each name."""
AROUND = 40
"""Characters before and after a name in an example."""
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_NEVER = word_set(
    "I A January February March April May June July August September October November "
    "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr "
    "Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun GMT ET EST EDT BST "
    "AM PM TV Mr Mrs Ms Dr God Internet Web Islam Christmas Easter Ramadan The Update"
)
_DESCRIBES = word_set(
    "French British Dutch Spanish German Greek Swiss Welsh Scottish English Irish "
    "Danish Polish Turkish Swedish Finnish Czech Arab Arabs Western Eastern Northern "
    "Southern Islamic Muslim Muslims Christian Christians Jewish Jews"
)
_CONTRACTED = re.compile(r"['’](?:m|ve|ll|d|re|t)$")


class Example(NamedTuple):
    """A place where a name stands."""

    path: str
    """The file, or the record, of the article."""
    line: int
    """The line of the article's text, from 1."""
    text: str
    """The words around it."""


@dataclass(slots=True)
class Form:
    """A name as it is written in articles; grows while they are read."""

    words: tuple[str, ...]
    count: int = 0
    inside: int = 0
    """How often within a sentence, where only names have capitals."""
    articles: set[int] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    shorts: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The name as written."""
        return " ".join(self.words)


def take_census(articles: Iterable[Article]) -> Mapping[tuple[str, ...], Form]:
    """Count what looks like a name in the running text of articles.

    Returns:
        The names by their words, in the order of reading. What stands with a capital
        only because a sentence begins there is not among them.
    """
    forms: dict[tuple[str, ...], Form] = {}
    small: Counter[str] = Counter()
    for number, article in enumerate(articles):
        for block in article.blocks:
            if block.role in PRINTABLE:
                text = block.span.cut(article.text)
                small.update(_LOWER.findall(text))
                for found in find_proper_names(text):
                    _count(forms, found, number)
                    _show(forms[found.words], article, block.span.start + found.start)
    return _settled(forms, small)


def _count(forms: dict[tuple[str, ...], Form], found: Found, number: int) -> None:
    form = forms.get(found.words)
    if form is None:
        form = forms[found.words] = Form(found.words)
    form.count += 1
    form.inside += not found.begins
    form.articles.add(number)
    if found.kind:
        form.kinds[found.kind] += 1
    if found.short:
        form.shorts[found.short] += 1


def _show(form: Form, article: Article, at: int) -> None:
    shown = {example.path for example in form.examples}
    if len(form.examples) >= EXAMPLES or article.path in shown:
        return
    text = article.text
    begin = max(at - AROUND, text.rfind("\n", max(0, at - AROUND), at) + 1, 0)
    end = at + len(form.text) + AROUND
    around = text[begin:end].partition("\n")[0]
    line = text.count("\n", 0, at) + 1
    path = article.path if article.reader != "records" else article.id
    form.examples.append(Example(path, line, " ".join(around.split())))


def _settled(
    forms: Mapping[tuple[str, ...], Form], small: Mapping[str, int]
) -> dict[tuple[str, ...], Form]:
    """Leave out ordinary words, also at the head of a name that opens a sentence."""
    inside = Counter({form.words[0]: 0 for form in forms.values()})
    for form in forms.values():
        inside[form.words[0]] += form.inside
    settled: dict[tuple[str, ...], Form] = {}
    for form in forms.values():
        words = form.words
        while words and words[-1] in _NEVER:
            words = words[:-1]
        # Within a sentence, a capital is meant: "New York" is not "York".
        while words and (
            words[0] in _NEVER
            or (
                _is_ordinary(words[0], small, inside)
                and (len(words) == 1 or not form.inside)
            )
        ):
            words = words[1:]
        alone = words[0] if len(words) == 1 else ""
        if words and alone not in _DESCRIBES and not _CONTRACTED.search(words[-1]):
            _add(settled, words, form)
    return settled


def _is_ordinary(
    word: str, small: Mapping[str, int], inside: Mapping[str, int]
) -> bool:
    return (
        word in _NEVER
        or len(word) == 1
        or small.get(word.lower(), 0) > inside.get(word, 0)
    )


def _add(
    settled: dict[tuple[str, ...], Form], words: tuple[str, ...], form: Form
) -> None:
    own = settled.get(words)
    if own is None:
        own = settled[words] = Form(words)
    own.count += form.count
    own.inside += form.count if words != form.words else form.inside
    own.articles |= form.articles
    own.kinds += form.kinds
    own.shorts += form.shorts
    own.examples += form.examples[: EXAMPLES - len(own.examples)]


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Give the words of a name for comparing."""
    return tuple(fold(word) for word in words)
