"""The American plan as lanes over time: what had a date, who was in charge, who was to sell, and the duty, up to the newest word on it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line

LANES, CARD, FIRST = ("sell", "alpine", "duty", "launch"), 1, 2023
"""The lanes from the foot up, the lowest that a card has room for, and where they begin, in years: what had begun before has no start."""
LOW, TOP = {"wide": -0.25, "narrow": -0.25, "card": CARD - 0.25}, {"wide": len(LANES) - 0.25, "narrow": len(LANES) + 0.05, "card": len(LANES) - 0.25}
ROOM = {"wide": 9, "narrow": 6.5, "poster": 8}
"""In em, of words in AutoNation's lane: up to the line of the hold, and behind it."""
DATED, KRIEF, TALKS, OPTION = "ev-2023-06-26-alpine-plan-seven-electric", "ev-2023-07-20-philippe-krief-replaces-laurent", "ev-2023-02-16-luca-de-meo-says", "ev-2024-05-krief-the-us-in"
HOLD, LEFT, NEWEST = "ev-2025-04-24-us-launch-put-on", "ev-2025-07-15-luca-de-meo-leaves", "ev-2026-03-10-krief-aims-at-canada"
SPANS = {
    "dated": ("launch", DATED, HOLD, "accent"), "hold": ("launch", HOLD, None, "warm"), "Laurent Rossi": ("alpine", None, KRIEF, "context"), "Philippe Krief": ("alpine", KRIEF, None, "context"),
    "Luca de Meo": ("renault", None, LEFT, "context"), "talks": ("sell", TALKS, OPTION, "context"), "option": ("sell", OPTION, None, "line"),
}
"""A span's lane, the events that begin and end it, its colour. What has no end rests on the newest word too, with which the time drawn ends.
Renault has no lane: only the day on which its head left is marked."""


def rows(facts):
    found, (newest,) = [], facts.select("events", key=NEWEST)
    for name, (lane, begin, end, _) in SPANS.items():
        first, last = (key and facts.select("events", key=key)[0] for key in (begin, end))
        row = Row.of(first or last, id=name.split()[-1].lower(), span=name, lane=lane, first=lane not in (row["lane"] for row in found), what=("person", {"name": name}) if " " in name else name, rate=None, since=first and first.date, until=last and last.date, newest=newest.date)
        found.append(row if last else row.resting_on(newest))
    duties = sorted(facts.select("us_market", item="us_tariff_pct_eu_cars"), key=lambda record: (record.year, str(record.valid_from or "")))
    return found + [Row.of(one, id=one.key, span=None, lane="duty", first=one is duties[0], what="rate", rate=one.value, since=one.valid_from, until=after.valid_from) for one, after in pairwise(duties)]


def marks(rows, fmt):
    """On x years; on y a lane each, from 0 up. A span without an end holds to the last day drawn."""
    (_, last), hold, ending = scale(rows)["x"], next(row for row in rows if row["span"] == "hold"), fmt.date(str(rows[0]["newest"])[:7])
    held, most = years(hold["since"]), max(row["rate"] or 0 for row in rows)
    for year in range(FIRST, int(last) + 1):
        yield line(x=year, y={shape: (low, low + 0.1) for shape, low in LOW.items()})
        yield label(str(year) if year + 1 < last else {"wide": ending, "narrow": ending.replace(" ", "<br>")}, x=(year, min(year + 1, last)), y=LOW, align="center", baseline="top")
    for row in rows:
        begin, end, name = years(row["since"]) if row["since"] else FIRST, years(row["until"]) if row["until"] else last, row["span"]
        if row["lane"] not in LANES:
            yield line(x=end, y={shape: (len(LANES) - 0.38, high) for shape, high in TOP.items()}, color="ink", shapes=BUT_CARD)
            yield label(fmt.text("leaves"), x=end, y=TOP, dx=-0.3, color="ink", shapes=BUT_CARD)
            continue
        at = LANES.index(row["lane"])
        shapes, peak = None if at >= CARD else BUT_CARD, row["rate"] == most
        if row["first"]:
            yield label(fmt.text(row["lane"]), x=FIRST, y={"wide": at + 0.31, "narrow": at + 0.64}, align={"wide": "right", "narrow": "left"}, baseline={"wide": "middle", "narrow": "bottom"}, dx={"wide": -0.7, "narrow": 0}, color="ink", width={"wide": 9, "narrow": 30, "card": 20}, shapes=shapes)
        color, tall, said = (SPANS[name][3], 0.62, fmt.label(row["what"])) if name else ("warm" if peak else "context", float(row["rate"]) / 60, fmt.percent(row["rate"]))
        bar = row.also(at=at + tall / 2, long=end - begin - 0.012, said="<br>".join([said, " – ".join(fmt.date(row[one]) for one in ("since", "until") if row[one])]))
        yield bars([bar], x="long", y="at", base=begin + 0.006, across=True, width=tall, color=color, ticks=lambda row: "", hover="said", shapes=shapes)
        if name:
            full, words = color in ("accent", "warm"), name.split(" ", 1)[1] if " " in name else fmt.text(name)
            yield label(words, x=begin, y=at + 0.31, baseline="middle", dx=0.4, color="paper" if full else "ink", bold=full, width=ROOM if name == "option" else None, shapes=shapes)
        else:
            yield label(said, x=held if peak else end if row is rows[-1] else (begin, end), y=at + tall, align="left" if peak else "right" if row is rows[-1] else "center", color="warm" if peak else "ink", bold=peak, shapes=shapes)
    yield label(fmt.text("unchosen"), x=held, y=LANES.index("sell") + 0.31, baseline="middle", dx=0.4, color="ink", width=ROOM, shapes=BUT_CARD)
    yield line(x=(FIRST, last), y={shape: low + 0.1 for shape, low in LOW.items()})
    yield line(x=held, y={shape: (LOW[shape] + 0.1, high) for shape, high in TOP.items()}, color="ink")
    yield label(fmt.date(hold["since"], short=True), x=held, y=TOP, align="right", dx=0.3, color="warm", bold=True)


def scale(rows):
    return {"x": (FIRST, years(rows[0]["newest"]) + 0.06), "y": {shape: (LOW[shape], high) for shape, high in TOP.items()}}
