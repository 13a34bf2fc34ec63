"""Families of time expressions, one module each."""
