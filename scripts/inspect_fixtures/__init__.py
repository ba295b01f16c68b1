"""What `make-inspect-fixtures.py` runs: data sets, scorers, solvers, models, and what Inspect's API reads."""
