"""Keeps a day with its month: `1 May 2026` must not break after the 1, whoever wrote it, a page or a template."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from babel.dates import get_month_names
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_AS_IT_IS = {"pre", "code", "textarea", "script", "style"}


class Spacing(Treeprocessor):
    """Puts a no-break space between the day and the name of the month in all running text."""

    def __init__(self, md: Markdown, language: str):
        super().__init__(md)
        months = "|".join(re.escape(name) for width in ("wide", "abbreviated") for name in get_month_names(width, locale=language).values())
        self.pattern = re.compile(rf"\b(\d{{1,2}}|1er) (?=(?:{months})(?!\w))")

    def run(self, root: ET.Element) -> None:
        if root.tag not in _AS_IT_IS:
            root.text = self._kept(root.text)
            for child in root:
                self.run(child)
                child.tail = self._kept(child.tail)

    def _kept(self, text: str | None) -> str | None:
        if not text or not any(character.isdigit() for character in text):
            return text
        kept = self.pattern.sub("\\1\u00a0", text)
        return AtomicString(kept) if isinstance(text, AtomicString) else kept
