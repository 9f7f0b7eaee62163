"""Alpine's registrations a year beside the target for 2030, whose column is built of its best year again and again."""

from scripts.drawing.rows import Row, yearly

FIRST = 2018  # the year in which customers got their first cars


def rows(facts):
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    past = [row.with_cells(what="registered") for row in yearly(counted, cars="units") if row["year"] >= FIRST]
    best, target = max(past, key=lambda row: row["cars"] or 0), facts.figure("alpine-target-2030")
    past[past.index(best)] = best.with_cells(id="best", times=round(target.number / best["cars"]))
    return [*past, Row.of(target, id="target", year=target.year, cars=target.number, what="aim")]


def draw(sheet, rows, fmt):
    """Places on x are years, on y cars."""
    *years, target = rows
    best = next(row for row in years if row.get("id") == "best")
    high, column = float(best["cars"]), target["year"]
    look = {"y": "cars", "hover": lambda row: ""}  # the picture says all, so that nothing is left for a pointer
    sheet.bars(years, x="year", color=lambda row: "accent" if row is best else "accent-soft", **look)
    sheet.bars([target], x="year", color="warm-soft", width=0.9, **look)
    sheet.bars([best.with_cells(place=column)], x="place", color="accent", width=0.9, **look)
    for block in range(1, int(float(target["cars"]) / high) + 1):
        sheet.rule(x=(column - 0.46, column + 0.46), y=block * high, color="paper", width=2)
    beside = {"x": column - 0.6, "align": "right", "bold": True, "size": 1.2}
    sheet.label(fmt.text("aim"), y=target["cars"], baseline="top", color="warm", **beside)
    sheet.label(fmt.text("part"), y=0, color="accent", **beside)
    number = {"align": "center", "dy": 0.1, "color": "accent", "bold": True, "size": 1.1}
    sheet.label(fmt.number(best["cars"]), x=best["year"], y=high, **number)
