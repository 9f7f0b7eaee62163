"""A year of Alpines counted in days of AutoNation's trade: three calendars of 365 days."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import label, path

YEAR, LINE = 365, 14  # days; days in a line of the calendar
WANTED = (("first year", "autonation-days-alpine-2022", "alpine-2022", 2021), ("latest", "autonation-days-alpine-2025", "alpine-2025", 2025), ("target", "autonation-days-target", "alpine-target-2030", 2025))


def rows(facts):
    return [
        Row.of(facts.figure(days), id=name, what="aim" if name == "target" else ("year", {"n": facts.figure(cars).year}), cars=facts.figure(cars).number, pace=pace, days=facts.figure(days).number)
        for name, days, cars, pace in WANTED
    ]


def values(rows, fmt):
    return {"first_year": rows[0]["what"][1]["n"], "latest_year": rows[1]["what"][1]["n"], "first_pace": str(rows[0]["pace"]), "last_pace": str(rows[-1]["pace"])}


def picture(rows, fmt, sheet):
    """Three calendars side by side; one that lies down on a card."""
    head, gap = sheet.em * 4.1, sheet.em * 1.2
    across, down = (LINE, -(-YEAR // LINE)) if sheet.shape != "card" else (-(-YEAR // LINE), LINE)
    room = (sheet.width - 2 * gap) / 3
    side = min(room / across, (sheet.height - head) / down)
    for number, row in enumerate(rows):
        left, color = number * (room + gap), "warm" if row["id"] == "target" else "accent"
        yield label(fmt.text("days", n=fmt.number(row["days"])), x=left, y=0, baseline="top", color=color, bold=True, size={"wide": 1.7, "narrow": 1.3})
        yield label(fmt.label(row["what"]), x=left, y=head - sheet.em * 0.3, color="ink")
        for days, role in ((YEAR, "line"), (int(row["days"]), "warm-soft" if row["id"] == "target" else "accent")):
            yield path(_days(days, across, down), x=(left, left + across * side), y=(head + down * side, head), box=(across, down), color=role)
        yield path(_grid(across, down), x=(left, left + across * side), y=(head + down * side, head), box=(across, down), color="paper", filled=False, width=1.5)


def _days(days, across, down):
    """The outline of so many days: whole lines (columns where the calendar lies), and what is left of the last."""
    if across == LINE:
        whole, rest = divmod(days, LINE)
        return f"M 0 0 H {across} V {whole} H {rest} V {whole + 1} H 0 Z" if rest and whole else f"M 0 0 H {rest or across} V {whole or 1} H 0 Z"
    whole, rest = divmod(days, down)
    return f"M 0 0 V {down} H {whole} V {rest} H {whole + 1} V 0 Z" if rest and whole else f"M 0 0 V {rest or down} H {whole or 1} V 0 Z"


def _grid(across, down):
    return " ".join([*(f"M {x} 0 V {down}" for x in range(across + 1)), *(f"M 0 {y} H {across}" for y in range(down + 1))])
