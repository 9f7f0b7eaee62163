"""How four promised dates moved: across, when a date was given; up, the year by whose end the thing was promised."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line, only
from scripts.facts.cells import PartialDate

MODEL, MODEL_MOVED = "model-a110-electric", "x04-2025-10"
REPEAT = "ev-2024-05-krief-the-us-in"
LINES = {
    "us": ("x02", REPEAT, "ev-2025-04-24-us-launch-put-on"),
    "canada": ("x14",),
    "a110": ("x04", MODEL_MOVED),
    "even": ("x07", "x06"),
}
"""What was said about each, in the order of saying.

A claim gives a date, or another in its place; `REPEAT` says it again, an event takes it away, a change of verdict gives
the model's new one.
"""
FIRST, LAST = 2023, 2027
"""The years of saying. A line that began before comes in at the left."""
NONE, CARD_NONE = 2030.3, 2028.2
"""Where "no date" stands among the years promised: on a card, which leaves two lines out, lower."""
ON_CARD = ("us", "a110")
COLORS = {"us": "warm", "canada": "context-deep", "a110": "context", "even": "context"}
LOWER = {"even-last": 0.16}
"""Beside the electric A110, promised for the same year on the same day."""


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
            # The line goes on to the newest evidence on any of them.
            found.append(Row.of(record, id=f"{name}-{ending}", newest=model.status_as_of, **cells))
    return found


def marks(rows, fmt):
    """Places on x are days, on y years promised. A date holds until the next is given; the highest place is no date."""
    america = [bool(row["promised"]) for row in rows if row["what"] == "us"]
    assert america == [True, True, False], "the title says that America had a date and lost it: mend both"
    yield from only(BUT_CARD, _dates(rows, fmt, NONE))
    yield from only({"card"}, _dates([row for row in rows if row["what"] in ON_CARD], fmt, CARD_NONE))


def _dates(rows, fmt, none):
    """The axes, and each promise's way over them; `none`: the height of "no date"."""
    levels = [float(row["promised"] or none) - LOWER.get(row["id"], 0) for row in rows]
    rows = [row.also(at=years(row["said"]), level=level) for row, level in zip(rows, levels, strict=True)]
    due = [int(row["promised"]) for row in rows if row["promised"]]
    foot, beside = _foot(rows), {"x": FIRST, "align": "right", "baseline": "middle", "dx": -0.5}
    yield band(y=(none - 0.5, none + 0.5), opacity=0.5)
    for year in range(min(due), max(due) + 1):
        yield label(str(year), y=year, **beside)
        yield line(x=(FIRST, LAST), y=year, color="line", under=True)
    yield label(fmt.text("none"), y=none, **beside)
    for year in range(FIRST, LAST):
        yield line(x=year, y=(foot, foot + 0.1))
        yield label(str(year), x=year + 0.5, y=foot, align="center", baseline="top", dy=-0.2)
    yield line(x=(FIRST, LAST), y=foot)
    yield label(fmt.text("axis"), x=FIRST, y=foot, align="right", baseline="top", dx=-0.5, dy=-0.2)
    for name in LINES:
        if mine := [row for row in rows if row["what"] == name]:
            yield from _way(mine, fmt.label(name), COLORS[name], fmt)


def _way(rows, name, color, fmt):
    """A promise's line, a dot where a date was given, hollow where it was taken away, and what its last jump did."""
    first, last, alone, pale = rows[0], rows[-1], len(rows) == 1, color == "context"
    ink = "soft" if pale else color

    def hover(row):
        return f"{name}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}"

    for now, then in pairwise([*rows, last.also(at=years(last["newest"]))]):
        dash = None if then["promised"] else "dot"  # a break, no climb through the years between
        ends = max(now["at"], FIRST), then["at"]
        yield line(x=ends, y=now["level"], color=color, width=1.5 if pale else 3, under=True)
        yield line(x=then["at"], y=(now["level"], then["level"]), color=color, width=1.5, dash=dash, under=True)
    inside = [row for row in rows if row["at"] >= FIRST]
    yield dots(inside, x="at", y="level", color=color, size=0.5 if pale else 0.8, hollow="gone", hover=hover)
    over = {"align": "center" if alone else "left", "dx": {"wide": 0, "card": 0.7}, "dy": 0.5}
    size, width = {"wide": 1 if pale else 1.1, "card": 1, "narrow": 1}, {"wide": None, "narrow": 9}
    words = name if alone or pale else {"wide": fmt.text("said", year=first["promised"]), "card": f"<b>{name}</b>"}
    if first in inside:
        yield label(words, x=first["at"], y=first["level"], color=ink, bold=alone, size=size, width=width, **over)
    month, place = _month(last, fmt), {"x": last["at"], "y": last["level"], "color": ink}
    if not last["promised"]:
        yield label(fmt.text("hold", date=month), align="right", baseline="middle", dx=-0.7, **place)
        yield label(fmt.text("since"), dx=0.7, dy=0.2, **place)
    elif not alone:
        yield label(fmt.text(f"moved_{last['what']}", date=month), baseline="top", dx=0.3, dy=-0.5, **place)


def _month(row, fmt):
    """The month of saying, in one line."""
    return fmt.date(PartialDate(str(row["said"])[:7]), short=True).replace(" ", "\u00a0")


def scale(rows):
    low, card_low = _foot(rows), _foot(row for row in rows if row["what"] in ON_CARD)
    return {"x": (FIRST, LAST), "y": {"wide": (low, NONE + 0.5), "card": (card_low, CARD_NONE + 0.5)}}


def _foot(rows):
    """Half a year under the first year promised."""
    return min(int(row["promised"]) for row in rows if row["promised"]) - 0.5
