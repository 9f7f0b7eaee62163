"""Battery-electric cars' share of the US market: the years, and the quarters before and after the tax credit ended."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, broken_but_on_card, label, line, only
from scripts.drawing.theme import SHAPES

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
ON_CARD = 3  # years
COUNTERS = {"year": "kbb", "q3": "kbb", "q4": "kbb", "september": "nada", "december": "nada"}
"""Period -> who counted it."""
ROOMY = set(SHAPES) - {"narrow"}  # a bar holds its words
WITHIN, OVER = {"wide": 5.2, "poster": 4.4, "card": 4.6}, {"before": None, "after": 3.85}
"""Room for words in the bars of the quarters, and over them in a narrow picture, in em."""
COLORS = {"q3": "accent", "q4": "warm"}


def rows(facts):
    found = []
    for period, counter in COUNTERS.items():
        ending = "" if period == "year" else f"_{period}"
        for record in sorted(facts.select("us_market", item=f"us_bev_share_pct{ending}"), key=lambda one: one.year):
            name = f"{record.year}-{period}" if ending else record.year
            count = "oak" if record.year < FIRST_KBB else counter
            cells = {"period": (period, {"n": record.year}), "share": record.value, "counter": count}
            found.append(Row.of(record, id=name, **cells))
    return found


def marks(rows, fmt):
    """Places on x: a year each, then, behind a rule, the two quarters; on y per cents.

    A card, which is low, has the last years alone.
    """
    rows = _dated(rows)
    counted = [row for row in rows if row["kind"] == "year" and row["counter"] == "kbb"]
    years = [row.also(at=row["year"], under=str(row["year"])) for row in counted]
    last = years[-1]["year"]
    quarters = {row["kind"]: row for row in rows if row["year"] == last}
    before = quarters["q3"].also(at=last + 1.5, under=fmt.text("under_q3"))
    after = quarters["q4"].also(at=last + 2.5, under=fmt.text("under_q4"))
    high = float(before["share"])

    def hover(row):
        return f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"

    bar = {"x": "at", "y": "share", "width": 0.86, "ticks": "", "hover": hover}
    yield bars(years, color="context", **bar, shapes=BUT_CARD)
    yield bars(years[-ON_CARD:], color="context", **bar, shapes={"card"})
    for first, end, name in ((FIRST_KBB, last, "years"), (before["at"], after["at"], "quarters")):
        yield from only(BUT_CARD, _bracket(fmt.text(name), first - 0.43, end + 0.43, high * 1.45))
        shown = max(first, last + 1 - ON_CARD)
        yield from only({"card"}, _bracket(fmt.text(name), shown - 0.43, end + 0.43, high * 1.3))
    for row, name in ((before, "before"), (after, "after")):
        place, color = {"x": row["at"], "align": "center", "bold": True}, COLORS[row["kind"]]
        yield bars([row], color=color, **bar)
        within = {"y": row["share"] / 2, "baseline": "middle", "color": "paper", "room": WITHIN, "shapes": ROOMY}
        over = {"y": row["share"], "dy": 1.4, "color": color, "room": OVER[name], "shapes": {"narrow"}}
        yield label(fmt.text(name), **within, **place)
        yield label(fmt.text(f"{name}_narrow"), **over, **place)
    top = {"x": before["at"], "y": high, "align": "center", "dy": 1.4, "color": "accent", "bold": True}
    yield label(fmt.text("record"), shapes=ROOMY - {"card"}, **top)
    for row in (*years, before, after):
        shapes = BUT_CARD if row in years[:-ON_CARD] else None
        place = {"x": row["at"], "align": "center", "shapes": shapes}
        color = COLORS.get(row["kind"], "ink")
        yield label(broken_but_on_card(row["under"]), y=0, baseline="top", dy=-0.2, **place)
        yield label(fmt.percent(row["share"], 1), y=row["share"], dy=0.1, color=color, bold=color != "ink", **place)


def _bracket(words, start, end, at):
    yield line(x=(start, start, end, end), y=(at * 0.97, at, at, at * 0.97))
    yield label(words, x=(start, end), y=at, align="center", dy=0.1)


def _dated(rows):
    """The rows with the parts of their period: its kind and its year."""
    return [row.also(kind=row["period"][0], year=row["period"][1]["n"]) for row in rows]


def scale(rows):
    last = max(row["year"] for row in _dated(rows) if row["kind"] == "year")
    return {"x": {"wide": (FIRST_KBB - 0.5, last + 3), "card": (last + 0.5 - ON_CARD, last + 3)}, "y": (0, None)}
