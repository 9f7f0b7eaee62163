"""Pages that moved: the table docs/moved.csv -> one small page at each old address, which sends the reader on.

    from,to,since
    dealers/,partnership/#dealers,2027-01-31

Addresses are those of the first edition, without a slash at the start; every edition gets its own page. Pages has no
redirects of its own, so each is a page that names its new address for browsers, for search engines and for people.
"""

from __future__ import annotations

import csv
import datetime as dt
import html
import re
from collections.abc import Mapping
from pathlib import Path

from scripts import paths
from scripts.assets import csp
from scripts.edition import Edition
from scripts.files import write
from scripts.problems import Problem, stop_on

TABLE = paths.DOCS / "moved.csv"
COLUMNS = ["from", "to", "since"]
_OLD = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)+")
_NEW = re.compile(r"((?:[a-z0-9][a-z0-9-]*/)*)(#[a-z0-9][a-z0-9-]*)?")


def read(table: Path = TABLE) -> list[dict[str, str]]:
    """The rows of the table. Raises `ProblemsFound` with all that is wrong, by line."""
    name, problems, rows = paths.shown(table), [], []
    with table.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        if lines.fieldnames != COLUMNS:
            stop_on([Problem(name, 1, "", f"has the columns {lines.fieldnames}; allowed: {','.join(COLUMNS)}")])
        for row in lines:
            if None in row or None in row.values():
                problems.append(Problem(name, lines.line_num, "", f"has another number of cells; allowed: {len(COLUMNS)}"))
                continue
            if not _OLD.fullmatch(row["from"]):
                problems.append(Problem(name, lines.line_num, "from", f"{row['from']!r} is not allowed; allowed: an address such as dealers/"))
            if not _NEW.fullmatch(row["to"]) or row["to"] == row["from"]:
                problems.append(
                    Problem(name, lines.line_num, "to", f"{row['to']!r} is not allowed; allowed: another address such as partnership/#dealers")
                )
            try:
                dt.date.fromisoformat(row["since"])
            except ValueError:
                problems.append(Problem(name, lines.line_num, "since", f"{row['since']!r} is not allowed; allowed: YYYY-MM-DD"))
            if any(row["from"] == other["from"] for other in rows):
                problems.append(Problem(name, lines.line_num, "from", f"{row['from']!r} stands twice; allowed: once"))
            rows.append(row)
    stop_on(problems)
    return rows


def put(site: Path, editions: Mapping[str, Edition], table: Path = TABLE) -> None:
    """Write the pages into a built site: a step of the build. Raises `ProblemsFound` where one leads nowhere or hides a page."""
    rows, problems = read(table), []
    for line, row in enumerate(rows, 2):
        for language in paths.LANGUAGES:
            prefix = paths.prefix(language)
            place, goal = site / prefix / row["from"] / "index.html", site / prefix / row["to"].partition("#")[0] / "index.html"
            if place.exists():
                problems.append(
                    Problem(paths.shown(table), line, "from", f"{prefix}{row['from']} is still a page; allowed: an address that has none")
                )
            elif not goal.exists():
                problems.append(Problem(paths.shown(table), line, "to", f"{prefix}{row['to']} is not a page; allowed: the address of one"))
            else:
                write(place, page(editions[language], f"{editions[language].address}{row['to']}").encode())
    stop_on(problems)


def page(edition: Edition, goal: str) -> str:
    """The page at an old address. It runs nothing and loads nothing."""
    say, goal = edition.say, html.escape(goal)
    title = html.escape(say.word("moved.title"))
    return (
        f'<!doctype html><html lang="{edition.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{csp.policy(styles=())}">'
        f'<meta http-equiv="refresh" content="0; url={goal}"><link rel="canonical" href="{goal}"><meta name="robots" content="noindex">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title></head>'
        f'<body><main><h1>{title}</h1><p><a href="{goal}">{html.escape(say.word("moved.link"))}</a></p></main></body></html>\n'
    )
