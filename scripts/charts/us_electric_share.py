"""Battery-electric cars' share of the US market: the years, and over the last of them the quarters before and after the tax credit ended."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's



def rows(facts):
    items = [("", None, "kbb"), *((f"_q{quarter}", quarter, "kbb") for quarter in (3, 4)), *((f"_{month}", None, "nada") for month in ("september", "december"))]
    found = []
    for ending, quarter, counter in items:
        for record in sorted(facts.select("us_market", item=f"us_bev_share_pct{ending}"), key=lambda record: record.year):
            name = f"{record.year}{ending.replace('_', '-')}" if ending else record.year
            kind = ending.removeprefix("_") or "year"
            count = "oak" if record.year < FIRST_KBB else counter
            found.append(Row.of(record, id=name, period=(kind, {"n": record.year}), share=record.value, counter=count, at=record.year + (0.5 if not ending else (quarter or 0) * 0.25 - 0.125)))
    return found


def marks(rows, fmt):
    """Places on x are years: a year's bar is as wide as the year, a quarter's as a quarter; on y per cents."""
    years = [row for row in rows if row["period"][0] == "year" and row["counter"] == "kbb"]
    before, after = (next(row for row in rows if row["id"] == name) for name in ("2025-q3", "2025-q4"))
    said = {"ticks": lambda row: "", "hover": lambda row: f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"}
    yield bars(years, x="at", y="share", width=0.94, color="context", **said)
    yield bars([before], x="at", y="share", width=0.25, color="accent", **said)
    yield bars([after], x="at", y="share", width=0.25, color="warm", **said)
    for row in years:
        last = row is years[-1]
        yield label(fmt.percent(row["share"], 1), x=row["at"] - 0.25 * last, y=row["share"], align="center", dy=0.1, color="ink", shapes={"wide", "poster", "card"} if last else None)
        yield label(str(row["period"][1]["n"]), x=row["at"], y=0, align="center", baseline="top", dy=-0.2)
    yield label(fmt.text("before"), x=before["at"] + 0.125, y=before["share"], align="right", dy=0.3, color="accent", bold=True)
    yield label(fmt.text("after"), x=after["at"] + 0.125, dx=0.5, y=after["share"], baseline="top", color="warm", bold=True)


SCALE = {"y": (0, None)}
