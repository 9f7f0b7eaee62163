"""Dealerships that Alpine had and planned, of two in America, and what its target would need at Porsche's rate."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label, stripes
from scripts.drawing.theme import SHAPES

NETWORKS = {
    "alpine": "alpine-points-of-sale-2023",
    "planned": "alpine-target-points-of-sale-2030",
    "porsche": "porsche-us-dealers-2020",
    "autonation": "autonation-stores-2022",
    "needed": "dealers-for-target",
}
"""Network -> the figure that counts its dealerships, from the top down."""
EACH = {"planned": "alpine-target-sales-per-point-of-sale-2030", "porsche": "porsche-us-sales-per-dealer-2020"}
"""Network -> the figure of cars a year that each of its dealerships would sell, or sold."""
COLORS = {"planned": "accent", "needed": "warm"}
HALF, GAP = {"wide": 0.34, "narrow": 0.22}, 0.4
"""Half of a bar, over which its name stands on a phone; what parts the last, which was reckoned, from the rest."""


def rows(facts):
    target, found = facts.figure("alpine-target-2030").number, []
    for number, (name, key) in enumerate(NETWORKS.items()):
        figure, place = facts.figure(key), -number - GAP * (name == "needed")
        cells = {"dealers": figure.number, "year": figure.year, "target": target, "place": place}
        found.append(Row.of(figure, id=name, network=name, **cells))
        if name in EACH:
            each = facts.figure(EACH[name])
            found[-1] = found[-1].also(each=each.number).resting_on(each)
    return found


def values(rows, fmt):
    dealers = {row["id"]: row["dealers"] for row in rows}
    return {"times": str(round(dealers["needed"] / dealers["planned"]))}


def marks(rows, fmt):
    """On x dealerships, on y a bar a network."""

    def count(row):
        return fmt.text("reckoned") if row["id"] == "needed" else f"<b>{fmt.number(row['dealers'])}</b>"

    def hover(row):
        return f"{fmt.label(row['network'])}<br>{fmt.number(row['dealers'])}"

    thick, needed = {shape: 2 * half for shape, half in HALF.items()}, rows[-1]
    bar = {"x": "dealers", "y": "place", "across": True, "width": thick, "ticks": "", "text": count, "hover": hover}
    yield bars(rows, color=lambda row: COLORS.get(row["id"], "context"), **bar)
    ends = {shape: (needed["place"] - half, needed["place"] + half) for shape, half in HALF.items()}
    yield stripes(x=(0, needed["dealers"]), y=ends)
    for row in rows:
        name, place = row["id"], row["place"]
        look = {"x": 0, "color": COLORS.get(name, "ink"), "bold": name in COLORS}
        beside = {"align": "right", "baseline": "middle", "dx": -0.4, "size": {"wide": 1, "card": 0.9}, "room": 17}
        yield label(fmt.text(name), y=place, shapes=set(SHAPES) - {"narrow"}, **beside, **look)
        over = {"y": place + HALF["narrow"], "dx": -0.15, "dy": 0.2, "room": 25}
        yield label(fmt.label(name), shapes={"narrow"}, **over, **look)
