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
    coming = [row["year"] for row in years if row["what"] == "none"]
    high, aim, column = float(best["cars"]), float(target["cars"]), target["year"]
    if coming:
        fill = {"first": coming[0], "last": coming[-1]}
        words = sheet.choose(fmt.text("coming", **fill), card=fmt.label(("coming", fill)))
        sheet.band(x=(coming[0] - 0.45, coming[-1] + 0.45), opacity=0.28)
        place = {"x": (coming[0], coming[-1]), "y": aim * sheet.choose(0.45, card=0.34), "align": "center"}
        width = sheet.choose(9, narrow=6, card=3.25 * len(coming))
        sheet.label(words, baseline="middle", width=width, size=sheet.choose(1, card=0.85), **place)
    sheet.bars(years, x="year", y="cars", color=lambda row: "accent" if row is best else "accent-soft")
    sheet.bars([target], x="year", y="cars", color="warm-soft", width=0.9)
    for number in range(1, int(aim / high) + 1):
        cut = high * number
        sheet.band(x=(column - 0.46, column + 0.46), y=(cut - 500, cut + 500), color="paper", above=True)
    sheet.band(x=(column - 0.45, column + 0.45), y=(0, high - 500), color="accent", above=True)
    beside = {"x": column - 0.6, "align": "right"}
    size = sheet.choose(1.5, narrow=1.1, card=1.2)
    sheet.label(fmt.text("more"), y=aim, baseline="top", color="warm", size=size, bold=True, **beside)
    # Next year's bar, too, has room beside the fewer words.
    one = fmt.text(sheet.choose("one", narrow="one_narrow", poster="one_narrow", card="one_card"))
    smaller = sheet.choose(1.5, narrow=1.05, card=0.95)
    sheet.label(one, y=high * 0.1, color="accent", size=smaller, bold=True, **beside)
    under = {"dy": sheet.choose(-3.9, narrow=-3.1, card=-3.3), "width": sheet.choose(None, narrow=6)}
    sheet.label(fmt.text("block"), y=aim, baseline="top", color="warm", **under, **beside)
    over = {"align": sheet.choose("center", narrow="right", card="right"), "dx": sheet.choose(0, narrow=0.8, card=0.8)}
    sheet.label(fmt.text("reached"), x=best["year"], y=high, dy=0.2, color="accent", bold=True, **over)
