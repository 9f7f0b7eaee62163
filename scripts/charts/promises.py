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
    foot = yield from _signs(groups, fmt, sheet, em, sheet.height * 0.1 if sheet.shape == "card" else 0)
    if sheet.shape == "poster":
        yield from _list(groups, fmt, sheet, foot)


def _signs(groups, fmt, sheet, em, top):
    """The signs, as large as the words under them leave room for. Gives where the words end.

    The ground of the country's reaches from its first to its last.
    """

    def named(name):
        in_lines = wrap(name, 6.4, bold=True)
        return in_lines if "<br>" in in_lines or sheet.shape != "narrow" else wrap(name, 4.9, bold=True)

    words = [f"{len(group.rows)}<br>{named(group.name)}" for group in groups]
    apart = [0.4 * (len({bool(row["country"]) for row in group.rows}) > 1) for group in groups]
    """Of a pitch: how far the country's stand from the others of their group."""
    needed = [length(text, bold=True) * SLACK * em + 4 for text in words]

    def widths(pitch):
        each = zip(groups, apart, needed, strict=True)
        return [max((len(group.rows) + gap) * pitch, room) for group, gap, room in each]

    def fits(pitch):
        return sum(widths(pitch)) + 0.6 * em * (len(groups) - 1) <= sheet.width

    def hover(row):
        return f"{fmt.in_language(row['promise'])}<br>{fmt.in_language(row['speaker'])}, {fmt.date(row['said'])}"

    pitch = next((size * em for size in (2.2, 2, 1.8, 1.6, 1.4, 1.2, 1) if fits(size * em)), 0.9 * em)
    space = (sheet.width - sum(widths(pitch))) / max(len(groups) - 1, 1)
    x, y, size, country = 0.0, top + 1.7 * em + pitch / 2, em / sheet.em, []
    for text, width, group, gap in zip(words, widths(pitch), groups, apart, strict=True):
        for place, row in enumerate(group.rows):
            left = x + pitch * (place + (gap if row["country"] else 0))
            middle, wide = left + pitch / 2, pitch * 0.7 / sheet.em
            yield dots([row], x=middle, y=y, size=wide, **LOOKS[row["state"]], hover=hover)
            country += [left] if row["country"] else []
        yield label(text, x=x, y=y + 0.7 * pitch, baseline="top", color=group.color, bold=True, size=size)
        x += width + space
    if country:
        words_of_it = f"{len(country)} {fmt.text('country')}"
        ends = (country[0], country[-1] + pitch)
        yield band(x=ends, y=(y - pitch * 0.6, y + pitch * 0.6))
        above = {"x": ends, "y": y - pitch * 0.7, "align": "center", "baseline": "bottom"}
        yield label(words_of_it, color="ink", bold=True, size=size, **above)
    return y + 0.7 * pitch + max(map(height, words)) * em + 0.8 * em


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
