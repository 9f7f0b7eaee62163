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
    high, aim, column = float(best["cars"]), float(target["cars"]), target["year"]
    sheet.bars(years, x="year", y="cars", color=lambda row: "accent" if row is best else "accent-soft", hover="")
    sheet.bars([target], x="year", y="cars", color="warm-soft", width=0.9, hover="")
    sheet.bars([best.with_cells(place=column)], x="place", y="cars", color="accent", width=0.9, hover="")
    for block in range(1, int(aim / high) + 1):
        sheet.rule(x=(column - 0.46, column + 0.46), y=block * high, color="paper", width=2)
    left = column - 0.6
    sheet.label(fmt.text("aim"), x=left, y=aim, align="right", baseline="top", color="warm", bold=True, size=1.2)
    sheet.label(fmt.text("part"), x=left, y=0, align="right", color="accent", bold=True, size=1.2)
    sheet.label(fmt.number(high), x=best["year"], y=high, align="center", dy=0.1, color="accent", bold=True, size=1.1)
