"""A chart as part of a page: caption, inline drawings, takeaway, source line, table of its rows."""

from __future__ import annotations

from scripts import templates
from scripts.drawing import theme
from scripts.drawing.chart import PreparedChart, cell_text
from scripts.drawing.live import live_json
from scripts.edition import Edition
from scripts.index import addresses, written
from scripts.language.formatter import Formatter
from scripts.markup.page import Page


def figure_html(page: Page, slug: str, *, alone: bool = False) -> str:
    """The chart's figure element. `alone`: on its own page, which has the interactive version and the kit."""
    drawn = page.edition.chart(slug)
    files = {shape: drawn.folder / f"{shape}.svg" for shape in ("wide", "narrow")}
    return templates.render(
        "chart", drawn=drawn, fmt=page.edition.fmt, files=files, drawn_all=all(file.exists() for file in files.values()),
        source_line=drawn.source_line(page.edition.facts), header=drawn.headers, rows=table(drawn, page.edition.fmt), alone=alone,
        ways=ways(drawn, page.edition) if alone else {}, root=page.root, picture=(drawn.folder / f"{slug}.png").exists(), address=page.edition.address_of(f"charts/{slug}"), interactive=bool(live_json(drawn, page.edition.facts)) if alone else False, tall=drawn.chart.heights["wide"] > theme.WIDE.width,
    )


def ways(drawn: PreparedChart, edition: Edition) -> dict[str, str]:
    """Place of each row that the chart rests on -> its link, from a page at the root of the edition."""
    pages = written.pages(edition)
    found = {}
    for place in dict.fromkeys(place for row in drawn.rows for place in row.places):
        if address := addresses.row_address(edition.facts.by_place[place], pages):
            found[place] = address
    return found


def table(drawn: PreparedChart, fmt: Formatter) -> list[dict]:
    """Rows as shown: texts of the cells, whether they are numbers, and what to say of their confidence."""
    return [
        {
            "cells": [(cell_text(row, column, drawn.fmt), column.kind in ("number", "percent", "year")) for column in drawn.chart.columns],
            "confidence": row.confidence,
            "computed": row.computed,
            "places": row.places,
            "note": row.note.get(drawn.language, ""),
        }
        for row in drawn.rows
    ]


def notes(drawn: PreparedChart) -> list[tuple[str, str]]:
    """The rows' notes, each after the names of the rows that it is about: read alone, a note would not say of what."""
    found: dict[str, list[str]] = {}
    for row in drawn.rows:
        note = row.note.get(drawn.language, "")
        if note:
            name = ", ".join(cell_text(row, column, drawn.fmt) for column in drawn.chart.named_by if row[column.name] not in (None, ""))
            found.setdefault(note, []).append(name)
    return [(" · ".join(dict.fromkeys(names)), note) for note, names in found.items()]
