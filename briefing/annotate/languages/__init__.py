"""Languages beside English: a language is a data file in this folder.

    tell_languages(text, spans)                    which language each block is in
    propose_phrases("de", text, span)              its time expressions
    read_telling(read_language("de"), text, span)  how a sentence tells what it tells

`docs/languages.md` says how to write the file.
"""

from __future__ import annotations

from briefing.annotate.languages.checking import check_languages
from briefing.annotate.languages.data import read_language
from briefing.annotate.languages.english import propose_english
from briefing.annotate.languages.openers import is_run
from briefing.annotate.languages.phrasebook import propose_phrases
from briefing.annotate.languages.reports import (
    is_saying_day,
    read_parts,
    read_telling,
)
from briefing.annotate.languages.signs import ENGLISH
from briefing.annotate.languages.telling import tell_language, tell_languages

__all__ = [
    "ENGLISH",
    "check_languages",
    "is_run",
    "is_saying_day",
    "propose_english",
    "propose_phrases",
    "read_language",
    "read_parts",
    "read_telling",
    "tell_language",
    "tell_languages",
]
