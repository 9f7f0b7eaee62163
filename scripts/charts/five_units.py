"""The five units of November 2022 as a list: what each was to be, and what became of it."""

from scripts.drawing import measure
from scripts.drawing.chart import Row
from scripts.drawing.plot import band, label, line

ORDER = ("kept", "partner", "reduced", "folded")
COLORS = {"kept": "accent", "partner": "context", "reduced": "warm-soft", "folded": "warm"}


def rows(facts):
    units = sorted(facts.table("divisions"), key=lambda unit: (ORDER.index(unit.state), unit.changed_on))
    return [
        Row.of(
            unit, unit=unit.name, then=unit.each("then"), now=unit.each("now"), state=f"division.{unit.state}", kind=unit.state,
            changed=unit.changed_on,
        )
        for unit in units
    ]


def picture(rows, fmt, sheet):
    """One row a unit: name and purpose at the left, state and newest evidence at the right; one under the other on a phone."""
    em, card = sheet.em, sheet.shape == "card"
    narrow = sheet.shape == "narrow"
    step, inset = sheet.height / len(rows), em * 0.9
    right = inset if narrow else sheet.width * 0.42
    for number, row in enumerate(rows):
        top = number * step
        if number:
            yield line(x=(0, sheet.width), y=top, color="line")
        yield band(x=(0, em * 0.35), y=(top + em * 0.4, top + step - em * 0.4), color=COLORS[row["kind"]])
        state = f"<b>{fmt.word(row['state'])}</b>, {fmt.date(row['changed'], short=True)}"
        middle = top + step / 2
        if card:
            yield label(row["unit"], x=inset, y=middle, baseline="middle", color="ink", bold=True, size=1.15)
            yield label(fmt.word(row["state"]), x=right, y=middle, baseline="middle", color="ink", size=1.15)
            continue
        then, now = (measure.wrap(fmt.in_language(row[name]), (sheet.width - right - em * 0.5) / em if narrow or name == "now" else (right - 2 * em) / em) for name in ("then", "now"))
        left = f"<b>{row['unit']}</b><br>{then}"
        if narrow:
            yield label(f"<b>{row['unit']}</b>", x=inset, y=top + em * 0.35, baseline="top", color="ink")
            yield label(then, x=inset, y=top + em * 1.65, baseline="top")
            yield label(f"{state}<br>{now}", x=inset, y=top + em * (1.9 + measure.height(then)), baseline="top", color="ink")
        else:
            yield label(f"<b>{row['unit']}</b>", x=inset, y=middle - (measure.height(left) / 2 - 1.3) * em, color="ink")
            yield label(then, x=inset, y=middle - (measure.height(left) / 2 - 1.3) * em, baseline="top")
            yield label(f"{state}<br>{now}", x=right, y=middle, baseline="middle", color="ink")
