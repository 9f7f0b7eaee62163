"""The American plan down the years, a block for what America had, beside it the moments that gave it or took it."""

from itertools import groupby, pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

COLORS = {"is_talks": "context", "is_dated": "accent", "is_hold": "warm"}
"""What America had -> the colour of its block."""


def rows(facts):
    us, canada, status = facts.row("claims", "x02"), facts.row("claims", "x14"), facts.row("status", "us-launch")
    rate, cut = facts.figure("tariff-eu-2025-04"), facts.figure("tariff-eu-2025-08")

    def moment(name, key, had, **cells):
        event = facts.row("events", key)
        return Row.of(event, id=name, what=name, had=had, since=event.date, **cells)

    return [
        moment("talks", "ev-2023-02-16-luca-de-meo-says", "is_talks"),
        moment("dated", "ev-2023-06-26-alpine-plan-seven-electric", "is_dated", year=us.promised_for).with_source(us),
        moment("option", "ev-2024-05-krief-the-us-in", "is_dated", year=us.promised_for).with_source(us),
        moment("duty", "ev-2025-04-03-us-adds-25-on", "is_dated", rate=rate.number, cut=cut.number).with_source(cut),
        moment("hold", "ev-2025-04-24-us-launch-put-on", "is_hold"),
        moment("newest", "ev-2026-03-10-krief-aims-at-canada", "is_hold", year=canada.promised_for).with_source(canada),
        Row.of(status, id="checked", what="checked", had="is_hold", since=facts.last_checked),
    ]


def values(rows, fmt):
    return {"now": fmt.month(rows[-1]["since"])}


def draw(sheet, rows, fmt):
    """Years run down y: on the left what America had, as blocks; on the right the moments."""
    card = sheet.shape == "card"
    edge = sheet.choose(24, narrow=27, poster=27, card=20)  # of the blocks, where 100 is all across
    rows = [row.with_cells(x=edge, y=-years(row["since"])) for row in rows]
    if card:  # which is low
        rows = [row for row in rows if row["id"] not in ("talks", "option")]
    sheet.scale(x=(0, 100))
    blocks = [next(same) for _, same in groupby(rows, key=lambda row: row["had"])]
    room, size = sheet.choose(9, narrow=6.2, poster=8.2, card=4.1), sheet.choose(1, card=0.85)
    dy, width = sheet.choose(-0.4, card=-0.8), sheet.choose(None, narrow=room, card=room)
    for row, after in pairwise([*blocks, rows[-1]]):
        sheet.band(x=(0, edge), y=(row["y"], after["y"]), color=COLORS[row["had"]])
        sheet.rule(x=(0, edge), y=row["y"], color="paper", width=2, under=True)
        ink, y, words = "ink" if row["id"] == "talks" else "paper", row["y"], fmt.text(row["had"])
        sheet.label(words, x=2, y=y, baseline="top", dy=dy, color=ink, bold=True, size=size, width=width, room=room)
    for year in () if card else range(int(-rows[0]["y"]) + 1, int(-rows[-1]["y"]) + 1):
        sheet.rule(x=(0, 2), y=-year, color="paper", width=1.5, under=True)
        sheet.label(str(year), x=2, y=-year, baseline="middle", color="paper", size=sheet.choose(0.93, narrow=1))
    for row in rows:
        _draw_moment(sheet, row, fmt)


def _draw_moment(sheet, row, fmt):
    """A dot at the blocks' edge, a day and what happened: level with it, the tariff above, clear of the halt."""
    day, words = fmt.date(row["since"], short=True), fmt.text(row["id"])
    if row["id"] == "hold":  # a card shows it under the tariff, without what stands below the chart
        words = fmt.text(sheet.choose("hold", card="hold_card"))
    x, y, ink = row["x"], row["y"], "warm" if row["id"] == "hold" else "ink"
    baseline, dy = ("bottom", 0.45) if row["id"] == "duty" else ("top", 0.65)
    size, width = sheet.choose(1, card=0.9), sheet.choose(28, narrow=17.6, poster=22, card=22)
    hover = f"{fmt.date(row['since'])}<br>{words}"
    sheet.dots([row], x="x", y="y", color=ink, hollow=True, hover=lambda row: hover)
    if sheet.shape == "narrow":
        words, dx = f"<b>{day}</b> {words}", 0.9
    else:
        dx = 7.9
        sheet.label(day, x=x, y=y, baseline=baseline, dx=0.9, dy=dy, color=ink, bold=True, size=size)
    sheet.label(words, x=x, y=y, baseline=baseline, dx=dx, dy=dy, color=ink, size=size, width=width)
