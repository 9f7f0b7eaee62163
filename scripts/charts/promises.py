"""The promises, a sign each: a row for what became of them, a column for those about the story's country."""

from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.plot import band, dots, label, line, only

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
GRIDS = {
    "wide": (14, 32, 48, 8.6, 2.3, 1.4),
    "narrow": (8.3, 18.4, 26, 5, 1.58, 1),
    "poster": (13.3, 29, 40, 7.7, 2.1, 1.3),
    "card": (12.3, 26.6, 35, 7.2, 1.75, 1),
}
"""In about the em of each shape: where the country's column, that of the rest and the margin begin; how far apart
signs stand in the first, where their words are between them, and in the second; how large they are.
"""
LINE = 0.75
"""Of a row: the height of a line of the list, which stands under the picture for e-mail."""


def rows(facts):
    found = []
    for claim in facts.select("claims", counted_as="promise"):
        promise = {language: said.rstrip(".") for language, said in claim.each("said_in").items()}
        said = {"promise": promise, "speaker": claim.each("speaker"), "said": claim.said_on, "due": claim.promised_for}
        outcome = {"now": claim.now_due, "outcome": f"promise.{claim.state}", "state": claim.state}
        found.append(Row.of(claim, id=claim.key, country=bool(claim.country), **said, **outcome))
    states = list(LOOKS)
    return sorted(found, key=lambda row: (states.index(row["state"]), row["country"], row["due"] or "", row["id"]))


def values(rows, fmt):
    counts = {state: sum(row["state"] == state for row in rows) for state in LOOKS}
    counts |= {"all": len(rows), "country": sum(row["country"] for row in rows)}
    return {name: str(count) for name, count in counts.items()}


def marks(rows, fmt):
    """Places on y are rows, counted down from 0."""
    groups = {state: list(same) for state, same in groupby(rows, lambda row: row["state"])}
    for shape, grid in GRIDS.items():
        yield from only({shape}, _matrix(rows, groups, fmt, shape == "narrow", *grid))
    yield from only({"poster"}, _list(groups, fmt, GRIDS["poster"][2], -0.5 - len(groups)))


def _matrix(rows, groups, fmt, narrow, country, rest, end, apart, pitch, size):
    def in_lines(text):
        return text if narrow else text.replace("<br>", " ")

    def hover(row):
        return f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"

    head = {"y": 0.5, "dy": 0.2, "color": "ink", "bold": True, "width": rest - country}
    about = sum(row["country"] for row in rows)
    yield band(x=(country, rest - 0.5), y=(0.5 - len(groups), 1.5))
    yield label(fmt.text("column_country", n=about), x=country + 0.2, **head)
    yield label(fmt.text("column_rest", n=len(rows) - about), x=rest - 0.1, **head)
    for at, (state, same) in enumerate(groups.items()):
        yield line(x=(0, end), y=0.5 - at, color="context")
        color, name = _named(state, same, fmt, "ahead" if state == "pending" else "")
        place = {"y": -at, "baseline": "middle"}
        yield label(in_lines(name), x=0, color=color, bold=True, width=narrow and country - 0.4, **place)
        left, free = country + 1, rest + 0.7
        for row in same:
            yield dots([row], x=left if row["country"] else free, y=-at, size=size, **LOOKS[state], hover=hover)
            if row["country"]:
                yield label(in_lines(fmt.text(row["id"])), x=left, dx=size * 0.75, color="ink", **place)
                left += apart
            else:
                free += pitch
        if state == "held" and left == country + 1:
            yield label(fmt.text("none"), x=country + 0.2, color="ink", bold=True, **place)


def _named(state, same, fmt, text=""):
    """The colour of an outcome's words, and its name with the count; `text`: that of the chart around the name."""
    color, name = LOOKS[state]["color"], fmt.word(("promises." if len(same) > 1 else "promise.") + state)
    return WORDS.get(color, color), f"{fmt.text(text, name=name) if text else name}\u00a0\u00a0{len(same)}"


def _list(groups, fmt, end, y):
    """A heading for each outcome, under it its promises, each with the year when due and the later one now given."""
    yield label(fmt.texts["columns"]["due"], x=end, y=y, align="right", baseline="middle")
    for state, same in groups.items():
        color, name = _named(state, same, fmt)
        yield line(x=(0, end), y=y + LINE * 0.6, color=color, width=2)
        yield label(f"<b>{name}</b>\u00a0 {fmt.word(f'means.{state}')}", x=0, y=y, baseline="middle", color=color)
        for row in same:
            y -= LINE
            if row["country"]:
                yield band(x=(0, end), y=(y - LINE / 2, y + LINE / 2))
            due = (fmt.term(row["due"]) if row["due"] else "–") + (f" → {row['now'][:4]}" if row["now"] else "")
            place = {"y": y, "baseline": "middle", "color": "ink", "bold": row["country"]}
            yield dots([row], x=0.8, y=y, **LOOKS[state])
            yield label(fmt.doubtful(row, fmt.in_language(row["promise"])), x=1.8, **place)
            yield label(due, x=end, align="right", **place)
        y -= LINE * 1.4
    yield label(fmt.text("doubt"), x=0, y=y, baseline="middle")
