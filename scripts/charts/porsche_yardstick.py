"""Porsche in the United States by kind of car, beside Alpine worldwide, in the year before the partner was named."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, broken_but_on_card, label, line

PARTS = {
    "suvs": ("porsche-us-macan-cayenne-2022", "warm-soft"),
    "other": ("porsche-us-other-2022", "context"),
    "coupe": ("porsche-us-911-2022", "context-deep"),
}
"""Kind -> its figure and colour, from the foot of Porsche's bar up."""


def rows(facts):
    porsche, alpine = facts.figure("porsche-us-2022"), facts.figure("alpine-2022")
    found = [Row.of(alpine, id="alpine", what="alpine", year=alpine.year, cars=alpine.number, share=None, base=0)]
    for name, (key, _) in PARTS.items():
        part, base = facts.figure(key), sum(row["cars"] for row in found[1:])
        cells = {"cars": part.number, "share": round(part.number / porsche.number * 100), "base": base}
        found.append(Row.of(part, id=name, what=name, year=porsche.year, **cells))
    return found


def values(rows, fmt):
    total = sum(row["cars"] for row in rows[1:])
    return {"times": str(round(total / rows[0]["cars"])), "total": fmt.number(total), "year": str(rows[0]["year"])}


def marks(rows, fmt):
    """On x the two brands, on y cars. A card, which is low, has one name for all but the SUVs."""
    alpine, *parts = (row.also(at=min(number, 1)) for number, row in enumerate(rows))
    suvs, *others = parts
    top = float(sum(row["cars"] for row in parts))

    def count(row):
        return f"<b>{fmt.number(row['cars'])}</b><br>{fmt.text('none')}"

    def hover(row):
        return f"{fmt.label(row['what'])}<br>{fmt.number(row['cars'])}"

    def color_of_kind(row):
        return PARTS[row["id"]][1]

    def color_on_card(row):
        return PARTS["suvs" if row is suvs else "other"][1]

    def part(name, cars, share):
        return fmt.text("part", name=fmt.text(f"short_{name}"), cars=fmt.number(cars), share=fmt.percent(share, 0))

    bar = {"x": "at", "y": "cars", "width": 0.7, "ticks": "", "hover": hover}
    yield bars([alpine], color="accent", text=count, text_size=1.2, **bar)
    yield bars(parts, base="base", color={"wide": color_of_kind, "card": color_on_card}, **bar)
    yield line(x=(-0.35, 1.35), y=0)
    ratio = {"baseline": {"wide": "bottom", "narrow": "middle"}, "dy": {"wide": 0.1, "narrow": 0}, "dx": -0.5}
    big = {"bold": True, "size": {"wide": 1.2, "narrow": 1.1}, "width": {"wide": None, "narrow": 8}}
    yield label(fmt.text("ratio"), x=0.65, y=top, align="right", color="ink", **ratio, **big)
    beside = {"x": 1.35, "baseline": "middle", "dx": 0.4}
    for row in parts:
        middle, shapes = float(row["base"] + row["cars"] / 2), None if row is suvs else BUT_CARD
        if row["base"]:
            cut_shapes = BUT_CARD if row["id"] == "coupe" else None
            yield line(x=(0.65, 1.35), y=float(row["base"]), color="paper", width=2, shapes=cut_shapes)
        color, words = "warm" if row is suvs else "ink", part(row["id"], row["cars"], row["share"])
        yield label(words, y=middle, color=color, bold=row is suvs, width=10, shapes=shapes, **beside)
    rest = float(sum(row["cars"] for row in others))
    yield label(fmt.text("short_other"), y=top - rest / 2, color="ink", shapes={"card"}, **beside)
    yield label(fmt.number(top), x=1, y=top, align="center", dy=0.1, bold=True, color="ink", size=1.2)
    under = {"y": 0, "align": "center", "baseline": "top", "dy": -0.2, "bold": True}
    yield label(broken_but_on_card(fmt.text("one")), x=0, color="accent", **under)
    yield label(broken_but_on_card(fmt.text("two")), x=1, color="ink", **under)
