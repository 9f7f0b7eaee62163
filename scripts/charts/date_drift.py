"""What became of four promised dates: a row each; across, the year promised, and a last column for no date."""

from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import band, dots, label, line, only
from scripts.drawing.sheet import slack_in
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
LEFT = {"wide": 2020.9, "poster": 2020.2, "narrow": 2024.2, "card": 2020}
SCALE = {
    "x": {shape: (left, NONE + 0.6) for shape, left in LEFT.items()},
    "y": {"wide": (0.5 - len(LINES), 0.6), "narrow": (0.75 - len(LINES), 0.9)},
}
"""A narrow picture has the names over the rows, not beside them."""
TOP = {shape: top for shape, (_, top) in SCALE["y"].items()}
YEAR = {"wide": 4.7, "poster": 3.65, "card": 3.1}
"""About the em of a year's column, where the words stand beside the marks."""
ABOVE = 20.5
"""Room for words over the marks, in em: up to the last column."""
GRID = {"wide", "poster", "card"}
"""The shapes with years over columns; in a narrow picture the dots alone bear theirs."""
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
        yield label(str(year), x=year, y=TOP, align="center", shapes=GRID)
    for at, name in enumerate(LINES):
        mine = [row.also(year=float(row["promised"] or NONE)) for row in rows if row["what"] == name]
        yield from _way(mine, -at, fmt, *(("warm", "warm") if name == "us" else ("context-deep", "ink")))


def _way(rows, y, fmt, color, ink):
    """A promise's name and what was said when; a dot in its year, and an arrow to the later one or dots to none."""
    first, *later, name = *rows, fmt.label(rows[0]["what"])

    def hover(row):
        return f"{name}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    for year in YEARS:
        yield line(x=(year, year), y=(y - 0.3, y + 0.3), color="line", under=True, shapes=GRID)
    what, gone, dates = first["what"], rows[-1]["gone"], [_month(row, fmt) for row in rows]
    said = fmt.text(f"said_{what}", **dict(zip(("first", "second", "third"), dates, strict=False)))
    now = fmt.text("gone", date=dates[-1]) if gone else ""
    for shape, left in LEFT.items():  # beside the marks: up to the first column, and to the figure at the first dot
        ends = YEARS[0] - 0.08, first["year"] - 3.4 / YEAR.get(shape, 1)
        room = ABOVE if shape == "narrow" else (min(ends) - left) * YEAR[shape]
        texts = [name, "" if shape == "card" else said, now]
        yield from only({shape}, _words(texts, y, ink, room, slack_in(shape)))
    look = {"color": color, "x": "year", "y": y, "hover": hover}
    yield dots([first], size=0.9, **look)
    for last in later[-1:]:
        ends = first["year"], last["year"]
        if gone:
            step = (ends[1] - ends[0]) / (STEPS + 3)
            between = [last.also(year=ends[0] + step * number) for number in range(2, STEPS + 2)]
            yield dots(between, x="year", y=y, color=color, size=0.22)
            yield dots([last], size=0.9, hollow=True, **look)
        else:
            yield line(x=(ends[0], ends[1] - 0.1), y=y, color=color, width=3, under=True)
            yield dots([last], size=0.8, symbol="arrow-right", **look)
    ends = {"y": y, "color": ink, "baseline": "middle"}
    yield label(first["promised"], x=first["year"], dx=-0.6, align="right", **ends)
    if later and not gone:
        yield label(rows[-1]["promised"], x=rows[-1]["year"], dx=0.5, **ends)


def _words(texts, y, ink, room, slack):
    """A name, what was said and what came of it, each in as many lines as it needs, beside the marks or over them."""
    looks = ({"color": ink, "bold": True}, {"color": "soft"}, {"color": ink})
    lines = [
        (words, look)
        for text, look in zip(texts, looks, strict=True)
        for words in measure.wrap(text, room, bold=look is looks[0], slack=slack).split("<br>")
        if words
    ]
    for up, (words, look) in enumerate(reversed(lines)):
        dy = {"wide": 1.3 * (up - (len(lines) - 1) / 2), "narrow": 1.3 * up + 1.05}
        yield label(words, x=LEFT, y=y, dy=dy, baseline={"wide": "middle", "narrow": "bottom"}, **look)


def _month(row, fmt):
    """The month of saying, in one line."""
    return fmt.date(PartialDate(str(row["said"])[:7]), short=True).replace(" ", "\u00a0")
