"""The American plan as one line of time, coloured by what America had, with the moments that gave it or took it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.measure import height, wrap
from scripts.drawing.rows import Row

MOMENTS = {
    "talks": ("ev-2023-02-16-luca-de-meo-says", None, "context"),
    "dated": ("ev-2023-06-26-alpine-plan-seven-electric", "x02", "accent"),
    "option": ("ev-2024-05-krief-the-us-in", "x02", None),
    "duty": ("ev-2025-04-03-us-adds-25-on", None, None),
    "hold": ("ev-2025-04-24-us-launch-put-on", None, "warm"),
    "newest": ("ev-2026-03-10-krief-aims-at-canada", "x14", None),
}
"""A moment's event; the claim whose year it names; the line's colour from then on."""
ON_CARD = {"talks": ("under", 19.5), "dated": ("over", 19.5), "hold": ("over", 12), "newest": ("under", 12)}
"""The moments that a card tells: over its bar or under it, and how wide, in em."""

MIDDLE = 0.8
"""Of a line of words, in em from its top, where its leader ends."""
GOES_ON = (0.3, 0.9, 1.5)
"""Where the dashes begin that let the hold go on, in em from the newest moment."""


def rows(facts):
    found, rate = [], facts.figure("tariff-eu-2025-04").number
    for name, (key, named, color) in MOMENTS.items():
        event, claim = facts.row("events", key), named and facts.row("claims", named)
        drawn = {"had": f"is_{name}" if color else found[-1]["had"], "color": color}
        said = {"since": event.date, "what": name, "year": claim and claim.promised_for}
        row = Row.of(event, id=name, at=years(event.date), rate=rate if name == "duty" else None, **said, **drawn)
        found.append(row.with_source(claim or event))
    return found


def draw(sheet, rows, fmt):
    """The line stands, with the first day at the top; on a card it lies."""
    sheet.use_pixels()
    first, last = rows[0]["at"], rows[-1]["at"]
    parts = {row["id"]: (row["at"] - first) / (last - first) for row in rows}
    rows = [row.with_cells(day=fmt.date(row["since"], short=True), words=fmt.label(row["what"])) for row in rows]
    if sheet.shape == "card":
        _draw_lying(sheet, rows, parts, fmt)
    else:
        _draw_standing(sheet, rows, parts, fmt)


def _placed(rows, parts, start, long):
    """The rows with their places on a line, and each that changed what America had with the one that ended it."""
    rows = [row.with_cells(at=start + parts[row["id"]] * long) for row in rows]
    return rows, pairwise([*(row for row in rows if row["color"]), rows[-1]])


def _draw_standing(sheet, rows, parts, fmt):
    """On the left what America had; on the right the moments, each under the one before.

    The line is as long as the words leave room for.
    """
    em = sheet.em
    under = sheet.choose(0, narrow=1.3 * em)
    gap = sheet.choose(0.35, narrow=0.85)
    x = (max(sheet.length(fmt.text(row["had"]), bold=True) for row in rows) + 1.4) * em
    days = x + 1.7 * em
    texts = days if under else days + (max(sheet.length(row["day"], bold=True) for row in rows) + 0.6) * em
    room = (sheet.width - texts) / em
    rows = [row.with_cells(words=sheet.wrap(row["words"], room)) for row in rows]
    since = sheet.wrap(fmt.text("since"), room)
    below, longest = sheet.height - (height(since) + 0.3) * em, []
    for row in reversed(rows):
        below -= under + (height(row["words"]) + gap) * em
        longest += [below / parts[row["id"]]] if parts[row["id"]] else []
    rows, spans = _placed(rows, parts, MIDDLE * em, min(longest))
    beside = {"x": x - 0.9 * em, "align": "right", "baseline": "middle", "bold": True}
    for row, until in spans:
        start = row["at"] - 0.3 * em * (row is rows[0])
        end = until["at"] + 0.3 * em * (until is rows[-1])
        sheet.band(x=(x - 0.5 * em, x + 0.5 * em), y=(start, end), color=row["color"])
        color = row["color"].replace("context", "soft")
        sheet.label(fmt.text(row["had"]), y=(start + end) / 2, color=color, **beside)
    bottom = 0
    for row in rows:
        y = max(row["at"] - MIDDLE * em, bottom)
        middle = y + MIDDLE * em
        bend = [x + 0.5 * em, days - 0.7 * em, days - 0.7 * em, days - 0.15 * em]
        sheet.line(x=bend, y=[row["at"], row["at"], middle, middle])
        color = "warm" if row["color"] == "warm" else "ink"
        sheet.label(row["day"], x=days, y=y, baseline="top", color=color, bold=True)
        sheet.label(row["words"], x=texts, y=y + under, baseline="top", color=color)
        bottom = y + under + (height(row["words"]) + gap) * em
    end = rows[-1]["at"] + 0.3 * em
    for number in GOES_ON:
        sheet.band(x=(x - 0.5 * em, x + 0.5 * em), y=(end + number * em, end + (number + 0.3) * em), color="warm")
    sheet.label(since, x=texts, y=max(bottom, end + 0.3 * em), baseline="top")

    def hover(row):
        return f"{row['day']}<br>{row['words']}"

    for color, some in (("ink", rows[:1]), ("paper", rows[1:])):  # each stands out on what the line has there
        sheet.dots(some, x=lambda row: x, y="at", color=color, size=0.33, hover=hover)


def _draw_lying(sheet, rows, parts, fmt):
    em, y, end = sheet.em, sheet.height / 2, sheet.width - 3 * sheet.em
    rows, spans = _placed(rows, parts, 0, end)
    for row, until in spans:
        sheet.band(x=(row["at"], until["at"]), y=(y - 0.8 * em, y + 0.8 * em), color=row["color"])
        if row["id"] != "talks":
            place = {"x": (row["at"], until["at"]), "y": y, "align": "center", "baseline": "middle"}
            sheet.label(fmt.label(row["had"]), color="paper", bold=True, **place)
    for number in GOES_ON:
        sheet.band(x=(end + number * em, end + (number + 0.3) * em), y=(y - 0.8 * em, y + 0.8 * em), color="warm")
    for row in rows:
        if row["id"] not in ON_CARD:
            continue
        side, width = ON_CARD[row["id"]]
        head = row["day"]
        if row["id"] == "talks":  # a piece too short for its word has it in the head under it
            head = f"{fmt.word('label.text', label=head)} {fmt.label(row['had'])}"
        words = wrap(f"<b>{head}</b><br>{row['words']}", width)
        look = {"size": 0.95, "color": "warm" if row["color"] == "warm" else "ink"}
        look["align"] = "right" if row is rows[-1] else "left"
        if side == "over":
            sheet.label(words, x=row["at"], y=y - 0.9 * em, **look)
        else:
            sheet.label(words, x=row["at"], y=y + 0.9 * em, baseline="top", **look)
