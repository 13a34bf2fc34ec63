"""Predicts the body of a page, from its HTML or from text taken off it."""

from __future__ import annotations

from hashlib import sha256

from briefing.ingest import body_text, find_blocks
from briefing.ingest.pages import read_page
from briefing.model.article import Article


def predict_html(row):
    """Read the page as the reader of saved web pages does."""
    page = read_page(row["html"])
    return (
        _body(row["id"], page.text, page.blocks) if page else _body(row["id"], "", ())
    )


def predict_rough(row):
    """Read pasted text, some furniture left, as the reader of plain text does."""
    return _body(row["id"], row["rough"], find_blocks(row["rough"]))


def predict_dump(row):
    """Read every word of a page as the reader of plain text does."""
    return _body(row["id"], row["dump"], find_blocks(row["dump"]))


def _body(page, text, blocks):
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article(page, page, text, digest, tuple(blocks), "plain")
    return {"id": page, "text": body_text(article)}
