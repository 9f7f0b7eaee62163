"""The promises, one line each, with the year in which they fall due, by what became of them; those about America in bold."""

from scripts.drawing.chart import Row
from scripts.drawing.measure import height, wrap
from scripts.drawing.plot import dots, label, line

GROUPS = {"held": ("accent", "circle"), "pending": ("accent", "circle"), "late": ("warm", "triangle-right"), "changed": ("warm", "diamond"), "missed": ("warm", "x"), "imprecise": ("context-deep", "square")}
"""Outcome: colour and sign; an open promise has a hollow one. A changed promise with a later date is late."""
AMERICA = ("s22", "x02", "x08", "x09")
"""The promises about the United States."""
LATE = ("x04", "x07")
"""The changed promises that have a later date; the others have none."""


def rows(facts):
    found = [
        Row.of(
            claim, id=claim.claim_id, promise={language: said.rstrip(".") for language, said in claim.each("said_in").items()}, speaker=claim.each("speaker"),
            said=claim.said_on, due=claim.promised_for, verdict=f"verdict.{claim.verdict}", state="late" if claim.claim_id in LATE and claim.verdict == "changed" else claim.verdict, america=claim.claim_id in AMERICA,
        )
        for claim in facts.select("claims", counted_as="promise")
    ]
    return sorted(found, key=lambda row: (list(GROUPS).index(row["state"]), row["due"] or "", row["id"]))


def values(rows, fmt):
    count = {state: sum(row["state"] == state for row in rows) for state in GROUPS}
    return {name: str(number) for name, number in (count | {"all": len(rows), "changed": count["late"] + count["changed"], "america": len(AMERICA)}).items()}


def picture(rows, fmt, sheet):
    """A sign for each promise with their numbers; then, but on a card, a heading for each outcome and its promises: sign, words, year."""
    em, groups = sheet.em, [(state, mine) for state in GROUPS if (mine := [row for row in rows if row["state"] == state])]
    if sheet.shape == "card":
        return _tally(groups, fmt, sheet, sheet.height * 0.3, sheet.height * 0.52, 1.2, 0.7)
    texts = {row["id"]: wrap(f"<b>{fmt.in_language(row['promise'])}</b>" if row["america"] else fmt.in_language(row["promise"]), sheet.width / em - 5) for row in rows}
    top = 3.8
    gap = (sheet.height - em * (top + 1.6 + 1.9 * len(groups)) - em * sum(map(height, texts.values()))) / (len(rows) + len(groups))
    marks, y = list(_tally(groups, fmt, sheet, 0.7 * em, 1.4 * em, 1.1, 0.5)), (top + 1.7) * em
    marks += [label(fmt.text("key"), x=0, y=top * em, baseline="top"), label(fmt.text("due"), x=sheet.width, y=top * em, align="right", baseline="top")]
    for state, mine in groups:
        color = GROUPS[state][0]
        marks += [line(x=(0, sheet.width), y=y, color=color, width=2), label(f"<b>{fmt.text(state)}</b>  {fmt.text('means_' + state)}", x=0, y=y + 0.3 * em, baseline="top", color=color)]
        y += 1.9 * em + gap * 0.5
        for row in mine:
            marks.append(_sign([row], [0.55 * em], y + 0.65 * em, 0.7, f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"))
            marks.append(label(texts[row["id"]], x=1.5 * em, y=y, baseline="top", color="ink"))
            marks.append(label((row["due"] or "–")[-4:], x=sheet.width, y=y, align="right", baseline="top"))
            y += height(texts[row["id"]]) * em + gap
        y += gap * 0.5
    return marks


def _sign(mine, x, y, size, hover=None):
    color, symbol = GROUPS[mine[0]["state"]]
    places = dict(zip((row["id"] for row in mine), x, strict=True))
    return dots(mine, x=lambda row: places[row["id"]], y=y, color=color, symbol=symbol, hollow=mine[0]["state"] == "pending", size=size, hover=hover)


def _tally(groups, fmt, sheet, signs, words, size, fill):
    """All signs in a row at the height `signs`, under them how many there are of each; `fill`: what a sign takes of its place, at most 1.3 em but on a card."""
    pitch, x = sheet.width / (sum(len(mine) for _, mine in groups) + len(groups) - 1), 0.0  # with an empty place between two outcomes
    for state, mine in groups:
        big = pitch * fill / sheet.em
        yield _sign(mine, [x + pitch * (number + 0.5) for number in range(len(mine))], signs, big if sheet.shape == "card" else min(big, 1.3))
        last = state == groups[-1][0]  # its words end at the edge
        told = f"<br>{wrap(fmt.text(state), max(pitch * (len(mine) + 1) / sheet.em / size, 6), bold=True)}" if sheet.shape == "card" else ""
        yield label(f"<b>{len(mine)}</b>{told}", x=x + pitch * (len(mine) - 0.1 if last else 0.1), y=words, align="right" if last else "left", baseline="top", color=GROUPS[state][0], bold=True, size=size)
        x += pitch * (len(mine) + 1)
