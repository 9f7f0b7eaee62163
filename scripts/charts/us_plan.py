"""The American plan down the years, a block for what America had, beside it the moments that gave it or took it."""

from itertools import groupby, pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

COLORS = {"is_talks": "context", "is_dated": "accent", "is_hold": "warm"}
"""What America had -> the colour of its block."""


def rows(facts):
    us = facts.row("claims", "x02")
    canada = facts.row("claims", "x14")
    status = facts.row("status", "us-launch")
    rate = facts.figure("tariff-eu-2025-04")
    cut = facts.figure("tariff-eu-2025-08")

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
    """On y years, downwards; on x 100 all across: on the left what America had, as blocks, on the right the moments."""
    edge = sheet.choose(24, narrow=27, poster=27, card=20)  # of the blocks
    moments = [row.with_cells(x=edge, y=-years(row["since"])) for row in rows]
    if sheet.shape == "card":  # which is low
        moments = [row for row in moments if row["id"] not in ("talks", "option")]
    sheet.scale(x=(0, 100))
    blocks = [next(same) for _, same in groupby(moments, key=lambda row: row["had"])]
    start = blocks[0]["y"]
    end = moments[-1]["y"]
    for row, after in pairwise([*blocks, moments[-1]]):
        _draw_block(sheet, row, after["y"], fmt)
    if sheet.shape != "card":
        for year in range(int(-start) + 1, int(-end) + 1):
            sheet.rule(x=(0, 2), y=-year, color="paper", stroke=1.5, under=True)
            sheet.label(str(year), x=2, y=-year, baseline="middle", color="paper", size=sheet.choose(0.93, narrow=1))
    for row in moments:
        _draw_moment(sheet, row, fmt)


def _draw_block(sheet, row, end, fmt):
    """What America had from a moment on y to another, on x from the left to the edge."""
    across = (0, row["x"])
    sheet.band(x=across, y=(row["y"], end), color=COLORS[row["had"]])
    sheet.rule(x=across, y=row["y"], color="paper", stroke=2, under=True)
    sheet.label(
        fmt.text(row["had"]),
        x=2,
        y=row["y"],
        baseline="top",
        dy=sheet.choose(-0.4, card=-0.8),
        color="ink" if row["had"] == "is_talks" else "paper",
        bold=True,
        size=sheet.choose(1, card=0.85),
        wrap=sheet.choose(None, narrow=5.5, card=5.3),
        between=across,
    )


def _draw_moment(sheet, row, fmt):
    """A dot on y at the blocks' edge, a day and what happened: under it, only the tariff above, clear of the halt."""
    words = fmt.text(row["id"])
    ink = "warm" if row["id"] == "hold" else "ink"
    hover = f"{fmt.date(row['since'])}<br>{words}"
    sheet.dots([row], x="x", y="y", color=ink, hollow=True, hover=lambda row: hover)
    day = fmt.date(row["since"], short=True)
    x = row["x"]
    y = row["y"]
    baseline, dy = ("bottom", 0.45) if row["id"] == "duty" else ("top", 0.65)
    size = sheet.choose(1, card=0.85)
    if sheet.shape == "narrow":
        words = f"<b>{day}</b> {words}"
        sheet.label(words, x=x, y=y, baseline=baseline, dx=0.9, dy=dy, color=ink, wrap=17.6)
    else:
        sheet.label(day, x=x, y=y, baseline=baseline, dx=0.9, dy=dy, color=ink, bold=True, size=size)
        wrap = sheet.choose(28, poster=22, card=23.4)
        dx = sheet.choose(7.9, card=6.6)
        sheet.label(words, x=x, y=y, baseline=baseline, dx=dx, dy=dy, color=ink, size=size, wrap=wrap)
