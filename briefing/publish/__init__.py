"""Issues on disk."""
