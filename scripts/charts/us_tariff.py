"""The American tariff on European cars, when Renault said that it had halted planning, and the rise announced since."""

from scripts.charts._time import years
from scripts.drawing.rows import Row

STOP, THREAT = "ev-2025-04-24-us-launch-put-on", "ev-2026-05-01-trump-announces-25-on"
"""The events that date the stop and the rise that was announced."""


def rows(facts):
    rates = facts.select("us_market", item="us_tariff_pct_eu_cars")
    before, *dated, newest = sorted(rates, key=lambda rate: (rate.year, str(rate.valid_from or "")))
    stop, threat = (facts.row("events", key) for key in (STOP, THREAT))
    seen = max(facts.sources[source].published for source in newest.source_ids)  # the day of its newest evidence
    announced = facts.figure("us-tariff-announced-2026")
    names = ["top", *(f"step {number}" for number in range(1, len(dated) - 1)), "new"]
    in_force = zip(names, dated, strict=True)
    return [
        Row.of(before, id="before", since=None, rate=before.value, state="was"),
        *(Row.of(rate, id=name, since=rate.valid_from, rate=rate.value, state="force") for name, rate in in_force),
        Row.of(newest, id="seen", since=seen.first_day, rate=newest.value, state="seen"),
        Row.of(announced, id="threat", since=threat.date.first_day, rate=announced.number, state="threat"),
        Row.of(stop, id="stop", since=stop.date.first_day, rate=None, state="stop"),
    ]


def values(rows, fmt):
    since = {row["id"]: row["since"] for row in rows}
    return {"weeks": str((since["stop"] - since["top"]).days // 7)}


def draw(sheet, rows, fmt):
    """Places on x are years, on y per cents."""
    before, *dated = (row.with_cells(at=years(row["since"]) if row["since"] else None) for row in rows)
    before = before.with_cells(at=dated[0]["at"] - 0.33)
    *steps, threat, stop = (before, *dated)
    first, last, top = before["at"], steps[-1]["at"], float(max(row["rate"] for row in steps))
    halt = stop.with_cells(top=top)
    # A little room above the highest rate, where the line would lose half its width.
    sheet.scale(y=(None, max(top, float(threat["rate"])) * 1.02))
    sheet.rule(x=(first, last + 0.02), y=0)
    for year in range(int(first) + 1, int(last) + 1):
        sheet.rule(x=year, y=(0, -top * 0.03))
        sheet.label(str(year), x=year, y=0, baseline="top", dx=0.25, dy=-0.1)

    def hover(row):
        if row is halt:
            return f"{fmt.date(row['since'])}<br>{fmt.label('stop')}"
        named = row["state"] in ("was", "threat")
        return f"{fmt.percent(row['rate'])}<br>{fmt.label(row['state']) if named else fmt.date(row['since'])}"

    def month(row):
        return fmt.month(row["since"], short=True).replace(" ", "\u00a0")

    sheet.line(steps, x="at", y="rate", color="ink", width=3, steps=True, hover=hover)
    sheet.rule(x=halt["at"], y=(0, top), color="warm", width=1.5, dash="dot")
    sheet.dots([halt], x="at", y="top", color="warm", size=0.75, hover=hover)
    sheet.label(
        fmt.text("stops", date=f"<b>{fmt.date(halt['since'], short=True)}</b>"),
        x=halt["at"],
        y=top * sheet.choose(0.3, card=0.25),
        baseline="middle",
        dx=0.6,
        color="warm",
        size=sheet.choose(1.15, narrow=1.1, card=1),
        width=sheet.choose(20, narrow=16, card=26),
    )
    for row in steps[:-1]:
        rate = fmt.percent(row["rate"])
        since = row["since"] and fmt.text("from", date=fmt.date(row["since"], short=True))
        place = {"x": row["at"], "y": row["rate"]}
        strong = {"color": "ink", "bold": True, "size": 1.3, "dx": 0.4}
        # Beside the rate on a card, which is low.
        sheet.label(rate, dy=sheet.choose(1.75 if since else 0.2, card=0.4), **place, **strong)
        if since:
            aside = sheet.choose(0.4, card=0.9 + 1.3 * sheet.length(rate, bold=True))
            sheet.label(since, dx=aside, dy=sheet.choose(0.5, card=0.55), **place)
    if sheet.shape == "card":
        return
    newest = steps[-1]
    checked = fmt.text("checked", rate=fmt.percent(newest["rate"]), date=month(newest))
    sheet.label(checked, x=last, y=newest["rate"], align="right", baseline="top", dy=-0.3)
    stub = {"color": "context-deep", "width": 2, "dash": "5px,3px"}
    sheet.rule(x=threat["at"], y=(newest["rate"], threat["rate"]), **stub)
    sheet.line([threat, threat.with_cells(at=last)], x="at", y="rate", hover=hover, **stub)
    sheet.label(
        fmt.text("announced", rate=fmt.percent(threat["rate"]), date=month(threat)),
        x=last,
        y=threat["rate"],
        align="right",
        dy=0.2,
        width=sheet.choose(14, narrow=10),
    )
