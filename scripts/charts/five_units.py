"""The five units of November 2022: how long each stayed as announced, and what became of it."""

from __future__ import annotations

from scripts.charts._time import years
from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Of Renault’s five units of 2022, two are being undone, two are shared",
        "question": "What became of the five units that Renault announced in November 2022?",
        "takeaway": "Of {all} units, {undone} were cut down or are to be folded back, {shared} took in partners, and Alpine is still a brand of the group, its expansion abroad stopped in {alpine}.",
        "alt": "State chart of Renault’s {all} units since November 2022: Power shared from {power}, The Future Is Neutral from {neutral}, Mobilize cut down, Ampere to be folded back, Alpine kept.",
        "unit": "From the announcement in November 2022 to the change",
        "columns": {"unit": "Unit", "then": "Announced as", "changed": "Changed", "state": "State", "now": "Newest evidence"},
        "as_announced": "as announced",
    },
    "fr": {
        "title": "Des cinq entités de Renault, deux se défont et deux sont partagées",
        "question": "Que sont devenues les cinq entités annoncées par Renault en novembre 2022\u202f?",
        "takeaway": "Des {all} entités, {undone} sont réduites ou doivent être réintégrées, {shared} ont fait entrer des partenaires, et Alpine reste une marque du groupe, son développement à l’étranger arrêté en {alpine}.",
        "alt": "Les {all} entités de Renault depuis novembre 2022\u202f: Power partagée dès {power}, The Future Is Neutral dès {neutral}, Mobilize réduite, Ampere à réintégrer, Alpine conservée.",
        "unit": "De l’annonce en novembre 2022 au changement",
        "columns": {"unit": "Entité", "then": "Annoncée comme", "changed": "Changement", "state": "État", "now": "Dernier état connu"},
        "as_announced": "telle qu’annoncée",
    },
}
COLUMNS = (Column("unit"), Column("then"), Column("changed", "date"), Column("state", "word"), Column("now"))
HEIGHT = {"wide": 500, "narrow": 720, "poster": 470}
TOPICS = ("strategy",)
PAGES = ("strategy",)
LAST = 2027
ORDER = ("partner", "reduced", "folded", "kept")


def rows(facts):
    units = sorted(facts.table("divisions"), key=lambda unit: (ORDER.index(unit.state), unit.changed_on))
    return [
        Row.of(
            unit, key=unit.key, unit=unit.name, then={"en": unit.then_en, "fr": unit.then_fr}, now={"en": unit.now_en, "fr": unit.now_fr.replace(" ;", "\u202f;")},
            state=f"division.{unit.state}", announced=unit.announced_on, changed=unit.changed_on,
        )
        for unit in units
    ]


def values(rows, say):
    count = lambda *states: str(sum(row["state"].removeprefix("division.") in states for row in rows))  # noqa: E731
    when = {row["key"]: say.date(str(row["changed"])[:7]) for row in rows if row["changed"]}
    return {"all": str(len(rows)), "undone": count("reduced", "folded"), "shared": count("partner"), "power": when["unit-power"], "neutral": when["unit-neutral"], "alpine": when["unit-alpine"]}


def figure(rows, pen):
    card = pen.shape.name == "card"
    drawing = pen.canvas(left=0, right=0, top=0, bottom=0)
    width = pen.width - (40 if pen.shape.framed else 0)
    stacked = pen.narrow
    left, right = (0, width) if stacked else (pen.size * 12, width - (pen.size * 8 if card else pen.size * 15.5))
    first = years(rows[0]["announced"])
    a_year = (right - left) / (LAST - first)
    drawing.update_xaxes(range=[first - left / a_year, first + (width - left) / a_year], showticklabels=False)
    drawing.update_yaxes(range=[pen.height, 0], showticklabels=False)
    head, edge = pen.size * 1.7, first - left / a_year
    foot = 0 if card else pen.size * (5 if stacked else 2)
    step = (pen.height - head - foot) / len(rows)
    for year in range(2023, LAST):
        pen.note(drawing, f"’{year % 100}" if pen.shape.framed and not stacked else str(year), year + 0.5, 0, anchor="center", over="top")
        drawing.add_shape(type="line", x0=year, x1=year, y0=0, y1=head if stacked else pen.height - foot, line={"color": theme.LINE, "width": 1}, layer="below")
    if not (stacked or card):
        pen.note(drawing, pen.word("divisions.then"), edge, 0, over="top", xshift=-3)
        pen.note(drawing, pen.word("divisions.now"), LAST, 0, over="top", xshift=4)
    for number, row in enumerate(rows):
        top = head + number * step
        middle = top + step * (0.45 if stacked else 0.5)
        name = f"<b>{row['unit']}</b>"
        then = pen.of(row["then"])
        if stacked:
            pen.note(drawing, f"{name}<br><span style='color:{theme.SOFT}'>{then}</span>", edge, middle - 12, color=theme.INK, bgcolor=theme.PAPER, xshift=-3)
        else:
            below = "" if card else f"<br><span style='color:{theme.SOFT}'>{pen.lines(then, 25)}</span>"
            pen.note(drawing, name + below, edge, middle, color=theme.INK, over="middle", xshift=-3)
        _bar(drawing, row, pen, middle)
        _state(drawing, row, pen, edge if stacked else LAST, middle, stacked, card)
    if not card:
        _key(drawing, pen, edge, a_year)
    return drawing


def _key(drawing, pen, edge, a_year):
    """What height and outline mean, below the bars: in one line, or in three where it is narrow."""
    line, swatch = pen.size * 1.5, pen.size * 1.6
    words = (("full", pen.text("as_announced")), *((state, pen.word(f"division.{state}").lower()) for state in ("partner", "reduced", "folded", "kept")))
    x, y = 0.0, pen.height - (line * 2.5 if pen.narrow else line * 0.5)
    for number, (kind, text) in enumerate(words):
        if pen.narrow and number in (2, 4):
            x, y = 0.0, y + line
        start, end = edge + x / a_year, edge + (x + swatch) / a_year
        color = {"full": theme.CONTEXT_DEEP, "partner": theme.CONTEXT, "reduced": theme.WARM_SOFT, "folded": theme.PAPER, "kept": theme.ACCENT_SOFT}[kind]
        border = {"color": theme.WARM, "width": 1.5, "dash": "dot"} if kind == "folded" else {"width": 0}
        drawing.add_shape(type="rect", x0=start, x1=end, y0=y if kind in ("partner", "reduced") else y - 6, y1=y + 6, fillcolor=color, line=border)
        pen.note(drawing, text, end, y, over="middle", xshift=3)
        x += swatch + len(text) * pen.size * 0.47 + (24 if pen.narrow else 20)


def _bar(drawing, row, pen, y):
    """Full height as announced; after the change lower, hatched or empty, so that the state shows without its colour."""
    state, own = row["state"].removeprefix("division."), row["key"] == "unit-alpine"
    full, color = 8, theme.ACCENT if own else theme.CONTEXT_DEEP
    start, change, end = years(row["announced"]), years(row["changed"]), LAST - 0.35
    drawing.add_shape(type="rect", x0=start, x1=change, y0=y - full, y1=y + full, fillcolor=color, line={"width": 0})
    if state == "kept":
        drawing.add_shape(type="rect", x0=change, x1=end, y0=y - full, y1=y + full, fillcolor=theme.ACCENT_SOFT, line={"width": 0})
    elif state == "folded":
        drawing.add_shape(type="rect", x0=change, x1=end, y0=y - full, y1=y + full, fillcolor=theme.PAPER, line={"color": theme.WARM, "width": 1.5, "dash": "dot"})
    else:
        drawing.add_shape(type="rect", x0=change, x1=end, y0=y, y1=y + full, fillcolor=theme.WARM_SOFT if state == "reduced" else theme.CONTEXT, line={"width": 0})
    drawing.add_scatter(
        x=[change], y=[y], mode="markers", marker={"symbol": "line-ns", "size": 14, "color": theme.INK, "line": {"color": theme.INK, "width": 2}, "opacity": 1}, cliponaxis=False,
        customdata=[[row["unit"], pen.date(row["changed"]), pen.of(row["now"])]], hovertemplate="%{customdata[0]}, %{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def _state(drawing, row, pen, x, y, stacked, card):
    color = theme.WARM if row["state"] in ("division.reduced", "division.folded") else theme.ACCENT if row["key"] == "unit-alpine" else theme.INK
    word = f"<b><span style='color:{color}'>{pen.word(row['state'])}</span></b>" + pen.mark(row.confidence)
    if card:
        pen.note(drawing, word, x, y, over="middle", xshift=4)
    elif stacked:
        pen.note(drawing, f"{word} · {pen.date(row['changed'], short=True)}<br>{pen.lines(pen.of(row['now']), 50)}", x, y + 12, over="top", bgcolor=theme.PAPER, xshift=-3)
    else:
        pen.note(drawing, f"{word} · {pen.date(row['changed'], short=True)}<br>{pen.lines(pen.of(row['now']), 30)}", x, y, over="middle", xshift=4)
