"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, only, path, stripes
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
TOLD = {"then": "alpine-france-share-of-sales-pct-2025-05", "told": "alpine-france-share-of-sales-pct-2026-03"}
WHEN = {"then": "2025", "told": "2026-03"}
"""When he said so: the first copy has no month, its article is of May or June."""
SCALE = {"x": (0, 100)}
ROOM = {"wide": None, "narrow": 5.2}
"""For a share in words beside its bar, in em."""


def rows(facts):
    found = []
    for year in COUNTED:
        keys = (f"alpine-france-share-{year}", f"alpine-france-{year}", f"alpine-{year}")
        share, france, world = map(facts.figure, keys)
        cells = {"france": france.number, "world": world.number, "share": share.number, "how": "counted"}
        found.append(Row.of(share, id=year, when=PartialDate(str(year)), **cells))
    for name, key in TOLD.items():
        told = facts.figure(key)
        cells = {"france": None, "world": None, "share": told.number, "how": "said"}
        found.append(Row.of(told, id=name, when=PartialDate(WHEN[name]), **cells))
    return found


def values(rows, fmt):
    """Of ten cars how many stayed in France: the last that was counted, the newest that was told."""
    named = {"counted": rows[len(COUNTED) - 1], "told": rows[-1]}
    return {name: str(round(row["share"] / 10)) for name, row in named.items()}


def marks(rows, fmt):
    """A card, which is low, has room for the newest of each kind."""
    yield from only(BUT_CARD, _strips(rows, fmt))
    yield from only({"card"}, _strips([rows[len(COUNTED) - 1], rows[-1]], fmt))


def _strips(rows, fmt):
    """On x per cents, on y a strip each, the newest below, and a heading over those counted and over those said."""
    strips = [row.also(at=-place - 0.9 * (row["how"] == "said"), all=100) for place, row in enumerate(rows)]
    first_of = {row["how"]: row["id"] for row in reversed(strips)}

    def share(row):
        return fmt.text("then") if row["id"] == "then" else fmt.percent(row["share"])

    def hover(row):
        return f"{fmt.date(row['when'])}<br>{share(row)}"

    yield bars(strips, across=True, y="at", x="all", width=0.8, ticks="", color="line")
    yield bars(strips, across=True, y="at", x="share", width=0.8, ticks="", hover=hover)
    for row in strips:
        at, when, said = row["at"], fmt.date(row["when"], short=True), row["how"] == "said"
        if said:
            end, foot, head = row["share"], at - 0.4, at + 0.4
            yield stripes(x=(0, end), y=(foot, head))
            yield path("M0 0H100V100H0Z", x=(0, end), y=(foot, head), filled=False, width=2)
            when = fmt.text("said_in", when=when)
        yield label(when, x=0, y=at, align="right", baseline="middle", dx=-0.4, width={"wide": None, "narrow": 7})
        # On stripes none could read words: they stand beside.
        look = {"y": at, "baseline": "middle", "bold": True, "color": "ink" if said else "paper"}
        place = {"align": "left", "dx": 0.3} if said else {"align": "right", "dx": -0.4}
        yield label(share(row), x=row["share"], size={"wide": 1.3, "narrow": 1.05}, room=ROOM, **place, **look)
        if row["id"] == first_of[row["how"]]:
            yield label(fmt.text(row["how"]), x=0, y=at + 0.45, color="ink")
            yield line(x=(0, 100), y=at + 1.1) if said else label(fmt.text("home"), x=0, dx=0.4, **look)
    yield label(fmt.text("abroad"), x=100, y=0, align="right", baseline="middle", dx={"wide": -0.4, "narrow": -0.2})
