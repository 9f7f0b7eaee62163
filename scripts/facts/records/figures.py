"""What tables of figures count, and the figures that we compute from them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from scripts.facts import cells as c
from scripts.facts.arithmetic import FUNCTIONS
from scripts.facts.cells import Column
from scripts.facts.records.base import Note, Record, told


class MeasureRow(Record):
    """What a table of figures counts, and in which unit."""

    UNIQUE: ClassVar = ("table", "measure")
    table: Annotated[c.Table, Column("name of the table, without .csv", "wheelhouse", "wheelhouse.csv")]
    measure: Annotated[c.Name, Column("measure or item as in that table", "new_retail_units", "new units")]
    unit: Annotated[c.Unit, Column("unit of its figures", "vehicles", "%")]
    least: Annotated[c.OptionalNumber, Column("the smallest that a figure may be; empty: any", "0", "none")]
    most: Annotated[c.OptionalNumber, Column("the largest that a figure may be; empty: any", "1000000", "100%")]
    whole: Annotated[c.one_of("yes", "no"), Column("whether only whole numbers can be", "yes", "true")]
    label: told("name for readers", "New vehicles retailed")


class ComputedRow(Record):
    """A figure that we compute from keyed rows."""

    UNIQUE: ClassVar = ()
    key: Annotated[c.Id, Column("unique id", "comet-total-2025", "sum 2025")]
    function: Annotated[
        c.one_of(*FUNCTIONS, "count_rows"), Column("a function of scripts/facts/arithmetic.py, or count_rows", "total", "sum()")
    ]
    operands: Annotated[c.Operands, Column("keys it is computed from, in order", "comet-2024;comet-2025", "4585 + 10970")]
    unit: Annotated[c.Unit, Column("unit of the result", "vehicles", "%")]
    digits: Annotated[c.OptionalInteger, Column("decimals shown; -2 rounds to hundreds; empty: exact", "-2", "two", "decimals")]
    label: told("name for readers", "Comets of 2024 and 2025, our sum")
    note: Note
