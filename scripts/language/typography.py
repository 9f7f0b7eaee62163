"""Typography of each edition: rules that find a breach and, where it is mechanical, mend it.

A rule's pattern matches only breaches or runs that may hold one; `mend` gives the right text, or None if a person has to.
Markers, code, ids, addresses, tags and `{placeholders}` are left alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from scripts.language import locales
from scripts.language.locales import NNBSP, Language

_FIRST, _LAST = "\ua000", "\ua48c"  # Yi letters: placeholders for parts that are left alone; they match as letters
_BREAK = "\u2028"  # placeholder for a `<br>`; it matches as a space

LEFT_ALONE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\{\{[^{}]*\}\}|\{[^{}]*\}"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^)]*)?\)"
    r"|https?://[^\s<>)\]]*[^\s<>)\].,;:!?»]"
    r"|</?[a-z][^<>]*>"
)
QUOTED = re.compile("[“«](.+?)[”»]")
MAX_DESCRIPTION = 250  # characters of a page's description: search engines and messengers cut longer ones


@dataclass(frozen=True)
class Rule:
    """What is wrong and what is expected, the pattern of it, and what stands there when it is mended (None: a person has to)."""

    wrong: str
    expected: str
    pattern: str
    mended: str | Callable[[re.Match[str]], str | None] | None

    def mend(self, match: re.Match[str]) -> str | None:
        return self.mended(match) if callable(self.mended) else self.mended


class Breach(NamedTuple):
    """What breaks a rule. `around`: some of the text in which it stands."""

    wrong: str
    expected: str
    around: str


_IN_ALL_LANGUAGES = (
    Rule("three points", "the sign …", r"\.\.\.", "…"),
    Rule("straight apostrophe", "’", r"(?<=[\w\])*”»%.,!?…])'|'(?=\d\ds?\b)", "’"),
    Rule(
        "more than one space",
        "one",
        r"(?<=[^\s|])[ \u00a0\u202f]{2,}(?=[^\s|])",
        lambda match: NNBSP if NNBSP in match[0] else " ",
    ),
    Rule("space at the end of a line", "none", r"[ \t\u00a0\u202f]+$", ""),
    Rule("space before a comma or full stop", "none", r"(?<=\w)[ \u00a0\u202f]+(?=[,.](?:\s|$))", ""),
)
_NOT_AFTER_WORD = r"(?<![\w\])*”»%.,!?…])"  # where a mark can open a quotation
_NO_APOSTROPHE = r"(?!\d\ds?\b)"  # '90s


@cache
def rules(code: str) -> tuple[Rule, ...]:
    """The rules of a language, from its marks in data/languages.toml."""
    language = locales.language(code)
    special = _with_spaced_marks(language) if language.space_before_marks else _with_tight_marks(language)
    return (*_IN_ALL_LANGUAGES, *special)


def _with_tight_marks(language: Language) -> Iterator[Rule]:
    """Marks that stand at the words, as in English."""
    opening, closing, inner_opening, inner_closing = language.quotes
    expected = f"{opening} and {closing}"
    yield Rule("straight quotation mark", expected, r'(?<![\w.,;:!?…%)\]’”*])"(?=\S)', opening)
    yield Rule("straight quotation mark", expected, r'(?<=[\w.,;:!?…%)\]’”*])"', closing)
    yield Rule(
        "straight single quotation mark",
        f"{inner_opening} and {inner_closing}",
        rf"{_NOT_AFTER_WORD}'{_NO_APOSTROPHE}(?=\w)",
        inner_opening,
    )
    foreign = "".join(sorted(set("«»“”„") - set(language.quotes)))
    yield Rule("quotation marks of another language", expected, f"[{foreign}]", None)
    marks = ";:!?" if language.spaced_percent else ";:!?%"
    yield Rule("space before a mark", "none", rf"(?<=\w)[ \u00a0\u202f]+(?=[{marks}](?:\s|$))", "")
    if not language.spaced_percent:
        yield Rule("narrow no-break space", "a plain space", "(?<=\\S)\u202f(?![;:!?%\u202f ]|$)", " ")


def _with_spaced_marks(language: Language) -> Iterator[Rule]:
    """Marks with a narrow no-break space before or inside them, as in French."""
    opening, closing, inner_opening, inner_closing = language.quotes
    first = opening.strip()
    last = closing.strip()
    expected = f"{first} and {last}"

    def quoted(match: re.Match[str]) -> str | None:
        return None if match[1] is None else f"{opening}{match[1].strip()}{closing}"

    yield Rule("straight quotation mark", expected, r'"(?:([^"]*)")?', quoted)
    yield Rule(
        "inner quotation marks outside",
        f"{expected}, with {inner_opening} {inner_closing} only inside them",
        f"{first}[^{last}]*{last}|{inner_opening}([^{inner_closing}]*){inner_closing}",
        lambda match: match[0] if match[1] is None else quoted(match),
    )
    yield Rule("straight single quotation mark", expected, rf"{_NOT_AFTER_WORD}'{_NO_APOSTROPHE}", None)
    for place_of_mark in (
        r"(?<=[^\s«(\[])[ \u00a0]*(?=;(?:\s|$))",
        r"(?<=[^\s«(\[])[ \u00a0]*(?=:(?:[\s*]|$))",
        r"(?<=[^\s!?«(\[])[ \u00a0]*(?=[!?](?!\[))",
        rf"(?<=[\d{_FIRST}-{_LAST}*)])[ \u00a0]*(?=%(?!\w))",
        rf"(?<=\S)[ \u00a0]*(?={last})",
    ):
        yield Rule(
            "mark without a narrow no-break space before it",
            "U+202F before ; : ! ? % and the closing quotation mark",
            place_of_mark,
            NNBSP,
        )
    wrong = f"{first} without a narrow no-break space after it"
    yield Rule(wrong, "U+202F", f"{first}(?!\u202f)[ \u00a0]*", opening)
    if language.first_of_month:
        plain = unicodedata.normalize("NFKC", language.first_of_month)
        raised = f"{language.first_of_month}, with raised letters"
        yield Rule("ordinal on the line", raised, rf"\b{plain}\b", language.first_of_month)
    yield Rule(
        "thousands without a narrow no-break space",
        "U+202F",
        r"(?<![\w.,\u202f])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)",
        lambda match: re.sub("[ \u00a0]", NNBSP, match[0]),
    )


def breaches(text: str, language: str) -> list[Breach]:
    """What is wrong in one line of text."""
    masked, kept = _mask(text)
    broken = []
    for rule in rules(language):
        for match in re.finditer(rule.pattern, masked):
            if rule.mend(match) != match[0]:
                around = masked[max(0, match.start() - 20) : match.end() + 20]
                broken.append(Breach(rule.wrong, rule.expected, _unmask(around, kept).strip()))
    return broken


def fix_line(line: str, language: str) -> str:
    """The line with everything mended that is mechanical."""
    masked, kept = _mask(line)
    for rule in rules(language):
        for match in reversed(list(re.finditer(rule.pattern, masked))):
            mended = rule.mend(match)
            if mended is not None:
                masked = masked[: match.start()] + mended + masked[match.end() :]
    return _unmask(masked, kept)


def words(text: str) -> str:
    """A text without markers, code, ids, addresses and tags."""
    return LEFT_ALONE.sub(" ", text)


def shortened(text: str, most: float = MAX_DESCRIPTION, length: Callable[[str], float] = len) -> str:
    """As many of its first words as fit, with an ellipsis where these are not all. Only plain spaces part words."""
    while length(text) > most:
        text = text.removesuffix(" …").rpartition(" ")[0] + " …"
    return text


def wide_spaces(text: str) -> str:
    """A text with no-break spaces of the usual width in place of narrow ones, which few mail clients have and no search in a page finds."""
    return text.replace(NNBSP, "\u00a0")


def normalized(text: str) -> str:
    """A text for comparing: in small letters, without emphasis and quotation marks, with single spaces and none before a mark."""
    spaced = " ".join(re.sub("[*“”«»]", " ", text).split())
    return re.sub(" (?=[.,;])", "", spaced).strip(" .,").casefold()


def _mask(text: str) -> tuple[str, list[str]]:
    """The text with a placeholder for each part that is left alone, and those parts in order."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(ord(_FIRST) + len(kept) - 1)

    return LEFT_ALONE.sub(keep, text.replace("<br>", _BREAK)), kept


def _unmask(masked: str, kept: list[str]) -> str:
    text = re.sub(f"[{_FIRST}-{_LAST}]", lambda sign: kept[ord(sign[0]) - ord(_FIRST)], masked)
    return text.replace(_BREAK, "<br>")
