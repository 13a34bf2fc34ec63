"""What `verify` says of standings that only the ledger can tell: nothing."""

from __future__ import annotations

from briefing.cli import main

CONFIG = """
desk: {timezone: UTC}
sources: [a]
topics: {front: [Tolmin, advanced]}
editions: {w: {covers: monday to friday, sections: [figures, topics, sources]}}
"""
PAGE = """---
published: 2025-02-07
publisher: {publisher}
---
# {headline}

Troops advanced {far} near Tolmin on Thursday, the Institute for the Study of War said.

{sayer} said 14 people were wounded in Tolmin on Thursday.
"""


def test_other_measures_and_sources_that_may_be_one_are_no_fault(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "briefing.yaml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "a").mkdir()
    told = (
        ("One", "Troops near Tolmin advance", "6 miles", "Police"),
        ("Two", "The front at Tolmin moves", "10 kilometers", "The mayor"),
    )
    for publisher, headline, far, sayer in told:
        page = PAGE.format(publisher=publisher, headline=headline, far=far, sayer=sayer)
        (tmp_path / "a" / f"{publisher}.md").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    days = ("--from", "2025-02-03", "--to", "2025-02-07", "--formats", "md,json")
    assert main(["build", "w", *days]) == 0
    assert main(["verify", "reports/w/2025-02-07/w-2025-02-07.md"]) == 0
    assert "4 claims" in capsys.readouterr().err
