"""The American plan: what was promised on one side of the axis, what happened on the other."""

from statistics import fmean

from scripts.charts._time import years
from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import dots, label, line

MAIN = {"talks": "ev-2023-02-16-luca-de-meo-says", "hold": "ev-2025-04-24-us-launch-put-on", "halt": "ev-2026-03-10-provost-halts-alpine-s"}
SAID = {
    "ev-2021-10-rossi-europe-first-america", "ev-2022-11-08-two-larger-cars-announced", "ev-2023-01-18-rossi-the-us-is", MAIN["talks"],
    "ev-2023-06-26-alpine-plan-seven-electric", "ev-2024-05-krief-the-us-in", "ev-2025-06-12-krief-north-america-would", "ev-2026-03-10-krief-aims-at-canada",
}
DONE = {
    "ev-2021-01-14-renaulution-alpine-becomes-an", "ev-2023-05-02-autonation-sponsors-the-alpine", "ev-2023-07-20-philippe-krief-replaces-laurent",
    "ev-2025-04-03-us-adds-25-on", MAIN["hold"], "ev-2025-07-31-francois-provost-takes-over", MAIN["halt"],
}
SMALLER = {
    "ev-2022-11-08-two-larger-cars-announced", "ev-2021-10-rossi-europe-first-america", "ev-2023-07-20-philippe-krief-replaces-laurent", "ev-2023-01-18-rossi-the-us-is",
    "ev-2025-06-12-krief-north-america-would", "ev-2025-07-31-francois-provost-takes-over", "ev-2021-01-14-renaulution-alpine-becomes-an",
}
"""Those that only the wide drawing has room for."""
LOOKS = {"said": ("accent", "circle", True), "happened": ("accent", "circle", False), "stopped": ("warm", "x", False)}


def rows(facts):
    names = {key: name for name, key in MAIN.items()}
    return [
        Row.of(event, id=names.get(event.key, event.key), key=event.key, date=event.date, event=event.each("title"), side="said" if event.key in SAID else "stopped" if event.status == "delayed" else "happened")
        for event in sorted(facts.select("events", key=SAID | DONE), key=lambda event: event.date)
    ]


def picture(rows, fmt, sheet):
    """Time runs down, or across on a card; words stand level with their date, or as near as the others leave room."""
    if sheet.shape != "wide":
        rows = [row for row in rows if row["key"] not in SMALLER]
    return _card(rows, fmt, sheet) if sheet.shape == "card" else _list(rows, fmt, sheet)


def _list(rows, fmt, sheet):
    em, sides = sheet.em, sheet.shape == "wide"
    first, last = int(years(rows[0]["date"])), years(rows[-1]["date"])
    head, foot = em * (2.6 if sides else 4.8), em * 3
    at = lambda year: head + (year - first) / (last - first) * (sheet.height - head - foot)  # noqa: E731
    axis, reach = (sheet.width / 2, em * 2.4) if sides else (em * 3.6, em * 1.8)
    yield line(x=axis, y=(head, at(last)), width=2)
    for year in range(first, int(last) + 1):
        yield line(x=(0, em * 2.4), y=at(year))
        yield label(str(year), x=0, y=at(year), baseline="top")
    left = [row for row in rows if row["side"] == "said"] if sides else []
    for side, mine in [(-1, left)] * sides + [(1, [row for row in rows if row not in left])]:
        room = (axis - reach - em * 3.2 if side < 0 else sheet.width - axis - reach) / em
        texts = [f"<b>{fmt.date(row['date'])}</b><br>{measure.wrap(fmt.in_language(row['event']), room)}" for row in mine]
        tops = _spread([at(years(row["date"])) - em * 0.65 for row in mine], [measure.height(text) * em for text in texts], head, sheet.height - 3, em * 0.6)
        for row, text, top in zip(mine, texts, tops, strict=True):
            color, place = "warm" if row["side"] == "stopped" else "ink", at(years(row["date"]))
            yield line(x=(axis + side * em * 0.8, axis + side * reach * 0.85), y=(place, top + em * 0.65), under=True)
            yield label(text, x=axis + side * reach, y=top, align="right" if side < 0 else "left", baseline="top", color=color)
    yield from _dots(rows, fmt, [(axis + _aside(row) * em * 0.4, at(years(row["date"]))) for row in rows])
    for number, side in enumerate(LOOKS):
        x, y = (axis + (-em * 1.4, em * 1.4, em * 3.6 + measure.length(fmt.text("happened")) * em * measure.SLACK)[number], em * 0.7) if sides else (axis, em * (0.7 + 1.35 * number))
        color, symbol, hollow = LOOKS[side]
        yield dots([rows[0].also(x=x, y=y)], x="x", y="y", color=color, symbol=symbol, hollow=hollow)
        yield label(fmt.text(side), x=x, y=y, baseline="middle", align="right" if sides and not number else "left", dx=-0.7 if sides and not number else 0.7)


def _card(rows, fmt, sheet):
    em, middle = sheet.em, sheet.height * 0.66
    first, last = int(years(rows[0]["date"])), years(rows[-1]["date"])
    at = lambda year: em * 2.6 + (year - first) / (last - first) * (sheet.width - em * 4)  # noqa: E731
    yield line(x=(at(first), at(last)), y=middle, width=2)
    for year in range(first, int(last) + 1):
        yield line(x=at(year), y=(middle - em * 0.3, middle + em * 0.3))
        yield label(str(year), x=at(year), y=middle, baseline="top", dy=-0.7)
    for row in rows:
        if row["id"] in MAIN:
            ends = row["id"] == "halt"  # its words end at its mark
            yield label(
                f"<b>{fmt.date(row['date'], short=True)}</b><br>{fmt.text('card_' + row['id'])}", x=at(years(row["date"])), y=middle, align="right" if ends else "center",
                dy=0.8, dx=0.8 if ends else 0, color="warm" if row["side"] == "stopped" else "ink", size=1.15,
            )
    yield from _dots(rows, fmt, [(at(years(row["date"])), middle + _aside(row) * em * 0.4) for row in rows])


def _aside(row):
    """What is said stands on one side of the axis and what is done on the other, so that two things of one day both show."""
    return -1 if row["side"] == "said" else 1


def _dots(rows, fmt, places):
    for side, (color, symbol, hollow) in LOOKS.items():
        mine = [row.also(x=x, y=y) for row, (x, y) in zip(rows, places, strict=True) if row["side"] == side]
        yield dots(mine, x="x", y="y", color=color, symbol=symbol, hollow=hollow, hover=lambda row: f"{fmt.date(row['date'])}<br>{fmt.in_language(row['event'])}")


def _spread(wanted, heights, top, bottom, gap):
    """Tops of blocks between `top` and `bottom`, none over another, as near to the wanted places as can be."""
    above = [sum(heights[:number]) + gap * number for number in range(len(heights))]
    pools = []
    for want, before in zip(wanted, above, strict=True):
        pools.append([want - before])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    most = bottom - above[-1] - heights[-1]
    shifts = [min(max(fmean(pool), top), most) for pool in pools for _ in pool]
    return [shift + before for shift, before in zip(shifts, above, strict=True)]
