"""Addresses that may be printed as links."""

from __future__ import annotations

import re

from briefing.render.clean import clean
from briefing.render.escape import Markdown

# Host first: "https:evil", "https:///x" and user names before the host are refused.
_WEB = re.compile(r"(?i)(https?://)([^\s/?#@\\]+)((?:[/?#][^\s]*)?)")
_SENT_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?")
_UNSAFE = re.compile(r"[<>\"`{}|\\^\[\]]")


def web_address(url: str | None) -> str | None:
    """Give an http or https address with odd signs encoded; None for all else.

    A host is given as it is asked for ("xn--..."): letters of another alphabet look
    like those of a known name.
    """
    found = _WEB.fullmatch(clean(url or ""))
    host = _sent(found[2]) if found else None
    if not found or not host:
        return None
    text = f"{found[1]}{host}{found[3]}"
    return _UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", text)


def _sent(host: str) -> str | None:
    """Give a host as it is sent; None where letters of it are those of no host."""
    if host.isascii():
        return host
    try:
        sent = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return sent if _SENT_HOST.fullmatch(sent) else None


def link_of(url: str | None) -> Markdown:
    """Give an address as a Markdown autolink; nothing if it is no web address."""
    address = web_address(url)
    return Markdown(f"<{address}>" if address else "")
