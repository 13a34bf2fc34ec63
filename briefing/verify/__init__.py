"""Re-checks a finished issue, independently of what built it.

The record (JSON) is held to the articles, or to the quotes in it; the manuscript
(Markdown) to the record. Nothing here selects, composes or renders, and numbers,
sentences and days are read a second time by code of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.verify.record import check_record, note_record, read_record
from briefing.verify.report import Fault, Report
from briefing.verify.structure import items_of
from briefing.verify.text import check_manuscript

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.illustration import StatedPicture

__all__ = ["Fault", "Report", "verify_issue"]

ENDINGS = (".json", ".md")


def verify_issue(
    path: Path,
    *,
    texts: Mapping[str, str] | None,
    names: Mapping[str, str | None] | None = None,
    pictures: Mapping[str, Sequence[StatedPicture]] | None = None,
    style: str | None = None,
) -> Report:
    """Check a finished issue.

    Args:
        path: Its `.json`, or its `.md` with the `.json` of the same name beside it.
        texts: The articles' texts by id; None to rely on the quotes in the record.
        names: The party of each name that the desk lists, None for those without; may
            be left out.
        pictures: The pictures that each article brings, by its id; None where that is
            not known.
        style: Name or folder of the style in which it is set; None for the one that
            the record names.

    Raises:
        UsageError: the file or the record beside it cannot be read.
    """
    if path.suffix not in ENDINGS:
        endings = " or ".join(ENDINGS)
        msg = f"{path}: only {endings} can be verified; name the issue's {endings}"
        raise UsageError(msg)
    record_path = path.with_suffix(".json")
    raw = _read(record_path)
    manuscript = _read(path) if path.suffix == ".md" else None
    record, faults = read_record(raw, str(record_path))
    against = "the quotes in the issue" if texts is None else "the articles"
    if not record:
        return Report(faults, {}, against)
    faults = check_record(
        record,
        raw,
        str(record_path),
        texts=texts,
        path=record_path,
        names=names,
        pictures=pictures,
    )
    unsure = note_record(record, raw, str(record_path), record_path)
    checked = {
        "citations": len(record["citations"]),
        "sentences": sum(len(item["sentences"]) for _, item in items_of(record)),
        "claims": sum(len(figure["claims"]) for figure in record["figures"]),
    }
    if shown := len(record.get("illustrations") or ()):
        checked["pictures"] = shown
    if manuscript is None:
        return Report(faults, checked, against, unsure)
    folders = (*path.resolve().parents, Path.cwd())
    found, notes, printed = check_manuscript(
        manuscript, record, str(path), folders=folders, style=style
    )
    told = checked | {"printed": printed}
    return Report((*found, *faults), told, against, (*notes, *unsure))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        msg = f"{path}: cannot be read ({why}); a manuscript needs its .json beside it"
        raise UsageError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8"
        raise UsageError(msg) from error
