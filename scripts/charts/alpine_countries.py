"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label, stripes
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
TOLD = {"then": "alpine-france-share-of-sales-pct-2025-05", "told": "alpine-france-share-of-sales-pct-2026-03"}
SCALE = {"x": (0, 100)}


def rows(facts):
    found = []
    for year in COUNTED:
        share, france, world = (facts.figure(key) for key in (f"alpine-france-share-{year}", f"alpine-france-{year}", f"alpine-{year}"))
        found.append(Row.of(share, id=year, when=PartialDate(str(year)), france=france.number, world=world.number, share=share.number, how="counted"))
    for name, key in TOLD.items():
        told = facts.figure(key)
        found.append(Row.of(told, id=name, when=PartialDate(key[-7:]), france=None, world=None, share=told.number, how="said"))
    return found


def values(rows, fmt):
    """Of ten cars how many stayed in France: the last that was counted, the newest that was told."""
    return {name: str(round(row["share"] / 10)) for name, row in (("counted", rows[len(COUNTED) - 1]), ("told", rows[-1]))}


def marks(rows, fmt):
    """On x per cents, on y a strip each, the newest below, and a heading over those that were counted and over those that were said."""
    strips = [row.also(at=-place - 0.8 * (row["how"] == "said"), all=100) for place, row in enumerate(rows)]
    bare = lambda row: ""  # noqa: E731
    yield bars(strips, across=True, y="at", x="all", width=0.8, ticks=bare, color="line")
    yield bars(strips, across=True, y="at", x="share", width=0.8, ticks=bare, hover=lambda row: f"{fmt.date(row['when'])}<br>{_share(row, fmt)}")
    for row in strips:
        when = fmt.date(row["when"], short=True)
        if row["how"] == "said":
            yield stripes(x=(0, row["share"]), y=(row["at"] - 0.4, row["at"] + 0.4))
            when = fmt.text("said_in", when=when)
        yield label(when, x=0, y=row["at"], align="right", baseline="middle", dx=-0.4, width={"wide": None, "narrow": 7})
        yield label(_share(row, fmt), x=row["share"], y=row["at"], baseline="middle", dx=0.4, color="ink", bold=True, size={"wide": 1.3, "narrow": 1.1})
        if row["id"] in (COUNTED[0], "then"):
            yield label(fmt.text(row["how"]), x=0, y=row["at"] + 0.45, color="ink", width={"wide": None, "narrow": 15})
    yield label(fmt.text("home"), x=0, y=strips[0]["at"], baseline="middle", dx=0.4, color="paper", bold=True)
    yield label(fmt.text("abroad"), x=100, y={"wide": strips[0]["at"], "narrow": strips[0]["at"] + 0.45}, align="right", baseline={"wide": "middle", "narrow": "bottom"}, dx={"wide": -0.4, "narrow": 0.2})


def _share(row, fmt):
    return fmt.text("then") if row["id"] == "then" else fmt.percent(row["share"])
