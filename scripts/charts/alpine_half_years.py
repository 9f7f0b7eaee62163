"""Alpine's registrations by half-year: what was stated, and what is left of the year by our arithmetic."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row

TEXT = {
    "en": {
        "title": "Each half of 2025 beat every earlier year since 2017",
        "question": "How do Alpine’s half-years compare?",
        "takeaway": "Alpine was stated at {h1} for the first half of 2025, which leaves {h2} for the second. Its best full year before was 2019, at {best}.",
        "alt": "Stacked bars of Alpine’s first and second halves, 2018 to 2025: {h1} and {h2} in 2025, each above the {best} of the whole of 2019.",
        "unit": "Alpine cars a half-year, worldwide. Vivid: stated. Muted: our arithmetic",
        "columns": {"year": "Year", "half": "Half", "cars": "Cars", "basis": "Basis"},
        "first": "Jan–June",
        "second": "July–Dec",
        "best": "all of 2019: {best}",
        "about": "≈{cars}",
    },
    "fr": {
        "title": "Chaque semestre de 2025 dépasse toute année antérieure depuis 2017",
        "question": "Que donnent les immatriculations d’Alpine par semestre\u202f?",
        "takeaway": "Le premier semestre 2025 a été annoncé à {h1}\u202f; il reste donc {h2} pour le second. La meilleure année pleine était jusque-là 2019, avec {best}.",
        "alt": "Barres empilées des deux semestres d’Alpine, de 2018 à 2025\u202f: {h1} puis {h2} en 2025, chacun au-dessus des {best} de toute l’année 2019.",
        "unit": "Alpine par semestre dans le monde. Vif\u202f: publié. Atténué\u202f: notre calcul",
        "columns": {"year": "Année", "half": "Semestre", "cars": "Voitures", "basis": "Origine"},
        "first": "janv.-juin",
        "second": "juil.-déc.",
        "best": "toute l’année 2019\u202f: {best}",
        "about": "≈{cars}",
    },
}
COLUMNS = (Column("year", "year"), Column("half"), Column("cars", "number"), Column("basis"))
HEIGHT = {"wide": 440, "narrow": 430, "poster": 420}
TOPICS = ("market",)
PAGES = ("numbers",)

FIRST, SECOND = {"en": "first", "fr": "premier"}, {"en": "second", "fr": "second"}
STATED, OURS, ABOUT = {"en": "stated", "fr": "publié"}, {"en": "our arithmetic", "fr": "notre calcul"}, {"en": "our estimate", "fr": "notre estimation"}
KEYS = {2018: "a110-h1-2018", 2024: "alpine-h1-2024-estimate"}


def rows(facts):
    found = []
    for year in range(2018, 2026):
        for half, key in ((FIRST, KEYS.get(year, f"alpine-h1-{year}")), (SECOND, f"alpine-h2-{year}")):
            cars = facts.figure(key)
            basis = ABOUT if cars.digits is not None else OURS if cars.computed else STATED
            found.append(Row.of(cars, year=year, half=half, cars=cars.number, basis=basis, whole=facts.figure(f"alpine-{year}").number))
    return found


def values(rows, say):
    best = max(row["whole"] for row in rows if row["year"] < 2025)
    return {"h1": say.number(rows[-2]["cars"]), "h2": say.number(rows[-1]["cars"]), "best": say.number(best)}


def figure(rows, pen):
    card = pen.shape.name == "card"
    years = list(dict.fromkeys(str(row["year"]) for row in rows))
    drawing = pen.canvas(top=6)
    for half in (FIRST, SECOND):
        part = [row for row in rows if row["half"] is half]
        pale = [row["basis"] is not STATED for row in part]
        texts = []
        for row in part:
            shown = pen.number(row["cars"]) + pen.mark(row.confidence, row.computed and not pen.narrow)
            texts.append(pen.text("about", cars=shown) if row["basis"] is ABOUT else shown)
        pen.bars(
            drawing, years, [row["cars"] for row in part], texts=texts if not card else [""] * 7 + texts[-1:],
            colors=[theme.ACCENT_SOFT if light else theme.ACCENT for light in pale], textposition="inside", insidetextanchor="middle",
        )
        drawing.data[-1].update(
            insidetextfont={"color": [theme.INK if light else theme.PAPER for light in pale], "size": 12 if pen.narrow else pen.size - 1},
            marker_line={"color": theme.PAPER, "width": 1.5}, customdata=texts, name=pen.text("first" if half is FIRST else "second"),
            hovertemplate="%{x}, %{fullData.name}: %{customdata}<extra></extra>",
        )
    ticks = [f"’{year[2:]}" if pen.narrow else year for year in years]
    drawing.update_layout(barmode="stack", bargap=0.1 if pen.narrow else 0.22)
    drawing.update_xaxes(tickvals=years, ticktext=ticks, range=[-0.5, len(years) - 0.5])
    drawing.update_yaxes(range=[0, 11100])
    best = max(row["whole"] for row in rows if row["year"] < 2025)
    drawing.add_shape(type="line", x0=0.6, x1=7.4, y0=best, y1=best, line={"color": theme.INK, "width": 1, "dash": "dot"})
    pen.note(drawing, pen.text("best", best=pen.number(best)), 0.6, best, color=theme.INK, yshift=3)
    pen.note(drawing, pen.text("first"), 6.55 if not pen.narrow else 6.5, best, color=theme.ACCENT, anchor="right", yshift=3)
    pen.note(drawing, pen.text("second"), 6.55 if not pen.narrow else 6.5, 8000, color=theme.ACCENT, anchor="right", over="middle")
    return drawing
