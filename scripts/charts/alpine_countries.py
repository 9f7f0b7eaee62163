"""Alpine's registrations by country: the split of 2021, and the few later years that we found stated."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Most Alpines stayed in France; the UK took off in 2025",
        "question": "In which countries are Alpines registered?",
        "takeaway": "France took {france} of {world} cars in 2021; the markets named in our source add up to {listed}. The United Kingdom went from {uk22} in 2022 to {uk25} reported for 2025; we found no comparable split after 2021.",
        "alt": "Bars of Alpine’s cars by country in 2021: France {france}, Germany {germany}, United Kingdom {uk21}. In 2025 the United Kingdom reached {uk25}.",
        "unit": "New Alpine cars registered a year; 2021 where no year is given. Outlined: sales",
        "columns": {"country": "Country", "year": "Year", "cars": "Cars"},
        "sales": "{year}, sales",
        "gaps": "the only country<br>found for 2025",
    },
    "fr": {
        "title": "La France d’abord, puis l’envol britannique de 2025",
        "question": "Dans quels pays les Alpine sont-elles immatriculées\u202f?",
        "takeaway": "En 2021, la France compte {france} voitures sur {world}\u202f; les marchés que nomme notre source en totalisent {listed}. Le Royaume-Uni passe de {uk22} en 2022 à {uk25} en 2025, selon la presse\u202f; après 2021, nous n’avons trouvé aucune répartition comparable.",
        "alt": "Barres par pays en 2021\u202f: France {france}, Allemagne {germany}, Royaume-Uni {uk21} Alpine. En 2025, le Royaume-Uni atteint {uk25}.",
        "unit": "Alpine neuves immatriculées par an\u202f; 2021 sauf mention. Contour\u202f: ventes",
        "columns": {"country": "Pays", "year": "Année", "cars": "Voitures"},
        "sales": "{year}, ventes",
        "gaps": "seul pays trouvé<br>pour 2025",
    },
}
COLUMNS = (Column("country"), Column("year", "year"), Column("cars", "number"))
NAMED_BY = ("country", "year")
HEIGHT = {"wide": 470, "narrow": 450, "poster": 460}
TOPICS = ("market",)
PAGES = ("numbers",)

REST = "other markets"
WIDER = ("worldwide", "Europe", "outside Europe")


def rows(facts):
    found = [
        record for record in facts.select("alpine_sales", period="FY", model="all", measure=("registrations", "sales"), year=(2021, 2022, 2025))
        if record.scope not in WIDER and record.number is not None
    ]
    first = {record.scope: record.number for record in found if record.year == 2021}
    found.sort(key=lambda record: (record.scope == REST, -first[record.scope], record.year))
    world = facts.figure("alpine-2021").number
    return [
        Row.of(r, country={language: _shown(r, language) for language in TEXT}, year=r.year, cars=r.number, world=world, sales=r.measure == "sales", rest=r.scope == REST)
        for r in found
    ]


def _shown(row, language):
    name = row.word("scope", language).replace(" and ", ", ").replace(" et ", ", ")
    return name[0].upper() + name[1:]


def values(rows, say):
    cars = {(row["country"]["en"], row["year"]): say.number(row["cars"]) for row in rows}
    british = {f"uk{year - 2000}": cars["United Kingdom", year] for year in (2021, 2022, 2025)}
    return british | {"france": cars["France", 2021], "germany": cars["Germany", 2021], "world": say.number(rows[0]["world"]), "listed": say.number(sum(row["cars"] for row in rows if row["year"] == 2021))}


def figure(rows, pen):
    if pen.shape.name == "card":
        rows = rows[:7]
    several = {row["country"]["en"] for row in rows if row["year"] != 2021}
    left = 156 if not pen.narrow else 152
    drawing = pen.canvas(left=left, right=92, top=2, bottom=4)
    places, at, before, noted = [], 0.0, None, False
    for row in rows:
        name = pen.of(row["country"])
        at += 1 if before in (None, name) else 2.3 if noted else 1.35
        if name != before:
            pen.note(drawing, name, 0, at, xref="paper", color=theme.INK, over="middle", xshift=-left * pen.size / 15)
        places.append(at)
        before, noted = name, pen.narrow and row["sales"]  # on a phone a note stands below that bar
    colors = [theme.CONTEXT if row["rest"] else theme.ACCENT_SOFT if row["year"] == 2021 else theme.ACCENT for row in rows]
    fills = [theme.PAPER if row["sales"] else color for row, color in zip(rows, colors, strict=True)]
    texts = []
    for row in rows:
        year = f"\u2002<span style='color:{theme.SOFT}'>{pen.text('sales', year=row['year']) if row['sales'] else row['year']}</span>" if row["country"]["en"] in several else ""
        texts.append(pen.number(row["cars"]) + pen.mark(row.confidence) + year)
    drawing.add_bar(
        x=[float(row["cars"]) for row in rows], y=places, orientation="h", width=0.8, marker={"color": fills, "line": {"color": colors, "width": [2 if row["sales"] else 0 for row in rows]}}, text=texts, textposition="outside",
        textfont={"color": theme.INK, "size": pen.size}, cliponaxis=False, constraintext="none", customdata=[[f"{pen.of(row['country'])}, {pen.text('sales', year=row['year']) if row['sales'] else row['year']}", pen.number(row["cars"]) + pen.mark(row.confidence)] for row in rows],
        hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
    )
    drawing.update_xaxes(range=[0, float(max(row["cars"] for row in rows))], showticklabels=False)
    drawing.update_yaxes(range=[places[-1] + 0.6, 0.4], showticklabels=False)
    if pen.shape.name != "card":
        last, at = next((row, place) for row, place in zip(rows, places, strict=True) if row["sales"])
        if pen.narrow:  # below the bar; else beside its figure
            pen.note(drawing, pen.text("gaps"), 1, at + 0.45, xref="paper", anchor="right", over="top", xshift=86 * pen.size / 15)
        else:
            pen.note(drawing, pen.text("gaps"), float(last["cars"]), at, over="middle", xshift=8.6 * pen.size)
    return drawing
