"""A year of AutoNation's trade, a row a month, a square a day: when a year of Alpines would be sold, and the target."""

import datetime as dt
from calendar import monthrange

from scripts.drawing.rows import Row

FIRST = dt.date(2025, 1, 1)  # of the year of AutoNation's pace
STRETCHES = {
    "sold": ("autonation-days-alpine-2025", "alpine-2025"),
    "target": ("autonation-days-target", "alpine-target-2030"),
}
"""Stretch of the year -> the figures of its days and of the cars sold in them."""
COLORS = {"sold": "accent", "target": "warm"}
"""Stretch -> the colour of its date and of what stands beside it."""
NAMES = -4.2  # where names of months begin on x, in days
ASIDE = 31.5  # where the texts beside the days begin
SIDE = 0.64  # height of a square; the next month is 1 below


def rows(facts):
    trade = facts.figure("autonation-new-2025").number
    stretches = []
    for name, keys in STRETCHES.items():
        days, cars = map(facts.figure, keys)
        day = FIRST + dt.timedelta(int(days.number) - 1)
        stretches.append(Row.of(days, what=name, cars=cars.number, days=days.number, trade=trade, day=day))
    return stretches


def values(rows, fmt):
    days = {f"day_{row['what']}": fmt.day_of_year(row["day"]) for row in rows}
    trade = rows[0]["trade"]
    return days | {"pace": str(FIRST.year), "trade": fmt.number(trade, 0), "a_day": fmt.number(trade / 365, 0)}


def draw(sheet, rows, fmt):
    """On x days of a month, on y months downwards; beside that of each date, on a phone over all, what follows."""
    sold, target = rows
    _draw_days(sheet, sold, target)
    _draw_month_names(sheet, sold, target, fmt)
    width = _width(sheet)
    size = _size(sheet)
    first = fmt.text("first")
    aside = fmt.text("aside")
    if sheet.shape == "narrow":
        sheet.label(first, x=NAMES, y=0, dy=9, color="ink", bold=True, wrap=width)
        _draw_date(sheet, sold, fmt, x=NAMES, y=0, dy=8.7)
        _draw_date(sheet, target, fmt, x=NAMES, y=0, dy=4.9)
        _draw_line(sheet, aside, width, x=NAMES, y=-12, baseline="top", dy=-0.6, size=size)
    else:
        _draw_line(sheet, first, 31, x=NAMES, y=0, dy=0.6, color="ink", bold=True)
        for row in rows:
            _draw_date(sheet, row, fmt, x=ASIDE, y=1 - row["day"].month, dy=sheet.choose(0.48, card=0.42))
        if sheet.shape == "card":
            _draw_line(sheet, aside, width, x=ASIDE, y=-12, size=size)
        else:
            sheet.label(aside, x=ASIDE, y=-12, wrap=width)


def _draw_line(sheet, words, width, *, size=1, bold=False, **options):
    """Words in one line, smaller where that would be wider than so many em."""
    size = min(size, width / sheet.length(words, bold=bold))
    sheet.label(words, size=size, bold=bold, **options)


def _width(sheet):
    """Of the texts beside the days, on a phone over them, in em."""
    return sheet.choose(15, narrow=25, poster=12)


def _size(sheet):
    """Of small letters; a card is low."""
    return sheet.choose(1, card=0.85)


def _draw_date(sheet, row, fmt, *, x, y, dy):
    """By when so many cars would be sold, and under it of whom that was said."""
    width = _width(sheet)
    big = sheet.choose(1.6, card=1.4)
    words = fmt.text(f"by_{row['what']}")
    color = COLORS[row["what"]]
    _draw_line(sheet, words, width, x=x, y=y, baseline="top", dy=dy, color=color, bold=True, size=big)
    words = fmt.text(f"said_{row['what']}")
    _draw_line(sheet, words, width, x=x, y=y, baseline="top", dy=dy - 1.2 * big, color="ink", size=_size(sheet))


def _draw_days(sheet, sold, target):
    """A square a day: on y rows of months, on x cut into days."""
    for month in range(1, 13):
        first = FIRST.replace(month=month)
        days = monthrange(first.year, month)[1]
        before = (first - FIRST).days
        y = (-month, SIDE - month)
        sheet.band(x=(0, days), y=y, color="line")
        for stretch, color in ((target, "warm-soft"), (sold, "accent")):
            over = stretch["days"] - before
            if over > 0:
                sheet.band(x=(0, min(over, days)), y=y, color=color)
    end = target["day"]
    sheet.band(x=(end.day - 1, end.day), y=(-end.month, SIDE - end.month), color="warm")
    for day in range(1, 31):
        sheet.rule(x=day, y=(-12, 0), color="paper", stroke=2)


def _draw_month_names(sheet, sold, target, fmt):
    """Left of each month on y its name, that of each date in its colour."""
    dated = {row["day"].month: COLORS[row["what"]] for row in (sold, target)}
    for month in range(1, 13, sheet.choose(1, card=2)):  # a card is low
        name = fmt.month_name(FIRST.replace(month=month), short=True)
        sheet.label(
            name,
            x=NAMES,
            y=SIDE / 2 - month,
            baseline="middle",
            color=dated.get(month, "soft"),
            bold=month in dated,
            size=_size(sheet),
            between=(NAMES, 0),
        )
