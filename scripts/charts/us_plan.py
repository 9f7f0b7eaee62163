"""The American plan as lanes over time: what had a date, who was in charge, who was to sell, and the duty, up to the newest word on it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line, ticks

LANES, CARD, FIRST = ("sell", "renault", "alpine", "duty", "launch"), 2, 2023
"""The lanes from the foot up, the lowest that a card has room for, and where they begin, in years: what had begun before has no start."""
DATED, KRIEF, TALKS, OPTION = "ev-2023-06-26-alpine-plan-seven-electric", "ev-2023-07-20-philippe-krief-replaces-laurent", "ev-2023-02-16-luca-de-meo-says", "ev-2024-05-krief-the-us-in"
HOLD, LEFT, PROVOST, NEWEST = "ev-2025-04-24-us-launch-put-on", "ev-2025-07-15-luca-de-meo-leaves", "ev-2025-07-31-francois-provost-takes-over", "ev-2026-03-10-krief-aims-at-canada"
SPANS = {
    "dated": ("launch", DATED, HOLD, "accent"), "hold": ("launch", HOLD, None, "warm"), "Laurent Rossi": ("alpine", None, KRIEF, "context"), "Philippe Krief": ("alpine", KRIEF, None, "context"),
    "Luca de Meo": ("renault", None, LEFT, "context"), "François Provost": ("renault", PROVOST, None, "context"), "talks": ("sell", TALKS, OPTION, "context"), "option": ("sell", OPTION, None, "line"),
    "Duncan Minto": ("renault", LEFT, PROVOST, "context"),
}
"""A span's lane, the events that begin and end it, its colour. What has no end rests on the newest word too, with which the time drawn ends."""


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
    (_, last), top, turns = scale(rows)["x"], len(LANES) - 0.25, range(FIRST, int(scale(rows)["x"][1]) + 1)
    yield ticks({(year + min(year + 1, last)) / 2: str(year) for year in turns})
    yield line(x=(FIRST, last), y={"wide": -0.15, "card": CARD - 0.15})
    yield from (line(x=year, y={"wide": (-0.25, -0.15), "card": (CARD - 0.25, CARD - 0.15)}) for year in turns)
    for row in rows:
        begin, end = years(row["since"]) if row["since"] else FIRST, years(row["until"]) if row["until"] else last
        lane, name, at = row["lane"], row["span"], LANES.index(row["lane"])
        shapes = None if at >= CARD else BUT_CARD
        if row["first"]:
            yield label(fmt.text(lane), x=FIRST, y={"wide": at + 0.31, "narrow": at + 0.64}, align={"wide": "right", "narrow": "left"}, baseline={"wide": "middle", "narrow": "bottom"}, dx={"wide": -0.7, "narrow": 0}, color="ink", width={"wide": 8, "narrow": 30, "card": 20}, shapes=shapes)
        if name == "hold":
            yield line(x=begin, y={"wide": (2, top), "narrow": (2, top + 0.3), "card": (len(LANES) - 1, top)}, width=1.5, under=True)
            yield label(fmt.date(row["since"], short=True), x=begin, y={"wide": top, "narrow": top + 0.3}, align="center", color="warm", bold=True)
        color, tall, said = (SPANS[name][3], 0.62, fmt.label(row["what"])) if name else ("context", float(row["rate"]) / 85, fmt.percent(row["rate"]))
        bar = row.also(at=at + tall / 2, long=end - begin - 0.012, said="<br>".join([said, " – ".join(fmt.date(row[one]) for one in ("since", "until") if row[one])]))
        yield bars([bar], x="long", y="at", base=begin + 0.006, across=True, width=tall, color=color, ticks=lambda row: "", hover="said", shapes=shapes)
        if not name or end - begin < 0.1:  # two weeks have no room for a name
            yield label(fmt.text("interim") if name else said, x=(begin, end), y=at + tall, align="center", color="ink", ground=not name, shapes=BUT_CARD if name else shapes)
            continue
        full = color in ("accent", "warm")
        words = name.split(" ", 1)[1] if " " in name else fmt.text(name)
        yield label({"wide": words.replace("<br>", " "), "narrow": words, "poster": words}, x=begin, y=at + 0.31, baseline="middle", dx=0.4, color="paper" if full else "ink", bold=full, width={"wide": 11.3 * (end - begin), "narrow": None, "poster": None, "card": None}, shapes=shapes)


def scale(rows):
    last, top = years(rows[0]["newest"]) + 0.06, len(LANES) - 0.25
    return {"x": (FIRST, last), "y": {"wide": (-0.25, top), "narrow": (-0.25, top + 0.3), "card": (CARD - 0.25, top)}}
