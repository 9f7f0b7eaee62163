"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.measure import length
from scripts.drawing.rows import yearly
from scripts.language import locales
from scripts.paths import ALL_LANGUAGES

FIRST, A290_JOINS, A290_FULL_YEAR = 2018, 2024, 2025


def rows(facts):
    """One row a year, a gap where none was counted; beside the jump the years before it, and what all were below."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    found = yearly(counted, cars="units")
    before = [row["cars"] for row in found if FIRST <= row["year"] < A290_FULL_YEAR and row["cars"] is not None]
    words = {language: locales.language(language).counting.split() for language in ALL_LANGUAGES}
    number = len(before)  # in digits where a draft has no words yet
    in_words = {language: (known[number:] or [str(number)])[0] for language, known in words.items()}
    jump = {"before": in_words, "below": max(before) // 1000 * 1000 + 1000}
    return [row.also(**jump) if row["year"] == A290_FULL_YEAR else row for row in found]


def draw(sheet, rows, fmt):
    """Places on x are years, on y cars. The handful of the year of launch stands in the table alone."""
    rows = [row for row in rows if row["year"] >= FIRST]
    cars = {row["year"]: float(row["cars"]) for row in rows if row["cars"] is not None}
    best_of_one_model = max(cars[year] for year in cars if year < A290_JOINS)
    above = 1.3 * best_of_one_model + 0.12 * max(cars.values())  # clear of the bars, whatever next year brings

    def count(row):
        return fmt.doubtful(row, fmt.number(row["cars"]))

    def strong(row):
        return f"<b>{count(row)}</b>"

    def color(row):
        return "accent" if row["year"] >= A290_FULL_YEAR else "accent-soft"

    def hover(row):
        return f"{row['year']}<br>{count(row)}"

    bar = {"x": "year", "y": "cars", "color": color, "hover": hover}
    full_year = [row for row in rows if row["year"] == A290_FULL_YEAR]
    sheet.bars([row for row in rows if row not in full_year], text=count, **bar)
    sheet.bars(full_year, text=strong, text_size=sheet.choose(1.1, narrow=1.25), **bar)
    sheet.label(fmt.text("one"), x=(FIRST, A290_JOINS - 1), y=above, align="center")
    start, end, tick = FIRST - 0.4, A290_JOINS - 0.6, above - 0.025 * max(cars.values())
    end = sheet.choose(end, card=end - 0.35)
    sheet.line(x=[start, start, end, end], y=[tick, above, above, tick])
    blue = {"color": "accent", "dy": 1.6}
    clear = min(0, 1.65 - length(fmt.text("joins")) / 2)  # of the last bar, where there is little room
    dx = sheet.choose(0, narrow=clear, card=clear)
    sheet.label(fmt.text("joins"), x=A290_JOINS, y=cars[A290_JOINS], align="center", dx=dx, **blue)
    full = {"y": cars[A290_FULL_YEAR], "color": "accent"}
    if sheet.shape == "narrow":  # the last bar has no room on its right: the words end where its figure does
        ends = 0.2 + 1.25 / 2 * length(fmt.number(cars[A290_FULL_YEAR]), bold=True)
        sheet.label(fmt.text("full"), x=A290_FULL_YEAR, align="right", dx=ends, dy=1.6, **full)
    elif sheet.shape != "card":
        sheet.label(fmt.text("full"), x=A290_FULL_YEAR, align="center", dy=1.6, **full)
    elif rows[-1]["year"] == A290_FULL_YEAR:  # beside the last bar a card has room
        sheet.label(fmt.text("full"), x=A290_FULL_YEAR + 0.4, baseline="top", dx=0.2, **full)
