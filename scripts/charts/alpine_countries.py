"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
STATED = {
    "then": ("2025", "alpine-france-share-of-sales-pct-2025-05"),
    "told": ("2026-03", "alpine-france-share-of-sales-pct-2026-03"),
}
"""When he said so, and the figure; the first copy has no month, its article is of May or June."""


def rows(facts):
    shares = []
    for year in COUNTED:
        keys = (f"alpine-france-share-{year}", f"alpine-france-{year}", f"alpine-{year}")
        share, france, world = map(facts.figure, keys)
        row = Row.of(
            share,
            id=year,
            when=PartialDate(str(year)),
            france=france.number,
            world=world.number,
            share=share.number,
            how="counted",
        )
        shares.append(row)
    for name, (when, key) in STATED.items():
        share = facts.figure(key)
        row = Row.of(share, id=name, when=PartialDate(when), france=None, world=None, share=share.number, how="said")
        shares.append(row)
    return shares


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
    strips = [row.with_cells(at=-place - 0.8 * (row["how"] == "said"), all=100) for place, row in enumerate(rows)]
    heads = {row["how"]: row["at"] for row in reversed(strips)}

    def share(row):
        return fmt.text("then") if row["id"] == "then" else fmt.percent(row["share"])

    def color(row):
        return "accent-soft" if row["how"] == "said" else "accent"

    def hover(row):
        return f"{fmt.date(row['when'])}<br>{share(row)}"

    sheet.scale(x=(0, 100))
    sheet.bars(strips, across=True, y="at", x="all", width=0.8, ticks="", color="line")
    sheet.bars(strips, across=True, y="at", x="share", width=0.8, ticks="", color=color, hover=hover)
    for how, y in heads.items():  # flush with the strips
        sheet.label(fmt.text(how), x=0, y=y + 0.45, dx=-0.2, color="ink", room=sheet.choose(None, narrow=18))
    for row in strips:
        y, stated = row["at"], row["how"] == "said"
        when = fmt.date(row["when"], short=True)
        beside = {"y": y, "baseline": "middle"}
        inside = beside | {"color": "ink" if stated else "paper", "bold": True}
        if stated:
            when = fmt.text("said_in", when=when)
        sheet.label(when, x=0, align="right", dx=-0.4, width=sheet.choose(None, narrow=7), **beside)
        size = sheet.choose(1.3, narrow=1.05)
        sheet.label(share(row), x=row["share"], align="right", dx=-0.4, size=size, **inside)
        if row is strips[0]:
            sheet.label(fmt.text("home"), x=0, dx=0.4, **inside)
            sheet.label(fmt.text("abroad"), x=100, align="right", dx=sheet.choose(-0.4, narrow=-0.2), **beside)
