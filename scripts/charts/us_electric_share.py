"""Battery-electric cars' share of the US market: the years, and the quarters before and after the tax credit ended."""

from scripts.drawing.chart import Row
from scripts.drawing.plot import BUT_CARD, bars, broken_but_on_card, label, line, only
from scripts.drawing.theme import SHAPES

FIRST_KBB = 2021  # of Kelley Blue Book's count; the years before are Oak Ridge's
ON_CARD = 3  # years
COUNTERS = {"year": "kbb", "q3": "kbb", "q4": "kbb", "september": "nada", "december": "nada"}
"""Period -> who counted it."""
QUARTERS = {"wide": (1.5, 1, 0.86), "narrow": (1.67, 1.44, 1.34)}
"""Years from the last year to the first quarter, and on to the next; how wide their bars are, which hold words."""
WITHIN = {"wide": 5.2, "narrow": 3.9, "poster": 4.4, "card": 4.6}
"""Room for words in the bars of the quarters, in em."""
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
    high = float(quarters["q3"]["share"])

    def hover(row):
        return f"{fmt.label(row['period'])}<br>{fmt.percent(row['share'], 1)}"

    bar = {"x": "at", "y": "share", "ticks": "", "hover": hover}
    yield bars(years, color="context", width=0.86, **bar, shapes=BUT_CARD)
    yield bars(years[-ON_CARD:], color="context", width=0.86, **bar, shapes={"card"})
    yield from only(BUT_CARD, _bracket(fmt.text("years"), FIRST_KBB - 0.43, last + 0.43, high * 1.45))
    yield from only({"card"}, _bracket(fmt.text("years"), last + 0.57 - ON_CARD, last + 0.43, high * 1.3))
    for row in years:
        shapes = BUT_CARD if row in years[:-ON_CARD] else None
        yield from only(shapes or set(SHAPES), _named(row, fmt))
    for shape in SHAPES:
        first, on, width = QUARTERS.get(shape, QUARTERS["wide"])
        before = quarters["q3"].also(at=last + first, under=fmt.text("under_q3"))
        after = quarters["q4"].also(at=last + first + on, under=fmt.text("under_q4"))
        ends = before["at"] - width / 2, after["at"] + width / 2
        yield from only({shape}, _bracket(fmt.text("quarters"), *ends, high * (1.3 if shape == "card" else 1.45)))
        for row, name in ((before, "before"), (after, "after")):
            yield bars([row], color=COLORS[row["kind"]], width=width, **bar, shapes={shape})
            within = {"y": row["share"] / 2, "baseline": "middle", "color": "paper", "room": WITHIN}
            yield label(fmt.text(name), x=row["at"], align="center", bold=True, **within, shapes={shape})
            yield from only({shape}, _named(row, fmt))
        top = {"x": before["at"], "y": high, "align": "center", "dy": 1.4, "color": "accent", "bold": True}
        yield label(fmt.text("record"), shapes={shape} & BUT_CARD, **top)


def _named(row, fmt):
    """What stands under a bar and on it."""
    place, color = {"x": row["at"], "align": "center"}, COLORS.get(row["kind"], "ink")
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
    first, end = FIRST_KBB - 0.5, last + 3
    along = {"wide": (first, end), "narrow": (first, end + 0.8), "card": (end - 2.5 - ON_CARD, end)}
    return {"x": along, "y": (0, None)}
