"""A sound data folder about an invented maker, for tests to damage.

Its rows are the good examples of the column dictionary, so that the examples are shown to fit together too.
"""

import csv
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import zip_longest
from pathlib import Path

from scripts import check
from scripts.checks import data, dates, values, verdicts
from scripts.facts import dataset
from scripts.facts.declared import declare
from scripts.facts.records import RECORD_KINDS, Record
from scripts.files import csv_text
from scripts.index.markdown_pages import MarkdownPage, PagesByLanguage
from scripts.problems import Problem
from scripts.project import Project

TABLES = {
    "sources": "sources", "quotes": "quotes", "comet": "figures", "wheelhouse": "figures", "ranking": "figures",
    "market": "figures", "events": "events",
    "models": "catalogue", "claims": "claims", "history": "history", "computed": "computed", "measures": "measures",
    "status": "status", "updates": "updates", "corrections": "corrections", "words": "words",
}
COLUMNS = {
    "comet": """
columns.year = "year"
columns.period = "period"
columns.scope = { holds = "text", about = "area counted" }
columns.model = { holds = "text", good = "all" }
columns.measure = "measure"
columns.units = "value"
""",
    "wheelhouse": """
columns.year = "year"
columns.period = "period"
columns.measure = { holds = "measure", good = "new_retail_units" }
columns.value = { holds = "value", good = "262403" }
""",
    "ranking": """
columns.sales_year = "year"
columns.rank = "rank"
columns.group = "name"
columns.new_retail_units = { holds = "value", good = "262403" }
""",
    "market": """
columns.year = "year"
columns.item = { holds = "measure", good = "electric_share_pct" }
columns.value = { holds = "value", good = "7.8" }
columns.unit = "unit"
columns.valid_from = "day"
""",
    "models": """
columns.model = { holds = "text", good = "Comet" }
columns.state = { holds = "word", values = ["kept", "dropped"] }
columns.announced_on = { holds = "maybe-date", good = "2021-01-14" }
columns.launched_on = { holds = "maybe-date", good = "2024-06-13", not_before = "announced_on" }
columns.promised_for = "term"
""",
}
"""What tables of figures and catalogues declare."""
PAGES = {"index", "numbers", "strategy"}
_ROWS = {
    "comet": [{"key": "comet-2024", "year": "2024", "units": "4585"}, {}],
    "wheelhouse": [{"key": "wheelhouse-new-2025"}],
    "ranking": [{"key": "wheelhouse-list-2025"}],
    "market": [{"key": "electric-share-2025"}],
    "measures": [
        {"table": "comet", "measure": "registrations", "unit": "cars"}, {}, {"table": "ranking", "measure": "new_retail_units"},
        {"table": "market", "measure": "electric_share_pct", "unit": "percent", "whole": "no"},
    ],
    "claims": [{"now_due": ""}],
    "computed": [{"digits": ""}],
    "words": [
        {}, {"key": "topic.product", "en": "Product", "fr": "Produit"},
        {"key": "country.us", "en": "United States", "fr": "États-Unis"}, {"key": "unit.cars", "en": "{n}", "fr": "{n}"},
        {"key": "unit.vehicles", "en": "{n}", "fr": "{n}"},
    ],
}


def listing() -> str:
    """tables.toml."""
    return "\n".join(
        f'[{table}]\nkind = "{kind}"\nen = "Table {table}"\nfr = "Tableau {table}"\n{about(table)}'
        for table, kind in TABLES.items()
    )


def about(table: str) -> str:
    """What a table declares."""
    return f'about = "Rows of {table}."{COLUMNS[table]}' if table in COLUMNS else ""


@cache
def kind(table: str) -> type[Record]:
    """The class of a table's rows."""
    if table not in COLUMNS:
        return RECORD_KINDS[TABLES[table]]
    settings = dataset.TableSettings(kind=TABLES[table], **tomllib.loads(about(table)))
    return declare(RECORD_KINDS[settings.kind], table, settings.about, settings.columns)


def good(table: str, /, **cells: str) -> dict[str, str]:
    """The good example row of a table, with some cells changed."""
    return {name: column.example for name, column in kind(table).columns().items()} | cells


def write(folder: Path) -> Path:
    """The whole folder, sound: `checks.data` finds nothing in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tables.toml").write_text(listing(), "utf-8")
    for table in TABLES:
        save(
            folder / f"{table}.csv",
            [list(kind(table).columns()), *(list(good(table, **cells).values()) for cells in _ROWS.get(table, [{}]))],
        )
    return folder


def change(folder: Path, table: str, line: int, /, **cells: str) -> None:
    """Change cells of a line of a table (the header is line 1)."""
    header, *rows = load(folder / f"{table}.csv")
    rows[line - 2] = list((dict(zip_longest(header, rows[line - 2], fillvalue="")) | cells).values())
    save(folder / f"{table}.csv", [header, *rows])


def add(folder: Path, table: str, /, **cells: str) -> int:
    """Add a good row with some cells changed. Returns its line."""
    header, *rows = load(folder / f"{table}.csv")
    rows.append(list(good(table, **cells).values()))
    save(folder / f"{table}.csv", [header, *rows])
    return len(rows) + 1


def pages(text: str = "") -> PagesByLanguage:
    """The pages of the sample story, each with this text."""
    return {"en": {name: MarkdownPage(Path(f"docs/en/{name}.md"), "en", name, text) for name in sorted(PAGES)}}


def problems_in(folder: Path, cited: str = "") -> list[tuple[str, int, str, str]]:
    """(file name, line, column, message) of all problems, of form or else of meaning, in the order in which they are reported.

    `cited`: a source that a page cites.
    """
    facts, unread = dataset.read_dataset(folder)
    project = Project(facts, pages(f"{{{{ cite: {cited} }}}}" if cited else ""))
    problems = unread or check.run((data.check, data.check_unused_sources, values.check, dates.check, verdicts.check), project)
    return fields(sorted(problems))


def fields(problems: Iterable[Problem]) -> list[tuple[str, int, str, str]]:
    """(file name, line, column, message) of each."""
    return [(problem.file.rpartition("/")[2], problem.line, problem.column, problem.message) for problem in problems]


def line_of(folder: Path, table: str, key: str) -> int:
    """The line of the first row that has a key in one of its cells."""
    return next(line for line, row in enumerate(load(folder / f"{table}.csv"), 1) if key in row)


def load(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def save(path: Path, rows: list[list[str]]) -> None:
    path.write_text(csv_text(rows), "utf-8", newline="")
