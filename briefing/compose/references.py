"""Citations and the closing list: numbers in the order of first printing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefing.model.briefing import Citation, Reference
from briefing.model.selection import Source
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefing.model.article import Article
    from briefing.model.selection import Selection


def number_citations(
    selection: Selection, order: Iterable[Source]
) -> tuple[dict[Source, int], int]:
    """Number every cited sentence, from 1, and say how many of them are printed.

    Printed ones come first, in the `order` of printing; those that only back the
    ledger or what is held back follow.
    """
    printed = dict.fromkeys(order)
    backing = (
        *(s.source for q in selection.ledger for s in q.statements),
        *(held.source for held in selection.withheld if held.source),
    )
    rest = (source for source in dict.fromkeys(backing) if source not in printed)
    numbers = {source: at for at, source in enumerate((*printed, *rest), start=1)}
    return numbers, len(printed)


def cite(
    numbers: Mapping[Source, int], printed: int, articles: Mapping[str, Article]
) -> tuple[Citation, ...]:
    """Make the citations, by number, each with its words and their hash."""
    made = []
    for source, number in numbers.items():
        article = articles[source.article]
        quote = source.span.cut(article.text)
        made.append(
            Citation(
                number=number,
                article=article.id,
                start=source.span.start,
                end=source.span.end,
                quote=quote,
                sha256=hashlib.sha256(quote.encode("utf-8")).hexdigest(),
                paragraph=_paragraph(article, source.span),
                printed=number <= printed,
            )
        )
    return tuple(made)


def list_references(
    selection: Selection,
    citations: Sequence[Citation],
    *,
    late: Collection[str] = (),
) -> tuple[Reference, ...]:
    """Make the closing list: quoted articles by first citation, then the others.

    Args:
        selection: What was chosen, with the articles that existed.
        citations: All citations, in order.
        late: Ids of the articles that came late.
    """
    first: dict[str, list[int]] = {}
    for citation in citations:
        if citation.printed:
            first.setdefault(citation.article, []).append(citation.number)
    older = {source for passage in selection.background for source in passage.sources}
    told = {
        citation.article
        for citation in citations
        if citation.printed
        and selection.uses[citation.article] == "in"
        and Source(citation.article, Span(citation.start, citation.end)) not in older
    }
    by_id = {article.id: article for article in selection.articles}
    order = [*first, *(id for id in by_id if id not in first)]
    return tuple(
        _reference(
            by_id[id],
            number,
            use="none" if id not in first else "news" if id in told else "background",
            citations=tuple(first.get(id, ())),
            late=id in late,
        )
        for number, id in enumerate(order, start=1)
    )


def _paragraph(article: Article, span: Span) -> int:
    """Count the paragraphs up to the one that holds `span`, junk left out."""
    return sum(
        block.role != "junk" and block.span.start <= span.start
        for block in article.blocks
    )


def _reference(
    article: Article,
    number: int,
    *,
    use: str,
    citations: tuple[int, ...],
    late: bool,
) -> Reference:
    published = article.published
    evidence = (
        f"{published.source}: {published.evidence}"
        if published.source and published.evidence
        else published.source
    )
    return Reference(
        id=article.id,
        path=article.path,
        url=article.url,
        headline=article.headline,
        publisher=article.publisher,
        kind=article.kind,
        byline=article.byline,
        published=published.written,
        published_evidence=evidence,
        sha256=article.sha256,
        number=number,
        use=use,  # type: ignore[arg-type]
        credits=article.credits,
        citations=citations,
        late=late,
    )
