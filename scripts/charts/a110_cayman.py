"""The A110 against the Porsche 718 Cayman in Europe: ahead in 2022, behind in 2020."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "In 2022 the A110 beat the Porsche Cayman in Europe",
        "question": "Does the A110 outsell the Porsche 718 Cayman?",
        "takeaway": "In Europe in 2022 the A110 was ahead of the Porsche 718 Cayman, {a110} to {cayman}: {lead} more. It is the only year for which we found both numbers; in 2020 the order was the reverse.",
        "alt": "Two bars for Europe in 2022: Alpine A110 {a110}, Porsche 718 Cayman {cayman}. In 2020 the A110, at {before}, was behind.",
        "unit": "Cars registered in Europe; the open Boxster is not counted",
        "columns": {"year": "Year", "model": "Model", "cars": "Registrations"},
        "reverse": "more than twice as many, number not stated",
        "only": "the only year with both numbers",
        "turned": "the order reversed",
    },
    "fr": {
        "title": "En 2022, l’A110 devance la Porsche Cayman en Europe",
        "question": "L’A110 se vend-elle mieux que la Porsche 718 Cayman\u202f?",
        "takeaway": "En 2022, en Europe, l’A110 devance la Porsche 718 Cayman\u202f: {a110} contre {cayman}, soit {lead} de plus. C’est la seule année dont nous avons trouvé les deux chiffres\u202f; en 2020, l’ordre était inverse.",
        "alt": "Deux barres pour l’Europe en 2022\u202f: Alpine A110 {a110}, Porsche 718 Cayman {cayman}. En 2020, l’A110, à {before}, était derrière.",
        "unit": "Immatriculations en Europe\u202f; sans le Boxster, son cabriolet",
        "columns": {"year": "Année", "model": "Modèle", "cars": "Immatriculations"},
        "reverse": "plus du double, chiffre non communiqué",
        "only": "seule année aux deux chiffres connus",
        "turned": "ordre inverse",
    },
}
COLUMNS = (Column("year", "year"), Column("model"), Column("cars", "number"))
NAMED_BY = ("model", "year")
HEIGHT = {"wide": 270, "narrow": 270, "poster": 270}
TOPICS = ("market", "product")
PAGES = ("numbers",)

NAMES = {"A110": "Alpine A110", "Porsche 718 Cayman": "Porsche 718 Cayman"}


def rows(facts):
    found = facts.select("alpine_sales", period="FY", scope="Europe", model=tuple(NAMES), measure="registrations", year=(2020, 2022))
    kept = [record for record in found if record.confidence != "low"]
    kept.sort(key=lambda record: (-record.year, record.model))
    lead = facts.figure("a110-cayman-lead-2022").number
    return [Row.of(record, year=record.year, model=NAMES[record.model], cars=record.units, lead=lead) for record in kept]


def values(rows, say):
    ahead, behind, before, _ = rows
    return {"a110": say.number(ahead["cars"]), "cayman": say.number(behind["cars"]), "before": say.number(before["cars"]), "lead": say.number(ahead["lead"])}


def figure(rows, pen):
    card = pen.shape.name == "card"
    shown = rows[:2] if card else rows
    places = [0.0, 1.0, 2.9, 3.9]
    drawing = pen.canvas(left=4, right=4, top=28, bottom=2)
    colors = {(2022, "Alpine A110"): theme.ACCENT, (2020, "Alpine A110"): theme.ACCENT_SOFT}
    most = float(max(row["cars"] for row in rows if row["cars"] is not None))
    for row, at in zip(shown, places, strict=False):
        color = colors.get((row["year"], row["model"]), theme.CONTEXT)
        within = {theme.ACCENT: theme.PAPER}.get(color, theme.INK)
        if row["cars"] is None:
            pen.note(drawing, f"{row['model']}<br><span style='color:{theme.SOFT}'>{pen.text('reverse')}</span>", 0, at, color=theme.INK, over="middle", xshift=10)
            continue
        text = pen.number(row["cars"]) + pen.mark(row.confidence)
        drawing.add_bar(
            x=[float(row["cars"])], y=[at], orientation="h", width=0.86, marker={"color": color, "line": {"width": 0}}, hovertemplate=f"{row['model']}, {row['year']}: {text}<extra></extra>",
        )
        pen.note(drawing, row["model"], 0, at, color=within, over="middle", xshift=10)
        pen.note(drawing, f"<b>{text}</b>", float(row["cars"]), at, color=theme.INK, over="middle", xshift=8, size=pen.size + 4)
    for row, at in zip(shown[::2], places[::2], strict=False):
        words = f"<b>{row['year']}</b>" + f", {pen.text('only' if row['year'] == 2022 else 'turned')}"
        pen.note(drawing, words, 0, at - 0.5, yshift=3)
    drawing.update_xaxes(range=[0, most * (1.32 if pen.narrow else 1.15)], showticklabels=False)
    drawing.update_yaxes(range=[places[len(shown) - 1] + 0.5, -0.5], showticklabels=False)
    return drawing
