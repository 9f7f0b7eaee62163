"""The largest American dealer groups by new vehicles, 2021 to 2022: Lithia passes AutoNation."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

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
        "once": "Hollow: sales stated for one year only.",
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
        "once": "Point creux\u202f: une seule année connue.",
    },
}
COLUMNS = (Column("year", "year"), Column("rank", "number"), Column("group"), Column("vehicles", "number"))
NAMED_BY = ("group", "year")
HEIGHT = {"wide": 480, "narrow": 490}
TOPICS = ("partnership", "market")
PAGES = ("partnership",)
# Colour, width of the line, size of its dots. In 2021 the two are as good as level: the smaller dot lies on the larger.
LOOK = {"Lithia Motors": (theme.INK, 3, 14), "AutoNation": (theme.ACCENT, 3, 8)}


def rows(facts):
    found = sorted(facts.select("dealer_groups", sales_year=(2021, 2022)), key=lambda record: (record.sales_year, record.rank))
    return [Row.of(record, year=record.sales_year, rank=record.rank, group=record.group, vehicles=record.new_retail_units) for record in found]


def values(rows, say):
    named = {"AutoNation": "an", "Lithia Motors": "li"}
    return {f"{named[row['group']]}{row['year'] - 2000}": say.number(row["vehicles"]) for row in rows if row["group"] in named}


def _short(group):
    return group.replace(" Automotive Group", "").replace(" Automotive", "").replace(" Motors", "")


def _apart(heights, step):
    """Heights of labels, from the top down, at least a step apart: two that stand too close move apart by the same way."""
    placed = list(heights)
    for upper in range(len(placed) - 1):
        short = step - (placed[upper] - placed[upper + 1])
        if short > 0:
            room = min(short / 2, placed[upper - 1] - placed[upper] - step) if upper else short / 2
            placed[upper] += max(room, 0)
            placed[upper + 1] = placed[upper] - step
    return placed


def figure(rows, pen):
    card = pen.shape.name == "card"
    stated = [row for row in rows if row["vehicles"] is not None]
    unstated = [f"{row['rank']}. {_short(row['group'])}".replace(" ", "\u00a0") for row in rows if row["vehicles"] is None]
    if card:  # the first three places are enough
        stated = [row for row in stated if row["vehicles"] > 160_000]
    side, bottom = (150, 126) if pen.narrow else (176, 92)
    drawing = pen.canvas(left=side, right=side, top=26, bottom=4 if card else bottom)
    lowest, highest = (175_000, 280_000) if card else (50_000, 280_000)
    pixels = pen.height - (26 + (4 if card else bottom)) * pen.size / 15
    step = 1.35 * pen.size * (highest - lowest) / pixels  # what a line of text takes on the scale
    drawing.update_xaxes(range=[2021, 2022], showticklabels=False)
    drawing.update_yaxes(range=[lowest, highest], showticklabels=False)
    others = dict.fromkeys(row["group"] for row in reversed(stated) if row["group"] not in LOOK)
    for group in (*others, *LOOK):
        points = [row for row in stated if row["group"] == group]
        color, width, size = LOOK.get(group, (theme.CONTEXT_DEEP, 2, 9))
        fill = color if len(points) > 1 else theme.PAPER
        texts = [f"{group}, {row['year']}: {pen.number(row['vehicles'])}" for row in points]
        drawing.add_scatter(
            x=[row["year"] for row in points], y=[float(row["vehicles"]) for row in points], mode="lines+markers", name=group, cliponaxis=False,
            line={"color": color, "width": width}, marker={"color": fill, "size": size if len(points) > 1 else 8, "line": {"color": color, "width": 2 if fill == theme.PAPER else 0}}, text=texts, hovertemplate="%{text}<extra></extra>",
        )
    for year, anchor, shift in ((2021, "right", -10), (2022, "left", 10)):
        pen.note(drawing, f"<b>{year}</b>", year, 1, yref="paper", anchor=anchor, xshift=shift, yshift=4, color=theme.SOFT)
        those = [row for row in stated if row["year"] == year]
        for row, height in zip(those, _apart([float(row["vehicles"]) for row in those], step), strict=True):
            color = LOOK.get(row["group"], (theme.SOFT,))[0]
            place = "" if pen.narrow else f"{row['rank']}. "
            label = f"{place}{_short(row['group'])}\u2002{pen.number(row['vehicles'])}{pen.mark(row.confidence)}"
            label = f"<b>{label}</b>" if row["group"] in LOOK else label
            pen.note(drawing, label, year, height, anchor=anchor, over="middle", xshift=shift, color=color)
    if not card:
        words = [pen.text("once"), pen.text("gap", groups=", ".join(unstated)), pen.text("cut")]
        note = "<br>".join(pen.lines(line, 50 if pen.narrow else int(pen.width / 6.3)) for line in words)
        pen.note(drawing, note, 0, 0, xref="paper", yref="paper", over="top", xshift=-side * pen.size / 15 + 4, yshift=-10)
    return drawing
