"""The American plan as one line of time, coloured by what America had, with the moments that gave it or took it."""

from itertools import pairwise

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.measure import height, length, wrap
from scripts.drawing.plot import band, dots, label, line
from scripts.drawing.sheet import slack_in

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
        found.append(row.resting_on(claim or event))
    return found


def picture(rows, fmt, sheet):
    """The line stands, with the first day at the top; on a card it lies."""
    first, last = rows[0]["at"], rows[-1]["at"]
    parts = {row["id"]: (row["at"] - first) / (last - first) for row in rows}
    rows = [row.also(day=fmt.date(row["since"], short=True), words=fmt.label(row["what"])) for row in rows]
    yield from (_lying if sheet.shape == "card" else _standing)(rows, parts, fmt, sheet)


def _placed(rows, parts, start, long):
    """The rows with their places on a line, and each that changed what America had with the one that ended it."""
    rows = [row.also(at=start + parts[row["id"]] * long) for row in rows]
    return rows, pairwise([*(row for row in rows if row["color"]), rows[-1]])


def _standing(rows, parts, fmt, sheet):
    """On the left what America had; on the right the moments, each under the one before.

    The line is as long as the words leave room for.
    """
    em, under, gap = sheet.em, *((1.3 * sheet.em, 0.85) if sheet.shape == "narrow" else (0, 0.35))
    slack = slack_in(sheet.shape)
    x = max(length(f"<b>{fmt.text(row['had'])}</b>") for row in rows) * slack * em + 1.4 * em
    days = x + 1.7 * em
    texts = days if under else days + (max(length(f"<b>{row['day']}</b>") for row in rows) * slack + 0.6) * em
    room = (sheet.width - texts) / em
    rows = [row.also(words=wrap(row["words"], room, slack=slack)) for row in rows]
    since = wrap(fmt.text("since"), room, slack=slack)
    below, longest = sheet.height - (height(since) + 0.3) * em, []
    for row in reversed(rows):
        below -= under + (height(row["words"]) + gap) * em
        longest += [below / parts[row["id"]]] if parts[row["id"]] else []
    rows, spans = _placed(rows, parts, MIDDLE * em, min(longest))
    beside, bottom = {"x": x - 0.9 * em, "align": "right", "baseline": "middle", "bold": True}, 0
    for row, until in spans:
        ends = row["at"] - 0.3 * em * (row is rows[0]), until["at"] + 0.3 * em * (until is rows[-1])
        yield band(x=(x - 0.5 * em, x + 0.5 * em), y=ends, color=row["color"])
        yield label(fmt.text(row["had"]), y=sum(ends) / 2, color=row["color"].replace("context", "soft"), **beside)
    for row in rows:
        words, y = row["words"], max(row["at"] - MIDDLE * em, bottom)
        bend, middle = (x + 0.5 * em, days - 0.7 * em, days - 0.7 * em, days - 0.15 * em), y + MIDDLE * em
        yield line(x=bend, y=(row["at"], row["at"], middle, middle))
        turn = "warm" if row["color"] == "warm" else "ink"
        yield label(row["day"], x=days, y=y, baseline="top", color=turn, bold=True)
        yield label(words, x=texts, y=y + under, baseline="top", color=turn)
        bottom = y + under + (height(words) + gap) * em
    end = rows[-1]["at"] + 0.3 * em
    for number in GOES_ON:
        yield band(x=(x - 0.5 * em, x + 0.5 * em), y=(end + number * em, end + (number + 0.3) * em), color="warm")
    yield label(since, x=texts, y=max(bottom, end + 0.3 * em), baseline="top")
    for color, some in (("ink", rows[:1]), ("paper", rows[1:])):  # each stands out on what the line has there
        yield dots(some, x=x, y="at", color=color, size=0.33, hover=lambda row: f"{row['day']}<br>{row['words']}")


def _lying(rows, parts, fmt, sheet):
    em, y, end = sheet.em, sheet.height / 2, sheet.width - 3 * sheet.em
    rows, spans = _placed(rows, parts, 0, end)
    for row, until in spans:
        yield band(x=(row["at"], until["at"]), y=(y - 0.8 * em, y + 0.8 * em), color=row["color"])
        if row["id"] != "talks":
            place = {"x": (row["at"], until["at"]), "y": y, "align": "center", "baseline": "middle"}
            yield label(fmt.label(row["had"]), color="paper", bold=True, **place)
    for number in GOES_ON:
        yield band(x=(end + number * em, end + (number + 0.3) * em), y=(y - 0.8 * em, y + 0.8 * em), color="warm")
    for row in (row for row in rows if row["id"] in ON_CARD):
        side, room = ON_CARD[row["id"]]
        # A piece too short for its word has it in the head under it.
        head = row["day"]
        if row["id"] == "talks":
            head = f"{fmt.word('label.text', label=head)} {fmt.label(row['had'])}"
        words = wrap(f"<b>{head}</b><br>{row['words']}", room)
        place = {"y": y - 0.9 * em} if side == "over" else {"y": y + 0.9 * em, "baseline": "top"}
        color = "warm" if row["color"] == "warm" else "ink"
        yield label(words, x=row["at"], align="right" if row is rows[-1] else "left", size=0.95, color=color, **place)
