"""The days of a sentence: what each time expression does in it, and its event days.

`reading.read_days` is the way in; `parts` says what one expression does, by `rules` and
`asides`; `inheriting` hands a day from one clause to the next.
"""
