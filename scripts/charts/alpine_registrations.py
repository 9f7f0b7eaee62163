"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.chart import yearly
from scripts.drawing.plot import BUT_CARD, bars, label, line

FIRST, A290_JOINS, A290_FULL_YEAR = 2018, 2024, 2025


def rows(facts):
    """One row a year; a year without a count is a gap."""
    return yearly(facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations"), cars="units")


def marks(rows, fmt):
    """Places on x are years, on y cars. The handful of the year of launch stands in the table alone."""
    rows = [row for row in rows if row["year"] >= FIRST]
    cars = {row["year"]: row["cars"] for row in rows}
    # A line over the years with one model: clear of their bars, whatever next year brings.
    above = 1.3 * float(max(cars[year] or 0 for year in cars if year < A290_JOINS)) + 0.12 * float(max(filter(None, cars.values())))
    said = lambda row: fmt.doubtful(row, fmt.number(row["cars"]))  # noqa: E731
    newest = rows[-1]["year"] == A290_FULL_YEAR
    return [
        bars(rows, x="year", y="cars", text=said, bold=lambda row: row["year"] == A290_FULL_YEAR, color=lambda row: "accent" if row["year"] >= A290_FULL_YEAR else "accent-soft"),
        label(fmt.text("one"), x=(FIRST, A290_JOINS - 1), y=above, align="center"),
        line(x=(FIRST - 0.4, A290_JOINS - 0.6), y=above),
        label(fmt.text("joins"), x=A290_JOINS, y=cars[A290_JOINS], dy=1.5, align={"wide": "center", "narrow": "right"}, dx={"wide": 0, "narrow": 1.4}, color="accent", shapes=BUT_CARD),
        label(fmt.text("full"), x=A290_FULL_YEAR, y=cars[A290_FULL_YEAR], dy=1.5, align={"wide": "center", "narrow": "right"}, dx={"wide": 0, "narrow": 1.4}, color="accent", shapes=BUT_CARD),
        label(fmt.text("full"), x=A290_FULL_YEAR + 0.4, y=cars[A290_FULL_YEAR], baseline="middle", dx=0.2, color="accent", shapes={"card"}) if newest else None,
    ]
