"""Every Alpine that was promised, as a silhouette: full if it came, pale if it is still to come, dotted if it left the list."""

from scripts.charts._silhouettes import CARS, TALL
from scripts.drawing import theme
from scripts.drawing.chart import Row
from scripts.drawing.measure import wrap
from scripts.drawing.plot import label, line, path
from scripts.facts.cells import PartialDate

SEVEN = "x03"
PROMISES = (
    ("model-a290", "x10", "hatchback"), ("model-a390", "x11", "crossover"), ("model-suv-d", "s22", "suv"), ("model-suv-e", "s22", "suv-large"),
    ("model-a110-electric", "x04", "coupe"), ("model-a110-spider", SEVEN, "spider"), ("model-a310", SEVEN, "two-plus-two"), ("model-supercar", "x13", "supercar"),
)
"""Model, the claim in which it was promised, and its drawing."""
COLORS = {"came": "accent", "late": "accent-soft", "due": "accent-soft", "gone": "warm"}
GROUPS = {"came": "accent", "gone": "warm", "due": "ink"}


def rows(facts):
    return [_row(facts.select("models", key=model)[0], facts.select("claims", claim_id=claim)[0], car) for model, claim, car in PROMISES]


def _row(model, claim, car):
    # A promise for several cars names several years: then the car's own is meant.
    promised = model.promised_for if model.promised_for in claim.promised_for else claim.promised_for
    late = model.expected_for and PartialDate(model.expected_for).last_day > PartialDate(promised).last_day
    state = "came" if model.launched_on else "gone" if model.for_us == "dropped" else "late" if late else "due"
    return Row(
        {
            "id": model.key, "car": model.each("model"), "drawn": car, "state": state, "claim": claim.claim_id, "speaker": claim.each("speaker"),
            "said": claim.said_on, "promised": promised, "unveiled": model.launched_on, "expected": model.expected_for, "as_of": model.status_as_of,
            "outcome": f"is_{state}", "status": model.each("status"),
        },
        tuple(dict.fromkeys((*claim.source_ids, *model.source_ids))), model.confidence, (model.place, claim.place), False, model.each("note"),
    )


def values(rows, fmt):
    count = lambda *states: str(sum(row["state"] in states for row in rows))  # noqa: E731
    return {"count": str(len(rows)), "came": count("came"), "due": count("late", "due"), "gone": count("gone"), "checked": fmt.date(_first(rows, "gone")["as_of"]), "now": _year(_first(rows, "late")["expected"], fmt)}


def _first(rows, state):
    return next(row for row in rows if row["state"] == state)


def picture(rows, fmt, sheet):
    """Two or four cars side by side, by what became of them; a heading over the first of each kind."""
    em, card = sheet.em, sheet.shape == "card"
    across = 2 if sheet.shape == "narrow" else 4
    pitch, head, after = sheet.width / across, 1.9 if card else 2.3, 1.9 if card else 2.2
    cells = _cells(rows, across)
    words = {row["id"]: [] if card else _words(row, fmt, pitch / em - 0.9) for row in rows}
    floors = {}
    for at, name, row in cells:
        tall, lines, headed = floors.get(at // across, (0, 0, False))
        floors[at // across] = max(tall, CARS[row["drawn"]].height), max(lines, sum(text.count("<br>") + 1 for text, *_ in words[row["id"]])), headed or bool(name)
    room = sheet.height - em * sum(head * headed + 1.3 * lines + after for _, lines, headed in floors.values())
    scale = min((pitch - 1.2 * em) / max(car.length for car in CARS.values()), room / sum(tall for tall, *_ in floors.values()))
    tops, ground, y = {}, {}, 0.0
    for floor, (tall, lines, headed) in floors.items():
        tops[floor], ground[floor] = y, y + head * headed * em + scale * tall
        y = ground[floor] + (1.3 * lines + after) * em
    marks = []
    for at, name, row in cells:
        x, base = at % across * pitch, ground[at // across]
        if name:
            wide = min(sum(_group(one) == name for one in rows), across - at % across) * pitch - 0.8 * em
            top, color = tops[at // across], GROUPS[name]
            marks.append(line(x=(x, x + wide), y=(top + 2, top + 2), color="axis" if color == "ink" else color, width=2))
            marks.append(label(fmt.text(name), x=x, y=top + 0.3 * em, baseline="top", color=color, bold=True, size=1.12))
        marks += _car(row, fmt, x, base, scale)
        marks.append(label(fmt.text(row["id"]), x=x, y=base + 0.3 * em, baseline="top", color="ink", bold=True))
        below = base + 1.6 * em
        for text, color, bold in words[row["id"]]:
            marks.append(label(text, x=x, y=below, baseline="top", color=color, bold=bold))
            below += 1.3 * em * (text.count("<br>") + 1)
    return marks


def _group(row):
    return "due" if row["state"] == "late" else row["state"]


def _cells(rows, across):
    """Where each car stands, the heading over it if it is the first of its kind, and its row. A kind that would break begins a new line."""
    cells, place = [], 0
    for name in GROUPS:
        mine = [row for row in rows if _group(row) == name]
        if place % across + min(len(mine), across) > across:
            place += across - place % across
        cells += [(place + number, name if number == 0 else "", row) for number, row in enumerate(mine)]
        place += len(mine)
    return cells


def _words(row, fmt, room):
    """What became of the car, and what had been promised, by whom and when: text, colour, bold."""
    state, expected = row["state"], row["expected"]
    year = _year(expected or row["promised"], fmt)
    kind = state if state != "due" else "open" if not expected else "end" if len(expected) > 4 else "due"
    told = fmt.text(f"outcome_{kind}", year=year, date=fmt.date(str(row["as_of"] if state == "gone" else row["unveiled"] or row["said"])[:7]))
    said = fmt.text("said_by" if row["claim"] == SEVEN else "said_for", year=fmt.term(row["promised"]))
    who = fmt.text("who", speaker=fmt.in_language(row["speaker"]), date=fmt.date(str(row["said"])[:7], short=True))
    return [
        (wrap(told, room, bold=state == "late"), {"came": "accent", "late": "warm", "gone": "warm"}.get(state, "ink"), state == "late"),
        (wrap(said, room) + "<br>" + wrap(who, room), "soft", False),
    ]


def _car(row, fmt, x, base, scale):
    car, gone, color = CARS[row["drawn"]], row["state"] == "gone", COLORS[row["state"]]
    outline = path(
        car.outline if gone else car.body, x=(x, x + car.length * scale), y=(base, base - TALL * scale), box=(car.length, TALL), color=color,
        filled=not gone, dash="1.5px,2.5px" if gone else None, under=True,
    )
    return [outline, _wheels(car, x, base, scale, color, gone, f"{fmt.text(row['id'])}<br>{fmt.in_language(row['status'])}")]


def _wheels(car, x, base, scale, color, gone, said):
    """Two discs cut out of the body, a ring and a hub in each; those of an outline are in its path. They speak for the car."""
    places = {"x": [x + axle * scale for axle in car.axles], "y": [base - car.wheel * scale] * 2}

    def mark(plot):
        sizes = ((2 * car.wheel + 9) * scale, "circle", "paper", 0), (1.62 * car.wheel * scale, "circle-open-dot", color, 0.38 * car.wheel * scale)
        for size, symbol, role, width in sizes[: 1 if gone else 2]:
            marker = {"symbol": symbol, "size": round(0.1 if gone else size, 1), "color": theme.color(role), "opacity": 1, "line": {"width": round(width, 1), "color": theme.color(role)}}
            plot.trace(type="scatter", **places, mode="markers", cliponaxis=False, marker=marker, hover=[said, ""] if symbol != "circle" or gone else None)

    return mark


def _year(term, fmt):
    return fmt.text("year_end", year=term[:4]) if term.endswith("-12") else fmt.term(term)
