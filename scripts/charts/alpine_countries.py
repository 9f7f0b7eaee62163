"""France's share of the Alpines that are bought: as counted for a year, then as the head of the brand put it."""

from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

SHARES = {
    "2021": ("counted", "alpine-france-share-2021"),
    "2022": ("counted", "alpine-france-share-2022"),
    "2025": ("said", "alpine-france-share-of-sales-pct-2025-05"),
    "2026-03": ("said", "alpine-france-share-of-sales-pct-2026-03"),
}
"""When -> how it is known, and the figure. What was said in 2025 has no month: its article is of May or June."""
DRAWN = ("2022", "2026-03")
"""The last of each."""


def rows(facts):
    shares = []
    for when, (how, key) in SHARES.items():
        figure = facts.figure(key)
        row = Row.of(figure, id=when, when=PartialDate(when), share=figure.number, how=how, france=None, world=None)
        if how == "counted":
            france, world = facts.figure(f"alpine-france-{when}"), facts.figure(f"alpine-{when}")
            row = row.with_cells(france=france.number, world=world.number)
        shares.append(row)
    return shares


def values(rows, fmt):
    """Of ten cars how many stay in France, as counted and as said, for the title."""
    return {row["how"]: str(round(row["share"] / 10)) for row in rows if row["id"] in DRAWN}


def draw(sheet, rows, fmt):
    """On x per cents, on y a bar a share, parted in two: full where it was counted, outlined where it was said."""
    half = 0.4
    for number, row in enumerate(row for row in rows if row["id"] in DRAWN):
        y, share, counted = -1.4 * number, float(row["share"]), row["how"] == "counted"
        head = fmt.text(f"head_{row['how']}", when=fmt.date(row["when"]))
        room = sheet.width / sheet.em - 4
        sheet.label(head, x=0, y=y + half, dx=-0.2, dy=0.2, color="ink", width=sheet.choose(None, narrow=25), room=room)
        home = fmt.text("home", n=fmt.percent(row["share"]))
        abroad = fmt.text("abroad", n=fmt.percent(100 - row["share"]))
        parts = ((home, 0, share, "accent", "accent", "paper"), (abroad, share, 100, "context", "soft", "ink"))
        for words, start, end, fill, line, ink in parts:
            fill, ink = (fill, ink) if counted else ("paper", line)
            bar = row.with_cells(y=y, x=end - start, words=words)
            sheet.bars([bar], x="x", y="y", base=start, across=True, width=2 * half, color=fill, hover="words")
            if not counted:
                frame = "M0,0H100V100H0Z" if words == home else "M0,0H100V100H0"  # they have an edge in common
                sheet.path(frame, x=(start, end), y=(y - half, y + half), color=line, filled=False, dash="5px,3px")
            bold, inside = words == home, room * (end - start) / 100 - 0.8
            size = sheet.choose(1.4, narrow=1.3) if bold else 1
            sheet.label(words, x=start, y=y, baseline="middle", dx=0.4, color=ink, bold=bold, size=size, room=inside)
