"""Turn a heap of news articles into a cited briefing that a desk can sign."""

__version__ = "0.1.0"
