"""The ledger: one entry for each quantity, with every claim of it and how they stand.

`building.build_ledger` is the way in. `statements` makes entries of the figures of
sentences, `grouping` brings together those of one quantity, `parts` relates quantities,
`standing` says whether sources agree, and `earlier` finds what a quantity was before.
"""
