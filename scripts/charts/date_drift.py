"""For which year each promise was made, an arrow to the year that was named next, or to none."""

from scripts.drawing.rows import Row

LANES = ("us", "a110", "profit", "canada")


def rows(facts):
    halt = facts.row("events", "ev-2025-04-24-us-launch-put-on")
    moved = facts.row("history", "x04-2025-10")
    (model,) = facts.select("models", key="model-a110-electric")

    def mark(name, record, day, words, promised):
        lane = name.split("-")[0]
        row = Row.of(record, id=name, what=lane, said=day, promised=promised, words=words)
        year = promised.first_day.year if promised else None
        return row.with_cells(year=year, y=-LANES.index(lane), checked=facts.last_checked)

    def promise(name, key):
        claim = facts.row("claims", key)
        row = mark(name, claim, claim.said_on, claim.each("said_in"), claim.promised_for)
        return row.with_cells(state=claim.state)

    return [
        promise("us", "x02"),
        mark("us-hold", halt, halt.date, halt.each("title"), None),
        promise("a110", "x04"),
        mark("a110-press", model, moved.date, moved.each("because"), facts.row("claims", "x04").now_due),
        promise("profit", "x07"),
        promise("profit-even", "x06"),
        promise("canada", "x14"),
    ]


def values(rows, fmt):
    return {"now": fmt.month(rows[0]["checked"])}


def draw(sheet, rows, fmt):
    """On x a column for each promised year and one for none; on y a lane for each promise, counted down from 0."""
    promised = [row["year"] for row in rows if row["year"]]
    columns = [*range(min(promised), max(promised) + 1), None]
    edge = len(columns) - 0.5
    foot = -len(LANES) + sheet.choose(0.4, narrow=0.7)
    sheet.scale(x=(-0.5, edge), y=(foot, 0.8))
    for place, year in enumerate(columns):
        align = "left" if sheet.shape == "card" and not year else "center"
        x = place - 0.4 if align == "left" else place
        sheet.label(str(year or fmt.text("none")), x=x, y=0.8, align=align, color="ink")
        sheet.rule(x=place - 0.5, color="line", stroke=1 if year else 3, under=True)
    sheet.label(fmt.text("end"), x=edge, y=foot, align="right", baseline="top")
    marks = [row.with_cells(x=columns.index(row["year"])) for row in rows]
    for lane in LANES:
        first, *later = (mark for mark in marks if mark["what"] == lane)
        _draw_name(sheet, first, fmt)
        for mark in later:
            dash = "5px,3px" if mark["id"] == "a110-press" else None
            sheet.line(x=[first["x"] + 0.15, mark["x"] - 0.1], y=[mark["y"]] * 2, color="warm", stroke=3, dash=dash)
            _draw_mark(sheet, mark, fmt, color="warm", symbol="triangle-right")
        _draw_mark(sheet, first, fmt, color="accent", hollow=True)
        _draw_months(sheet, first, later, fmt)


def _draw_name(sheet, first, fmt):
    """What a lane is of: left of it, on a phone over it."""
    name = fmt.text(first["what"])
    if sheet.shape == "narrow":
        sheet.label(name, x=-0.5, y=first["y"], dy=2, color="ink", bold=True, ground=True)
    else:
        sheet.label(name, x=-0.5, y=first["y"], baseline="middle", dx=-10.2, color="ink", bold=True, wrap=10)


def _draw_mark(sheet, mark, fmt, *, color, symbol="circle", hollow=False):
    """A ring, or the head of an arrow."""
    hover = f"{fmt.text(mark['what'])}, {fmt.date(mark['said'])}<br>{fmt.in_language(mark['words'])}"
    sheet.dots([mark], x="x", y="y", color=color, size=1, hollow=hollow, symbol=symbol, hover=lambda row: hover)


def _draw_months(sheet, first, later, fmt):
    """When it was said: over the first mark, under the next; on a card, which is low, beside the last one."""
    if sheet.shape == "card":
        last = [first, *later][-1]
        sheet.label(_month(last, fmt), x=last["x"], y=last["y"], baseline="middle", dx=0.7)
        return
    sheet.label(_month(first, fmt), x=first["x"], y=first["y"], align="center", dy=0.6, ground=True)
    for mark in later:
        words = _month(mark, fmt)
        sheet.label(words, x=mark["x"], y=mark["y"], align="center", baseline="top", dy=-0.6, ground=True)


def _month(mark, fmt):
    """The month of a word; with it what the two marks of the first lane are, as a key to all, and whose word it is."""
    month = fmt.month(mark["said"], short=True)
    name = f"said_{mark['id']}"
    return fmt.text(name, month=month) if name in fmt.texts else month
