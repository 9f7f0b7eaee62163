"""Battery-electric cars' share of US sales by quarter, to the first without the federal tax credit."""

from scripts.drawing.rows import Row

FIRST = "2024-q3"  # the first that is drawn
BEFORE = "2024-q4"  # the last one's quarter of the year before
RUSH = "2025-q3"  # the last with the tax credit
AFTER = "2025-q4"  # the last
COLORS = {BEFORE: "context-deep", AFTER: "warm"}


def rows(facts):
    shares = []
    for record in facts.select("us_market", item=tuple(f"us_bev_share_pct_q{quarter}" for quarter in range(1, 5))):
        quarter = record.item[-1]
        name = f"{record.year}-q{quarter}"
        if FIRST <= name <= AFTER:
            period = ("quarter", {"q": quarter, "n": record.year})
            shares.append(Row.of(record, id=name, period=period, share=record.value))
    return sorted(shares, key=lambda row: row["id"])


def values(rows, fmt):
    """The fall within a year."""
    share = {row["id"]: row["share"] for row in rows}
    fall = round(100 - 100 * share[AFTER] / share[BEFORE])
    return {"fall": f"{fall}%", "less": fmt.percent(fall)}


def draw(sheet, rows, fmt):
    """On x a quarter each, on y per cents."""
    bars = [row.with_cells(at=place) for place, row in enumerate(rows)]

    def share(row):
        words = fmt.percent(row["share"], 1)
        return f"<b>{words}</b>" if row["id"] in COLORS else words

    def color(row):
        return COLORS.get(row["id"], "context")

    sheet.bars(bars, x="at", y="share", thickness=0.8, color=color, text=share, ticks=False)
    for row in bars:
        words = fmt.one_line(row["period"])
        wrap = sheet.choose(3, card=6)
        sheet.label(words, x=row["at"], y=0, align="center", baseline="top", dy=-0.2, wrap=wrap)
    before, rush, after = (row for row in bars if row["id"] in (BEFORE, RUSH, AFTER))
    wrap = sheet.choose(10, card=20)
    sheet.label(fmt.text("rush"), x=rush["at"] + 0.4, y=rush["share"], align="right", dy=1.4, wrap=wrap)
    _draw_fall(sheet, before, after, fmt)


def _draw_fall(sheet, before, after, fmt):
    """Under a line on y from the quarter of the year before to the last how much less there was; behind the rush."""
    x = after["at"]
    half = sheet.choose(0.4, narrow=0.5, card=0.5)  # as wide as the bar, or as its place where that is narrow
    style = {"align": "center", "color": "warm", "bold": True, "between": (x - half, x + half)}
    y = before["share"]
    if sheet.shape == "card":  # which is low
        sheet.label(fmt.one_line("less"), x=x, y=after["share"], dy=1.3, **style)
    else:
        sheet.label(fmt.text("less"), x=x, y=y, baseline="top", dy=-0.3, **style)
        sheet.rule(x=(before["at"] + 0.4, x + 0.4), y=y, dash="dot", under=True)
