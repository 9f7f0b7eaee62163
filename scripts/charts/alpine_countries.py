"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
STATED = {
    "then": ("2025", "alpine-france-share-of-sales-pct-2025-05"),
    "told": ("2026-03", "alpine-france-share-of-sales-pct-2026-03"),
}
"""When he said so, and the figure; the first copy has no month, its article is of May or June."""
BOX = (180, 125)
FRONT = (
    "M52,6C70,2 110,2 128,6L150,48C160,52 168,58 171,68C174,82 174,96 171,106L171,120C171,123 169,125 166,125L146,125"
    "C143,125 141,123 141,120L141,112L39,112L39,120C39,123 37,125 34,125L14,125C11,125 9,123 9,120L9,106"
    "C6,96 6,82 9,68C12,58 20,52 30,48L52,6Z"
    "M58,13C75,10 105,10 122,13L138,46C105,42 75,42 42,46L58,13Z"
    "M44,75C44,90 22,90 22,75C22,60 44,60 44,75ZM158,75C158,90 136,90 136,75C136,60 158,60 158,75Z"
    "M68,83C68,92 54,92 54,83C54,74 68,74 68,83ZM126,83C126,92 112,92 112,83C112,74 126,74 126,83Z"
    "M58,100L122,100L118,107L62,107L58,100Z"
)
"""A car with four round lamps, seen from the front: body, windscreen, lamps and grille; our drawing."""


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
    return {row["how"]: str(_of_ten(row)) for row in _drawn(rows)}


def _drawn(rows):
    """The last share that was counted and the newest that was told: both are whole tens, so cars stand for them."""
    return rows[len(COUNTED) - 1], rows[-1]


def _of_ten(row):
    return round(row["share"] / 10)


def draw(sheet, rows, fmt):
    """Ten cars a share, in px, those in France first: full where they were counted, as lines where it was told."""
    sheet.use_pixels()
    em = sheet.em
    pitch = sheet.choose(sheet.width, narrow=320) / 10  # what the smallest phones show without scrolling
    wide, high = 0.86 * pitch, 0.86 * pitch * BOX[1] / BOX[0]
    for number, row in enumerate(_drawn(rows)):
        french, when = _of_ten(row), fmt.date(row["when"])
        top = number * (sheet.height + sheet.choose(1.5, card=0.3) * em) / 2
        ground = top + sheet.choose(1.7, card=1.5) * em + high
        sheet.label(
            fmt.text(f"head_{row['how']}", when=when), x=0, y=top, baseline="top", color="ink", room=10 * pitch / em
        )
        stated = row["how"] == "said"
        grey = "context-deep" if stated else "context"
        for place in range(10):
            color, left = "accent" if place < french else grey, place * pitch
            ends = {"x": (left, left + wide), "y": (ground, ground - high), "box": BOX}
            sheet.path(FRONT, color=color, filled=not stated, width=sheet.choose(1.6, narrow=1), **ends)
        cars = [row.with_cells(x=place * pitch + wide / 2, y=ground - high / 2) for place in range(10)]
        hover = f"{when}<br>{fmt.percent(row['share'])}"
        sheet.dots(
            cars, x="x", y="y", color="paper", size=0.01, hover=lambda _, hover=hover: hover
        )  # for a pointer alone
        under = {"y": ground + sheet.choose(0.4, card=0.2) * em, "baseline": "top"}
        home = fmt.text("home", n=fmt.count(french))
        sheet.label(home, x=0, bold=True, color="accent", size=sheet.choose(1.4, card=1.1), **under)
        sheet.label(fmt.text("abroad", n=fmt.count(10 - french)), x=french * pitch, **under)
