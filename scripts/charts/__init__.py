"""The story's charts, two files each, found by name: us_plan.toml and us_plan.py -> /charts/us-plan/.

README.md here says what they hold.
"""
