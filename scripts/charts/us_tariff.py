"""The US tariff on European cars in steps, to the last evidence that we found, and a rate that was only announced."""

from __future__ import annotations

import datetime as dt

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row

TEXT = {
    "en": {
        "title": "The tariff on European cars shot up in 2025 and came halfway down",
        "question": "What does a car built in Europe pay to enter the United States?",
        "takeaway": "The rate went from {old} to {top} on 3 April 2025, then to {new} from 1 August. {announced} was announced on 1 May 2026; we found no sign that it took effect.",
        "alt": "Step chart of the US tariff on European cars: {old} until April 2025, {top} from 3 April, {new} from 1 August, the last rate we found, seen in June 2026.",
        "unit": "US tariff on cars from the European Union, per cent of their value",
        "columns": {"since": "From", "rate": "Rate", "state": "State"},
        "before": "rate before April 2025",
        "force": "in force",
        "seen": "still the rate in May and June 2026",
        "only": "announced, no sign found that it took effect",
        "tag": "{rate} announced<br>on 1 May 2026: no sign<br>that it took effect",
        "tag_narrow": "{rate} announced<br>on 1 May 2026:<br>no sign that it<br>took effect",
        "tag_card": "{rate} announced,<br>no sign of effect",
        "unknown": "we found<br>nothing after<br>16 June 2026",
        "from": "from {date}",
    },
    "fr": {
        "title": "Droits de douane américains\u202f: bond en 2025, puis repli à mi-chemin",
        "question": "Que paie une voiture produite en Europe pour entrer aux États-Unis\u202f?",
        "takeaway": "Le taux est passé de {old} à {top} le 3 avril 2025, puis à {new} à compter du 1er août. {announced} ont été annoncés le 1er mai 2026\u202f; nous n’avons trouvé aucun signe d’entrée en vigueur.",
        "alt": "Courbe en escalier des droits américains sur les voitures européennes\u202f: {old} jusqu’en avril 2025, {top} dès le 3 avril, {new} dès le 1er août, dernier taux vu en juin 2026.",
        "unit": "Droits sur les voitures de l’Union européenne, en % de leur valeur",
        "columns": {"since": "À partir de", "rate": "Taux", "state": "État"},
        "before": "taux d’avant avril 2025",
        "force": "en vigueur",
        "seen": "toujours le taux en mai et juin 2026",
        "only": "annoncé, aucun signe d’entrée en vigueur trouvé",
        "tag": "{rate} annoncés<br>le 1er mai 2026\u202f: aucun signe<br>d’entrée en vigueur",
        "tag_narrow": "{rate} annoncés<br>le 1er mai 2026\u202f:<br>aucun signe<br>d’application",
        "tag_card": "{rate} annoncés, sans<br>trace d’application",
        "unknown": "rien trouvé<br>après le<br>16 juin 2026",
        "from": "à partir du {date}",
    },
}
COLUMNS = (Column("since", "date"), Column("rate", "percent"), Column("state"))
NAMED_BY = ("rate", "since")
HEIGHT = {"wide": 360, "narrow": 380}
TOPICS = ("market",)
PAGES = ("partnership",)
ANNOUNCED, LAST, END = dt.date(2026, 5, 1), dt.date(2026, 6, 16), dt.date(2026, 12, 31)


def rows(facts):
    def state(name):
        return {language: TEXT[language][name] for language in TEXT}

    steps = sorted(facts.select("us_market", item="us_tariff_pct_eu_cars"), key=lambda r: (r.year, r.valid_from or dt.date(r.year, 1, 1)))
    dated = [record for record in steps if record.valid_from]
    known = [
        Row.of(record, since=record.valid_from, rate=record.value, state=state("force" if record in dated else "seen" if record is steps[-1] else "before"))
        for record in steps
    ]
    return [*known, *(Row.of(record, since=ANNOUNCED, rate=record.value, state=state("only")) for record in facts.select("renault", item="us_tariff_announced_pct"))]


def values(rows, say):
    return {name: say.percent(row["rate"]) for name, row in zip(("old", "top", "new", "seen", "announced"), rows, strict=True)}


def _at(day):
    return day.year + (day.timetuple().tm_yday - 1) / 365


def figure(rows, pen):
    before, top, new, seen, announced = rows
    drawing, card = pen.canvas(top=26), pen.shape.name == "card"
    first, last, end = 2024.8, _at(LAST), _at(END)
    steps = [(first, before), (_at(top["since"]), top), (_at(new["since"]), new), (last, seen)]
    rate = {id(row): float(row["rate"]) for row in rows}
    text = [pen.percent(row["rate"]) for _, row in steps]
    drawing.update_xaxes(range=[first, end], showticklabels=False)
    drawing.update_yaxes(range=[0, 31], showticklabels=False)
    drawing.add_shape(type="rect", x0=last, x1=end, y0=0, y1=1, yref="paper", fillcolor=theme.LINE, opacity=0.55, line_width=0, layer="below")
    pen.rule(drawing, y=0)
    for year in (2025, 2026):
        drawing.add_shape(type="line", x0=year, x1=year, yref="paper", y0=0, y1=-14 / pen.height, line={"color": theme.AXIS, "width": 1})
        pen.note(drawing, str(year), year, 0, over="top", yshift=-3, xshift=2)
    drawing.add_scatter(
        x=[at for at, _ in steps], y=[rate[id(row)] for _, row in steps], mode="lines", line={"color": theme.INK, "width": 3, "shape": "hv"},
        text=text, customdata=[pen.of(before["state"]), *(pen.text("from", date=pen.date(row["since"])) for row in (top, new)), pen.date(LAST)], name="",
        hovertemplate="%{text}<extra>%{customdata}</extra>",
    )
    day = [pen.date(row["since"], short=True) if pen.narrow else pen.text("from", date=pen.date(row["since"])) for row in (top, new)]
    for at, row, line in ((first, before, ""), (steps[1][0], top, day[0]), (steps[2][0], new, day[1])):
        big = f"<b>{pen.percent(row['rate'])}</b>{pen.mark(row.confidence)}"
        pen.note(drawing, big + (f"<br>{line}" if line and not card else ""), at, rate[id(row)], color=theme.INK, yshift=4, xshift=0 if row is not new else 6)
    drawing.add_scatter(
        x=[_at(announced["since"])], y=[rate[id(announced)]], mode="markers", text=[pen.of(announced["state"])], hovertemplate="%{text}<extra></extra>",
        marker={"color": theme.PAPER, "size": 11, "line": {"color": theme.WARM, "width": 2}}, name="",
    )
    tag = pen.text({"narrow": "tag_narrow", "card": "tag_card"}.get(pen.shape.name, "tag"), rate=pen.percent(announced["rate"]))
    pen.note(drawing, tag, _at(announced["since"]), rate[id(announced)], color=theme.WARM, anchor="right", over="middle", xshift=-11)
    pen.note(drawing, pen.text("unknown"), (last + end) / 2, 8, anchor="center", over="middle")
    return drawing
