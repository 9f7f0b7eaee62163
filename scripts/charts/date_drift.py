"""How long each promised date stood: a lane a promise, a bar from the day it was given to its end or our last check."""

from scripts.charts._time import years
from scripts.drawing.rows import Row

AGAIN, HALT = "ev-2024-05-krief-the-us-in", "ev-2025-04-24-us-launch-put-on"
MODEL, MOVED = "model-a110-electric", "x04-2025-10"
ROOM = 1.7
"""Years from which a bar has room for its words; those of a shorter one stand over it."""


def rows(facts):
    us, a110, profit, even, canada = (facts.row("claims", key) for key in ("x02", "x04", "x07", "x06", "x14"))
    again, halt, moved = facts.row("events", AGAIN), facts.row("events", HALT), facts.row("history", MOVED)
    (model,) = facts.select("models", key=MODEL)
    now = max(claim.last_checked for claim in (us, a110, even, canada))

    def row(key, record, words, said_on, until, promised):
        lane = key.split("-")[0]
        bar = {"lane": lane, "start": years(said_on), "end": until and years(until), "until": until}
        what = "even" if record is even else lane
        return Row.of(record, id=key, what=what, said=said_on, promised=promised, words=words, **bar)

    assert us.state == "changed", "the title says that America has no date: mend both"
    return [
        row("us-1", us, us.each("said_in"), us.said_on, halt.date, us.promised_for),
        row("us-2", again, again.each("title"), again.date, None, us.promised_for),
        row("us-last", halt, halt.each("title"), halt.date, now, None),
        row("canada-1", canada, canada.each("said_in"), canada.said_on, now, canada.promised_for),
        row("a110-1", a110, a110.each("said_in"), a110.said_on, moved.date, a110.promised_for),
        row("a110-last", model, moved.each("because"), moved.date, now, model.expected_for[:4]),
        row("profit-1", profit, profit.each("said_in"), profit.said_on, even.said_on, profit.promised_for),
        row("profit-last", even, even.each("said_in"), even.said_on, now, even.promised_for),
    ]


def values(rows, fmt):
    return {"now": fmt.month(rows[-1]["until"])}


def draw(sheet, rows, fmt):
    """Places on x are years, on y lanes counted down from 0."""
    if sheet.shape == "card":
        rows = [row for row in rows if row["lane"] != "profit"]
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    first, now = int(min(row["start"] for row in rows)), rows[-1]["end"]
    sheet.scale(x=(first, now), y=(0.6 - len(lanes), 0.75))
    for year in range(first, int(now) + 1):
        sheet.rule(x=year, color="line", under=True)
        sheet.label(str(year), x=(year, min(year + 1, now)), y=0.75, align="center")
    for down, lane in enumerate(lanes):
        color = "accent" if lane == "us" else "ink"
        beside = sheet.choose({"dx": -8.4, "room": 8.2, "baseline": "middle"}, narrow={"dy": 1.1})
        sheet.label(fmt.text(lane), x=first, y=-down, color=color, bold=True, **beside)
    for row in rows:
        if row["end"]:
            _draw_bar(sheet, row.with_cells(y=-lanes.index(row["lane"])), fmt, holds=row["end"] == now)


def _draw_bar(sheet, row, fmt, *, holds):
    """A bar, hollow where there is no date; its date in it, or over its end."""
    us, lost, height = row["lane"] == "us", not row["promised"], 0.2
    color = "paper" if lost else "accent" if us else "context" if holds else "line"
    hover = f"{fmt.label(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"
    start, end, y = row["start"], row["end"] - 0.03 * (not holds), row["y"]
    bar, look = row.with_cells(long=end - start), {"across": True, "ticks": "", "width": 2 * height}
    sheet.bars([bar], x="long", y="y", base="start", color=color, hover=lambda row: hover, **look)
    if lost:
        outline = {"x": (start, end), "y": (y - height, y + height), "filled": False, "dash": "4px,3px"}
        sheet.path("M0 0H100V100H0Z", color="warm", **outline)
    words = fmt.text(row["id"], date=fmt.term(row["promised"]) if row["promised"] else "")
    if end - start > ROOM:
        sheet.label(words, x=start, y=y, baseline="middle", color="paper" if us else "ink", bold=us, dx=0.2)
    else:
        ink = "warm" if lost else "ink"
        sheet.label(words, x=end, y=y + height, align="right", color=ink, bold=lost, dy=0.3, ground=True)
