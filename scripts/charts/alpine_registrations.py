"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.rows import yearly

FIRST, A290_JOINS, A290_FULL_YEAR = 2018, 2024, 2025


def rows(facts):
    """One row a year, a gap where none was counted; for texts the years before the jump, and what all were below."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    years = yearly(counted, cars="units")
    before = [row["cars"] for row in years if FIRST <= row["year"] < A290_FULL_YEAR and row["cars"]]
    below = max(before) // 1000 * 1000 + 1000
    return [row.with_cells(before=len(before), below=below) for row in years]


def draw(sheet, rows, fmt):
    """Places on x are years, on y cars. The handful of the year of launch stands in the table alone."""
    rows = [row for row in rows if row["year"] >= FIRST]
    cars = {row["year"]: float(row["cars"]) for row in rows if row["cars"]}
    most = max(cars.values())

    def count(row):
        number = fmt.doubtful(row, fmt.number(row["cars"]))
        return f"<b>{number}</b>" if row["year"] == A290_FULL_YEAR else number

    def size(row):
        return sheet.choose(1.1, narrow=1.25) if row["year"] == A290_FULL_YEAR else 1

    def color(row):
        return "accent" if row["year"] >= A290_FULL_YEAR else "accent-soft"

    sheet.bars(rows, x="year", y="cars", text=count, text_size=size, color=color)
    start, end, highest = FIRST - 0.4, A290_JOINS - 0.6, max(cars[year] for year in cars if year < A290_JOINS)
    above = highest + sheet.choose(0.12, card=0.24) * most  # clear of its number
    sheet.line(x=[start, start, end, end], y=[above - 0.02 * most, above, above, above - 0.02 * most])
    sheet.label(fmt.text("one"), x=(FIRST, A290_JOINS - 1), y=above, align="center")
    over = {"align": "center", "dy": 1.6, "color": "accent"}
    sheet.label(fmt.text("joins"), x=A290_JOINS, y=cars[A290_JOINS], room=3.1, **over)
    # The title of a card says so, and a later bar needs the room.
    if sheet.shape != "card" and rows[-1]["year"] == A290_FULL_YEAR:
        sheet.label(fmt.text("full"), x=A290_FULL_YEAR, y=cars[A290_FULL_YEAR], **over)
