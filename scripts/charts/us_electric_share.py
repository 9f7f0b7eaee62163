"""Battery-electric cars' share of the US market, with the break between two counters and the end of the credit."""

from __future__ import annotations

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "In America the electric share stalled, then fell as the credit ended",
        "question": "Did American drivers turn to electric cars?",
        "takeaway": "The share rose from {first} in 2021 to {peak} in 2024, then was {last} in 2025. By another count it fell from {september} in September, the credit’s last month, to {december} in December.",
        "alt": "Line chart of electric cars’ share of US sales: {first} in 2021, {peak} in 2024, {last} in 2025; two monthly points, {september} in September, {december} in December.",
        "unit": "Battery-electric cars, share of new vehicles sold in the US",
        "columns": {"period": "Period", "share": "Share", "counter": "Counted by"},
        "oak": "Oak Ridge",
        "kbb": "Kelley Blue Book",
        "nada": "NADA",
        "months": ("September 2025", "December 2025"),
        "credit": "last month<br>of the credit",
        "monthly": "Months of 2025,<br>NADA’s count",
        "ticks": ("Sept", "Dec"),
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
        "credit": "dernier mois<br>de l’aide",
        "monthly": "Mois de 2025,<br>décompte NADA",
        "ticks": ("sept.", "déc."),
    },
}
COLUMNS = (Column("period"), Column("share", "percent"), Column("counter"))
HEIGHT = {"wide": 370, "narrow": 360}
TOPICS = ("market",)
PAGES = ("numbers",)
FIRST_KBB = 2021
"""The first year of Kelley Blue Book's count; the years before are Oak Ridge's."""
PANEL, MONTHS, END = 2026.2, (2026.85, 2028.25), 2029
"""Where the months stand: on a panel of their own, so that no eye joins a year with a month of another counter."""


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
    first, top = 2019.1, 15 if not card else 20.5
    ticks = [f"’{row['period'][2:]}" if pen.narrow else row["period"] for row in years]
    drawing.update_xaxes(range=[first, END], tickvals=[*(row["at"] for row in years), *MONTHS], ticktext=[*ticks, *pen.texts["ticks"]])
    drawing.update_yaxes(range=[0, top], showticklabels=False)
    for start, end in ((first, PANEL - 0.15), (PANEL + 0.05, END)):
        drawing.add_shape(type="line", x0=start, x1=end, y0=0, y1=0, line={"color": theme.AXIS, "width": 1})
    drawing.add_shape(type="line", x0=FIRST_KBB, x1=FIRST_KBB, y0=0, y1=top, line={"color": theme.AXIS, "width": 1, "dash": "dot"})
    drawing.add_shape(type="rect", x0=PANEL - 0.05, x1=END, y0=0, y1=top, fillcolor=theme.LINE, opacity=0.4, line={"width": 0}, layer="below")
    for counter, color in (("oak", theme.CONTEXT_DEEP), ("kbb", theme.ACCENT)):
        part = [row for row in years if row["counter"]["en"] == TEXT["en"][counter]]
        texts = [pen.percent(row["share"], 1) + pen.mark(row.confidence) for row in part]
        drawing.add_scatter(
            x=[row["at"] for row in part], y=[float(row["share"]) for row in part], text=texts, mode="lines+markers+text",
            textposition=["bottom right" if row["period"] in ("2021", "2022") else "top center" for row in part], cliponaxis=False,
            line={"color": color, "width": 3}, marker={"color": color, "size": 8}, textfont={"color": theme.INK, "size": pen.size},
            name=pen.text(counter), customdata=[row["period"] for row in part], hovertemplate="%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        )
    pen.note(drawing, pen.text("oak"), FIRST_KBB, top, anchor="right", over="top", xshift=-6)
    pen.note(drawing, pen.text("kbb"), FIRST_KBB, top, color=theme.ACCENT, over="top", xshift=6)
    pen.note(drawing, pen.text("monthly"), PANEL, top, color=theme.WARM, over="top")
    months = (september, december)
    texts = [pen.percent(row["share"]) + pen.mark(row.confidence) for row in months]
    drawing.add_scatter(
        x=list(MONTHS), y=[float(row["share"]) for row in months], text=texts, mode="markers", name=pen.text("nada"), cliponaxis=False,
        customdata=[pen.of(row["period"]) for row in months], hovertemplate="%{customdata}: %{text}<extra>%{fullData.name}</extra>",
        marker={"color": theme.PAPER, "size": 10, "line": {"color": theme.WARM, "width": 2}},
    )
    for at, row, text in zip(MONTHS, months, texts, strict=True):
        words = f"<b>{text}</b>" + (f"<br>{pen.text('credit')}" if row is september and not card else "")
        pen.note(drawing, words, at, float(row["share"]), color=theme.WARM, anchor="left" if row is september else "center", over="top", xshift=-6 if row is september else 0, yshift=-6)
    return drawing
