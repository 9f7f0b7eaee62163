"""Writes the files of a new page or chart, with TODO where words are needed.

`make new-page NAME=canada`, `make new-chart NAME=canada KEY=sales-2025`.
`make serve` shows them at once, and `make check` names each line that is still to be written.
"""

import re
from pathlib import Path

from scripts import paths
from scripts.drawing.chart_definition import file_of
from scripts.editions import Edition, load_editions
from scripts.facts.records import FigureRow
from scripts.index import addresses, markdown_pages
from scripts.problems import Location, stop_on

SAMPLES = Path(__file__).with_name("samples")
"""What a new page and a new chart begin as; `{name}` is filled in."""
_SAME_EACH_YEAR = ("text", "name", "measure", "period", "unit", "word")
"""Types of columns that identify a figure, other than its date and value."""

_LINE = 120  # characters that ruff leaves in a line


def page(name: str, editions: dict[str, Edition], root: Path = paths.ROOT) -> list[Path]:
    """Write a page in every edition, and its place in the menu after the other chapters; the files."""
    config = root / "mkdocs.yml"
    files = {}
    for language, edition in editions.items():
        titles = _section_titles(edition)
        text = _filled(
            "new_page.md",
            name=name,
            language=language,
            short=titles[markdown_pages.IN_SHORT],
            unknown=titles[markdown_pages.UNKNOWN],
        )
        files[root / "docs" / language / f"{name}.md"] = text
    before, nav, after = config.read_text("utf-8").partition("\nnav:\n")
    _write(name, files)
    after = re.sub(r"(?:  - \S+\.md\n)*", rf"\g<0>  - {name}.md\n", after, count=1)
    config.write_text(f"{before}{nav}{after}", "utf-8")
    return [*files, config]


def _section_titles(edition: Edition) -> dict[str, str]:
    """Id of a section -> its title on the pages of an edition."""
    pages = markdown_pages.pages(edition).values()
    return {heading.id: heading.text for page in pages for heading in page.headings}


def chart(name: str, key: str, editions: dict[str, Edition], root: Path = paths.ROOT) -> list[Path]:
    """Write a chart of the figure with this key in all its years; the files."""
    main = editions[paths.MAIN]
    figures = {row.key: row for row in main.facts.rows if isinstance(row, FigureRow) and row.key}
    if key not in figures:
        expected = f"one such as make new-chart NAME={name} KEY={next(iter(figures))}"
        raise Location("new-chart").error(f"{key!r} is the key of no row with a figure", expected)
    row = figures[key]
    table = row.table_name
    measure = main.facts.measures[table, row.measured]
    kind = "percent" if measure.unit == "percent" else "number"
    order = max((chart.settings.order for chart in main.chart_definitions.values()), default=0) + 10
    texts = _filled("new_chart.toml", kind=kind, topics=", ".join(main.facts.topics), order=order)
    for language in editions:
        label = measure.text_in("label", language)
        texts += _filled("new_texts.toml", name=name, language=language, label=label)
    code = _filled("new_chart.txt", select=_select(row), number=row.NUMBER, kind=kind, label=measure.label)
    file = root / file_of(name)
    files = {file: code, file.with_suffix(".toml"): texts}
    _write(name, files)
    return list(files)


def _select(row: FigureRow) -> str:
    """The call that selects the row and its other years, as ruff formats it."""
    columns = {row.column(field, paths.MAIN): getattr(row, field) for field in row.holding(*_SAME_EACH_YEAR)}
    arguments = ", ".join([f'"{row.table_name}"', *(f'{column}="{cell}"' for column, cell in columns.items())])
    line = f"facts.select({arguments})"
    if len(f"    records = {line}") > _LINE:
        return f"facts.select(\n        {arguments}\n    )"
    return line


def _filled(sample: str, **values: object) -> str:
    return (SAMPLES / sample).read_text("utf-8").format(**values)


def _write(name: str, files: dict[Path, str]) -> None:
    """Raises `ProblemsFound`, with nothing written, for a name that is no address, and for files that exist already."""
    if not addresses.NAME.fullmatch(name):
        expected = "English words in small letters with dashes, such as NAME=canada"
        raise Location("new").error(f"{name!r} is no name", expected)
    existing = [Location(paths.relative_path(file)) for file in files if file.exists()]
    stop_on(location.problem("exists already; choose another name") for location in existing)
    for file, text in files.items():
        file.write_text(text, "utf-8")


def main(what: str, name: str, key: str = "") -> None:
    editions = load_editions()
    files = page(name, editions) if what == "page" else chart(name, key, editions)
    for file in files:
        print(f"wrote {paths.relative_path(file)}")
    print("Now `make serve` shows it, and `make check` names each line that is still to be written.")
