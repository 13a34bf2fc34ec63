"""Selections to a briefing."""
