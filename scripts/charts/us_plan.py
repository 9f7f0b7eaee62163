"""The American plan as one line of time, coloured by what America had, with the moments that gave it or took it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

MOMENTS = {
    "talks": ("ev-2023-02-16-luca-de-meo-says", None, "context"),
    "dated": ("ev-2023-06-26-alpine-plan-seven-electric", "x02", "accent"),
    "option": ("ev-2024-05-krief-the-us-in", "x02", None),
    "duty": ("ev-2025-04-03-us-adds-25-on", None, None),
    "hold": ("ev-2025-04-24-us-launch-put-on", None, "warm"),
    "newest": ("ev-2026-03-10-krief-aims-at-canada", "x14", None),
}
"""A moment's event; the claim whose year it names; the line's colour from then on."""
ON_CARD = ("dated", "hold", "newest")
"""The moments that a card, which is low, tells."""
GOES_ON = 0.5
"""How many years of dashes follow the newest moment."""


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
        )
        moments.append(row.with_source(claim) if claim else row)
    return moments


def values(rows, fmt):
    """The days of the tariff and of the halt, without their year."""
    days = {row["id"]: fmt.day_of_year(row["since"]) for row in rows if row["id"] in ("duty", "hold")}
    return {f"day_{name}": day for name, day in days.items()}


def draw(sheet, rows, fmt):
    """On y years, downwards: on the left what America had, on the right the moments, the tariff with the halt."""
    card = sheet.shape == "card"
    moments = [row.with_cells(y=-row["at"]) for row in rows if (row["id"] in ON_CARD if card else row["id"] != "duty")]
    newest = moments[-1]["y"]
    left = {"x": 0, "dx": -0.9, "align": "right", "baseline": "middle"}
    for row, until in pairwise([*(row for row in moments if row["color"]), moments[-1]]):
        sheet.line(x=[0, 0], y=[row["y"], until["y"]], color=row["color"], width=8)
        color = row["color"].replace("context", "soft")
        sheet.label(fmt.text(row["had"]), y=(row["y"] + until["y"]) / 2, color=color, bold=True, **left)
    if not card:
        for year in range(int(-moments[0]["y"]) + 1, int(-newest) + 1):
            sheet.label(str(year), y=-year, **left)
        sheet.line(x=[0, 0], y=[newest, newest - GOES_ON], color="warm", width=8, dash="4px,4px")
        width = sheet.choose(None, narrow=18)
        sheet.label(fmt.text("since"), x=0, y=newest - GOES_ON, dx=0.9, baseline="top", dy=0.4, width=width)

    def hover(row):
        return f"{fmt.date(row['since'])}<br>{fmt.label(row['what'])}"

    for row in moments:
        day, words, color = fmt.date(row["since"], short=True), fmt.text(row["id"]), "ink"
        if row["id"] == "hold":
            color = "warm"
            if not card:
                day, words = fmt.month(row["since"]), fmt.text("april")
        sheet.dots([row], x=0, y="y", color=row["color"] or "ink", hollow=True, hover=hover)
        place = {"x": 0, "y": row["y"], "color": color, "width": sheet.choose(30, narrow=18, poster=24.5, card=20)}
        level = {"baseline": "top", "dy": 0.65}
        if sheet.shape == "narrow":  # under the day
            sheet.label(f"<b>{day}</b><br>{words}", dx=0.9, **level, **place)
        else:
            sheet.label(day, dx=0.9, bold=True, **level, **place)
            sheet.label(words, dx=7.9, **level, **place)
