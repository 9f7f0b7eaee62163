"""Alpine's registrations a year against the target for 2030: small bars, four empty years, one tower."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Even after 2025’s leap, Alpine is at {share} of its 2030 target",
        "question": "How far is Alpine from the number it set itself for 2030?",
        "takeaway": "In January 2023 Alpine aimed for more than {target} cars a year by 2030. It registered {last} in 2025: at least {gap} fewer, by our subtraction.",
        "alt": "Bar chart of Alpine’s registrations, 2017 to 2025, all tiny beside the target for 2030: {last} cars in 2025 against more than {target}, at least {gap} fewer.",
        "unit": "New Alpine cars registered a year, worldwide, and the target for 2030",
        "columns": {"year": "Year", "cars": "Cars", "what": "What it is"},
        "missing": "at least {gap} cars{mark}",
        "away": "between 2025 and the target",
        "aim": "more than {target}",
        "when": "target of January 2023",
        "floor": "floor of June 2023: {floor}",
        "none": "no figure found for 2026",
    },
    "fr": {
        "title": "Malgré le bond de 2025, Alpine n’est qu’à {share} de son objectif 2030",
        "question": "À quelle distance Alpine est-elle du volume qu’elle visait pour 2030\u202f?",
        "takeaway": "En janvier 2023, Alpine visait plus de {target} voitures par an en 2030. Elle en a immatriculé {last} en 2025\u202f: il en manque au moins {gap}, selon notre soustraction.",
        "alt": "Histogramme des immatriculations d’Alpine de 2017 à 2025, minuscules face à l’objectif 2030\u202f: {last} en 2025, pour plus de {target} visées\u202f: il en manque au moins {gap}.",
        "unit": "Alpine neuves immatriculées par an dans le monde, et objectif 2030",
        "columns": {"year": "Année", "cars": "Voitures", "what": "Nature du chiffre"},
        "missing": "au moins {gap} voitures{mark}",
        "away": "entre 2025 et l’objectif",
        "aim": "plus de {target}",
        "when": "objectif de janvier 2023",
        "floor": "plancher de juin 2023\u202f: {floor}",
        "none": "aucun chiffre trouvé pour 2026",
    },
}
COLUMNS = (Column("year", "year"), Column("cars", "number"), Column("what"))
NAMED_BY = ("year", "what")
HEIGHT = {"wide": 460, "narrow": 430, "poster": 430}
TOPICS = ("strategy", "market")
PAGES = ("index", "strategy", "numbers")

REGISTERED = {"en": "registered", "fr": "immatriculées"}
NONE = {"en": "no figure", "fr": "aucun chiffre"}
FLOOR = {"en": "floor named in June 2023", "fr": "plancher cité en juin 2023"}
TARGET = {"en": "target of January 2023 (more than)", "fr": "objectif de janvier 2023 (plus de)"}


def rows(facts):
    known = [facts.figure(f"alpine-{year}") for year in range(2017, 2026)]
    target, floor = facts.figure("alpine-target-2030"), facts.figure("alpine-target-floor-2023")
    gap, share = facts.figure("alpine-target-gap-2025"), facts.figure("alpine-target-share-2025")
    return [
        *(Row.of(figure, year=figure.year, cars=figure.number, what=REGISTERED) for figure in known),
        *(Row.gap(year=year, cars=None, what=NONE) for year in range(known[-1].year + 1, target.year)),
        Row.of(floor, year=target.year, cars=floor.number, what=FLOOR),
        Row.of(target, year=target.year, cars=target.number, what=TARGET, gap=gap.number, share=share.number),
    ]


def values(rows, say):
    *_, last = (row for row in rows if row["what"] is REGISTERED)
    floor, target = rows[-2:]
    cars = {"last": last["cars"], "floor": floor["cars"], "target": target["cars"], "gap": target["gap"] // 1000 * 1000}  # the target is "more than": an exact gap would claim too much
    return {name: say.number(number) for name, number in cars.items()} | {"share": say.percent(target["share"])}


def figure(rows, pen):
    said, card, few = values(rows, pen), pen.shape.name == "card", pen.shape.name != "wide"
    years, target = [row for row in rows if row["what"] is not FLOOR], rows[-1]["cars"]
    room = 13 if pen.narrow else 40
    names = [str(row["year"]) for row in years]
    now, end = names.index("2025"), len(names) - 1
    drawing = pen.canvas(top=30)
    texts = ["" if row["cars"] is None or (few and row["year"] % 2 == 0) else pen.number(row["cars"]) + pen.mark(row.confidence) for row in years[:-1]]
    colors = [theme.ACCENT if row["year"] == 2025 else theme.ACCENT_SOFT for row in years[:-1]] + [theme.WARM]
    last = texts[now]
    texts[now] = ""  # it stands beside the arrow, which starts at the bar
    pen.bars(drawing, names, [row["cars"] for row in years], colors=colors, texts=[*texts, ""])
    drawing.data[0].update(customdata=[*texts[:now], last, *texts[now + 1 :], ""], hovertemplate="%{x}: %{customdata}<extra></extra>")
    pen.note(drawing, last, now, float(years[now]["cars"]), color=theme.INK, anchor="right", xshift=-5, yshift=6)
    drawing.update_xaxes(tickvals=names, ticktext=[f"’{name[2:]}" if few else name for name in names], range=[-0.5, end + 0.5])
    drawing.update_yaxes(range=[0, float(target)])
    pen.rule(drawing, y=0)
    drawing.add_shape(type="line", x0=now - 0.4, x1=end - 0.36, y0=target, y1=target, line={"color": theme.WARM, "width": 1, "dash": "dot"})
    pen.note(drawing, f"<b>{pen.text('aim', **said)}</b>", end + 0.4, target, color=theme.WARM, anchor="right", size=pen.size + 3, yshift=3)
    pen.note(drawing, pen.lines(pen.text("when"), room), end - 0.6, target, anchor="right", over="top", yshift=-3)
    arrow = {"ax": now, "ay": float(years[now]["cars"]), "axref": "x", "ayref": "y", "arrowcolor": theme.WARM, "arrowwidth": 1.5, "arrowhead": 2, "arrowsize": 1.1}
    drawing.add_annotation(x=now, y=target, text="", showarrow=True, **arrow)
    missing = pen.text("missing", mark=pen.mark("high", computed=True), gap=said["gap"])
    pen.note(drawing, f"<b>{missing}</b>", now - 0.3, 82000, color=theme.WARM, anchor="right", size=round(pen.size * (1.2 if pen.narrow else 1.75)))
    pen.note(drawing, pen.lines(pen.text("away"), 18 if pen.narrow else 40), now - 0.3, 82000, anchor="right", over="top", yshift=-2)
    if not card:
        floor = rows[-2]["cars"]
        drawing.add_shape(type="line", x0=end - 0.6, x1=end + 0.36, y0=floor, y1=floor, line={"color": theme.INK, "width": 1.5})
        pen.note(drawing, pen.lines(pen.text("floor", floor=said["floor"]), min(room, 24)), end - 0.7, floor, anchor="right", over="middle")
        drawing.add_shape(type="line", x0=now + 1, x1=now + 1, y0=0, y1=5000, line={"color": theme.AXIS, "width": 1})
        pen.note(drawing, pen.lines(pen.text("none"), min(room, 16)), now + 1, 0, xshift=3)
    return drawing
