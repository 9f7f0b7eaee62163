"""France's share of the Alpines that are bought: counted for two years, then as the head of the brand put it."""

from scripts.charts._silhouettes import CARS, draw_cars
from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

COUNTED = (2021, 2022)
STATED = {
    "then": ("2025", "alpine-france-share-of-sales-pct-2025-05"),
    "told": ("2026-03", "alpine-france-share-of-sales-pct-2026-03"),
}
"""When he said so, and the figure; the first copy has no month, its article is of May or June."""
MODEL = CARS["coupe"]


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
    """Ten cars a share, five over five: those in France first; as lines where it was told, not counted."""
    sheet.use_pixels()
    em, card = sheet.em, sheet.shape == "card"
    width = sheet.choose(sheet.width, narrow=320)  # what the smallest phones show without scrolling
    pitch = width / 5
    scale = sheet.choose(0.93, card=0.78) * pitch / MODEL.length
    deep = MODEL.height * scale + sheet.choose(0.6, card=0.3) * em
    for number, row in enumerate(_drawn(rows)):
        french, when = _of_ten(row), fmt.date(row["when"])
        top = number * (sheet.height + sheet.choose(1.5, card=0.5) * em) / 2
        grounds = (top + 1.1 * em + deep, top + 1.1 * em + 2 * deep)
        places = [(column * pitch, ground) for ground in grounds for column in range(5)]
        drawn, grey = ("outlined", "context-deep") if row["how"] == "said" else ("full", "context")
        look = {"scale": scale, "drawn": drawn, "hover": f"{when}<br>{fmt.percent(row['share'])}"}
        draw_cars(sheet, MODEL, places[:french], color="accent", **look)
        draw_cars(sheet, MODEL, places[french:], color=grey, **look)
        head = fmt.text(f"head_{row['how']}", when=when)
        home = {"text": fmt.text("home", n=fmt.count(french)), "bold": True, "color": "accent"}
        sheet.label(head, x=0, y=top, baseline="top", color="ink", room=width / em)
        if card:  # which is low: no words under the cars
            sheet.label(x=width, y=top, align="right", baseline="top", **home)
        else:
            under = {"y": grounds[1] + 1.9 * em, "baseline": "bottom"}
            sheet.label(x=0, size=1.5, dy=-0.2, **home, **under)
            sheet.label(fmt.text("abroad", n=fmt.count(10 - french)), x=width, align="right", **under)
