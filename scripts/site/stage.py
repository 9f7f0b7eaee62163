"""Stages the input of MkDocs for an edition: our pages, generated pages, charts with their files, feeds.

Everything lands in build/<language>/pages/. A file is written only if it changes, and what no longer belongs there goes.
"""

from collections.abc import Iterable, Iterator

from scripts import paths
from scripts.content import generated_pages
from scripts.drawing.live import live_json
from scripts.editions import Edition
from scripts.files import write
from scripts.index import markdown_pages
from scripts.outputs import chart_downloads, dataset_downloads, feeds, share_cards, status


def stage(edition: Edition) -> None:
    """Write the whole folder of an edition."""
    _put(edition, [*every_page(edition), *outputs(edition)], "*")


def stage_pages(edition: Edition) -> None:
    """Write the Markdown pages alone; what else stands in the folder stays."""
    _put(edition, every_page(edition), "*.md")


def every_page(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every Markdown page, those that people wrote and those made from the data: name in the folder, and content."""
    for name, page in markdown_pages.pages(edition).items():
        yield f"{name}.md", named(name, page.text)
    for name, text in generated_pages.pages(edition):
        yield f"{name}.md", named(name, text)


def outputs(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file that is no page: name in the folder, and content. What takes longest comes last, for whoever wants only one."""
    images = {}
    for language in (paths.MAIN, edition.language):  # an image that an edition does not have is the main edition's
        for file in paths.inputs(f"docs/{language}"):
            if file.suffix != ".md":
                images[file.relative_to(paths.DOCS / language).as_posix()] = file.read_bytes()
    yield from images.items()
    if edition.is_first:
        for icon in sorted((paths.OVERRIDES / "img").glob("*.png")):
            yield icon.name, icon.read_bytes()
    yield from status.files(edition)
    for chart in edition.all_charts:
        if live := live_json(chart, edition.facts):
            yield f"charts/{chart.slug}/live.json", live
        yield from chart_downloads.files(chart, edition)
    yield from dataset_downloads.files(edition)
    yield from feeds.files(edition)
    yield from share_cards.files(edition)


def named(name: str, text: str) -> bytes:
    """A page with its own name in a line at the end, so that line numbers stay those of the file."""
    return f"{text.rstrip()}\n\n<!-- page: {name} -->\n".encode()


def _put(edition: Edition, files: Iterable[tuple[str, bytes]], pattern: str) -> None:
    """Write the files (name, content) into the folder of the edition; what else there fits the pattern goes, and empty folders."""
    folder = paths.staged_pages(edition.language)
    written_files = set()
    for name, content in files:
        write(folder / name, content)
        written_files.add(folder / name)
    for path in sorted(folder.rglob("*"), reverse=True):  # a folder's content before the folder
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in written_files and path.match(pattern):
            path.unlink()
