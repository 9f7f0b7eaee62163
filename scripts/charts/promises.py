"""The promises as a row of squares in three groups, kept, off course, open, and below it a line or two on each."""

from collections import Counter

from scripts.drawing.rows import Row
from scripts.facts.records import STATES

COLORS = {"held": "accent", "off": "warm", "pending": "context-deep"}
"""Group: its colour, in the order of telling; off course are all that were neither kept nor are open."""
LINE = 1.35
"""Height of a line, in em."""


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
            group=claim.state if claim.state in COLORS else "off",
            country=bool(claim.country),
            then=claim.each("outcome"),
        )
        promises.append(row)

    def order(row):
        return [*COLORS].index(row["group"]), not row["country"], STATES.index(row["state"]), row["due"] or ""

    return sorted(promises, key=order)


def values(rows, fmt):
    counts = {group: sum(row["group"] == group for row in rows) for group in COLORS}
    counts |= {"country": sum(row["country"] for row in rows), "all": len(rows)}
    words = {f"{name}_in_words": fmt.count(count) for name, count in counts.items()}
    digits = {name: str(count) for name, count in counts.items()}
    return words | digits | {"held_at_start": words["held_in_words"].capitalize()}


def draw(sheet, rows, fmt):
    """Places on x are about em, on y lines down from 0."""
    right = sheet.choose(47, narrow=25.3, poster=39.2, card=35)
    sheet.scale(x=(0, right), y=(sheet.choose(None, card=-6.5), 0))
    groups = {group: [row for row in rows if row["group"] == group] for group in COLORS}
    y = _draw_squares(sheet, groups, fmt, right=right)
    if sheet.shape != "card":
        _draw_list(sheet, groups, fmt, y=y, right=right)


def _draw_squares(sheet, groups, fmt, *, right):
    """Each group's squares, a line under those about the story's country. Returns where the drawing goes on."""
    gap = 1.2
    step = (right - 2 * gap) / sum(map(len, groups.values()))
    size, x, y = 0.88 * step, 0, -3
    half = size / 2 / LINE
    for group, same in groups.items():
        color, left = COLORS[group], x
        sheet.label(str(len(same)), x=x, y=y, color=color, bold=True, size=1.7, dy=1.4)
        sheet.label(fmt.text(group), x=x, y=y, color="ink", bold=True, room=step * len(same) + 0.6, dy=0.3)
        for row in same:
            paint = "warm-soft" if group == "off" and not row["country"] else color
            hollow = group == "pending"
            side = size - 0.13 if hollow else size  # an outline adds to it
            look = {"size": side, "color": paint, "hollow": hollow, "symbol": "square"}
            sheet.dots([row], x=x + size / 2, y=y - half, hover=lambda row: _hover(row, fmt), **look)
            x += step
        if country := sum(row["country"] for row in same):
            under = y - 2 * half - 0.25
            sheet.rule(x=(left, left + step * (country - 1) + size), y=under, color="warm", width=2)
            low = [fmt.text(row["id"]) for row in same if row["country"] and row.confidence == "low"]
            mark = "*" if low and sheet.shape == "card" else ""  # else the list has it
            look = {"x": left, "y": under, "baseline": "top"}
            sheet.label(fmt.text("about") + mark, color="warm", bold=True, dy=-0.1, **look)
            if mark:
                sheet.label(f"* {fmt.text('low')} {', '.join(low)}", dy=-1.5, **look)
        x += gap
    return y - 2 * half - 1.3


def _draw_list(sheet, groups, fmt, *, y, right):
    """A promise's name, the year for which it was made, and what came of it: beside it, on a phone below."""
    narrow = sheet.shape == "narrow"
    due = sheet.choose(20, narrow=right, poster=17)
    for group, same in groups.items():
        y -= 1.7
        sheet.rule(y=y + 0.8, color=COLORS[group], width=2)
        heads = {"y": y, "baseline": "middle"}
        head = f"{len(same)} {fmt.text(group)}"
        sheet.label(head, x=0, color=COLORS[group], bold=True, **heads)
        if group == "held":
            sheet.label(fmt.texts["columns"]["due"], x=due, align="right", **heads)
        states = Counter(row["state"] for row in same)
        for row in sorted(same, key=lambda row: STATES.index(row["state"])):
            y -= 1.2 if narrow else 1
            count = states.pop(row["state"], 0)
            if group == "off" and count:  # the first of its state
                word = fmt.word(f"{'promises' if count > 1 else 'promise'}.{row['state']}")
                y -= 0.2
                sheet.label(f"{count} {word[0].lower()}{word[1:]}", x=0, y=y, baseline="middle", color="warm")
                y -= 1.2 if narrow else 1
            year = fmt.term(row["due"]) if row["due"] else fmt.text("undated")
            look = {"y": y, "baseline": "middle", "color": "ink", "bold": row["country"]}
            doubtful = "*" if row.confidence == "low" else ""
            sheet.label(fmt.text(row["id"]) + doubtful, x=0, room=due - 0.6 - sheet.length(year, bold=True), **look)
            sheet.label(year, x=due, align="right", **look)
            y -= 1 if narrow else 0
            beside = {"x": 0, "room": right} if narrow else {"x": due, "dx": 1, "room": right - due - 2.5}
            sheet.label(fmt.in_language(row["then"]), y=y, baseline="middle", color="soft", **beside)
    if any(row.confidence == "low" for same in groups.values() for row in same):
        sheet.label(fmt.text("doubt"), x=0, y=y - 1, baseline="top", width=right)


def _hover(row, fmt):
    who = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
    return "<br>".join([fmt.in_language(row["promise"]), who, fmt.in_language(row["then"])])
