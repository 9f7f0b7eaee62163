"""Battery-electric cars' share of the US market: the years, and beside them the quarters before and after the tax credit ended."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, label, line

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
ON_CARD = 3  # years


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
    """Places on x: a year each, then, behind a rule, the two quarters; on y per cents. A card, which is low, has its words within fewer bars."""
    years = [row.also(at=row["period"][1]["n"], under=str(row["period"][1]["n"])) for row in rows if row["period"][0] == "year" and row["counter"] == "kbb"]
    last = years[-1]["at"]
    before, after = (next(row for row in rows if row["id"] == f"{last}-{name}").also(at=last + 0.5 + number, under=fmt.text(f"under_{name}")) for number, name in enumerate(("q3", "q4"), 1))
    said = {"width": 0.86, "ticks": lambda row: "", "hover": lambda row: f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"}
    yield from (bars(years[-most:], x="at", y="share", color="context", **said, shapes=shapes) for most, shapes in ((len(years), BUT_CARD), (ON_CARD, {"card"})))
    yield line(x=(last + 0.75, last + 0.75), y=(0, float(before["share"]) * 0.75), shapes=BUT_CARD)
    for at, name in ((FIRST_KBB, "years"), (before["at"], "quarters")):
        yield label(fmt.text(name), x=at - 0.43, y=float(before["share"]) * 1.2, dx=-0.2, baseline="top", shapes=BUT_CARD)
    for row, name, color in ((before, "before", "accent"), (after, "after", "warm")):
        yield bars([row], x="at", y="share", color=color, **said)
        yield label(fmt.text(name).replace("<br>", " "), x=row["at"], y=row["share"] / 2, align="center", baseline="middle", color="paper", bold=True, width=5.8, shapes={"card"})
    yield label(fmt.text("before"), x=before["at"] - 0.43, y=before["share"], align="right", baseline="top", dx=-0.2, color="accent", bold=True, shapes=BUT_CARD)
    yield label(fmt.text("after"), x=after["at"] - 0.43, y=after["share"], dy=1.4, dx=-0.2, color="warm", bold=True, shapes=BUT_CARD)
    for row in (*years, before, after):
        shapes = BUT_CARD if row in years[:-ON_CARD] else None
        color = {"q3": "accent", "q4": "warm"}.get(row["period"][0], "ink")
        yield label(row["under"], x=row["at"], y=0, align="center", baseline="top", dy=-0.2, shapes=shapes)
        yield label(fmt.percent(row["share"], 1), x=row["at"], y=row["share"], align="center", dy=0.1, color=color, bold=color != "ink", shapes=shapes)


def scale(rows):
    last = max(row["period"][1]["n"] for row in rows if row["period"][0] == "year")
    return {"x": {"wide": (FIRST_KBB - 0.5, last + 3), "card": (last + 0.5 - ON_CARD, last + 3)}, "y": (0, None)}
