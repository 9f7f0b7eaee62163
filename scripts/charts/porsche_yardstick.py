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
    figures = {name: facts.figure(key) for name, (key, _) in CARS.items()}
    total = sum(figure.number for figure in figures.values()) - figures["alpine"].number
    rows, base = [], 0
    for name, figure in figures.items():
        place, share = (0, None) if name == "alpine" else (1, round(figure.number / total * 100))
        row = Row.of(figure, what=name, year=figure.year, cars=figure.number, share=share)
        rows.append(row.with_cells(place=place, base=base, total=total))
        base += figure.number * place
    return rows


def values(rows, fmt):
    alpine, suvs, *_ = rows
    rest = {"rest": fmt.number(suvs["total"] - suvs["cars"]), "rest_share": fmt.percent(100 - suvs["share"], 0)}
    all_of_it = {"total": fmt.number(suvs["total"]), "times": str(round(suvs["total"] / alpine["cars"]))}
    return rest | all_of_it | {"year": str(alpine["year"])}


def draw(sheet, rows, fmt):
    """On x the two brands, on y cars; the SUVs are named, the others together."""
    alpine, suvs, _, last = rows
    parted, top, width = float(suvs["cars"]), float(suvs["total"]), sheet.choose(0.5, narrow=0.8)
    right = 1 + width / 2

    def color(row):
        return CARS[row["what"]][1]

    sheet.bars(rows, x="place", y="cars", base="base", width=width, color=color, ticks="")
    sheet.rule(x=(-width / 2, right), y=0)
    sheet.rule(x=(right - width, right), y=parted, color="paper", width=2)
    sheet.rule(x=(right - width, right), y=last["base"], color="context")  # over the seam of the others
    wrap, rest = sheet.choose(None, narrow=8), fmt.text("rest_part")
    words = fmt.text("suvs_part") + sheet.choose(f"<br>{fmt.text('rivals')}", card="")
    sheet.label(words, x=right, y=parted / 2, baseline="middle", dx=0.4, color="warm", bold=True, width=wrap)
    sheet.label(rest, x=right, y=(parted + top) / 2, baseline="middle", dx=0.4, color="ink", width=wrap)
    say = fmt.label if sheet.shape == "card" else fmt.text  # a card is low
    wrap = sheet.choose(14, narrow=9.5)
    for brand, x, end, ink in (("alpine", 0, alpine["cars"], "accent"), ("porsche", 1, top, "ink")):
        sheet.label(say(f"{brand}_all"), x=x, y=end, align="center", dy=0.1, color="ink", size=1.2)
        sheet.label(
            fmt.text(brand), x=x, y=0, align="center", baseline="top", dy=-0.2, color=ink, bold=True, width=wrap
        )
