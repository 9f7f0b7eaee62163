"""The promises as squares by what came of them; below, a line on each and its outcome."""

from scripts.drawing.rows import Row
from scripts.facts.records import STATES

COLORS = {
    "held": ("accent", "accent"),
    "off": ("warm", "warm"),
    "late": ("warm", "warm-soft"),
    "pending": ("context-deep", "context-deep"),
}
"""State -> the colours of its words and its squares, as told; `off`: changed with no later date, or missed."""


def rows(facts):
    aim, newest = facts.figure("alpine-target-2030"), facts.figure("alpine-2025")
    promises = []
    claims = facts.select("claims", counted_as="promise")
    for claim in sorted(claims, key=lambda claim: (STATES.index(claim.state), claim.promised_for or "9")):
        promise = {language: sentence.rstrip(".") for language, sentence in claim.each("said_in").items()}
        row = Row.of(claim, id=claim.key, promise=promise, speaker=claim.each("speaker"), said=claim.said_on)
        row = row.with_cells(due=claim.promised_for, now=claim.now_due, then=claim.each("outcome"))
        group = claim.state if claim.state in COLORS else "off"
        if claim.country and group == "held":
            expected = "none kept there, which the title says; else change scripts/charts/promises.toml and .py too"
            raise claim.place_of("verdict").error(f"{claim.key} is 'held' for {claim.country!r}", expected)
        row = row.with_cells(outcome=f"promise.{claim.state}", group=group, country=bool(claim.country))
        if claim.key == "x01":
            row = row.with_cells(aim=aim.number, cars=newest.number, in_year=newest.year).with_source(newest)
        promises.append(row)
    return sorted(promises, key=lambda row: ([*COLORS].index(row["group"]), not row["country"]))


def values(rows, fmt):
    counts = {group: sum(row["group"] == group for row in rows) for group in COLORS}
    counts |= {"country": sum(row["country"] for row in rows), "all": len(rows)}
    words = {f"{name}_in_words": fmt.count(count) for name, count in counts.items()}
    unsure = sum(row.confidence == "low" for row in rows)
    words |= {"held_at_start": words["held_in_words"].capitalize(), "unsure_in_words": fmt.count(unsure)}
    return words | {name: str(count) for name, count in counts.items()}


def draw(sheet, rows, fmt):
    """Places are px from the top left corner."""
    sheet.use_pixels()
    em, x = sheet.em, 0
    step = (sheet.width - 3.6 * em) / (len(rows) - 0.12)
    y = step + 7.3 * em
    line = (sheet.height - y) / (len(rows) + 1.5 * len(COLORS) + 1)
    for group in COLORS:
        same = [row for row in rows if row["group"] == group]
        _draw_squares(sheet, group, same, fmt, x=x, step=step)
        x += step * len(same) + 1.2 * em
        if sheet.shape != "card":
            _draw_list(sheet, group, same, fmt, y=y, line=line)
            y += line * (len(same) + 1.5)
    note = fmt.text(sheet.choose("doubt", card="doubt_card"))
    sheet.label(note, x=0, y=y, baseline="top", room=sheet.width / em - 0.5)


def _draw_squares(sheet, group, same, fmt, *, x, step):
    """Count, word and squares of a group, a line under those about the story's country."""

    def hover(row):
        occasion = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
        return "<br>".join([fmt.in_language(row["promise"]), occasion, fmt.in_language(row["then"])])

    em, (color, paint), hollow = sheet.em, COLORS[group], group == "pending"
    side, top = 0.88 * step, 5.3 * em
    sheet.label(str(len(same)), x=x, y=2.3 * em, color=color, bold=True, size=1.7)
    room = step * len(same) / em + 1.1
    sheet.label(fmt.text(group), x=x, y=2.3 * em, baseline="top", color="ink", bold=True, room=room)
    squares = [row.with_cells(x=x + side / 2 + step * place) for place, row in enumerate(same)]
    size, middle = (side - 2 * hollow) / em, top + side / 2  # its line is 2 px
    sheet.dots(squares, x="x", y=middle, color=paint, size=size, hollow=hollow, symbol="square", hover=hover)
    if country := sum(row["country"] for row in same):
        under = top + side + 0.3 * em
        sheet.rule(x=(x, x + step * (country - 1) + side), y=under, color=color, width=2)
        sheet.label(fmt.text("about"), x=x, y=under, baseline="top", color=color, bold=True)


def _draw_list(sheet, group, same, fmt, *, y, line):
    """Of each promise its name, the year for which it was made, and what came of it."""
    em, (color, _), due = sheet.em, COLORS[group], sheet.width * sheet.choose(0.45, narrow=0.53)
    sheet.rule(x=(0, sheet.width), y=y, color=color, width=2)
    y += 0.75 * line
    head = f"{len(same)} {fmt.text(group).replace('<br>', ' ')}"
    sheet.label(head, x=0, y=y, baseline="middle", color=color, bold=True)
    if group == next(iter(COLORS)):
        sheet.label(fmt.texts["columns"]["due"], x=due, y=y, align="right", baseline="middle")
        sheet.label(fmt.texts["columns"]["outcome"], x=due, y=y, baseline="middle", dx=0.6)
    for row in same:
        y += line
        name, outcome = fmt.text(row["id"]).split(" | ")
        year = fmt.date(row["due"].dates[-1]) if row["due"] else fmt.text("undated")
        outcome += "*" * (row.confidence == "low")
        sheet.label(name, x=0, y=y, baseline="middle", color="ink", room=due / em - sheet.length(year) - 0.6)
        sheet.label(year, x=due, y=y, align="right", baseline="middle", color="ink")
        sheet.label(outcome, x=due, y=y, baseline="middle", dx=0.6, color="ink", room=(sheet.width - due) / em - 0.83)
