"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.rows import yearly

FIRST = 2018  # the first year that is drawn
JOINS = 2024  # the year in which the A290 joins
FULL = 2025  # its first full one


def rows(facts):
    """One row a year, a gap where none was counted. The handful of the year of launch stands in the table alone."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    return yearly(counted, cars="units")


def draw(sheet, rows, fmt):
    """On x years, on y cars."""
    early = [row for row in rows if FIRST <= row["year"] < FULL]
    late = [row for row in rows if row["year"] >= FULL]
    cars = {row["year"]: row["cars"] for row in rows}

    def count(row):
        number = fmt.doubtful(row, fmt.number(row["cars"]))
        return f"<b>{number}</b>" if row in late else number

    sheet.bars(early, x="year", y="cars", text=count, color="accent-soft")
    sheet.bars(late, x="year", y="cars", text=count, text_size=sheet.choose(1.1, narrow=1.25))
    _draw_bracket(sheet, cars, fmt)
    if sheet.shape != "card":  # which is low
        between = (JOINS - 0.5, JOINS + 0.5)
        sheet.label(fmt.text("joins"), x=JOINS, y=cars[JOINS], align="center", dy=1.6, color="accent", between=between)
    sheet.label(fmt.text("full"), x=FULL, y=cars[FULL], align="right", dx=-2.4, color="accent")


def _draw_bracket(sheet, cars, fmt):
    """A bracket over the bars of the years, on x, in which there was one model."""
    start = FIRST - 0.4
    end = JOINS - 0.6
    highest = max(cars[year] or 0 for year in range(FIRST, FULL))
    tick = max(number or 0 for number in cars.values()) / sheet.choose(50, card=25)
    top = highest + 6 * tick
    sheet.line(x=(start, start, end, end), y=(top - tick, top, top, top - tick))
    sheet.label(fmt.text("one"), x=start, y=top)
