"""Which passages belong to an issue, and in what order."""
