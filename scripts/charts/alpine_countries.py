"""France against the rest of the world: two years of registrations, and the part of sales named in March 2026."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label


def rows(facts):
    found = []
    for year in (2021, 2022):
        share, france, world = (facts.figure(key) for key in (f"alpine-france-share-{year}", f"alpine-france-{year}", f"alpine-{year}"))
        found.append(Row.of(share, id=year, when=("year", {"n": year}), france=france.number, world=world.number, share=share.number))
    told = facts.figure("alpine-france-share-of-sales-pct-2026-03")
    return [*found, Row.of(told, id="told", when="told", france=None, world=None, share=told.number)]


def marks(rows, fmt):
    """On x per cents, on y a strip each, the newest below."""
    strips = [row.also(at=-place, rest=100 - row["share"]) for place, row in enumerate(rows)]
    yield bars(strips, across=True, y="at", x="share", width=0.8, ticks=lambda row: fmt.label(row["when"]), color="accent", hover=lambda row: f"{fmt.text('france')}, {fmt.label(row['when'])}<br>{fmt.percent(row['share'])}")
    yield bars(strips, across=True, y="at", x="rest", base="share", width=0.8, ticks=lambda row: fmt.label(row["when"]), color="context", hover=lambda row: f"{fmt.text('rest')}, {fmt.label(row['when'])}<br>{fmt.percent(row['rest'])}")
    for row in strips:
        yield label(fmt.doubtful(row, fmt.percent(row["share"])), x=0, y=row["at"], baseline="middle", dx=0.5, color="paper", bold=True, size=1.3)
    yield label(fmt.text("france"), x=0, y=0.4, color="accent", bold=True, dy=0.2)
    yield label(fmt.text("rest"), x=100, y=0.4, align="right", dy=0.2)
