"""Signs from outside that a terminal obeys, or that nobody sees."""

from __future__ import annotations

import json

import pytest

from briefing.text.unseen import escape_unseen, one_line, printable, printable_lines

EVIL = "a\x1b]0;T\x07b\x9b31m\u202ec\u200bd\xade\ufefff\u3164g\U000e0041h\ud800i"


def test_what_a_terminal_obeys_and_what_nobody_sees_is_marked():
    assert printable(EVIL) == "a�]0;T�b�31m�c�d�e�f�g�h�i"


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\x85", "\u2028"])
def test_a_name_keeps_to_its_line(sign):
    assert printable(f"a{sign}b") == "a�b"
    assert one_line(f"a {sign} b") == "a b"


@pytest.mark.parametrize(
    "words",
    ["Über Łódź", "سلام", "می\u200cخواهم", "שלום", "北京", "cafe\u0301", "a\xa0b"],
)
def test_letters_of_all_scripts_stay(words):
    assert printable(words) == words


def test_lines_of_our_own_stay():
    assert printable_lines("one\n\ttwo\x1b") == "one\n        two�"


def test_json_reads_as_the_same():
    told = {"a": EVIL + "\n\u2028ü"}
    text = escape_unseen(json.dumps(told, ensure_ascii=False, indent=1))
    assert json.loads(text) == told
    assert all(sign.isprintable() or sign == "\n" for sign in text)
