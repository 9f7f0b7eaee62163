"""How long each promised date stood: a lane a promise, a bar from when it was given to the next word or our check."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.rows import Row

LANES = ("us", "a110", "canada", "even")
COLORS = {"none": "warm", "press": "warm-soft", "aim": "warm-soft"}
"""What became of a date -> the colour of its bar; one that was only given is pale blue."""


def rows(facts):
    us = facts.row("claims", "x02")
    a110 = facts.row("claims", "x04")
    canada = facts.row("claims", "x14")
    even = facts.row("claims", "x06")
    halt = facts.row("events", "ev-2025-04-24-us-launch-put-on")
    moved = facts.row("history", "x04-2025-10")
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
    """On x years, on y lanes counted down from 0."""
    start = rows[0]["start"]
    now = rows[-1]["end"]
    foot = rows[-1]["y"] - 0.4
    sheet.scale(x=(start, now), y=(foot, 0.75))
    for left, right in pairwise([start, *range(int(start) + 1, int(now) + 1), now]):
        sheet.label(str(int(left)), x=(left, right), y=0.75, align="center")
        sheet.rule(x=right, color="line", under=True)
    sheet.label(fmt.text("end"), x=now, y=foot, align="right", baseline="top")
    for row in rows:
        if row["id"] == row["what"]:  # the first of its lane
            _draw_name(sheet, fmt.text(row["what"]), start, row["y"])
        _draw_bar(sheet, row, fmt)
        if row["start"] > start and sheet.shape != "card":  # which is low
            _draw_month(sheet, row, fmt)


def _draw_name(sheet, name, x, y):
    """What a lane is of: left of it, on a phone over it."""
    if sheet.shape == "narrow":
        sheet.label(name, x=x, y=y, dy=1.6, color="ink", bold=True, ground=True)
    else:
        sheet.label(name, x=x, y=y, baseline="middle", dx=-10.2, color="ink", bold=True, ground=True, room=10)


def _draw_bar(sheet, row, fmt):
    """A bar from year to year on x in its lane on y; in it the date that was given, or that there is none."""

    def hover(row):
        return f"{fmt.text(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    text = row["text"]
    bar = row.with_cells(long=row["end"] - row["start"])
    color = COLORS.get(text, "accent-soft")
    width = sheet.choose(0.52, card=0.72)
    sheet.bars([bar], x="long", y="y", base="start", across=True, width=width, color=color, hover=hover)
    sheet.rule(x=row["start"], y=(row["y"] - 0.4, row["y"] + 0.4), color="paper", width=3)
    if text == "none":
        ink = "paper"
        words = fmt.text(sheet.choose("none", card="none_card"))
    else:
        ink = "ink"
        words = fmt.text(text, date=fmt.term(row["promised"]))
    room = _room(sheet, row)
    sheet.label(
        words,
        x=row["start"],
        y=row["y"],
        baseline="middle",
        dx=0.2,
        color=ink,
        bold=text in COLORS,
        width=sheet.choose(None, narrow=room),
        room=room,
    )


def _draw_month(sheet, row, fmt):
    """Over a bar since when: at its start, or where it is short, up to its end."""
    month = fmt.month(row["said"])
    dy = sheet.choose(1.1, narrow=1.6)
    if sheet.length(month) < _room(sheet, row):
        sheet.label(month, x=row["start"], y=row["y"], dy=dy, ground=True)
    else:
        sheet.label(month, x=row["end"], y=row["y"], align="right", dy=dy, ground=True)


def _room(sheet, row):
    """Within a bar, in em."""
    return (row["end"] - row["start"]) * sheet.choose(11.5, narrow=7.6, poster=8.4, card=6.8) - 0.6
