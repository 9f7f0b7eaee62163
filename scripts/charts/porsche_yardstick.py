"""Porsche in the United States by kind of car, beside Alpine worldwide, in the year before the partner was named."""

from scripts.drawing.chart import Row
from scripts.drawing.measure import height
from scripts.drawing.plot import BUT_CARD, bars, broken_but_on_card, label, line

PARTS = {
    "suvs": ("porsche-us-macan-cayenne-2022", "warm-soft"),
    "other": ("porsche-us-other-2022", "context"),
    "coupe": ("porsche-us-911-2022", "context"),
}
"""Kind -> its figure and colour, from the foot of Porsche's bar up."""


def rows(facts):
    porsche, alpine, newest = map(facts.figure, ("porsche-us-2022", "alpine-2022", "alpine-2025"))
    small = Row.of(alpine, id="alpine", what="alpine", year=alpine.year, cars=alpine.number, share=None, base=0)
    found = [small.also(newest=newest.number, newest_year=newest.year).resting_on(newest)]
    for name, (key, _) in PARTS.items():
        part, base = facts.figure(key), sum(row["cars"] for row in found[1:])
        cells = {"cars": part.number, "share": round(part.number / porsche.number * 100), "base": base}
        found.append(Row.of(part, id=name, what=name, year=porsche.year, **cells))
    return found


def values(rows, fmt):
    total = sum(row["cars"] for row in rows[1:])
    return {"times": str(round(total / rows[0]["cars"])), "total": fmt.number(total), "year": str(rows[0]["year"])}


def marks(rows, fmt):
    """On x the two brands, on y cars; all but the SUVs are one part, which names the 911."""
    alpine, suvs, other, coupe = (row.also(at=min(number, 1)) for number, row in enumerate(rows))
    rest = other.also(cars=other["cars"] + coupe["cars"], share=other["share"] + coupe["share"])
    top = float(suvs["cars"] + rest["cars"])

    def hover(row):
        return f"{fmt.label(row['what'])}<br>{fmt.number(row['cars'])}"

    def part(row):
        name, cars, share = fmt.text(f"short_{row['id']}"), fmt.number(row["cars"]), fmt.percent(row["share"], 0)
        return fmt.text("part", name=name, cars=cars, share=share)

    bar = {"x": "at", "y": "cars", "width": 0.8, "ticks": ""}
    yield bars([alpine], color="accent", hover=hover, **bar)
    yield bars([suvs, rest], base="base", color=lambda row: PARTS[row["id"]][1], hover=part, **bar)
    yield line(x=(-0.4, 1.4), y=0)
    yield line(x=(0.6, 1.4), y=float(rest["base"]), color="paper", width=2)
    beside = {"x": 1.4, "baseline": "middle", "dx": 0.4}
    yield label(part(suvs), y=float(suvs["cars"]) / 2, color="warm", bold=True, width=10, **beside)
    words = {"wide": part(rest), "card": fmt.text("short_other")}
    yield label(words, y=top - float(rest["cars"]) / 2, color="ink", **beside)
    ratio, size = fmt.text("ratio"), {"wide": 1.4, "narrow": 1.5}
    for x, end, words in ((0, float(alpine["cars"]), fmt.text("none")), (1, top, ratio)):
        flat, number = words.replace("<br>", " "), fmt.number(end)
        over = {"x": x, "y": end, "align": "center", "color": "ink"}
        yield label({"wide": flat, "narrow": words}, dy=0.1, shapes=BUT_CARD, **over)
        up = {"wide": 1.5, "narrow": 0.2 + height(words)}
        yield label(number, dy=up, size=size, bold=True, shapes=BUT_CARD, **over)
        yield label(f"<b>{number}</b>, {flat}", dy=0.1, size=1.1, shapes={"card"}, **over)
    under = {"y": 0, "align": "center", "baseline": "top", "dy": -0.2, "bold": True}
    yield label(broken_but_on_card(fmt.text("one")), x=0, color="accent", **under)
    yield label(broken_but_on_card(fmt.text("two")), x=1, color="ink", **under)
