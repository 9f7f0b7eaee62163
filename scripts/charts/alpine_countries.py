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
THICKNESS = 0.8
"""Of a bar, on y, where two are 1.4 apart."""
COLORS = {
    ("home", "counted"): ("accent", "paper"),
    ("home", "said"): ("paper", "accent"),
    ("abroad", "counted"): ("context", "ink"),
    ("abroad", "said"): ("paper", "soft"),
}
"""Part of a bar, and how it is known -> the colours of its ground and of its words."""
FRAMES = {"home": "M0,0H100V100H0Z", "abroad": "M0,0H100V100H0"}
"""Part -> its outline where it was only said, in a box of 100 by 100; the edge between both is drawn once."""


def rows(facts):
    shares = []
    for when, (how, key) in SHARES.items():
        figure = facts.figure(key)
        row = Row.of(figure, id=when, when=PartialDate(when), share=figure.number, how=how, france=None, world=None)
        if how == "counted":
            france = facts.figure(f"alpine-france-{when}")
            world = facts.figure(f"alpine-{when}")
            row = row.with_cells(france=france.number, world=world.number)
        shares.append(row)
    return shares


def draw(sheet, rows, fmt):
    """On x per cents, on y a bar a share, parted in two: full where it was counted, outlined where it was said."""
    drawn = [row for row in rows if row["id"] in DRAWN]
    for number, row in enumerate(drawn):
        bar = row.with_cells(y=-1.4 * number)
        head = fmt.text(f"head_{row['how']}", when=fmt.date(row["when"]))
        wrap = sheet.choose(None, narrow=25)
        sheet.label(head, x=0, y=bar["y"] + THICKNESS / 2, dx=-0.2, dy=0.2, color="ink", wrap=wrap, between=(0, 100))
        _draw_part(sheet, bar, fmt, part="home", start=0, end=row["share"])
        _draw_part(sheet, bar, fmt, part="abroad", start=row["share"], end=100)


def _draw_part(sheet, row, fmt, *, part, start, end):
    """A part of a bar, from one per cent on x to another, with its words in it."""
    ground, ink = COLORS[part, row["how"]]
    home = part == "home"
    y = row["y"]
    half = THICKNESS / 2
    words = fmt.text(part, n=fmt.percent(end - start))
    bar = row.with_cells(long=end - start, words=words)
    sheet.bars([bar], x="long", y="y", base=start, across=True, thickness=THICKNESS, color=ground, hover="words")
    if row["how"] == "said":
        sheet.path(FRAMES[part], x=(start, end), y=(y - half, y + half), color=ink, filled=False, dash="5px,3px")
    size = sheet.choose(1.4, narrow=1.3) if home else 1
    sheet.label(words, x=start, y=y, baseline="middle", dx=0.4, color=ink, bold=home, size=size, between=(start, end))
