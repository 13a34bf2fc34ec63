"""What a build costs, as ratios measured in one run: `make bench`.

Whole processes, started cold, user and system time together; the runs of the two
sides of a ratio take turns, and medians are compared. Modules and templates are
compiled beforehand, as those of the libraries are. A ratio above its target is a
failure.

usage: python tests/bench [--articles FOLDER] [--rounds N] [--imports]
"""

from __future__ import annotations

import argparse
import collections
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = 5
BUILD = ("-m", "briefing", "build", "ukraine-weekly", "--days", "1076-1080")
SET_ALONE = """
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
"""
IMPORT_ALONE = """
import click, jinja2, yaml
from pydantic import BaseModel

class Model(BaseModel):
    name: str
    count: int = 0
"""
FOUR_FORMATS, MARKDOWN = 1.6, 2.0
"""Targets: the build's cost over that of what it is compared with."""
IMPORT_TIME = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")


def cost(arguments: list[str]) -> float:
    """Run Python with arguments to its end; give its CPU seconds.

    Raises:
        SystemExit: it failed.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    complaint = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(arguments[:6])} failed:\n{complaint}")
    return usage.ru_utime + usage.ru_stime


def compare(
    name: str, ours: list[str], theirs: list[str], *, rounds: int, target: float
) -> bool:
    """Print the ratio of two costs; say whether it meets its target."""
    cost(ours), cost(theirs)  # the first run also brings the files into memory
    pairs = [(cost(ours), cost(theirs)) for _ in range(rounds)]
    our, their = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = our / their
    verdict = "met" if ratio <= target else "MISSED"
    sys.stdout.write(
        f"{name}: {ratio:.2f} ({our:.2f} s over {their:.2f} s CPU, median of "
        f"{rounds}); target {target}, {verdict}\n"
    )
    return ratio <= target


def five_articles(folder: Path) -> Path:
    """Copy the first five plain-text samples, with what is known of them."""
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:SAMPLES]:
        shutil.copy(path, folder)
    shutil.copy(ROOT / "seeds" / "articles.yaml", folder)
    return folder


def print_imports(arguments: list[str]) -> None:
    """Print what a build imports, by top package, in milliseconds of its own."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    spent: collections.Counter[str] = collections.Counter()
    for micro, module in IMPORT_TIME.findall(run.stderr):
        parts = module.split(".")
        spent[".".join(parts[: 2 if parts[0] == "briefing" else 1])] += int(micro)
    sys.stdout.write("imports of a Markdown build, ms:\n")
    for package, micro in spent.most_common(15):
        sys.stdout.write(f"  {micro / 1000:6.1f}  {package}\n")


def main() -> int:
    """Measure; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--imports", action="store_true")
    options = parser.parse_args()
    cost(["tools/compile_all.py"])
    sys.stdout.write("modules and templates are compiled\n")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        articles = options.articles
        if articles is None:
            (work / "articles").mkdir()
            articles = five_articles(work / "articles")
        build = [*BUILD, "--articles", str(articles.resolve()), "--out", str(work)]
        markdown = [*build, "--formats", "md"]
        cost(build)
        page = next(work.rglob("*.html"))
        met = [
            compare(
                "four formats over WeasyPrint alone",
                build,
                ["-c", SET_ALONE, str(page), str(work / "alone.pdf")],
                rounds=options.rounds,
                target=FOUR_FORMATS,
            ),
            compare(
                "Markdown only over the imports alone",
                markdown,
                ["-c", IMPORT_ALONE],
                rounds=2 * options.rounds,
                target=MARKDOWN,
            ),
        ]
        if options.imports:
            print_imports(markdown)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
