"""The promises, one line each, with the year in which they fall due, by what became of them; those about America in bold."""

from scripts.drawing.chart import Row
from scripts.drawing.measure import height, wrap
from scripts.drawing.plot import dots, label, line

GROUPS = {"held": ("accent", "circle"), "pending": ("accent", "circle"), "changed": ("warm", "diamond"), "missed": ("warm", "x"), "imprecise": ("context-deep", "square")}
"""Outcome: colour and sign; an open promise has a hollow one."""
AMERICA = ("s22", "x02", "x08", "x09")
"""The promises about the United States."""


def rows(facts):
    found = [
        Row.of(
            claim, id=claim.claim_id, promise={language: said.rstrip(".") for language, said in claim.each("said_in").items()}, speaker=claim.each("speaker"),
            said=claim.said_on, due=claim.promised_for, verdict=f"verdict.{claim.verdict}", state=claim.verdict, america=claim.claim_id in AMERICA,
        )
        for claim in facts.select("claims", counted_as="promise")
    ]
    return sorted(found, key=lambda row: (list(GROUPS).index(row["state"]), row["due"] or "", row["id"]))


def values(rows, fmt):
    count = {state: sum(row["state"] == state for row in rows) for state in GROUPS}
    return {name: str(number) for name, number in (count | {"all": len(rows), "failed": count["changed"] + count["missed"], "america": len(AMERICA)}).items()}


def picture(rows, fmt, sheet):
    """A heading for each outcome, then its promises: sign, words, year. On a card, a square for each."""
    em, groups = sheet.em, [(state, mine) for state in GROUPS if (mine := [row for row in rows if row["state"] == state])]
    if sheet.shape == "card":
        return _card(groups, fmt, sheet)
    texts = {row["id"]: wrap(f"<b>{fmt.in_language(row['promise'])}</b>" if row["america"] else fmt.in_language(row["promise"]), sheet.width / em - 5) for row in rows}
    gap = (sheet.height - em * (1.6 + 1.9 * len(groups)) - em * sum(map(height, texts.values()))) / (len(rows) + len(groups))
    marks, y = [label(fmt.text("key"), x=0, y=0, baseline="top"), label(fmt.text("due"), x=sheet.width, y=0, align="right", baseline="top")], 1.7 * em
    for state, mine in groups:
        color = GROUPS[state][0]
        marks += [line(x=(0, sheet.width), y=y, color=color, width=2), label(f"<b>{fmt.text(state)}: {len(mine)}</b>  {fmt.text('means_' + state)}", x=0, y=y + 0.3 * em, baseline="top", color=color)]
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


def _card(groups, fmt, sheet):
    pitch, x = sheet.width / sum(len(mine) for _, mine in groups), 0.0
    for state, mine in groups:
        yield _sign(mine, [x + pitch * (number + 0.5) for number in range(len(mine))], sheet.height * 0.3, pitch * 0.7 / sheet.em)
        last = state == groups[-1][0]  # its words end at the edge
        yield label(f"<b>{len(mine)}</b><br>{fmt.text(state)}", x=x + pitch * (len(mine) - 0.1 if last else 0.1), y=sheet.height * 0.52, align="right" if last else "left", baseline="top", color=GROUPS[state][0], bold=True, size=1.2)
        x += pitch * len(mine)
