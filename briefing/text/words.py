"""Word lists, written as plain lines of text beside the rule that uses them."""

from __future__ import annotations


def word_set(lines: str) -> frozenset[str]:
    """Read words that are separated by white space."""
    return frozenset(lines.split())


def phrase_set(*lists: str) -> frozenset[str]:
    """Read phrases of one word or several, parted by `|`."""
    return frozenset(phrase.strip() for part in lists for phrase in part.split("|"))


def word_table(lines: str) -> dict[str, str]:
    """Read "key: word word ..." a line into word to key.

    A word of several parts is written with underscores: "per_cent".
    """
    table = {}
    for line in lines.strip().splitlines():
        key, _, words = line.partition(":")
        for word in words.split():
            table[word.replace("_", " ")] = key.strip()
    return table
