"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
TOLD = {"then": "alpine-france-share-of-sales-pct-2025-05", "told": "alpine-france-share-of-sales-pct-2026-03"}
WHEN = {"then": "2025", "told": "2026-03"}
"""When he said so: the first copy has no month, its article is of May or June."""


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


def draw(sheet, rows, fmt):
    """On x per cents, on y a strip each, the newest below, and a heading over those counted and over those said.

    A card, which is low, has room for the newest of each kind.
    """
    if sheet.shape == "card":
        rows = [rows[len(COUNTED) - 1], rows[-1]]
    strips = [row.with_cells(at=-place - 0.9 * (row["how"] == "said"), all=100) for place, row in enumerate(rows)]
    first_of = {row["how"]: row["id"] for row in reversed(strips)}

    def share(row):
        return fmt.text("then") if row["id"] == "then" else fmt.percent(row["share"])

    def hover(row):
        return f"{fmt.date(row['when'])}<br>{share(row)}"

    sheet.scale(x=(0, 100))
    sheet.bars(strips, across=True, y="at", x="all", width=0.8, ticks="", color="line")
    sheet.bars(strips, across=True, y="at", x="share", width=0.8, ticks="", hover=hover)
    big = sheet.choose(1.3, narrow=1.05)
    for row in strips:
        y = row["at"]
        said = row["how"] == "said"
        when = fmt.date(row["when"], short=True)
        if said:
            sheet.stripes(x=(0, row["share"]), y=(y - 0.4, y + 0.4))
            frame = {"filled": False, "width": 2}
            sheet.path("M0 0H100V100H0Z", x=(0, row["share"]), y=(y - 0.4, y + 0.4), **frame)
            when = fmt.text("said_in", when=when)
        width = sheet.choose(None, narrow=7)
        sheet.label(when, x=0, y=y, align="right", baseline="middle", dx=-0.4, width=width)
        look = {"y": y, "baseline": "middle", "bold": True}
        if said:  # on stripes none could read words: they stand beside
            room = sheet.choose(None, narrow=5.2)
            sheet.label(share(row), x=row["share"], dx=0.3, color="ink", size=big, room=room, **look)
        else:
            sheet.label(share(row), x=row["share"], align="right", dx=-0.4, color="paper", size=big, **look)
        if row["id"] == first_of[row["how"]]:
            sheet.label(fmt.text(row["how"]), x=0, y=y + 0.45, color="ink")
            if said:
                sheet.rule(x=(0, 100), y=y + 1.1)
            else:
                sheet.label(fmt.text("home"), x=0, dx=0.4, color="paper", **look)
    dx = sheet.choose(-0.4, narrow=-0.2)
    sheet.label(fmt.text("abroad"), x=100, y=0, align="right", baseline="middle", dx=dx)
