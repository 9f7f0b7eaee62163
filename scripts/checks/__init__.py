"""Checks: each module looks at one thing; its `check(project)` gives problems, each with its place. `scripts/check.py` lists them."""
