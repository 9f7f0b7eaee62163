"""Alpine's registrations a year beside the target for 2030, whose column is built of its best year again and again."""

from scripts.drawing.chart import Row, yearly
from scripts.drawing.plot import band, bars, broken_but_on_card, label

FIRST = 2018  # the year in which customers got their first cars


def rows(facts):
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    past = [row for row in yearly(counted, cars="units") if row["year"] >= FIRST]
    best = max((row for row in past if row["cars"] is not None), key=lambda row: row["cars"])
    target = facts.figure("alpine-target-2030")
    coming = range(past[-1]["year"] + 1, target.year)
    times = round(target.number / best["cars"])
    return [
        *(row.also(id="best" if row is best else row["year"], what="registered") for row in past),
        *(Row.gap(id=year, year=year, cars=None, what="none") for year in coming),
        Row.of(target, id="target", year=target.year, cars=target.number, what="aim", times=times),
    ]


def marks(rows, fmt):
    """Places on x are years, on y cars."""
    *years, target = rows
    best = next(row for row in years if row["id"] == "best")
    coming = [row["year"] for row in years if row["what"] == "none"]
    high, aim, column = float(best["cars"]), float(target["cars"]), target["year"]
    if coming:
        said = broken_but_on_card(fmt.text("coming", first=str(coming[0]), last=str(coming[-1])))
        room, size = {"wide": 9, "narrow": 6, "card": 3.25 * len(coming)}, {"wide": 1, "card": 0.85}
        yield band(x=(coming[0] - 0.45, coming[-1] + 0.45), opacity=0.28)
        middle = {"x": (coming[0], coming[-1]), "align": "center", "baseline": "middle"}
        yield label(said, y={"wide": aim * 0.45, "card": aim * 0.34}, width=room, size=size, **middle)
    yield bars(years, x="year", y="cars", color=lambda row: "accent" if row is best else "accent-soft")
    yield bars([target], x="year", y="cars", color="warm-soft", width=0.9)
    for number in range(1, int(aim / high) + 1):
        cut = high * number
        yield band(x=(column - 0.46, column + 0.46), y=(cut - 500, cut + 500), color="paper", above=True)
    yield band(x=(column - 0.45, column + 0.45), y=(0, high - 500), color="accent", above=True)
    beside = {"x": column - 0.6, "align": "right", "bold": True}
    one = {"wide": fmt.text("one"), "narrow": fmt.text("one_narrow"), "card": fmt.text("one_card")}
    one["poster"] = one["narrow"]  # beside which next year's bar has room
    size = {"wide": 1.5, "narrow": 1.1, "card": 1.2}
    yield label(fmt.text("more"), y=aim, baseline="top", color="warm", size=size, **beside)
    smaller = size | {"narrow": 1.05, "card": 0.95}
    yield label(one, y=high * 0.1, baseline="bottom", color="accent", size=smaller, **beside)
    under = {"y": aim, "align": "right", "baseline": "top", "dy": {"wide": -3.9, "narrow": -3.1, "card": -3.3}}
    yield label(fmt.text("block"), x=column - 0.6, color="warm", width={"wide": None, "narrow": 6}, **under)
    over = {"align": {"wide": "center", "narrow": "right", "card": "right"}, "dy": 0.2}
    over["dx"] = {"wide": 0, "narrow": 0.8, "card": 0.8}
    yield label(fmt.text("reached"), x=best["year"], y=high, color="accent", bold=True, **over)
