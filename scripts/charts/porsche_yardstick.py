"""Porsche in the United States by kind of car, beside Alpine in the whole world, in the year before the partner was named."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line

PARTS = {"suvs": ("porsche-us-macan-cayenne-2022", "warm-soft"), "other": ("porsche-us-other-2022", "context"), "coupe": ("porsche-us-911-2022", "context-deep")}
"""Kind -> its figure and colour, from the foot of Porsche's bar up."""


def rows(facts):
    porsche, alpine = facts.figure("porsche-us-2022"), facts.figure("alpine-2022")
    found = [Row.of(alpine, id="alpine", what="alpine", year=alpine.year, cars=alpine.number, share=None, base=0)]
    for name, (key, _) in PARTS.items():
        part, below = facts.figure(key), sum(row["cars"] for row in found[1:])
        found.append(Row.of(part, id=name, what=name, year=porsche.year, cars=part.number, share=round(part.number / porsche.number * 100), base=below))
    return found


def values(rows, fmt):
    total = sum(row["cars"] for row in rows[1:])
    return {"times": str(round(total / rows[0]["cars"])), "total": fmt.number(total), "year": str(rows[0]["year"])}


def marks(rows, fmt):
    """On x the two brands, on y cars. A card, which is low, has one name for all but the SUVs."""
    alpine, *parts = (row.also(at=min(number, 1)) for number, row in enumerate(rows))
    said = {"ticks": lambda row: "", "hover": lambda row: f"{fmt.label(row['what'])}<br>{fmt.number(row['cars'])}"}
    yield bars([alpine], x="at", y="cars", width=0.7, color="accent", text=lambda row: f"<b>{fmt.number(row['cars'])}</b><br>{fmt.text('none')}", text_size=1.2, **said)
    yield bars(parts, x="at", y="cars", base="base", width=0.7, color={"wide": lambda row: PARTS[row["id"]][1], "card": lambda row: PARTS["suvs" if row["id"] == "suvs" else "other"][1]}, **said)
    yield line(x=(-0.35, 1.35), y=0)
    top = float(sum(row["cars"] for row in parts))
    yield line(x=(0.5, 0.5), y=(float(alpine["cars"]), top))
    yield from (line(x=(0.48, 0.52), y=(end, end)) for end in (float(alpine["cars"]), top))
    yield label(fmt.text("ratio"), x=0.5, y=top * 0.75, align="right", baseline="middle", dx=-0.4, color="ink", bold=True, size={"wide": 1.5, "narrow": 1.3, "card": 1.2})
    for row in parts:
        middle, suvs = float(row["base"] + row["cars"] / 2), row["id"] == "suvs"
        words = fmt.text("part", name=fmt.text(f"short_{row['id']}"), cars=fmt.number(row["cars"]), share=fmt.percent(row["share"], 0))
        yield line(x=(0.65, 1.35), y=float(row["base"]), color="paper", width=2, shapes=BUT_CARD if row["id"] == "coupe" else None) if row["base"] else None
        yield label(words, x=1.35, y=middle, baseline="middle", dx=0.4, color="warm" if suvs else "ink", bold=suvs, width=10, shapes=None if suvs else BUT_CARD)
    others = parts[1]["cars"] + parts[2]["cars"]
    words = fmt.text("part", name=fmt.text("short_other"), cars=fmt.number(others), share=fmt.percent(round(float(others) / top * 100), 0))
    yield label(words, x=1.35, y=top - float(others) / 2, baseline="middle", dx=0.4, color="ink", shapes={"card"})
    yield label(fmt.number(top), x=1, y=top, align="center", dy=0.1, bold=True, color="ink", size=1.2)
    for at, name, color in ((0, "one", "accent"), (1, "two", "ink")):
        yield label({"wide": fmt.text(name), "card": fmt.text(name).replace("<br>", " ")}, x=at, y=0, align="center", baseline="top", dy=-0.2, bold=True, color=color)
