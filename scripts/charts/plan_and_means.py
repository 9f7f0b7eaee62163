"""What Alpine could build and its planned network would sell, beside the target for 2030, on one scale.

Under the bars it says how often the network's sales go into the target.
"""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, stripes

STEPS = {
    "works": ("alpine-dieppe-capacity-2023", "context"),
    "network": ("alpine-network-2030-sales", "accent"),
    "target": ("alpine-target-2030", "warm-soft"),
}
"""Step -> its figure and colour, the smallest first."""
FACTORS = {"outlets": "alpine-target-points-of-sale-2030", "each": "alpine-target-sales-per-point-of-sale-2030"}
"""What the network's sales are the product of."""
HALF = 0.22
"""Half of a bar's width, of the distance between two."""
SCALE = {"x": (0, None), "y": {"wide": (-2.62, 0.6), "card": (-2.62, -0.4)}}
"""A card, which is low, leaves the plant out."""


def rows(facts):
    factors = {name: facts.figure(key).number for name, key in FACTORS.items()}
    found = []
    for place, (name, (key, _)) in enumerate(STEPS.items()):
        figure = facts.figure(key)
        cells = factors if name == "network" else {}
        found.append(Row.of(figure, id=name, what=name, cars=figure.number, place=-place, **cells))
    return found


def marks(rows, fmt):
    """On x cars; the words of each bar stand over it."""
    works, network, target = rows

    def count(row):
        cars = fmt.number(row["cars"])
        return fmt.text("more", cars=cars) if row is target else cars

    def hover(row):
        return f"{fmt.label(row['what'])}<br>{count(row)}"

    for row in rows:
        at, color, shapes = row["place"], STEPS[row["id"]][1], BUT_CARD if row is works else None
        over = {"x": 0, "y": at + HALF, "dx": -0.15, "dy": 0.2, "width": {"wide": None, "narrow": 24}}
        ink, bold = "warm" if row is target else "ink", row is not works
        # The longest bar has its count within, so that it has all the room.
        side = {"align": "right", "dx": -0.5} if row is target else {"align": "left", "dx": 0.4}
        bar = {"x": "cars", "y": "place", "across": True, "width": 2 * HALF, "ticks": "", "hover": hover}
        yield bars([row], **bar, color=color, shapes=shapes)
        yield label(fmt.label(row["what"]), **over, color=ink, bold=bold, shapes=shapes)
        yield label(count(row), x=row["cars"], y=at, baseline="middle", color="ink", size=1.2, shapes=shapes, **side)
    yield stripes(x=(0, network["cars"]), y=(network["place"] - HALF, network["place"] + HALF))
    under, cars = target["place"] - HALF - 0.12, float(network["cars"])
    times = int(target["cars"] / network["cars"])
    for number in range(times):
        start, end = cars * number + 400, cars * (number + 1) - 400
        yield line(x=(start, start, end, end), y=(under + 0.08, under, under, under + 0.08), color="ink", width=1.5)
    words = fmt.text("times", n=str(times), cars=fmt.number(network["cars"]))
    yield label(words, x=0, y=under - 0.04, dx=-0.15, baseline="top", color="ink")
