"""Dealer networks, and the one that Alpine's target would need if each dealer sold what one of Porsche's in America sells."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, stripes

NETWORKS = {"alpine": "alpine-points-of-sale-2023", "planned": "alpine-target-points-of-sale-2030", "needed": "dealers-for-target", "porsche": "porsche-us-dealers-2020"}
"""Network -> the figure that counts it; the last stands apart, for comparison."""
PLACES = {"alpine": 0, "planned": -1, "needed": -2.1, "porsche": -3.7}
COLORS = {"alpine": "accent", "planned": "accent-soft", "needed": "warm"}


def rows(facts):
    return [Row.of(facts.figure(key), id=name, network=name, dealers=facts.figure(key).number, year=facts.figure(key).year, place=PLACES[name], **{
        "target": facts.figure("alpine-target-2030").number, "rate": facts.figure("porsche-us-sales-per-dealer-2020").number,
    }) for name, key in NETWORKS.items()]


def values(rows, fmt):
    dealers = {row["id"]: row["dealers"] for row in rows}
    return {name: fmt.number(rows[0][name], 0) for name in ("target", "rate")} | {"times": str(round(dealers["needed"] / dealers["planned"]))}


def marks(rows, fmt):
    """Places on x are dealers; rows stand one above the other, the words of each over its bar. A card shows the plan and the need."""
    yield from _drawn(rows, fmt, BUT_CARD)
    yield label(fmt.text("aside"), x=0, y=PLACES["porsche"] + 0.22, dx=-0.15, dy=1.6, shapes=BUT_CARD)
    yield from _drawn([row.also(place=-place) for place, row in enumerate(rows[1:3])], fmt, {"card"})


def _drawn(rows, fmt, shapes):
    planned, needed = (next(row for row in rows if row["id"] == name) for name in ("planned", "needed"))
    about = fmt.text("about", number=fmt.number(needed["dealers"]), n=fmt.number(needed["dealers"] / planned["dealers"], 0))
    yield bars(
        rows, x="dealers", y="place", across=True, width=0.44, ticks=lambda row: "", text=lambda row: "" if row is needed else fmt.number(row["dealers"]), text_size=1.2,
        color=lambda row: COLORS.get(row["id"], "context"), hover=lambda row: f"{fmt.label(row['network'])}<br>{about if row is needed else fmt.number(row['dealers'])}", shapes=shapes,
    )
    yield stripes(x=(0, needed["dealers"]), y=(needed["place"] - 0.22, needed["place"] + 0.22), shapes=shapes)
    for row in rows:
        words = fmt.text("need", what=fmt.label("needed"), about=about) if row is needed else fmt.label(row["network"])
        yield label(words, x=0, y=row["place"] + 0.22, dx=-0.15, dy=0.2, width=WIDTHS, color=COLORS["needed"] if row is needed else "ink", bold=row["id"] in COLORS, shapes=shapes)
    yield label(fmt.text("sum"), x=0, y=needed["place"] - 0.26, dx=-0.15, baseline="top", width=WIDTHS, color="ink", shapes=shapes)


WIDTHS = {"wide": 46, "narrow": 25, "poster": 38, "card": 39}
"""Of the words, in em."""
SCALE = {"x": (0, None), "y": {"wide": (-4, 0.62), "card": (-1.3, 0.6)}}
