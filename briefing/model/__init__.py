"""The nouns that all stages share: frozen dataclasses, standard library only.

Import each noun from its own module (`from briefing.model.article import
Article`), so that a reader sees where it is described.
"""
