"""Two dealer groups on the Automotive News list: Lithia, which climbs to first place, and AutoNation, which it passes."""

from itertools import groupby

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.dataset import LEVELS

NAMED = "ev-2023-02-16-luca-de-meo-says"
ALWAYS_FIRST = "AutoNation"
"""The group of which a source says that it held its place in the years between (q-top-since-1997)."""
FIRST = 2012
"""The first year drawn: from then on Lithia is among the first ten. The table has the years before."""


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
    """On x years, a year's rank in its middle; on y ranks, the first on top. Lithia is dotted over years without a stated rank."""
    rows, named, origin = [row.also(at=row["year"] + 0.5, height=-row["rank"]) for row in rows], rows[0]["named"], {"at": FIRST + 0.5, "height": -1}
    shown = [row for row in rows if row["year"] >= FIRST]
    last, lowest = max(row["at"] for row in shown), max(row["rank"] for row in shown)
    for rank in range(1, lowest + 1, 2):
        yield line(x=(FIRST + 0.5, last), y=-rank, color="line", under=True)
        yield label(str(rank), x=FIRST + 0.5, y=-rank, align="right", baseline="middle", dx=-0.6)
    yield line(x=named, y=(-0.85, -lowest), color="warm", width=1.5)
    yield label(fmt.text("named"), x=named, y={"wide": -7, "card": -7.4}, align="right", baseline="middle", dx=-0.5, color="warm", width=10, ground=True)
    for group, color, shift in (("Lithia Motors", "ink", 0.3), (ALWAYS_FIRST, "accent", -0.3)):
        mine = [row for row in shown if row["group"] == group]
        before = [mine[0].also(**origin)] if group == ALWAYS_FIRST else []
        yield line([*before, *mine], x="at", y="height", color=color, **({"width": 3} if before else {"width": 1.5, "dash": "dot"}))
        for _, run in groupby(enumerate(mine), lambda one: one[1]["year"] - one[0]):
            yield line([row for _, row in run], x="at", y="height", color=color, width=3, dots=0.5, hover=lambda row: f"{row['group']}, {row['year']}<br>{row['rank']}" + (f"<br>{fmt.number(row['vehicles'])}" if row["vehicles"] else ""))
        yield label(f"{mine[-1]['rank']} {group.split()[0]}", x=last, y=mine[-1]["height"], baseline="middle", dx=0.6, dy=shift, color=color, bold=True)
    yield label(fmt.text("autonation"), x=FIRST + 0.5, y=-1, color="accent", dy=0.3)
    yield label(fmt.text("lithia"), x=FIRST + 0.5, y=-lowest, baseline="top", dx=0.4, dy=-0.3, color="ink")
    for year in range(FIRST, int(last) + 1, 3):
        yield label(str(year), x=year + 0.5, y=-lowest, align="center", baseline="top", dy=-1.9)
