"""Battery-electric cars' share of the US market: the years, and beside them the quarters around the end of the tax credit."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import band, bars, label, line

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
QUARTERS = ((2024, 3), (2025, 3), (2025, 4))


def rows(facts):
    years = sorted(facts.select("us_market", item="us_bev_share_pct"), key=lambda record: record.year)
    found = [Row.of(record, id=record.year, period=("year", {"n": record.year}), share=record.value, counter="kbb" if record.year >= FIRST_KBB else "oak", year=record.year) for record in years]
    for year, quarter in QUARTERS:
        for record in facts.select("us_market", item=f"us_bev_share_pct_q{quarter}", year=year):
            found.append(Row.of(record, id=f"{year}-q{quarter}", period=(f"q{quarter}", {"n": year}), share=record.value, counter="kbb", quarter=quarter, of=year))
    for month in ("september", "december"):
        for record in facts.select("us_market", item=f"us_bev_share_pct_{month}"):
            found.append(Row.of(record, id=month, period=(month, {"n": record.year}), share=record.value, counter="nada"))
    return found


def marks(rows, fmt):
    """Places on x are years, then the quarters on a panel of their own; on y per cents. NADA's months stand in the table only."""
    years = [row for row in rows if row.get("year") and row["counter"] == "kbb"]
    first, last = years[0]["year"], years[-1]["year"]
    panel = last + 0.8
    quarters = [row.also(at=panel + 0.8 + 1.05 * place) for place, row in enumerate(row for row in rows if row.get("quarter"))]
    end, top = panel + 0.4 + 1.05 * len(quarters), float(max(row["share"] for row in (*years, *quarters)))

    def share(row):
        return fmt.doubtful(row, fmt.percent(row["share"], 1))

    yield band(x=(panel, end), y=(0, top * 1.3), opacity=0.5)
    yield line(x=(first - 0.4, last + 0.4), y=0)
    yield line(years, x="year", y="share", color="ink", width=3, dots=0.55, hover=lambda row: f"{fmt.label(row['period'])}<br>{share(row)}")
    for row in years:
        rising = row is not years[-1] and years[years.index(row) + 1]["share"] - row["share"] > 1
        yield label(share(row), x=row["year"], y=row["share"], align="right" if rising else "center", dx=0.2 if rising else 0, dy=0.4, color="ink")
        yield label(str(row["year"]), x=row["year"], y=0, align="center", baseline="top", dy=-0.2)
    yield bars(quarters, x="at", y="share", width=0.7, text=share, ticks=lambda row: "", hover=lambda row: f"{fmt.label(row['period'])}<br>{share(row)}", color=lambda row: "warm" if row is quarters[-1] else "context")
    for row in quarters:
        yield label(fmt.text("short", q=row["quarter"], n=row["of"]), x=row["at"], y=0, align="center", baseline="top", dy=-0.2)
    yield label(fmt.text("years"), x=first - 0.4, y=top * 1.3, baseline="top", bold=True, color="ink")
    yield label(fmt.text("quarters"), x=panel, y=top * 1.3, baseline="top", dx=0.4, bold=True, color="ink")
    if quarters:
        yield label(fmt.text("credit"), x=quarters[-1]["at"], y=quarters[-1]["share"], align="center", dy=1.5, color="warm")
