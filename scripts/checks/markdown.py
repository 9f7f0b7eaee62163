"""Unsupported Markdown, which would be published as raw text: the syntax of GitHub, Material or an editor.

Also what nobody wants to publish: conflict markers of git, comments, and links that work on one machine only.
"""

import re
from collections.abc import Iterator

from scripts.index.markdown_pages import MarkdownPage
from scripts.problems import Problem

_UNKNOWN = (
    (r"^\s*(?:!!!|\?\?\?\+?)\s", "an admonition", "a paragraph, or a quotation (> ...)"),
    (r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", "GitHub's call-out", "a paragraph"),
    (r"^\s*(?:[-*]\s)?\[[ xX]\]\s", "a task list", "a plain list"),
    (r"^===[!+]? [\"“]", "a tab", "a heading or a paragraph"),
    (r"\[\^[^\]\s]+\]", "a footnote", "{{ cite: source-id }} at the end of the paragraph"),
    (r"\[\[[^\[\]]+\]\]", "a wiki's link", "[words](page.md)"),
    (r"(?<![\w:}]):[a-z][a-z0-9_+-]+:(?![\w:])", "the name of an emoji or icon", "words"),
    (r"~~\S.*?~~", "struck out", "the text as it is to be read"),
    (r"==[^\s=].*?==", "highlighted", "*emphasis* or nothing"),
)
"""Pattern, what it is elsewhere, and what our pages have in its place."""
_UNWANTED = (
    (r"^(?:<{7} |={7}$|>{7} )", "is a conflict marker of git", "one of the two versions, without such lines"),
    (r"\]\([^()\s]+\s+[“”‘’«][^)]*\)", "has curly quotation marks around a link's title", "[words](address)"),
    (r"\[[^\]]+\]\s+\((?:https?:|[\w./-]+\.md)", "has a space before its address", "[words](address)"),
    (r"\[[^\]]+\]\[[^\]]*\]", "is a link by reference", "[words](address)"),
    (
        r"<!--",
        "begins a comment, which readers find in the page's source",
        "nothing, so put it into the commit message",
    ),
    (r"https?://(?:127\.0\.0\.1|localhost|\[::1\])\S*", "leads to your own preview", "a page's file, as strategy.md"),
    (r"(?<![(<\"=\w])https?://\S+", "is a bare address, which is no link here", "[words](address)"),
)
"""Pattern, what is wrong with it, and what is expected."""
_RULES = [(re.compile(pattern), f"is {kind}, which is not known here", other) for pattern, kind, other in _UNKNOWN]
_RULES += [(re.compile(pattern), wrong, expected) for pattern, wrong, expected in _UNWANTED]
_LIST = re.compile(r"^(?:[-*+]|\d+\.)\s+\S")
_TABLE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*\|")


def check(page: MarkdownPage) -> Iterator[Problem]:
    """Find what a page would show as raw text or should not show, line by line."""
    lines = dict(page.prose)
    for number, line in lines.items():
        for pattern, wrong, expected in _RULES:
            if match := pattern.search(line):
                yield page.problem(number, "markdown", f"{match[0].strip()[:60]!r} {wrong}", expected)
        before = lines.get(number - 1, "")
        if line.startswith("|") and not before.strip() and not _TABLE.match(lines.get(number + 1, "")):
            expected = "a line `| --- | --- |` under its first, and an empty line after it"
            yield page.problem(number, "markdown", f"{line[:40]!r} is no table", expected)
        if _is_text(before) and _LIST.match(line):
            wrong = f"{line[:40]!r} is a list right under a line of text"
            yield page.problem(number, "markdown", wrong, "an empty line before a list")
        if _is_text(before) and _TABLE.match(line) and _is_text(lines.get(number - 2, "")):
            wrong = f"{before[:40]!r} begins a table right under a line of text"
            yield page.problem(number - 1, "markdown", wrong, "an empty line before a table")


def _is_text(line: str) -> bool:
    """Whether a line is part of a paragraph, so that a list or table under it would be read as more of it."""
    return bool(line.strip()) and not _LIST.match(line) and not line.startswith((" ", "\t", "#", "{", "/", "<"))
