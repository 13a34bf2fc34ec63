"""The section types, one module each."""
