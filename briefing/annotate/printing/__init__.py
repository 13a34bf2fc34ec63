"""Whether a sentence can be printed: what it leans on, and what is broken in it.

`needs` and `flaws`, one folder up, are the two questions; here are the rules, one kind
of words a module. Each yields only what the words themselves show.
"""
