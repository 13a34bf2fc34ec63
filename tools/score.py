"""Measures the product on gold files and holds it to `tests/quality/floors.json`.

usage: python tools/score.py GOLD

GOLD is a folder of marked-up articles that is no part of the project; the scorers
lie beside it, in `../score`. Exit 1 when an accuracy has fallen below its floor.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUALITY = ROOT / "tests" / "quality"
SETS = (
    ("timex", "timex/timebank.jsonl.gz", "score_timex.py"),
    ("timex", "timex/aquaint.jsonl.gz", "score_timex.py"),
    ("timex", "timex/meantime-dev.jsonl.gz", "score_timex.py"),
    ("figures", "figures/dev.jsonl", "score_figures.py"),
    ("claims", "figures/claim_pairs_dev.jsonl", "score_claims.py"),
    ("pages-html", "pages/dev.jsonl.gz", "score_pages.py"),
    ("pages-rough", "pages/dev.jsonl.gz", "score_pages.py"),
    ("pages-dump", "pages/dev.jsonl.gz", "score_pages.py"),
    ("pubdates", "pubdates/dev.jsonl.gz", "score_pubdates.py"),
    ("timelines", "timelines", "score_timelines.py"),
)
"""Kind of prediction, gold file, scorer."""


def measure(kind: str, gold: Path, scorer: Path) -> dict[str, float] | str:
    """Give the scores of one gold file by name, or what went wrong."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
        made = subprocess.run(
            [sys.executable, str(QUALITY / "predict.py"), kind, str(gold)],
            stdout=predictions,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if made.returncode:
            return (made.stderr.strip().splitlines() or ["no reason given"])[-1]
        flag = ["--json"] if scorer.name == "score_figures.py" else []
        scored = subprocess.run(
            [sys.executable, str(scorer), str(gold), predictions.name, *flag],
            capture_output=True,
            text=True,
            check=False,
        )
    if scored.returncode:
        return scored.stderr.strip().splitlines()[-1]
    return flatten(read_scores(scored.stdout))


def read_scores(printed: str) -> object:
    """Read what a scorer prints: JSON, or a Python dict on its first line."""
    try:
        return json.loads(printed)
    except json.JSONDecodeError:
        found = re.search(r"^\{.*\}$", printed, re.MULTILINE)
        return ast.literal_eval(found[0]) if found else {}


def flatten(scores: object, name: str = "") -> dict[str, float]:
    """Give nested scores by dotted name: "value_f1.f1"."""
    if isinstance(scores, dict):
        return {
            key: number
            for part, inner in scores.items()
            for key, number in flatten(inner, f"{name}.{part}".strip(".")).items()
        }
    return {name: float(scores)} if isinstance(scores, int | float) else {}


def main(arguments: list[str]) -> int:
    """Score every set, print the scores beside their floors; give the exit code."""
    gold = Path(arguments[0]) if arguments else Path("gold")
    scorers = gold.parent / "score"
    if not (gold.is_dir() and scorers.is_dir()):
        sys.stderr.write(
            f"score: '{gold}' is no folder of gold data with '{scorers}' beside it. "
            "Accuracy is measured on data that is no part of the project; "
            "name its folder: make score GOLD=path/to/gold\n"
        )
        return 2
    floors = json.loads((QUALITY / "floors.json").read_text(encoding="utf-8"))
    failed = False
    for kind, file, scorer in SETS:
        name = f"{kind} {Path(file).name.split('.')[0]}"
        scores = measure(kind, gold / file, scorers / scorer)
        if isinstance(scores, str):
            sys.stdout.write(f"{name}: not measured: {scores}\n")
            failed = True
            continue
        sys.stdout.write(f"{name}: {json.dumps(scores)}\n")
        for key, floor in floors.get(name, {}).items():
            if scores.get(key, 0.0) < floor:
                sys.stdout.write(f"  {key} is below its floor, {floor}\n")
                failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
