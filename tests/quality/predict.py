"""Runs the product on a gold file and prints predictions, one JSON line each.

usage: python tests/quality/predict.py KIND GOLD > PREDICTIONS

GOLD is `.jsonl` or `.jsonl.gz`; for timelines the folder that holds TOPIC.json beside
TOPIC.articles.jsonl.gz, a row a task. Only what is input is passed on to the product;
the answers that the files hold are taken out before.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Row = dict[str, Any]

KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "timex": ("timex", "predict", ("id", "published", "text")),
    "figures": ("figures", "predict", ("id", "text")),
    "pages-html": ("pages", "predict_html", ("id", "url", "html")),
    "pages-rough": ("pages", "predict_rough", ("id", "url", "rough")),
    "pages-dump": ("pages", "predict_dump", ("id", "url", "dump")),
    "pubdates": ("pubdates", "predict", ("id", "html")),
    "claims": (
        "claims",
        "predict",
        ("topic", "a", "b", "a_published", "b_published"),
    ),
    "timelines": (
        "timelines",
        "predict",
        ("topic", "keywords", "articles", "ref", "l", "k", "start", "end"),
    ),
}
"""For each kind: module in kinds/, its function, and the fields that are input."""
FOLDERS = frozenset({"timelines"})
"""Kinds whose gold is a folder."""


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON-lines file, or the tasks of a folder of timelines."""
    if path.is_dir():
        yield from read_tasks(path)
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_tasks(folder: Path) -> Iterator[Row]:
    """Yield a row a task of the topics in a folder, with the path of their articles."""
    for path in sorted(folder.glob("*.json")):
        topic = json.loads(path.read_text(encoding="utf-8"))
        articles = str(path.with_name(f"{path.stem}.articles.jsonl.gz"))
        for task in topic["tasks"]:
            yield {**topic, **task, "articles": articles}


def load_kind(kind: str) -> Callable[[Row], Row]:
    """Give the function that predicts one row of a kind."""
    module, function, _ = KINDS[kind]
    place = Path(__file__).with_name("kinds") / f"{module}.py"
    spec = importlib.util.spec_from_file_location(f"kinds_{module}", place)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return getattr(loaded, function)


def predict(kind: str, gold: Path) -> Iterator[Row]:
    """Yield a prediction for each row of a gold file."""
    function = load_kind(kind)
    inputs = KINDS[kind][2]
    for row in read_rows(gold):
        yield function({key: row[key] for key in inputs if key in row})


def main(arguments: list[str]) -> int:
    """Run from the command line; give the exit code."""
    if len(arguments) != 2:
        sys.stderr.write(f"{__doc__}\nKIND is one of {', '.join(KINDS)}.\n")
        return 2
    kind, gold = arguments[0], Path(arguments[1])
    if kind not in KINDS:
        known = ", ".join(KINDS)
        sys.stderr.write(f"predict: the kind '{kind}' is unknown. Known: {known}.\n")
        return 2
    if not (gold.is_dir() if kind in FOLDERS else gold.is_file()):
        what = "folder" if kind in FOLDERS else "file"
        sys.stderr.write(f"predict: there is no gold {what} '{gold}'.\n")
        return 2
    for prediction in predict(kind, gold):
        sys.stdout.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
