"""What Alpine had and planned to have, beside what it was to sell in 2030: five numbers on one scale, and how often the network's sales go into the target."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, stripes

STEPS = {
    "cars": ("alpine-2022", "accent"), "works": ("alpine-dieppe-capacity-2023", "accent-soft"), "network": ("alpine-network-2030-sales", "accent-soft"),
    "floor": ("alpine-target-floor-2023", "context"), "target": ("alpine-target-2030", "warm-soft"),
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
    """On x cars; the words of each bar stand over it. A card shows the network and the target."""
    yield from _drawn(rows, fmt, BUT_CARD)
    yield from _drawn([row.also(place=-place) for place, row in enumerate(row for row in rows if row["id"] in ("network", "target"))], fmt, {"card"})


def _drawn(rows, fmt, shapes):
    more = lambda row: fmt.text("more", cars=fmt.number(row["cars"])) if row["id"] == "target" else fmt.number(row["cars"])  # noqa: E731
    yield bars(rows, x="cars", y="place", across=True, width=0.44, ticks=lambda row: "", text=more, text_size=1.2, color=lambda row: STEPS[row["id"]][1], shapes=shapes)
    for row in rows:
        yield label(fmt.label(row["what"]), x=0, y=row["place"] + 0.22, dx=-0.15, dy=0.2, color="warm" if row["id"] == "target" else "ink", bold=row["id"] in ("cars", "target"), shapes=shapes)
    network, target = next(row for row in rows if row["id"] == "network"), rows[-1]
    yield stripes(x=(0, network["cars"]), y=(network["place"] - 0.22, network["place"] + 0.22), shapes=shapes)
    under, times = target["place"] - 0.36, int(target["cars"] / network["cars"])
    for number in range(times):
        start, end = float(network["cars"]) * number + 400, float(network["cars"]) * (number + 1) - 400
        yield line(x=(start, start, end, end), y=(under + 0.08, under, under, under + 0.08), color="ink", width=1.5, shapes=shapes)
    yield label(fmt.text("times", n=str(times), cars=fmt.number(network["cars"])), x=0, y=under - 0.04, dx=-0.15, baseline="top", color="ink", shapes=shapes)


SCALE = {"x": (0, None), "y": {"wide": (-4.4, 0.62), "card": (-1.6, 0.7)}}
