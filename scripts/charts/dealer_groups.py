"""The largest American dealer groups by new vehicles, 2021 to 2022: Lithia passes AutoNation."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row

TEXT = {
    "en": {
        "title": "AutoNation led by a whisker in 2021; a year later Lithia passed it",
        "question": "Was AutoNation still America’s largest dealer group when Renault named it?",
        "takeaway": "On 2021 sales AutoNation led with {an21} new vehicles to Lithia’s {li21}. On 2022 sales Lithia was first, {li22} to {an22}.",
        "alt": "Slope chart of new vehicles sold by the largest US dealer groups: AutoNation from {an21} in 2021 to {an22} in 2022, Lithia from {li21} to {li22}, first in 2022.",
        "unit": "New vehicles retailed a year, groups on the Automotive News list",
        "columns": {"year": "Year of sale", "rank": "Rank", "group": "Group", "vehicles": "New vehicles"},
        "gap": "Ranked for 2021, sales not stated: {groups}.",
        "cut": "Places 7 to 10 for 2022 were not in what we read.",
    },
    "fr": {
        "title": "De justesse devant en 2021, AutoNation est dépassé par Lithia en 2022",
        "question": "AutoNation était-il encore le premier distributeur américain quand Renault l’a cité\u202f?",
        "takeaway": "Sur les ventes de 2021, AutoNation est premier avec {an21} véhicules neufs, contre {li21} pour Lithia. Sur celles de 2022, Lithia passe devant\u202f: {li22} contre {an22}.",
        "alt": "Graphique en pente, véhicules neufs des grands groupes américains\u202f: AutoNation passe de {an21} en 2021 à {an22} en 2022, Lithia de {li21} à {li22}, premier.",
        "unit": "Véhicules neufs vendus au détail par an, classement d’Automotive News",
        "columns": {"year": "Année des ventes", "rank": "Rang", "group": "Groupe", "vehicles": "Véhicules neufs"},
        "gap": "Classés pour 2021, ventes non précisées\u202f: {groups}.",
        "cut": "Rangs 7 à 10 pour 2022\u202f: absents des textes lus.",
    },
}
COLUMNS = (Column("year", "year"), Column("rank", "number"), Column("group"), Column("vehicles", "number"))
HEIGHT = {"wide": 460, "narrow": 470}
TOPICS = ("partnership", "market")
PAGES = ("partnership",)
LOOK = {"AutoNation": (theme.ACCENT, 3), "Lithia Motors": (theme.INK, 3)}


def rows(facts):
    found = sorted(facts.select("dealer_groups", sales_year=(2021, 2022)), key=lambda record: (record.sales_year, record.rank))
    return [Row.of(record, year=record.sales_year, rank=record.rank, group=record.group, vehicles=record.new_retail_units) for record in found]


def values(rows, say):
    named = {"AutoNation": "an", "Lithia Motors": "li"}
    return {f"{named[row['group']]}{row['year'] - 2000}": say.number(row["vehicles"]) for row in rows if row["group"] in named}


def _short(group):
    return group.replace(" Automotive Group", "").replace(" Automotive", "").replace(" Motors", "")


def figure(rows, pen):
    card = pen.shape.name == "card"
    stated = [row for row in rows if row["vehicles"] is not None]
    unstated = [f"{row['rank']}. {_short(row['group'])}".replace(" ", "\u00a0") for row in rows if row["vehicles"] is None]
    if card:  # the first three places are enough
        stated = [row for row in stated if row["vehicles"] > 160_000]
    side, bottom = (150, 104) if pen.narrow else (176, 72)
    drawing = pen.canvas(left=side, right=side, top=26, bottom=4 if card else bottom)
    lowest, highest = (175_000, 280_000) if card else (50_000, 280_000)
    pixels = pen.height - (26 + (4 if card else bottom)) * pen.size / 15
    step = 1.25 * pen.size * (highest - lowest) / pixels  # what a line of text takes on the scale
    drawing.update_xaxes(range=[2021, 2022], showticklabels=False)
    drawing.update_yaxes(range=[lowest, highest], showticklabels=False)
    for group in dict.fromkeys(row["group"] for row in reversed(stated)):
        points = [row for row in stated if row["group"] == group]
        color, width = LOOK.get(group, (theme.CONTEXT, 2))
        texts = [f"{group}, {row['year']}: {pen.number(row['vehicles'])}" for row in points]
        drawing.add_scatter(
            x=[row["year"] for row in points], y=[float(row["vehicles"]) for row in points], mode="lines+markers", name=group, cliponaxis=False,
            line={"color": color, "width": width}, marker={"color": color, "size": 9}, text=texts, hovertemplate="%{text}<extra></extra>",
        )
    for year, anchor, shift in ((2021, "right", -10), (2022, "left", 10)):
        pen.note(drawing, f"<b>{year}</b>", year, 1, yref="paper", anchor=anchor, xshift=shift, yshift=4, color=theme.SOFT)
        height = highest + step
        for row in [row for row in stated if row["year"] == year]:
            height = min(float(row["vehicles"]), height - step)
            color = LOOK.get(row["group"], (theme.SOFT, 0))[0]
            place = "" if pen.narrow else f"{row['rank']}. "
            label = f"{place}{_short(row['group'])} {pen.number(row['vehicles'])}{pen.mark(row.confidence)}"
            label = f"<b>{label}</b>" if row["group"] in LOOK else label
            pen.note(drawing, label, year, height, anchor=anchor, over="middle", xshift=shift, color=color)
    if not card:
        words = [pen.text("gap", groups=", ".join(unstated)), pen.text("cut")]
        note = "<br>".join(pen.lines(line, 50 if pen.narrow else int(pen.width / 6.3)) for line in words)
        pen.note(drawing, note, 0, 0, xref="paper", yref="paper", over="top", xshift=-side * pen.size / 15 + 4, yshift=-10)
    return drawing
