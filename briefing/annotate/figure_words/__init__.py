"""The ground under `figure_rules`: numerals, units, comparators, what is no figure."""
