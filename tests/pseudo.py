"""A further edition made by rule from the main one: accents on vowels, and each doubled, so about a third longer. Nobody reads it.

It shows what a language with longer words would do to every page, list and drawing, without one having been written.
"""

import json
import re
import tomllib
from functools import partial
from pathlib import Path

from scripts.facts.dataset import read_dataset
from scripts.facts.records import QuoteRow
from scripts.index import allowed_figures
from scripts.language import locales, typography
from tests import sample_data

CODE = "nb"
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_NAMES = "|".join(map(re.escape, allowed_figures.load().names)) or "(?!)"
_LEFT = re.compile(
    rf"{_NAMES}"
    rf"|\b(?:{locales.language('en').months}|(?i:{'|'.join(locales.language('en').number_patterns.split())}))\b"
    r"|[^\s{]*\d[^\s{]*(?: [\w-]+)?|[\w-]+ (?=\d)"
    r"|\{[#.][^}]*\}|\[“[^”]*”\](?=\()|^(?:///.*|\w+:)|\b(?:https?|www)\S*",
    re.M,
)
"""What would no longer be understood: names with digits, months, numbers in words, words beside digits, names of blocks and keys."""


def longer(text: str, *, double: bool = True) -> str:
    """The text as the further edition has it."""
    def accented(part: str) -> str:
        return re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0].translate(_ACCENTS) + (vowel[0].lower() if double else ""), part)

    whole, parts, end = re.compile(f"{typography.LEFT_ALONE.pattern}|{_LEFT.pattern}", re.M), [], 0
    for alone in whole.finditer(text):
        parts += [accented(text[end : alone.start()]), alone[0]]
        end = alone.end()
    made = "".join([*parts, accented(text[end:])])
    return f"{made} y" if made == text and any(map(str.isalpha, text)) and "\n" not in text else made


def add(root: Path) -> None:
    """Write the edition into a copy of the project, published."""
    _pages(root)
    _tables(root)
    for path in (root / "scripts" / "charts").glob("*.toml"):
        _append(path, f"[{CODE}]", _toml(tomllib.loads(path.read_text("utf-8"))["en"]))
    meanings = tomllib.loads((root / "data" / "columns.fr.toml").read_text("utf-8"))
    (root / "data" / f"columns.{CODE}.toml").write_text(
        "".join(f"[{part}]\n{_toml({text: text for text in texts})}" for part, texts in meanings.items()), "utf-8"
    )
    listing = root / "data" / "tables.toml"
    listing.write_text(
        re.sub(
            r'^en = "(.*)"$',
            lambda match: f'{match[0]}\n{CODE} = "{longer(match[1])}"',
            listing.read_text("utf-8"),
            flags=re.M,
        ),
        "utf-8",
    )
    declared = root / "data" / "languages.toml"
    text = declared.read_text("utf-8")
    english = text[text.index("[en]") : text.index("[fr]")].replace("[en]", f"[{CODE}]")
    declared.write_text(text.replace("[de]", f"{english}\n[de]") if "[de]" in text else text + english, "utf-8")
    theme = root / "scripts" / "drawing" / "theme.py"  # where a translator would shorten words, its letters shrink
    theme.write_text(re.sub(r"least_text=\d+", "least_text=9", theme.read_text("utf-8")), "utf-8")
    _append(root / "STYLE.md", f"```banned-{CODE}", "nothing of this\n```\n")


def _append(path: Path, head: str, text: str) -> None:
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{head}\n{text}", "utf-8")


def _toml(texts: dict) -> str:
    quoted = partial(json.dumps, ensure_ascii=False)  # which writes a text as TOML does
    lines = []
    for name, text in texts.items():
        key = name if re.fullmatch(r"[\w-]+", name) else quoted(name)
        lines.append(
            f"{key} = {{{', '.join(f'{column} = {quoted(longer(words))}' for column, words in text.items())}}}"
            if isinstance(text, dict)
            else f"{key} = {quoted(longer(text))}"
        )
    return "\n".join(lines) + "\n"


def _pages(root: Path) -> None:
    for folder in (root / "docs", root / "docs" / "digest"):
        for page in (folder / "en").glob("*.md"):
            _, front, body = page.read_text("utf-8").split("---\n", 2)
            # What has a length that fits a search engine or a line of a mail program keeps it.
            front = "".join(
                line
                if line.startswith(("read_together", "chart", "counts"))
                else longer(line, double=line.startswith("title"))
                for line in front.splitlines(keepends=True)
            )
            body = body if folder.name == "docs" else re.sub(r"^## .*$", lambda head: head[0], body, flags=re.M)
            (folder / CODE).mkdir(exist_ok=True)
            text = "".join(
                line if line.startswith("## ") and folder.name == "digest" else longer(line)
                for line in body.splitlines(keepends=True)
            )
            (folder / CODE / page.name).write_text(f"---\n{front}---\n{text}", "utf-8")


def _tables(root: Path) -> None:
    facts, _ = read_dataset(root / "data")
    for name, table in facts.tables.items():
        path, kind = root / "data" / f"{name}.csv", table.kind
        fields = list(kind.translated())
        header, *lines = sample_data.load(path)
        cells = {row.line: [_cell(row, field, name) for field in fields] for row in table.rows}
        longer_lines = ([*line, *[""] * (len(header) - len(line)), *cells[number]] for number, line in enumerate(lines, 2))
        sample_data.save(path, [[*header, *(kind.column(field, CODE) for field in fields)], *longer_lines])


def _cell(row, field: str, table: str) -> str:
    if isinstance(row, QuoteRow) and field == "words_in":
        return longer(row.wording("en"))
    text = getattr(row, field) or ""
    return (
        ""
        if field in row.NAMES
        else longer(
            text,
            double=(table, field) not in {("updates", "title"), ("corrections", "now"), ("history", "because")}
            and field not in ("speaker", "model"),
        )
    )
