"""What became of four promised dates: a row each; across, the year promised, and a last column for no date."""

from functools import reduce

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line, only
from scripts.facts.cells import PartialDate

MODEL, MODEL_MOVED = "model-a110-electric", "x04-2025-10"
REPEAT = "ev-2024-05-krief-the-us-in"
LINES = {
    "us": ("x02", REPEAT, "ev-2025-04-24-us-launch-put-on"),
    "a110": ("x04", MODEL_MOVED),
    "even": ("x07", "x06"),
    "canada": ("x14",),
}
"""What was said about each, in the order of saying.

A claim gives a date, or another in its place; `REPEAT` says it again, an event takes it away, a change of verdict gives
the model's new one.
"""
YEARS, NONE = range(2025, 2030), 2030.4
"""The columns; "no date" stands a little apart."""
LEFT = {"wide": 2021.5, "poster": 2021.3, "narrow": 2024.6, "card": 2021.1}
SCALE = {
    "x": {shape: (left, NONE + 0.6) for shape, left in LEFT.items()},
    "y": {"wide": (0.5 - len(LINES), 0.6), "narrow": (0.75 - len(LINES), 0.9)},
}
"""A narrow picture has the names over the rows, not beside them."""
TOP = {shape: top for shape, (_, top) in SCALE["y"].items()}
STRIP = {"wide": 0.3, "narrow": 0.14}
"""Half of the height of the ground on which a row's marks stand."""
ROOM = {"wide": None, "card": 13}
"""For a name beside the marks of a card, which is narrow, in em."""
STEPS = 25
"""How many small dots lead from a year to no date."""


def rows(facts):
    (model,) = facts.select("models", key=MODEL)
    said = {}
    for claim in facts.of_kind("claims"):
        said[claim.key] = (claim, claim.said_on, claim.promised_for, claim.each("said_in"))
    for event in facts.of_kind("events"):
        promised = said["x02"][2] if event.key == REPEAT else None
        said[event.key] = (event, event.date, promised, event.each("title"))
    change = facts.row("history", MODEL_MOVED)
    said[MODEL_MOVED] = (model, change.date, model.expected_for[:4], change.each("because"))
    found = []
    for name, keys in LINES.items():
        for number, key in enumerate(keys, 1):
            ending = "last" if number > 1 and key == keys[-1] else number
            record, day, promised, words = said[key]
            cells = {"what": name, "said": day, "promised": promised, "words": words, "gone": not promised}
            found.append(Row.of(record, id=f"{name}-{ending}", **cells))
    return found


def marks(rows, fmt):
    """Places on x are years promised; on y the promises, counted down from 0."""
    america = [bool(row["promised"]) for row in rows if row["what"] == "us"]
    assert america == [True, True, False], "the title says that America had a date and lost it: mend both"
    yield band(x=(NONE - 0.6, NONE + 0.6), opacity=0.5)
    yield label(fmt.text("none"), x=NONE, y=TOP, align="center")
    for year in YEARS:
        yield label(str(year), x=year, y=TOP, align="center")
    for at, name in enumerate(LINES):
        mine = [row.also(year=float(row["promised"] or NONE)) for row in rows if row["what"] == name]
        yield from _way(mine, -at, fmt, *(("warm", "warm") if name == "us" else ("context-deep", "ink")))


def _way(rows, y, fmt, color, ink):
    """A promise's name and what was said when; a dot in its year, and an arrow to the later one or dots to none."""
    first, *later, name = *rows, fmt.label(rows[0]["what"])

    def hover(row):
        return f"{name}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    strip = {shape: (y - half, y + half) for shape, half in STRIP.items()}
    for year in YEARS:
        yield line(x=(year, year), y=strip, color="line", under=True)
    months = (_month(row, fmt) for row in rows if row["promised"] == first["promised"])
    dates = reduce(lambda a, b: fmt.word("term.and", a=a, b=b), months)
    now = [fmt.text(f"then_{last['what']}", year=last["promised"], date=_month(last, fmt)) for last in later[-1:]]
    said = [fmt.text("said", year=first["promised"], date=dates), *now]
    yield from only(BUT_CARD, _words([name, *said], y, ink))
    yield from only({"card"}, _words([name, *(now if rows[-1]["gone"] else [])], y, ink))
    look = {"color": color, "x": "year", "y": y, "hover": hover}
    yield dots([first], size=0.9, **look)
    for last in later[-1:]:
        gone, ends = last["gone"], (first["year"], last["year"])
        if gone:
            step = (ends[1] - ends[0]) / (STEPS + 3)
            between = [last.also(year=ends[0] + step * number) for number in range(2, STEPS + 2)]
            yield dots(between, x="year", y=y, color=color, size=0.22)
            yield dots([last], size=0.9, hollow=True, **look)
        else:
            yield line(x=(ends[0], ends[1] - 0.1), y=y, color=color, width=3, under=True)
            yield dots([last], size=0.8, symbol="arrow-right", **look)
    if not rows[-1]["gone"]:
        end = {"x": rows[-1]["year"], "dx": 0.5, "y": y, "baseline": "middle"}
        yield label(rows[-1]["promised"], color=ink, **end)


def _words(lines, y, ink):
    """The lines of a row, beside its marks or over them; what was said first is paler."""
    for number, words in enumerate(lines):
        up, pale = len(lines) - 1 - number, number == 1 and words != lines[-1]
        place = {"baseline": {"wide": "middle", "narrow": "bottom"}, "color": "soft" if pale else ink}
        place["dy"] = {"wide": 1.3 * (up - (len(lines) - 1) / 2), "narrow": 1.3 * up + 1.05}
        yield label(words, x=LEFT, y=y, bold=not number, room=None if number else ROOM, **place)


def _month(row, fmt):
    """The month of saying, in one line."""
    return fmt.date(PartialDate(str(row["said"])[:7]), short=True).replace(" ", "\u00a0")
