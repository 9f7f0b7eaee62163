"""Dealer networks, and the one that Alpine's target would need if its dealers sold as much as Porsche's in America."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, only, stripes

NETWORKS = {
    "alpine": "alpine-points-of-sale-2023",
    "planned": "alpine-target-points-of-sale-2030",
    "needed": "dealers-for-target",
    "porsche": "porsche-us-dealers-2020",
}
"""Network -> the figure that counts it; the last stands apart, for comparison."""
PLACES = {"alpine": 0, "planned": -1, "needed": -2.1, "porsche": -3.85}
COLORS = {"alpine": "accent-soft", "planned": "accent", "needed": "warm"}
WIDTHS = {"wide": 46, "narrow": 25, "poster": 38, "card": 33}
"""Of the words, in em."""
HALF = 0.22
"""Half of a bar's width, of the distance between two."""
SCALE = {"x": (0, None), "y": {"wide": (-4.1, 0.62), "card": (-1.3, 0.6)}}


def rows(facts):
    target, rate = (facts.figure(key).number for key in ("alpine-target-2030", "porsche-us-sales-per-dealer-2020"))
    found = []
    for name, key in NETWORKS.items():
        figure = facts.figure(key)
        cells = {"dealers": figure.number, "year": figure.year, "target": target, "rate": rate}
        found.append(Row.of(figure, id=name, network=name, place=PLACES[name], **cells))
    return found


def values(rows, fmt):
    dealers = {row["id"]: row["dealers"] for row in rows}
    times = str(round(dealers["needed"] / dealers["planned"]))
    return {name: fmt.number(rows[0][name], 0) for name in ("target", "rate")} | {"times": times}


def marks(rows, fmt):
    """Places on x are dealers; rows stand one above the other, the words of each over its bar."""
    yield from only(BUT_CARD, _networks(rows, fmt))
    yield label(fmt.text("aside"), x=0, y=PLACES["porsche"] + HALF, dx=-0.15, dy=1.6, shapes=BUT_CARD)
    plan_and_need = [row.also(place=-place) for place, row in enumerate(rows[1:3])]
    yield from only({"card"}, _networks(plan_and_need, fmt))


def _networks(rows, fmt):
    planned, needed = (next(row for row in rows if row["id"] == name) for name in ("planned", "needed"))
    times = fmt.number(needed["dealers"] / planned["dealers"], 0)

    def count(row):
        number = fmt.number(row["dealers"])
        return fmt.text("about", number=number) if row is needed else number

    def hover(row):
        return f"{fmt.label(row['network'])}<br>{count(row)}"

    def color(row):
        return COLORS.get(row["id"], "context")

    bar = {"x": "dealers", "y": "place", "across": True, "width": 2 * HALF, "ticks": "", "text_size": 1.2}
    yield bars(rows, **bar, text=count, bold=lambda row: True, color=color, hover=hover)
    yield stripes(x=(0, needed["dealers"]), y=(needed["place"] - HALF, needed["place"] + HALF))
    words = {"x": 0, "dx": -0.15, "width": WIDTHS}
    for row in rows:
        name = fmt.label(row["network"])
        said = fmt.text("need", what=name, n=times) if row is needed else name
        ink, bold = COLORS["needed"] if row is needed else "ink", row["id"] in COLORS
        yield label(said, y=row["place"] + HALF, dy=0.2, color=ink, bold=bold, **words)
    yield label(fmt.text("sum"), y=needed["place"] - 0.26, baseline="top", color="ink", **words)
