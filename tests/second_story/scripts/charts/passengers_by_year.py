"""Passengers a year; the year without a count is a gap."""

from scripts.drawing.rows import yearly


def rows(facts):
    """One row a year, from the first to the last."""
    return yearly(facts.select("passengers", port="all"), passengers="passengers")


def draw(sheet, rows, fmt):
    """On x years, on y passengers."""
    sheet.bars(rows, x="year", y="passengers", text=lambda row: fmt.doubtful(row, fmt.number(row["passengers"])))
