"""How three promised dates moved: across, the day on which a date was given; up, the year by whose end the thing was promised."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line
from scripts.facts.cells import PartialDate

MOVED = "x04-2025-10"
LINES = {"us": ("x02", "x08", "ev-2025-04-24-us-launch-put-on"), "canada": ("x14",), "a110": ("x04", MOVED)}
"""What was said about each, in the order of saying: a claim gives a date, an event takes it away, a change of verdict gives the model's new one."""
FIRST, LAST, NONE, CARD_NONE = 2023, 2027, 2030.3, 2028.2
"""The years of saying, and where "no date" stands among the years promised: on a card, which leaves Canada out, lower."""


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


def marks(rows, fmt):
    """Places on x are days, on y years promised. A date holds until the next one is given; the highest place is no date."""
    assert [bool(row["promised"]) for row in rows if row["what"] == "us"] == [True, True, False], "the title says that America had a date and lost it, which is no longer so: mend both"
    month = lambda row: fmt.date(PartialDate(str(row["said"])[:7]), short=True)  # noqa: E731
    for none, shapes, left_out in ((NONE, BUT_CARD, ()), (CARD_NONE, {"card"}, ("canada",))):
        shown = [row.also(at=years(row["said"]), level=float(row["promised"] or none)) for row in rows if row["what"] not in left_out]
        due = sorted({int(row["promised"]) for row in shown if row["promised"]})
        foot = due[0] - 0.5
        yield band(y=(none - 0.5, none + 0.5), opacity=0.5, shapes=shapes)
        for level, words in [(year, str(year)) for year in range(due[0], due[-1] + 1)] + [(none, fmt.text("none"))]:
            yield label(words, x=FIRST, y=level, align="right", baseline="middle", dx=-0.5, shapes=shapes)
            yield line(x=(FIRST, LAST), y=level, color="line", under=True, shapes=shapes) if level != none else None
        for year in range(FIRST, LAST):
            yield line(x=year, y=(foot, foot + 0.1), shapes=shapes)
            yield label(str(year), x=year + 0.5, y=foot, align="center", baseline="top", dy=-0.2, shapes=shapes)
        yield line(x=(FIRST, LAST), y=foot, shapes=shapes)
        for name in dict.fromkeys(row["what"] for row in shown):
            mine = [row for row in shown if row["what"] == name]
            color, alone, last = "warm" if name == "us" else "context-deep", len(mine) == 1, mine[-1]
            yield line([*mine, last.also(at=years(last["newest"]))], x="at", y="level", color=color, width=3, steps=True, shapes=shapes)
            yield dots(mine, x="at", y="level", color=color, size=0.8, hollow=lambda row: not row["promised"], hover=lambda row: f"{fmt.label(row['what'])}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}", shapes=shapes)
            yield label(fmt.label(name), x=mine[0]["at"], y=mine[0]["level"], align="center" if alone else "left", dx={"wide": 0, "card": 0.7}, dy=0.5, color=color, bold=True, size={"wide": 1.1, "card": 1}, width={"wide": None, "narrow": 9}, shapes=shapes)
            if not last["promised"]:
                yield label(fmt.text("hold", date=month(last)), x=last["at"], y=none, align="right", baseline="middle", dx=-0.7, color=color, shapes=shapes)
            elif not alone:
                yield label(fmt.text("slip", date=month(last)), x=last["at"], y=last["level"], baseline="top", dx=0.3, dy=-0.5, color=color, shapes=shapes)


def scale(rows):
    low = min(int(row["promised"]) for row in rows if row["promised"]) - 0.5
    return {"x": (FIRST, LAST), "y": {"wide": (low, NONE + 0.5), "card": (low, CARD_NONE + 0.5)}}
