"""The American plan down the years, a block for what America had, beside it the moments that gave it or took it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

MOMENTS = {
    "talks": ("ev-2023-02-16-luca-de-meo-says", None, "context"),
    "dated": ("ev-2023-06-26-alpine-plan-seven-electric", "x02", "accent"),
    "option": ("ev-2024-05-krief-the-us-in", "x02", None),
    "duty": ("ev-2025-04-03-us-adds-25-on", None, None),
    "hold": ("ev-2025-04-24-us-launch-put-on", None, "warm"),
    "newest": ("ev-2026-03-10-krief-aims-at-canada", "x14", "warm-soft"),
}
"""A moment's event; the claim whose year it names; the colour of the block that begins."""
ON_CARD = ("dated", "hold", "newest")
"""The moments that a card, which is low, tells."""


def rows(facts):
    rate = facts.figure("tariff-eu-2025-04").number
    moments, had = [], None
    for name, (key, named, color) in MOMENTS.items():
        event, claim = facts.row("events", key), named and facts.row("claims", named)
        had = f"is_{name}" if color else had
        row = Row.of(
            event,
            id=name,
            at=years(event.date),
            rate=rate if name == "duty" else None,
            since=event.date,
            what=name,
            year=claim and claim.promised_for,
            had=had,
            color=color,
            until=claim and claim.last_checked,
        )
        moments.append(row.with_source(claim) if claim else row)
    return moments


def values(rows, fmt):
    """Days of the tariff and the halt and month of the newest word, without their year; month of our last check."""
    days = {row["id"]: fmt.day_of_year(row["since"]) for row in rows if row["id"] in ("duty", "hold")}
    months = {"last": fmt.month_name(rows[-1]["since"].first_day), "now": fmt.month(rows[-1]["until"])}
    return {f"day_{name}": day for name, day in days.items()} | months


def draw(sheet, rows, fmt):
    """Years run down y: on the left what America had, as blocks; on the right the moments, the tariff with the halt."""
    card = sheet.shape == "card"
    chosen = [row for row in rows if (row["id"] in ON_CARD if card else row["id"] != "duty")]
    edge = sheet.choose(24, narrow=27, card=28)  # of the blocks, where 100 is all across
    moments = [row.with_cells(x=edge, y=-row["at"]) for row in chosen]
    newest = moments[-1]
    until = newest["until"]
    checked = newest.with_cells(id="checked", what="checked", since=until, y=-years(until), color=None)
    size = sheet.choose(1, card=0.9)
    sheet.scale(x=(0, 100))
    wrap, room = sheet.choose((9, 9), narrow=(6.6, 6.6), card=(15, 8.4))
    for row, after in pairwise([*(row for row in moments if row["color"]), checked]):
        sheet.band(x=(0, edge), y=(row["y"], after["y"]), color=row["color"])
        if row is not newest:  # which goes on with the hold
            sheet.rule(x=(0, edge), y=row["y"], color="paper", width=2, under=True)
        color = "ink" if row["color"] in ("context", "warm-soft") else "paper"
        look = {"align": "center", "baseline": "middle", "color": color, "bold": True}
        look |= {"width": wrap, "room": room, "size": sheet.choose(1, wide=1.1, poster=1.1)}
        sheet.label(fmt.text(row["had"]), x=(0, edge), y=(row["y"] + after["y"]) / 2, **look)
    for year in () if card else range(int(moments[0]["at"]) + 1, int(years(until)) + 1):
        sheet.rule(x=(0, 2), y=-year, color="paper", width=1.5, under=True)
        sheet.label(str(year), x=2, y=-year, baseline="middle", color="paper", size=sheet.choose(0.93, narrow=1))

    def hover(row):
        return f"{fmt.date(row['since'])}<br>{fmt.label(row['what'])}"

    for row in [*moments, checked]:
        day, words, color = fmt.date(row["since"], short=True), fmt.text(row["id"]), "ink"
        if row["id"] == "hold":
            color = "warm"
            if not card:
                day, words = fmt.month(row["since"]), fmt.text("april")
        sheet.dots([row], x="x", y="y", color=color, hollow=True, hover=hover)
        width = sheet.choose(29, narrow=17.6, poster=23, card=18.6)
        place = {"x": edge, "y": row["y"], "color": color, "size": size, "width": width}
        level = {"baseline": "top", "dy": 0.65}
        if sheet.shape == "narrow":  # after the day
            sheet.label(f"<b>{day}</b>{'<br>' if row['id'] == 'hold' else ' '}{words}", dx=0.9, **level, **place)
        else:
            sheet.label(day, dx=0.9, bold=True, **level, **place)
            sheet.label(words, dx=7.9, **level, **place)
