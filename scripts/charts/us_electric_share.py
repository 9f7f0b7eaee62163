"""Battery-electric cars' share of the US market: the years, and beside them the quarters before and after the tax credit ended."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's


def rows(facts):
    items = [("", "kbb"), ("_q3", "kbb"), ("_q4", "kbb"), ("_september", "nada"), ("_december", "nada")]
    found = []
    for ending, counter in items:
        for record in sorted(facts.select("us_market", item=f"us_bev_share_pct{ending}"), key=lambda record: record.year):
            name = f"{record.year}{ending.replace('_', '-')}" if ending else record.year
            kind = ending.removeprefix("_") or "year"
            count = "oak" if record.year < FIRST_KBB else counter
            found.append(Row.of(record, id=name, period=(kind, {"n": record.year}), share=record.value, counter=count))
    return found


def marks(rows, fmt):
    """Places on x: a year each, then the two quarters a little apart; on y per cents."""
    years = [row.also(at=row["period"][1]["n"], under=str(row["period"][1]["n"])) for row in rows if row["period"][0] == "year" and row["counter"] == "kbb"]
    quarters = [next(row for row in rows if row["id"] == f"{years[-1]['at']}-{name}").also(at=years[-1]["at"] + 0.2 + number * 1.3, under=fmt.text(f"under_{name}")) for number, name in enumerate(("q3", "q4"), 1)]
    before, after = quarters
    said = {"ticks": lambda row: "", "hover": lambda row: f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"}
    yield bars(years, x="at", y="share", width=0.86, color="context", **said)
    for row, name, color in ((before, "before", "accent"), (after, "after", "warm")):
        yield bars([row], x="at", y="share", width=1.2, color=color, **said)
        yield label(fmt.text(name), x=row["at"], y=row["share"] / 2, align="center", baseline="middle", color="paper", bold=True)
    for row in (*years, *quarters):
        yield label(row["under"], x=row["at"], y=0, align="center", baseline="top", dy=-0.2)
        color = {"q3": "accent", "q4": "warm"}.get(row["period"][0], "ink")
        yield label(fmt.percent(row["share"], 1), x=row["at"], y=row["share"], align="center", dy=0.1, color=color, bold=color != "ink")


def scale(rows):
    last = max(row["period"][1]["n"] for row in rows if row["period"][0] == "year")
    return {"x": (FIRST_KBB - 0.5, last + 3.45), "y": (0, None)}
