"""Runs the product on a gold file and prints predictions, one JSON line each.

usage: python tests/quality/predict.py KIND GOLD > PREDICTIONS

GOLD is `.jsonl` or `.jsonl.gz`. Only what is input is passed on to the product; the
answers that the file holds are taken out before.
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
}
"""For each kind: module in kinds/, its function, and the fields that are input."""
LATER = ("timelines",)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a JSON-lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


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
        why = (
            "is not predicted yet; the product has no stage for it"
            if kind in LATER
            else "is unknown"
        )
        known = ", ".join(KINDS)
        sys.stderr.write(f"predict: the kind '{kind}' {why}. Known: {known}.\n")
        return 2
    if not gold.is_file():
        sys.stderr.write(f"predict: there is no gold file '{gold}'.\n")
        return 2
    for prediction in predict(kind, gold):
        sys.stdout.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
