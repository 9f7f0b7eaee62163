"""What Alpine could build and its planned network would sell, beside the target for 2030, on one scale; and how often the network's sales go into the target."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, stripes

STEPS = {"works": ("alpine-dieppe-capacity-2023", "context"), "network": ("alpine-network-2030-sales", "accent"), "target": ("alpine-target-2030", "warm-soft")}
"""Step -> its figure and colour, the smallest first."""
FACTORS = {"outlets": "alpine-target-points-of-sale-2030", "each": "alpine-target-sales-per-point-of-sale-2030"}
"""What the network's sales are the product of."""
HALF = 0.22
"""Half of a bar's width, of the distance between two."""


def rows(facts):
    found = [Row.of(facts.figure(key), id=name, what=name, cars=facts.figure(key).number, place=-place) for place, (name, (key, _)) in enumerate(STEPS.items())]
    return [row.also(**{name: facts.figure(key).number for name, key in FACTORS.items()}) if row["id"] == "network" else row for row in found]


def marks(rows, fmt):
    """On x cars; the words of each bar stand over it."""
    works, network, target = rows
    for row in rows:
        said, shapes = fmt.text("more", cars=fmt.number(row["cars"])) if row is target else fmt.number(row["cars"]), BUT_CARD if row is works else None
        yield bars([row], x="cars", y="place", across=True, width=2 * HALF, ticks=lambda row: "", hover=lambda row, said=said: f"{fmt.label(row['what'])}<br>{said}", color=STEPS[row["id"]][1], shapes=shapes)
        yield label(fmt.label(row["what"]), x=0, y=row["place"] + HALF, dx=-0.15, dy=0.2, color="warm" if row is target else "ink", bold=row is not works, width={"wide": None, "narrow": 24}, shapes=shapes)
        inside = row is target  # so that the longest bar has all the room
        yield label(said, x=row["cars"], y=row["place"], align="right" if inside else "left", baseline="middle", dx=-0.5 if inside else 0.4, color="ink", size=1.2, shapes=shapes)
    yield stripes(x=(0, network["cars"]), y=(network["place"] - HALF, network["place"] + HALF))
    under, times = target["place"] - HALF - 0.12, int(target["cars"] / network["cars"])
    for number in range(times):
        start, end = float(network["cars"]) * number + 400, float(network["cars"]) * (number + 1) - 400
        yield line(x=(start, start, end, end), y=(under + 0.08, under, under, under + 0.08), color="ink", width=1.5)
    yield label(fmt.text("times", n=str(times), cars=fmt.number(network["cars"])), x=0, y=under - 0.04, dx=-0.15, baseline="top", color="ink")


SCALE = {"x": (0, None), "y": {"wide": (-2.62, 0.6), "card": (-2.62, -0.4)}}
"""A card, which is low, leaves the plant out."""
