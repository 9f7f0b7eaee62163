"""The American tariff on European cars, the day on which Renault said that it had halted planning, and the rise that was announced since."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.measure import length
from scripts.drawing.plot import BUT_CARD, dots, label, line

STOP, THREAT = "ev-2025-04-24-us-launch-put-on", "ev-2026-05-01-trump-announces-25-on"
"""The events that date the stop and the rise that was announced."""


def rows(facts):
    before, *dated, newest = sorted(facts.select("us_market", item="us_tariff_pct_eu_cars"), key=lambda record: (record.year, str(record.valid_from or "")))
    (stop,), (threat,) = (facts.select("events", key=key) for key in (STOP, THREAT))
    seen = max(facts.source(source).published for source in newest.source_ids)  # the day of its newest evidence
    announced = facts.figure("us-tariff-announced-2026")
    names = ["top", *(f"step {number}" for number in range(1, len(dated) - 1)), "new"]
    return [
        Row.of(before, id="before", since=None, rate=before.value, state="was"),
        *(Row.of(record, id=name, since=record.valid_from, rate=record.value, state="force") for name, record in zip(names, dated, strict=True)),
        Row.of(newest, id="seen", since=seen.first_day, rate=newest.value, state="seen"),
        Row.of(announced, id="threat", since=threat.date.first_day, rate=announced.number, state="threat"),
        Row.of(stop, id="stop", since=stop.date.first_day, rate=None, state="stop"),
    ]


def values(rows, fmt):
    since = {row["id"]: row["since"] for row in rows}
    return {"weeks": str((since["stop"] - since["top"]).days // 7)}


def marks(rows, fmt):
    """Places on x are years, on y per cents."""
    *steps, threat, stop = rows
    first, day = years(steps[1]["since"]) - 0.33, years(stop["since"])
    at = [first, *(years(row["since"]) for row in steps[1:])]
    top = float(max(row["rate"] for row in steps))
    points = [row.also(at=place) for row, place in zip(steps, at, strict=True)]
    turn = list(range(int(at[0]) + 1, int(at[-1]) + 1))
    yield line(x=(at[0], at[-1] + 0.02), y=0)
    for year in turn:
        yield line(x=year, y=(0, -top * 0.03))
        yield label(str(year), x=year, y=0, baseline="top", dx=0.25, dy=-0.1)
    yield line(points, x="at", y="rate", color="ink", width=3, steps=True, hover=lambda row: f"{fmt.percent(row['rate'])}<br>{fmt.date(row['since']) if row['since'] else fmt.label('was')}")
    yield line(x=day, y=(0, top), color="warm", width=1.5, dash="dot")
    yield dots([stop.also(at=day, top=top)], x="at", y="top", color="warm", size=0.75, hover=lambda row: f"{fmt.date(row['since'])}<br>{fmt.label('stop')}")
    said = {shape: f"<b>{fmt.date(stop['since'], short=True)}</b>{between}{fmt.text('stops')}" for shape, between in (("wide", "<br>"), ("card", "  "))}
    yield label(said, x=day, y={"wide": top * 0.3, "card": top * 0.27}, color="warm", dx=0.6, baseline="middle", size={"wide": 1.15, "narrow": 1.1, "card": 1}, width={"wide": 40, "narrow": 17})
    for row, place in zip(steps[:-1], at, strict=False):
        rate, since = fmt.percent(row["rate"]), row["since"] and fmt.text("from", date=fmt.date(row["since"], short=True))
        yield label(rate, x=place, y=row["rate"], color="ink", bold=True, size=1.3, dy={"wide": 1.5 if since else 0.2, "card": 0.1}, dx=0.4)
        if since:  # beside the rate on a card, which is low
            yield label(since, x=place, y=row["rate"], dy=0.25, dx={"wide": 0.4, "card": 0.9 + 1.3 * length(rate, bold=True)})
    threat = threat.also(at=years(threat["since"]))
    yield dots([threat], x="at", y="rate", color="context-deep", hollow=True, shapes=BUT_CARD, hover=lambda row: f"{fmt.percent(row['rate'])}<br>{fmt.label('threat')}")
    yield label(fmt.text("announced", rate=fmt.percent(threat["rate"]), date=fmt.date(threat["since"], short=True)), x=threat["at"], y=threat["rate"], align="right", baseline="middle", dx=-0.7, shapes=BUT_CARD)


def scale(rows):
    """A little room above the highest rate, where the line would lose half its width."""
    return {"y": (None, float(max(row["rate"] or 0 for row in rows)) * 1.02)}
