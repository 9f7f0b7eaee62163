"""The promises, one line each, by what became of them; those about the country of the story on a ground of their own."""

from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.measure import height, length, wrap
from scripts.drawing.plot import band, dots, label, line

LOOKS = {"held": {"color": "accent"}, "pending": {"color": "accent", "hollow": True}, "late": {"color": "warm", "symbol": "triangle-right"}, "changed": {"color": "warm", "symbol": "diamond"}, "missed": {"color": "warm", "symbol": "x"}, "imprecise": {"color": "context-deep", "symbol": "square"}}
"""Outcome: colour and sign; an open promise has a hollow one, one that did not come as promised is warm."""
GROUND = {"color": "line", "opacity": 0.6}


def rows(facts):
    found = [(one, {language: said.rstrip(".") for language, said in one.each("said_in").items()}) for one in facts.select("claims", counted_as="promise")]
    made = [Row.of(one, promise=said, speaker=one.each("speaker"), said=one.said_on, due=one.promised_for, now=one.now_due, outcome=f"promise.{one.state}", state=one.state, country=bool(one.country), id=one.key) for one, said in found]
    return sorted(made, key=lambda row: (list(LOOKS).index(row["state"]), row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    return {state: str(sum(row["state"] == state for row in rows)) for state in LOOKS} | {"all": str(len(rows)), "behind": str(sum(LOOKS[row["state"]]["color"] == "warm" for row in rows)), "country": str(sum(row["country"] for row in rows))}


def picture(rows, fmt, sheet):
    """A heading for each outcome with its count, and its promises: sign, words, and the later year now given; on a card the signs alone."""
    groups = [(LOOKS[state]["color"], fmt.word(("promises." if len(mine) > 1 else "promise.") + state), fmt.word(f"means.{state}"), mine) for state, same in groupby(rows, lambda row: row["state"]) if (mine := list(same))]
    return (_card if sheet.shape == "card" else _list)(groups, fmt, sheet, sheet.em)


def _list(groups, fmt, sheet, em):
    said = {row["id"]: fmt.doubtful(row, fmt.in_language(row["promise"])) + (f" → {row['now'][:4]}" if row["now"] else "") for *_, mine in groups for row in mine}
    texts = {row["id"]: wrap(f"<b>{said[row['id']]}</b>" if row["country"] else said[row["id"]], sheet.width / em - 2.4) for *_, mine in groups for row in mine}
    heads = [wrap(f"<b>{name}\u00a0\u00a0{len(mine)}</b>\u00a0 {means}", sheet.width / em) for _, name, means, mine in groups]
    gap, y = (sheet.height - em * (3.3 + sum(height(head) + 0.8 for head in heads)) - em * sum(map(height, texts.values()))) / (len(texts) + len(groups)), 1.9 * em
    yield from (band(x=(0, 1.1 * em), y=(0.2 * em, 1.2 * em), **GROUND), label(fmt.text("country"), x=1.6 * em, y=0, baseline="top"), label(fmt.text("doubt"), x=0, y=sheet.height, baseline="bottom"))
    for head, (color, _, _, mine) in zip(heads, groups, strict=True):
        yield from (line(x=(0, sheet.width), y=y, color=color, width=2), label(head, x=0, y=y + 0.3 * em, baseline="top", color=color))
        y += (height(head) + 0.8) * em + gap * 0.5
        for row in mine:
            bottom = y + height(texts[row["id"]]) * em
            yield band(x=(0, sheet.width), y=(y - gap / 2, bottom + gap / 2), **GROUND) if row["country"] else None
            yield dots([row], x=0.65 * em, y=y + 0.7 * em, **LOOKS[row["state"]], hover=lambda row: f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}")
            yield label(texts[row["id"]], x=1.6 * em, y=y, baseline="top", color="ink")
            y = bottom + gap * (1.5 if row is mine[-1] else 1)


def _card(groups, fmt, sheet, em):
    """All signs in a row, under them how many there are of each; the ground of the country's reaches from its first sign to its last."""
    pitch, x, y, ground = sheet.width / (sum(len(mine) for *_, mine in groups) + len(groups) - 1), 0.0, sheet.height * 0.36, []
    widths = [pitch * (len(mine) + 0.8) / em / 1.1 for *_, mine in groups]
    widths[-2] -= max(length(groups[-1][1], bold=True) * 1.12 - widths[-1], 0)  # the last words end at the edge, and may begin before their sign
    for number, (color, name, _, mine) in enumerate(groups, 1):
        yield from (dots([row], x=x + pitch * (place + 0.5), y=y, size=pitch * 0.7 / em, **LOOKS[row["state"]]) for place, row in enumerate(mine))
        ground += [x + pitch * place for place, row in enumerate(mine) if row["country"]]
        words, end = wrap(name, max(widths[number - 1], 5), bold=True), number == len(groups)
        yield label(f"{len(mine)}<br>{words}", x=x + pitch * (len(mine) - 0.05 if end else 0.1), y=y + 0.8 * pitch, align="right" if end else "left", baseline="top", color=color, bold=True, size=1.1)
        x += pitch * (len(mine) + 1)
    if ground:
        yield band(x=(ground[0], ground[-1] + pitch), y=(y - pitch * 0.6, y + pitch * 0.6), **GROUND)
        yield label(f"{len(ground)} {fmt.text('country')}", x=ground[-1] + pitch, y=y - pitch * 0.7, align="right", baseline="bottom", color="ink", bold=True, size=1.1)
