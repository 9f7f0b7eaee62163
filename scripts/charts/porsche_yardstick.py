"""Porsche in the United States beside Alpine in the whole world, on one scale."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Porsche sells many times more in the US than Alpine in the world",
        "question": "How large is Alpine beside Porsche in America?",
        "takeaway": "In 2025 Porsche sold {porsche} cars in the US alone; Alpine registered {alpine} in the whole world. In 2022 it was {porsche22} against {alpine22}.",
        "alt": "Two bar charts on one scale, 2018 to 2025: Porsche’s US sales rise to {porsche} in 2025, 2023 missing; Alpine’s worldwide registrations reach {alpine}.",
        "unit": "Cars a year, both on the same scale",
        "columns": {"year": "Year", "brand": "Brand and area", "cars": "Cars"},
        "Porsche": "Porsche in the US",
        "Alpine": "Alpine in the world",
        "gap": "not<br>found",
    },
    "fr": {
        "title": "Porsche vend bien plus aux États-Unis qu’Alpine dans le monde entier",
        "question": "Que pèse Alpine à côté de Porsche aux États-Unis\u202f?",
        "takeaway": "En 2025, Porsche a vendu {porsche} voitures aux seuls États-Unis\u202f; Alpine en a immatriculé {alpine} dans le monde. En 2022, c’était {porsche22} contre {alpine22}.",
        "alt": "Deux histogrammes à la même échelle, 2018-2025\u202f: les ventes américaines de Porsche montent à {porsche} en 2025, 2023 manque\u202f; Alpine atteint {alpine} dans le monde.",
        "unit": "Voitures par an, les deux à la même échelle",
        "columns": {"year": "Année", "brand": "Marque et zone", "cars": "Voitures"},
        "Porsche": "Porsche aux États-Unis",
        "Alpine": "Alpine dans le monde",
        "gap": "non<br>trouvé",
    },
}
COLUMNS = (Column("year", "year"), Column("brand"), Column("cars", "number"))
NAMED_BY = ("brand", "year")
HEIGHT = {"wide": 400, "narrow": 400}
TOPICS = ("market",)
PAGES = ("numbers",)
YEARS = range(2018, 2026)


def rows(facts):
    found = []
    for brand, prefix in (("Porsche", "porsche-us"), ("Alpine", "alpine")):
        for year in YEARS:
            cells = {"year": year, "brand": {language: TEXT[language][brand] for language in TEXT}}
            stated = facts.figures.get(f"{prefix}-{year}")
            found.append(Row.of(stated, **cells, cars=stated.number) if stated else Row.gap(**cells, cars=None))
    return found


def _of(rows, brand):
    return [row for row in rows if row["brand"]["en"] == TEXT["en"][brand]]


def values(rows, say):
    porsche, alpine = ({row["year"]: row["cars"] for row in _of(rows, brand)} for brand in ("Porsche", "Alpine"))
    return {"porsche": say.number(porsche[2025]), "alpine": say.number(alpine[2025]), "porsche22": say.number(porsche[2022]), "alpine22": say.number(alpine[2022])}


def figure(rows, pen):
    drawing = pen.canvas(top=6)
    years = [f"’{year % 100}" if pen.narrow else str(year) for year in YEARS]
    pixels = pen.height - 32 * pen.size / 15
    tallest = {brand: max(float(row["cars"]) for row in _of(rows, brand) if row["cars"] is not None) for brand in ("Porsche", "Alpine")}
    words = 3.1 * pen.size  # a figure over its bar, and the name above it
    scale = sum(tallest.values()) / (pixels - 2 * words - 10)
    floor = tallest["Alpine"] + (words + 10) * scale
    for brand, base, color in (("Porsche", floor, theme.CONTEXT), ("Alpine", 0, theme.ACCENT)):
        part = _of(rows, brand)
        texts = ["" if row["cars"] is None else pen.number(row["cars"]) + pen.mark(row.confidence, row.computed) for row in part]
        pen.bars(drawing, years, [row["cars"] for row in part], colors=color, texts=texts, base=base, name=pen.text(brand))
        pen.rule(drawing, y=base)
        name = theme.INK if brand == "Porsche" else theme.ACCENT
        beside = max(float(row["cars"]) for row in part[:3])  # the name stands over the first bars
        top = base + (tallest[brand] if brand == "Porsche" else beside) + 3 * pen.size * scale
        pen.note(drawing, f"<b>{pen.text(brand)}</b>", -0.42, top, color=name, over="top")
        for place, row in enumerate(part):
            if row["cars"] is None:
                pen.note(drawing, pen.text("gap"), place, base + 6 * scale, anchor="center")
    drawing.update_layout(barmode="overlay")
    drawing.update_yaxes(range=[0, pixels * scale])
    return drawing
