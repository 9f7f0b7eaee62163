"""The American tariff on European cars, when Renault said that it had halted planning, and the rise announced since."""

from scripts.charts._time import years
from scripts.drawing.rows import Row

STOP = "ev-2025-04-24-us-launch-put-on"  # the event that dates the halt
ANNOUNCED = "ev-2026-05-01-trump-announces-25-on"  # that of the rise that was announced


def rows(facts):
    tariffs = facts.select("us_market", item="us_tariff_pct_eu_cars")
    before, *steps, newest = sorted(tariffs, key=lambda tariff: (tariff.year, tariff.valid_from or ""))
    seen = max(facts.sources[source].published for source in newest.source_ids)  # the day of its newest evidence
    announced = facts.row("events", ANNOUNCED)
    stop = facts.row("events", STOP)
    rise = facts.figure("us-tariff-announced-2026")
    weeks = (stop.date.first_day - steps[0].valid_from).days // 7
    return [
        Row.of(before, id="before", since=None, rate=before.value, state="was"),
        *(Row.of(step, id=step.key, since=step.valid_from, rate=step.value, state="force") for step in steps),
        Row.of(newest, id="seen", since=seen.first_day, rate=newest.value, state="seen"),
        Row.of(rise, id="rise", since=announced.date.first_day, rate=rise.number, state="rise"),
        Row.of(stop, id="stop", since=stop.date.first_day, rate=None, state="stop", weeks=weeks),
    ]


def draw(sheet, rows, fmt):
    """On x years, on y per cents."""
    start = years(rows[1]["since"]) - 0.33
    *steps, rise, stop = (row.with_cells(at=years(row["since"]) if row["since"] else start) for row in rows)
    end = steps[-1]["at"]
    top = max(row["rate"] for row in steps)

    def hover(row):
        rate = row["rate"] and fmt.percent(row["rate"])
        day = row["since"] and fmt.date(row["since"])
        return "<br>".join(filter(None, (rate, day, fmt.one_line(row["state"]))))

    sheet.scale(y=(None, max(top, rise["rate"]) * 1.02))  # else the highest line would lose half its width
    sheet.rule(x=(start, end), y=0)
    for year in range(int(start) + 1, int(end) + 1):
        sheet.rule(x=year, y=(0, -top * 0.03))
        sheet.label(str(year), x=year, y=0, baseline="top", dx=0.25, dy=-0.1)
    sheet.label(_month(steps[-1], fmt), x=end, y=0, align="right", baseline="top", dy=-0.1)
    sheet.line(steps, x="at", y="rate", color="ink", stroke=3, steps=True, hover=hover)
    sheet.rule(x=stop["at"], y=(0, top), color="warm", stroke=1.5, dash="dot")
    sheet.dots([stop], x="at", y=lambda row: top, color="warm", size=0.75, hover=hover)
    _draw_halt(sheet, stop, end, top * 0.25, fmt)
    _draw_rates(sheet, steps, fmt)
    _draw_rise(sheet, rise, steps[-1], fmt)


def _draw_halt(sheet, stop, end, y, fmt):
    """What Renault said, between its day and the end of x."""
    words = fmt.text("stops", date=f"<b>{fmt.date(stop['since'], short=True)}</b>")
    x = stop["at"]
    wrap = sheet.choose(22, narrow=17, card=None)
    sheet.label(words, x=x, y=y, baseline="middle", dx=0.6, color="warm", wrap=wrap, between=(x, end))


def _draw_rates(sheet, steps, fmt):
    """At each step, on x its day and on y its rate, both in words; at the one in force also when it was checked."""
    *rates, seen = steps
    card = sheet.shape == "card"  # which is low
    wrap = sheet.choose(14, narrow=11, card=None)
    for row in rates:
        words = f"<b>{fmt.percent(row['rate'])}</b>"
        if row["since"]:
            name = "checked" if row is rates[-1] and not card else "from"
            since = fmt.text(name, since=fmt.date(row["since"], short=True), seen=_month(seen, fmt))
            words += f"{' ' if card else '<br>'}{since}"
        sheet.label(words, x=row["at"], y=row["rate"], dx=0.4, dy=0.3, color="ink", size=1.1, wrap=wrap)


def _draw_rise(sheet, rise, seen, fmt):
    """As a dashed line the rate, on y, that was announced, from its day on x to that of the newest evidence."""
    xs = (rise["at"], rise["at"], seen["at"])
    ys = (seen["rate"], rise["rate"], rise["rate"])
    sheet.line(x=xs, y=ys, color="context-deep", stroke=2, dash="5px,3px")
    words = fmt.text("announced", rate=fmt.percent(rise["rate"]), date=_month(rise, fmt))
    sheet.label(words, x=seen["at"], y=rise["rate"], align="right", dy=0.2, wrap=sheet.choose(14, narrow=10))


def _month(row, fmt):
    return fmt.month(row["since"], short=True).replace(" ", "\u00a0")
