"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from scripts.drawing.chart import yearly
from scripts.drawing.measure import length
from scripts.drawing.plot import BUT_CARD, bars, label, line
from scripts.language import locales
from scripts.paths import ALL_LANGUAGES

FIRST, A290_JOINS, A290_FULL_YEAR = 2018, 2024, 2025


def rows(facts):
    """One row a year, a gap where none was counted; beside the jump the years before it, and what all were below."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    found = yearly(counted, cars="units")
    before = [row["cars"] for row in found if FIRST <= row["year"] < A290_FULL_YEAR and row["cars"] is not None]
    words = {language: locales.of(language).counting.split() for language in ALL_LANGUAGES}
    number = len(before)  # in digits where a draft has no words yet
    in_words = {language: (known[number:] or [str(number)])[0] for language, known in words.items()}
    jump = {"before": in_words, "below": max(before) // 1000 * 1000 + 1000}
    return [row.also(**jump) if row["year"] == A290_FULL_YEAR else row for row in found]


def marks(rows, fmt):
    """Places on x are years, on y cars. The handful of the year of launch stands in the table alone."""
    rows = [row for row in rows if row["year"] >= FIRST]
    cars = {row["year"]: float(row["cars"]) for row in rows if row["cars"] is not None}
    best_of_one_model = max(cars[year] for year in cars if year < A290_JOINS)
    above = 1.3 * best_of_one_model + 0.12 * max(cars.values())  # clear of the bars, whatever next year brings

    def count(row):
        return fmt.doubtful(row, fmt.number(row["cars"]))

    def color(row):
        return "accent" if row["year"] >= A290_FULL_YEAR else "accent-soft"

    def full_year(row):
        return row["year"] == A290_FULL_YEAR

    def strong(row):
        return f"<b>{count(row)}</b>"

    def hover(row):
        return f"{row['year']}<br>{count(row)}"

    bar = {"x": "year", "y": "cars", "color": color, "hover": hover}
    yield bars([row for row in rows if not full_year(row)], text=count, **bar)
    yield bars([row for row in rows if full_year(row)], text=strong, text_size={"wide": 1.1, "narrow": 1.25}, **bar)
    yield label(fmt.text("one"), x=(FIRST, A290_JOINS - 1), y=above, align="center")
    start, end, tick = FIRST - 0.4, A290_JOINS - 0.6, above - 0.025 * max(cars.values())
    across = {"wide": (start, start, end, end), "card": (start, start, end - 0.35, end - 0.35)}
    yield line(x=across, y=(tick, above, above, tick))
    blue = {"color": "accent", "dy": 1.6}
    clear = min(0, 1.65 - length(fmt.text("joins")) / 2)  # of the last bar, where there is little room
    joins = {"align": "center", "dx": {"wide": 0, "narrow": clear, "card": clear}}
    yield label(fmt.text("joins"), x=A290_JOINS, y=cars[A290_JOINS], **joins, **blue)
    # On a phone the last bar has no room on its right: the words end where its figure does.
    ends = 0.2 + 1.25 / 2 * length(fmt.number(cars[A290_FULL_YEAR]), bold=True)
    full = {"align": {"wide": "center", "narrow": "right"}, "dx": {"wide": 0, "narrow": ends}}
    yield label(fmt.text("full"), x=A290_FULL_YEAR, y=cars[A290_FULL_YEAR], shapes=BUT_CARD, **full, **blue)
    if rows[-1]["year"] == A290_FULL_YEAR:  # beside the last bar a card has room
        beside = {"x": A290_FULL_YEAR + 0.4, "y": cars[A290_FULL_YEAR], "dx": 0.2}
        yield label(fmt.text("full"), baseline="top", color="accent", shapes={"card"}, **beside)
