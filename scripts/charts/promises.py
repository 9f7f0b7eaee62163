"""The promises as squares by what became of them: a line each, on a phone under a row of all; on a card, two rows."""

from itertools import groupby

from scripts.drawing.rows import Row
from scripts.facts.records import STATES

COLORS = {
    "held": ("accent", "accent"),
    "changed": ("warm", "warm"),
    "missed": ("warm", "warm"),
    "late": ("warm-soft", "ink"),
    "pending": ("context-deep", "soft"),
    "imprecise": ("context", "soft"),
}
"""Outcome: the colour of its squares, and of its name."""


def rows(facts):
    promises = []
    for claim in facts.select("claims", counted_as="promise"):
        promise = {language: sentence.rstrip(".") for language, sentence in claim.each("said_in").items()}
        row = Row.of(
            claim,
            id=claim.key,
            promise=promise,
            speaker=claim.each("speaker"),
            said=claim.said_on,
            due=claim.promised_for,
            now=claim.now_due,
            outcome=f"promise.{claim.state}",
            state=claim.state,
            country=bool(claim.country),
            then=claim.each("outcome"),
        )
        promises.append(row)

    def order(row):
        return STATES.index(row["state"]), not row["country"], row["due"] or "", row["id"]

    return sorted(promises, key=order)


def values(rows, fmt):
    counts = {state: sum(row["state"] == state for row in rows) for state in STATES}
    counts |= {"all": len(rows), "country": sum(row["country"] for row in rows)}
    return {name: str(count) for name, count in counts.items()}


def draw(sheet, rows, fmt):
    groups = [(state, list(same)) for state, same in groupby(rows, lambda row: row["state"])]
    if sheet.shape == "card":
        sheet.scale(x=(0, 34.4), y=(-10.4, 0))
        for y, ahead in ((-2.95, False), (-9.05, True)):
            side = [group for group in groups if (group[0] in ("late", "pending")) is ahead]
            _draw_squares(sheet, side, fmt, y=y, size=2.6, step=4.45, gap=1.4, words=True)
        return
    right = sheet.choose(47.2, narrow=25.3, poster=39.2)
    sheet.scale(x=(0, right), y=(None, 5.6))
    gap = 0.6
    step = min(2.2, (right - gap * (len(groups) - 1)) / len(rows))
    sheet.label(fmt.text("kept"), x=0, y=4.9, baseline="middle", color="accent", bold=True, size=1.4, room=right)
    _draw_squares(sheet, groups, fmt, y=3.1, size=0.89 * step, step=step, gap=gap)
    _draw_list(sheet, groups, fmt, due=sheet.choose(21, narrow=25.2, poster=18.6))


def _draw_squares(sheet, groups, fmt, *, y, size, step, gap, words=False):
    """Squares in a row, in em; with `words`, outcomes over them, and under them what is promised of the country."""
    x = size / 2
    place = {"dx": -size / 2 - 0.2, "baseline": "top"}
    for state, same in groups:
        if words:
            color, room = COLORS[state][1], step * len(same) + 0.7
            sheet.label(_name(state, same, fmt), x=x, y=y + 2.95, color=color, bold=True, room=room, **place)
        for row in same:
            _draw_square(sheet, row, fmt, x=x, y=y, size=size)
            if words and row["country"]:
                promise = fmt.doubtful(row, fmt.text(row["id"]))
                sheet.label(promise, x=x, y=y - 1.4, color="ink", size=0.78, width=4.9, room=3.9, **place)
            x += step
        x += gap


def _draw_list(sheet, groups, fmt, *, due):
    """A line a promise: places on x are about em, on y lines down from 0; `due` is where the years end."""
    narrow = sheet.shape == "narrow"
    beside = {"x": due, "dx": 1, "baseline": "middle", "room": sheet.choose(25, poster=18)}
    sheet.label(fmt.texts["columns"]["due"], x=due, y=1.4, baseline="middle", align="right")
    y = 0
    for state, same in groups:
        sheet.rule(y=y + 0.75, color=COLORS[state][0], width=2)
        sheet.label(_name(state, same, fmt), x=0, y=y, baseline="middle", color=COLORS[state][1], bold=True)
        if not narrow:
            sheet.label(fmt.word(f"means.{state}"), y=y, **beside)
        for row in same:
            y -= 1
            year = fmt.term(row["due"]) if row["due"] else fmt.text("undated")
            year += f" → {row['now'][:4]}" if row["now"] else ""
            tag = f"{fmt.text('tag')} · " if narrow and row["country"] else ""  # a small square has no room for letters
            words = tag + fmt.doubtful(row, fmt.text(row["id"]))
            look = {"y": y, "baseline": "middle", "color": "ink", "bold": row["country"]}
            _draw_square(sheet, row, fmt, x=0.9, y=y, size=sheet.choose(1.4, narrow=0.95))
            sheet.label(words, x=2, room=due - 2.6 - sheet.length(year, bold=True), **look)
            sheet.label(year, x=due, align="right", **look)
            if not narrow:
                sheet.label(fmt.in_language(row["then"]), y=y, color="ink", **beside)
        y -= 1.6


def _name(state, same, fmt):
    """An outcome's name with its count."""
    name = fmt.word(f"promises.{state}" if len(same) > 1 else f"promise.{state}")
    return f"{name}\u00a0\u00a0{len(same)}"


def _draw_square(sheet, row, fmt, *, x, y, size):
    """A promise's sign, with letters if it is about the story's country."""
    who = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
    hover = "<br>".join([fmt.in_language(row["promise"]), who, fmt.in_language(row["then"])])
    hollow = row["state"] == "pending"  # an outline adds to the size
    color, side = COLORS[row["state"]][0], size - 0.13 * hollow
    sheet.dots([row], x=x, y=y, hover=lambda row: hover, size=side, color=color, hollow=hollow, symbol="square")
    if row["country"] and size > 1:
        sheet.label(
            fmt.text("tag"),
            x=x,
            y=y,
            align="center",
            baseline="middle",
            color="paper",
            bold=True,
            size=size,
            room=0.98 * size,
        )
