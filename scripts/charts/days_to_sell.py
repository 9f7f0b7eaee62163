"""A year of AutoNation's trade, a row a month, a square a day: when a year of Alpines would be sold, and the target."""

import datetime as dt
from itertools import pairwise

from scripts.drawing.chart import Row
from scripts.drawing.plot import label, path

FIRST, TRADE = dt.date(2025, 1, 1), "autonation-new-2025"
"""The first day of the year of AutoNation's pace, and the vehicles that it sold in that year."""
STRETCHES = {
    "sold": ("autonation-days-alpine-2025", "alpine-2025"),
    "target": ("autonation-days-target", "alpine-target-2030"),
}
"""Stretch of the year -> the figures of its days and of the cars sold in them, the shortest first."""
SQUARES, WORDS = ("accent", "warm-soft", "line"), {"sold": "accent", "target": "warm"}
"""The colours of the stretches and of the rest of the year, and of words on a stretch."""
SIDE, ROW = 0.86, {"wide": 1.3, "poster": 1.6}
"""A square, and at least how far the next month is, where the next day is 1 away."""
NAMES, HEAD, FINDINGS = 2.9, {"wide": 1.8, "narrow": 11.3}, (3, 7)
"""How far right the days begin, and down; on a phone, over them, each date and what would be sold by then. In em."""
BIG, SAID = {"wide": 1.9, "poster": 1.6, "card": 1.4}, {"wide": 1, "poster": 0.95, "card": 0.85}
"""Size of the dates, and of months and what else is said."""


def rows(facts):
    trade, found = facts.figure(TRADE).number, []
    for name, keys in STRETCHES.items():
        days, cars = map(facts.figure, keys)
        day = FIRST + dt.timedelta(int(days.number) - 1)
        found.append(Row.of(days, id=name, what=name, cars=cars.number, days=days.number, trade=trade, day=day))
    return found


def values(rows, fmt):
    days, trade = {f"day_{row['id']}": fmt.date(row["day"])[:-5] for row in rows}, rows[0]["trade"]
    return days | {"pace": str(FIRST.year), "trade": fmt.number(trade, 0), "a_day": fmt.number(trade / 365, 0)}


def picture(rows, fmt, sheet):
    """The supposition over the year, and beside the month of each date what follows."""
    em, width, (big, said) = sheet.em, sheet.width / sheet.em - 0.4, map(sheet.pick, (BIG, SAID))
    left, top = NAMES * em, round(sheet.pick(HEAD) * em)
    month = (sheet.height - top) // 6 / 2  # half a pixel: names of months would dance about their rows
    day = min((sheet.width - left) / 31, month / sheet.pick(ROW))
    supposed = {"color": "ink", "bold": True, "width": {"wide": None, "narrow": width}, "room": width}
    yield label(fmt.text("first"), x=0, y=0, baseline="top", **supposed)
    year, deep = [FIRST + dt.timedelta(number) for number in range(365)], SIDE * day / month
    for color, span in zip(SQUARES, pairwise([0, *(int(one["days"]) for one in rows), 365]), strict=True):
        places = [(date.day - 1, date.month - 1) for date in year[slice(*span)]]
        outline = "".join(f"M{x} {y}H{x + SIDE}V{y + deep:.3f}H{x}Z" for x, y in places)
        yield path(outline, x=(left, left + 31 * day), y=(top + 12 * month, top), box=(31, 12), color=color)
    ends = {one["day"].month - 1: WORDS[one["id"]] for one in rows}
    for number in range(0, 12, sheet.pick({"wide": 1, "card": 2})):  # a card, which is low, has room for every second
        name = fmt.date(f"{FIRST.replace(month=number + 1):%Y-%m}", short=True)[:-5]
        look = {"color": ends.get(number, "soft"), "bold": number in ends, "size": said, "room": NAMES - 0.4}
        yield label(name, x=0, y=top + number * month + SIDE / 2 * day, baseline="middle", **look)
    x = sheet.pick({"wide": left + 31 * day + 0.8 * em, "narrow": 0})
    look = {"x": x, "room": (room := width - x / em), "baseline": "top"}
    for one, down in zip(rows, FINDINGS, strict=True):
        y = sheet.pick({"wide": top + (one["day"].month - 1) * month - 0.3 * big * em, "narrow": down * em})
        yield label(fmt.text(f"by_{one['id']}"), y=y, color=WORDS[one["id"]], bold=True, size=big, **look)
        told = {"color": "ink", "size": said, "width": {"wide": room, "narrow": None}}
        yield label(fmt.text(f"said_{one['id']}"), y=y + 1.2 * big * em, **told, **look)
    look |= {"baseline": "bottom", "size": said, "width": {"poster": room, "card": None}}
    yield label(fmt.text("aside"), y=top + 12 * month, shapes={"poster", "card"}, **look)
