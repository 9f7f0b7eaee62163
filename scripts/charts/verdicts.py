"""The scorecard at a glance: one square for each statement or promise, by verdict and by subject."""

from __future__ import annotations

from itertools import pairwise

from scripts.drawing import theme
from scripts.drawing.chart import Column, Row
from scripts.facts.records import VERDICTS

TEXT = {
    "en": {
        "title": "{stood} of {total} statements held or were right when made; {moved} went another way",
        "question": "How many of the statements and promises proved right?",
        "takeaway": "Of {total}, {held} held and {then} were correct when made; {changed} were changed, {superseded} superseded and {missed} missed; {imprecise} were imprecise and {pending} are pending. A count is not a grade: small facts weigh as much as big plans.",
        "alt": "Unit chart of {total} statements and promises: {held} held, {then} correct then, {imprecise} imprecise, {pending} pending, {changed} changed, {superseded} superseded, {missed} missed.",
        "unit": "One square for each statement or promise, by subject",
        "columns": {"claim": "No.", "said": "Statement or promise", "topic": "Subject", "verdict": "Verdict"},
        "good": "right when made",
        "open": "in between",
        "moved": "went another way",
    },
    "fr": {
        "title": "{stood} affirmations sur {total} confirmées ou exactes\u202f; {moved} ont tourné autrement",
        "question": "Combien d’affirmations et de promesses se sont vérifiées\u202f?",
        "takeaway": "Sur {total}, {held} sont confirmées et {then} étaient exactes à l’époque\u202f; {changed} ont été modifiées, {superseded} remplacées et {missed} manquée\u202f; {imprecise} étaient imprécises et {pending} restent en attente. Compter n’est pas noter\u202f: un détail pèse ici autant qu’un grand projet.",
        "alt": "Un carré pour chacune des {total} affirmations\u202f: {held} confirmées, {then} exactes à l’époque, {imprecise} imprécises, {pending} en attente, {changed} modifiées, {superseded} remplacées, {missed} manquée.",
        "unit": "Un carré par affirmation ou promesse, selon le sujet",
        "columns": {"claim": "Nº", "said": "Affirmation ou promesse", "topic": "Sujet", "verdict": "Verdict"},
        "good": "confirmé ou exact alors",
        "open": "entre les deux",
        "moved": "a tourné autrement",
    },
}
COLUMNS = (Column("said"), Column("topic", "word"), Column("verdict", "word"), Column("claim"))
HEIGHT = {"wide": 330, "narrow": 365, "poster": 290}
TOPICS = ("strategy", "partnership", "product", "market")
PAGES = ("scorecard",)
ACROSS = 3
SUBJECTS = ("partnership", "product", "strategy", "market")
FAMILIES = {"good": ("held", "correct_then"), "open": ("imprecise", "pending"), "moved": ("changed", "superseded", "missed")}
# Fill and edge; verdicts of one family differ by the depth of their colour, and each has its own place and heading.
LOOKS = {
    "held": (theme.ACCENT, theme.ACCENT), "correct_then": (theme.ACCENT_SOFT, theme.ACCENT_SOFT), "imprecise": (theme.CONTEXT, theme.CONTEXT),
    "pending": (theme.PAPER, theme.CONTEXT_DEEP), "changed": (theme.WARM_SOFT, theme.WARM_SOFT), "superseded": (theme.WARM, theme.WARM), "missed": (theme.PAPER, theme.WARM),
}


def rows(facts):
    claims = sorted(facts.table("claims"), key=lambda claim: (VERDICTS.index(claim.verdict), SUBJECTS.index(claim.about), claim.claim_id))
    return [
        Row.of(
            claim, claim=claim.claim_id, said={"en": claim.said_in_en, "fr": claim.said_in_fr.replace("'", "’")}, topic=f"topic.{claim.about}", verdict=f"verdict.{claim.verdict}"
        )
        for claim in claims
    ]


def values(rows, say):
    count = {verdict: sum(row["verdict"] == f"verdict.{verdict}" for row in rows) for verdict in VERDICTS}
    family = {name: sum(count[verdict] for verdict in verdicts) for name, verdicts in FAMILIES.items()}
    return {"total": str(len(rows)), "stood": str(family["good"]), "moved": str(family["moved"]), "then": str(count["correct_then"])} | {
        verdict: str(number) for verdict, number in count.items()
    }


def figure(rows, pen):
    drawing = pen.canvas(left=0, right=0, top=0, bottom=0)
    width = pen.width - (40 if pen.shape.framed else 0)
    drawing.update_xaxes(range=[0, width], showticklabels=False)
    drawing.update_yaxes(range=[pen.height, 0], showticklabels=False)
    (_down if pen.narrow else _across)(drawing, rows, pen, width, pen.shape.name == "card")
    return drawing


def _of(rows, verdict, subject=None):
    return [row for row in rows if row["verdict"] == f"verdict.{verdict}" and subject in (None, row["topic"].removeprefix("topic."))]


def _across(drawing, rows, pen, width, card):
    """A column a verdict, a row a subject (on a card: all subjects together)."""
    left = 0 if card else pen.size * 5.7
    room = [max(len(pen.word(f"verdict.{verdict}")), 8) + 2 for verdict in VERDICTS]
    starts = [left + sum(room[:number]) / sum(room) * (width - left) for number in range(len(room) + 1)]
    head = pen.size * (3.4 if card else 5.2)
    pitch = min(28, (pen.height - head - 8) / 5 if card else 99, min(end - start for start, end in pairwise(starts)) / 3.4)
    rule = 0 if card else pen.size * 1.6
    for name, verdicts in FAMILIES.items():
        start, end = starts[VERDICTS.index(verdicts[0])], starts[VERDICTS.index(verdicts[-1]) + 1]
        if not card:
            pen.note(drawing, pen.text(name), start, 0, over="top", xshift=-3)
        drawing.add_shape(type="line", x0=start, x1=end - 12, y0=rule, y1=rule, line={"color": theme.AXIS, "width": 1})
    for x, verdict in zip(starts, VERDICTS, strict=False):
        pen.note(drawing, f"<b>{len(_of(rows, verdict))}</b><br>{pen.word(f'verdict.{verdict}')}", x, rule + 3, color=theme.INK, over="top", xshift=-3)
        if card:
            _squares(drawing, _of(rows, verdict), pen, x, head + 4, pitch)
    y = head
    for subject in () if card else SUBJECTS:
        drawing.add_shape(type="line", x0=0, x1=width, y0=y, y1=y, line={"color": theme.LINE, "width": 1})
        pen.note(drawing, pen.word(f"topic.{subject}"), 0, y + 8 + pitch * 0.4, over="middle", color=theme.INK, xshift=-3)
        for x, verdict in zip(starts, VERDICTS, strict=False):
            _squares(drawing, _of(rows, verdict, subject), pen, x, y + 9, pitch)
        y += 18 + pitch * max(-(-len(_of(rows, verdict, subject)) // ACROSS) for verdict in VERDICTS)
    if not card:
        _low(drawing, rows, pen, width)


def _down(drawing, rows, pen, width, _card):
    """A row a verdict, a column a subject: for a phone."""
    columns, pitch = (98, 172, 231, 291), 17
    for x, subject in zip(columns, SUBJECTS, strict=True):
        pen.note(drawing, pen.word(f"topic.{subject}"), x, 0, over="top", xshift=-3)
    y = pen.size * 1.9
    for name, verdicts in FAMILIES.items():
        drawing.add_shape(type="line", x0=0, x1=width, y0=y, y1=y, line={"color": theme.AXIS, "width": 1})
        pen.note(drawing, pen.text(name), 0, y + 2, over="top", xshift=-3)
        y += pen.size * 1.9
        for verdict in verdicts:
            pen.note(drawing, f"<b>{len(_of(rows, verdict))}</b> {pen.word(f'verdict.{verdict}')}", 0, y + pitch * 0.4, color=theme.INK, over="middle", xshift=-3)
            for x, subject in zip(columns, SUBJECTS, strict=True):
                _squares(drawing, _of(rows, verdict, subject), pen, x, y, pitch)
            y += 12 + pitch * max(-(-len(_of(rows, verdict, subject)) // ACROSS) for subject in SUBJECTS)
    _low(drawing, rows, pen, width)


def _low(drawing, rows, pen, width):
    if any(row.confidence == "low" for row in rows):
        pen.note(drawing, f"{pen.word('mark.low')} {pen.word('confidence.low')}", width, pen.height, anchor="right")


def _squares(drawing, found, pen, x, y, pitch):
    """Squares from left to right, a few in a line; a claim of low confidence carries its sign."""
    if not found:
        return
    fill, edge = LOOKS[found[0]["verdict"].removeprefix("verdict.")]
    side = pitch * 0.8
    places = [(x + number % ACROSS * pitch + side / 2, y + number // ACROSS * pitch + side / 2) for number in range(len(found))]
    drawing.add_scatter(
        x=[place[0] for place in places], y=[place[1] for place in places], mode="markers+text", cliponaxis=False,
        marker={"symbol": "square", "size": side - 2, "color": fill, "opacity": 1, "line": {"color": edge, "width": 2}},
        text=[pen.word("mark.low") if row.confidence == "low" else "" for row in found], textposition="middle center", textfont={"color": theme.INK, "size": pen.size},
        customdata=[[pen.of(row["said"]), pen.word(row["verdict"])] for row in found], hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )
