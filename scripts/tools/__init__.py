"""Verbs that only a keeper calls, a module each: `python -m scripts.tools --help` lists them."""
