"""The US tariff on European cars in steps, to the last evidence that we found, and a rate that was only announced."""

from __future__ import annotations

import datetime as dt

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row
from scripts.language import forms

TEXT = {
    "en": {
        "title": "The tariff on European cars shot up in 2025 and came halfway down",
        "question": "What does a car built in Europe pay to enter the United States?",
        "takeaway": "The rate went from {old} to {top} on {top_on}, then to {new} from {new_on}. {announced} was announced on {announced_on}; we found no sign that it took effect.",
        "alt": "Step chart of the US tariff on European cars: {old}, then {top} from {top_on} and {new} from {new_on}, the last rate we found, seen on {seen_on}.",
        "unit": "US tariff on cars from the European Union, per cent of their value",
        "columns": {"since": "From", "rate": "Rate", "state": "State"},
        "before": "rate before {date}",
        "force": "in force",
        "seen": "still the rate on {date}",
        "only": "announced, no sign found that it took effect",
        "tag": "{rate} announced<br>on {date}: no sign<br>that it took effect",
        "tag_narrow": "{rate} announced<br>on {date}:<br>no sign that it<br>took effect",
        "tag_card": "{rate} announced,<br>no sign of effect",
        "unknown": "we found<br>nothing after<br>{date}",
        "from": "from {date}",
    },
    "fr": {
        "title": "Droits de douane américains\u202f: bond en 2025, puis repli à mi-chemin",
        "question": "Que paie une voiture produite en Europe pour entrer aux États-Unis\u202f?",
        "takeaway": "Le taux est passé de {old} à {top} le {top_on}, puis à {new} à compter du {new_on}. {announced} ont été annoncés le {announced_on}\u202f; nous n’avons trouvé aucun signe d’entrée en vigueur.",
        "alt": "Courbe en escalier des droits américains sur les voitures européennes\u202f: {old}, puis {top} dès le {top_on} et {new} dès le {new_on}, dernier taux vu le {seen_on}.",
        "unit": "Droits sur les voitures de l’Union européenne, en % de leur valeur",
        "columns": {"since": "À partir de", "rate": "Taux", "state": "État"},
        "before": "taux d’avant le {date}",
        "force": "en vigueur",
        "seen": "toujours le taux le {date}",
        "only": "annoncé, aucun signe d’entrée en vigueur trouvé",
        "tag": "{rate} annoncés<br>le {date}\u202f: aucun signe<br>d’entrée en vigueur",
        "tag_narrow": "{rate} annoncés<br>le {date}\u202f:<br>aucun signe<br>d’application",
        "tag_card": "{rate} annoncés, sans<br>trace d’application",
        "unknown": "rien trouvé<br>après le<br>{date}",
        "from": "à partir du {date}",
    },
}
COLUMNS = (Column("since", "date"), Column("rate", "percent"), Column("state"))
NAMED_BY = ("rate", "since")
HEIGHT = {"wide": 360, "narrow": 380}
TOPICS = ("market",)
PAGES = ("partnership",)
ANNOUNCED, LAST_SEEN = "ev-2026-05-01-trump-announces-25-on", "ev-2026-06-16-european-parliament-passes-the"
"""The events that date the rate only announced, and the last evidence on the rate in force."""


def rows(facts):
    announced_on, seen_on = (facts.select("events", key=key)[0].date.first_day for key in (ANNOUNCED, LAST_SEEN))
    steps = sorted(facts.select("us_market", item="us_tariff_pct_eu_cars"), key=lambda r: (r.year, r.valid_from or dt.date(r.year, 1, 1)))
    before, *dated, seen = steps

    def step(record, since, name, day):
        state = {language: TEXT[language][name].format(date=forms.date(day, language)) for language in TEXT}
        return Row.of(record, since=since, rate=record.value, state=state, day=day)

    return [
        step(before, None, "before", dated[0].valid_from),
        *(step(record, record.valid_from, "force", record.valid_from) for record in dated),
        step(seen, None, "seen", seen_on),
        *(step(record, announced_on, "only", announced_on) for record in facts.select("renault", item="us_tariff_announced_pct")),
    ]


def values(rows, say):
    named = dict(zip(("old", "top", "new", "seen", "announced"), rows, strict=True))
    rates = {name: say.percent(row["rate"]) for name, row in named.items()}
    return rates | {f"{name}_on": say.date(row["day"]) for name, row in named.items() if name != "old"}


def _at(day):
    return day.year + (day.timetuple().tm_yday - 1) / 365


def figure(rows, pen):
    before, top, new, seen, announced = rows
    drawing, card = pen.canvas(top=26), pen.shape.name == "card"
    first, last, end = 2024.8, _at(seen["day"]), _at(dt.date(seen["day"].year, 12, 31))
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
        text=text, customdata=[pen.of(before["state"]), *(pen.text("from", date=pen.date(row["since"])) for row in (top, new)), pen.date(seen["day"])], name="",
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
    tag = pen.text({"narrow": "tag_narrow", "card": "tag_card"}.get(pen.shape.name, "tag"), rate=pen.percent(announced["rate"]), date=pen.date(announced["day"]))
    pen.note(drawing, tag, _at(announced["since"]), rate[id(announced)], color=theme.WARM, anchor="right", over="middle", xshift=-11)
    pen.note(drawing, pen.text("unknown", date=pen.date(seen["day"])), (last + end) / 2, 8, anchor="center", over="middle")
    return drawing
