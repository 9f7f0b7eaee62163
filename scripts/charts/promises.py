"""The promises, one line each, with the year in which they fall due, by what became of them."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.measure import wrap
from scripts.drawing.plot import dots, label, line

GROUPS = {"held": ("accent", "circle"), "pending": ("accent", "circle"), "changed": ("warm", "diamond"), "missed": ("warm", "x"), "imprecise": ("context-deep", "square")}
"""Outcome: colour and sign; an open promise has a hollow one."""


def rows(facts):
    claims = facts.select("claims", counted_as="promise")
    found = [
        Row.of(
            claim, id=claim.claim_id, promise={language: said.rstrip(".") for language, said in claim.each("said_in").items()}, speaker=claim.each("speaker"),
            said=claim.said_on, due=claim.promised_for, verdict=f"verdict.{claim.verdict}", state=claim.verdict, checked=claim.last_checked,
        )
        for claim in claims
    ]
    return sorted(found, key=lambda row: (list(GROUPS).index(row["state"]), row["due"] or "", row["id"]))


def values(rows, fmt):
    return {"all": str(len(rows))} | {state: str(sum(row["state"] == state for row in rows)) for state in GROUPS} | {"failed": str(sum(row["state"] in ("changed", "missed") for row in rows))}


def picture(rows, fmt, sheet):
    """A line a promise: its sign, its words, and its year; where there is room, a track from the day of the promise to its due date."""
    em, width = sheet.em, sheet.width
    groups = [(state, [row for row in rows if row["state"] == state]) for state in GROUPS]
    groups = [(state, mine) for state, mine in groups if mine]
    if sheet.shape == "card":
        return _counts(groups, fmt, sheet)
    narrow = sheet.shape == "narrow"
    aside, foot = (2.8 * em, 0) if narrow else (width * 0.4, 1.3 * em)
    texts = {row["id"]: wrap(fmt.in_language(row["promise"]), (width - aside) / em / 1.12 - 1.4) for row in rows}
    lines = sum(text.count("<br>") + 1 for text in texts.values())
    gap = (sheet.height - foot - em * (1.3 * lines + 1.9 * len(groups))) / (len(rows) + len(groups))
    last = max(int(row["due"][-4:]) for row in rows if row["due"]) + 1
    first = min(row["said"].first_day.year for row in rows)
    along = lambda year: width - aside + 0.8 * em + (year - first) / (last - first) * (aside - 1.6 * em)  # noqa: E731
    y, marks = 0.0, []
    for state, mine in groups:
        color, symbol = GROUPS[state]
        sign = {"color": color, "size": 0.62, "symbol": symbol, "hollow": state == "pending", "hover": lambda row: f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"}
        marks.append(line(x=(0, width), y=(y + 1, y + 1), color=color, width=2))
        marks.append(label(f"{fmt.text(state)} ({len(mine)})", x=0, y=y + 0.3 * em, baseline="top", color=color, bold=True, size=1.12))
        y += 1.9 * em + gap * 0.6
        for row in mine:
            middle, due = y + 0.65 * em, row["due"]
            marks.append(label(texts[row["id"]], x=1.4 * em if narrow else 0, y=y, baseline="top", color="ink"))
            if narrow:
                marks.append(dots([row], x=0.55 * em, y=middle, **sign))
                marks.append(label((due or "")[-4:], x=width, y=y, baseline="top", align="right"))
            else:
                start, end = along(years(row["said"])), along(int(due[-4:]) + 1 if due else years(row["said"]))  # a year is over on its last day
                marks.append(line(x=(start, end), y=(middle, middle), color=color, width=2))
                marks.append(dots([row], x=end, y=middle, **sign))
            y += 1.3 * em * (texts[row["id"]].count("<br>") + 1) + gap
        y += gap * 0.4
    if not narrow:
        now = along(years(rows[0]["checked"]))
        marks.insert(0, line(x=(now, now), y=(1.9 * em, y), color="axis", dash="3px,3px", under=True))
        marks.append(label(fmt.date(str(rows[0]["checked"])[:7]), x=now, y=y, baseline="top", align="center"))
        marks += [label(str(year), x=along(year + 0.5), y=0.3 * em, baseline="top", align="center") for year in range(first, last + 1, 3)]
    return marks


def _counts(groups, fmt, sheet):
    """A card has room for the count alone: one square a promise."""
    em, total = sheet.em, sum(len(mine) for _, mine in groups)
    marks, x, pitch = [], 0.0, sheet.width / total
    for state, mine in groups:
        color, _ = GROUPS[state]
        centers = [x + pitch * (number + 0.5) for number in range(len(mine))]
        marks.append(dots(mine, x=lambda row, mine=mine, centers=centers: centers[mine.index(row)], y=sheet.height * 0.35, color=color, size=pitch * 0.8 / em, symbol="square", hollow=state == "pending"))
        last = state == groups[-1][0]  # its words end at the edge
        place = {"x": x + pitch * (len(mine) - 0.1 if last else 0.1), "align": "right" if last else "left", "baseline": "top", "color": color, "bold": True}
        marks.append(label(f"{len(mine)}", y=sheet.height * 0.55, size=1.9, **place))
        marks.append(label(fmt.text(state), y=sheet.height * 0.55 + 2.5 * em, **place))
        x += pitch * len(mine)
    return marks
