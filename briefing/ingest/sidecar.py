"""Facts that the desk writes beside loose files: `articles.yaml`.

    a.txt: {publisher: The Paper, published: 2025-02-07}
    records.jsonl: {publisher: The Wire}          # all records of the file
    records.jsonl#17: {kind: roundup}             # one of them

Paths are relative to the sidecar. A sidecar counts for the files of its folder and
of the folders below it, up to the root of the source; the nearest one wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.config.yaml import Yaml, load_yaml
from briefing.errors import BriefingError, did_you_mean
from briefing.ingest.decode import decode
from briefing.ingest.draft import TEXT_LIMIT, Stated
from briefing.ingest.facts import refuse_unknown
from briefing.ingest.sources import SIDECAR, shown
from briefing.model.problem import Problem


@dataclass(slots=True)
class Sidecars:
    """The sidecars read so far, each once, and what is wrong with them."""

    entries: dict[Path, Mapping[str, Any]] = field(default_factory=dict)
    """Entries by folder of their sidecar."""
    problems: set[Problem] = field(default_factory=set)
    """Faults of the sidecars."""

    def state(self, file: Path, root: Path, suffix: str = "") -> tuple[Stated, ...]:
        """Give what the sidecars state about a file or a record, nearest first.

        Args:
            file: the file on this machine, somewhere under `root`.
            root: the root of its source.
            suffix: for a record, `#` and its id.
        """
        found = []
        for folder in file.parents:
            entries = self._read(folder, root)
            name = file.relative_to(folder).as_posix()
            for key in dict.fromkeys((name + suffix, name)):
                facts = entries.get(key)
                if isinstance(facts, dict):
                    found.append(Stated("sidecar", facts, {}))
            if folder == root:
                break
        return tuple(found)

    def _read(self, folder: Path, root: Path) -> Mapping[str, Any]:
        if folder not in self.entries:
            path = folder / SIDECAR
            # Several sources may have one each: the source's own folder tells which.
            where = shown((root.name / path.relative_to(root)).as_posix())
            self.entries[folder] = _read_sidecar(path, where, self.problems)
        return self.entries[folder]


def _read_sidecar(path: Path, where: str, problems: set[Problem]) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        if path.stat().st_size > TEXT_LIMIT:
            problems.add(Problem(where, "is too large for a sidecar; not read"))
            return {}
        text = decode(path.read_bytes()).text
        yaml = load_yaml(text or "", name=where)
    except OSError as error:
        problems.add(Problem(where, f"cannot be read: {error.strerror}"))
        return {}
    except BriefingError as error:
        problems.add(Problem(where, f"not read: {error}"))
        return {}
    problems.update(yaml.remarks)
    entries = yaml.data or {}
    if not isinstance(entries, dict):
        problems.add(Problem(where, "must map each file to its facts; not read"))
        return {}
    problems.update(_faults(yaml, entries, path.parent))
    return entries


def _faults(yaml: Yaml, entries: Mapping[str, Any], folder: Path) -> set[Problem]:
    problems: set[Problem] = set()
    names = {file.name for file in folder.iterdir()}
    for key, facts in entries.items():
        where = f"{yaml.where((key,))}: {key}"
        file = key.partition("#")[0]
        if not _names_file(folder, file):
            hint = did_you_mean(file, names)
            problems.add(Problem(where, f"there is no such file{hint}"))
        if isinstance(facts, dict):
            problems.update(refuse_unknown(where, facts))
        else:
            what = "must map keys to values, as in {published: 2025-02-07}"
            problems.add(Problem(where, what))
    return problems


def _names_file(folder: Path, file: str) -> bool:
    parts = PurePosixPath(file).parts
    if not parts or ".." in parts or file.startswith("/"):
        return False
    try:
        return (folder / file).is_file()
    except (OSError, ValueError):
        return False
