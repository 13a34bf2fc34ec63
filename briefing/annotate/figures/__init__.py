"""Figures: found, and read with what they count, of which event, by whose word.

`reading.read_figures` is the way in; `finding` puts the rule families together, the
other modules read one property of a figure each.
"""
