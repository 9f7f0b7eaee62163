"""The seven Alpines that were promised, as silhouettes.

Full if it came, pale if it is still to come, dotted if it is missing from the line-up.
"""

from functools import reduce

from scripts.charts._silhouettes import CARS, draw_car
from scripts.drawing.rows import Row

PROMISES = {
    "model-a290": ("x10", "hatchback"),
    "model-a390": ("x11", "crossover"),
    "model-suv-d": ("s22", "suv"),
    "model-suv-e": ("s22", "suv-large"),
    "model-a110-electric": ("x04", "coupe"),
    "model-a110-spider": ("x03", "spider"),
    "model-a310": ("x03", "two-plus-two"),
}
"""Model -> the claim in which it was promised, and its drawing; the cars of a group side by side."""
COLORS = {"came": ("accent", "accent"), "gone": ("warm", "warm"), "due": ("ink", "accent-soft")}
"""Group: the colour of its line and name, and of its cars."""


def rows(facts):
    cars = []
    for key, (claim_id, silhouette) in PROMISES.items():
        (model,), claim = facts.select("models", key=key), facts.row("claims", claim_id)
        # Of a promise for several cars: the car's own year.
        promised = model.promised_for if model.promised_for in claim.promised_for else claim.promised_for
        expected = model.expected_for
        late = expected and expected.last_day > promised.last_day
        group = "came" if model.launched_on else "gone" if model.for_us == "dropped" else "due"
        state = "late" if late else group
        row = Row.of(
            model,
            id=key,
            car=model.each("model"),
            drawn=silhouette,
            speaker=claim.each("speaker"),
            said=claim.said_on,
            promised=promised,
            unveiled=model.launched_on,
            expected=expected,
            as_of=model.status_as_of,
            outcome=f"is_{state}",
            state=state,
            group=group,
        )
        cars.append(row.with_source(claim))
    return cars


def values(rows, fmt):
    late = sum(row["state"] == "late" for row in rows)
    counts = {name: str(sum(row["group"] == name for row in rows)) for name in ("came", "due", "gone")}
    return counts | {"seven": str(len(rows)), "late": fmt.text("in_words").split()[late]}


def draw(sheet, rows, fmt):
    """Floors of cars, each group under a line and its name; the cars are as large as width and words leave room for."""
    sheet.use_pixels()
    em, narrow, card = sheet.em, sheet.shape == "narrow", sheet.shape == "card"
    groups = {name: [row for row in rows if row["group"] == name] for name in COLORS}
    floors = [("came",), ("gone",), ("due",)] if narrow else [("came", "gone"), ("due",)]
    pitch = {name: sheet.width / (len(cars) if narrow else 4) for name, cars in groups.items()}
    room = {name: sheet.width / len(floor) for floor in floors for name in floor}

    def wrapped(text, width):
        return sheet.wrap(text, width / em - 0.6)

    heads = {name: wrapped(f"<b>{fmt.text(name + '_card' * card)}</b>", room[name]) for name in groups}
    whos = {name: wrapped(_who(name, cars, fmt), room[name]) for name, cars in groups.items()}
    words = {row["id"]: wrapped(_outcome(row, fmt), pitch[row["group"]]) for row in rows}
    above, below, tall = [], [], []  # of each floor: px of its headings, px of its words, cm of its tallest car
    for floor in floors:
        cars = [row for name in floor for row in groups[name]]
        over = max(sheet.height_of(heads[name]) + (0 if card else sheet.height_of(whos[name])) for name in floor)
        above.append((8 if narrow or card else 14) + em * (0.3 + over))
        below.append(em * (0.3 + (0 if card else max(sheet.height_of(words[row["id"]]) for row in cars))))
        tall.append(max(CARS[row["drawn"]].height for row in cars))
    top, free = 0.0, sheet.height - sum(above) - sum(below)
    by_width = (min(pitch.values()) - 0.8 * em - 6) / max(silhouette.length for silhouette in CARS.values())
    scale = min(by_width, (free - 0.5 * em * len(floors)) / sum(tall))
    for floor, over, under, height in zip(floors, above, below, tall, strict=True):
        x, ground = 0.0, top + over + height * scale
        for name in floor:
            ink, paint = COLORS[name]
            sheet.rule(x=(x, x + room[name] - 0.8 * em), y=top + 2, color=ink, width=2)
            place = {"x": x, "y": top + 0.3 * em, "baseline": "top"}
            sheet.label(heads[name], color=ink, **place)
            if not card:
                sheet.label(whos[name], dy=-sheet.height_of(heads[name]), **place)
            for row in groups[name]:
                look = {"scale": scale, "color": paint, "hover": fmt.text(row["id"]), "dotted": name == "gone"}
                draw_car(sheet, CARS[row["drawn"]], x + 2, ground, **look)
                if not card:
                    sheet.label(words[row["id"]], x=x, y=ground + 0.3 * em, baseline="top", color="ink")
                x += pitch[name]
        top = ground + under + (free - sum(tall) * scale) / len(floors)


def _who(name, cars, fmt):
    """Who promised a group's cars, and when, each with its month where they differ."""
    cars_by_month = {}
    for row in cars:
        month = fmt.month(row["said"], short=True).replace(" ", "\u00a0")
        cars_by_month[month] = fmt.text(row["id"])
    dates = [f"{month} ({car})" if len(cars_by_month) > 1 else month for month, car in cars_by_month.items()]
    date = reduce(lambda a, b: fmt.word("term.and", a=a, b=b), dates)
    seen = fmt.date(str(cars[0]["as_of"]))
    return fmt.text(f"who_{name}", speaker=fmt.in_language(cars[0]["speaker"]), date=date, seen=seen)


def _outcome(row, fmt):
    """A car's name, and when it came, is to come, or was found missing."""
    day = row["expected"] or row["unveiled"] or row["as_of"]
    year, _, month = (row["expected"] or "").partition("-")
    date = fmt.word("models.end", year=year) if month == "12" else fmt.month(day)
    date = f"<b>{date}</b>" if row["state"] == "late" else date
    outcome = fmt.text(f"told_{row['state']}", date=date, year=row["promised"])
    return f"<b>{fmt.text(row['id'])}</b><br>{outcome}"
