"""Figures in languages beside English: a language is a data file in this folder.

has_figures("de")                            whether there is such a file
find_foreign(text, sentence, "de", taken=())  the figures of a sentence
"""

from __future__ import annotations

from briefing.annotate.figure_languages.data import has_figures
from briefing.annotate.figure_languages.reading import find_foreign

__all__ = ["find_foreign", "has_figures"]
