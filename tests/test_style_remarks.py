"""What a style does that is no fault is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.render import load_style
from briefing.render.checks.remarks import remarks_of

if TYPE_CHECKING:
    from pathlib import Path

FONTS = """\
fonts:
  - family: Own
    weight: 400
    package: font_source_sans_pro
    file: SourceSansPro-Regular.ttf
type: {sans: "Own, sans-serif"}
"""


def test_one_face_and_a_topic_without_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "style.yaml").write_text(FONTS)
    (folder / "sections" / "topic.md.j2").write_text("{{ section.items }}")
    one, other = remarks_of(load_style("mine", search=[tmp_path]))
    assert one.where == "mine/style.yaml:1:1"
    assert "'Own' has one face" in one.what
    assert other.where == "mine/sections/topic.md.j2:1"
    assert "illustration.md.j2" in other.what


def test_styles_that_come_along_need_none() -> None:
    for name in ("base", "roundup", "note", "sitrep", "assessment"):
        assert not [*remarks_of(load_style(name))]
