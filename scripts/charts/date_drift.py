"""How three promised dates moved: across, the day on which a date was given; up, the year by whose end the thing was promised."""

from scripts.charts._time import years
from scripts.drawing.chart import Row
from scripts.drawing.plot import band, dots, label, line

MOVED = "x04-2025-10"
LINES = {
    "us": ("x02", "x08", "ev-2025-04-24-us-launch-put-on"), "canada": ("x14",),
    "a110": ("x04", MOVED),
}
"""What was said about each, in the order of saying: a claim gives a date, an event takes it away, a change of verdict gives the model's new one."""
COLORS = {"us": "accent", "canada": "accent", "a110": "context-deep"}
FIRST, LAST = 2021, 2027


def rows(facts):
    checked = facts.select("status", key="us-launch")[0].last_checked
    return [
        _row(facts, key, id=f"{name}-{'last' if number and number == len(keys) - 1 else number + 1}", name=name, what=name, checked=checked)
        for name, keys in LINES.items()
        for number, key in enumerate(keys)
    ]


def _row(facts, key, **cells):
    if key == MOVED:
        car, change = facts.select("models", key="model-a110-electric")[0], facts.select("history", key=MOVED)[0]
        return Row.of(car, said=change.date, promised=car.expected_for[:4], words=change.each("because"), **cells)
    for claim in facts.select("claims", claim_id=key):
        return Row.of(claim, said=claim.said_on, promised=claim.promised_for, words=claim.each("said_in"), **cells)
    event = facts.select("events", key=key)[0]
    return Row.of(event, said=event.date, promised=None, words=event.each("title"), **cells)


def picture(rows, fmt, sheet):
    """Steps: a date holds until the next one is given. The highest place means that no date is left."""
    em, card = sheet.em, sheet.shape == "card"
    left, right = (2.8 if sheet.shape == "narrow" else 4) * em, sheet.width - 1.7 * em
    top, bottom = 0 if card else 1.7 * em, sheet.height - 1.7 * em
    known = sorted({int(row["promised"]) for row in rows if row["promised"]})
    step = (bottom - top) / (known[-1] - known[0] + 2)
    across = lambda when: left + (years(when) - FIRST) / (LAST - FIRST) * (right - left)  # noqa: E731
    up = lambda promised: bottom - (int(promised) - known[0] + 0.5) * step if promised else top + 0.5 * step  # noqa: E731
    marks = [
        band(y=(top, top + step), color="line", opacity=0.6),
        *([] if card else [label(fmt.text("by_end"), x=0, y=0, baseline="top")]),
        label(fmt.text("none"), x=0, y=top + step / 2, baseline="middle", color="warm", bold=True),
        label(fmt.text("said_in"), x=0, y=sheet.height, baseline="bottom"),
    ]
    for year in range(known[0], known[-1] + 1):
        marks += [line(x=(left, right), y=(up(year), up(year)), color="line", under=True), label(str(year), x=0, y=up(year), baseline="middle")]
    for year in range(FIRST, LAST):
        start = left + (year - FIRST) / (LAST - FIRST) * (right - left)
        marks += [
            line(x=(start, start), y=(bottom, bottom + 0.4 * em), color="axis"),
            label(str(year), x=start + (right - left) / (LAST - FIRST) / 2, y=sheet.height, align="center"),
        ]
    marks.append(line(x=(left, right), y=(bottom, bottom), color="axis"))
    for name in reversed([name for name in LINES if any(row["name"] == name for row in rows)]):
        marks += _line(name, [row for row in rows if row["name"] == name], fmt, across, up, em)
    return marks


def _line(name, mine, fmt, across, up, em):
    aside = {"a110": -0.18, "us": -0.22}.get(name, 0) * em
    level_of = lambda row: up(row["promised"]) + (aside if row["promised"] else 0.5 * em)  # noqa: E731 - low in the band of no date, so that the name above it stands in the band
    places = [(across(row["said"]), level_of(row)) for row in mine]
    end = across(mine[0]["checked"])
    x: list = []
    y: list = []
    for (start, level), (until, _) in zip(places, [*places[1:], (end, 0)], strict=True):
        x += [start, until]
        y += [level, level]
    heavy = name in ("us", "canada")
    stated = sum(1 for row in mine if row["promised"]) * 2
    gone = stated < len(x)
    marks = [
        line(x=x[: stated + gone], y=y[: stated + gone], color=COLORS[name], width=3 if heavy else 2),
        *([line(x=(x[-2], x[-1]), y=(y[-1], y[-1]), color="warm" if heavy else COLORS[name], width=3 if heavy else 2)] if gone else []),
        dots(
            mine, x=lambda row: across(row["said"]), y=level_of, color=COLORS[name], size=0.75 if heavy else 0.6,
            hollow=lambda row: not row["promised"], hover=lambda row: f"{fmt.text(name)}, {fmt.date(row['said'])}<br>{fmt.in_language(row['words'])}",
        ),
        label(fmt.text(name), x=end, y=y[-1] - 0.3 * em, align="right", color="warm" if gone else "accent" if heavy else "ink", bold=True, width={"narrow": 6, "wide": 20}),
    ]
    if name == "us":
        marks.append(label(fmt.text("hold", date=fmt.date(str(mine[-1]["said"])[:7])), x=places[-1][0] - 0.6 * em, y=up(None) + 0.25 * em, align="right", baseline="middle", color="warm", width={"narrow": 11, "wide": 20}))
    return marks
