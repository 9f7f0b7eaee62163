"""Battery-electric cars' share of the US market: the years, and the quarters before and after the tax credit ended."""

from scripts.drawing.rows import Row

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
ON_CARD = 3  # years
COUNTERS = {"year": "kbb", "q3": "kbb", "q4": "kbb", "september": "nada", "december": "nada"}
"""Kind of period -> who counted it."""
COLORS = {"q3": "accent", "q4": "warm"}


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
    """Places on x: a year each, then, behind a rule, the two quarters; on y per cents.

    A card, which is low, has the last years alone.
    """
    card = sheet.shape == "card"
    counted = [row for row in rows if row["kind"] == "year" and row["counter"] == "kbb"]
    years = [row.with_cells(at=row["year"], under=str(row["year"])) for row in counted]
    if card:
        years = years[-ON_CARD:]
    first, last = years[0]["year"], years[-1]["year"]
    quarters = {row["kind"]: row for row in rows if row["year"] == last}
    to_first, to_next, width = sheet.choose((1.5, 1, 0.86), narrow=(1.67, 1.44, 1.34))
    before = quarters["q3"].with_cells(at=last + to_first, under=fmt.text("under_q3", n=last))
    after = quarters["q4"].with_cells(at=before["at"] + to_next, under=fmt.text("under_q4", n=last))
    high = float(before["share"])
    clear = high * sheet.choose(0.14, card=0.32)  # between bars and bracket, for a share

    def hover(row):
        return f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"

    def bracket(name, start, end, highest):
        above, tick = highest + clear, highest + clear * 0.8
        sheet.line(x=[start, start, end, end], y=[tick, above, above, tick])
        sheet.label(fmt.text(name), x=(start, end), y=above, align="center", dy=0.1)

    def name_and_share(row):
        share = fmt.percent(row["share"], 1)
        words = fmt.text("record", share=share) if row is before else share
        place, color = {"x": row["at"], "align": "center"}, COLORS.get(row["kind"], "ink")
        under = sheet.choose(row["under"], card=row["under"].replace("<br>", " "))
        sheet.label(under, y=0, baseline="top", dy=-0.2, **place)
        sheet.label(words, y=row["share"], dy=0.1, color=color, bold=color != "ink", **place)

    sheet.scale(x=(first - 0.5, last + sheet.choose(3, narrow=3.8)), y=(0, None))
    bar = {"x": "at", "y": "share", "ticks": "", "hover": hover}
    sheet.bars(years, color="context", width=0.86, **bar)
    bracket("years", first - 0.43, last + 0.43, float(max(row["share"] for row in years)))
    for row in years:
        name_and_share(row)
    bracket("quarters", before["at"] - width / 2, after["at"] + width / 2, high)
    room = sheet.choose(5.2, narrow=3.9, poster=4.4, card=4.6)
    for row, name in ((before, "before"), (after, "after")):
        sheet.bars([row], color=COLORS[row["kind"]], width=width, **bar)
        sheet.label(
            fmt.text(name),
            x=row["at"],
            y=row["share"] / 2,
            align="center",
            baseline="middle",
            color="paper",
            bold=True,
            room=room,
        )
        name_and_share(row)
