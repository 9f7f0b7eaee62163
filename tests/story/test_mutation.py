"""The real tables, broken in hundreds of ways: each either stops with located words, or reads as harmless text.

Never a traceback, never markup from a cell in a page. The damage is drawn from a fixed seed, so that a failure comes again.
"""

import csv
import io
import random
import re
import shutil
from itertools import product
from pathlib import Path

import lxml.html
import markdown
import pytest

from scripts import paths
from scripts.check import run
from scripts.checks import data, values, verdicts
from scripts.drawing.chart import prepare
from scripts.editions import Edition
from scripts.facts import dataset
from scripts.facts.cells import MAX_LETTERS
from scripts.files import csv_text
from scripts.index import markdown_pages
from scripts.markup.page import Page
from scripts.problems import ProblemsFound, stop_on
from scripts.project import Project
from tests import editions

TABLES = sorted(file.name for file in paths.DATA.glob("*.csv") if file.read_text("utf-8").count("\n") > 1)
PAGES = {paths.MAIN: markdown_pages.read_folder(paths.DOCS, paths.MAIN)}
LOCATED = re.compile(r"^(data/|scripts/charts/|.*/)?[\w.-]+\.(csv|toml|py)(:\d+)?: ")
BLOCKS = (
    "scorecard | promises", "scorecard | article", "timeline", "models", "status", "sources", "updates", "corrections", "history",
    "tables",
)
MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table><svg onload=alert(1)>", "<b>bold</b>",
    "&lt;script&gt;", "{{ 7*7 }}", "{% raw %}", "![x](javascript:alert(1))", "[x](javascript:alert(1))", "/// chart | x",
    "</script><script>x()", '" onmouseover="x()', "<!--", "]]>", "`<i>`", "{: onclick=x() }",
)
FORMULAS = ('=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1")
INVISIBLE = ("\u202e" + "abc", "a\u2066b", "a\u200bb", "a\x00b", "a\x1bb", "a\u2028b", "a\ufeffb", "a\ue000b", "a\ufff9b")
NUMBERS = ("NaN", "inf", "1e999", "١٢٣", "1,000", "1 000", "12.34.56", "--5", "9" * 40, "0x10", "²", "½", "-0")
DATES = ("2026-13-01", "2026-02-30", "0000-00-00", "16/02/2023", "99999-01-01", "２０２６-01-01")
WORDS = (
    "", " ", "x" * (MAX_LETTERS + 1), "x" * 300_000, "é" * 40, "\u0301abc", "none", "None", "null", "../../etc/passwd",
    "javascript:alert(1)", "data:text/html,x", "http://", "https://x", "a;b;a", ";", "🏎️", "\n", "a\nb", "a\r\nb",
    "'; DROP TABLE x; --", "%s%n", "{0.__class__}", "{missing}", "$(id)",
)
BAD_CELLS = MARKUP + FORMULAS + INVISIBLE + NUMBERS + DATES + WORDS


def rows_of(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode(), newline="")))


def as_csv(rows: list[list[str]]) -> bytes:
    return csv_text(rows).encode("utf-8", "surrogatepass")


def damaged_cell(raw: bytes, dice: random.Random) -> bytes:
    """A cell has something else in it, or something more before, amid or after its text."""
    rows = rows_of(raw)
    row = dice.choice(rows[1:])
    column = dice.randrange(len(row))
    text, bad = row[column], dice.choice(BAD_CELLS)
    cut = dice.randrange(len(text) + 1)
    row[column] = dice.choice([bad, text[:cut] + bad + text[cut:]])
    return as_csv(rows)


def damaged_row(raw: bytes, dice: random.Random) -> bytes:
    """A row is gone, stands twice, is too short or too long, follows an empty one, or has its cells in another order."""
    rows = rows_of(raw)
    at = dice.randrange(1, len(rows))
    row = rows[at]
    rows[at : at + 1] = dice.choice([[], [row, row], [row[:-1]], [[*row, "more"]], [[], row], [dice.sample(row, len(row))]])
    return as_csv(rows)


def damaged_column(raw: bytes, dice: random.Random) -> bytes:
    rows = rows_of(raw)
    rows = [row + [""] * (len(rows[0]) - len(row)) for row in rows]  # a row may end before the columns of a draft
    at = dice.randrange(len(rows[0]))
    change = dice.randrange(4)
    for row in rows:
        if change == 0:
            del row[at]
        elif change == 1:
            row.insert(at, "new")
        elif change == 2:
            row.append(row.pop(at))
    if change == 3:
        rows[0][at] = dice.choice(["", "Key", rows[0][at].upper(), rows[0][at - 1], "<b>"])
    return as_csv(rows)


def damaged_bytes(raw: bytes, dice: random.Random) -> bytes:
    text, at = raw.decode(), dice.randrange(len(raw))
    return dice.choice([
        b"\xef\xbb\xbf" + raw, text.encode("utf-16"), text.encode("latin-1", "replace"),
        raw.replace(b"\n", b"\r\n"), raw.replace(b"\n", b"\r"), raw.replace(b",", b";"),
        b"", raw[:at], raw[:at] + bytes([dice.randrange(256)]) + raw[at + 1 :], raw[:at] + b'"' + raw[at:],
    ])


WAYS = (damaged_cell, damaged_row, damaged_column, damaged_bytes)
SEEDS = 10
"""How often each table is damaged in each way; without --all in one way, which the tables have by turns, and only until it is seen."""


def dangers(html: str) -> list[str]:
    """Whatever in a page could run, load or lead astray."""
    tree = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    harmful = ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "img", "svg")
    harm = [element.tag for element in tree.iter(*harmful)] + tree.xpath("//b[text()='bold']/text()")
    for attribute in tree.xpath("//@*"):
        name, element = attribute.attrname, attribute.getparent().tag
        if name.startswith("on") or name == "style":
            harm.append(f"{element} {name}")
        if name in ("href", "src") and attribute.lower().strip().startswith(("javascript:", "data:", "vbscript:")):
            harm.append(f"{element} leads to {attribute}")
    return harm


def page_of(facts) -> str:
    """Every list of the data as a page, the way the site renders it."""
    md = markdown.Markdown(extensions=["attr_list", "md_in_html", "scripts.markup.extension"])
    md.facts_page = Page(Edition("en", facts, {}))
    return md.convert("\n\n".join(f"/// {block}\n///" for block in BLOCKS))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the data to break."""
    return shutil.copytree(paths.DATA, tmp_path_factory.mktemp("broken") / "data")


def outcome(folder: Path, table: str, content: bytes, languages: tuple[str, ...]) -> str:
    """`stopped` with located words, or `read`: and then its pages are harmless. Anything else is raised."""
    file = folder / table
    whole = file.read_bytes()
    file.write_bytes(content)
    try:
        facts, unread = dataset.read_dataset(folder)
        project = Project(facts, PAGES, editions.current().chart_definitions)
        stop_on(unread or run((data.check, values.check, verdicts.check), project))
        for language in languages:
            for chart in editions.current().chart_definitions.values():
                prepare(chart, facts, language)
        html = page_of(facts)
    except ProblemsFound as caught:
        assert caught.problems
        for problem in caught.problems:
            assert LOCATED.match(str(problem)), f"not located: {problem}"
            assert len(str(problem)) < 3 * MAX_LETTERS, f"too long to read: {str(problem)[:200]}"
        return "stopped"
    finally:
        file.write_bytes(whole)
    assert dangers(html) == []
    return "read"


@pytest.mark.parametrize("table", TABLES)
def test_broken_tables_stop_with_located_words_or_read_as_harmless_text(request, table, folder):
    whole = request.config.getoption("--all")
    languages = paths.LANGUAGES if whole else paths.LANGUAGES[:1]
    ways = WAYS if whole else [WAYS[TABLES.index(table) % len(WAYS)]]
    raw, stopped = (paths.DATA / table).read_bytes(), 0
    for way, seed in product(ways, range(SEEDS)):
        dice = random.Random(f"{table}-{way.__name__}-{seed}")
        try:
            stopped += outcome(folder, table, way(raw, dice), languages) == "stopped"
        except Exception as wrong:
            raise AssertionError(f"{table}, {way.__name__}, seed {seed}: {type(wrong).__name__}: {wrong}") from wrong
        if stopped and not whole:
            break
    assert stopped, "no damage was seen"
