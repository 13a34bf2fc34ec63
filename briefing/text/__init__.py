"""Pure string work: no article, no config, no file."""
