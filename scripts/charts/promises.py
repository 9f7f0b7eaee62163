"""The promises, grouped by what became of them, one line each; a share card has a sign for each."""

from itertools import groupby

from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, band, dots, label, line, only
from scripts.drawing.sheet import slack_in

LOOKS = {
    "held": {"color": "accent"},
    "changed": {"color": "warm", "symbol": "diamond"},
    "missed": {"color": "warm", "symbol": "x"},
    "late": {"color": "warm", "symbol": "triangle-right"},
    "pending": {"color": "context-deep", "hollow": True},
    "imprecise": {"color": "context-deep", "symbol": "square"},
}
"""Outcome: colour and sign, as in the page's list and in its order; one that did not come as promised is warm."""
WORDS = {"context-deep": "soft"}
"""What words are written in where a sign's colour is too pale for them."""
DUE = {"wide": 25.2, "narrow": 24.7, "poster": 19}
THEN = {"wide": 26, "narrow": 1.5, "poster": 19.8}
END = {"wide": 47.1, "narrow": 25.2, "poster": 39.1, "card": 34.7}
"""In about the em of each shape: where the years end, where outcomes begin (in a narrow picture under their line), and
the margin.
"""
SIZE, LONG = {"poster": 0.9}, {"wide": 22.1, "narrow": 23.7, "poster": 19.8}
"""Of the words of outcomes, and where their lines break."""
COUNTRY, REST = 12.3, 27
"""On a card: where the country's column and that of the rest begin."""
SCALE = {"x": {shape: (0, end) for shape, end in END.items()}, "y": {"wide": (None, 0.8), "card": (None, None)}}


def rows(facts):
    found = []
    for claim in facts.select("claims", counted_as="promise"):
        promise = {language: said.rstrip(".") for language, said in claim.each("said_in").items()}
        said = {"promise": promise, "speaker": claim.each("speaker"), "said": claim.said_on, "due": claim.promised_for}
        state = {"now": claim.now_due, "outcome": f"promise.{claim.state}", "state": claim.state}
        then = {"country": bool(claim.country), "then": claim.each("outcome")}
        found.append(Row.of(claim, id=claim.key, **said, **state, **then))
    states = list(LOOKS)
    return sorted(found, key=lambda row: (states.index(row["state"]), not row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    counts = {state: sum(row["state"] == state for row in rows) for state in LOOKS}
    counts |= {"all": len(rows), "country": sum(row["country"] for row in rows)}
    return {name: str(count) for name, count in counts.items()}


def marks(rows, fmt):
    """Places on y are lines, counted down from 0."""
    groups = {state: list(same) for state, same in groupby(rows, lambda row: row["state"])}
    for shape in sorted(BUT_CARD):
        yield from only({shape}, _list(groups, fmt, shape))
    yield from only({"card"}, _matrix(rows, groups, fmt))


def _list(groups, fmt, shape):
    """A heading for each outcome, under it its promises: the year when due and the later one, and how it stands.

    A narrow picture has no room for how those stand whose date lies ahead.
    """
    y, narrow = 0, shape == "narrow"

    def hover(row):
        return f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"

    slack = slack_in(shape)
    at_due, end = DUE[shape], END[shape]
    head = fmt.texts["columns"]["due"]
    free = at_due - measure.length(head) * slack - 0.6
    yield label(head, x=DUE, y=y, baseline="middle", align="right")
    if not narrow:
        yield label(fmt.texts["columns"]["outcome"], x=THEN, y=y, baseline="middle")
    for state, same in groups.items():
        color, name = _named(state, same, fmt)
        yield line(y=y + 0.7, color=color, width=2)
        means = fmt.word(f"means.{state}")
        if (measure.length(name, bold=True) + 0.6 + measure.length(means)) * slack <= free:
            yield label(f"<b>{name}</b>\u00a0 {means}", x=0, y=y, baseline="middle", color=color)
        else:  # words longer than ours: what the name means, under it
            yield label(name, x=0, y=y, baseline="middle", color=color, bold=True)
            means = measure.wrap(means, end, slack=slack)
            y -= 0.9 + means.count("<br>") / 2
            yield label(means, x=0, y=y, baseline="middle", color=color)
            y -= means.count("<br>") / 2
        top, free = y - 0.5, end
        for row in same:
            y -= 1
            tagged = fmt.text(row["id"])
            if row["country"]:
                tagged = fmt.text("tag" if shape != "wide" else "tag_wide", promise=tagged)
            due = fmt.term(row["due"]) if row["due"] else fmt.text("undated")
            due += f" → {row['now'][:4]}" if row["now"] else ""
            room, weak = at_due - 2.1 - measure.length(due, bold=row["country"]) * slack, fmt.doubt(row)
            words, size = tagged + weak, SIZE.get(shape, 1)
            if (measure.length(tagged, bold=row["country"]) + measure.length(weak)) * slack > room:
                words = measure.wrap(words, room, bold=row["country"], slack=slack)
            then = measure.wrap(fmt.in_language(row["then"]), LONG[shape] / size, slack=slack)
            beside = [words] if narrow else [words, then]
            more = max(text.count("<br>") for text in beside) / 2  # a line more takes half a place up, half down
            y -= more
            place = {"y": y, "baseline": "middle", "color": "ink"}
            yield dots([row], x=0.7, y=y, **LOOKS[state], hover=hover)
            if row["country"]:
                words = words.replace(tagged, f"<b>{tagged}</b>") if tagged in words else f"<b>{words}</b>"
            yield label(words, x=1.5, **place)
            yield label(due, x=DUE, align="right", bold=row["country"], **place)
            y -= more
            if narrow and state != "pending":
                y -= 0.9 + then.count("<br>") / 2
                yield label(then, x=THEN, size=size, **place | {"y": y, "color": "soft"})
                y -= then.count("<br>") / 2
            elif not narrow:
                yield label(then, x=THEN, size=size, **place)
            if row["country"]:  # they come first
                below = y
                y -= 0.25 if narrow else 0
        if same[0]["country"]:
            yield band(y=(top, below - 0.6))
        y -= 1.5


def _matrix(rows, groups, fmt):
    """A row for each outcome; in one column the promises about the story's country, with words, in another the rest."""
    head = {"y": 0.5, "dy": 0.2, "color": "ink", "bold": True}
    about = sum(row["country"] for row in rows)
    yield band(x=(COUNTRY, REST - 0.5), y=(0.5 - len(groups), 1.5))
    rest = {"x": REST - 0.1, "room": END["card"] - REST}
    yield label(fmt.text("column_country", n=about), x=COUNTRY + 0.2, room=REST - COUNTRY - 0.9, **head)
    yield label(fmt.text("column_rest", n=len(rows) - about), **rest, **head)
    for at, (state, same) in enumerate(groups.items()):
        yield line(y=0.5 - at, color="context")
        color, name = _named(state, same, fmt, "ahead" if state == "pending" else "")
        place = {"y": -at, "baseline": "middle"}
        yield label(name, x=0, color=color, bold=True, room=COUNTRY - 0.3, **place)
        left, free, theirs = COUNTRY + 0.8, REST + 0.7, [row for row in same if row["country"]]
        for row in same:
            yield dots([row], x=left if row["country"] else free, y=-at, size=1, **LOOKS[state])
            if row["country"]:
                room = (REST - 0.5 - left if row is theirs[-1] else 7) - 0.95
                yield label(fmt.doubtful(row, fmt.text(row["id"])), x=left, dx=0.75, color="ink", room=room, **place)
                left += 7.5
            else:
                free += 1.6
        if state == "held" and left == COUNTRY + 0.8:
            yield label(fmt.text("none"), x=COUNTRY + 0.2, color="ink", bold=True, **place)


def _named(state, same, fmt, text=""):
    """The colour of an outcome's words, and its name with the count; `text`: that of the chart around the name."""
    color, name = LOOKS[state]["color"], fmt.word(("promises." if len(same) > 1 else "promise.") + state)
    return WORDS.get(color, color), f"{fmt.text(text, name=name) if text else name}\u00a0\u00a0{len(same)}"
