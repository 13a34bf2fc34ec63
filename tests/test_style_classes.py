"""The classes that are documented are those that pages have, no more and no fewer."""

from __future__ import annotations

import re
from pathlib import Path

import briefing.render
from briefing.render import list_styles, load_style, pictures_of, record_of, typeset
from briefing.render.classes import CLASSES
from briefing.render.sheet import Sheet
from briefing.render.specimen import SPECIMENS
from briefing.render.style_file import Logo

RENDER = Path(briefing.render.__file__).parent
EDITED = "\n## Ours\n\n### Further\n\nWords of our own.\n"
CLASS = re.compile(r'class="([^"]*)"')


def test_documented_classes_are_those_of_the_pages(tmp_path: Path) -> None:
    sign = tmp_path / "logo.svg"
    sign.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    used: set[str] = set()
    for name, _ in list_styles():
        plain = load_style(name)
        tokens = plain.tokens | {"contents-from": "1"}
        style = plain._replace(tokens=tokens, logo=Logo(sign, "House"))
        for made in SPECIMENS.values():
            pictures = pictures_of(made(name))
            sheet = Sheet(record_of(made(name)), style, pictures=pictures)
            edited = sheet.manuscript + EDITED
            again = typeset(edited, sheet.record, style, formats=("html",)).files
            pages = (sheet.page, again["html"].decode())
            used |= {
                each
                for page in pages
                for value in CLASS.findall(page)
                for each in value.split()
            }
    used = {each for each in used if not each.startswith("style-")}
    assert used <= set(CLASSES), "each class of a page is documented"
    # What needs a history or a picture file is on no page above.
    written = "".join(
        path.read_text("utf-8")
        for path in RENDER.glob("*.py")
        if path.name != "classes.py"
    )
    for name in set(CLASSES) - used:
        assert re.search(rf"[\"' ]{name}[\"' ]", written), f"nothing makes .{name}"
