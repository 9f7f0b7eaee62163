"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.rows import yearly

FIRST, A290_JOINS, A290_FULL_YEAR = 2018, 2024, 2025


def rows(facts):
    """One row a year, a gap where none was counted. The handful of the year of launch stands in the table alone."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    return yearly(counted, cars="units")


def draw(sheet, rows, fmt):
    """Places on x are years, on y cars."""
    cars = {row["year"]: float(row["cars"]) for row in rows if row["cars"]}
    early = [row for row in rows if FIRST <= row["year"] < A290_FULL_YEAR]
    late = [row for row in rows if row["year"] >= A290_FULL_YEAR]

    def count(row):
        number = fmt.doubtful(row, fmt.number(row["cars"]))
        return f"<b>{number}</b>" if row in late else number

    sheet.bars(early, x="year", y="cars", text=count, color="accent-soft")
    sheet.bars(late, x="year", y="cars", text=count, text_size=sheet.choose(1.1, narrow=1.25))
    above = max(cars[row["year"]] for row in early if row["cars"]) + sheet.choose(0.12, card=0.24) * max(cars.values())
    sheet.rule(x=(FIRST - 0.4, A290_JOINS - 0.6), y=above)
    sheet.label(fmt.text("one"), x=(FIRST, A290_JOINS - 1), y=above, align="center")
    over = {"align": "center", "dy": 1.6, "color": "accent"}
    sheet.label(fmt.text("joins"), x=A290_JOINS, y=cars[A290_JOINS], room=3.1, **over)
    if sheet.shape != "card" and len(late) == 1:  # the title of a card says so, and a later bar needs the room
        sheet.label(fmt.text("full"), x=A290_FULL_YEAR, y=cars[A290_FULL_YEAR], **over)
