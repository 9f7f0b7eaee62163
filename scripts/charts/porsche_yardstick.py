"""Porsche in the United States by kind of car, beside Alpine worldwide, in the year before the partner was named."""

from scripts.drawing.rows import Row

PARTS = {"suvs": "porsche-us-macan-cayenne-2022", "other": "porsche-us-other-2022", "coupe": "porsche-us-911-2022"}
"""Kind -> its figure, from the foot of Porsche's bar up."""


def rows(facts):
    porsche, alpine = map(facts.figure, ("porsche-us-2022", "alpine-2022"))
    bars = [Row.of(alpine, what="alpine", year=alpine.year, cars=alpine.number, share=None, base=0)]
    for name, key in PARTS.items():
        part, base = facts.figure(key), sum(row["cars"] for row in bars[1:])
        share = round(part.number / porsche.number * 100)
        bars.append(Row.of(part, what=name, year=porsche.year, cars=part.number, share=share, base=base))
    return bars


def values(rows, fmt):
    total = sum(row["cars"] for row in rows[1:])
    return {"times": str(round(total / rows[0]["cars"])), "total": fmt.number(total), "year": str(rows[0]["year"])}


def draw(sheet, rows, fmt):
    """On x the two brands, on y cars; all but the SUVs are one part, which names the 911."""
    alpine, suvs, other, coupe = (row.with_cells(at=min(number, 1)) for number, row in enumerate(rows))
    rest = other.with_cells(cars=other["cars"] + coupe["cars"], share=other["share"] + coupe["share"])
    top = float(suvs["cars"] + rest["cars"])

    def hover(row):
        return f"{fmt.label(row['what'])}<br>{fmt.number(row['cars'])}"

    def part(row):
        name, cars, share = fmt.text(f"short_{row['what']}"), fmt.number(row["cars"]), fmt.percent(row["share"], 0)
        return fmt.text("part", name=name, cars=cars, share=share)

    width = sheet.choose(0.5, narrow=0.8)
    left, right = 1 - width / 2, 1 + width / 2
    bar = {"x": "at", "y": "cars", "width": width, "ticks": ""}
    sheet.bars([alpine], color="accent", hover=hover, **bar)
    sheet.bars([suvs], color="warm", hover=part, **bar)
    sheet.bars([rest], base="base", color="context", hover=part, **bar)
    sheet.rule(x=(left - 1, right), y=0)
    sheet.rule(x=(left, right), y=rest["base"], color="paper", width=2)
    beside = {"x": right, "baseline": "middle", "dx": 0.4}
    sheet.label(part(suvs), y=suvs["cars"] / 2, color="warm", bold=True, width=10, **beside)
    words = sheet.choose(part(rest), card=fmt.text("short_other"))
    sheet.label(words, y=top - float(rest["cars"]) / 2, color="ink", **beside)
    for x, end, name in ((0, alpine["cars"], "none"), (1, top, "ratio")):
        over = {"x": x, "y": end, "align": "center", "color": "ink"}
        number = fmt.number(end)
        if sheet.shape == "card":
            sheet.label(f"<b>{number}</b>, {fmt.label(name)}", dy=0.1, size=1.1, **over)
            continue
        words = sheet.choose(fmt.label(name), narrow=fmt.text(name))
        up = sheet.choose(1.5, narrow=0.2 + sheet.height_of(words))
        sheet.label(words, dy=0.1, **over)
        sheet.label(number, dy=up, size=sheet.choose(1.4, narrow=1.5), bold=True, **over)
    for x, name, color in ((0, "one", "accent"), (1, "two", "ink")):
        room = sheet.choose(14, narrow=8.8)
        words = sheet.choose(fmt.label(name), narrow=fmt.text(name))
        sheet.label(words, x=x, y=0, align="center", baseline="top", dy=-0.2, bold=True, color=color, room=room)
