"""Alpine's registrations a year beside the target for 2030, whose column is built of its best year again and again."""

from scripts.drawing.rows import Row, yearly

FIRST = 2018  # the year in which customers got their first cars


def rows(facts):
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    past = [row for row in yearly(counted, cars="units") if row["year"] >= FIRST]
    best = max((row for row in past if row["cars"] is not None), key=lambda row: row["cars"])
    target = facts.figure("alpine-target-2030")
    coming = range(past[-1]["year"] + 1, target.year)
    times = round(target.number / best["cars"])
    return [
        *(row.with_cells(id="best" if row is best else row["year"], what="registered") for row in past),
        *(Row.gap(id=year, year=year, cars=None, what="none") for year in coming),
        Row.of(target, id="target", year=target.year, cars=target.number, what="aim", times=times),
    ]


def draw(sheet, rows, fmt):
    """Places on x are years, on y cars."""
    *years, target = rows
    best = next(row for row in years if row["id"] == "best")
    high, aim, column = float(best["cars"]), float(target["cars"]), target["year"]

    def color(row):
        return "accent" if row is best else "accent-soft"

    def past(row):
        often = sheet.choose(1, narrow=2)  # a phone has room for every second year
        return "" if row["what"] == "none" or (best["year"] - row["year"]) % often else str(row["year"])

    sheet.bars(years, x="year", y="cars", color=color, ticks=past)
    sheet.bars([target], x="year", y="cars", color="warm-soft", width=0.9)
    for number in range(1, int(aim / high) + 1):
        cut = high * number
        sheet.band(x=(column - 0.46, column + 0.46), y=(cut - 500, cut + 500), color="paper", above=True)
    sheet.band(x=(column - 0.45, column + 0.45), y=(0, high - 500), color="accent", above=True)
    beside = {"x": column - 0.6, "align": "right"}
    size = sheet.choose(1.5, narrow=1.1, card=1.2)
    sheet.label(fmt.text("more"), y=aim, baseline="top", color="warm", size=size, bold=True, **beside)
    strong = {"color": "accent", "bold": True, "size": sheet.choose(1.3, narrow=1.1, card=1)}
    sheet.label(fmt.number(best["cars"]), x=best["year"], y=high, dy=0.1, align="center", **strong)
    sheet.label(fmt.text("reached"), y=0, width=sheet.choose(None, narrow=4), **strong, **beside)
