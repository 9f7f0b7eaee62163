"""Maintenance commands, a module each: `python -m scripts.tools --help` lists them."""
