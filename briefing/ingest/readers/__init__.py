"""The input formats, one module each."""
