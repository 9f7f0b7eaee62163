"""The story's charts, two files each, found by name: us_plan.toml and us_plan.py -> /charts/us-plan/.

What they hold is said in scripts/drawing/discover.py.
"""
