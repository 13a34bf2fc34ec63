"""Makes docs/page.png, the picture in README: page 1 of the sample issue.

usage: python tools/docs_picture.py

Needs `pdftoppm` (on Debian: poppler-utils), which nothing else here needs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "page.png"
WIDTH = 820
ISSUE = ("ukraine-weekly", "--days", "1076-1080")


def main() -> int:
    """Build the sample issue and picture its first page."""
    program = shutil.which("pdftoppm")
    if not program:
        sys.exit("pdftoppm is not here; on Debian: apt-get install poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        options = ["--formats", "pdf", "--out", folder]
        subprocess.run(
            [sys.executable, "-m", "briefing", "build", *ISSUE, *options],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        (pdf,) = Path(folder).rglob("*.pdf")
        one_page = ["-f", "1", "-l", "1", "-singlefile"]
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(
            [program, "-png", *one_page, *size, str(pdf), str(PICTURE.with_suffix(""))],
            check=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
