"""Alpine's registrations a year beside the target for 2030, whose column is built of its best year again and again."""

from scripts.drawing.rows import Row, yearly

FIRST = 2018  # the year in which customers got their first cars


def rows(facts):
    """A row a year, of which the best is named, and one of the target."""
    counted = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    past = [row.with_cells(what="registered") for row in yearly(counted, cars="units") if row["year"] >= FIRST]
    best = max(past, key=lambda row: row["cars"] or 0)
    target = facts.figure("alpine-target-2030")
    past[past.index(best)] = best.with_cells(id="best", times=round(target.number / best["cars"]))
    return [*past, Row.of(target, id="target", year=target.year, cars=target.number, what="aim")]


def draw(sheet, rows, fmt):
    """On x years, on y cars."""
    *years, target = rows
    best = next(row for row in years if row.get("id") == "best")

    def color(row):
        return "accent" if row is best else "accent-soft"

    sheet.bars(years, x="year", y="cars", color=color, hover="")
    _draw_target(sheet, best, target, fmt)
    number = fmt.number(best["cars"])
    sheet.label(number, x=best["year"], y=best["cars"], align="center", dy=0.1, color="accent", bold=True, size=1.1)


def _draw_target(sheet, best, target, fmt):
    """The column of the target at its year on x: so many blocks as the best year has cars, on y."""
    x = target["year"]
    left = x - 0.6
    high = best["cars"]
    block = best.with_cells(place=x)
    sheet.bars([target], x="year", y="cars", color="warm-soft", thickness=0.9, hover="")
    sheet.bars([block], x="place", y="cars", color="accent", thickness=0.9, hover="")
    for number in range(1, int(target["cars"] / high) + 1):
        sheet.rule(x=(x - 0.46, x + 0.46), y=number * high, color="paper", stroke=2)
    aim = fmt.text("aim")
    sheet.label(aim, x=left, y=target["cars"], align="right", baseline="top", color="warm", bold=True, size=1.2)
    sheet.label(fmt.text("part"), x=left, y=0, align="right", color="accent", bold=True, size=1.2)
