"""Checks: each module checks one thing; `check(project)` yields problems with file and line. `scripts/check.py` lists them."""
