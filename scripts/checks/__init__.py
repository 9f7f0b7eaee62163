"""Checks: each module looks at one thing and returns problems, each with its place. `scripts/check.py` runs them."""
