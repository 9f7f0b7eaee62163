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
    """One row a claim, by what came of it; the first one has also the figures that the takeaway compares."""
    claims = facts.select("claims", counted_as="promise")
    by_date = sorted(claims, key=lambda claim: (STATES.index(claim.state), claim.promised_for or "9"))
    promises = [_promise(claim) for claim in by_date]
    aim = facts.figure("alpine-target-2030")
    newest = facts.figure("alpine-2025")
    for place, row in enumerate(promises):
        if row["id"] == "x01":
            row = row.with_cells(aim=aim.number, cars=newest.number, in_year=newest.year)
            promises[place] = row.with_source(newest)
    groups = list(COLORS)
    return sorted(promises, key=lambda row: (groups.index(row["group"]), not row["country"]))


def _promise(claim):
    return Row.of(
        claim,
        id=claim.key,
        promise={language: sentence.rstrip(".") for language, sentence in claim.each("said_in").items()},
        speaker=claim.each("speaker"),
        said=claim.said_on,
        due=claim.promised_for,
        now=claim.now_due,
        then=claim.each("outcome"),
        outcome=f"promise.{claim.state}",
        group=claim.state if claim.state in COLORS else "off",
        country=bool(claim.country),
    )


def values(rows, fmt):
    """How many promises there are of each kind, in digits and in words."""
    counts = {group: sum(row["group"] == group for row in rows) for group in COLORS}
    counts["country"] = sum(row["country"] for row in rows)
    counts["country_held"] = sum(row["country"] and row["group"] == "held" for row in rows)
    counts["all"] = len(rows)
    words = {}
    for name, count in counts.items():
        words[name] = str(count)
        words[f"{name}_in_words"] = fmt.count(count)
    words["held_at_start"] = words["held_in_words"].capitalize()
    words["unsure_in_words"] = fmt.count(sum(row.confidence == "low" for row in rows))
    return words


def draw(sheet, rows, fmt):
    """On x and y px from the top left corner."""
    sheet.use_pixels()
    em = sheet.em
    gap = sheet.choose(1.5, narrow=2) * em  # between groups: so that there is room for a word over two squares
    step = (sheet.width - 3 * gap) / (len(rows) - 0.12)
    line = (sheet.height - step - 7.3 * em) / (len(rows) + 1.5 * len(COLORS) + 1)
    x = 0
    y = step + 7.3 * em
    for group in COLORS:
        same = [row for row in rows if row["group"] == group]
        _draw_count(sheet, group, same, fmt, x=x, width=step * len(same) + gap)
        _draw_squares(sheet, group, same, fmt, x=x, step=step)
        x += step * len(same) + gap
        if sheet.shape != "card":  # which is low
            _draw_head(sheet, group, same, fmt, y=y, line=line)
            _draw_list(sheet, same, fmt, y=y + 0.75 * line, line=line)
            y += line * (len(same) + 1.5)
    note = fmt.text(sheet.choose("doubt", card="doubt_card"))
    sheet.label(note, x=0, y=y, baseline="top", between=(0, sheet.width))


def _draw_count(sheet, group, same, fmt, *, x, width):
    """From x on how many promises a group has, and its word under that, in a width up to the next group."""
    em = sheet.em
    color, _ = COLORS[group]
    sheet.label(str(len(same)), x=x, y=2.3 * em, color=color, bold=True, size=1.7)
    between = (x, x + width - 0.1 * em)
    sheet.label(fmt.text(group), x=x, y=2.3 * em, baseline="top", color="ink", bold=True, between=between)


def _draw_squares(sheet, group, same, fmt, *, x, step):
    """From x on a square a promise, each a `step` from the last; under those about the story's country a line."""

    def hover(row):
        occasion = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
        return "<br>".join([fmt.in_language(row["promise"]), occasion, fmt.in_language(row["then"])])

    color, paint = COLORS[group]
    side = 0.88 * step
    top = 5.3 * sheet.em
    hollow = group == "pending"
    size = (side - 2 * hollow) / sheet.em  # its line is 2 px
    squares = [row.with_cells(x=x + side / 2 + step * place) for place, row in enumerate(same)]
    sheet.dots(squares, x="x", y=top + side / 2, color=paint, size=size, hollow=hollow, symbol="square", hover=hover)
    country = sum(row["country"] for row in same)
    if country:
        under = top + side + 0.3 * sheet.em
        sheet.rule(x=(x, x + step * (country - 1) + side), y=under, color=color, stroke=2)
        sheet.label(fmt.text("about"), x=x, y=under, baseline="top", color=color, bold=True)


def _draw_head(sheet, group, same, fmt, *, y, line):
    """At y the line over a group's promises and its word; over the first group what stands in the columns."""
    color, _ = COLORS[group]
    sheet.rule(x=(0, sheet.width), y=y, color=color, stroke=2)
    y += 0.75 * line
    head = f"{len(same)} {fmt.one_line(group)}"
    sheet.label(head, x=0, y=y, baseline="middle", color=color, bold=True)
    if group == next(iter(COLORS)):
        headers = fmt.texts["columns"]
        sheet.label(headers["due"], x=_due(sheet), y=y, align="right", baseline="middle")
        sheet.label(headers["outcome"], x=_due(sheet), y=y, baseline="middle", dx=0.6)


def _draw_list(sheet, same, fmt, *, y, line):
    """A `line` each below y: a promise's name, the year for which it was made, and what came of it."""
    em = sheet.em
    due = _due(sheet)
    after = due + 0.6 * em
    for row in same:
        y += line
        name, outcome = fmt.text(row["id"]).split(" | ")
        if row.confidence == "low":
            outcome += "*"
        year = fmt.date(row["due"].dates[-1]) if row["due"] else fmt.text("undated")
        sheet.label(name, x=0, y=y, baseline="middle", color="ink", between=(0, due - (sheet.length(year) + 0.4) * em))
        sheet.label(year, x=due, y=y, align="right", baseline="middle", color="ink")
        sheet.label(outcome, x=after, y=y, baseline="middle", color="ink", between=(after, sheet.width))


def _due(sheet):
    """Where on x the years end for which promises were made."""
    return sheet.width * sheet.choose(0.45, narrow=0.53)
