"""Passengers a year; the year without a count is a gap."""

from scripts.drawing.chart import yearly
from scripts.drawing.plot import bars


def rows(facts):
    """One row a year, from the first to the last."""
    return yearly(facts.select("passengers", port="all"), passengers="passengers")


def marks(rows, fmt):
    """Places on x are years, on y passengers."""
    return [bars(rows, x="year", y="passengers", text=lambda row: fmt.doubtful(row, fmt.number(row["passengers"])))]
