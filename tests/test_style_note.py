"""The morning note: one page for a usual morning, like the front of a newspaper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.cli import main
from briefing.render import load_style, record_of
from briefing.render.page import lay_page
from tests.sample_briefing import sample_briefing

ROOT = Path(__file__).parents[1]
MORNINGS = ("2025-02-06", "2025-02-07")  # the fullest of the sample
LARGER = ":root { --text-size: var(--text-size-"


@pytest.mark.pdf
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_each_morning_of_the_sample_config_is_one_page(
    paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    house = tmp_path / "paper"
    house.mkdir()
    (house / "style.yaml").write_text(f"extends: note\npage: {{size: {paper}}}\n")
    for day in MORNINGS:
        out = tmp_path / day
        options = ["--date", day, "--style", str(house), "--out", str(out)]
        assert main(["build", "daily-note", *options, "--formats", "pdf"]) == 0
        (made,) = out.rglob("*.pdf")
        # Columns that end unequal would take a second page too.
        assert len(PdfReader(io.BytesIO(made.read_bytes())).pages) == 1, day


@pytest.mark.parametrize(("words", "size"), [(9, "large"), (650, "middle"), (800, "")])
def test_type_is_larger_where_there_is_little_to_print(words: int, size: str) -> None:
    record, style = record_of(sample_briefing()), load_style("note")
    page = lay_page(f"# A title\n\n## Ours\n\n{'word ' * words}\n", record, style)
    assert (f"{LARGER}{size})" in page) if size else (LARGER not in page)
