"""The word list against the code that draws from it: every word asked for is there, used, translated and filled in alike.

Code is read, not run: Python by its syntax tree, templates by Jinja's. A key that is put together (`f"verdict.{...}"`,
`"verdict." ~ row.verdict`) asks for every word that begins so, and for one word for each value that the column may hold.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from jinja2 import nodes

from scripts import paths
from scripts.facts.nearest import nearest
from scripts.facts.records import KINDS, WordRow
from scripts.problems import Problem

FILE = "data/words.csv"
LONGEST_SAME = 12
"""Letters above which the same text in two languages counts as not translated."""
SAME = frozenset({"Sources", "Description (JSON)"})
"""Texts that are right in both languages."""
VALUES = {
    "confidence": ("claims", "confidence"), "division": ("divisions", "state"), "event": ("events", "status"), "kind": ("sources", "kind"),
    "lang": ("sources", "language"), "standing": ("sources", "standing"), "topic": ("events", "topic"), "updates.kind": ("updates", "kind"),
    "us": ("models", "for_us"), "verdict": ("claims", "verdict"),
}
"""Beginning of a key -> kind of row and column whose values it names."""

_ASKERS = ("word", "say")
_PREFIX = re.compile(r"[a-z][a-z.]*\.")


@dataclass(frozen=True)
class Use:
    """One call that asks for a word; `filled` are the names it fills in, None where that cannot be read."""

    key: str
    filled: frozenset[str] | None
    file: str
    line: int


@dataclass
class Asked:
    """What code asks for: calls with a plain key, every text that could be a key, beginnings of keys put together."""

    uses: list[Use] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)

    def mention(self, text: str) -> None:
        self.mentions.add(text)
        if _PREFIX.fullmatch(text):
            self.prefixes.add(text.removesuffix("."))


def problems(rows: Iterable[WordRow], root: Path = paths.ROOT, languages: tuple[str, ...] = paths.LANGUAGES, asked: Asked | None = None) -> list[Problem]:
    """Missing, untranslated and unevenly filled words of a project; `asked` is what `scan` found, where that was done already."""
    listed, asked = {row.key: row for row in rows}, asked or scan(root)
    return [*_missing(listed, asked), *_texts(listed, languages), *_filled(listed, asked, languages[0])]


def unused(rows: Iterable[WordRow], root: Path = paths.ROOT, asked: Asked | None = None) -> list[Problem]:
    """Words that nothing asks for. Apart from `problems`, because a page is none the worse for them."""
    asked = asked or scan(root)
    return [
        Problem(row.file, row.line, "key", f"{row.key!r} is used nowhere; allowed: words that code draws, so use it or delete the row")
        for row in rows
        if row.key not in asked.mentions and not _put_together(row.key, asked)
    ]


_QUOTED = re.compile(r'"([a-z][a-z0-9.-]*)"')


def scan(root: Path) -> Asked:
    """What the Python of scripts/, the templates of scripts/ and overrides/, and the scripts of overrides/ ask for."""
    asked = Asked()
    for path in sorted((root / "scripts").rglob("*.py")):
        if path.parent.name != "checks":
            _python(path, asked)
    for folder in ("scripts", "overrides"):
        for path in sorted((root / folder).rglob("*.html")) + sorted((root / folder).rglob("*.xml")):
            _template(path, asked)
    for path in sorted((root / "overrides").rglob("*.js")):
        for text in _QUOTED.findall(path.read_text("utf-8")):
            asked.mention(text)
    return asked


def _python(path: Path, asked: Asked) -> None:
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except SyntaxError:
        return  # whatever imports it says so
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            asked.mention(node.value)
        elif isinstance(node, ast.Call) and len(node.args) == 1 and (getattr(node.func, "attr", None) or getattr(node.func, "id", None)) in _ASKERS:
            filled = None if any(one.arg is None for one in node.keywords) else frozenset(one.arg for one in node.keywords if one.arg)
            asked.uses += [Use(key, filled, paths.shown(path), node.lineno) for key in _keys(node.args[0])]


def _keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)


def _template(path: Path, asked: Asked) -> None:
    try:
        tree = jinja2.Environment().parse(path.read_text("utf-8"))
    except jinja2.TemplateSyntaxError:
        return  # rendering it says so
    for const in tree.find_all(nodes.Const):
        if isinstance(const.value, str):
            asked.mention(const.value)
    for call in tree.find_all(nodes.Call):
        name = getattr(call.node, "attr", None) or getattr(call.node, "name", None)
        if name in _ASKERS and len(call.args) == 1:
            filled = None if call.dyn_kwargs else frozenset(one.key for one in call.kwargs)
            asked.uses += [Use(key, filled, paths.shown(path), call.lineno) for key in _template_keys(call.args[0])]


def _template_keys(node: nodes.Node | None) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from _template_keys(node.expr1)
        yield from _template_keys(node.expr2)


def _missing(listed: dict[str, WordRow], asked: Asked) -> Iterator[Problem]:
    for use in asked.uses:
        if use.key not in listed:
            near = nearest(use.key, listed)
            said = f"{use.key!r} is not in {FILE}; allowed: its keys, so add it in every language" + (f", or mean {near}" if near else "")
            yield Problem(use.file, use.line, "word", said)
    for prefix in sorted(asked.prefixes & VALUES.keys()):
        kind, column = VALUES[prefix]
        for value in _values(prefix):
            if f"{prefix}.{value}" not in listed:
                yield Problem(FILE, 0, "key", f"{prefix}.{value} is missing; allowed: a word for each value that column {column} of {kind} may hold")


def _put_together(key: str, asked: Asked) -> bool:
    prefix, _, last = key.rpartition(".")
    return prefix in asked.prefixes and (prefix not in VALUES or last in _values(prefix))


def _values(prefix: str) -> list[str]:
    kind, column = VALUES[prefix]
    return KINDS[kind].columns()[column][1].text.split(" | ")


def _texts(listed: dict[str, WordRow], languages: tuple[str, ...]) -> Iterator[Problem]:
    first, *others = languages
    for row in listed.values():
        text = getattr(row, first)
        for other in others:
            twin = getattr(row, other)
            if text == twin and sum(map(str.isalpha, text)) > LONGEST_SAME and text not in SAME:
                yield Problem(
                    row.file, row.line, other,
                    f"{twin!r} stands so in {first!r} too; allowed: a translation, or an entry in SAME of scripts/checks/words.py",
                )
            if _names(text) != _names(twin):
                yield Problem(
                    row.file, row.line, other,
                    f"fills in {_said(_names(twin))} where {first!r} fills in {_said(_names(text))}; allowed: the same names in every language",
                )


def _filled(listed: dict[str, WordRow], asked: Asked, language: str) -> Iterator[Problem]:
    for use in asked.uses:
        if use.key in listed and use.filled is not None and (wanted := _names(getattr(listed[use.key], language))) != use.filled:
            yield Problem(
                use.file, use.line,
                "word", f"{use.key!r} is given {_said(use.filled)}; allowed: {_said(wanted)}, as in {listed[use.key].place}",
            )


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w+)\}", text))


def _said(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"
