"""New vehicles that two dealer groups sold a year, by the lists of Automotive News: Lithia passes AutoNation."""

from scripts.drawing.rows import yearly

NAMED = "ev-2023-02-16-luca-de-meo-says"
COLORS = {"AutoNation": ("accent", "accent-soft"), "Lithia Motors": ("ink", "context")}
"""The groups, the larger of the first year first: their colours in the last year, and before."""
FIRST, LAST = 2020, 2022
"""From the first year for which both lists state vehicles to the last full one when Renault named AutoNation."""
LEAD = "lithia-lead-2022"
"""The figure of how much more Lithia sold in the last year."""
PAIR = 2.7
"""From a year to the next, in bars."""


def rows(facts):
    """A row a year and group."""
    named, lead = facts.row("events", NAMED).date, facts.figure(LEAD).number
    found = []
    for group in COLORS:
        records = facts.select("dealer_groups", group=group, sales_year=tuple(range(FIRST, LAST + 1)))
        stated = [record for record in records if record.new_retail_units is not None]
        for row in yearly(stated, vehicles="new_retail_units", rank="rank"):
            found.append(row.with_cells(id=f"{group} {row['year']}", group=group, named=named, lead=lead))
    return found


def values(rows, fmt):
    return {"named_on": fmt.date(str(rows[0]["named"])[:7]), "lead": fmt.number(rows[0]["lead"])}


def draw(sheet, rows, fmt):
    """On x vehicles; on y a pair of bars a year, from the top down. A card, which is low, has the last two."""
    if sheet.shape == "card":
        rows = [row for row in rows if row["year"] > FIRST]
    groups = list(COLORS)
    rows = [row.with_cells(place=-PAIR * (row["year"] - LAST) - groups.index(row["group"])) for row in rows]

    def hover(row):
        return f"{row['group']}, {row['year']}<br>{fmt.number(row['vehicles'])}"

    def color(row):
        return COLORS[row["group"]][row["year"] < LAST]

    sheet.bars(rows, x="vehicles", y="place", across=True, width=0.9, ticks="", color=color, hover=hover)
    for row in rows:
        within = {"baseline": "middle", "color": "ink" if row["year"] < LAST else "paper", "bold": True}
        sheet.label(row["group"].split()[0], x=0, y=row["place"], dx=0.4, **within)
        sheet.label(fmt.number(row["vehicles"]), x=row["vehicles"], y=row["place"], align="right", dx=-0.3, **within)
    for year in sorted({row["year"] for row in rows}):
        places = [row["place"] for row in rows if row["year"] == year]
        middle = sum(places) / len(places)
        sheet.label(str(year), x=0, y=middle, align="right", baseline="middle", dx=-0.5, color="ink")
    most = max(float(row["vehicles"]) for row in rows)
    behind = min((row for row in rows if row["year"] == LAST), key=lambda row: row["vehicles"])
    start, foot, head = float(behind["vehicles"]), behind["place"] - 0.45, behind["place"] + 0.45
    sheet.line(x=[start, most, most, start], y=[head, head, foot, foot], color="warm", width=1.5, dash="dot")
    sheet.label(fmt.text("ahead"), x=most, y=head, baseline="top", dx=0.3, width=9, color="warm", bold=True)
    width = sheet.choose(None, narrow=20, poster=39, card=35)
    sheet.label(fmt.text("named"), x=0, y=-1.5, baseline="top", dy=-0.8, width=width)
