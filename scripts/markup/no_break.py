"""Keeps together, in all running text, what must not break at the end of a line, whoever wrote it, a page or a template.

A day, its month and its year; a number and its millions; a name with digits (`Route 66`); where a language
holds them, words with a hyphen (`États-Unis`).

Narrow no-break spaces become plain ones: Firefox finds `262 403`, typed with a space, only so.
"""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.language import locales, names
from scripts.markup import element_tree

_AS_IT_IS = {"pre", "code", "textarea", "script", "style", "option"}
_HYPHENATED = re.compile(r"[^\W\d_]+’?[^\W\d_]*(?:-[^\W\d_]+)+")
MAX_LETTERS = 18
"""Letters up to which a word with a hyphen is kept whole: it must fit beside others on a phone."""


class NoBreak(Treeprocessor):
    """Puts no-break spaces, and spans that do not break, into the finished tree."""

    def __init__(self, md: Markdown, language: str):
        super().__init__(md)
        ours = locales.of(language)
        days = "|".join(rf"(?<=\b{day})" for day in (r"\d", r"\d\d", r"\d\.", r"\d\d\.", ours.first_of_month) if day)
        self.spaces = re.compile(rf"(?:{days}) (?=(?:{ours.all_months})(?!\w))|(?<=\d) (?=(?:{ours.large_numbers})\b)")
        self.years = re.compile(rf"\b({ours.all_months}) (?=[12]\d{{3}}\b)")
        self.names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names.allowed().names if " " in name) or r"(?!)")
        self.words = _HYPHENATED if ours.hyphens_hold else None

    def run(self, root: ET.Element) -> None:
        if root.tag in _AS_IT_IS:
            return
        if root.get("class") == "fact":  # the style sheet keeps a figure in one piece
            root.text = _findable(root.text)
            return
        root.text = self._kept(root.text)
        for child in list(root):
            self.run(child)
            child.tail = self._kept(child.tail)
        if self.words and root.get("class") != "nowrap":
            self._hold_words(root)

    def _kept(self, text: str | None) -> str | None:
        if not text:
            return text
        found = _findable(text)
        if any(character.isdigit() for character in text):
            found = self.years.sub("\\1\u00a0", self.spaces.sub("\u00a0", found))
            found = self.names.sub(lambda name: name[0].replace(" ", "\u00a0"), found)
        return _like(text, found)

    def _hold_words(self, parent: ET.Element) -> None:
        """Wrap words with a hyphen, from the last text of the element to the first, so that places keep."""
        for place in range(len(parent), -1, -1):
            text = element_tree.text_before(parent, place)
            found = [word for word in self.words.finditer(text) if len(word[0]) <= MAX_LETTERS]
            for word in reversed(found):
                span = ET.Element("span", {"class": "nowrap"})
                span.text, span.tail = _like(text, word[0]), _like(text, text[word.end() :])
                parent.insert(place, span)
                text = _like(text, text[: word.start()])
            if found:
                element_tree.set_text_before(parent, place, text)


def _findable(text: str) -> str:
    return _like(text, text.replace("\u202f", "\u00a0"))


def _like(model: str, text: str) -> str:
    """Text that Markdown must not read again stays so."""
    return AtomicString(text) if isinstance(model, AtomicString) else text
