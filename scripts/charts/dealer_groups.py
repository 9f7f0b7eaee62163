"""New vehicles that two dealer groups sold a year, by the Automotive News lists: Lithia climbs, and passes AutoNation."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line, ticks
from scripts.facts.dataset import LEVELS

NAMED = "ev-2023-02-16-luca-de-meo-says"
COLORS = {"AutoNation": "accent", "Lithia Motors": "ink"}
"""The groups, the larger of the first year first."""
FIRST, LAST = 2020, 2022
"""From the first year for which the lists state vehicles of both to the last full year when Renault named AutoNation."""


def rows(facts):
    """A row a year and group; of several of a year, the surest."""
    listed = [record for record in facts.select("dealer_groups", group=tuple(COLORS)) if record.new_retail_units is not None and FIRST <= record.sales_year <= LAST]
    found = {}
    for record in sorted(listed, key=lambda one: (one.group, one.sales_year, LEVELS.index(one.confidence))):
        found.setdefault((record.group, record.sales_year), record)
    (named,) = facts.select("events", key=NAMED)
    return [Row.of(one, id=f"{group} {year}", year=year, group=group, vehicles=one.new_retail_units, rank=one.rank).also(named=years(named.date)) for (group, year), one in found.items()]


def marks(rows, fmt):
    """On x years, a year's sales in its middle; on y vehicles, not from 0, so each point has its number and there is no axis."""
    named = rows[0]["named"]
    yield ticks({year + 0.5: str(year) for year in range(FIRST, LAST + 1)})
    yield line(x=named, color="warm", width=1.5)
    yield label(fmt.text("named"), x=named, y={"wide": "bottom", "card": sum(row["vehicles"] for row in rows) / len(rows)}, align={"wide": "right", "card": "left"}, baseline={"wide": "bottom", "card": "middle"}, dx={"wide": -0.5, "card": 0.5}, color="warm", width=10)
    for group, color in COLORS.items():
        mine = [row.also(at=row["year"] + 0.5) for row in rows if row["group"] == group]
        yield line(mine, x="at", y="vehicles", color=color, width=3, dots=0.6, hover=lambda row: f"{row['group']}, {row['year']}<br>{fmt.number(row['vehicles'])}")
        for row in mine:
            peers = sorted(one["vehicles"] for one in rows if one["year"] == row["year"])
            first, near = row["vehicles"] == peers[-1], peers[-1] - peers[0] < 0.05 * float(peers[-1])
            above = first or near  # where both are nearly the same, the one over the other
            name = f"{group.split()[0]}<br>" if row["year"] == LAST else ""
            yield label(
                f"{name}{fmt.number(row['vehicles'])}", x=row["at"], y=peers[-1] if near else row["vehicles"], align="center", baseline="bottom" if above else "top",
                dy=(1.75 if first and near else 0.45) * (1 if above else -1), color=color, bold=True,
            )


def scale(rows):
    """Room under the lowest point, for its number and the words at the foot."""
    low, *_, high = sorted(float(row["vehicles"]) for row in rows)
    return {"y": {shape: (low - share * (high - low), high + 0.05 * (high - low)) for shape, share in (("wide", 0.3), ("card", 0.55))}}
