"""Families of figures, one module each."""
