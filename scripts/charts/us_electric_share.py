"""Battery-electric cars' share of the US market, with the break between two counters and the end of the credit."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row

TEXT = {
    "en": {
        "title": "In America the electric share stalled, then fell as the credit ended",
        "question": "Did American drivers turn to electric cars?",
        "takeaway": "The share rose from {first} in 2021 to {peak} in 2024, then was {last} in 2025. By another count it fell from {september} in September, the credit’s last month, to {december} in December.",
        "alt": "Line chart of electric cars’ share of US sales: {first} in 2021, {peak} in 2024, {last} in 2025; two monthly points, {september} in September, {december} in December.",
        "unit": "Battery-electric cars, share of new vehicles sold in the US",
        "columns": {"period": "Period", "share": "Share", "counter": "Counter"},
        "oak": "Oak Ridge",
        "kbb": "Kelley Blue Book",
        "nada": "NADA",
        "months": ("September 2025", "December 2025"),
        "september": "<b>{share}</b> in September 2025,<br>last month of the credit",
        "december": "<b>{share}</b> in December",
        "december_narrow": "<b>{share}</b><br>in December",
        "september_narrow": "<b>{share}</b> in September 2025,<br>last month of the credit",
        "monthly": "Hollow points: months, by NADA’s count",
    },
    "fr": {
        "title": "Aux États-Unis, l’électrique cale, puis recule sans l’aide fiscale",
        "question": "Les automobilistes américains sont-ils passés à l’électrique\u202f?",
        "takeaway": "La part est passée de {first} en 2021 à {peak} en 2024, puis {last} en 2025. Selon un autre décompte, elle est tombée de {september} en septembre, dernier mois du crédit d’impôt, à {december} en décembre.",
        "alt": "Courbe de la part de l’électrique aux États-Unis\u202f: {first} en 2021, {peak} en 2024, {last} en 2025\u202f; deux points mensuels, {september} en septembre, {december} en décembre.",
        "unit": "Voitures électriques à batterie, part des ventes de neuf aux États-Unis",
        "columns": {"period": "Période", "share": "Part", "counter": "Décompte"},
        "oak": "Oak Ridge",
        "kbb": "Kelley Blue Book",
        "nada": "NADA",
        "months": ("septembre 2025", "décembre 2025"),
        "september": "<b>{share}</b> en septembre 2025,<br>dernier mois de l’aide",
        "december": "<b>{share}</b> en décembre",
        "december_narrow": "<b>{share}</b><br>en décembre",
        "september_narrow": "<b>{share}</b> en septembre 2025,<br>dernier mois du crédit d’impôt",
        "monthly": "Points creux\u202f: mois, décompte de la NADA",
    },
}
COLUMNS = (Column("period"), Column("share", "percent"), Column("counter"))
HEIGHT = {"wide": 370, "narrow": 360}
TOPICS = ("market",)
PAGES = ("numbers",)
FIRST_KBB = 2021
"""The first year of Kelley Blue Book's count; the years before are Oak Ridge's."""
MONTHS = ((2025, 8.5 / 12), (2025, 11.5 / 12))


def rows(facts):
    def row(record, period, counter):
        named = {language: TEXT[language][counter] for language in TEXT}
        return Row.of(record, period=period, share=record.value, counter=named, at=record.year + 0.5)

    years = sorted(facts.select("us_market", item="us_bev_share_pct"), key=lambda record: record.year)
    found = [row(record, str(record.year), "kbb" if record.year >= FIRST_KBB else "oak") for record in years]
    for place, month in enumerate(("september", "december")):
        for record in facts.select("us_market", item=f"us_bev_share_pct_{month}"):
            found.append(row(record, {language: TEXT[language]["months"][place] for language in TEXT}, "nada"))
    return found


def values(rows, say):
    *_, september, december = rows
    share = {row["period"]: say.percent(row["share"]) for row in rows[:-2]}
    return {"first": share["2021"], "peak": share["2024"], "last": share["2025"], "september": say.percent(september["share"]), "december": say.percent(december["share"])}


def figure(rows, pen):
    drawing, card = pen.canvas(top=6), pen.shape.name == "card"
    *years, september, december = rows
    first, end = 2019.1, 2028.6 if pen.shape.framed else 2028.2
    drawing.update_xaxes(range=[first, end], tickvals=[row["at"] for row in years], ticktext=[f"’{row['period'][2:]}" if pen.narrow else row["period"] for row in years])
    drawing.update_yaxes(range=[0, 13.5], showticklabels=False)
    pen.rule(drawing, y=0)
    drawing.add_shape(type="line", x0=FIRST_KBB, x1=FIRST_KBB, y0=0, y1=10.2, line={"color": theme.AXIS, "width": 1, "dash": "dot"})
    for counter, color in (("oak", theme.CONTEXT_DEEP), ("kbb", theme.ACCENT)):
        part = [row for row in years if row["counter"]["en"] == TEXT["en"][counter]]
        texts = [pen.percent(row["share"], 1) + pen.mark(row.confidence) for row in part]
        drawing.add_scatter(
            x=[row["at"] for row in part], y=[float(row["share"]) for row in part], text=texts, mode="lines+markers+text",
            textposition=["bottom right" if row["period"] in ("2021", "2022") else "top center" for row in part], cliponaxis=False,
            line={"color": color, "width": 3}, marker={"color": color, "size": 8}, textfont={"color": theme.INK, "size": pen.size},
            name=pen.text(counter), customdata=[row["period"] for row in part], hovertemplate="%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        )
    pen.note(drawing, pen.text("oak"), FIRST_KBB, 10.2, anchor="right", over="top", xshift=-6)
    pen.note(drawing, pen.text("kbb"), FIRST_KBB, 10.2, color=theme.ACCENT, over="top", xshift=6)
    for (year, part), row, name in zip(MONTHS, (september, december), ("september", "december"), strict=True):
        text = pen.text(name + "_narrow" * pen.narrow, share=pen.percent(row["share"]) + pen.mark(row.confidence))
        drawing.add_scatter(
            x=[year + part], y=[float(row["share"])], text=[pen.percent(row["share"])], mode="markers", name=pen.text("nada"), hovertemplate="%{customdata}: %{text}<extra>%{fullData.name}</extra>", customdata=[pen.of(row["period"])],
            marker={"color": theme.PAPER, "size": 10, "line": {"color": theme.WARM, "width": 2}},
        )
        left = name == "september" and pen.narrow
        pen.note(drawing, text, year + part, float(row["share"]), color=theme.WARM, anchor="right" if left else "left", over="middle", xshift=-10 if left else 10)
    if not card:
        pen.note(drawing, pen.lines(pen.text("monthly"), 22), end, 2.2, anchor="right", over="middle")
    return drawing
