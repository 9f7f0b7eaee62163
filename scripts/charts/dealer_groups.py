"""New vehicles that two dealer groups sold a year, by the lists of Automotive News: Lithia passes AutoNation."""

from scripts.charts._time import years
from scripts.drawing.rows import yearly

NAMED = "ev-2023-02-16-luca-de-meo-says"
COLORS = {"AutoNation": ("accent", "accent"), "Lithia Motors": ("context-deep", "soft")}
"""The groups, the larger of the first year first: the colours of their lines and of their words."""
YEARS = (2020, 2021, 2022)
"""From the first year for which both lists state vehicles to the last full one when Renault named AutoNation."""
LEAD = "lithia-lead-2022"
"""The figure of how much more Lithia sold in the last year."""


def rows(facts):
    """A row a year and group."""
    named, lead = facts.row("events", NAMED).date, facts.figure(LEAD).number
    sales = []
    for group in COLORS:
        records = facts.select("dealer_groups", group=group, sales_year=YEARS)
        for row in yearly(records, vehicles="new_retail_units", rank="rank"):
            sales.append(row.with_cells(id=f"{group} {row['year']}", group=group, named=named, lead=lead))
    return sales


def values(rows, fmt):
    return {"named_on": fmt.month(rows[0]["named"]), "lead": fmt.number(rows[0]["lead"])}


def draw(sheet, rows, fmt):
    """On x years, each with its sales over its middle; on y vehicles, not from zero: each number is said."""
    least = float(min(row["vehicles"] for row in rows))
    named = years(rows[0]["named"]) - 0.5
    floor = least * sheet.choose(0.8, card=0.7)
    sheet.scale(y=(floor, None))
    sheet.ticks({year: str(year) for year in YEARS})
    sheet.rule(x=named, color="ink", dash="4px,3px")
    width = sheet.choose(24, narrow=14)
    sheet.label(fmt.text("named"), x=named, y=floor, align="right", dx=-0.4, color="ink", width=width)

    def hover(row):
        return f"{row['group']}, {row['year']}<br>{fmt.number(row['vehicles'])}"

    for row in reversed(rows):  # the subject's last, over the others
        color, ink = COLORS[row["group"]]
        ahead = row["rank"] == 1
        place = {"x": row["year"], "y": row["vehicles"], "color": ink, "baseline": "bottom" if ahead else "top"}
        words = fmt.number(row["vehicles"])
        if row["year"] < YEARS[-1]:
            aside = {"align": "center", "dy": 0.4} if ahead else {"dx": -0.7, "dy": -0.8}  # clear of its rising line
            sheet.label(words, **aside, **place)
        else:
            line = [year for year in rows if year["group"] == row["group"]]
            sheet.line(line, x="year", y="vehicles", color=color, width=3)
            sheet.dots(line, x="year", y="vehicles", color=color, hover=hover)
            words = f"<b>{row['group'].split()[0]} {words}</b>"
            if not ahead and sheet.shape != "card":
                words += f"<br>{fmt.text('ahead')}"
            sheet.label(words, align="right", dx=1, dy=0.5 if ahead else -0.5, **place)
