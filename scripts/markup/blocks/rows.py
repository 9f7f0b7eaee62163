"""`/// rows | table`: the rows of a table of figures in words, each with an anchor, its confidence and its sources."""

from __future__ import annotations

from scripts import templates
from scripts.facts.figures import Figure
from scripts.facts.records import ComputedRow, MeasureRow
from scripts.index import addresses
from scripts.language.describe_row import describe_row
from scripts.language.formatter import Formatter
from scripts.markup.page import Page


def render(page: Page, table: str) -> str:
    facts, fmt = page.edition.facts, page.edition.fmt
    allowed = [name for name, rows in facts.tables.items() if rows and addresses.has_page(type(rows[0]))]
    if table not in allowed:
        raise KeyError(f"{table!r} has no page of rows; expected: {', '.join(allowed)}")
    measures: dict[str, MeasureRow] = {row.measure: row for row in facts.of_kind("measures") if row.table == table}
    shown = []
    for row in facts.table(table):
        if isinstance(row, ComputedRow):
            figure = facts.figure(row.key)
            operands = [facts.figures[key] for key in row.operands if key in facts.figures]
            shown.append((row, _alone(figure, row, fmt), row.word("label", fmt.language), [], figure.confidence, operands))
        else:
            measure = measures[row.measured]
            value = fmt.word("rows.unstated") if row.number is None else fmt.amount(row.number, measure.unit)
            shown.append((row, value, measure.word("label", fmt.language), describe_row(row, fmt), row.confidence, []))
    return templates.render(
        "rows", table=table, rows=shown, anchor=addresses.anchor, row_page=addresses.figure_address, source_page=addresses.source_address, facts=facts, fmt=fmt,
        counted=counted,
    )


def _alone(figure: Figure, row: ComputedRow, fmt: Formatter) -> str:
    """A computed figure as it stands without a sentence around it: with its unit, and a sign where it is a change."""
    number = fmt.figure(figure)
    if row.function == "change" and figure.number > 0:
        return f"+{number}"
    return {"times": fmt.word("rows.times", n=number), "days": fmt.word("rows.days", n=number)}.get(figure.unit, number)


def counted(row: ComputedRow) -> str | None:
    """The table whose rows a figure counts, or None."""
    return row.operands[0].partition(":")[0] if row.function == "count_rows" else None
