"""All events of the timeline on one axis: a dot an event, stacked by year, so that the silence and the rush both show."""

from __future__ import annotations

from collections import defaultdict

from scripts.charts._time import title
from scripts.drawing import theme
from scripts.drawing.chart import Column, Row

TEXT = {
    "en": {
        "title": "Seventy years of Alpine: a long silence, then six crowded years",
        "question": "When did things happen, from the first Alpine to the plans for Canada?",
        "takeaway": "Of the {total} events that we list, {gap} falls between the last Alpine of 1995 and the revival announced in 2012, and {rush} fall in 2021 to 2026.",
        "alt": "Timeline of {total} events from 1955 to 2029, one dot each, stacked by year: few before 1995, {gap} until 2012, {peak} in 2023 alone.",
        "unit": "One dot for each event in our list, by year",
        "columns": {"date": "Date", "event": "Event", "topic": "Topic", "state": "State"},
        "none": "none",
        "silence": "the name<br>sleeps",
        "key_done": "happened",
        "key_open": "announced or unconfirmed",
        "key_stop": "put off or cancelled",
        "key_low": "faded: low confidence",
        "founded": "Alpine<br>founded",
        "renault": "Renault<br>takes over",
        "gta": "GTA for<br>the US<br>stopped",
        "last": "last Alpine made",
        "revival": "revival announced",
        "a110": "new A110",
        "talks": "AutoNation talks",
        "hold": "US launch on hold",
        "halt": "expansion halted",
        "canada": "Canada planned",
    },
    "fr": {
        "title": "Soixante-dix ans d’Alpine\u202f: un long silence, puis six années denses",
        "question": "Que s’est-il passé, et quand, de la première Alpine au projet canadien\u202f?",
        "takeaway": "Des {total} événements de notre liste, {gap} ne tombe entre la dernière Alpine de 1995 et la renaissance annoncée en 2012\u202f; {rush} datent de 2021 à 2026.",
        "alt": "Frise de {total} événements de 1955 à 2029, un point pour chacun, empilés par année\u202f: peu avant 1995, {gap} jusqu’en 2012, {peak} pour la seule année 2023.",
        "unit": "Un point par événement de notre liste, selon l’année",
        "columns": {"date": "Date", "event": "Événement", "topic": "Thème", "state": "État"},
        "none": "aucun",
        "silence": "le nom est<br>en sommeil",
        "key_done": "fait",
        "key_open": "annoncé ou non confirmé",
        "key_stop": "repoussé ou abandonné",
        "key_low": "atténué\u202f: fiabilité faible",
        "founded": "Alpine<br>est créée",
        "renault": "Renault prend<br>le contrôle",
        "gta": "GTA<br>américaine<br>stoppée",
        "last": "production arrêtée",
        "revival": "retour annoncé",
        "a110": "nouvelle A110",
        "talks": "piste AutoNation",
        "hold": "pause américaine",
        "halt": "expansion stoppée",
        "canada": "Canada prévu",
    },
}
COLUMNS = (Column("date", "date"), Column("event"), Column("topic", "word"), Column("state", "word"))
NAMED_BY = ("event", "date")
HEIGHT = {"wide": 330, "narrow": 990, "poster": 275}
TOPICS = ("strategy", "market")
PAGES = ("timeline",)
KEY = 5
"""Lines that the key takes above the narrow drawing, with room below it."""
SILENCE = (1995, 2012)
CROWDED = 2021
"""From here on the words of the narrow drawing begin in one line, since years follow each other."""
TOO_NEAR = {1980}
"""Years whose numbers would lie over their neighbours' in the narrow drawing."""
LANDMARKS = {
    "ev-1955-06-22-alpine-is-founded": "founded",
    "ev-1973-renault-takes-over-alpine": "renault",
    "ev-1987-alpine-gta-usa-stopped": "gta",
    "ev-1995-the-last-alpine-leaves": "last",
    "ev-2012-11-05-revival-announced-with-caterham": "revival",
    "ev-2017-03-07-new-a110-presented-in": "a110",
    "ev-2023-02-16-luca-de-meo-says": "talks",
    "ev-2025-04-24-us-launch-put-on": "hold",
    "ev-2026-03-10-provost-halts-alpine-s": "halt",
    "ev-2029-planned-launch-in-canada": "canada",
}
# Where a landmark's words stand in the wide drawing: level of their foot, lines of text above that, and which side is at the dot.
HEIGHTS = {
    "founded": (2, 0, "left"), "renault": (2, 0, "center"), "gta": (2, 0, "center"), "last": (2.5, 3, "right"), "revival": (6.4, 0, "right"), "a110": (6.4, 1.2, "right"),
    "talks": (18.2, 0, "right"), "hold": (18.2, 1.2, "right"), "halt": (18.2, 2.4, "right"), "canada": (18.2, 3.6, "right"),
}
ON_CARD = ("founded", "last", "talks")
SIGNS = {"done": ("circle", theme.ACCENT), "open": ("circle-open", theme.ACCENT), "stop": ("x", theme.WARM)}


def rows(facts):
    events = sorted(facts.table("events"), key=lambda event: event.date)
    return [
        Row.of(event, key=event.key, date=event.date, event=title(event), topic=f"topic.{event.topic}", state=f"event.{event.status}")
        for event in events
    ]


def values(rows, say):
    count = lambda first, last: sum(first <= row["date"].first_day.year <= last for row in rows)  # noqa: E731
    silent = count(SILENCE[0] + 1, SILENCE[1] - 1)
    return {"total": str(len(rows)), "gap": str(silent) if silent else say.text("none"), "rush": str(count(2021, 2026)), "peak": str(count(2023, 2023))}


def sign(row):
    return {"event.done": "done", "event.delayed": "stop", "event.cancelled": "stop"}.get(row["state"], "open")


def stacked(rows):
    """Each row with its year and its place in the stack of that year; a landmark lies on top."""
    stacks = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["key"] in LANDMARKS, row["date"])):
        stacks[row["date"].first_day.year].append(row)
    return [(row, year, level) for year, stack in stacks.items() for level, row in enumerate(stack)]


def figure(rows, pen):
    card, down = pen.shape.name == "card", pen.narrow
    drawing = pen.canvas(left=0, right=0, top=0, bottom=0)
    across = pen.width - (40 if pen.shape.framed else 0)
    foot = 0 if down else pen.size + 12
    head = KEY * (pen.size + 6) if down else 0
    rise = (pen.height - head - 8) / 76 if down else across / 80  # of a year down the axis: room for its number
    pitch = 10.2 if down else rise
    start = 38 / pitch if down else -foot / pitch  # where the stacks begin, in pitches
    if down:
        drawing.update_xaxes(range=[-start, across / pitch - start], showticklabels=False)
        drawing.update_yaxes(range=[2030, 2030 - pen.height / rise], showticklabels=False)  # the key stands above 1955
    else:
        drawing.update_xaxes(range=[1952, 2032], showticklabels=False)
        drawing.update_yaxes(range=[start, start + pen.height / pitch], showticklabels=False)

    line = pen.size * 1.3 / pitch

    def at(year, level):
        return {"x": level, "y": year} if down else {"x": year, "y": level}

    low, high = SILENCE[0] + 0.6, SILENCE[1] - 0.6
    band = {"x0": -0.4, "x1": across / pitch - start, "y0": low, "y1": high} if down else {"x0": low, "x1": high, "y0": -0.4, "y1": 6}
    drawing.add_shape(type="rect", **band, fillcolor=theme.LINE, opacity=0.5, line={"width": 0}, layer="below")
    drawing.add_annotation(**at(sum(SILENCE) / 2, (across / pitch - start) / 2 if down else 2.5), text=pen.text("silence"), showarrow=False, font={"color": theme.SOFT})
    points = stacked(rows)
    for year in sorted({year for _, year, _ in points} - TOO_NEAR) if down else (1955, 1973, 1987, 1995, 2012, 2023, 2029):
        drawing.add_annotation(**at(year, -0.9), text=str(year), showarrow=False, xanchor="right" if down else "center", yanchor="middle" if down else "top", font={"color": theme.SOFT})
    for name, (symbol, color) in SIGNS.items():
        mine = [point for point in points if sign(point[0]) == name]
        pale = {theme.ACCENT: theme.ACCENT_SOFT, theme.WARM: theme.WARM_SOFT}
        places = [at(year, level) for _, year, level in mine]
        drawing.add_scatter(
            x=[place["x"] for place in places], y=[place["y"] for place in places], mode="markers", cliponaxis=False,
            marker={"symbol": symbol, "size": pitch * (0.8 if name == "done" else 0.72), "color": [pale[color] if row.confidence == "low" else color for row, _, _ in mine], "line": {"width": 0 if name == "stop" else 1.4 if name == "open" else 0}},
            customdata=[[pen.date(row["date"]), pen.of(row["event"]), pen.word(row["state"])] for row, _, _ in mine],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
        )
    tops = {LANDMARKS[row["key"]]: (year, level) for row, year, level in points if row["key"] in LANDMARKS}
    longest = max(level for _, level in tops.values())  # words of the crowded years begin in one line
    for name, (year, level) in tops.items():
        if card and name not in ON_CARD:
            continue
        if down:
            beside = longest if CROWDED <= year < 2027 else level
            drawing.add_annotation(**at(year, beside + 0.9), text=pen.text(name).replace("<br>", " "), showarrow=False, xanchor="left")
            continue
        level_of_foot, lines, side = HEIGHTS[name]
        height = level_of_foot + lines * line
        if card:
            height = {"last": 7, "talks": 15.5}.get(name, 2)
        if name != "talks" or not card:
            drawing.add_shape(type="line", x0=year, x1=year, y0=level + 0.6, y1=height + (1 if side == "right" else 0), line={"color": theme.AXIS, "width": 1}, layer="below")
        nudge = {"left": -3, "right": -5, "center": 0}[side] - (pitch * 0.6 if card and name == "talks" else 0)
        words = f"{year} {pen.text(name)}" if (side == "right" and level_of_foot > 7) or name == "a110" else pen.text(name)
        drawing.add_annotation(x=year, y=height, text=words, showarrow=False, xanchor=side, yanchor="bottom", align=side, xshift=nudge, font={"color": theme.WARM if name in ("hold", "halt") else theme.INK})
    if not card:
        _key(drawing, pen, at, pitch, rise)
    return drawing


def _key(drawing, pen, at, pitch, rise):
    """What the signs mean, in the empty part of the drawing."""
    line = (pen.size + 6) / pitch
    for place, name in enumerate((*SIGNS, "low")):
        symbol, color = SIGNS.get(name, ("circle", theme.ACCENT_SOFT))
        spot = at(2030 - pen.height / rise + (place + 0.6) * (pen.size + 6) / rise, 0) if pen.narrow else at(1955, 18.4 + 3.6 * line - place * line)
        drawing.add_scatter(x=[spot["x"]], y=[spot["y"]], mode="markers", hoverinfo="skip", cliponaxis=False, marker={"symbol": symbol, "size": 9, "color": color, "line": {"width": 1.4 if name == "open" else 0}})
        drawing.add_annotation(x=spot["x"], y=spot["y"], text=pen.text(f"key_{name}"), showarrow=False, xanchor="left", xshift=8, font={"color": theme.SOFT})
