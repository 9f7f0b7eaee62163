"""Battery-electric cars' share of US sales by quarter, to the first without the federal tax credit."""

from scripts.drawing.rows import Row

FIRST, LAST = (2024, 3), (2025, 4)
"""Year and quarter."""
COLORS = {"2025-q3": "context-deep", "2025-q4": "warm"}


def rows(facts):
    shares = []
    for record in facts.select("us_market", item=tuple(f"us_bev_share_pct_q{quarter}" for quarter in range(1, 5))):
        quarter = int(record.item[-1])
        if FIRST <= (record.year, quarter) <= LAST:
            name = f"{record.year}-q{quarter}"
            row = Row.of(record, id=name, period=(f"q{quarter}", {"n": record.year}), share=record.value)
            shares.append(row)
    return sorted(shares, key=lambda row: row["id"])


def draw(sheet, rows, fmt):
    """On x a quarter each, on y per cents."""
    bars = [row.with_cells(at=place) for place, row in enumerate(rows)]
    *_, record, after = bars

    def color(row):
        return COLORS.get(row["id"], "context")

    def share(row):
        words = fmt.percent(row["share"], 1)
        return f"<b>{words}</b>" if row in (record, after) else words

    def hover(row):
        return f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"

    size = sheet.choose(1.1, card=1)
    sheet.bars(bars, x="at", y="share", width=0.8, color=color, text=share, text_size=size, ticks="", hover=hover)
    for row in bars:
        quarter, at = row["period"][0], {"x": row["at"], "align": "center"}
        sheet.label(fmt.text(f"under_{quarter}", n=row["period"][1]["n"]), y=0, baseline="top", dy=-0.2, **at)
    clear = {"dy": sheet.choose(1.6, card=1.4), "align": "center", "bold": True, "size": sheet.choose(1, card=0.9)}
    if sheet.shape != "card":
        sheet.label(fmt.text("record"), x=record["at"], y=record["share"], color="ink", **clear)
    clear |= {"color": "warm", "width": sheet.choose(5, narrow=4), "room": sheet.choose(5, narrow=4.3)}
    sheet.label(fmt.text("after"), x=after["at"], y=after["share"], **clear)
