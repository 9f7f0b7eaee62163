"""The seven Alpines that were promised, as silhouettes.

Full if it came, pale if it is still to come, dotted if it is missing from the line-up.
"""

import re
from pathlib import Path

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
"""Model -> the claim in which it was promised, and its drawing in cars/; the cars of a group side by side."""
GROUPS = {"came": (0, 2, 0), "gone": (2, 4, 0), "due": (0, 4, -1)}
ON_PHONE = {"came": (0, 4, 0), "gone": (0, 4, -1), "due": (0, 4, -2)}
"""Group -> its ends on x, where a car takes 1, and its height on y."""
COLORS = {"came": ("accent", "accent"), "gone": ("warm", "warm"), "due": ("ink", "accent-soft")}
"""Group -> the colour of its line and name, and of its cars."""


def rows(facts):
    cars = []
    for key, (claim_key, drawing) in PROMISES.items():
        (model,) = facts.select("models", key=key)
        claim = facts.row("claims", claim_key)
        group = "came" if model.launched_on else "gone" if model.for_us == "dropped" else "due"
        late = model.expected_for and model.expected_for.last_day > model.promised_for.last_day
        row = Row.of(
            model,
            car=key,
            speaker=claim.each("speaker"),
            said=claim.said_on,
            promised=model.promised_for,
            unveiled=model.launched_on,
            expected=model.expected_for,
            as_of=model.status_as_of,
            outcome=f"is_{'late' if late else group}",
            group=group,
            drawing=drawing,
        )
        cars.append(row.with_source(claim))
    return cars


def values(rows, fmt):
    counts = {name: str(sum(row["group"] == name for row in rows)) for name in GROUPS}
    return counts | {"seven": str(len(rows))}


def draw(sheet, rows, fmt):
    """On x places of cars, four to a floor; on y floors, counted down from 0."""
    sheet.scale(x=(0, 4), y=(sheet.choose(-1.95, narrow=-2.95), 0.02))
    for group, (left, right, top) in sheet.choose(GROUPS, narrow=ON_PHONE).items():
        _draw_head(sheet, group, left, right, top, fmt)
        cars = [row for row in rows if row["group"] == group]
        pitch = sheet.choose(1, narrow=4 / len(cars))
        ground = top - sheet.choose(0.64, narrow=0.62, card=0.65)
        for number, row in enumerate(cars):
            car = row.with_cells(x=left + number * pitch, y=ground)
            _draw_car(sheet, car, pitch, fmt)


def _draw_head(sheet, group, left, right, top, fmt):
    """Over a group a line from one place on x to another, its name and who promised it."""
    color, _ = COLORS[group]
    across = (left, right - 0.08)
    sheet.rule(x=across, y=top, color=color, stroke=2)
    name = group
    if sheet.shape == "card" and group != "came":  # a card does not say who promised it
        name = f"{group}_card"
    sheet.label(fmt.text(name), x=left, y=top, baseline="top", dy=-0.3, color=color, bold=True, between=across)
    if sheet.shape != "card":  # which is low
        sheet.label(fmt.text(f"who_{group}"), x=left, y=top, baseline="top", dy=-1.6, between=across)


def _draw_car(sheet, row, pitch, fmt):
    """A car at its place on x, on its ground on y, its name and what became of it; the next is `pitch` further."""
    _, color = COLORS[row["group"]]
    if row["outcome"] == "is_late":
        color = "warm-soft"
    filled = row["group"] != "gone"
    outline, box = _drawing(row["drawing"], filled=filled)
    size = sheet.choose(3.4, wide=3.7, narrow=3, card=1.6)
    sheet.path(
        outline, x=row["x"], y=row["y"], box=box, size=size, color=color, filled=filled, dash="2px,2.5px", stroke=2
    )
    words = f"<b>{fmt.text(row['car'])}</b>"
    if sheet.shape != "card":
        words += f"<br>{_outcome(row, fmt)}"
    between = (row["x"], row["x"] + pitch)
    sheet.label(words, x=row["x"], y=row["y"], baseline="top", dy=-0.1, color="ink", between=between)


def _drawing(name, *, filled):
    """A car's side view, nose to the right, and its box: the first path of its file, or the last, its outline."""
    svg = (Path(__file__).parent / "cars" / f"{name}.svg").read_text("utf-8")
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    paths = re.findall(r' d="(.+?)"', svg)
    return paths[0 if filled else -1], (width, height)


def _outcome(row, fmt):
    """When a car was due, and when it came, is to come, or was found missing."""
    state = row["outcome"].removeprefix("is_")
    date = fmt.term(row["expected"]) if row["expected"] else fmt.month(row["unveiled"] or row["as_of"])
    return fmt.text(f"told_{state}", date=date, year=fmt.term(row["promised"]))
