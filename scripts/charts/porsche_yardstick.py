"""Porsche in the United States beside Alpine in the whole world: the year before the partner was named, and the newest."""

from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import bars, label, line

FIRST = 2022


def rows(facts):
    """All years of both; where one has none, a gap. Those of Alpine carry the ratio."""
    years = [year for year in range(2018, 2100) if f"alpine-{year}" in facts.figures]
    found = []
    for year in years:
        pair = [facts.figures.get(f"{prefix}-{year}") for prefix in ("porsche-us", "alpine")]
        times = round(pair[0].number / pair[1].number) if all(pair) else None
        for brand, figure in zip(("porsche", "alpine"), pair, strict=True):
            cells = {"id": f"{brand} {year}", "year": year, "brand": brand, "times": times if brand == "alpine" else None}
            found.append(Row.of(figure, **cells, cars=figure.number) if figure else Row.gap(**cells, cars=None))
    return found


def _pairs(rows):
    both = [rows[place : place + 2] for place in range(0, len(rows), 2)]
    return [next(pair for pair in both if pair[0]["year"] == FIRST), [pair for pair in both if pair[1]["times"]][-1]]


def values(rows, fmt):
    (porsche, alpine), (porsche_now, alpine_now) = _pairs(rows)
    cars = {"porsche_first": porsche, "alpine_first": alpine, "porsche_last": porsche_now, "alpine_last": alpine_now}
    return {name: fmt.number(row["cars"]) for name, row in cars.items()} | {"first": str(porsche["year"]), "last": str(porsche_now["year"])}


def marks(rows, fmt):
    """On x two pairs of bars, on y cars."""
    drawn = [row.also(at=group * 2.6 + place) for group, pair in enumerate(_pairs(rows)) for place, row in enumerate(pair)]
    top = float(max(row["cars"] for row in drawn))
    yield bars(drawn, x="at", y="cars", width=0.86, text=lambda row: fmt.doubtful(row, fmt.number(row["cars"])), ticks=lambda row: "", color=lambda row: "accent" if row["brand"] == "alpine" else "context", hover=lambda row: f"{fmt.label(row['brand'])}, {row['year']}<br>{fmt.number(row['cars'])}")
    yield line(x=(-0.5, 4.1), y=0)
    for row in drawn:
        alpine = row["brand"] == "alpine"
        name = fmt.text("one" if alpine else "two")
        yield label({"wide": measure.wrap(fmt.label(row["brand"]), 9)} | dict.fromkeys(("narrow", "poster", "card"), name), x=row["at"], y=0, align="center", baseline="top", color="accent" if alpine else "ink", dy=-0.2)
        if alpine:
            yield label(fmt.text("ratio", n=fmt.number(row["times"])), x=row["at"], y=top * 0.52, align="center", color="accent", bold=True, size={"wide": 2.2, "narrow": 1.2, "poster": 1.9, "card": 1.5})
            yield label(str(row["year"]), x=row["at"] - 0.5, y=0, align="center", baseline="top", dy=-3, bold=True, color="ink")
