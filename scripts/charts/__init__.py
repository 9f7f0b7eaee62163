"""The story's charts, two files each, found by name: registrations_by_year.toml and .py -> /charts/registrations-by-year/.

What they hold is said in scripts/drawing/discover.py.
"""
