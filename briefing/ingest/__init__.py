"""Bytes to articles."""

from __future__ import annotations

from briefing.ingest.blocks import body_text, find_blocks
from briefing.ingest.collect import Reading, read_articles

__all__ = ["Reading", "body_text", "find_blocks", "read_articles"]
