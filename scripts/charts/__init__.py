"""The story's charts, one module each, found by file name: registrations_by_year.py -> /charts/registrations-by-year/.

What a module has to offer is said in scripts/drawing/contract.py.
"""
