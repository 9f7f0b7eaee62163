"""Dealer networks beside the network that Alpine's target would need, if each dealer sold what one of Porsche's in America sells."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label

NETWORKS = {"alpine": "alpine-points-of-sale-2023", "porsche": "porsche-us-dealers-2020", "autonation": "autonation-stores-2022"}
COLORS = {"alpine": "accent", "needed": "warm"}
SCALE = {"x": (0, None), "y": {"wide": (-0.45, 3.72), "card": (-0.2, 3.72)}}


def rows(facts):
    found = [(name, facts.figure(key), name) for name, key in NETWORKS.items()]
    needed = facts.figure("dealers-for-target")
    target, rate = facts.figure("alpine-target-2030"), facts.figure("porsche-us-sales-per-dealer-2020")
    return [
        Row.of(figure, id=name, network=words, dealers=figure.number, year=figure.year, place=3 - place, target=target.number, rate=rate.number)
        for place, (name, figure, words) in enumerate([*found, ("needed", needed, needed.labels)])
    ]


def values(rows, fmt):
    return {"target": fmt.number(rows[0]["target"]), "rate": fmt.number(rows[0]["rate"], 0)}


def marks(rows, fmt):
    """Places on x are dealers; rows stand one above the other, the words of each over its bar."""
    number = lambda row: fmt.text("about", number=fmt.number(row["dealers"])) if row.computed else fmt.number(row["dealers"])  # noqa: E731
    return [
        bars(rows, x="dealers", y="place", across=True, width=0.36, ticks=lambda row: "", text=number, text_size=1.15, color=lambda row: COLORS.get(row["id"], "context"), hover=lambda row: f"{_name(row, fmt)}<br>{number(row)}"),
        *(label(_name(row, fmt), x=0, y=row["place"] + 0.22, color="ink", bold=True) for row in rows),
        label(fmt.text("sum"), x=0, y=-0.22, baseline="top", width={"wide": 60, "narrow": 24, "poster": 36}, shapes={"wide", "narrow", "poster"}),
    ]


def _name(row, fmt):
    return fmt.text(row["id"])
