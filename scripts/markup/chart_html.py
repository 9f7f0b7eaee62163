"""A chart as part of a page: caption, inline drawings, takeaway, source line, table of its rows."""

from __future__ import annotations

from decimal import Decimal

from scripts.drawing import theme
from scripts.drawing.contract import Column, Row, named_by
from scripts.drawing.draw import Drawn
from scripts.edition import Edition, Page
from scripts.index import addresses, page_references
from scripts.language.formatter import Say
from scripts.markup import element_tree


def figure_html(page: Page, slug: str, *, alone: bool = False) -> str:
    """The chart's figure element. `alone`: on its own page, where the table is open and the kit stands beside it."""
    drawn = page.edition.chart(slug)
    files = {shape: drawn.folder / f"{shape}.svg" for shape in ("wide", "narrow")}
    return element_tree.render(
        "chart", drawn=drawn, say=page.edition.say, files=files, drawn_all=all(file.exists() for file in files.values()),
        source_line=drawn.source_line(page.edition.facts), header=headers(drawn), rows=table(drawn, page.edition.say), alone=alone,
        ways=ways(drawn, page.edition) if alone else {}, tall=drawn.chart.module.HEIGHT["wide"] > theme.WIDE.width,
    )


def ways(drawn: Drawn, edition: Edition) -> dict[str, str]:
    """Place of each row that the chart rests on -> its link, from a page at the root of the edition."""
    pages = page_references.of(edition)
    found = {}
    for place in dict.fromkeys(place for row in drawn.rows for place in row.places):
        if address := addresses.of_row(edition.facts.by_place[place], pages):
            found[place] = address
    return found


def headers(drawn: Drawn) -> list[str]:
    return [drawn.say.texts["columns"][column.name] for column in drawn.chart.module.COLUMNS]


def table(drawn: Drawn, say: Say) -> list[dict]:
    """Rows as shown: texts of the cells, whether they are numbers, and what to say of their confidence."""
    return [
        {
            "cells": [(shown(row, column, drawn.say), column.kind in ("number", "percent", "year")) for column in drawn.chart.module.COLUMNS],
            "confidence": row.confidence,
            "computed": row.computed,
            "places": row.places,
            "note": row.note.get(drawn.language, ""),
        }
        for row in drawn.rows
    ]


def notes(drawn: Drawn) -> list[tuple[str, str]]:
    """The rows' notes, each after the names of the rows that it is about: read alone, a note would not say of what."""
    found: dict[str, list[str]] = {}
    for row in drawn.rows:
        note = row.note.get(drawn.language, "")
        if note:
            name = ", ".join(shown(row, column, drawn.say) for column in named_by(drawn.chart.module) if row[column.name] not in (None, ""))
            found.setdefault(note, []).append(name)
    return [(" · ".join(dict.fromkeys(names)), note) for note, names in found.items()]


def shown(row: Row, column: Column, say: Say) -> str:
    """One cell in the form of its column; a dash where nothing is stated."""
    value = row[column.name]
    if value is None or value == "":
        return "–"
    if column.kind == "number":
        return say.number(value, column.digits)
    if column.kind == "percent":
        return say.percent(value, column.digits)
    if column.kind == "date":
        return say.date(value)
    if column.kind == "term":
        return say.term(value)
    if column.kind == "word":
        return say.word(value)
    return say.of(value)


def raw(row: Row, column: Column, say: Say) -> str:
    """One cell for a CSV file: numbers and dates as machines read them, nothing where nothing is stated."""
    value = row[column.name]
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return say.word(value) if column.kind == "word" else say.of(value)
