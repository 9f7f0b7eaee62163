"""The column dictionary in data/README.md, written from the records and data/tables.toml.

Only what stands between the two marker comments is ours; people write the rest of the file.
"""

import csv
import io
from pathlib import Path

from scripts import files, paths
from scripts.facts import columns
from scripts.facts.records import Record
from scripts.facts.tables import Entry, read_listing
from scripts.problems import Problem, stop_on

START = "<!-- column dictionary: written by `make fix`, do not edit by hand -->"
END = "<!-- end of the column dictionary -->"
_HEAD = "| column | meaning | unit | allowed | good | bad |\n| --- | --- | --- | --- | --- | --- |"


def stale(folder: Path = paths.DATA) -> list[Problem]:
    """What keeps the dictionary in README.md from being the one that the records give."""
    readme = folder / "README.md"
    fresh, found = _fresh(folder)
    text = readme.read_text("utf-8") if fresh else ""
    if text != fresh:
        lines = zip(text.split("\n"), fresh.split("\n"), strict=False)
        first = next((number for number, (old, new) in enumerate(lines, 1) if old != new), 1)
        message = "the column dictionary is not up to date; expected: what the records say, so mend the words in scripts/facts/records, and run `make fix`"
        found.append(Problem(paths.relative_path(readme), first, "", message))
    return found


def write(folder: Path = paths.DATA) -> bool:
    """Bring the dictionary up to date. True if the file changed; raises `ProblemsFound` where that cannot be done."""
    fresh, found = _fresh(folder)
    stop_on(found)
    return files.write(folder / "README.md", fresh.encode())


def _fresh(folder: Path) -> tuple[str, list[Problem]]:
    """README.md as it should be (empty if that cannot be said), and what is wrong with it or with the list of tables."""
    readme = folder / "README.md"
    file = paths.relative_path(readme)
    if not readme.is_file():
        return "", [Problem(file, 0, "", f"is missing; expected: a file that holds {START!r} and {END!r}, which `make fix` fills")]
    listing, found = read_listing(folder)
    text = readme.read_text("utf-8")
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not end or text.count(START) != 1 or text.count(END) != 1:
        return "", [*found, Problem(file, 0, "", f"lacks a marker of the column dictionary; expected: {START!r}, then {END!r}, once each")]
    return before + start + _inside(listing) + end + after, found


def _inside(listing: dict[str, Entry]) -> str:
    return "\n\n" + "\n\n".join(_table(name, entry) for name, entry in listing.items()) + "\n\n"


def _table(name: str, entry: Entry) -> str:
    """One table's section: its columns, then a good row and a bad one."""
    rows = [_line(column, *about) for column, about in entry.kind.columns().items()]
    return (
        f"### {next(iter(entry.titles.values()))}: `{name}.csv`\n\n{(entry.kind.__doc__ or '').splitlines()[0]}\n\n"
        + "\n".join([_HEAD, *rows])
        + f"\n\nA good row, then one in which every cell is refused:\n\n```csv\n{example(entry.kind, 'good')}\n{example(entry.kind, 'bad')}\n```"
    )


def _line(column: str, entry, allowed) -> str:
    words = allowed.text.replace(" | ", ", ")
    cells = (f"`{column}`", columns.ColumnTexts(paths.MAIN).meaning(entry), entry.unit, words, _code(entry.good), _code(entry.bad))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code(cell: str) -> str:
    return f"`{cell}`" if cell else "(empty)"


def example(kind: type[Record], which: str) -> str:
    """The example row of a kind, `good` or `bad`, as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(getattr(entry, which) for entry, _ in kind.columns().values())
    return line.getvalue()
