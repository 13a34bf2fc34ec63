"""Issues with pictures: chosen, printed, published, set again and verified."""

from __future__ import annotations

import base64
import email
import email.policy
import hashlib
import io
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from briefing.cli import main
from briefing.render import load_style, render
from briefing.render.specimen import SPECIMENS
from tests.test_picture_files import SECRET, exif, saved

ROOT = Path(__file__).resolve().parents[1]
WEEK = ["ukraine-weekly", "--days", "1076-1080"]
STEM = "ukraine-weekly-2025-02-07"
VILLAGE, REFINERY = "06-verbolissia-missile.txt", "10-refinery-fires.txt"
DATA = re.compile(r'src="data:image/(png|jpeg);base64,([^"]+)" alt="([^"]+)"')


def build(out, articles=ROOT / "seeds", formats="md,json", edition=None):
    """Build the sample week as a user does; give its folder and its record."""
    name = [str(edition), *WEEK[1:]] if edition else WEEK
    where = (
        "--config",
        str(ROOT / "config/briefing.yaml"),
        "--articles",
        str(articles),
    )
    code = main(["build", *name, *where, "--formats", formats, "--out", str(out)])
    assert code == 0
    (path,) = out.rglob("*.json")
    return path.parent, json.loads(path.read_text(encoding="utf-8"))


def sources(tmp_path, **changed):
    """Copy the sample articles, and change what is said of the pictures of some."""
    folder = tmp_path / "articles"
    shutil.copytree(ROOT / "seeds", folder)
    path = folder / "articles.yaml"
    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, listed in changed.items():
        facts[{"village": VILLAGE, "refinery": REFINERY}[name]]["illustrations"] = (
            listed
        )
    path.write_text(yaml.safe_dump(facts), encoding="utf-8")
    return folder


def edition(tmp_path, most):
    path = tmp_path / "ukraine-weekly.yaml"
    path.write_text(f"like: ukraine-weekly\nbudget: {{illustrations: {most}}}\n")
    return path


@pytest.fixture(scope="module")
def week(tmp_path_factory):
    """The sample week in all formats."""
    formats = "md,html,pdf,json,eml"
    return build(tmp_path_factory.mktemp("week"), formats=formats)


def test_each_stands_in_a_topic_that_quotes_its_article_as_news(week):
    _, record = week
    sections = {section["id"]: section for section in record["sections"]}
    articles = {article["id"]: article for article in record["articles"]}
    citations = {one["number"]: one for one in record["citations"]}
    assert len(record["illustrations"]) == 2
    for one in record["illustrations"]:
        section = sections[one["section"]]
        assert section["type"] == "topic"
        told = {item["id"]: item for item in section["items"]}
        assert told[one["item"]]["role"] == "news"
        assert articles[one["article"]]["use"] == "news"
        assert citations[one["citation"]]["article"] == one["article"]
    placed = [one["section"] for one in record["illustrations"]]
    assert placed == [name for name in sections if name in placed]


def test_their_files_lie_beside_the_manuscript_and_are_those_listed(week):
    folder, record = week
    for one in record["illustrations"]:
        raw = (folder / one["file"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == one["sha256"]
        assert "data" not in one
    assert len(list(folder.glob("*.png"))) == 2


def test_the_manuscript_reads_well_as_it_is(week):
    folder, record = week
    text = (folder / f"{STEM}.md").read_text(encoding="utf-8")
    one = record["illustrations"][0]
    assert f"\n\n![{one['alt']}]({one['file']})\n\n*{one['caption']}* Picture: " in text
    assert f"Picture: {one['credit']}; printed with [{one['citation']}]\n" in text


def test_the_page_holds_them_in_itself(week):
    folder, record = week
    page = (folder / f"{STEM}.html").read_text(encoding="utf-8")
    found = DATA.findall(page)
    shown = {hashlib.sha256(base64.b64decode(raw)).hexdigest() for _, raw, _ in found}
    assert shown == {one["sha256"] for one in record["illustrations"]}
    assert page.count('<figure class="illustration">') == 2
    assert page.count("<figcaption>") == page.count('<span class="credit">') == 2
    assert STEM + "-picture" not in page


def tagged(element, found):
    """Gather the elements of a PDF's structure that are figures and captions."""
    element = element.get_object()
    for each in element if isinstance(element, list) else [element]:
        part = each.get_object() if hasattr(each, "get_object") else each
        if not isinstance(part, dict):
            continue
        if part.get("/S") in ("/Figure", "/Caption"):
            found.append((part["/S"], part.get("/Alt")))
        if "/K" in part and not isinstance(part["/K"], int):
            tagged(part["/K"], found)
    return found


@pytest.mark.pdf
def test_paper_says_what_they_show_and_smooths_no_dots(week):
    folder, record = week
    reader = PdfReader(io.BytesIO((folder / f"{STEM}.pdf").read_bytes()))
    found = tagged(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    assert [alt for kind, alt in found if kind == "/Figure"] == [
        one["alt"] for one in record["illustrations"]
    ]
    assert [kind for kind, _ in found].count("/Caption") == 2
    images = [
        image.get_object()
        for page in reader.pages
        for image in page["/Resources"].get("/XObject", {}).values()
    ]
    assert images
    assert all(str(image["/Interpolate"]).lower() == "false" for image in images)


def test_the_mail_brings_them_along_and_fetches_nothing(week):
    folder, record = week
    raw = (folder / f"{STEM}.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    plain, related = message.iter_parts()
    html, *images = related.iter_parts()
    ids = {each["Content-ID"].strip("<>") for each in images}
    shown = re.findall(r'<img[^>]* src="([^"]*)"', html.get_content())
    assert {f"cid:{each}" for each in ids} == {*shown}
    assert [each.get_filename() for each in images] == [
        one["file"] for one in record["illustrations"]
    ]
    assert not message.defects
    for one in record["illustrations"]:
        words = " ".join(plain.get_content().split())
        assert f"[picture: {one['alt']}] {one['caption']} Picture: " in words


def test_the_highest_ranked_come_first_where_there_is_room_for_one(tmp_path):
    _, record = build(tmp_path / "out", edition=edition(tmp_path, 1))
    items = {i["id"]: i for s in record["sections"] for i in s["items"]}
    best = max(
        (
            item
            for item in items.values()
            if item["article"] in (VILLAGE[:-4], REFINERY[:-4])
        ),
        key=lambda item: item["scores"]["total"] if item["role"] == "news" else 0,
    )
    assert [one["article"] for one in record["illustrations"]] == [best["article"]]


def test_without_room_for_any_no_picture_is_looked_at(tmp_path):
    folder = sources(tmp_path)
    (folder / "06-verbolissia-map.png").write_bytes(b"broken")
    _, record = build(tmp_path / "out", folder, edition=edition(tmp_path, 0))
    assert record["illustrations"] == []
    assert not [p for p in record["problems"] if "map.png" in p["where"]]


def test_a_bad_picture_is_told_and_the_next_one_taken(tmp_path):
    words = {"caption": "The yard.", "alt": "A yard"}
    listed = [{"file": name, **words} for name in ("bad.png", "none.png", "good.jpg")]
    folder = sources(tmp_path, village=listed)
    (folder / "bad.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "good.jpg").write_bytes(saved(kind="JPEG", exif=exif(1), comment=SECRET))
    out, record = build(tmp_path / "out", folder)
    told = {each["where"]: each["what"] for each in record["problems"]}
    assert told["bad.png"].startswith("is a drawing (SVG) by its bytes; save it as PNG")
    assert told["none.png"].startswith("is not there")
    assert told["none.png"].endswith("the picture is not printed")
    one = record["illustrations"][0]
    assert (one["source"], one["file"]) == ("good.jpg", f"{STEM}-picture-1.jpg")
    assert one["credit"] is None
    text = (out / f"{STEM}.md").read_text(encoding="utf-8")
    assert r"*The yard.* Picture: \[credit not stated\]; printed with [19]" in text
    assert all(SECRET not in path.read_bytes() for path in out.iterdir())


def test_one_picture_under_two_names_is_printed_once(tmp_path):
    entry = {"file": "again.png", "alt": "A village"}
    folder = sources(tmp_path, refinery=[entry])
    shutil.copy(folder / "06-verbolissia-map.png", folder / "again.png")
    _, record = build(tmp_path / "out", folder)
    assert len(record["illustrations"]) == 1


def test_an_issue_made_again_leaves_no_picture_of_before(tmp_path):
    out, _ = build(tmp_path / "out")
    (out / "notes.png").write_bytes(b"the editor's own")
    build(tmp_path / "out", edition=edition(tmp_path, 0))
    assert sorted(path.name for path in out.glob("*.png")) == ["notes.png"]


@pytest.fixture
def corrected(week, tmp_path):
    """A copy of the sample week to correct."""
    folder, record = week
    copy = tmp_path / "corrected"
    shutil.copytree(folder, copy)
    return copy, record, copy / f"{STEM}.md"


def set_again(manuscript, capsys, style="roundup"):
    config = ("--config", str(ROOT / "config/briefing.yaml"))
    code = main(["typeset", str(manuscript), "--formats", "html", *config])
    assert code == 0
    page = manuscript.with_suffix(".html").read_text(encoding="utf-8")
    return page, capsys.readouterr().err


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_corrected_manuscript_is_set_with_its_pictures(corrected, capsys):
    _, record, manuscript = corrected
    change(manuscript, "*Where the missile came down", "*Where it came down")
    page, told = set_again(manuscript, capsys)
    assert len(DATA.findall(page)) == len(record["illustrations"])
    assert "<figcaption>Where it came down in Verbolissia" in page
    assert "problem" not in told


def test_a_caption_that_was_taken_out_swallows_no_paragraph(corrected, capsys):
    _, _, manuscript = corrected
    text = manuscript.read_text(encoding="utf-8")
    start = text.index("*Where the missile")
    end = text.index("\n\n", start)
    text = text[:start] + "*Ukrainian accounts.* Words." + text[end:]
    manuscript.write_text(text, encoding="utf-8")
    page, _ = set_again(manuscript, capsys)
    assert page.count("<figcaption>") == 1
    assert '<em class="run-in">Ukrainian accounts.</em> Words.' in page


def test_a_changed_or_lost_picture_is_left_out_and_told(corrected, capsys):
    folder, record, manuscript = corrected
    one, two = (each["file"] for each in record["illustrations"])
    (folder / one).write_bytes(saved())
    (folder / two).unlink()
    page, told = set_again(manuscript, capsys)
    assert "<figure" not in page
    assert "![" not in page
    assert f"{one}: is not the picture that the issue lists" in told
    assert f"{two}: is not beside the manuscript" in told


def test_a_picture_that_the_issue_does_not_list_stays_its_signs(corrected, capsys):
    folder, _, manuscript = corrected
    (folder / "mine.png").write_bytes(saved())
    change(
        manuscript,
        "## Ahead",
        "![Mine](mine.png)\n\n![Far](https://a.example/x.png)\n\n## Ahead",
    )
    page, _ = set_again(manuscript, capsys)
    assert len(DATA.findall(page)) == 2
    assert "(mine.png)" in page
    assert "https://a.example/x.png" in page


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "..", ""])
def test_a_record_leads_to_no_file_elsewhere(name, corrected, capsys):
    folder, record, manuscript = corrected
    raw = saved()
    (folder.parent / "secret.png").write_bytes(raw)
    record = json.loads(json.dumps(record))
    record["illustrations"][0] |= {
        "file": name,
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    manuscript.with_suffix(".json").write_text(json.dumps(record), encoding="utf-8")
    change(manuscript, f"({STEM}-picture-1.png)", f"({name or 'x'})")
    page, told = set_again(manuscript, capsys)
    assert len(DATA.findall(page)) == 1
    assert "is not beside the manuscript" in told


@pytest.mark.parametrize("style", ["roundup", "note", "sitrep", "assessment"])
@pytest.mark.parametrize("kind", ["usual", "lacking", "long"])
def test_all_styles_show_designers_a_picture(style, kind):
    made = render(SPECIMENS[kind](style), load_style(style), formats=("html",))
    page = made.files["html"].decode()
    (figure,) = re.findall(
        r'<figure class="illustration">.*?</figure>', page, re.DOTALL
    )
    assert ' alt="Two sailing boats by a pier in the rain"' in figure
    assert ("stated]" in figure) == (kind == "lacking")
    assert '<a class="cite" href="#c3"' in figure


# --- verify


def verify(path, capsys, articles=ROOT / "seeds"):
    code = main(["verify", "--articles", str(articles), str(path)])
    done = capsys.readouterr()
    return code, done.out, done.err


def test_what_was_just_built_has_no_fault(week, capsys):
    folder, _ = week
    code, out, err = verify(folder / f"{STEM}.md", capsys)
    assert (code, out) == (0, "")
    assert "2 pictures" in err


TAMPERING = [
    ("school and the bakery.*", "school and the church.*", "its caption is changed"),
    ("Picture: Northern Wire;", "Picture: Northern Wires;", "its credit is changed"),
    ("A cross marks", "A dot marks", "says another thing of what it shows"),
    ("printed with [19]", "printed with [20]", "its mark leads elsewhere"),
    ("printed with [19]", "not printed with [19]", "are not its source's"),
    ("-picture-1.png)", "-picture-2.png)", "stands here twice"),
    ("-picture-1.png)", "-picture-7.png)", "is none of the issue's"),
    ("*Where the missile came down in Verbolissia, between the school and the bakery.* "
     "Picture: Northern Wire; printed with [19]", "", "whose it is, is gone"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "what"), TAMPERING)
def test_a_change_beside_a_picture_is_told(old, new, what, corrected, capsys):
    _, _, manuscript = corrected
    change(manuscript, old, new)
    code, out, _ = verify(manuscript, capsys)
    assert code == 1
    assert what in out


def test_a_picture_may_be_taken_out_with_its_caption(corrected, capsys):
    _, _, manuscript = corrected
    text = manuscript.read_text(encoding="utf-8")
    start = text.index("![Plan of")
    manuscript.write_text(
        text[:start] + text[text.index("## Strikes in Russia") :], encoding="utf-8"
    )
    code, out, _ = verify(manuscript, capsys)
    assert (code, out) == (0, "")


def test_the_file_beside_the_issue_is_held_to_its_hash(corrected, capsys):
    folder, record, manuscript = corrected
    one, two = (each["file"] for each in record["illustrations"])
    (folder / one).write_bytes(saved())
    (folder / two).unlink()
    code, out, _ = verify(manuscript, capsys)
    assert code == 1
    assert f"picture '{one}' was changed" in out
    assert f"picture '{two}' is not beside the issue" in out


def test_the_words_are_held_to_the_sidecar(week, tmp_path, capsys):
    folder, record = week
    words = dict(record["illustrations"][0])
    entry = {"file": words["source"], "alt": words["alt"], "credit": words["credit"]}
    articles = sources(
        tmp_path, village=[{**entry, "caption": "Another."}], refinery=[]
    )
    code, out, _ = verify(folder / f"{STEM}.json", capsys, articles)
    assert code == 1
    assert "has another caption than its article says (was: 'Another.'" in out
    assert "is none that '10-refinery-fires' brings" in out


def test_a_picture_points_to_its_own_article(corrected, capsys):
    _, record, manuscript = corrected
    record = json.loads(json.dumps(record))
    record["illustrations"][0] |= {"citation": 1, "item": "kursk-1", "article": "none"}
    record["illustrations"].append(record["illustrations"][1])
    path = manuscript.with_suffix(".json")
    path.write_text(json.dumps(record), encoding="utf-8")
    code, out, _ = verify(path, capsys)
    assert code == 1
    for what in (
        "is of 'none', which is not quoted as news",
        "leads to citation 1, of another article",
        "stands under 'kursk-1', which its section has not",
        "stands 2 times",
    ):
        assert what in out
