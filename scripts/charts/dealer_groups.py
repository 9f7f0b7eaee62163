"""New vehicles that two dealer groups sold a year, by the lists of Automotive News: Lithia passes AutoNation."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.dataset import LEVELS

NAMED = "ev-2023-02-16-luca-de-meo-says"
COLORS = {"AutoNation": "accent", "Lithia Motors": "ink"}
"""The groups, the larger of the first year first."""
FIRST, LAST = 2020, 2022
"""From the first year for which both lists state vehicles to the last full one when Renault named AutoNation."""
NEAR = 0.05
"""How far apart the two counts of a year lie, of the larger, that still stand one over the other."""


def rows(facts):
    """A row a year and group; of several of a year, the surest."""
    named = facts.row("events", NAMED).date
    records = facts.select("dealer_groups", group=tuple(COLORS))
    listed = [one for one in records if one.new_retail_units is not None and FIRST <= one.sales_year <= LAST]
    surest = {}
    for one in sorted(listed, key=lambda one: (one.group, one.sales_year, LEVELS.index(one.confidence))):
        surest.setdefault((one.group, one.sales_year), one)
    found = []
    for (group, year), one in surest.items():
        cells = {"vehicles": one.new_retail_units, "rank": one.rank, "named": named}
        found.append(Row.of(one, id=f"{group} {year}", year=year, group=group, **cells))
    return found


def marks(rows, fmt):
    """On x years, a year's sales in its middle; on y vehicles, from 0; each point has its number."""
    day, high = rows[0]["named"], scale(rows)["y"][1]
    named, start = years(day), FIRST + 0.3
    yield line(x=(start, named + 0.2), y=0)
    yield label("0", x=start, y=0, align="right", baseline="middle")
    turns = {year + 0.5: str(year) for year in range(FIRST, LAST + 1)} | {named: fmt.date(str(day)[:7], short=True)}
    for at, words in turns.items():
        broken = {"wide": words, "narrow": words.replace(" ", "<br>")}
        color = "warm" if at == named else "soft"
        yield label(broken, x=at, y=0, align="center", baseline="top", dy=-0.2, color=color)
    yield line(x=named, y=(0, high), color="warm", width=1.5)
    beside = {"baseline": "top", "dx": 0.4, "width": {"wide": 8, "narrow": 6.5}}
    yield label(fmt.text("named"), x=named, y=high, color="warm", **beside)

    def hover(row):
        return f"{row['group']}, {row['year']}<br>{fmt.number(row['vehicles'])}"

    for group, color in COLORS.items():
        mine = [row.also(at=row["year"] + 0.5) for row in rows if row["group"] == group]
        yield line(mine, x="at", y="vehicles", color=color, width=3, dots=0.6, hover=hover)
        for row in mine:
            low, high = sorted(one["vehicles"] for one in rows if one["year"] == row["year"])
            first, near = row["vehicles"] == high, high - low < NEAR * float(high)
            name = f"{group.split()[0]}<br>" if row["year"] == LAST else ""
            words = f"{name}{fmt.number(row['vehicles'])}"
            if first or near:
                up = 1.75 if first and near else 0.45
                place = {"y": high if near else row["vehicles"], "baseline": "bottom", "dy": up}
            else:
                place = {"y": row["vehicles"], "baseline": "top", "dy": -0.45}
            yield label(words, x=row["at"], align="center", color=color, bold=True, **place)


def scale(rows):
    return {"y": (0, 1.05 * max(float(row["vehicles"]) for row in rows))}
