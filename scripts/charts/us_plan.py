"""The American plan: what was said or promised, done, put on hold and stopped, one under the other."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import dots, label, line

MAIN = ("ev-2023-01-18-rossi-the-us-is", "ev-2025-04-24-us-launch-put-on", "ev-2026-03-10-provost-halts-alpine-s")
"""Those that a card has room for."""
EVENTS = {
    *MAIN, "ev-2023-02-16-luca-de-meo-says", "ev-2023-05-02-autonation-sponsors-the-alpine", "ev-2023-06-26-alpine-plan-seven-electric",
    "ev-2024-05-krief-the-us-in", "ev-2024-11-krief-europe-then-asia", "ev-2025-04-03-us-adds-25-on", "ev-2025-09-24-us-confirms-15-on", "ev-2025-06-12-krief-north-america-would", "ev-2026-03-10-krief-aims-at-canada",
}
HOLD = MAIN[1]
SIDES = {"announced": "said", "done": "done", "delayed": "stopped"}
LOOKS = {"said": ("accent", "circle", True), "done": ("accent", "circle", False), "hold": ("warm", "square", True), "stopped": ("warm", "x", False)}
"""Colour, sign, and whether it is hollow."""


def rows(facts):
    events = sorted(facts.select("events", key=EVENTS), key=lambda event: (event.date, event.status == "delayed"))
    return [Row.of(event, id=event.key, date=event.date, event=event.each("title"), side="hold" if event.key == HOLD else SIDES[event.status]) for event in events]


def picture(rows, fmt, sheet):
    """Time runs down, each step as long as the time it took where the words leave room; across on a card."""
    if sheet.shape == "card":
        return _card(rows, fmt, sheet)
    em, sides = sheet.em, sheet.shape == "wide"
    head, axis = 2.4 * em, sheet.width / 2 if sides else 3.9 * em
    room = (sheet.width - axis) / em - (4.5 if sides else 1.2)
    texts = [f"<b>{fmt.date(row['date'])}</b><br>{measure.wrap(fmt.in_language(row['event']), room)}" for row in rows]
    heights = [(measure.height(text) + 0.35) * em for text in texts]
    when = [years(row["date"]) for row in rows]
    free = (sheet.height - head - sum(heights)) / (when[-1] - when[0])
    tops = [head]
    for (before, after), height in zip(pairwise(when), heights, strict=False):
        tops.append(tops[-1] + height + (after - before) * free)
    marks = [line(x=axis, y=(tops[0] + 0.65 * em, tops[-1] + 0.65 * em), width=2, under=True)]
    for number, (row, text, top) in enumerate(zip(rows, texts, tops, strict=True)):
        left = sides and row["side"] == "said"
        marks.append(label(text, x=axis + (-1.1 if left else 1.1) * em, y=top, align="right" if left else "left", baseline="top", color=LOOKS[row["side"]][0] if row["side"] in ("hold", "stopped") else "ink"))
        if number == 0 or int(when[number]) > int(when[number - 1]):
            marks.append(label(str(int(when[number])), x=0, y=top, baseline="top", bold=True, size=1.1))
        marks.append(_sign(row, axis, top + 0.65 * em, f"{fmt.date(row['date'])}<br>{fmt.in_language(row['event'])}"))
    # The key; where what was said stands left of the line and the rest right of it, their words head the two sides.
    x = axis - (2 + measure.length(fmt.text("said")) * measure.SLACK) * em if sides else 0.4 * em
    for side in LOOKS:
        marks += [_sign({"side": side}, x, 0.8 * em), label(fmt.text(side), x=x + 0.7 * em, y=0.8 * em, baseline="middle")]
        x = axis + 1.5 * em if sides and side == "said" else x + (2.4 + measure.length(fmt.text(side)) * measure.SLACK) * em
    return marks


def _sign(row, x, y, hover=None):
    color, symbol, hollow = LOOKS[row["side"]]
    return dots([Row({"side": row["side"]})], x=x, y=y, color=color, symbol=symbol, hollow=hollow, size=0.8, hover=hover)


def _card(rows, fmt, sheet):
    em, pitch = sheet.em, sheet.width / len(MAIN)
    yield line(x=(0, sheet.width), y=0.9 * em, width=2, under=True)
    for number, row in enumerate(row for row in rows if row["id"] in MAIN):
        words = measure.wrap(fmt.in_language(row["event"]), pitch / em / 1.1 - 1)
        yield _sign(row, number * pitch + 0.5 * em, 0.9 * em)
        yield label(f"<b>{fmt.date(row['date'], short=True)}</b><br>{words}", x=number * pitch, y=1.9 * em, baseline="top", color=LOOKS[row["side"]][0] if row["side"] in ("hold", "stopped") else "ink", size=1.1)
