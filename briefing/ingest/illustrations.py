"""The pictures that an article names: words and paths, checked; no file is opened.

    11-fire.txt:
      illustrations:
        - file: fire.jpg
          caption: The depot on Tuesday morning.
          credit: O. Reporter / Northern Wire
          alt: Smoke over a burnt-out shed with two fire engines before it.

A file lies in the folder of the source; it is a path from the article and never an
address, since nothing is fetched.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from briefing.errors import did_you_mean
from briefing.ingest.facts import PICTURES, PRECEDENCE
from briefing.model.illustration import StatedPicture
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing.ingest.draft import Stated

FIELDS = ("file", "caption", "credit", "alt")
MOST = 12
"""Pictures of one article that are looked at."""
LONGEST = {"caption": 600, "credit": 200, "alt": 600}
"""Signs of the words beside a picture; longer ones are cut, and that is shown."""
_CUT = " […]"
_SHOWN = 80
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]+:|//)")
_DRIVE = re.compile(r"[A-Za-z]:")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zs", "Zl", "Zp"})
_EXAMPLE = "illustrations: [{file: map.png, caption: ..., credit: ..., alt: ...}]"


def settle_pictures(
    where: str, stated: Sequence[Stated], *, path: str, root: Path
) -> tuple[tuple[StatedPicture, ...], tuple[Problem, ...]]:
    """Give the pictures of one article, and what is wrong with others.

    The first place that names any counts, in the order of all facts.

    Args:
        where: the article, for messages.
        stated: what each place states.
        path: the path of the article's file, relative to the root of its source.
        root: that root on this machine.
    """
    ordered = sorted(stated, key=lambda place: PRECEDENCE.index(place.source))
    place = next((one for one in ordered if one.facts.get(PICTURES) is not None), None)
    if place is None:
        return (), ()
    listed = place.facts[PICTURES]
    said = f"{place.source}: {PICTURES}"
    if not isinstance(listed, list):
        return (), (Problem(where, f"{said}: is no list; write {_EXAMPLE}"),)
    pictures: list[StatedPicture] = []
    problems: list[Problem] = []
    if len(listed) > MOST:
        what = f"{said}: {len(listed)} pictures; only the first {MOST} are looked at"
        problems.append(Problem(where, what))
    for number, entry in enumerate(listed[:MOST], start=1):
        for found in _read(entry, folder=posixpath.dirname(path), root=root):
            if isinstance(found, str):
                problems.append(Problem(where, f"{said}[{number}]: {found}"))
            else:
                pictures.append(found)
    return tuple(pictures), tuple(problems)


def _read(entry: Any, *, folder: str, root: Path) -> Iterator[StatedPicture | str]:  # noqa: ANN401
    """Give the picture of one entry, and what is wrong with it."""
    file = entry.get("file") if isinstance(entry, dict) else None
    if not isinstance(file, str) or not file.strip():
        yield f"must name its file; write {_EXAMPLE}"
        return
    for key in entry:
        if key not in FIELDS:
            shown = str(key)[:_SHOWN]
            yield f"'{shown}' is nothing of a picture{did_you_mean(shown, FIELDS)}"
    words: dict[str, str | None] = {}
    for key, longest in LONGEST.items():
        words[key], fault = _words(entry.get(key), longest)
        if fault:
            yield f"{key}: {fault}"
    caption, credit = words["caption"], words["credit"]
    alt = next((each for each in (words["alt"], caption) if each and _tells(each)), "")
    path = posixpath.normpath(posixpath.join(folder, file))
    if fault := _path_fault(file, path):
        yield f"file: {fault}"
    elif not alt:
        yield f"{file[:_SHOWN]} says neither alt nor caption; say what it shows in alt"
    else:
        yield StatedPicture(path, caption, credit, alt, root)


def _words(raw: object, longest: int) -> tuple[str | None, str | None]:
    """Give words on one line, or what is wrong with them."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raw = str(raw)
    if raw is None:
        return None, None
    if not isinstance(raw, str):
        return None, "is no text; left out"
    text = _trimmed(" ".join(raw[: 4 * longest].split()))
    if len(text) > longest:
        text = text[:longest].rpartition(" ")[0] or text[:longest]
        text = f"{_trimmed(text)}{_CUT}"
    return text or None, None


def _trimmed(text: str) -> str:
    """Take away what cannot be seen at both ends."""
    seen = [at for at, sign in enumerate(text) if _is_seen(sign)]
    return text[seen[0] : seen[-1] + 1] if seen else ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _UNSEEN


def _tells(text: str) -> bool:
    """Say whether words tell what a picture shows: a number alone does not."""
    return any(map(str.isalpha, text))


def _path_fault(file: str, path: str) -> str | None:
    shown = file[:_SHOWN]
    if _ADDRESS.match(file) and not _DRIVE.fullmatch(file[:2]):
        return (
            f"'{shown}' is an address, and nothing is fetched; save the picture beside "
            "the article and write its name"
        )
    if not file.isprintable() or "\\" in file:
        return "a path is written with / and holds no signs that cannot be seen"
    if file.startswith("/") or _DRIVE.match(file):
        return f"'{shown}' is a place of one machine; write the path from the article"
    if path == ".." or path.startswith("../"):
        return f"'{shown}' leads out of the source's folder; put the picture into it"
    return None
