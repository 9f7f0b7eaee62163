"""Porsche in the United States by kind of car, beside Alpine worldwide, in the year before the partner was named."""

from scripts.drawing.rows import Row

CARS = {
    "alpine": ("alpine-2022", "accent"),
    "suvs": ("porsche-us-macan-cayenne-2022", "warm"),
    "other": ("porsche-us-other-2022", "context"),
    "coupe": ("porsche-us-911-2022", "context"),
}
"""Kind -> its figure and its colour; those of Porsche from the foot of its bar up."""


def rows(facts):
    """One row for Alpine, and one a kind of Porsche, each on top of the last."""
    alpine, *porsche = [(name, facts.figure(key)) for name, (key, _) in CARS.items()]
    total = sum(figure.number for _, figure in porsche)

    def row(name, figure, **cells):
        return Row.of(figure, what=name, year=figure.year, cars=figure.number, total=total, **cells)

    rows = [row(*alpine, share=None, place=0, base=0)]
    base = 0
    for name, figure in porsche:
        rows.append(row(name, figure, share=round(figure.number / total * 100), place=1, base=base))
        base += figure.number
    return rows


def values(rows, fmt):
    alpine, suvs, *_ = rows
    total = suvs["total"]
    return {
        "rest": fmt.number(total - suvs["cars"]),
        "rest_share": fmt.percent(100 - suvs["share"], 0),
        "total": fmt.number(total),
        "times": str(round(total / alpine["cars"])),
        "year": str(alpine["year"]),
    }


def draw(sheet, rows, fmt):
    """On x the two brands, on y cars; the SUVs are named, the others together."""
    alpine, suvs, _, last = rows
    total = suvs["total"]
    thickness = sheet.choose(0.5, narrow=0.8)
    left = 1 - thickness / 2
    right = 1 + thickness / 2

    def color(row):
        return CARS[row["what"]][1]

    def hover(row):
        return f"{fmt.one_line(row['what'])}<br>{fmt.number(row['cars'])}"

    sheet.bars(rows, x="place", y="cars", base="base", thickness=thickness, color=color, ticks=False, hover=hover)
    sheet.rule(x=(-thickness / 2, right), y=0)
    sheet.rule(x=(left, right), y=suvs["cars"], color="paper", stroke=2)
    sheet.rule(x=(left, right), y=last["base"], color="context")  # over the seam of the others
    _draw_parts(sheet, right, suvs["cars"], total, fmt)
    _draw_brand(sheet, "alpine", 0, alpine["cars"], "accent", fmt)
    _draw_brand(sheet, "porsche", 1, total, "ink", fmt)


def _draw_parts(sheet, x, parted, top, fmt):
    """Beside Porsche's bar what its parts are, each at its middle on y."""
    wrap = sheet.choose(None, narrow=8)
    words = fmt.text("suvs_part")
    if sheet.shape != "card":  # which is low
        words += f"<br>{fmt.text('rivals')}"
    sheet.label(words, x=x, y=parted / 2, baseline="middle", dx=0.4, color="warm", bold=True, wrap=wrap)
    words = fmt.text("rest_part")
    sheet.label(words, x=x, y=(parted + top) / 2, baseline="middle", dx=0.4, color="ink", wrap=wrap)


def _draw_brand(sheet, brand, x, top, color, fmt):
    """At a place on x the brand's name under its bar, and over it all its cars."""
    name = f"{brand}_all"
    words = fmt.one_line(name) if sheet.shape == "card" else fmt.text(name)  # a card is low: in one line
    sheet.label(words, x=x, y=top, align="center", dy=0.1, color="ink", size=1.2)
    wrap = sheet.choose(14, narrow=9.5)
    sheet.label(fmt.text(brand), x=x, y=0, align="center", baseline="top", dy=-0.2, color=color, bold=True, wrap=wrap)
