"""Battery-electric cars' share of the US market: the years, and three quarters around the end of the tax credit."""

from scripts.drawing.rows import Row

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
ON_CARD = 3  # years
COUNTERS = {"year": "kbb", "q3": "kbb", "q4": "kbb", "september": "nada", "december": "nada"}
"""Kind of period -> who counted it."""
RECORD, AFTER = "2025-q3", "2025-q4"
"""The last quarter of the tax credit, and the next."""
SAID = {RECORD: "record", AFTER: "after"}
COLORS = {RECORD: "context-deep", AFTER: "warm"}


def rows(facts):
    shares = []
    for kind, counter in COUNTERS.items():
        ending = "" if kind == "year" else f"_{kind}"
        records = facts.select("us_market", item=f"us_bev_share_pct{ending}")
        for record in sorted(records, key=lambda record: record.year):
            year, share = record.year, record.value
            name = f"{year}-{kind}" if ending else year
            count = "oak" if year < FIRST_KBB else counter
            period = (kind, {"n": year})
            shares.append(Row.of(record, id=name, kind=kind, year=year, period=period, share=share, counter=count))
    return shares


def draw(sheet, rows, fmt):
    """Places on x: a year each, then, apart, the quarters; on y per cents. A card, which is low, has the last years alone."""
    card = sheet.shape == "card"
    years = [row for row in rows if row["kind"] == "year" and row["counter"] == "kbb"][-ON_CARD if card else 0 :]
    quarters = [row for row in rows if row["kind"] in ("q3", "q4")]
    quarter = sheet.choose(1, narrow=1.25)
    tallest = float(max(row["share"] for row in quarters))
    top = tallest * sheet.choose(1.27, wide=1.38)  # room for what is said of the record

    room = sheet.choose(4.8, narrow=3.2)  # over one bar

    def color(row):
        return COLORS.get(row["id"], "context")

    def hover(row):
        return f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"

    for name, group, start, step in (("years", years, 0, 1), ("quarters", quarters, len(years) + 0.5, quarter)):
        bars = [row.with_cells(at=start + step * (number + 0.5)) for number, row in enumerate(group)]
        ends = (start + 0.07, start + step * len(bars) - 0.07)
        sheet.rule(x=ends, y=top)
        sheet.label(fmt.text(name), x=ends, y=top, align="center", dy=0.1)
        sheet.bars(bars, x="at", y="share", color=color, width=step - 0.14, ticks="", hover=hover)
        for row in bars:
            at, share, after = {"x": row["at"], "align": "center"}, fmt.percent(row["share"], 1), row["id"] == AFTER
            under = str(row["year"]) if group is years else fmt.text(f"under_{row['kind']}", n=row["year"])
            sheet.label(sheet.choose(under.replace("<br>", " "), narrow=under), y=0, baseline="top", dy=-0.2, **at)
            named = row["id"] in SAID
            words = fmt.text(SAID[row["id"]], share=share) if named and not card else share
            look = {"color": "warm" if after else "ink", "bold": named, "room": room if after else None}
            sheet.label(words, y=row["share"], dy=0.1, **look, **at)
