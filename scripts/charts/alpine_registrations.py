"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.rows import yearly

FIRST = 2018  # the first year that is drawn
JOINS, FULL = 2024, 2025  # the year in which the A290 joins, and its first full one


def rows(facts):
    """One row a year, a gap where none was counted. The handful of the year of launch stands in the table alone."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    return yearly(counted, cars="units")


def draw(sheet, rows, fmt):
    """On x years, on y cars."""
    drawn = [row for row in rows if row["year"] >= FIRST]
    cars = {row["year"]: row["cars"] or 0 for row in drawn}

    def count(row):
        number = fmt.doubtful(row, fmt.number(row["cars"]))
        return f"<b>{number}</b>" if row["year"] == FULL else number

    sheet.bars(
        drawn, x="year", y="cars", text=count, color=lambda row: "accent" if row["year"] == FULL else "accent-soft"
    )
    above = sheet.choose(1.4, card=1.8) * max(cars[year] for year in range(FIRST, JOINS))
    sheet.rule(x=(FIRST - 0.4, JOINS - 0.6), y=above)
    sheet.label(fmt.text("one"), x=FIRST - 0.4, y=above)
    between = (JOINS - 0.6, JOINS + 0.6)  # to the next bar
    if sheet.shape != "card":  # which is low
        sheet.label(fmt.text("joins"), x=JOINS, y=cars[JOINS], align="center", dy=1.6, color="accent", between=between)
    sheet.label(fmt.text("full"), x=FULL, y=cars[FULL], align="right", dx=-2.4, color="accent")
