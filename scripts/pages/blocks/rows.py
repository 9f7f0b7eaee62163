"""`/// rows | table`: the rows of a table of figures in words, each with an anchor, its confidence and its sources."""

from __future__ import annotations

from scripts.facts.records import ComputedRow, MeasureRow, Record
from scripts.language import forms
from scripts.language.say import Say
from scripts.pages import addresses, html
from scripts.pages.edition import Page


def render(page: Page, table: str) -> str:
    facts, say = page.edition.facts, page.edition.say
    allowed = [name for name, rows in facts.tables.items() if rows and addresses.has_page(type(rows[0]))]
    if table not in allowed:
        raise KeyError(f"{table!r} has no page of rows; allowed: {', '.join(allowed)}")
    measures: dict[str, MeasureRow] = {row.measure: row for row in facts.of_kind("measures") if row.table == table}
    shown = []
    for row in facts.table(table):
        if isinstance(row, ComputedRow):
            figure = facts.figure(row.key)
            operands = [(key, facts.figures.get(key)) for key in row.operands]
            shown.append((row, say.figure(figure), row.word("label", say.language), [], figure.confidence, operands))
        else:
            measure = measures[row.measured]
            value = say.word("rows.unstated") if row.number is None else forms.figure(row.number, measure.unit, say.language)
            shown.append((row, value, measure.word("label", say.language), where(row, say), row.confidence, []))
    return html.render(
        "rows", table=table, rows=shown, anchor=addresses.anchor, row_page=addresses.of_figure, source_page=addresses.of_source, facts=facts, say=say,
    )


def where(row: Record, say: Say) -> list[str]:
    """What, where and when a row counts, in words: `Wheelhouse`, `worldwide`, `first half of 2025`."""
    words = [row.word(column, say.language) for column in ("group", "model", "scope") if getattr(row, column, "all") != "all"]
    words.append(say.period(row.period, row.year) if hasattr(row, "period") else str(row.year))
    if getattr(row, "rank", None):
        words.append(say.word("rows.rank", rank=str(row.rank)))
    if getattr(row, "valid_from", None):
        words.append(say.word("rows.from", date=say.date(row.valid_from)))
    return words
