"""How long each promised date stood: a lane a promise, a bar from when it was given to the next word or our check."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

LANES = ("us", "a110", "canada", "even")
COLORS = {"none": "warm", "press": "warm-soft", "aim": "warm-soft"}
"""What became of a date -> the colour of its bar; one that was only given is pale blue."""


def rows(facts):
    us, a110, canada, even = (facts.row("claims", key) for key in ("x02", "x04", "x14", "x06"))
    halt, moved = facts.row("events", "ev-2025-04-24-us-launch-put-on"), facts.row("history", "x04-2025-10")
    (model,) = facts.select("models", key="model-a110-electric")
    profit = facts.row("claims", "x07").promised_for

    def bar(name, record, day, words, promised, *, until=facts.last_checked, text="due"):
        lane = name.split("-")[0]
        row = Row.of(record, id=name, what=lane, said=day, until=until, promised=promised, words=words, text=text)
        return row.with_cells(start=years(day), end=years(until), y=-LANES.index(lane))

    for claim, state in ((us, "changed"), (a110, "late")):
        if claim.state != state:
            expected = f"{state!r}, which the title says; else change scripts/charts/date_drift.toml and .py too"
            raise claim.place_of("verdict").error(f"{claim.key} is {claim.state!r}", expected)
    return [
        bar("us", us, us.said_on, us.each("said_in"), us.promised_for, until=halt.date),
        bar("us-hold", halt, halt.date, halt.each("title"), None, text="none"),
        bar("a110", a110, a110.said_on, a110.each("said_in"), a110.promised_for, until=moved.date),
        bar("a110-press", model, moved.date, moved.each("because"), a110.now_due, text="press"),
        bar("canada", canada, canada.said_on, canada.each("said_in"), canada.promised_for),
        bar("even", even, even.said_on, even.each("said_in"), even.promised_for, text="aim").with_cells(profit=profit),
    ]


def values(rows, fmt):
    return {"now": fmt.month(rows[-1]["until"])}


def draw(sheet, rows, fmt):
    """Places on x are years, on y lanes counted down from 0."""
    start, now, foot = rows[0]["start"], rows[-1]["end"], rows[-1]["y"] - 0.4
    sheet.scale(x=(start, now), y=(foot, 0.75))
    for left, right in pairwise([start, *range(int(start) + 1, int(now) + 1), now]):
        sheet.label(str(int(left)), x=(left, right), y=0.75, align="center")
        sheet.rule(x=right, color="line", under=True)
    sheet.label(fmt.text("end"), x=now, y=foot, align="right", baseline="top")
    for row in rows:
        if row["id"] == row["what"]:  # the first of its lane
            beside = sheet.choose({"dx": -10.2, "room": 10, "baseline": "middle"}, narrow={"dy": 1.6})
            sheet.label(fmt.text(row["what"]), x=start, y=row["y"], color="ink", bold=True, ground=True, **beside)
        _draw_bar(sheet, row.with_cells(long=row["end"] - row["start"]), fmt, later=row["start"] > start)


def _draw_bar(sheet, row, fmt, *, later):
    """A bar with the date in it that was given, or that there is none; over one that began `later`, since when."""

    def hover(row):
        return f"{fmt.text(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    color, width = COLORS.get(row["text"], "accent-soft"), sheet.choose(0.52, card=0.72)
    sheet.bars([row], x="long", y="y", base="start", across=True, width=width, color=color, hover=hover)
    sheet.rule(x=row["start"], y=(row["y"] - 0.4, row["y"] + 0.4), color="paper", width=3)
    key = "none_card" if (row["text"], sheet.shape) == ("none", "card") else row["text"]
    words = fmt.text(key, date=fmt.term(row["promised"]) if row["promised"] else "")
    room = row["long"] * sheet.choose(11.5, narrow=7.6, poster=8.4, card=6.8) - 0.6  # in em
    x, y, bold, width = row["start"], row["y"], row["text"] in COLORS, sheet.choose(None, narrow=room)
    ink = "paper" if row["text"] == "none" else "ink"
    sheet.label(words, x=x, y=y, baseline="middle", dx=0.2, color=ink, bold=bold, width=width, room=room)
    if later and sheet.shape != "card":
        month = fmt.month(row["said"])
        x, align = (row["start"], "left") if sheet.length(month) < room else (row["end"], "right")
        sheet.label(month, x=x, y=y, align=align, dy=sheet.choose(1.1, narrow=1.6), ground=True)
