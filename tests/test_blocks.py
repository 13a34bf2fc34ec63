"""What each line of a text is; cases in tests/cases/ingest/blocks.yaml."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ingest.blocks import body_text, find_blocks
from briefing.model.article import Article

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/ingest/blocks.yaml").read_text(encoding="utf-8")
)


def laid_out(case):
    """Give the text of a case and (role, rule, words) of each of its blocks."""
    rows, expected = [], []
    for role, *line in case["lines"]:
        if role == "|":
            rows.append("")
            continue
        rule, words, *rest = line
        rows.append(words + "".join(rest))
        if words.startswith("- "):
            expected.append(("junk", "mark", "-"))
            words = words.removeprefix("- ")
        expected.append((role, rule, words))
        expected += [("paragraph", "prose", part.strip()) for part in rest]
    return "\n".join(rows) + "\n", expected


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_each_line_has_its_role_and_rule(case):
    text, expected = laid_out(case)
    found = [(b.role, b.rule, b.span.cut(text)) for b in find_blocks(text)]
    assert found == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\v", "\x85", "\n\n"])
@pytest.mark.parametrize("case", CASES[:5], ids=[case["title"] for case in CASES[:5]])
def test_any_line_end_gives_the_same_roles(case, end):
    text, expected = laid_out(case)
    text = text.replace("\n", end)
    found = [(b.role, b.rule, b.span.cut(text)) for b in find_blocks(text)]
    assert found == expected


WORDS = st.sampled_from(
    ["Menu", "By Ann Lee", "He said so.", "- point", "0:00", "Click here.", "(AP)", "x"]
)
LINES = st.lists(WORDS | st.text(max_size=30), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\v", " \n\t", "\x85"])


@given(LINES, ENDS)
@settings(max_examples=150, deadline=None)
def test_blocks_cover_all_that_is_not_white_space(lines, end):
    text = end.join(lines)
    blocks = find_blocks(text)
    covered = set()
    last = 0
    for block in blocks:
        words = block.span.cut(text)
        assert words
        assert words == words.strip()
        assert block.span.start >= last
        last = block.span.end
        covered.update(range(block.span.start, block.span.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


def test_body_leaves_headline_and_furniture_out():
    text, _ = laid_out(CASES[1])
    article = Article("a", "a.txt", text, "", find_blocks(text), "plain")
    assert "Farmers" in body_text(article)
    assert "click here" not in body_text(article)
    assert "Harvest begins" not in body_text(article)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "(" * 1_000_000,
        "AP / " * 200_000,
        "- " * 400_000,
        "a\n" * 20_000,
        "Ann Lee\n" * 20_000,
        "He said so.\n" * 20_000,
        "A title\nclick here\n" * 10_000,
        "A headline of five words\nHe said so again.\n" + "menu\n" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_texts_take_time_in_proportion(text):
    def cost(text):
        start = time.process_time()
        find_blocks(text)
        return time.process_time() - start

    find_blocks("warm up.")
    half = cost(text[: len(text) // 2])
    assert cost(text) < 4 * half + 0.2
