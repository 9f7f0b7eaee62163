"""Typography of each edition: rules that find a breach and, where it is mechanical, mend it.

A rule's pattern matches only breaches or runs that may hold one; `mend` gives the right text, or None if a person has to.
Markers, code, ids, addresses, tags and `{placeholders}` are left alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from scripts.language import locales
from scripts.language.locales import NNBSP, Language

_WORD, _BREAK = "\ua000", "\u2028"  # stand for what is left alone: as a letter, or, for a line break tag, as a space

_ALONE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\{\{[^{}]*\}\}|\{[^{}]*\}"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^)]*)?\)"
    r"|https?://[^\s<>)\]]*[^\s<>)\].,;:!?»]"
    r"|<br\s*/?>|</?[a-z][^<>]*>"
)
QUOTED = re.compile("[“«](.+?)[”»]")


@dataclass(frozen=True)
class Rule:
    """One rule: what is wrong and what is expected, where it shows, and what stands there when it is mended (None: a person has to)."""

    told: tuple[str, str]
    pattern: str
    mended: str | Callable[[re.Match[str]], str | None] | None

    def mend(self, match: re.Match[str]) -> str | None:
        return self.mended(match) if callable(self.mended) else self.mended

    def mended_or_as_it_is(self, match: re.Match[str]) -> str:
        new = self.mend(match)
        return match[0] if new is None else new


_BOTH = (
    Rule(("three points", "the sign …"), r"\.\.\.", "…"),
    Rule(("straight apostrophe", "’"), r"(?<=[\w\])*”»%.,!?…])'|'(?=\d\ds?\b)", "’"),
    Rule(
        ("more than one space", "one"), r"(?<=[^\s|])[ \u00a0\u202f]{2,}(?=[^\s|])",
        lambda match: NNBSP if NNBSP in match[0] else " ",
    ),
    Rule(("space at the end of a line", "none"), r"[ \t\u00a0\u202f]+$", ""),
    Rule(("space before a comma or full stop", "none"), r"(?<=\w)[ \u00a0\u202f]+(?=[,.](?:\s|$))", ""),
)
_HIGH = "mark without a narrow no-break space before it", "U+202F before ; : ! ? % and the closing quotation mark"
_BEFORE, _AFTER = r"(?<![\w\])*”»%.,!?…])", r"(?!\d\ds?\b)"
"""What no opening mark follows, and what no apostrophe begins."""


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language, from its marks in data/languages.toml."""
    ours = locales.of(language)
    return (*_BOTH, *(_spaced(ours) if ours.space_before_marks else _tight(ours)))


def _tight(ours: Language) -> Iterator[Rule]:
    """Marks that stand at the words, as in English."""
    opening, closing, inner, _ = ours.quotes
    straight = "straight quotation mark", f"{opening} and {closing}"
    foreign = "".join(sorted(set("«»“”„") - set(ours.quotes)))
    yield Rule(straight, r'(?<![\w.,;:!?…%)\]’”*])"(?=\S)', opening)
    yield Rule(straight, r'(?<=[\w.,;:!?…%)\]’”*])"', closing)
    single = "straight single quotation mark", f"{inner} and {ours.quotes[3]}"
    yield Rule(single, rf"{_BEFORE}'{_AFTER}(?=\w)", inner)
    yield Rule(("quotation marks of another language", f"{opening} and {closing}"), f"[{foreign}]", None)
    marks = ";:!?" if ours.spaced_percent else ";:!?%"
    yield Rule(("space before a mark", "none"), rf"(?<=\w)[ \u00a0\u202f]+(?=[{marks}](?:\s|$))", "")
    if not ours.spaced_percent:
        yield Rule(("narrow no-break space", "a plain space"), "(?<=\\S)\u202f(?![;:!?%\u202f ]|$)", " ")


def _spaced(ours: Language) -> Iterator[Rule]:
    """Marks with a narrow no-break space before or inside them, as in French."""
    opening, closing, inner, last = ours.quotes
    first, end = opening.strip(), closing.strip()

    def quoted(match: re.Match[str]) -> str | None:
        return None if match[1] is None else f"{opening}{match[1].strip()}{closing}"

    yield Rule(("straight quotation mark", f"{first} and {end}"), r'"(?:([^"]*)")?', quoted)
    yield Rule(
        ("inner quotation marks outside", f"{first} and {end}, with {inner} {last} only inside them"),
        f"{first}[^{end}]*{end}|{inner}([^{last}]*){last}",
        lambda match: match[0] if match[1] is None else quoted(match),
    )
    yield Rule(("straight single quotation mark", f"{first} and {end}"), rf"{_BEFORE}'{_AFTER}", None)
    yield Rule(_HIGH, r"(?<=[^\s«(\[])[ \u00a0]*(?=;(?:\s|$))", NNBSP)
    yield Rule(_HIGH, r"(?<=[^\s«(\[])[ \u00a0]*(?=:(?:[\s*]|$))", NNBSP)
    yield Rule(_HIGH, r"(?<=[^\s!?«(\[])[ \u00a0]*(?=[!?](?!\[))", NNBSP)
    yield Rule(_HIGH, rf"(?<=[\d{_WORD}*)])[ \u00a0]*(?=%(?!\w))", NNBSP)
    yield Rule(_HIGH, rf"(?<=\S)[ \u00a0]*(?={end})", NNBSP)
    unspaced = f"{first} without a narrow no-break space after it", "U+202F"
    yield Rule(unspaced, f"{first}(?!\u202f)[ \u00a0]*", opening)
    if ours.first_of_month:
        plain = unicodedata.normalize("NFKC", ours.first_of_month)
        on_the_line = "ordinal on the line", f"{ours.first_of_month}, with raised letters"
        yield Rule(on_the_line, rf"\b{plain}\b", ours.first_of_month)
    yield Rule(
        ("thousands without a narrow no-break space", "U+202F"), r"(?<![\w.,\u202f])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)",
        lambda match: re.sub("[ \u00a0]", NNBSP, match[0]),
    )


def breaches(text: str, language: str) -> list[tuple[tuple[str, str], str]]:
    """What is wrong and what is expected, and where (some of the text around it), for one line of text."""
    masked, alone = _mask(text)
    return [
        (rule.told, _around(masked, match, alone))
        for rule in rules(language)
        for match in re.finditer(rule.pattern, masked)
        if rule.mend(match) != match[0]
    ]


def words(text: str) -> str:
    """What is said in a text: without what is left alone."""
    return _ALONE.sub(" ", text)


def even(text: str) -> str:
    """A text for comparing: in small letters, without emphasis and quotation marks, with single spaces and none before a mark."""
    spaced = " ".join(re.sub("[*“”«»]", " ", text).split())
    return re.sub(" (?=[.,;])", "", spaced).strip(" .,").casefold()


def fix_line(line: str, language: str) -> str:
    """The line with everything mended that is mechanical."""
    masked, alone = _mask(line)
    for rule in rules(language):
        masked = re.sub(rule.pattern, rule.mended_or_as_it_is, masked)
    return _unmask(masked, alone)


def _mask(text: str) -> tuple[str, list[str]]:
    alone: list[str] = []

    def put(match: re.Match[str]) -> str:
        alone.append(match[0])
        return _BREAK if match[0].startswith("<br") else _WORD

    return _ALONE.sub(put, text), alone


def _unmask(masked: str, alone: list[str]) -> str:
    kept = iter(alone)
    return re.sub(f"[{_WORD}{_BREAK}]", lambda _: next(kept), masked)


def _around(masked: str, match: re.Match[str], alone: list[str]) -> str:
    start, end = max(0, match.start() - 20), min(len(masked), match.end() + 20)
    before = sum(masked[:start].count(sign) for sign in (_WORD, _BREAK))
    return _unmask(masked[start:end], alone[before:]).strip()
