"""Every model: the year promised, the year in which it was shown or is now expected, and the slip between them."""

from __future__ import annotations

from scripts.charts._time import years
from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Two electric cars came on time; the two large SUVs are not yet shown",
        "question": "Which of the models promised have come, and how late?",
        "takeaway": "Of {dated} models with a promised year, {on_time} were shown in that year: the A290 and the A390. The electric A110 has slipped by {slip}. Another {gone} are no longer in the list reported in March 2026, one of them known from press reports only.",
        "alt": "Dumbbell chart of {all} Alpine models, promised year against actual: {on_time} on time, the electric A110 {slip} late, {gone} not shown and no longer listed.",
        "unit": "Year promised at first, and year shown or now expected",
        "columns": {"model": "Model", "promised": "Promised for", "shown": "Shown", "expected": "Now expected", "outcome": "Outcome"},
        "one_year": "{n} year",
        "years": "{n} years",
        "on_time": "shown in {to}, as promised",
        "late": "shown in {to} instead of {said}",
        "slipped": "now {to} instead of {said}",
        "still": "still due in {to}",
        "sooner": "now {to}, promised by {said}",
        "gone": "not shown, no longer listed",
        "open": "not shown, no new date found",
        "concept": "show car, not for sale",
        "undecided": "possible, not decided, no date",
        "key_said": "promised",
        "key_shown": "shown",
        "key_due": "now expected",
        "key_none": "not shown",
        "checked": "facts checked in {date}",
        "card_a110": "Electric A110",
    },
    "fr": {
        "title": "Deux électriques à l’heure, deux grands SUV pas encore montrés",
        "question": "Parmi les modèles promis, lesquels sont venus, et avec quel retard\u202f?",
        "takeaway": "Sur {dated} modèles promis pour une année donnée, {on_time} ont été montrés cette année-là\u202f: l’A290 et l’A390. L’A110 électrique a {slip} de retard. Par ailleurs, {gone} ne figurent plus dans la liste rapportée en mars 2026, dont un connu par la seule presse.",
        "alt": "Graphique en haltères de {all} modèles Alpine, année promise et année réelle\u202f: {on_time} à l’heure, l’A110 électrique en retard de {slip}, {gone} pas montrés, absents de la liste.",
        "unit": "Première année promise, et année de présentation ou attendue",
        "columns": {"model": "Modèle", "promised": "Promis pour", "shown": "Montré", "expected": "Désormais attendu", "outcome": "Résultat"},
        "one_year": "{n}\u202fan",
        "years": "{n}\u202fans",
        "on_time": "montrée en {to}, comme promis",
        "late": "montrée en {to} au lieu de {said}",
        "slipped": "{to} au lieu de {said}",
        "still": "toujours pour {to}",
        "sooner": "{to}, promise d’ici à {said}",
        "gone": "pas montré, absent de la liste",
        "open": "pas montrée, sans nouvelle date",
        "concept": "concept, hors gamme",
        "undecided": "possible, sans décision ni date",
        "key_said": "promis",
        "key_shown": "montré",
        "key_due": "attendu",
        "key_none": "pas montré",
        "checked": "faits vérifiés en {date}",
        "card_a110": "A110 électrique",
    },
}
COLUMNS = (Column("model"), Column("promised", "term"), Column("shown", "date"), Column("expected", "term"), Column("outcome"))
HEIGHT = {"wide": 800, "narrow": 760, "poster": 600}
TOPICS = ("product",)
PAGES = ("roadmap",)
FIRST, LAST = 2015, 2030
ON_CARD = ("model-a290", "model-a390", "model-a110-electric", "model-suv-d", "model-suv-e")


def last_year(term):
    return int(term[-4:]) if " " in term or len(term) == 9 else int(term[:4])


def rows(facts):
    models = facts.table("models")
    ordered = sorted(models, key=lambda m: (last_year(m.promised_for) if m.promised_for else 9999, m.announced_on is None))
    checked = min(status.last_checked for status in facts.table("status"))
    return [_row(model, checked) for model in ordered]


def _row(model, checked):
    said = last_year(model.promised_for) if model.promised_for else None
    came = model.launched_on.first_day.year if model.launched_on else None
    due = last_year(model.expected_for) if model.expected_for else None
    to = came or due
    if said is None:
        state = "concept" if came else "undecided"
    elif to is None:
        state = "gone" if model.for_us == "dropped" else "open"
    elif to == said:
        state = "on_time" if came else "still"
    else:
        state = "sooner" if to < said else "late" if came else "slipped"
    outcome = {language: TEXT[language][state].format(said=(model.promised_for or "").replace("-", "–"), to=to) for language in TEXT}
    return Row.of(
        model, key=model.key, model={"en": model.model, "fr": model.model_fr}, promised=model.promised_for, shown=model.launched_on, expected=model.expected_for,
        outcome=outcome, said=said, to=to, state=state, checked=checked,
    )


def span(row, say):
    number = abs(row["to"] - row["said"])
    return say.text("one_year" if number == 1 else "years", n=say.number(number))


def values(rows, say):
    count = lambda state: str(sum(row["state"] == state for row in rows))  # noqa: E731
    slip = next(span(row, say) for row in rows if row["key"] == "model-a110-electric")
    return {"all": str(len(rows)), "dated": str(sum(row["said"] is not None for row in rows)), "on_time": count("on_time"), "gone": count("gone"), "slip": slip}


def figure(rows, pen):
    card = pen.shape.name == "card"
    if card:
        rows = [row for row in rows if row["key"] in ON_CARD]
    elif pen.shape.framed:
        rows = [row for row in rows if row["said"]]
    drawing = pen.canvas(left=0, right=0, top=0, bottom=0)
    width = pen.width - (40 if pen.shape.framed else 0)
    names = 0 if pen.narrow else pen.size * (15 if not pen.shape.framed else 14)
    first = 2018 if card else FIRST
    a_year = (width - names - pen.size * 2.2) / (LAST - first)
    drawing.update_xaxes(range=[first - (names + pen.size * 1.1) / a_year, first - (names + pen.size * 1.1) / a_year + width / a_year], showticklabels=False)
    edge = first - (names + pen.size * 1.1) / a_year
    head = pen.size * (1.6 if card else 3.4)
    foot = pen.size * 1.5
    step = (pen.height - head - foot) / len(rows)
    drawing.update_yaxes(range=[pen.height, 0], showticklabels=False)
    for year in range(first, LAST + 1, 5 if pen.narrow else 3):
        drawing.add_shape(type="line", x0=year, x1=year, y0=head, y1=pen.height - foot, line={"color": theme.LINE, "width": 1}, layer="below")
        pen.note(drawing, str(year), year, head - 3, anchor="center")
    # A year's mark stands in the middle of the year.
    checked = years(rows[0]["checked"]) - 0.5
    drawing.add_shape(type="line", x0=checked, x1=checked, y0=head, y1=pen.height - foot, line={"color": theme.AXIS, "width": 1.5, "dash": "dot"}, layer="below")
    pen.note(drawing, pen.text("checked", date=pen.date(str(rows[0]["checked"])[:7])), checked, pen.height, anchor="center")
    if not card:
        _key(drawing, pen, edge, a_year)
    for number, row in enumerate(rows):
        top = head + number * step
        middle = top + step * (0.72 if pen.narrow else 0.5)
        pen.note(drawing, _name(row, pen, card), edge, top + step * 0.3 if pen.narrow else middle, color=theme.INK, over="middle", bgcolor=theme.PAPER)
        _draw(drawing, row, pen, middle, first)
    return drawing


def _name(row, pen, card):
    """The model, and below it what stands in brackets or the warning that the row is of low confidence."""
    name, _, rest = pen.of(row["model"]).partition(" (")
    if card:
        return pen.text("card_a110") if row["key"] == "model-a110-electric" else name
    if row.confidence == "low":
        name, rest = name + pen.mark("low"), pen.word("confidence.low") + ")"
    if pen.narrow or not rest:
        return name + (f" <span style='color:{theme.SOFT}'>({rest}</span>" if rest else "") if pen.narrow else pen.lines(name, 24)
    return f"{name}<br><span style='color:{theme.SOFT}'>({rest}</span>"


def _draw(drawing, row, pen, y, first):
    said, to, state = row["said"], row["to"], row["state"]
    late = state in ("late", "slipped")
    if said and to and said != to:
        drawing.add_shape(type="line", x0=said, x1=to, y0=y, y1=y, line={"color": theme.WARM if late else theme.CONTEXT, "width": 4 if late else 2}, layer="below")
    if said:
        _dot(drawing, row, pen, said, y, "said", silent=to in (None, said))  # the dot on it speaks for both
    if to:
        _dot(drawing, row, pen, to, y, "shown" if row["shown"] else "due")
    elif said:
        _dot(drawing, row, pen, said, y, "none")
    words = pen.of(row["outcome"])
    if late:
        words = f"{words} <b>+{span(row, pen)}</b>"
    ends = [place for place in (said, to) if place]
    color = theme.WARM if late or state == "gone" else theme.SOFT if state in ("concept", "undecided", "open", "sooner") else theme.INK
    if not ends:
        pen.note(drawing, words, first, y, color=color, over="middle", xshift=3, bgcolor=theme.PAPER)
        return
    right = max(ends) <= 2020
    pen.note(drawing, words, max(ends) if right else min(ends), y, color=color, anchor="left" if right else "right", over="middle", bgcolor=theme.PAPER, borderpad=0, xshift=10 if right else -10)


def _dot(drawing, row, pen, x, y, kind, *, silent=False):
    drawing.add_scatter(
        x=[x], y=[y], mode="markers", marker=_marker(kind), cliponaxis=False, customdata=[[pen.of(row["model"]), pen.of(row["outcome"])]],
        hovertemplate=None if silent else "%{customdata[0]}<br>%{customdata[1]}<extra></extra>", hoverinfo="skip" if silent else None,
    )


def _marker(kind):
    symbol, color, size, line = {
        "said": ("line-ns", theme.CONTEXT_DEEP, 14, 3), "shown": ("circle", theme.ACCENT, 12, 0), "due": ("circle", theme.ACCENT_SOFT, 12, 0), "none": ("circle", theme.WARM, 10, 2),
    }[kind]
    return {"symbol": symbol, "size": size, "color": theme.PAPER if kind == "none" else color, "line": {"width": line, "color": color}, "opacity": 1}


def _key(drawing, pen, edge, a_year):
    """What the signs mean, in one line above the years."""
    x = edge + 6 / a_year
    for kind in ("said", "shown", "due", "none"):
        text = pen.text(f"key_{kind}")
        drawing.add_scatter(x=[x], y=[pen.size * 0.8], mode="markers", marker=_marker(kind), hoverinfo="skip", cliponaxis=False)
        pen.note(drawing, text, x, pen.size * 0.8, over="middle", xshift=9)
        x += (len(text) * pen.size * 0.47 + (27 if pen.narrow else 38)) / a_year
