"""AutoNation's retail sales a year, new and used side by side: what the seed's 262,403 counts, and what it leaves out."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "AutoNation’s {seed} were all new; it sold even more used vehicles",
        "question": "How many vehicles does AutoNation sell, new and used?",
        "takeaway": "In 2021 AutoNation retailed {seed} new vehicles, the figure in the article this site starts from, and {used} used ones. In 2025, by our sum, it retailed {last} new ones.",
        "alt": "Bar chart of AutoNation’s retail sales a year, 2018 to 2025, new beside used: in 2021, {seed} new and {used} used; in 2025, {last} new.",
        "unit": "Vehicles retailed a year by AutoNation, all its stores",
        "columns": {"year": "Year", "kind": "Kind", "vehicles": "Vehicles retailed"},
        "new": "New",
        "used": "Used",
        "seed": "the article’s figure",
        "seed_narrow": "Bold: the article’s figure, new vehicles only.",
        "gap": "no total found",
        "key": "Outlined and {sign}: our sum or estimate.",
    },
    "fr": {
        "title": "{seed}\u202f: du neuf seulement. AutoNation a vendu plus d’occasions",
        "question": "Combien de véhicules AutoNation vend-il, en neuf et en occasion\u202f?",
        "takeaway": "En 2021, AutoNation a vendu au détail {seed} véhicules neufs, le chiffre de l’article à l’origine de ce site, et {used} d’occasion. En 2025, selon notre somme, il en a vendu {last} neufs.",
        "alt": "Barres\u202f: ventes au détail d’AutoNation par an, de 2018 à 2025, neuf et occasion\u202f: en 2021, {seed} neufs et {used} d’occasion\u202f; en 2025, {last} neufs.",
        "unit": "Véhicules vendus au détail par an par AutoNation, tous points de vente",
        "columns": {"year": "Année", "kind": "Type", "vehicles": "Véhicules vendus au détail"},
        "new": "Neuf",
        "used": "Occasion",
        "seed": "le chiffre de l’article",
        "seed_narrow": "En gras\u202f: le chiffre de l’article, neuf seul.",
        "gap": "total non trouvé",
        "key": "Contour et {sign}\u202f: notre somme ou estimation.",
    },
}
COLUMNS = (Column("year", "year"), Column("kind"), Column("vehicles", "number"))
NAMED_BY = ("year", "kind")
HEIGHT = {"wide": 350, "narrow": 360}
TOPICS = ("partnership", "market")
PAGES = ("partnership",)
YEARS, SEED = range(2018, 2026), 2021


def rows(facts):
    found = []
    for name in ("new", "used"):
        kind = {language: TEXT[language][name] for language in TEXT}
        for year in YEARS:
            key, cells = f"autonation-{name}-{year}", {"year": year, "kind": kind}
            stated = facts.figures.get(key)
            found.append(Row.of(stated, **cells, vehicles=stated.number) if stated else Row.gap(**cells, vehicles=None))
    return found


def _of(rows, name):
    return [row for row in rows if row["kind"]["en"] == TEXT["en"][name]]


def values(rows, say):
    new, used = ({row["year"]: row["vehicles"] for row in _of(rows, name)} for name in ("new", "used"))
    return {"seed": say.number(new[SEED]), "used": say.number(used[SEED]), "last": say.number(new[2025])}


def figure(rows, pen):
    card, left = pen.shape.name == "card", 38
    drawing = pen.canvas(left=left, top=26, bottom={"narrow": 56, "card": 0}.get(pen.shape.name, 26))
    room = pen.width - (40 if pen.shape.framed else 0) - (left + 4) * pen.size / 15
    column, longest = (room / 2, room / 2 - 70) if pen.narrow else (room * 0.59, room * 0.59 - 13.5 * pen.size)
    scale = max(float(row["vehicles"]) for row in rows if row["vehicles"] is not None) / longest
    for name, start, color in (("new", 0, theme.ACCENT), ("used", column * scale, theme.ACCENT_SOFT)):
        part = _of(rows, name)
        texts = ["" if row["vehicles"] is None else pen.number(row["vehicles"]) + pen.mark(row.confidence, row.computed) for row in part]
        if name == "new":
            texts[SEED - YEARS[0]] = f"<b>{texts[SEED - YEARS[0]]}</b>"
        pen.bars(
            drawing, [str(row["year"]) for row in part], [row["vehicles"] for row in part], texts=texts, upright=False, base=start,
            colors=[theme.PAPER if row.computed else color for row in part], name=pen.text(name),
        )
        drawing.data[-1].marker.line = {"color": color, "width": [1.5 if row.computed else 0 for row in part]}
        pen.note(drawing, f"<b>{pen.text(name)}</b>", start, 1, yref="paper", color=theme.INK, yshift=4)
        for place, row in enumerate(part):
            if row["vehicles"] is None:
                pen.note(drawing, pen.text("gap"), start, place, over="middle")
    drawing.update_layout(barmode="overlay", bargap=0.24)
    drawing.update_xaxes(range=[0, room * scale])
    drawing.update_yaxes(ticklabelstandoff=4)
    key = pen.text("key", sign=pen.word("mark.computed"))
    if not pen.narrow:
        seed = next(row for row in _of(rows, "new") if row["year"] == SEED)
        pen.note(drawing, pen.text("seed"), float(seed["vehicles"]) + 4.4 * pen.size * scale, SEED - YEARS[0], over="middle", color=theme.ACCENT)
    else:
        key += "<br>" + pen.text("seed_narrow")
    if card:  # no room below: the key stands beside the last sum
        pen.note(drawing, pen.word("computed"), float(rows[len(YEARS) - 1]["vehicles"]) + 5 * pen.size * scale, len(YEARS) - 1, over="middle")
    else:
        pen.note(drawing, key, 0, 0, yref="paper", over="top", yshift=-6, align="left")
    return drawing
