"""What became of four promised dates: a row each; across, the year promised, and a last column for no date."""

from scripts.drawing.rows import Row
from scripts.facts.cells import PartialDate

AGAIN, HALT = "ev-2024-05-krief-the-us-in", "ev-2025-04-24-us-launch-put-on"
MODEL, MOVED = "model-a110-electric", "x04-2025-10"
HEADS = 0.8
"""How far over the first promise the years stand, in rows."""


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


def draw(sheet, rows, fmt):
    """Places on x are years promised; on y the promises, counted down from 0."""
    america = [bool(row["promised"]) for row in rows if row["what"] == "us"]
    assert america == [True, True, False], "the title says that America had a date and lost it: mend both"
    years = sorted(int(row["promised"]) for row in rows if row["promised"])
    none = years[-1] + 1.3
    sheet.scale(y=(-3.5, HEADS))
    sheet.band(x=(none - 0.5, none + 0.5), opacity=0.5)
    for year in (*range(years[0], years[-1] + 1), none):
        words, color = (fmt.text("none"), "warm") if year == none else (str(year), "soft")
        sheet.rule(x=year, color="line", under=True)
        sheet.label(words, x=year, y=HEADS, align="center", color=color)
    for down, name in enumerate(dict.fromkeys(row["what"] for row in rows)):
        promise = [row.also(x=float(row["promised"] or none), y=-down) for row in rows if row["what"] == name]
        _draw_promise(sheet, name, promise, years[0] - 0.5, fmt)


def _draw_promise(sheet, name, rows, left, fmt):
    """A promise's name and when it was made, its dots, and the words at them."""
    first, last, y = rows[0], rows[-1], rows[0]["y"]
    us, moved, card = name == "us", name == "a110", sheet.shape == "card"
    color, ink = ("warm", "warm") if us else ("context-deep", "ink")
    dates = [fmt.date(PartialDate(str(row["said"])[:7]), short=True).replace(" ", "\u00a0") for row in rows]

    def hover(row):
        return f"{fmt.text(name)}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    # The names stand beside the columns, in a narrow picture over the marks.
    room = sheet.choose(16, narrow=25, card=13.5)
    beside = {"x": left, "y": y, "dx": sheet.choose(-room, narrow=0), "room": room, "ground": True}
    place = {"dy": sheet.choose(-0.15, narrow=1.9, card=0), "baseline": sheet.choose("bottom", card="middle")}
    sheet.label(fmt.text(name), color=ink, bold=True, **place, **beside)
    if not card:
        place = {"dy": sheet.choose(0.15, narrow=0.6), "baseline": sheet.choose("top", narrow="bottom")}
        sheet.label(fmt.text(f"said_{name}", dates=dates), **place, **beside)
    if us or moved:
        look = {"width": 2, "dash": "2px,4px"} if us else {"width": 3}
        sheet.rule(x=(first["x"], last["x"] - 0.1), y=y, color=color, under=True, **look)
    look = {"x": "x", "y": "y", "color": color, "size": 0.9, "hover": hover}
    sheet.dots([first], **look)
    if last is not first:
        sheet.dots([last], hollow=us, symbol="arrow-right" if moved else "circle", **look)
    over = {"dy": sheet.choose(0.5, narrow=-0.5), "baseline": sheet.choose("bottom", narrow="top")}
    words = {
        "us-last": over | {"align": "right", "dx": sheet.choose(-2.7, card=-1.9), "room": 13},
        "a110-last": {"dx": 0.6, "baseline": "middle"},
    }
    if not card:
        words["profit-1"] = over | {"align": "center", "room": 4}
        words["profit-last"] = over | {"dx": -0.6}
    for row in rows:
        if row["id"] in words:
            place = {"x": row["x"], "y": y} | words[row["id"]]
            sheet.label(fmt.text(row["id"], date=dates[-1]), color=ink, ground=True, **place)
