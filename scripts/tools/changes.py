"""Summarises what a change alters for readers, in Markdown for the pull request: `python -m scripts.tools changes BASE FOLDER`.

BASE is a checkout of what is published now; both it and this one are built. Figures and verdicts before and after with the lines
that show them, charts that are drawn otherwise, pages that changed in one edition only. Both drawings of each such chart are
copied into FOLDER.
"""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts import paths
from scripts.checks import values
from scripts.editions import Edition, load_editions
from scripts.facts import dataset
from scripts.facts.facts import Facts
from scripts.facts.records import ClaimRow
from scripts.tools import where


def charts(base: Path) -> dict[str, tuple[Path | None, Path | None]]:
    """`slug.language` -> its drawing in the two built sites, for those that differ; None where it is new or gone."""
    published = _drawings(base / "site")
    built = _drawings(paths.SITE)
    changed = {}
    for name in sorted(published | built):
        old = published.get(name)
        new = built.get(name)
        if not old or not new or old.read_bytes() != new.read_bytes():
            changed[name] = old, new
    return changed


def _drawings(site: Path) -> dict[str, Path]:
    drawings = {}
    for language in paths.LANGUAGES:
        for file in (site / paths.prefix(language) / "charts").glob("*/*.svg"):
            drawings[f"{file.stem}.{language}"] = file
    return drawings


def figures(before: Facts, editions: dict[str, Edition]) -> Iterator[str]:
    """A line for each figure that shows another number, or is new or gone."""
    fmt = editions[paths.MAIN].fmt
    now = editions[paths.MAIN].facts
    for key in sorted(before.figures.keys() | now.figures.keys()):
        old = fmt.figure(before.figures[key]) if key in before.figures else "–"
        new = fmt.figure(now.figures[key]) if key in now.figures else "–"
        if old != new:
            findings = where.find(editions, key) if key in now.figures else ()
            yield f"| `{key}` | {old} | {new} | {_places(findings, 'page')} |"


def verdicts(before: Facts, editions: dict[str, Edition]) -> Iterator[str]:
    verdict_before = {row.key: row.verdict for row in before.of_kind(ClaimRow)}
    for row in editions[paths.MAIN].facts.of_kind(ClaimRow):
        old = verdict_before.get(row.key, "–")
        if old == row.verdict:
            continue
        findings = list(where.find(editions, row.key))
        statement = row.text_in("said_in", paths.MAIN)
        yield f"| {row.key}: {statement} | {old} | {row.verdict} | {_places(findings, 'page')} | {_places(findings, 'named', 'perhaps')} |"


def _places(findings: Iterable[where.Finding], *kinds: str) -> str:
    """Where those of these kinds stand, each place once."""
    return ", ".join(dict.fromkeys(f"`{finding.place}`" for finding in findings if finding.kind in kinds))


def pages(base: Path) -> Iterator[str]:
    """A line for each page whose text differs, and a question where only some editions of it do."""
    published = _texts(base)
    current = _texts(paths.ROOT)
    for name in sorted(published | current):
        before = published.get(name, {})
        now = current.get(name, {})
        changed = [language for language in paths.LANGUAGES if before.get(language) != now.get(language)]
        if not now:
            yield f"- `{name}` is gone."
        elif len(changed) == len(paths.LANGUAGES):
            yield f"- `{name}` changed in every edition."
        elif changed:
            task = "write today into `read_together` in the front matter of both"
            yield f"- `{name}` changed in {', '.join(changed)} only. Do the editions still say the same? Then {task}."


def _texts(root: Path) -> dict[str, dict[str, str]]:
    """File name of each page -> language -> its text."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for language in paths.LANGUAGES:
        for file in (root / "docs" / language).glob("*.md"):
            texts[file.name][language] = file.read_text("utf-8")
    return texts


def summary(base: Path, editions: dict[str, Edition]) -> str:
    """The whole as Markdown."""
    before, problems = dataset.read_dataset(base / "data")
    sections = [
        _section("Figures", figures(before, editions), ("key", "before", "after", "shown in")),
        _section("Verdicts", verdicts(before, editions), ("claim", "before", "after", "shown in", "read again")),
        _section("Charts", (f"- `{name}`: {_chart(old, new)}" for name, (old, new) in charts(base).items())),
        _section("Pages", pages(base)),
        _section("Questions", (f"- {question}" for question in values.questions(editions[paths.MAIN].facts))),
    ]
    text = "\n\n".join(filter(None, sections)) or "No figure, verdict, chart or page text changes."
    if problems:
        text += "\n\nThe data published now have another form, so some of it could not be compared."
    return f"## What changes for a reader\n\n{text}\n"


def _section(title: str, lines: Iterable[str], header: tuple[str, ...] = ()) -> str:
    """A list, or a table with this header; nothing where there are no lines."""
    lines = list(lines)
    if not lines:
        return ""
    if header:
        lines[:0] = [f"| {' | '.join(header)} |", f"| {' | '.join(['---'] * len(header))} |"]
    return f"### {title}\n\n" + "\n".join(lines)


def _chart(old: Path | None, new: Path | None) -> str:
    if not old or not new:
        return "new" if new else "gone"
    before = json.loads(old.with_suffix(".json").read_text("utf-8"))
    now = json.loads(new.with_suffix(".json").read_text("utf-8"))
    texts = [f"“{before[name]}” → “{now[name]}”" for name in ("name", "description") if before[name] != now[name]]
    return "; ".join(texts) or "drawn otherwise"


def copy_pictures(base: Path, folder: Path) -> None:
    """Both drawings of each changed chart, `SLUG.LANGUAGE.before.png` and `.after.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (old, new) in charts(base).items():
        for when, file in (("before", old), ("after", new)):
            if file and file.with_suffix(".png").exists():
                shutil.copy(file.with_suffix(".png"), folder / f"{name}.{when}.png")


def main(base: str, pictures: str) -> None:
    print(summary(Path(base), load_editions()))
    copy_pictures(Path(base), Path(pictures))
