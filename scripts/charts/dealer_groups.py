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
        row = Row.of(
            record,
            id=f"{record.group} {record.sales_year}",
            year=record.sales_year,
            group=record.group,
            vehicles=record.new_retail_units,
            rank=record.rank,
        )
        sales.append(row)
    return sorted(sales, key=lambda row: (row["year"], list(COLORS).index(row["group"])))


def draw(sheet, rows, fmt):
    """On x vehicles, on y a pair of bars a year."""
    sales = [row for row in rows if row["year"] in YEARS]
    bars = [row.with_cells(place=-2.5 * (number // 2) - number % 2) for number, row in enumerate(sales)]
    newest = bars[-2:]

    def count(row):
        number = fmt.number(row["vehicles"])
        return f"<b>{number}</b>" if row in newest else number

    def color(row):
        older, last = COLORS[row["group"]]
        return last if row in newest else older

    sheet.bars(bars, x="vehicles", y="place", across=True, thickness=0.88, text=count, color=color)
    size = sheet.choose(1, card=0.8)
    for row in bars:
        name = row["group"].split()[0]
        ink = "paper" if row in newest else "ink"
        sheet.label(name, x=0, y=row["place"], dx=0.3, baseline="middle", color=ink, bold=True, size=size)
    for row in bars[::2]:
        _draw_year(sheet, row, bold=row in newest)
    _draw_lead(sheet, *newest, fmt)


def _draw_year(sheet, row, *, bold):
    """Left of a pair of bars, in their middle on y, the year."""
    y = row["place"] - 0.5
    sheet.label(str(row["year"]), x=0, y=y, align="right", baseline="middle", dx=-0.4, color="ink", bold=bold)


def _draw_lead(sheet, behind, ahead, fmt):
    """Under the last bars a line, on x from the end of one to that of the other."""
    start = behind["vehicles"]
    end = ahead["vehicles"]
    foot = ahead["place"] - 0.6
    sheet.rule(x=(start, end), y=foot, color="ink", stroke=2)
    words = fmt.text("lead", n=fmt.number(end - start))
    sheet.label(words, x=end, y=foot, align="right", baseline="top", dy=-0.1, color="ink", bold=True)
