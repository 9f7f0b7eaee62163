"""Dealer networks, and the one that Alpine's target would need if each dealer sold what one of Porsche's in America sells."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, stripes

NETWORKS = {
    "alpine": "alpine-points-of-sale-2023", "planned": "alpine-target-points-of-sale-2030", "porsche": "porsche-us-dealers-2020",
    "autonation": "autonation-stores-2022", "needed": "dealers-for-target",
}
"""Network -> the figure that counts it, the smallest first."""
COLORS = {"alpine": "accent", "planned": "accent-soft", "needed": "warm"}
ASIDE = {"target": "alpine-target-2030", "rate": "porsche-us-sales-per-dealer-2020", "each": "alpine-target-sales-per-point-of-sale-2030", "sales": "alpine-network-2030-sales"}
"""What the texts say beside the bars."""


def rows(facts):
    said = {name: facts.figure(key).number for name, key in ASIDE.items()}
    return [
        Row.of(facts.figure(key), id=name, network=name, dealers=facts.figure(key).number, year=facts.figure(key).year, place=-place, **said)
        for place, (name, key) in enumerate(NETWORKS.items())
    ]


def values(rows, fmt):
    dealers = {row["id"]: row["dealers"] for row in rows}
    return {name: fmt.number(rows[0][name], 0) for name in ASIDE} | {"times": str(round(dealers["needed"] / dealers["planned"]))}


def marks(rows, fmt):
    """Places on x are dealers; rows stand one above the other, the words of each over its bar. A card shows the plan and the need."""
    yield from _drawn(rows, fmt, BUT_CARD)
    yield from _drawn([row.also(place=-place) for place, row in enumerate(row for row in rows if row["id"] in ("planned", "needed"))], fmt, {"card"})


def _drawn(rows, fmt, shapes):
    planned = next(row for row in rows if row["id"] == "planned")
    number = lambda row: fmt.text("about", number=fmt.number(row["dealers"]), n=fmt.number(row["dealers"] / planned["dealers"], 0)) if row.computed else fmt.number(row["dealers"])  # noqa: E731
    needed = rows[-1]
    yield bars(
        rows, x="dealers", y="place", across=True, width=0.44, ticks=lambda row: "", text=number, text_size=1.2, color=lambda row: COLORS.get(row["id"], "context"),
        hover=lambda row: f"{fmt.label(row['network'])}<br>{number(row)}", shapes=shapes,
    )
    yield stripes(x=(0, needed["dealers"]), y=(needed["place"] - 0.22, needed["place"] + 0.22), shapes=shapes)
    for row in rows:
        yield label(fmt.label(row["network"]), x=0, y=row["place"] + 0.22, dx=-0.15, dy=0.2, width={"wide": 45, "narrow": 24.5, "poster": 36, "card": 32}, color=COLORS["needed"] if row is needed else "ink", bold=row["id"] in COLORS, shapes=shapes)
    yield label(fmt.text("sum"), x=0, y=needed["place"] - 0.26, dx=-0.15, baseline="top", width={"wide": 56, "narrow": 24.5, "poster": 36, "card": 32}, color="ink", shapes=shapes)


SCALE = {"x": (0, None), "y": {"wide": (-4.3, 0.62), "card": (-1.3, 0.6)}}
