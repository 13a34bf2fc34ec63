"""A briefing to bytes: Markdown, HTML, PDF, JSON."""
