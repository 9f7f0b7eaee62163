"""A year of Alpines counted in days of AutoNation's trade, on a calendar of one year."""

from __future__ import annotations

from calendar import monthrange

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "A year of Alpines: a matter of days for AutoNation",
        "question": "How long would AutoNation take to sell as many cars as Alpine?",
        "takeaway": "At its pace of new vehicles, AutoNation sells as many as Alpine’s 2025 in {last} days, by our arithmetic. The target for 2030 would take {target} days. We found no Alpine sold by AutoNation.",
        "alt": "Calendar of one year: Alpine’s cars of 2022 fill {first} days of AutoNation’s new-vehicle sales, those of 2025 fill {last}, the 2030 target {target}.",
        "unit": "Days of AutoNation’s new-vehicle sales that equal a year of Alpines",
        "columns": {"what": "A year of Alpines", "cars": "Cars", "pace": "AutoNation’s pace of", "days": "Days"},
        "days": "{n} days",
        "months": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec",
    },
    "fr": {
        "title": "Une année d’Alpine ne pèse que quelques jours chez AutoNation",
        "question": "En combien de temps AutoNation vend-il autant de voitures qu’Alpine\u202f?",
        "takeaway": "À son rythme de ventes de véhicules neufs, AutoNation vend l’équivalent de l’année 2025 d’Alpine en {last} jours, selon notre calcul. L’objectif 2030 en demanderait {target}. Nous n’avons trouvé aucune Alpine vendue par AutoNation.",
        "alt": "Calendrier d’une année\u202f: les Alpine de 2022 valent {first} jours de ventes de neuf d’AutoNation, celles de 2025 {last}, l’objectif 2030 {target}.",
        "unit": "Jours de ventes de véhicules neufs d’AutoNation équivalant à une année d’Alpine",
        "columns": {"what": "Une année d’Alpine", "cars": "Voitures", "pace": "Rythme d’AutoNation en", "days": "Jours"},
        "days": "{n} jours",
        "months": "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.",
    },
}
COLUMNS = (Column("what"), Column("cars", "number"), Column("pace", "year"), Column("days", "number"))
HEIGHT = {"wide": 280, "narrow": 320, "poster": 240}
TOPICS = ("partnership", "market")
PAGES = ("partnership",)

WANTED = (
    ("autonation-days-alpine-2022", "alpine-2022", 2021, {"en": "Alpine in 2022", "fr": "Alpine en 2022"}, theme.ACCENT),
    ("autonation-days-alpine-2025", "alpine-2025", 2025, {"en": "Alpine in 2025", "fr": "Alpine en 2025"}, theme.ACCENT_SOFT),
    ("autonation-days-target", "alpine-target-2030", 2025, {"en": "the target for 2030", "fr": "l’objectif 2030"}, theme.WARM_SOFT),
)
LENGTHS = [monthrange(2025, month)[1] for month in range(1, 13)]


def rows(facts):
    return [Row.of(facts.figure(days), what=what, cars=facts.figure(cars).number, pace=pace, days=facts.figure(days).number) for days, cars, pace, what, _ in WANTED]


def values(rows, say):
    return {name: say.number(row["days"]) for name, row in zip(("first", "last", "target"), rows, strict=True)}


def figure(rows, pen):
    months = pen.text("months").split()
    drawing = pen.canvas(left=52, right=4 if pen.narrow else 140, top=46, bottom=2)
    gap = 1.5 if pen.narrow else 0
    places = [month + (gap if month > 6 else 0) for month in range(12)]
    ends = [int(row["days"]) for row in rows] + [sum(LENGTHS)]
    start = 0
    for end, color, row in zip(ends, [color for *_, color in WANTED] + [theme.CONTEXT], [*rows, None], strict=True):
        pieces, first = [], 0
        for month, length in enumerate(LENGTHS):
            low, high = max(start, first), min(end, first + length)
            if low < high:
                pieces.append((places[month], low - first, high - low))
            first += length
        drawing.add_bar(
            y=[p[0] for p in pieces], base=[p[1] for p in pieces], x=[p[2] for p in pieces], orientation="h", width=0.86 if row else 0.3, marker={"color": color, "line": {"width": 0}},
            hovertemplate=f"{pen.of(row['what'])}: {pen.text('days', n=pen.number(row['days']))}<extra></extra>" if row else None, hoverinfo=None if row else "skip",
        )
        start = end
    for day in range(1, 31):
        drawing.add_shape(type="line", x0=day, x1=day, y0=-0.5, y1=places[-1] + 0.5, line={"color": theme.PAPER, "width": 1.5})
    drawing.update_layout(barmode="overlay")
    drawing.update_xaxes(range=[0, 31], showticklabels=False)
    every = 3 if pen.shape.name == "card" else 1
    drawing.update_yaxes(range=[places[-1] + 0.5, -0.5], tickvals=places[::every], ticktext=months[::every], ticklabelstandoff=6)
    for row, day in zip(rows[:2], ends, strict=False):
        drawing.add_shape(type="line", x0=day, x1=day, yref="paper", yanchor=1, ysizemode="pixel", y0=0, y1=2.6 * pen.size, line={"color": theme.AXIS, "width": 1})
        pen.note(drawing, _label(row, pen, "<br>"), day, -0.5, color=theme.ACCENT, anchor="right", xshift=-4, yshift=3)
    where = {"x": 30, "y": 6.5, "anchor": "right", "over": "top", "yshift": -2} if pen.narrow else {"x": 31, "y": 6, "over": "middle", "xshift": 10}
    pen.note(drawing, _label(rows[2], pen, "\u2002" if pen.narrow else "<br>"), color=theme.WARM, **where)
    return drawing


def _label(row, pen, between):
    return f"<b>{pen.text('days', n=pen.number(row['days']))}</b>{pen.mark(row.confidence, row.computed)}{between}<span style='color:{theme.SOFT}'>{pen.of(row['what'])}</span>"
