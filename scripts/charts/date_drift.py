"""How three promised dates moved: across, the day on which a date was given; up, the year by whose end the thing was promised."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line, ticks

MOVED = "x04-2025-10"
LINES = {"us": ("x02", "x08", "ev-2025-04-24-us-launch-put-on"), "canada": ("x14",), "a110": ("x04", MOVED)}
"""What was said about each, in the order of saying: a claim gives a date, an event takes it away, a change of verdict gives the model's new one."""
COLORS = {"us": "warm", "canada": "accent", "a110": "context-deep"}
FIRST, LAST, NONE = 2023, 2027, 2030.3
"""The years of saying, and where "no date" stands among the years promised."""


def rows(facts):
    newest = facts.select("models", key="model-a110-electric")[0].status_as_of  # the newest evidence on any of them
    return [_row(facts, key, id=f"{name}-{'last' if number and key == keys[-1] else number + 1}", what=name, newest=newest) for name, keys in LINES.items() for number, key in enumerate(keys)]


def _row(facts, key, **cells):
    if key == MOVED:
        car, change = facts.select("models", key="model-a110-electric")[0], facts.select("history", key=MOVED)[0]
        return Row.of(car, said=change.date, promised=car.expected_for[:4], words=change.each("because"), **cells)
    for claim in facts.select("claims", claim_id=key):
        return Row.of(claim, said=claim.said_on, promised=claim.promised_for, words=claim.each("said_in"), **cells)
    event = facts.select("events", key=key)[0]
    return Row.of(event, said=event.date, promised=None, words=event.each("title"), **cells)


def values(rows, fmt):
    promised = {row["id"]: row["promised"] for row in rows}
    moved = {str(row["said"])[:4] for row in rows if row["id"] in ("us-last", "a110-last")}
    assert moved == {"2025"} and not promised["us-last"] and promised["a110-1"] < promised["a110-last"], "the title says that America’s date went in 2025 and that the A110’s slipped, which is no longer so: mend both"
    return {}


def marks(rows, fmt):
    """Places on x are days, on y years promised. A date holds until the next one is given; the highest place is no date."""
    due = sorted({int(row["promised"]) for row in rows if row["promised"]})
    yield band(y=(NONE - 0.5, NONE + 0.5), opacity=0.5)
    yield ticks({year: str(year) for year in range(due[0], due[-1] + 1)} | {NONE: fmt.text("none")}, axis="y")
    for year in range(due[0], due[-1] + 1):
        yield line(x=(FIRST, LAST), y=year, color="line", under=True)
    for year in range(FIRST, LAST):
        yield line(x=year, y=(due[0] - 0.5, due[0] - 0.4))
        yield label(str(year), x=year + 0.5, y=due[0] - 0.5, align="center", baseline="top", dy=-0.2)
    yield line(x=(FIRST, LAST), y=due[0] - 0.5)
    for name, color in COLORS.items():
        mine = [row.also(at=years(row["said"]), level=float(row["promised"] or NONE)) for row in rows if row["what"] == name]
        now = years(mine[0]["newest"])
        yield line([*mine, mine[-1].also(at=now)], x="at", y="level", color=color, width=3, steps=True)
        yield dots(mine, x="at", y="level", color=color, size=0.8, hollow=lambda row: not row["promised"], hover=lambda row: f"{fmt.label(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}")
        yield label(fmt.label(name), x=mine[0]["at"] if len(mine) > 1 else LAST, y=mine[0]["level"], align="left" if len(mine) > 1 else "right", dx={"wide": 0, "card": 0.7 if len(mine) > 1 else 0}, dy={"wide": 0.5, "card": 0.15}, color=color, bold=True, size={"wide": 1.1, "card": 0.9}, width={"wide": None, "narrow": None if len(mine) > 1 else 6})
        if not mine[-1]["promised"]:
            yield label(fmt.text("again"), x=mine[1]["at"], y=mine[1]["level"], baseline="top", align="center", dy=-0.5, color=color, shapes=BUT_CARD)
            yield label(fmt.text("hold"), x=mine[-1]["at"], y=NONE, align="right", baseline="middle", dx=-0.7, color=color)


def scale(rows):
    return {"x": (FIRST, LAST), "y": (min(int(row["promised"]) for row in rows if row["promised"]) - 0.5, NONE + 0.5)}
