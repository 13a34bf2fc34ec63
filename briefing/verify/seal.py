"""Whether a record was changed since it was made."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefing.verify.report import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_seal(raw: str) -> Iterator[Finding]:
    """Yield a finding when a record is not the one that its seal was made for.

    The seal is the SHA-256 of the record without it, written with an indent of two
    and nothing escaped that need not be. How the file is laid out does not matter.

    Args:
        raw: The file's text, which is a JSON object.
    """
    record = json.loads(raw)
    seal = record.pop("seal", None)
    if seal is None:
        return
    text = json.dumps(record, ensure_ascii=False, indent=2)
    if hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest() != seal:
        what = "was changed by hand since it was made; build the issue again"
        yield Finding(("seal",), f"the record {what}")
