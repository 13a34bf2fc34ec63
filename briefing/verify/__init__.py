"""The independent check of a finished issue."""
