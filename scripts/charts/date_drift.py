"""What became of four promised dates: a row each; across, the year promised, and a last column for no date."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line
from scripts.facts.cells import PartialDate

AGAIN, HALT = "ev-2024-05-krief-the-us-in", "ev-2025-04-24-us-launch-put-on"
MODEL, MOVED = "model-a110-electric", "x04-2025-10"
ROOM = {"wide": 16, "narrow": 25, "card": 13.5}
ASIDE = {shape: -room for shape, room in ROOM.items()} | {"narrow": 0}
"""Room for the names, in em; how far beside the columns they begin: in a narrow picture they stand over the marks."""
OVER = {"dy": {"wide": 0.5, "narrow": -0.5}, "baseline": {"wide": "bottom", "narrow": "top"}}
WORDS = {
    "us-last": OVER | {"align": "right", "dx": {"wide": -2.7, "card": -1.9}, "room": 13},
    "a110-last": {"dx": 0.6, "baseline": "middle"},
    "profit-1": OVER | {"align": "center", "room": 4, "shapes": BUT_CARD},
    "profit-last": OVER | {"dx": -0.6, "shapes": BUT_CARD},
}
"""The dots with a word, the text of that name, and where: over the dot, in a narrow picture under it, or beside it."""
SCALE = {"y": (-3.5, 0.8)}
"""In rows from the first one's marks: the foot of the columns, and their heads."""


def rows(facts):
    us, a110, profit, even, canada = (facts.row("claims", key) for key in ("x02", "x04", "x07", "x06", "x14"))
    again, halt, moved = facts.row("events", AGAIN), facts.row("events", HALT), facts.row("history", MOVED)
    (model,) = facts.select("models", key=MODEL)

    def row(key, record, said, promised, words):
        return Row.of(record, id=key, what=key.split("-")[0], said=said, promised=promised, words=words)

    return [
        row("us-1", us, us.said_on, us.promised_for, us.each("said_in")),
        row("us-2", again, again.date, us.promised_for, again.each("title")),
        row("us-last", halt, halt.date, None, halt.each("title")),
        row("a110-1", a110, a110.said_on, a110.promised_for, a110.each("said_in")),
        row("a110-last", model, moved.date, model.expected_for[:4], moved.each("because")),
        row("profit-1", profit, profit.said_on, profit.promised_for, profit.each("said_in")),
        row("profit-last", even, even.said_on, even.promised_for, even.each("said_in")),
        row("canada-1", canada, canada.said_on, canada.promised_for, canada.each("said_in")),
    ]


def marks(rows, fmt):
    """Places on x are years promised; on y the promises, counted down from 0."""
    america = [bool(row["promised"]) for row in rows if row["what"] == "us"]
    assert america == [True, True, False], "the title says that America had a date and lost it: mend both"
    years = sorted(int(row["promised"]) for row in rows if row["promised"])
    none = years[-1] + 1.3
    yield band(x=(none - 0.5, none + 0.5), opacity=0.5)
    for year in (*range(years[0], years[-1] + 1), none):
        words, color = (fmt.text("none"), "warm") if year == none else (str(year), "soft")
        yield line(x=year, color="line", under=True)
        yield label(words, x=year, y=SCALE["y"][1], align="center", color=color)
    for down, name in enumerate(dict.fromkeys(row["what"] for row in rows)):
        mine = [row.also(x=float(row["promised"] or none), y=-down) for row in rows if row["what"] == name]
        yield from _promise(name, mine, years[0] - 0.5, fmt)


def _promise(name, rows, left, fmt):
    """A promise's name and when it was made, its dots, and the words at them."""
    first, last, y, us, moved = rows[0], rows[-1], rows[0]["y"], name == "us", name == "a110"
    color, ink = ("warm", "warm") if us else ("context-deep", "ink")
    dates = [fmt.date(PartialDate(str(row["said"])[:7]), short=True).replace(" ", "\u00a0") for row in rows]

    def hover(row):
        return f"{fmt.text(name)}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    beside = {"x": left, "y": y, "dx": ASIDE, "room": ROOM, "ground": True}
    up, baseline = {"wide": -0.15, "narrow": 1.9, "card": 0}, {"wide": "bottom", "card": "middle"}
    yield label(fmt.text(name), dy=up, baseline=baseline, color=ink, bold=True, **beside)
    up, baseline = {"wide": 0.15, "narrow": 0.6}, {"wide": "top", "narrow": "bottom"}
    yield label(fmt.text(f"said_{name}", dates=dates), dy=up, baseline=baseline, shapes=BUT_CARD, **beside)
    if us or moved:
        how = {"width": 2, "dash": "2px,4px"} if us else {"width": 3}
        yield line(x=(first["x"], last["x"] - 0.1), y=y, color=color, under=True, **how)
    look = {"x": "x", "y": "y", "color": color, "size": 0.9, "hover": hover}
    yield dots([first], **look)
    if last is not first:
        yield dots([last], hollow=us, symbol="arrow-right" if moved else "circle", **look)
    for row in (row for row in rows if row["id"] in WORDS):
        place = {"x": row["x"], "y": y, "ground": True} | WORDS[row["id"]]
        yield label(fmt.text(row["id"], date=dates[-1]), color=ink, **place)
