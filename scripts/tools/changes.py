"""What a change means for a reader, in Markdown for the pull request: `python -m scripts.tools changes BASE [--pictures FOLDER]`.

BASE is a checkout of what is published now; both it and this one are built. Figures and verdicts before and after with the lines
that show them, charts that are drawn otherwise, pages that changed in one edition only. With --pictures both drawings of each such
chart are copied into a folder.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from scripts import edition, paths
from scripts.checks import values
from scripts.edition import Edition
from scripts.facts import dataset
from scripts.facts.tables import Facts, Figure
from scripts.tools import where
from scripts.tools.audit import Entry

_EVEN = {"difference": 0, "change": 0, "times": 1, "share": 100}
"""Function of a computed figure -> its value where both operands are the same: beyond it the other is the larger."""


def charts(base: Path) -> dict[str, tuple[Path | None, Path | None]]:
    """`slug.language` -> its drawing in the two built sites, for those that differ; None where it is new or gone."""
    before, now = ({
        f"{file.stem}.{language}": file
        for language in paths.LANGUAGES for file in (site / paths.prefix(language) / "charts").glob("*/*.svg")
    } for site in (base / "site", paths.SITE))
    both = {name: (before.get(name), now.get(name)) for name in sorted(before | now)}
    return {name: (old, new) for name, (old, new) in both.items() if not (old and new and old.read_bytes() == new.read_bytes())}


def figures(before: Facts, editions: dict[str, Edition]) -> Iterator[str]:
    """A line for each figure that shows another number, or is new or gone."""
    first, now = editions[paths.MAIN], editions[paths.MAIN].facts.figures
    for key in sorted(before.figures.keys() | now.keys()):
        old, new = (first.fmt.figure(one[key]) if key in one else "–" for one in (before.figures, now))
        if old != new:
            uses = where.uses(editions, key) if key in now else ()
            yield f"| `{key}` | {old} | {new} | {_places(use for use in uses if use.kind == 'page')} |"


def verdicts(before: Facts, editions: dict[str, Edition]) -> Iterator[str]:
    first = editions[paths.MAIN]
    known = {row.key: row for row in before.of_kind("claims")}
    for row in first.facts.of_kind("claims"):
        old = known[row.key].verdict if row.key in known else "–"
        if old != row.verdict:
            uses = list(where.uses(editions, row.key))
            shown = _places(use for use in uses if use.kind == "page")
            again = _places(use for use in uses if use.kind in ("named", "perhaps"))
            yield f"| {row.key}: {row.word('said_in', first.language)} | {old} | {row.verdict} | {shown} | {again} |"


def turned(before: Facts, editions: dict[str, Edition]) -> Iterator[str]:
    """A question for each computed figure of which the other operand is now the larger, with the lines that cite it or its operands."""
    first = editions[paths.MAIN]
    for row in first.facts.of_kind("computed"):
        old, new = (figures.get(row.key) for figures in (before.figures, first.facts.figures))
        if old and new and row.function in _EVEN and _side(old, row.function) != _side(new, row.function):
            names = (row.key, *row.operands)
            cited = (entry for ours in editions.values() for entry in where.stated(ours) if entry.kind == "figure")
            question = f"`{row.key}` was {first.fmt.figure(old)}, is {first.fmt.figure(new)}: does a sentence still say which is larger?"
            yield f"{question} {_places(entry for entry in cited if entry.key in names)}".rstrip()


def _side(figure: Figure, function: str) -> Decimal:
    """-1, 0 or 1: below, at or above the value at which both operands are the same."""
    return figure.exact.compare(Decimal(_EVEN[function]))


def _places(found: Iterable[where.Use | Entry]) -> str:
    """Where they stand, each place once."""
    return ", ".join(dict.fromkeys(f"`{one.place}`" for one in found))


def pages(base: Path) -> Iterator[str]:
    """A line for each page whose text differs, and a question where only some editions of it do."""
    then, now = ({
        (file.name, language): file.read_text("utf-8") for language in paths.LANGUAGES for file in (root / "docs" / language).glob("*.md")
    } for root in (base, paths.ROOT))
    for name in sorted({name for name, _ in then | now}):
        changed = [language for language in paths.LANGUAGES if then.get((name, language)) != now.get((name, language))]
        if not any((name, language) in now for language in paths.LANGUAGES):
            yield f"- `{name}` is gone{_left(name.removesuffix('.md'))}."
        elif changed and len(changed) < len(paths.LANGUAGES):
            todo = "write today into `read_together` in the front matter of both"
            yield f"- `{name}` changed in {', '.join(changed)} only. Do the editions still say the same? Then {todo}."
        elif changed:
            yield f"- `{name}` changed in every edition."


def _left(page: str) -> str:
    """What a page that is gone leaves behind, unless docs/moved.csv says where its address leads."""
    table = paths.ROOT / "docs" / "moved.csv"
    if table.exists() and f"\n{page}/," in table.read_text("utf-8"):
        return "; docs/moved.csv leads its readers on"
    addresses = " and ".join(f"/{paths.prefix(language)}{page}/" for language in paths.LANGUAGES)
    return f": {addresses} answer with nothing; add a row to docs/moved.csv"


def summary(base: Path, editions: dict[str, Edition]) -> str:
    """The whole as Markdown."""
    before, problems = dataset.read_dataset(base / "data")
    head = "| claim | before | after | shown in | read again |\n| --- | --- | --- | --- | --- |\n"
    parts = [
        ("Figures", "| key | before | after | shown in |\n| --- | --- | --- | --- |\n", list(figures(before, editions))),
        ("Verdicts", head, list(verdicts(before, editions))),
        ("Charts", "", [f"- `{name}`: {_chart(old, new)}" for name, (old, new) in charts(base).items()]),
        ("Pages", "", list(pages(base))),
        ("Questions", "", [f"- {question}" for question in (*turned(before, editions), *values.questions(editions[paths.MAIN].facts))]),
    ]
    said = [f"### {title}\n\n{head}" + "\n".join(lines) for title, head, lines in parts if lines]
    note = "\n\nThe data published now have another form, so some of it could not be compared." if problems else ""
    return "## What changes for a reader\n\n" + ("\n\n".join(said) or "No figure, verdict, chart or page text changes.") + note + "\n"


def _chart(old: Path | None, new: Path | None) -> str:
    if not old or not new:
        return "new" if new else "gone"
    before, now = (json.loads(file.with_suffix(".json").read_text("utf-8")) for file in (old, new))
    parts = [f"“{before[name]}” → “{now[name]}”" for name in ("name", "description") if before[name] != now[name]]
    return "; ".join(parts) or "drawn otherwise"


def copy_pictures(base: Path, folder: Path) -> None:
    """Both drawings of each changed chart, `SLUG.LANGUAGE.before.png` and `.after.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawn in charts(base).items():
        for when, file in zip(("before", "after"), drawn, strict=True):
            if file and file.with_suffix(".png").exists():
                shutil.copy(file.with_suffix(".png"), folder / f"{name}.{when}.png")


def main(base: Path, pictures: Path | None) -> None:
    print(summary(base, edition.load()))
    if pictures:
        copy_pictures(base, pictures)
