"""The promises as squares by what became of them: a line for each, or two rows of squares on a share card."""

from collections import Counter
from itertools import groupby

from scripts.drawing.measure import SLACK, length
from scripts.drawing.rows import Row

COLORS = {
    "held": ("accent", "accent"),
    "changed": ("warm", "warm"),
    "missed": ("ink", "ink"),
    "late": ("warm-soft", "warm"),
    "pending": ("context-deep", "soft"),
    "imprecise": ("context", "soft"),
}
"""Outcome, in the order of the page's list: the colour of its squares, and of its name."""


def rows(facts):
    found = []
    for claim in facts.select("claims", counted_as="promise"):
        promise = {language: said.rstrip(".") for language, said in claim.each("said_in").items()}
        said = {"promise": promise, "speaker": claim.each("speaker"), "said": claim.said_on, "due": claim.promised_for}
        state = {"now": claim.now_due, "outcome": f"promise.{claim.state}", "state": claim.state}
        then = {"country": bool(claim.country), "then": claim.each("outcome")}
        found.append(Row.of(claim, id=claim.key, **said, **state, **then))
    states = list(COLORS)
    return sorted(found, key=lambda row: (states.index(row["state"]), not row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    counts = {state: sum(row["state"] == state for row in rows) for state in COLORS}
    counts |= {"all": len(rows), "country": sum(row["country"] for row in rows)}
    return {name: str(count) for name, count in counts.items()}


def draw(sheet, rows, fmt):
    groups = [(state, list(same)) for state, same in groupby(rows, lambda row: row["state"])]
    if sheet.shape == "card":
        _draw_squares(sheet, groups, fmt)
    else:
        _draw_list(sheet, groups, fmt)


def _draw_list(sheet, groups, fmt):
    """Places on x are about em, on y lines, counted down from 0."""
    narrow = sheet.shape == "narrow"
    right = sheet.choose(47.2, narrow=25.3, poster=39.2)
    due = sheet.choose(21, narrow=25.2, poster=18.6)  # where the years end
    room = sheet.choose(25, poster=18)  # for words beside them; a narrow picture has none
    sheet.scale(x=(0, right), y=(None, 0.8))
    beside = {"x": due, "dx": sheet.choose(1, narrow=0), "align": sheet.choose("left", narrow="right")}
    if not narrow:
        sheet.label(fmt.texts["columns"]["due"], x=due, y=0, baseline="middle", align="right")
    y = 0
    for state, same in groups:
        name = _name(state, same, fmt)
        sheet.rule(y=y + 0.75, color=COLORS[state][0], width=2)
        sheet.label(name, x=0, y=y, baseline="middle", color=COLORS[state][1], bold=True)
        rest = due - 0.6 - length(name, bold=True) * SLACK if narrow else room
        sheet.label(fmt.word(f"means.{state}"), y=y, baseline="middle", room=rest, **beside)
        for row in same:
            y -= 1
            year = fmt.term(row["due"]) if row["due"] else fmt.text("undated")
            if row["now"]:
                year += f" → {row['now'][:4]}"
            bold = row["country"]
            place = {"y": y, "baseline": "middle", "color": "ink"}
            rest = due - 2.6 - length(year, bold=True) * SLACK
            _draw_square(sheet, row, fmt, x=0.9, y=y, size=1.4)
            sheet.label(fmt.doubtful(row, fmt.text(row["id"])), x=2, room=rest, bold=bold, **place)
            sheet.label(year, x=due, align="right", bold=bold, **place)
            if not narrow:
                sheet.label(fmt.in_language(row["then"]), room=room, **beside, **place)
        y -= 1.6


def _draw_squares(sheet, groups, fmt):
    """Places on x are squares, those on y about em. What is settled stands over what lies ahead."""
    sheet.scale(x=(0, None), y=(-10.4, 0))
    next_x = Counter()
    for state, same in groups:
        y = -6.1 if state in ("late", "pending") else 0
        place = {"dx": -1.5, "baseline": "top"}
        room = 4.4 * len(same) + 0.7
        sheet.label(_name(state, same, fmt), x=next_x[y], y=y, color=COLORS[state][1], bold=True, room=room, **place)
        for row in same:
            _draw_square(sheet, row, fmt, x=next_x[y], y=y - 2.95, size=2.6)
            if row["country"]:
                words = fmt.doubtful(row, fmt.text(row["id"]))
                look = {"color": "ink", "size": 0.85, "width": 4.9, "room": 4.3}
                sheet.label(words, x=next_x[y], y=y - 4.35, **look, **place)
            next_x[y] += 1
        next_x[y] += 0.35


def _name(state, same, fmt):
    """An outcome's name with its count."""
    name = fmt.word(f"promises.{state}" if len(same) > 1 else f"promise.{state}")
    return f"{name}\u00a0\u00a0{len(same)}"


def _draw_square(sheet, row, fmt, *, x, y, size):
    """A promise's sign, with letters if it is about the story's country."""
    who = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
    said = "<br>".join([fmt.in_language(row["promise"]), who, fmt.in_language(row["then"])])
    hollow = row["state"] == "pending"  # an outline adds to the size
    look = {"size": size - 0.13 * hollow, "color": COLORS[row["state"]][0], "hollow": hollow, "symbol": "square"}
    sheet.dots([row], x=x, y=y, hover=lambda row: said, **look)
    if row["country"]:
        place = {"x": x, "y": y, "align": "center", "baseline": "middle"}
        sheet.label(fmt.text("tag"), color="paper", bold=True, size=size, room=0.93 * size, **place)
