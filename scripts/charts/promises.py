"""The promises, a sign each, by what became of them; those about the story's country on a ground of their own."""

from dataclasses import dataclass
from itertools import groupby

from scripts.drawing.chart import Row
from scripts.drawing.measure import SLACK, height, length, wrap
from scripts.drawing.plot import band, dots, label, line

LOOKS = {
    "held": {"color": "accent"},
    "changed": {"color": "warm", "symbol": "diamond"},
    "missed": {"color": "warm", "symbol": "x"},
    "late": {"color": "warm", "symbol": "triangle-right"},
    "pending": {"color": "context-deep", "hollow": True},
    "imprecise": {"color": "context-deep", "symbol": "square"},
}
"""Outcome: colour and sign, as in the page's list and in its order; one that did not come as promised is warm.

Those about the country come last of the ones off and are the only ones missed, so one ground holds them all.
"""
CENTER = {"align": "center", "baseline": "bottom"}
WORDS = {"context-deep": "soft"}
"""What words are written in where a sign's colour is too pale for them."""


@dataclass(frozen=True)
class Group:
    """The promises of one outcome, what it is called and what it means."""

    color: str
    name: str
    means: str
    rows: list[Row]


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


def picture(rows, fmt, sheet):
    """All signs in a row, counted; under it, in the picture for e-mail alone, since the page has them, the promises."""
    groups = []
    for state, same in groupby(rows, lambda row: row["state"]):
        mine = list(same)
        name = fmt.word(("promises." if len(mine) > 1 else "promise.") + state)
        color = LOOKS[state]["color"]
        groups.append(Group(WORDS.get(color, color), name, fmt.word(f"means.{state}"), mine))
    em = sheet.em * {"card": 1.1, "narrow": 0.95}.get(sheet.shape, 1)
    last = 1 + max((at for at, group in enumerate(groups) if group.rows[-1]["country"]), default=0)
    floors = [groups[:last], groups[last:]] if sheet.shape == "narrow" else [groups]
    names = {row["id"]: fmt.text(row["id"]) for row in rows if row["country"] and sheet.shape != "card"}
    foot = yield from _signs(floors, names, fmt, sheet, em, sheet.height * 0.1 if sheet.shape == "card" else 0)
    if sheet.shape == "poster":
        yield from _list(groups, fmt, sheet, foot)


def _signs(floors, names, fmt, sheet, em, top):
    """The signs, as large as the words leave room for, each group over a line. Gives where the words end.

    The ground of the country's, which are named over their signs but on a card, reaches from its first to its last.
    """
    over = max(map(height, names.values()), default=0) * em

    def words(group):
        ahead = group.rows[0]["state"] == "pending" and fmt.text("ahead" if names else "ahead_card", name=group.name)
        return f"{len(group.rows)}<br>{wrap(ahead or group.name, 9 if ahead and names else 6.4, bold=True)}"

    def room(row, pitch):
        return max(pitch, length(names[row["id"]]) * SLACK * em + 0.3 * em) if row["id"] in names else pitch

    def apart(group):
        """Of a pitch: how far the country's stand from the others of their group."""
        return 0.4 * (group.rows[0]["country"] != group.rows[-1]["country"])

    def width(group, pitch):
        signs = sum(room(row, pitch) for row in group.rows) + apart(group) * pitch
        return max(signs, length(words(group), bold=True) * SLACK * em + 4)

    def free(floor, pitch):
        return sheet.width - sum(width(group, pitch) for group in floor) - 0.6 * em * (len(floor) - 1)

    def hover(row):
        return f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"

    sizes = [size * em for size in (2.2, 2, 1.8, 1.6, 1.4, 1.2, 1)]
    pitch = next((size for size in sizes if all(free(floor, size) >= 0 for floor in floors)), 0.9 * em)
    size, between = em / sheet.em, min(free(floor, pitch) / max(len(floor) - 1, 1) for floor in floors) + 0.6 * em
    for floor in floors:
        country = [row for group in floor for row in group.rows if row["country"]]
        top += (1.7 * em + over) * bool(country)
        x, y, ends = 0.0, top + pitch / 2, []
        for group in floor:
            at = x
            for row in group.rows:
                at += apart(group) * pitch if row in country[:1] else 0
                middle, after = at + room(row, pitch) / 2, at + room(row, pitch)
                yield dots([row], x=middle, y=y, size=pitch * 0.7 / sheet.em, **LOOKS[row["state"]], hover=hover)
                ends += [at, after] if row["country"] else []
                if row["id"] in names:
                    yield label(names[row["id"]], x=middle, y=y - pitch * 0.55, color="ink", size=size, **CENTER)
                at = after
            yield line(x=(x + 0.1 * pitch, at - 0.1 * pitch), y=y + 0.75 * pitch, color=group.color, width=2)
            yield label(words(group), x=x, y=y + 0.8 * pitch, baseline="top", color=group.color, bold=True, size=size)
            x += width(group, pitch) + between
        if country:
            yield band(x=(ends[0], ends[-1]), y=(y - pitch * 0.6 - over, y + pitch * 0.6))
            place = {"x": (ends[0], ends[-1]), "y": y - pitch * 0.7 - over, "color": "ink", "bold": True}
            yield label(f"{len(country)} {fmt.text('country')}", size=size, **place, **CENTER)
        top = y + 0.8 * pitch + max(height(words(group)) for group in floor) * em + 0.8 * em
    return top


def _list(groups, fmt, sheet, y):
    """A heading for each outcome, under it its promises and the later year now given, over the height that is left."""
    em = sheet.em

    def words(row):
        said = fmt.doubtful(row, fmt.in_language(row["promise"])) + (f" → {row['now'][:4]}" if row["now"] else "")
        return wrap(f"<b>{said}</b>" if row["country"] else said, sheet.width / em - 2.4)

    def heading(group):
        return wrap(f"<b>{group.name}\u00a0\u00a0{len(group.rows)}</b>\u00a0 {group.means}", sheet.width / em)

    texts = {row["id"]: words(row) for group in groups for row in group.rows}
    heads = [heading(group) for group in groups]
    tall = em * (1.4 + sum(height(head) + 0.8 for head in heads) + sum(map(height, texts.values())))
    gap = (sheet.height - y - tall) / (len(texts) + len(groups))
    yield label(fmt.text("doubt"), x=0, y=sheet.height, baseline="bottom")
    for head, group in zip(heads, groups, strict=True):
        yield line(x=(0, sheet.width), y=y, color=group.color, width=2)
        yield label(head, x=0, y=y + 0.3 * em, baseline="top", color=group.color)
        y += (height(head) + 0.8) * em + gap * 0.5
        for row in group.rows:
            bottom = y + height(texts[row["id"]]) * em
            if row["country"]:
                yield band(x=(0, sheet.width), y=(y - gap / 2, bottom + gap / 2))
            yield dots([row], x=0.65 * em, y=y + 0.7 * em, **LOOKS[row["state"]])
            yield label(texts[row["id"]], x=1.6 * em, y=y, baseline="top", color="ink")
            y = bottom + gap * (1.5 if row is group.rows[-1] else 1)
