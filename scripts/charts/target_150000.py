"""Alpine's registrations a year beside the target for 2030, whose column is built of its best year again and again."""

from scripts.drawing.chart import Row, yearly
from scripts.drawing.plot import band, bars, label

FIRST = 2018  # the year in which customers got their first cars


def rows(facts):
    counted = yearly(facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations"), cars="units")
    counted = [row for row in counted if row["year"] >= FIRST]
    best = max((row for row in counted if row["cars"] is not None), key=lambda row: row["cars"])
    target = facts.figure("alpine-target-2030")
    return [
        *(row.also(id="best" if row is best else row["year"], what="registered") for row in counted),
        *(Row.gap(id=year, year=year, cars=None, what="none") for year in range(counted[-1]["year"] + 1, target.year)),
        Row.of(target, id="target", year=target.year, cars=target.number, what="aim", times=round(target.number / best["cars"])),
    ]


def marks(rows, fmt):
    """Places on x are years, on y cars."""
    target, best = rows[-1], next(row for row in rows if row["id"] == "best")
    years, last, high = [row for row in rows if row is not target], best["year"], float(best["cars"])
    coming = [row["year"] for row in years if row["what"] == "none"]
    blocks = [high * number for number in range(1, int(target["cars"] / best["cars"]) + 1)]
    return [
        band(x=(coming[0] - 0.45, coming[-1] + 0.45), opacity=0.28) if coming else None,
        label(fmt.text("coming", first=str(coming[0]), last=str(coming[-1])), x=(coming[0], coming[-1]), y=float(target["cars"]) * 0.5, align="center", baseline="middle", width={"wide": 9, "narrow": 6, "card": 11}) if coming else None,
        bars(years, x="year", y="cars", color=lambda row: "accent" if row is best else "accent-soft"),
        bars([target], x="year", y="cars", color="warm-soft", width=0.9),
        *(band(x=(target["year"] - 0.46, target["year"] + 0.46), y=(block - 500, block + 500), color="paper", above=True) for block in blocks),
        band(x=(target["year"] - 0.45, target["year"] + 0.45), y=(0, high - 500), color="accent", above=True),
        label({"wide": fmt.text("more"), "card": fmt.text("more").replace("<br>", " ")}, x=target["year"] - 0.6, y=target["cars"], align="right", baseline="top", color="warm", bold=True, size={"wide": 1.5, "narrow": 1.1, "card": 1.2}),
        label({"wide": fmt.text("one"), "card": fmt.text("one").replace("<br>", " ")}, x=target["year"] - 0.6, y=high * 0.1, align="right", baseline="bottom", color="accent", bold=True, size={"wide": 1.9, "narrow": 1.6, "card": 1.2}),
        label(fmt.text("reached"), x=last, y=high, align={"wide": "center", "narrow": "right"}, dx={"wide": 0, "narrow": 0.8}, color="accent", bold=True, dy=0.2),
    ]
