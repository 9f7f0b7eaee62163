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
    "newest": ("ev-2026-03-10-krief-aims-at-canada", "x14", None),
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
    """The days of the tariff and of the halt, without their year."""
    days = {row["id"]: fmt.day_of_year(row["since"]) for row in rows if row["id"] in ("duty", "hold")}
    return {f"day_{name}": day for name, day in days.items()} | {"now": fmt.month(rows[-1]["until"])}


def draw(sheet, rows, fmt):
    """Years run down y: on the left what America had, as blocks; on the right the moments, the tariff with the halt."""
    card = sheet.shape == "card"
    chosen = [row for row in rows if (row["id"] in ON_CARD if card else row["id"] != "duty")]
    edge = sheet.choose(24, narrow=27, card=28)  # of the blocks, where 100 is all across
    moments = [row.with_cells(x=edge, y=-row["at"]) for row in chosen]
    newest = moments[-1]["y"]
    size = sheet.choose(1, card=0.9)
    sheet.scale(x=(0, 100))

    def block(words, top, foot, color, size):
        room = sheet.choose(9, narrow=6.6)
        look = {"align": "center", "baseline": "middle", "color": color, "size": size, "bold": True}
        sheet.label(fmt.text(words), x=(0, edge), y=(top + foot) / 2, width=room, room=room, **look)

    end = -years(moments[-1]["until"])
    sheet.band(x=(0, edge), y=(newest, end), color="warm-soft")
    if not card:
        block("since", newest, end, "ink", size)
    for row, until in pairwise([*(row for row in moments if row["color"]), moments[-1]]):
        sheet.band(x=(0, edge), y=(row["y"], until["y"]), color=row["color"])
        sheet.rule(x=(0, edge), y=row["y"], color="paper", width=2)
        color = "ink" if row["color"] == "context" else "paper"
        block(row["had"], row["y"], until["y"], color, sheet.choose(1.1, narrow=1))

    def hover(row):
        return f"{fmt.date(row['since'])}<br>{fmt.label(row['what'])}"

    for row in moments:
        day, words, color = fmt.date(row["since"], short=True), fmt.text(row["id"]), "ink"
        if row["id"] == "hold":
            color = "warm"
            if not card:
                day, words = fmt.month(row["since"]), fmt.text("april")
        if card and row is moments[-1]:  # the block is too low for words
            words += f"<br>{fmt.text('since')}"
        sheet.dots([row], x="x", y="y", color=color, hollow=True, hover=hover)
        width = sheet.choose(29, narrow=17.6, poster=23, card=17)
        place = {"x": edge, "y": row["y"], "color": color, "size": size, "width": width}
        level = {"baseline": "top", "dy": 0.65}
        if sheet.shape == "narrow":  # after the day
            sheet.label(f"<b>{day}</b>{'<br>' if row['id'] == 'hold' else ' '}{words}", dx=0.9, **level, **place)
        else:
            sheet.label(day, dx=0.9, bold=True, **level, **place)
            sheet.label(words, dx=7.9, **level, **place)
