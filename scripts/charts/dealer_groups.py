"""New vehicles that two dealer groups sold a year, by the Automotive News lists: Lithia climbs, and passes AutoNation."""

from itertools import groupby

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.dataset import LEVELS

NAMED = "ev-2023-02-16-luca-de-meo-says"
COLORS = {"Lithia Motors": "ink", "AutoNation": "accent"}
FIRST, LAST = 2012, 2022
"""The first year drawn (the table has those before) and the last full year when Renault named AutoNation."""
STEP = 100_000


def rows(facts):
    """The years for which the lists state vehicles; of several rows of a year, the surest."""
    listed = [record for record in facts.select("dealer_groups", group=tuple(COLORS)) if record.new_retail_units is not None]
    found = {}
    for record in sorted(listed, key=lambda one: (one.group, one.sales_year, LEVELS.index(one.confidence))):
        found.setdefault((record.group, record.sales_year), record)
    (named,) = facts.select("events", key=NAMED)
    return [Row.of(one, id=f"{group} {year}", year=year, group=group, vehicles=one.new_retail_units, rank=one.rank).also(named=years(named.date)) for (group, year), one in found.items()]


def marks(rows, fmt):
    """On x years, a year's sales in its middle, on y vehicles. A line is dotted over years for which none are stated."""
    rows, named = [row.also(at=row["year"] + 0.5) for row in rows if FIRST <= row["year"] <= LAST], rows[0]["named"]
    top = max(row["vehicles"] for row in rows)
    for vehicles in range(0, int(top) + 1, STEP):
        yield line(x=(FIRST + 0.5, named), y=vehicles, color="line", under=True)
        yield label(fmt.number(vehicles), x=FIRST + 0.5, y=vehicles, dy=0.1)
    yield line(x=named, y=(0, top), color="warm", width=1.5)
    yield label(fmt.text("named"), x=named, y={"wide": 0.42 * STEP, "card": 0.1 * STEP}, align="right", dx=-0.5, color="warm", width={"wide": 10, "card": 14}, ground=True)
    for group, color in COLORS.items():
        mine = [row for row in rows if row["group"] == group]
        yield line(mine, x="at", y="vehicles", color=color, width=1.5, dash="dot")
        for _, run in groupby(enumerate(mine), lambda one: one[1]["year"] - one[0]):
            yield line([row for _, row in run], x="at", y="vehicles", color=color, width=3, dots=0.5, hover=lambda row: f"{row['group']}, {row['year']}<br>{fmt.number(row['vehicles'])}")
        name, sold = group.split()[0], fmt.number(mine[-1]["vehicles"])
        yield label({"wide": f"{name} {sold}", "narrow": f"{name}<br>{sold}"}, x=named, y=mine[-1]["vehicles"], baseline="middle", dx=0.5, color=color, bold=True)
    for year in range(FIRST, LAST + 1, 2):
        yield label(str(year), x=year + 0.5, y=0, align="center", baseline="top", dy=-0.4)
