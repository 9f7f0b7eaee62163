"""New vehicles that two dealer groups sold a year, by the lists of Automotive News: in the last, Lithia is ahead."""

from scripts.drawing.rows import Row

COLORS = {"AutoNation": ("accent-soft", "accent"), "Lithia Motors": ("context", "soft")}
"""Group -> the colours of its bars, and of the last one."""
ENTRY = 1997  # for which Lithia entered the list: for the text and the table
YEARS = (2020, 2021, 2022)  # from the first with vehicles of both to the last full one when Renault named AutoNation


def rows(facts):
    """A row a year and group."""
    sales = []
    for record in facts.select("dealer_groups", group=tuple(COLORS), sales_year=(ENTRY, *YEARS)):
        year, group, vehicles = record.sales_year, record.group, record.new_retail_units
        sales.append(Row.of(record, id=f"{group} {year}", year=year, group=group, vehicles=vehicles, rank=record.rank))
    return sorted(sales, key=lambda row: (row["year"], list(COLORS).index(row["group"])))


def draw(sheet, rows, fmt):
    """On x vehicles, on y a pair of bars a year."""
    _entry, *sales = rows
    bars = [row.with_cells(place=-2.5 * (number // 2) - number % 2) for number, row in enumerate(sales)]
    *_, autonation, lithia = bars

    def count(row):
        number = fmt.number(row["vehicles"])
        return f"<b>{number}</b>" if row["year"] == YEARS[-1] else number

    def color(row):
        return COLORS[row["group"]][row["year"] == YEARS[-1]]

    sheet.bars(bars, x="vehicles", y="place", across=True, width=0.88, text=count, color=color)
    size = sheet.choose(1, card=0.8)
    for row in bars:
        name, ink = row["group"].split()[0], "paper" if row["year"] == YEARS[-1] else "ink"
        sheet.label(name, x=0, y=row["place"], dx=0.3, baseline="middle", color=ink, bold=True, size=size)
    for row in bars[::2]:
        year, y, bold = str(row["year"]), row["place"] - 0.5, row is autonation
        sheet.label(year, x=0, y=y, align="right", baseline="middle", dx=-0.4, color="ink", bold=bold)
    lead, foot = lithia["vehicles"] - autonation["vehicles"], lithia["place"] - 0.6
    sheet.rule(x=(autonation["vehicles"], lithia["vehicles"]), y=foot, color="ink", width=2)
    words = fmt.text("lead", n=fmt.number(lead))
    sheet.label(words, x=lithia["vehicles"], y=foot, align="right", baseline="top", dy=-0.1, color="ink", bold=True)
