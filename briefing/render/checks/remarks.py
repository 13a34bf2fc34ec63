"""What a style does that is no fault, but that its maker may not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.problem import Problem
from briefing.render.checks.reading import sources_of
from briefing.render.style import own_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.render.style import Style


def remarks_of(style: Style) -> Iterator[Problem]:
    """Give what is set without a face of its own, and pictures that are not printed."""
    file = own_file(style)
    families = dict.fromkeys(family for family, _, _ in file.faces)
    for family in families:
        faces = [face for face in style.faces if face[0] == family]
        if len(faces) == 1:
            what = f"'{family}' has one face: bold and italic letters are made of it; "
            hint = "name the files of these faces, if there are any"
            yield Problem(file.where(("fonts",)), f"fonts: {what}{hint}", note=True)
    for source in sources_of(style.folders[0][1], "topic.md.j2"):
        own = ("illustration", "{% extends", "super()")
        if not any(word in source.text for word in own):
            what = "pictures that articles bring are not printed by this template"
            hint = '{% include "sections/illustration.md.j2" %} prints them'
            yield Problem(f"{source.name}:1", f"{what}; {hint}", note=True)
