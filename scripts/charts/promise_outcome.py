"""The seven Alpines that were promised, as silhouettes: full if it came, pale if it is still to come, dotted if it is missing from the line-up."""

from functools import reduce

from scripts.charts._silhouettes import CARS, car
from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import label, line
from scripts.facts.cells import PartialDate

PROMISES = {
    "model-a290": ("x10", "hatchback"), "model-a390": ("x11", "crossover"), "model-suv-d": ("s22", "suv"), "model-suv-e": ("s22", "suv-large"),
    "model-a110-electric": ("x04", "coupe"), "model-a110-spider": ("x03", "spider"), "model-a310": ("x03", "two-plus-two"),
}
"""Model -> the claim in which it was promised, and its drawing; the cars of a group side by side."""
COLORS = {"came": ("accent", "accent"), "gone": ("warm", "warm"), "due": ("ink", "accent-soft")}
"""Group: the colour of its words, and of its cars."""


def rows(facts):
    found = []
    for key, (claim_id, drawn) in PROMISES.items():
        model, claim = facts.select("models", key=key)[0], facts.select("claims", claim_id=claim_id)[0]
        promised = model.promised_for if model.promised_for in claim.promised_for else claim.promised_for  # of a promise for several cars: the car's own year
        group = "came" if model.launched_on else "gone" if model.for_us == "dropped" else "due"
        state = "late" if model.expected_for and PartialDate(model.expected_for).last_day > PartialDate(promised).last_day else group
        cells = {"id": key, "car": model.each("model"), "speaker": claim.each("speaker"), "said": claim.said_on, "promised": promised, "unveiled": model.launched_on, "expected": model.expected_for}
        found.append(Row.of(model, **cells, as_of=model.status_as_of, outcome=f"is_{state}", state=state, group=group, drawn=drawn).resting_on(claim))
    return found


def values(rows, fmt):
    late = sum(row["state"] == "late" for row in rows)
    return {name: str(sum(row["group"] == name for row in rows)) for name in ("came", "due", "gone")} | {"seven": str(len(rows)), "late": fmt.text("in_words").split()[late]}


def picture(rows, fmt, sheet):
    """Floors of cars, each group under a line and its name; the cars are as large as width and words leave room for."""
    em, narrow, card = sheet.em, sheet.shape == "narrow", sheet.shape == "card"
    groups = {name: [row for row in rows if row["group"] == name] for name in COLORS}
    floors = [(name,) for name in groups] if narrow else [("came", "gone"), ("due",)]
    pitch = {name: sheet.width / (len(cars) if narrow else 4) for name, cars in groups.items()}
    words = {name: (f"<b>{fmt.text(f'{name}_card')}</b>" if card else f"<b>{fmt.text(name)}</b><br>{_who(name, cars, fmt)}", len(cars) * pitch[name]) for name, cars in groups.items()}
    words |= {row["id"]: ("" if card else f"<b>{fmt.text(row['id'])}</b><br>{_told(row, fmt)}", pitch[row["group"]]) for row in rows}
    words = {key: measure.wrap(text, room / em - 0.6, slack=1.03 if sheet.shape in ("poster", "card") else measure.SLACK) for key, (text, room) in words.items()}
    above = [8 + em * (0.3 + max(measure.height(words[name]) for name in floor)) for floor in floors]
    below = [em * max(0.3 + measure.height(words[row["id"]]) * (not card) for name in floor for row in groups[name]) for floor in floors]
    tall = [max(CARS[row["drawn"]].height for name in floor for row in groups[name]) for floor in floors]
    free, top = sheet.height - sum(above) - sum(below), 0.0
    scale = min((min(pitch.values()) - 0.8 * em) / max(one.length for one in CARS.values()), (free - 0.5 * em * len(floors)) / sum(tall))
    for floor, over, under, height in zip(floors, above, below, tall, strict=True):
        x, ground = 0.0, top + over + height * scale
        for name in floor:
            yield line(x=(x, x + len(groups[name]) * pitch[name] - 0.8 * em), y=top + 2, color=COLORS[name][0], width=2)
            yield label(words[name], x=x, y=top + 0.3 * em, baseline="top", color=COLORS[name][0])
            for row in groups[name]:
                yield from car(CARS[row["drawn"]], x=x + 2, ground=ground, scale=scale, color=COLORS[name][1], outlined=name == "gone", hover=fmt.text(row["id"]))
                yield None if card else label(words[row["id"]], x=x, y=ground + 0.3 * em, baseline="top", color="warm" if row["state"] == "late" else "ink")
                x += pitch[name]
        top = ground + under + (free - sum(tall) * scale) / len(floors)


def _who(name, cars, fmt):
    months = (fmt.date(month, short=True) for month in sorted({str(row["said"])[:7] for row in cars}))
    return fmt.text(f"who_{name}", speaker=fmt.in_language(cars[0]["speaker"]), date=reduce(lambda a, b: fmt.word("term.and", a=a, b=b), months))


def _told(row, fmt):
    day = row["expected"] or str(row["unveiled"] or row["as_of"])[:7]
    return fmt.text(f"told_{row['state']}", date=fmt.word("models.end", year=day[:4]) if row["expected"] and day.endswith("-12") else fmt.date(day), year=row["promised"])
