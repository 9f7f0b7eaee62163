"""Two dealer groups on the Automotive News list since 1997: Lithia climbs from 79th to first, past AutoNation."""

from itertools import groupby
from math import log

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.dataset import LEVELS

NAMED = "ev-2023-02-16-luca-de-meo-says"
ALWAYS_FIRST = "AutoNation"
"""The group of which a source says that it held its place in the years between (q-top-since-1997)."""
PLACES = {1: None, 2: {"wide", "narrow", "poster"}, 3: {"wide", "narrow", "poster"}, 5: None, 10: None, 20: None, 40: {"wide", "narrow", "poster"}, 79: None}
"""The ranks named along the side, and the shapes with room for them."""


def rows(facts):
    """The years in which a rank is stated; of several rows of a year, the surest and fullest."""
    found = {}
    listed = [(r.sales_year, r.group, r.rank, r.new_retail_units, r) for r in facts.select("dealer_groups", group=("Lithia Motors", "AutoNation"))]
    listed += [(r.year, "AutoNation", int(r.value), None, r) for r in facts.select("autonation", measure="automotive_news_rank_new_retail")]
    for year, group, rank, vehicles, record in sorted(listed, key=lambda one: (one[1], one[0], one[3] is None, LEVELS.index(one[4].confidence))):
        found.setdefault((group, year), Row.of(record, id=f"{group} {year}", year=year, rank=rank, group=group, vehicles=vehicles))
    (named,) = facts.select("events", key=NAMED)
    return [row.also(named=years(named.date)) for row in found.values()]


def marks(rows, fmt):
    """Places on x are years; on y ranks, each step up as wide as its ratio. Lithia is dotted over years without a stated rank."""
    rows = [row.also(height=-log(row["rank"])) for row in rows]
    first, last, named = min(row["year"] for row in rows), max(row["year"] for row in rows), rows[0]["named"]
    for rank, shapes in PLACES.items():
        yield line(x=(first, last), y=-log(rank), color="line", under=True, shapes=shapes)
        yield label(str(rank), x=first, y=-log(rank), align="right", baseline="middle", dx=-0.6, shapes=shapes)
    for group, color in (("Lithia Motors", "ink"), (ALWAYS_FIRST, "accent")):
        mine = [row for row in rows if row["group"] == group]
        yield line(mine, x="year", y="height", color=color, **({"width": 3} if group == ALWAYS_FIRST else {"width": 1.5, "dash": "dot"}))
        for _, run in groupby(enumerate(mine), lambda one: one[1]["year"] - one[0]):
            yield line([row for _, row in run], x="year", y="height", color=color, width=3, dots=0.5, hover=lambda row: f"{row['group']}, {row['year']}<br>{row['rank']}" + (f"<br>{fmt.number(row['vehicles'])}" if row["vehicles"] else ""))
    yield line(x=named, y=(0.3, -log(79)), color="warm", width=1.5, dash="dot")
    yield label(fmt.text("named"), x=named, y=-log(40), align="right", baseline="middle", dx=-0.5, color="warm", width=10, ground=True)
    yield label("AutoNation", x=(first + last) / 2 - 2, y=0, color="accent", bold=True, align="center", dy=0.3)
    yield label("Lithia", x=2007, y=-log(12), color="ink", bold=True, align="center", baseline="top")
    for year in (first, first + 9, first + 18, last):
        yield label(str(year), x=year, y=-log(79), align="center", baseline="top", dy=-0.7)
