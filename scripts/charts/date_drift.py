"""How long each promised date stood: a lane a promise, a bar from the day it was given to its end or our last check."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

AGAIN, HALT = "ev-2024-05-krief-the-us-in", "ev-2025-04-24-us-launch-put-on"
MODEL, MOVED = "model-a110-electric", "x04-2025-10"


def rows(facts):
    us, canada, a110, even = (facts.row("claims", key) for key in ("x02", "x14", "x04", "x06"))
    again, halt, moved = facts.row("events", AGAIN), facts.row("events", HALT), facts.row("history", MOVED)
    (model,) = facts.select("models", key=MODEL)
    now = max(claim.last_checked for claim in (us, canada, a110, even))

    def row(key, record, words, said_on, until, promised):
        lane = key.split("-")[0]
        bar = {"lane": lane, "start": years(said_on), "end": until and years(until), "until": until}
        return Row.of(record, id=key, what=lane, said=said_on, promised=promised, words=words, **bar)

    assert us.state == "changed", "the title says that America has no date: mend both"
    return [
        row("us-1", us, us.each("said_in"), us.said_on, halt.date, us.promised_for),
        row("us-2", again, again.each("title"), again.date, None, us.promised_for),
        row("us-last", halt, halt.each("title"), halt.date, now, None),
        row("canada-1", canada, canada.each("said_in"), canada.said_on, now, canada.promised_for),
        row("a110-1", a110, a110.each("said_in"), a110.said_on, moved.date, a110.promised_for),
        row("a110-last", model, moved.each("because"), moved.date, now, model.expected_for[:4]),
        row("even-1", even, even.each("said_in"), even.said_on, now, even.promised_for),
    ]


def values(rows, fmt):
    return {"now": fmt.month(rows[-1]["until"])}


def draw(sheet, rows, fmt):
    """Places on x are years, on y lanes counted down from 0."""
    if sheet.shape == "card":
        rows = [row for row in rows if row["lane"] != "even"]
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    start, now = min(row["start"] for row in rows), rows[-1]["end"]
    first, foot = sheet.choose(int(start), narrow=start - 0.04), 0.6 - len(lanes)
    sheet.scale(x=(first, now), y=(foot, 0.75))
    ends = [first, *range(int(start) + 1, int(now) + 1), now]
    for left, right in pairwise(ends):
        sheet.label(str(int(left)), x=(left, right), y=0.75, align="center")
    for place in ends:
        sheet.rule(x=place, color="line", under=True)
    sheet.label(fmt.text("end"), x=now, y=foot, align="right", baseline="top")
    for down, lane in enumerate(lanes):
        color = "accent" if lane == "us" else "ink"
        beside = sheet.choose({"dx": -9.2, "room": 9, "baseline": "middle"}, narrow={"dy": 1.6})
        sheet.label(fmt.text(lane), x=first, y=-down, color=color, bold=True, ground=True, **beside)
    for row in rows:
        if row["end"]:
            _draw_bar(sheet, row.with_cells(y=-lanes.index(row["lane"])), fmt, holds=row["end"] == now)


def _draw_bar(sheet, row, fmt, *, holds):
    """A bar with the date in it that was given, or that there is none."""
    us, lost, moved = row["lane"] == "us", not row["promised"], row["id"].endswith("last")
    color = "warm" if lost else "warm-soft" if moved else "accent" if us else "context"
    hover = f"{fmt.label(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"
    start, long = row["start"], row["end"] - row["start"]
    if not holds:
        long -= 0.03  # parts it from what follows
    look = {"across": True, "ticks": "", "width": sheet.choose(0.5, narrow=0.56)}
    sheet.bars([row.with_cells(long=long)], x="long", y="y", base="start", color=color, hover=lambda row: hover, **look)
    words = fmt.text(row["id"], date=fmt.term(row["promised"]) if row["promised"] else "")
    room = long * sheet.choose(9, narrow=7, poster=8, card=6.6) - 0.6
    ink = {"color": "paper" if us else "ink", "bold": us, "size": 1.15 if lost else 1}
    sheet.label(
        words, x=start, y=row["y"], baseline="middle", dx=0.2, room=room, width=sheet.choose(None, narrow=room), **ink
    )
