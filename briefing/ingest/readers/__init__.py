"""The input formats, one module each.

A reader has `NAME`, `ENDINGS` (of file names, in small letters) and `read(source)`,
which yields a `Draft` for each article and a `Problem` for whatever is wrong. The
first reader whose ending fits reads a file.
"""

from __future__ import annotations

from briefing.ingest.readers import html, markdown, plain, records

READERS = (plain, markdown, records, html)
