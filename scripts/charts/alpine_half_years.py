"""Alpine's registrations by half-year: what was stated, and what is left of the year by our arithmetic."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Each half of 2025 beat every earlier year since 2017",
        "question": "How do Alpine’s half-years compare?",
        "takeaway": "Alpine was reported at {h1} for the first half of 2025, which leaves {h2} for the second. Its best full year before was 2019, at {best}.",
        "alt": "Stacked bars of Alpine’s first and second halves, 2018 to 2025: {h1} and {h2} in 2025, each above the {best} of the whole of 2019.",
        "unit": "Alpine cars a half-year, worldwide. Filled: stated. Outlined: our arithmetic",
        "columns": {"year": "Year", "half": "Half-year", "cars": "Cars", "basis": "Basis"},
        "first": "Jan–<br>June",
        "second": "July–<br>Dec",
        "best": "all of 2019: {best}",
        "about": "≈{cars}",
    },
    "fr": {
        "title": "Chaque semestre de 2025 dépasse toute année antérieure depuis 2017",
        "question": "Que donnent les immatriculations d’Alpine par semestre\u202f?",
        "takeaway": "Le premier semestre 2025 a été annoncé à {h1}\u202f; il reste donc {h2} pour le second. La meilleure année pleine était jusque-là 2019, avec {best}.",
        "alt": "Barres empilées des deux semestres d’Alpine, de 2018 à 2025\u202f: {h1} puis {h2} en 2025, chacun au-dessus des {best} de toute l’année 2019.",
        "unit": "Alpine par semestre dans le monde. Plein\u202f: publié. Contour\u202f: notre calcul",
        "columns": {"year": "Année", "half": "Semestre", "cars": "Voitures", "basis": "Origine"},
        "first": "janv.-<br>juin",
        "second": "juil.-<br>déc.",
        "best": "toute l’année 2019\u202f: {best}",
        "about": "≈{cars}",
    },
}
COLUMNS = (Column("year", "year"), Column("half"), Column("cars", "number"), Column("basis"))
NAMED_BY = ("year", "half")
HEIGHT = {"wide": 440, "narrow": 430, "poster": 420}
TOPICS = ("market",)
PAGES = ("numbers",)

FIRST, SECOND = {"en": "first half", "fr": "premier semestre"}, {"en": "second half", "fr": "second semestre"}
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
    drawing = pen.canvas(top=6, right=4 if pen.narrow else 42)
    for half, shade in ((FIRST, theme.ACCENT), (SECOND, theme.ACCENT_SOFT)):
        part = [row for row in rows if row["half"] is half]
        full = [row["basis"] is STATED for row in part]
        texts = []
        for row in part:
            shown = pen.number(row["cars"]) + ("" if pen.narrow and row["basis"] is ABOUT else pen.mark(row.confidence, row.computed and not pen.narrow))
            texts.append(pen.text("about", cars=shown) if row["basis"] is ABOUT else shown)
        label = pen.text("first" if half is FIRST else "second")
        shown = [""] * (len(part) - 1) + texts[-1:] if card else [*texts[:-1], f"{label}<br>{texts[-1]}"] if pen.narrow else texts
        pen.bars(
            drawing, years, [row["cars"] for row in part], texts=shown,
            colors=[shade if stated else theme.PAPER for stated in full], textposition="inside", insidetextanchor="middle",
        )
        drawing.data[-1].update(
            insidetextfont={"color": [theme.PAPER if stated else theme.INK for stated in full], "size": 12 if pen.narrow else pen.size - 1},
            marker_line={"color": shade, "width": 2}, customdata=texts, name=label.replace("<br>", ""), hovertemplate="%{x}, %{fullData.name}: %{customdata}<extra></extra>",
        )
        if not pen.narrow:
            middle = part[-1]["cars"] / 2 + (rows[-2]["cars"] if half is SECOND else 0)
            pen.note(drawing, label, len(years) - 0.5, float(middle), color=theme.ACCENT, over="middle", xshift=1)
    ticks = [f"’{year[2:]}" if pen.narrow else year for year in years]
    drawing.update_layout(barmode="stack", bargap=0.04 if pen.narrow else 0.22)
    drawing.update_xaxes(tickvals=years, ticktext=ticks, range=[-0.5, len(years) - 0.5])
    drawing.update_yaxes(range=[0, 11100])
    best = max(row["whole"] for row in rows if row["year"] < 2025)
    drawing.add_shape(type="line", x0=0.6, x1=7.4, y0=best, y1=best, line={"color": theme.INK, "width": 1, "dash": "dot"})
    pen.note(drawing, pen.text("best", best=pen.number(best)), 0.6, best, color=theme.INK, yshift=3)
    return drawing
