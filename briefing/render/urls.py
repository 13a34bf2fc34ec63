"""Addresses that may be printed as links."""

from __future__ import annotations

import re

from briefing.render.clean import clean
from briefing.render.escape import Markdown

# Host first: "https:evil", "https:///x" and user names before the host are refused.
_WEB = re.compile(r"(?i)https?://[^\s/?#@\\]+(?:[/?#][^\s]*)?")
_UNSAFE = re.compile(r"[<>\"`{}|\\^\[\]]")


def web_address(url: str | None) -> str | None:
    """Give an http or https address with odd signs encoded; None for all else."""
    text = clean(url or "")
    if not _WEB.fullmatch(text):
        return None
    return _UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", text)


def link_of(url: str | None) -> Markdown:
    """Give an address as a Markdown autolink; nothing if it is no web address."""
    address = web_address(url)
    return Markdown(f"<{address}>" if address else "")
