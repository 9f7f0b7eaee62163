"""What Alpine had and planned to have, beside what it was to sell in 2030: four numbers on one scale."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label

STEPS = {
    "cars": ("alpine-2022", "accent"), "works": ("alpine-dieppe-capacity-2023", "accent-soft"), "network": ("alpine-network-2030-sales", "accent-soft"),
    "floor": ("alpine-target-floor-2023", "warm-soft"), "target": ("alpine-target-2030", "warm-soft"),
}
"""Step -> its figure and colour, the smallest first."""
FACTORS = {"outlets": "alpine-target-points-of-sale-2030", "each": "alpine-target-sales-per-point-of-sale-2030"}
"""What the network's sales are the product of."""


def rows(facts):
    found = [Row.of(facts.figure(key), id=name, what=name, cars=facts.figure(key).number, place=-place) for place, (name, (key, _)) in enumerate(STEPS.items())]
    return [row.also(**{name: facts.figure(key).number for name, key in FACTORS.items()}) if row["id"] == "network" else row for row in found]


def values(rows, fmt):
    cars = {row["id"]: row["cars"] for row in rows}
    return {"times": str(round(cars["target"] / cars["network"]))}


def marks(rows, fmt):
    """On x cars; the words of each bar stand over it. A card shows the first, the last and the network between them."""
    yield from _drawn(rows, fmt, {"wide", "narrow", "poster"})
    yield from _drawn([row.also(place=-place) for place, row in enumerate(row for row in rows if row["id"] in ("cars", "network", "target"))], fmt, {"card"})


def _drawn(rows, fmt, shapes):
    more = lambda row: fmt.text("more", cars=fmt.number(row["cars"])) if row["id"] == "target" else fmt.number(row["cars"])  # noqa: E731
    yield bars(rows, x="cars", y="place", across=True, width=0.44, ticks=lambda row: "", text=more, text_size=1.2, color=lambda row: STEPS[row["id"]][1], shapes=shapes)
    for row in rows:
        yield label(fmt.label(row["what"]), x=0, y=row["place"] + 0.24, color="warm" if row["id"] == "target" else "ink", bold=row["id"] in ("cars", "target"), shapes=shapes)


SCALE = {"x": (0, None), "y": {"wide": (-4.3, 0.62), "card": (-2.3, 0.62)}}
