"""Alpine's registrations a year, worldwide: the A110's years, then the jump that the A290 brought."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row
from scripts.facts.dataset import LEVELS

TEXT = {
    "en": {
        "title": "Alpine registered few cars for years, then more than doubled in one",
        "question": "How many Alpines are registered a year?",
        "takeaway": "Registrations went from {before} in 2024 to {last} in 2025, the first full year of the electric A290.",
        "alt": "Bar chart of Alpine’s worldwide registrations a year, 2017 to 2025: {peak} in 2019, a fall to {low} in 2020, a slow climb, then {last} in 2025.",
        "unit": "New Alpine cars registered a year, worldwide",
        "columns": {"year": "Year", "cars": "Registrations"},
        "first": "first cars reach customers",
        "one": "one model: the A110",
        "joins": "first<br>A290s",
        "two": "full year<br>of the A290",
    },
    "fr": {
        "title": "Longtemps de petits volumes, puis plus du double en un an",
        "question": "Combien d’Alpine sont immatriculées par an\u202f?",
        "takeaway": "Les immatriculations passent de {before} en 2024 à {last} en 2025, première année pleine de l’A290 électrique.",
        "alt": "Histogramme des immatriculations mondiales d’Alpine par an, de 2017 à 2025\u202f: {peak} en 2019, chute à {low} en 2020, lente remontée, puis {last} en 2025.",
        "unit": "Alpine neuves immatriculées par an dans le monde",
        "columns": {"year": "Année", "cars": "Immatriculations"},
        "first": "premières livraisons",
        "one": "un seul modèle\u202f: l’A110",
        "joins": "débuts<br>A290",
        "two": "année pleine<br>de l’A290",
    },
}
COLUMNS = (Column("year", "year"), Column("cars", "number"))
HEIGHT = {"wide": 380, "narrow": 340}
TOPICS = ("market",)
PAGES = ("numbers",)
JOINED = 2024
"""The year whose total holds the first A290s: the years before are the A110 alone."""


def rows(facts):
    found = facts.select("alpine_sales", period="FY", scope="worldwide", model="all", measure="registrations")
    best = {}
    for record in sorted(found, key=lambda r: (r.year, LEVELS.index(r.confidence))):
        best.setdefault(record.year, record)
    return [Row.of(record, year=year, cars=record.units) for year, record in best.items()]


def values(rows, say):
    cars = {row["year"]: say.number(row["cars"]) for row in rows}
    return {"before": cars[2024], "last": cars[2025], "peak": cars[2019], "low": cars[2020]}


def figure(rows, pen):
    years = [str(row["year"]) for row in rows]
    colors = [theme.ACCENT if row["year"] >= 2025 else theme.ACCENT_SOFT for row in rows]
    drawing = pen.canvas(top=30)
    shown = [f"’{year[2:]}" if pen.narrow else year for year in years]
    pen.bars(drawing, shown, [row["cars"] for row in rows], colors=colors, texts=[pen.number(row["cars"]) + pen.mark(row.confidence) for row in rows])
    drawing.update_yaxes(range=[0, 11500])
    joined = years.index(str(JOINED))
    pen.note(drawing, pen.text("one"), joined / 2, 6900, anchor="center")
    drawing.add_shape(type="line", x0=0.6, x1=joined - 0.6, y0=6700, y1=6700, line={"color": theme.AXIS, "width": 1})
    if pen.shape.name != "card":
        pen.note(drawing, pen.text("joins"), joined, float(rows[joined]["cars"]), color=theme.ACCENT, anchor="center", yshift=1.5 * pen.size)
    pen.note(drawing, pen.text("two"), 7.45, 9600, color=theme.ACCENT, anchor="right", over="middle")
    return drawing
