"""What became of four promised dates: a row each; across, the year promised, and a last column for no date."""

from itertools import groupby

from scripts.drawing.rows import Row

AGAIN, HALT = "ev-2024-05-krief-the-us-in", "ev-2025-04-24-us-launch-put-on"
MODEL, MOVED = "model-a110-electric", "x04-2025-10"
HEADS = 0.8
"""How far over the first promise the years stand, in rows."""


def rows(facts):
    us, a110, profit, even, canada = (facts.row("claims", key) for key in ("x02", "x04", "x07", "x06", "x14"))
    again, halt, moved = facts.row("events", AGAIN), facts.row("events", HALT), facts.row("history", MOVED)
    (model,) = facts.select("models", key=MODEL)

    def row(key, record, said_on, promised, words):
        promise = key.split("-")[0]
        what = "even" if record is even else promise
        return Row.of(record, id=key, promise=promise, what=what, said=said_on, promised=promised, words=words)

    drift = [
        row("us-1", us, us.said_on, us.promised_for, us.each("said_in")),
        row("us-2", again, again.date, us.promised_for, again.each("title")),
        row("us-last", halt, halt.date, None, halt.each("title")),
        row("a110-1", a110, a110.said_on, a110.promised_for, a110.each("said_in")),
        row("a110-last", model, moved.date, model.expected_for[:4], moved.each("because")),
        row("profit-1", profit, profit.said_on, profit.promised_for, profit.each("said_in")),
        row("profit-last", even, even.said_on, even.promised_for, even.each("said_in")),
        row("canada-1", canada, canada.said_on, canada.promised_for, canada.each("said_in")),
    ]
    america = [bool(row["promised"]) for row in drift if row["promise"] == "us"]
    assert america == [True, True, False], "the title says that America had a date and lost it: mend both"
    return drift


def draw(sheet, rows, fmt):
    """Places on x are years promised; on y the promises, counted down from 0."""
    years = sorted(int(row["promised"]) for row in rows if row["promised"])
    none = years[-1] + 1.3
    sheet.scale(y=(-3.5, HEADS))
    sheet.band(x=(none - 0.5, none + 0.5), opacity=0.5)
    for year in (*range(years[0], years[-1] + 1), none):
        words, color = (fmt.text("none"), "warm") if year == none else (str(year), "soft")
        if year != none:
            sheet.rule(x=year, color="line", under=True)
        sheet.label(words, x=year, y=HEADS, align="center", color=color, width=sheet.choose(None, narrow=2.6))
    for down, (name, same) in enumerate(groupby(rows, lambda row: row["promise"])):
        promise = [row.with_cells(x=float(row["promised"] or none), y=-down) for row in same]
        _draw_promise(sheet, name, promise, years[0] - 0.5, fmt)


def _draw_promise(sheet, name, rows, left, fmt):
    """A promise's name and when it was made, its way from the first date to the last, and words on that."""
    first, last, y = rows[0], rows[-1], rows[0]["y"]
    lost = not last["promised"]
    color, ink = ("warm", "warm") if lost else ("context-deep", "ink")
    dates = [fmt.month(row["said"], short=True).replace(" ", "\u00a0") for row in rows]

    def hover(row):
        return f"{fmt.label(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    room = sheet.choose(16, narrow=8.2, card=13.5)
    beside = {"x": left, "y": y, "dx": -room, "room": room}
    if sheet.shape in ("wide", "poster"):
        sheet.label(fmt.text(name), color=ink, bold=True, dy=-0.15, **beside)
        sheet.label(fmt.text(f"said_{name}", dates=dates), dy=0.15, baseline="top", **beside)
    else:
        sheet.label(fmt.text(name), color=ink, bold=True, baseline="middle", width=room, **beside)
    look = {"x": "x", "y": "y", "color": color, "size": 0.9, "hover": hover}
    sheet.dots([first], **look)
    if last is first:
        if sheet.shape in ("narrow", "card"):
            words = fmt.text(f"said_{name}", dates=dates)
            sheet.label(words, x=first["x"], y=y, dx=-0.7, align="right", baseline="middle", ground=True)
        return
    width, dash = (2, "2px,4px") if lost else (3, None)
    sheet.rule(x=(first["x"], last["x"] - 0.1), y=y, color=color, width=width, dash=dash, under=True)
    sheet.dots([last], hollow=lost, symbol="circle" if lost else "arrow-right", **look)
    words = {"x": last["x"], "y": y, "color": ink, "ground": True}
    if lost:  # over its way, short of the column without a date
        dx = sheet.choose(-2.7, narrow=-1.6, card=-1.9)
        sheet.label(fmt.text(f"{name}-last", date=dates[-1]), align="right", dx=dx, dy=0.5, **words)
    else:
        sheet.label(fmt.text(f"{name}-last"), dx=0.6, baseline="middle", **words)
