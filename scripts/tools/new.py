"""Writes the files of a new page or chart, with TODO where words are needed.

`make new-page NAME=canada`, `make new-chart NAME=canada KEY=sales-2025`.
`make serve` shows them at once, and `make check` names each line that is still to be written.
"""

import re
from pathlib import Path

from scripts import edition, paths
from scripts.drawing.chart import file_of
from scripts.edition import Edition
from scripts.facts.records import FigureRow
from scripts.index import addresses, written
from scripts.problems import Problem, stop_on

SAMPLES = Path(__file__).with_name("samples")
"""What a new page and a new chart begin as; `{name}` is filled in."""
_SAME_EACH_YEAR = ("text", "name", "measure", "period", "unit", "word")
"""What columns hold whose cells say which figure it is, not when or how many."""


def page(name: str, editions: dict[str, Edition], root: Path = paths.ROOT) -> list[Path]:
    """Write a page in every edition, and its place in the menu after the other chapters; the files."""
    config = root / "mkdocs.yml"
    files = {}
    for language, ours in editions.items():
        titles = {heading.id: heading.text for page in written.pages(ours).values() for heading in page.headings}
        told = {"name": name, "language": language, "short": titles[written.IN_SHORT], "unknown": titles[written.UNKNOWN]}
        files[root / "docs" / language / f"{name}.md"] = _filled("new_page.md", **told)
    before, nav, after = config.read_text("utf-8").partition("\nnav:\n")
    chapters = re.match(r"(?:  - \S+\.md\n)*", after)[0]
    _write(name, files)
    config.write_text(f"{before}{nav}{chapters}  - {name}.md\n{after.removeprefix(chapters)}", "utf-8")
    return [*files, config]


def chart(name: str, key: str, editions: dict[str, Edition], root: Path = paths.ROOT) -> list[Path]:
    """Write a chart of the figure with this key in all its years; the files."""
    ours = next(iter(editions.values()))
    figures = {row.key: row for row in ours.facts.rows if isinstance(row, FigureRow) and row.key}
    told = f"{key!r} is the key of no row with a figure", f"one such as make new-chart NAME={name} KEY={next(iter(figures))}"
    stop_on([] if key in figures else [Problem("new-chart", 0, "", *told)])
    row = figures[key]
    table = row.table_name
    measure = ours.facts.measures[table, row.measured]
    series = ", ".join(f'{row.column(field, paths.MAIN)}="{getattr(row, field)}"' for field in row.holding(*_SAME_EACH_YEAR))
    kind = "percent" if measure.unit == "percent" else "number"
    said = {"name": name, "table": table, "series": series, "number": row.NUMBER, "kind": kind}
    order = max((chart.settings.order for chart in ours.charts.values()), default=0) + 10
    texts = _filled("new_chart.toml", **said, topics=", ".join(ours.facts.topics), order=order)
    for language in editions:
        year = next((headers["year"] for chart in ours.charts.values() if "year" in (headers := chart.texts[language]["columns"])), "TODO")
        texts += _filled("new_texts.toml", **said, language=language, label=measure.word("label", language), year=year)
    file = root / file_of(name)
    files = {file: _filled("new_chart.txt", **said, label=measure.label), file.with_suffix(".toml"): texts}
    _write(name, files)
    return list(files)


def _filled(sample: str, **told: str) -> str:
    return (SAMPLES / sample).read_text("utf-8").format(**told)


def _write(name: str, files: dict[Path, str]) -> None:
    """Raises `ProblemsFound`, with nothing written, for a name that is no address, and for files that exist already."""
    told = "is no name", "English words in small letters with dashes, such as NAME=canada"
    stop_on([] if addresses.NAME.fullmatch(name) else [Problem("new", 0, name, *told)])
    stop_on(Problem(paths.relative_path(file), 0, "", "exists already; choose another name") for file in files if file.exists())
    for file, text in files.items():
        file.write_text(text, "utf-8")


def main(what: str, name: str, key: str) -> None:
    for file in page(name, edition.load()) if what == "page" else chart(name, key, edition.load()):
        print(f"wrote {paths.relative_path(file)}")
    print("Now `make serve` shows it, and `make check` names each line that is still to be written.")
