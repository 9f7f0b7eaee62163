"""The promises, one line each, by what became of them; those about the country of the story on a ground of their own."""

from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.measure import SLACK, height, length, wrap
from scripts.drawing.plot import band, dots, label, line

LOOKS = {"held": {"color": "accent"}, "pending": {"color": "accent", "hollow": True}, "late": {"color": "warm", "symbol": "triangle-right"}, "changed": {"color": "warm", "symbol": "diamond"}, "missed": {"color": "warm", "symbol": "x"}, "imprecise": {"color": "context-deep", "symbol": "square"}}
"""Outcome: colour and sign; an open promise has a hollow one, one that did not come as promised is warm."""


def rows(facts):
    found = [(one, {language: said.rstrip(".") for language, said in one.each("said_in").items()}) for one in facts.select("claims", counted_as="promise")]
    made = [Row.of(one, promise=said, speaker=one.each("speaker"), said=one.said_on, due=one.promised_for, now=one.now_due, outcome=f"promise.{one.state}", state=one.state, country=bool(one.country), id=one.key) for one, said in found]
    return sorted(made, key=lambda row: (list(LOOKS).index(row["state"]), row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    return {state: str(sum(row["state"] == state for row in rows)) for state in LOOKS} | {"all": str(len(rows)), "behind": str(sum(LOOKS[row["state"]]["color"] == "warm" for row in rows)), "country": str(sum(row["country"] for row in rows))}


def picture(rows, fmt, sheet):
    """All signs in a row, counted; but on a card under them a heading for each outcome and its promises: sign, words, and the later year now given."""
    em = sheet.em
    groups = [(LOOKS[state]["color"], fmt.word(("promises." if len(mine) > 1 else "promise.") + state), fmt.word(f"means.{state}"), mine) for state, same in groupby(rows, lambda row: row["state"]) if (mine := list(same))]
    y = yield from _signs(groups, fmt, sheet, em * {"card": 1.1, "narrow": 0.9}.get(sheet.shape, 1), sheet.height * 0.1 if sheet.shape == "card" else 0)
    if sheet.shape == "card":
        return
    said = {row["id"]: fmt.doubtful(row, fmt.in_language(row["promise"])) + (f" → {row['now'][:4]}" if row["now"] else "") for row in rows}
    texts = {row["id"]: wrap(f"<b>{said[row['id']]}</b>" if row["country"] else said[row["id"]], sheet.width / em - 2.4) for row in rows}
    heads = [wrap(f"<b>{name}\u00a0\u00a0{len(mine)}</b>\u00a0 {means}", sheet.width / em) for _, name, means, mine in groups]
    gap = (sheet.height - y - em * (1.4 + sum(height(head) + 0.8 for head in heads) + sum(map(height, texts.values())))) / (len(texts) + len(groups))
    yield label(fmt.text("doubt"), x=0, y=sheet.height, baseline="bottom")
    for head, (color, _, _, mine) in zip(heads, groups, strict=True):
        yield from (line(x=(0, sheet.width), y=y, color=color, width=2), label(head, x=0, y=y + 0.3 * em, baseline="top", color=color))
        y += (height(head) + 0.8) * em + gap * 0.5
        for row in mine:
            bottom = y + height(texts[row["id"]]) * em
            yield band(x=(0, sheet.width), y=(y - gap / 2, bottom + gap / 2)) if row["country"] else None
            yield dots([row], x=0.65 * em, y=y + 0.7 * em, **LOOKS[row["state"]], hover=lambda row: f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}")
            yield label(texts[row["id"]], x=1.6 * em, y=y, baseline="top", color="ink")
            y = bottom + gap * (1.5 if row is mine[-1] else 1)


def _signs(groups, fmt, sheet, em, top):
    """The signs, as large as the words under them leave room for; the ground of the country's reaches from its first to its last. Gives where the words end."""
    words = [f"{len(mine)}<br>{wrap(name, 6.4, bold=True)}" for _, name, _, mine in groups]
    widths = lambda pitch: [max(len(mine) * pitch, length(text, bold=True) * SLACK * em + 4) for text, (*_, mine) in zip(words, groups, strict=True)]  # noqa: E731
    pitch = next((size * em for size in (2.2, 2, 1.8, 1.6, 1.4, 1.2, 1) if sum(widths(size * em)) + 0.6 * em * (len(groups) - 1) <= sheet.width), 0.9 * em)
    space, x, y, ground = (sheet.width - sum(widths(pitch))) / max(len(groups) - 1, 1), 0.0, top + 1.7 * em + pitch / 2, []
    for text, width, (color, _, _, mine) in zip(words, widths(pitch), groups, strict=True):
        yield from (dots([row], x=x + pitch * (place + 0.5), y=y, size=pitch * 0.7 / sheet.em, **LOOKS[row["state"]]) for place, row in enumerate(mine))
        yield label(text, x=x, y=y + 0.7 * pitch, baseline="top", color=color, bold=True, size=em / sheet.em)
        ground += [x + pitch * place for place, row in enumerate(mine) if row["country"]]
        x += width + space
    if ground:
        yield band(x=(ground[0], ground[-1] + pitch), y=(y - pitch * 0.6, y + pitch * 0.6))
        yield label(f"{len(ground)} {fmt.text('country')}", x=sheet.width, y=y - pitch * 0.7, align="right", baseline="bottom", color="ink", bold=True, size=em / sheet.em)
    return y + 0.7 * pitch + max(map(height, words)) * em + 0.8 * em
