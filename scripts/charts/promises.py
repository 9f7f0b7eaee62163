"""The promises as squares by what became of them: a line for each, or two rows of squares on a share card."""

from collections import Counter
from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.measure import SLACK, length
from scripts.drawing.plot import BUT_CARD, dots, label, line, only

COLORS = {
    "held": ("accent", "accent"),
    "changed": ("warm", "warm"),
    "missed": ("ink", "ink"),
    "late": ("warm-soft", "warm"),
    "pending": ("context-deep", "soft"),
    "imprecise": ("context", "soft"),
}
"""Outcome, in the order of the page's list: the colour of its squares, and of its name."""
DUE = {"wide": 21, "narrow": 25.2, "poster": 18.6}
BESIDE = {"wide": 25, "poster": 18}
"""In em: where the years end, and what words have room beside them; a narrow picture has none."""
SCALE = {
    "x": {"wide": (0, 47.2), "narrow": (0, 25.3), "poster": (0, 39.2), "card": (0, None)},
    "y": {"wide": (None, 0.8), "card": (-10.4, 0)},
}


def rows(facts):
    found = []
    for claim in facts.select("claims", counted_as="promise"):
        promise = {language: said.rstrip(".") for language, said in claim.each("said_in").items()}
        said = {"promise": promise, "speaker": claim.each("speaker"), "said": claim.said_on, "due": claim.promised_for}
        state = {"now": claim.now_due, "outcome": f"promise.{claim.state}", "state": claim.state}
        then = {"country": bool(claim.country), "then": claim.each("outcome")}
        found.append(Row.of(claim, id=claim.key, **said, **state, **then))
    states = list(COLORS)
    return sorted(found, key=lambda row: (states.index(row["state"]), not row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    counts = {state: sum(row["state"] == state for row in rows) for state in COLORS}
    counts |= {"all": len(rows), "country": sum(row["country"] for row in rows)}
    return {name: str(count) for name, count in counts.items()}


def marks(rows, fmt):
    groups = [(state, list(same)) for state, same in groupby(rows, lambda row: row["state"])]
    yield from only(BUT_CARD, _list(groups, fmt))
    yield from only({"card"}, _squares(groups, fmt))


def _list(groups, fmt):
    """Places on y are lines, counted down from 0."""
    y, beside = 0, {"x": DUE, "dx": {"wide": 1, "narrow": 0}, "align": {"wide": "left", "narrow": "right"}}
    yield label(fmt.texts["columns"]["due"], x=DUE, y=y, baseline="middle", align="right", shapes=set(BESIDE))
    for state, same in groups:
        name, place = _name(state, same, fmt), {"y": y, "baseline": "middle"}
        yield line(y=y + 0.75, color=COLORS[state][0], width=2)
        yield label(name, x=0, color=COLORS[state][1], bold=True, **place)
        room = BESIDE | {"narrow": DUE["narrow"] - 0.6 - length(name, bold=True) * SLACK}
        yield label(fmt.word(f"means.{state}"), room=room, **beside, **place)
        for row in same:
            y -= 1
            due = fmt.term(row["due"]) if row["due"] else fmt.text("undated")
            due += f" → {row['now'][:4]}" if row["now"] else ""
            place, bold = {"y": y, "baseline": "middle", "color": "ink"}, row["country"]
            room = {shape: at - 2.6 - length(due, bold=True) * SLACK for shape, at in DUE.items()}
            yield from _square(row, fmt, x=0.9, y=y, size=1.4)
            yield label(fmt.doubtful(row, fmt.text(row["id"])), x=2, room=room, bold=bold, **place)
            yield label(due, x=DUE, align="right", bold=bold, **place)
            yield label(fmt.in_language(row["then"]), room=BESIDE, shapes=set(BESIDE), **beside, **place)
        y -= 1.6


def _squares(groups, fmt):
    """Places on x are squares, those on y about em. What is settled stands over what lies ahead."""
    at = Counter()
    for state, same in groups:
        y = -6.1 if state in ("late", "pending") else 0
        place = {"dx": -1.5, "baseline": "top"}
        room = 4.4 * len(same) + 0.7
        yield label(_name(state, same, fmt), x=at[y], y=y, color=COLORS[state][1], bold=True, room=room, **place)
        for row in same:
            yield from _square(row, fmt, x=at[y], y=y - 2.95, size=2.6)
            if row["country"]:
                words = fmt.doubtful(row, fmt.text(row["id"]))
                yield label(words, x=at[y], y=y - 4.35, color="ink", size=0.85, width=4.9, room=4.3, **place)
            at[y] += 1
        at[y] += 0.35


def _name(state, same, fmt):
    """An outcome's name with its count."""
    return f"{fmt.word(('promises.' if len(same) > 1 else 'promise.') + state)}\u00a0\u00a0{len(same)}"


def _square(row, fmt, *, x, y, size):
    """A promise's sign, with letters if it is about the story's country."""
    who = f"{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"
    said = "<br>".join([fmt.in_language(row["promise"]), who, fmt.in_language(row["then"])])
    hollow = row["state"] == "pending"  # an outline adds to the size
    look = {"size": size - 0.13 * hollow, "color": COLORS[row["state"]][0], "hollow": hollow, "symbol": "square"}
    yield dots([row], x=x, y=y, hover=lambda row: said, **look)
    if row["country"]:
        place = {"x": x, "y": y, "align": "center", "baseline": "middle"}
        yield label(fmt.text("tag"), color="paper", bold=True, size=size, room=0.93 * size, **place)
