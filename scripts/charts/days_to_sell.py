"""A year of AutoNation's trade, a row a month, a square a day: when a year of Alpines would be sold, and the target."""

import datetime as dt
from itertools import pairwise

from scripts.drawing.rows import Row

FIRST = dt.date(2025, 1, 1)  # of the year of AutoNation's pace
STRETCHES = {
    "sold": ("autonation-days-alpine-2025", "alpine-2025"),
    "target": ("autonation-days-target", "alpine-target-2030"),
}
"""Stretch of the year -> the figures of its days and of the cars sold in them."""
NAMES = -4.2  # where names of months begin on x, in days
SIDE = 0.64  # height of a square; the next month is 1 below


def rows(facts):
    trade, stretches = facts.figure("autonation-new-2025").number, []
    for name, keys in STRETCHES.items():
        days, cars = map(facts.figure, keys)
        day = FIRST + dt.timedelta(int(days.number) - 1)
        stretches.append(Row.of(days, what=name, cars=cars.number, days=days.number, trade=trade, day=day))
    return stretches


def values(rows, fmt):
    days, trade = {f"day_{row['what']}": fmt.day_of_year(row["day"]) for row in rows}, rows[0]["trade"]
    return days | {"pace": str(FIRST.year), "trade": fmt.number(trade, 0), "a_day": fmt.number(trade / 365, 0)}


def draw(sheet, rows, fmt):
    """Places on x are days of a month, on y months; beside that of each date, on a phone over all, what follows."""
    narrow, room = sheet.shape == "narrow", sheet.choose(15, narrow=23, poster=12)
    big, small = sheet.choose(1.6, card=1.4), sheet.choose(1, card=0.85)
    _draw_days(sheet, *rows, fmt, size=small)
    over = sheet.choose({"dy": 0.6, "room": 31}, narrow={"dy": 9, "width": room})
    sheet.label(fmt.text("first"), x=NAMES, y=0, color="ink", bold=True, **over)
    for row, color, up in zip(rows, ("accent", "warm"), (8.7, 4.9), strict=True):
        x, y, dy = (NAMES, 0, up) if narrow else (31.5, 1 - row["day"].month, 0.3 * big)
        words, under = fmt.text(f"by_{row['what']}"), fmt.text(f"said_{row['what']}")
        sheet.label(words, x=x, y=y, baseline="top", dy=dy, color=color, bold=True, size=big, room=room)
        sheet.label(under, x=x, y=y, baseline="top", dy=dy - 1.2 * big, color="ink", size=small, room=room)
    x, dy, baseline = (NAMES, -0.6, "top") if narrow else (31.5, 0, "bottom")
    width = sheet.choose(room, narrow=None, card=None)
    sheet.label(fmt.text("aside"), x=x, y=-12, baseline=baseline, dy=dy, size=small, width=width, room=room)


def _draw_days(sheet, sold, target, fmt, *, size):
    """A square a day: rows of months, cut into days."""
    colors = {sold["day"].month: "accent", target["day"].month: "warm"}
    months = [FIRST.replace(month=month) for month in range(1, 13)]
    for first, after in pairwise([*months, FIRST.replace(year=FIRST.year + 1)]):
        month, before = first.month, (first - FIRST).days
        y, days = (-month, SIDE - month), (after - first).days
        sheet.band(x=(0, days), y=y, color="line")
        for stretch, color in ((target, "warm-soft"), (sold, "accent")):
            if (over := int(stretch["days"]) - before) > 0:
                sheet.band(x=(0, min(over, days)), y=y, color=color)
        if month % 2 or sheet.shape != "card":  # which is low
            name, y, ink = fmt.month_name(first, short=True), SIDE / 2 - month, colors.get(month, "soft")
            bold = month in colors
            sheet.label(name, x=NAMES, y=y, baseline="middle", color=ink, bold=bold, size=size, room=2.9)
    end = target["day"]
    sheet.band(x=(end.day - 1, end.day), y=(-end.month, SIDE - end.month), color="warm")
    for day in range(1, 31):
        sheet.rule(x=day, y=(-12, 0), color="paper", width=2)
