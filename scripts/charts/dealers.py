"""The points of sale that Alpine planned, and what its target would need at the rate of Porsche's in America."""

from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, stripes

NETWORKS = {
    "alpine": "alpine-points-of-sale-2023",
    "planned": "alpine-target-points-of-sale-2030",
    "needed": "dealers-for-target",
    "porsche": "porsche-us-dealers-2020",
    "autonation": "autonation-stores-2022",
}
"""Network -> the figure that counts it; the last two stand apart."""
SUM = {"each": "alpine-target-sales-per-point-of-sale-2030", "sales": "alpine-network-2030-sales"}
"""What the planned network would sell."""
PLACES = {"planned": 0, "alpine": -1.75, "needed": -5.6, "porsche": -10.1, "autonation": -11.6}
"""From the top down, in about the height of a line."""
COLORS = {"planned": "accent", "needed": "warm"}
HALF, THIN, THINNEST = 1, 0.45, 0.25
"""Half of a bar's width, of what Alpine had, and of one that is there for comparison."""
SCALE = {"x": (0, None), "y": {"wide": (-12.6, 2.4), "narrow": (None, 2.4), "card": (-8, 2.4)}}
ROOM = {"wide": None, "narrow": 25.6, "card": 30.5}
"""For a line of words, in em; a narrow picture folds the sum, a card sets it smaller."""


def rows(facts):
    target, rate = (facts.figure(key).number for key in ("alpine-target-2030", "porsche-us-sales-per-dealer-2020"))
    product = {name: facts.figure(key) for name, key in SUM.items()}
    found = []
    for name, key in NETWORKS.items():
        figure = facts.figure(key)
        cells = {"dealers": figure.number, "year": figure.year, "target": target, "rate": rate}
        row = Row.of(figure, id=name, network=name, place=PLACES[name], **cells)
        if name == "planned":
            row = row.also(**{part: one.number for part, one in product.items()}).resting_on(product["sales"])
        found.append(row)
    return found


def values(rows, fmt):
    dealers = {row["id"]: row["dealers"] for row in rows}
    times = str(round(dealers["needed"] / dealers["planned"]))
    return {name: fmt.number(rows[0][name], 0) for name in ("target", "rate")} | {"times": times}


def marks(rows, fmt):
    """Places on x are dealers; rows stand one above the other. A card, which is low, has no comparison."""
    alpine, planned, needed, *others = rows

    def count(row):
        return fmt.text(f"count_{row['id']}")

    def in_a_line(row):
        return count(row).replace("<br>", " ")

    def hover(row):
        return f"{fmt.label(row['network'])}<br>{fmt.number(row['dealers'])}"

    bar = {"x": "dealers", "y": "place", "across": True, "ticks": "", "text": count, "hover": hover}
    left = {"x": 0, "dx": -0.15}
    for row in (planned, needed):
        color = COLORS[row["id"]]
        yield bars([row], color=color, width=2 * HALF, text_size=1.2, **bar)
        over = {"y": row["place"] + HALF, "dy": 0.2, "color": color, "bold": True, "room": ROOM}
        yield label(fmt.text(f"over_{row['id']}"), **over, **left)
    yield bars([alpine], color="context", width=2 * THIN, **bar)
    yield stripes(x=(0, needed["dealers"]), y=(needed["place"] - HALF, needed["place"] + HALF))
    product = fmt.text("sum")
    folded = measure.wrap(product, ROOM["narrow"])
    lower = folded.count("<br>")  # lines by which what follows gives way
    said = {"wide": product.replace("<br>", " "), "narrow": folded}
    yield label(said, y=needed["place"] - HALF, baseline="top", dy=-0.15, room=ROOM, **left)
    for shape in sorted(BUT_CARD):
        down = lower if shape == "narrow" else 0
        bar |= {"text": count if shape == "narrow" else in_a_line, "shapes": {shape}}
        yield bars([row.also(place=row["place"] - down) for row in others], color="context", width=2 * THINNEST, **bar)
        yield label(fmt.text("aside"), y=PLACES["porsche"] + THINNEST - down, dy=0.2, shapes={shape}, **left)
