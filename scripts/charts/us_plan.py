"""The American plan from 2021 to 2026: what was promised on one side of the axis, what happened on the other."""

from __future__ import annotations

import math
import textwrap
from statistics import fmean

from scripts.charts._time import title, years
from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Announced in 2023, put on hold in 2025, no news found since March 2026",
        "question": "What became of the plan to sell Alpines in the United States?",
        "takeaway": "Renault named AutoNation on {talks} and said on {hold} that it had stopped its US studies. On {halt} its chief executive was quoted as stopping expansion abroad, while Krief named Canada for 2029. By {now} we had found nothing later on the US plan.",
        "alt": "Timeline of {count} decisive moments of Alpine’s US plan: talks on {talks}, on hold on {hold}, expansion stopped on {halt}, and no evidence found since.",
        "unit": "Decisive moments of the US plan, 2021 to 2026",
        "columns": {"date": "Date", "event": "Event", "side": "Promised or happened"},
        "said": "said or promised",
        "happened": "happened",
        "stopped": "put on hold or stopped",
        "since": "Nothing newer found",
        "gap": "We found no evidence on the US plan since March 2026",
        "card_talks": "AutoNation<br>talks",
        "card_hold": "US launch<br>on hold",
        "card_halt": "Expansion<br>stopped",
        "card_since": "no evidence<br>found since",
    },
    "fr": {
        "title": "Annoncé en 2023, en pause en 2025, rien trouvé depuis mars 2026",
        "question": "Qu’est devenu le projet de vendre des Alpine aux États-Unis\u202f?",
        "takeaway": "Renault a cité AutoNation le {talks}, puis indiqué le {hold} avoir arrêté ses études américaines. Le {halt}, son directeur général disait, selon la presse, arrêter l’expansion internationale, tandis que Philippe Krief visait le Canada en 2029. Au {now}, nous n’avions rien trouvé de plus récent.",
        "alt": "Frise de {count} moments clés du plan américain d’Alpine\u202f: discussions le {talks}, pause le {hold}, expansion arrêtée le {halt}, puis aucune information trouvée.",
        "unit": "Les moments clés du plan américain, de 2021 à 2026",
        "columns": {"date": "Date", "event": "Événement", "side": "Dit ou fait"},
        "said": "dit ou promis",
        "happened": "fait",
        "stopped": "mis en pause ou stoppé",
        "since": "Rien de plus récent trouvé",
        "gap": "Nous n’avons rien trouvé sur le plan américain depuis mars 2026",
        "card_talks": "Piste<br>AutoNation",
        "card_hold": "Pause<br>américaine",
        "card_halt": "Expansion<br>stoppée",
        "card_since": "rien trouvé<br>depuis",
    },
}
COLUMNS = (Column("date", "date"), Column("event"), Column("side"))
NAMED_BY = ("event", "date")
HEIGHT = {"wide": 800, "narrow": 1010, "poster": 640}
TOPICS = ("strategy", "partnership", "market")
PAGES = ("timeline", "strategy")
FIRST, LAST = 2021, 2027
TALKS, HOLD, HALT = "ev-2023-02-16-luca-de-meo-says", "ev-2025-04-24-us-launch-put-on", "ev-2026-03-10-provost-halts-alpine-s"
SAID = (
    "ev-2021-10-rossi-europe-first-america", "ev-2022-11-08-two-larger-cars-announced", "ev-2023-01-18-rossi-the-us-is", TALKS,
    "ev-2023-06-26-alpine-plan-seven-electric", "ev-2024-05-krief-the-us-in", "ev-2025-06-12-krief-north-america-would", "ev-2026-03-10-krief-aims-at-canada",
)
HAPPENED = (
    "ev-2021-01-14-renaulution-alpine-becomes-an", "ev-2023-05-02-autonation-sponsors-the-alpine", "ev-2023-07-20-philippe-krief-replaces-laurent",
    "ev-2025-04-03-us-adds-25-on", HOLD, "ev-2025-07-31-francois-provost-takes-over", HALT,
)
# Not in the picture for e-mail, which has to stay light.
SMALLER = {
    "ev-2022-11-08-two-larger-cars-announced", "ev-2021-10-rossi-europe-first-america", "ev-2023-07-20-philippe-krief-replaces-laurent", "ev-2023-01-18-rossi-the-us-is",
    "ev-2025-06-12-krief-north-america-would", "ev-2025-07-31-francois-provost-takes-over",
}


def rows(facts):
    def said(name):
        return {language: TEXT[language][name] for language in TEXT}

    events = sorted(facts.select("events", key=SAID + HAPPENED), key=lambda event: event.date)
    found = [
        Row.of(event, key=event.key, date=event.date, event=title(event), kind=kind, side=said(kind))
        for event in events
        for kind in ["said" if event.key in SAID else "stopped" if event.status == "delayed" else "happened"]
    ]
    checked = facts.select("status", key="us-launch")[0]
    return [*found, Row.of(checked, key="now", date=checked.last_checked, event=said("gap"), kind="since", side=None)]


def values(rows, say):
    day = {row["key"]: say.date(row["date"]) for row in rows}
    return {"talks": day[TALKS], "hold": day[HOLD], "halt": day[HALT], "now": day["now"], "count": str(len(rows) - 1)}


def figure(rows, pen):
    drawing = pen.canvas(left=0, right=0, top=0, bottom=0)
    width = pen.width - (40 if pen.shape.framed else 0)
    drawing.update_xaxes(range=[0, width], showticklabels=False)
    drawing.update_yaxes(range=[pen.height, 0], showticklabels=False)
    if pen.shape.framed:
        rows = [row for row in rows if row["key"] not in SMALLER]
    (_card if pen.shape.name == "card" else _list)(drawing, rows, pen, width)
    return drawing


def _list(drawing, rows, pen, width):
    """Time runs down an axis; words stand beside it, level with their date or as near as the others leave room."""
    line, head = pen.size * 1.3, pen.size * (4.6 if pen.narrow else 2.4)
    place = lambda row: head + (years(row["date"]) - FIRST) / (LAST - FIRST) * (pen.height - head - 4)  # noqa: E731
    year_of = lambda year: head + (year - FIRST) / (LAST - FIRST) * (pen.height - head - 4)  # noqa: E731
    axis = pen.size * 3.4 if pen.narrow else pen.size * 2 + width / 2 - 14
    reach = pen.size * (2.6 if pen.narrow else 2.4)
    aside = 6  # so that two things said and done on one day both show
    for year in range(FIRST, LAST):
        for start, end in ((0, pen.size * 2.4), (axis - 4, axis + 4)):
            drawing.add_shape(type="line", x0=start, x1=end, y0=year_of(year), y1=year_of(year), line={"color": theme.AXIS, "width": 1}, layer="below")
        pen.note(drawing, str(year), 0, year_of(year) + 2, over="top")
    *told, now = rows
    drawing.add_shape(type="line", x0=axis, x1=axis, y0=head, y1=place(told[-1]), line={"color": theme.AXIS, "width": 2}, layer="below")
    drawing.add_shape(type="line", x0=axis, x1=axis, y0=place(told[-1]), y1=place(now), line={"color": theme.WARM, "width": 2, "dash": "dot"}, layer="below")
    left = [] if pen.narrow else [row for row in told if row["kind"] == "said"]
    right = [row for row in rows if row not in left]
    for side, mine in [(-1, left)] * bool(left) + [(1, right)]:
        room = (axis - reach - pen.size * 3.2 if side < 0 else width - axis - reach) / (pen.size * 0.47)
        words = [_words(row, pen, int(room)) for row in mine]
        for row, text, y in zip(mine, words, _spread([place(row) for row in mine], [(text.count("<br>") + 1) * line for text in words], head, pen.height - 4, pen.size * 0.45), strict=True):
            anchor = "right" if side < 0 else "left"
            drawing.add_shape(type="path", path=f"M {axis + (-1 if row['kind'] == 'said' else 1) * aside + side * 5} {place(row)} L {axis + side * (aside + 9)} {place(row)} L {axis + side * reach * 0.85} {y + line / 2}", line={"color": theme.AXIS, "width": 1}, layer="below")
            pen.note(drawing, text, axis + side * reach, y, color=theme.WARM if row["kind"] in ("stopped", "since") else theme.INK, anchor=anchor, over="top", yshift=3)
    _dots(drawing, rows, pen, [axis + {"said": -aside, "since": 0}.get(row["kind"], aside) for row in rows], [place(row) for row in rows])
    for number, kind in enumerate(("said", "happened", "stopped")):
        x, y = (axis, pen.size * (0.8 + number * 1.35)) if pen.narrow else (axis + (-22, 22, 56 + len(pen.text("happened")) * pen.size * 0.5)[number], pen.size)
        drawing.add_scatter(x=[x], y=[y], mode="markers", marker=_marker(kind), hoverinfo="skip", cliponaxis=False)
        pen.note(drawing, pen.text(kind), x + (-9 if kind == "said" and not pen.narrow else 9), y, anchor="right" if kind == "said" and not pen.narrow else "left", over="middle")


def _card(drawing, rows, pen, width):
    """Time runs across; only the turning points have words."""
    middle = pen.height * 0.5
    place = lambda row: 10 + (years(row["date"]) - FIRST) / (LAST - FIRST) * (width - 20)  # noqa: E731
    *told, now = rows
    drawing.add_shape(type="line", x0=10, x1=place(told[-1]), y0=middle, y1=middle, line={"color": theme.AXIS, "width": 2}, layer="below")
    drawing.add_shape(type="line", x0=place(told[-1]), x1=place(now), y0=middle, y1=middle, line={"color": theme.WARM, "width": 2, "dash": "dot"}, layer="below")
    for year in range(FIRST, LAST):
        pen.note(drawing, str(year), 10 + (year + 0.5 - FIRST) / (LAST - FIRST) * (width - 20), pen.height, anchor="center")
    for key, name, up in ((TALKS, "talks", True), (HOLD, "hold", True), (HALT, "halt", False), ("now", "since", True)):
        row = next(row for row in rows if row["key"] == key)
        anchor = "right" if name in ("halt", "since") else "center"
        pen.note(drawing, pen.text(f"card_{name}"), place(row), middle + (-14 if up else 14), color=theme.INK if name == "talks" else theme.WARM, anchor=anchor, over="bottom" if up else "top")
    _dots(drawing, rows, pen, [place(row) for row in rows], [middle + {"said": -5, "since": 0}.get(row["kind"], 5) for row in rows])


def _words(row, pen, room):
    day = f"<b>{pen.date(row['date'], short=pen.shape.framed)}</b>{pen.mark(row.confidence)}"
    text = pen.text("since") if row["kind"] == "since" else pen.of(row["event"])
    lines = math.ceil(len(text) / room)
    return "<br>".join([day, *textwrap.wrap(text, max(math.ceil(len(text) / lines) + 5, 18) if lines > 1 else room, break_on_hyphens=False)])


def _spread(wanted, heights, top, bottom, gap):
    """Tops of blocks between `top` and `bottom`, none over another, as near to the wanted places as can be."""
    above = [sum(heights[:number]) + gap * number for number in range(len(heights))]
    pools = []
    for want, before in zip(wanted, above, strict=True):
        pools.append([want - 12 - before])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    most = bottom - above[-1] - heights[-1]
    shifts = [min(max(fmean(pool), top), most) for pool in pools for _ in pool]
    return [shift + before for shift, before in zip(shifts, above, strict=True)]


def _marker(kind):
    symbol, color = {"said": ("circle-open", theme.ACCENT), "happened": ("circle", theme.ACCENT), "stopped": ("x", theme.WARM), "since": ("line-ew", theme.WARM)}[kind]
    return {"symbol": symbol, "size": {"said": 9, "since": 14}.get(kind, 10), "color": color, "line": {"width": {"said": 2, "since": 2}.get(kind, 0), "color": color}, "opacity": 1}


def _dots(drawing, rows, pen, across, down):
    for kind in ("said", "happened", "stopped", "since"):
        mine = [number for number, row in enumerate(rows) if row["kind"] == kind]
        drawing.add_scatter(
            x=[across[n] for n in mine], y=[down[n] for n in mine], mode="markers", marker=_marker(kind), cliponaxis=False,
            customdata=[[pen.date(rows[n]["date"]), pen.of(rows[n]["event"])] for n in mine], hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
