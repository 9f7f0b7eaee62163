"""Prevents bad line breaks in all running text, of pages and of templates.

It keeps together a day, its month and its year; a number and its millions; a name with digits (`Route 66`); where a language
holds them, words with a hyphen (`États-Unis`).

Narrow no-break spaces become plain ones: Firefox finds `262 403`, typed with a space, only so.
"""

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from scripts.index import allowed_figures
from scripts.language import locales, typography

_PARTS = re.compile(
    r"(?P<markup><(pre|code|textarea|script|style|option)\b.*?</\2>)"
    r"|(?P<figure><a\b[^>]*\sclass=\"fact\".*?</a>)|(?P<held><span class=\"nowrap\">.*?</span>)"
    r"|(?P<tag><[^>]*>)|(?P<text>[^<]+)",
    re.S,
)
_HYPHENATED = re.compile(r"[^\W\d_]+’?[^\W\d_]*(?:-[^\W\d_]+)+")
MAX_LETTERS = 18
"""Letters up to which a word with a hyphen is kept whole: it must fit beside others on a phone."""


class NoBreak(Postprocessor):
    """Puts no-break spaces, and spans that do not break, into the HTML, while drawings and code are still put aside."""

    def __init__(self, md: Markdown, language: str):
        super().__init__(md)
        settings = locales.language(language)
        days = "|".join(
            rf"(?<=\b{day})" for day in (r"\d", r"\d\d", r"\d\.", r"\d\d\.", settings.first_of_month) if day
        )
        self.spaces = re.compile(
            rf"(?:{days}) (?=(?:{settings.all_months})(?!\w))|(?<=\d) (?=(?:{settings.large_numbers})\b)"
        )
        self.years = re.compile(rf"\b({settings.all_months}) (?=[12]\d{{3}}\b)")
        names_with_spaces = [rf"\b{re.escape(name)}\b" for name in allowed_figures.load().names if " " in name]
        self.names = re.compile("|".join(names_with_spaces) or r"(?!)")
        self.holds_words = settings.hyphens_hold

    def run(self, text: str) -> str:
        return _PARTS.sub(self._hold, text)

    def _hold(self, part: re.Match) -> str:
        if part["markup"] or part["tag"]:
            return part[0]
        text = typography.wide_spaces(part[0])
        if part["figure"]:  # the style sheet keeps it in one piece
            return text
        if any(map(str.isdigit, text)):
            text = self.spaces.sub("\u00a0", text)
            text = self.years.sub("\\1\u00a0", text)
            text = self.names.sub(lambda name: name[0].replace(" ", "\u00a0"), text)
        return _HYPHENATED.sub(_hold_word, text) if self.holds_words and part["text"] else text


def _hold_word(word: re.Match) -> str:
    return f'<span class="nowrap">{word[0]}</span>' if len(word[0]) <= MAX_LETTERS else word[0]
