"""Articles to passages with dates, figures and attributions."""
