"""The American plan as lanes over time: what had a date, who was in charge, who was to sell, and the duty."""

from itertools import pairwise

from scripts.charts._time import tariffs, years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, only

LANES, ON_CARD = ("sell", "renault", "duty", "launch"), 1
"""The lanes from the foot up, and the lowest that a card has room for."""
FIRST = 2023
"""Where the lanes begin, in years: what had begun before has no start."""
LOW = {"wide": -0.25, "narrow": -0.25, "card": ON_CARD - 0.25}
TOP = {"wide": len(LANES) - 0.25, "narrow": len(LANES) + 0.05, "card": len(LANES) - 0.25}
ROOM = {"wide": 9, "narrow": 6.5, "poster": 8}
"""In em, of words in AutoNation's lane: up to the line of the hold, and behind it."""
DATED, HOLD = "ev-2023-06-26-alpine-plan-seven-electric", "ev-2025-04-24-us-launch-put-on"
LEFT, PROVOST = "ev-2025-07-15-luca-de-meo-leaves", "ev-2025-07-31-francois-provost-takes-over"
NEWEST = "ev-2026-03-10-krief-aims-at-canada"
TALKS, OPTION = "ev-2023-02-16-luca-de-meo-says", "ev-2024-05-krief-the-us-in"
SPANS = {
    "dated": ("launch", DATED, HOLD, "accent"),
    "hold": ("launch", HOLD, None, "warm"),
    "Luca de Meo": ("renault", None, LEFT, "context"),
    "François Provost": ("renault", PROVOST, None, "context"),
    "talks": ("sell", TALKS, OPTION, "context"),
    "option": ("sell", OPTION, None, "line"),
}
"""A span's lane, the events that begin and end it, its colour.

What has no end rests on the newest word too, with which the time drawn ends.
"""


def rows(facts):
    newest, found = facts.row("events", NEWEST), []
    for name, (lane, begin, end, _) in SPANS.items():
        first, last = (facts.row("events", key) if key else None for key in (begin, end))
        what = ("person", {"name": name}) if " " in name else name
        lane_begins = all(row["lane"] != lane for row in found)
        cells = {"span": name, "lane": lane, "first": lane_begins, "what": what, "rate": None}
        dates = {"since": first and first.date, "until": last and last.date, "newest": newest.date}
        row = Row.of(first or last, id=name.split()[-1].lower(), **cells, **dates)
        found.append(row if last else row.resting_on(newest))
    for place, (duty, after) in enumerate(pairwise(tariffs(facts))):
        cells = {"span": None, "lane": "duty", "first": place == 0, "what": "rate", "rate": duty.value}
        found.append(Row.of(duty, id=duty.key, since=duty.valid_from, until=after.valid_from, **cells))
    return found


def marks(rows, fmt):
    """On x years; on y a lane each, from 0 up. A span without an end holds to the last day drawn."""
    last = scale(rows)["x"][1]
    hold = next(row for row in rows if row["span"] == "hold")
    highest = max(row["rate"] or 0 for row in rows)
    held, newest = years(hold["since"]), fmt.date(str(rows[0]["newest"])[:7])
    for year in range(FIRST, int(last) + 1):
        words = str(year) if year + 1 < last else {"wide": newest, "narrow": newest.replace(" ", "<br>")}
        yield line(x=year, y={shape: (low, low + 0.1) for shape, low in LOW.items()})
        yield label(words, x=(year, min(year + 1, last)), y=LOW, align="center", baseline="top")
    for row in rows:
        begin = years(row["since"]) if row["since"] else FIRST
        end = years(row["until"]) if row["until"] else last
        if row["span"]:
            span = _span(row, begin, end, fmt)
            yield from span if LANES.index(row["lane"]) >= ON_CARD else only(BUT_CARD, span)
        elif row["rate"] == highest:  # its number stands behind the line of the hold
            yield from _duty(row, begin, end, fmt, x=held, align="left", color="warm", dx={"wide": 0.4, "card": 0})
        elif row is rows[-1]:
            yield from _duty(row, begin, end, fmt, x=end, align="right")
        else:
            yield from _duty(row, begin, end, fmt, x=(begin, end), align="center")
    behind = {"x": held, "y": LANES.index("sell") + 0.31, "baseline": "middle", "dx": 0.4}
    yield label(fmt.text("unchosen"), color="ink", width=ROOM, shapes=BUT_CARD, **behind)
    yield line(x=(FIRST, last), y={shape: low + 0.1 for shape, low in LOW.items()})
    yield line(x=held, y={shape: (LOW[shape] + 0.1, top) for shape, top in TOP.items()}, color="ink")
    day = fmt.date(hold["since"], short=True)
    yield label(day, x=held, y=TOP, align="right", dx=0.3, color="warm", bold=True)


def _span(row, begin, end, fmt):
    """A lane's span, with its words in it."""
    name, color, at = row["span"], SPANS[row["span"]][3], LANES.index(row["lane"])
    words = name.split(" ", 1)[1] if " " in name else fmt.text(name)
    strong = color in ("accent", "warm")
    room = {"option": ROOM, "talks": {"wide": None, "narrow": 8}}.get(name)
    yield from _bar(row, at, begin, end, 0.62, color, fmt.label(row["what"]), fmt)
    within = {"x": begin, "y": at + 0.31, "baseline": "middle", "dx": 0.4}
    yield label(words, color="paper" if strong else "ink", bold=strong, width=room, **within)


def _duty(row, begin, end, fmt, x, align, color=None, dx=0):
    """A rate of the duty, as tall as it is high, with its number over it."""
    rate, tall, at = fmt.percent(row["rate"]), float(row["rate"]) / 60, LANES.index("duty")
    yield from _bar(row, at, begin, end, tall, color or "context", rate, fmt)
    yield label(rate, x=x, y=at + tall, align=align, dx=dx, color=color or "ink", bold=color is not None)


def _bar(row, at, begin, end, tall, color, said, fmt):
    """A bar in a lane; before the first, the lane's name."""
    if row["first"]:
        place = {"y": {"wide": at + 0.31, "narrow": at + 0.64}, "dx": {"wide": -0.7, "narrow": 0}}
        anchor = {"align": {"wide": "right", "narrow": "left"}, "baseline": {"wide": "middle", "narrow": "bottom"}}
        room = {"wide": 9, "narrow": 30, "card": 11}
        yield label(fmt.text(row["lane"]), x=FIRST, color="ink", width=room, **place, **anchor)
    dates = " – ".join(fmt.date(row[cell]) for cell in ("since", "until") if row[cell])
    bar = row.also(at=at + tall / 2, long=end - begin - 0.012, said=f"{said}<br>{dates}")
    lying = {"x": "long", "y": "at", "across": True, "base": begin + 0.006, "width": tall}
    yield bars([bar], **lying, color=color, ticks="", hover="said")


def scale(rows):
    last = years(rows[0]["newest"]) + 0.06
    return {"x": (FIRST, last), "y": {shape: (LOW[shape], top) for shape, top in TOP.items()}}
