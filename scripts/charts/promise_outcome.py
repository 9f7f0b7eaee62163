"""Every Alpine that was promised, as a silhouette: full if it came, pale if it is still to come, dotted if it left the list."""

from itertools import groupby

from scripts.charts._silhouettes import CARS, car
from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.cells import PartialDate

SEVEN, ADDED = "x03", "x13"
"""The promise of seven electric cars, and that of one more."""
PROMISES = (
    ("model-a290", "x10", "hatchback"), ("model-a390", "x11", "crossover"), ("model-suv-d", "s22", "suv"), ("model-suv-e", "s22", "suv-large"),
    ("model-a110-electric", "x04", "coupe"), ("model-a110-spider", SEVEN, "spider"), ("model-a310", SEVEN, "two-plus-two"), ("model-supercar", "x13", "supercar"),
)
"""Model, the claim in which it was promised, and its drawing; the cars of a group side by side."""
LOOKS = {"came": ("accent", "accent"), "gone": ("warm", "warm"), "due": ("accent-soft", "ink"), "late": ("accent-soft", "warm"), "added": ("context", "ink")}
"""Colour of the car and of what is said of it."""
FLOORS = {"came": ("came", "gone"), "gone": ("came", "gone"), "due": ("due",), "added": ("added",)}
"""Group -> those that may stand beside it, on one ground."""


def rows(facts):
    found = []
    for key, claim_id, drawn in PROMISES:
        model, claim = facts.select("models", key=key)[0], facts.select("claims", claim_id=claim_id)[0]
        promised = model.promised_for if model.promised_for in claim.promised_for else claim.promised_for  # of a promise for several cars: the car's own year
        late = model.expected_for and PartialDate(model.expected_for).last_day > PartialDate(promised).last_day
        group = "came" if model.launched_on else "gone" if model.for_us == "dropped" else "added" if claim_id == ADDED else "due"
        row = Row.of(
            model, id=key, car=model.each("model"), drawn=drawn, speaker=claim.each("speaker"), said=claim.said_on, promised=promised, unveiled=model.launched_on,
            expected=model.expected_for, as_of=model.status_as_of, outcome=f"is_{'late' if late else group}", state="late" if late else group, group=group, within=claim_id == SEVEN,
        )
        found.append(row.resting_on(claim))
    return found


def values(rows, fmt):
    seven = [row for row in rows if row["group"] != "added"]
    counts = {name: sum(row["group"] == name for row in seven) for name in ("came", "due", "gone")}
    first = {row["state"]: row for row in reversed(rows)}
    return {name: str(count) for name, count in counts.items()} | {"seven": str(len(seven)), "checked": fmt.date(first["gone"]["as_of"]), "now": _year(first["late"]["expected"], fmt)}


def picture(rows, fmt, sheet):
    """The groups one after the other, each under a line of its own; the car that is none of the seven in a row by itself, and not on a card."""
    em, bare, across = sheet.em, sheet.shape == "card", 2 if sheet.shape == "narrow" else 4
    pitch = sheet.width / across
    tallest = {name: max(CARS[row["drawn"]].height for row in rows if row["group"] in groups) for name, groups in FLOORS.items()}
    scale = (pitch - 1.2 * em) / max(one.length for one in CARS.values())
    if bare:
        scale = min(scale, (sheet.height - 7.3 * em) / (tallest["came"] + tallest["due"]))
    head, gap = (1.75, 0.25) if bare else (2.2, 0.7)
    x = top = bottom = 0.0
    for name, mine in groupby([row for row in rows if not (bare and row["group"] == "added")], lambda row: row["group"]):
        cars, alone = list(mine), name == "added"
        if alone or x + min(len(cars), across) * pitch > sheet.width + 1:
            x, top = 0.0, bottom
        color = LOOKS[name][1]
        yield line(x=(x, x + (across if alone else min(len(cars), across)) * pitch - 0.8 * em), y=top + 2, color="axis" if color == "ink" else color, width=2)
        yield label(fmt.text(name), x=x, y=top + 0.3 * em, baseline="top", color=color, bold=True, size={"wide": 1.12, "card": 0.97})
        for row in cars:
            if x + pitch > sheet.width + 1:  # the group goes on in a line without a heading
                x, top = 0.0, bottom - (head - 0.8) * em
            ground = top + head * em + tallest[name] * scale
            yield from car(CARS[row["drawn"]], x=x, ground=ground, scale=scale, color=LOOKS[row["state"]][0], outlined=name == "gone", hover=fmt.text(row["id"]))
            y = ground + 0.3 * em if not alone else top + head * em
            for text, role, bold in _words(row, fmt, (sheet.width - pitch if alone else pitch) / em - 0.9)[: 1 if bare else 3]:
                yield label(text, x=x + pitch * alone, y=y, baseline="top", color=role, bold=bold)
                y += measure.height(text) * em
            bottom, x = max(bottom, y + gap * em), x + pitch


def _words(row, fmt, room):
    """The car's name, what became of it, and what had been promised: text, colour, bold."""
    expected, state = row["expected"], row["state"]
    told = fmt.text(f"told_{state}", year=_year(expected or row["promised"], fmt), date=fmt.date(str(row["as_of"] if state == "gone" else row["unveiled"] or row["said"])[:7]))
    said = fmt.text("said_by" if row["within"] else "said_for", year=fmt.term(row["promised"]))
    who = fmt.text("who", speaker=fmt.in_language(row["speaker"]), date=fmt.date(str(row["said"])[:7], short=True))
    return [
        (fmt.text(row["id"]), "ink", True), (measure.wrap(told, room, bold=state == "late"), LOOKS[state][1], state == "late"),
        (f"{measure.wrap(said, room)}<br>{measure.wrap(who, room)}", "soft", False),
    ]


def _year(term, fmt):
    return fmt.text("year_end", year=term[:4]) if term.endswith("-12") else fmt.term(term)
