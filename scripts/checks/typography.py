"""Typography of each edition: rules that find a breach and, where it is mechanical, mend it.

A rule's pattern matches only breaches or runs that may hold one; `mend` gives the right text, or None if a person has to.
Markers, code, ids, addresses, tags and `{placeholders}` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from scripts.index import markers

NNBSP = "\u202f"
_WORD, _BREAK = "\ua000", "\u2028"  # stand for what is left alone: as a letter, or, for a line break tag, as a space

_ALONE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\{\{[^{}]*\}\}|\{[^{}]*\}"
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^)]*)?\)"
    r"|https?://[^\s<>)\]]*[^\s<>)\].,;:!?»]"
    r"|<br\s*/?>|</?[a-z][^<>]*>"
)


@dataclass(frozen=True)
class Rule:
    """One rule: what is wrong, where it shows, and how it is mended (None: by a person)."""

    message: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str | None]


def _rule(message: str, pattern: str, mend: str | Callable[[re.Match[str]], str | None] | None) -> Rule:
    if mend is None or isinstance(mend, str):
        replacement = mend
        return Rule(message, re.compile(pattern), lambda match: None if replacement is None else match.expand(replacement))
    return Rule(message, re.compile(pattern), mend)


def _thousands(match: re.Match[str]) -> str:
    return re.sub("[ \u00a0]", NNBSP, match[0])


def _pair(match: re.Match[str]) -> str | None:
    return None if match[1] is None else f"«{NNBSP}{match[1].strip()}{NNBSP}»"


def _outer(match: re.Match[str]) -> str:
    return match[0] if match[1] is None else f"«{NNBSP}{match[1].strip()}{NNBSP}»"


_BOTH = (
    _rule("three points; expected: the sign …", r"\.\.\.", "…"),
    _rule("straight apostrophe; expected: ’", r"(?<=[\w\])*”»%.,!?…])'|'(?=\d\ds?\b)", "’"),
    _rule("more than one space; expected: one", r"(?<=[^\s|])[ \u00a0\u202f]{2,}(?=[^\s|])", lambda match: NNBSP if NNBSP in match[0] else " "),
    _rule("space at the end of a line; expected: none", r"[ \t\u00a0\u202f]+$", ""),
    _rule("space before a comma or full stop; expected: none", r"(?<=\w)[ \u00a0\u202f]+(?=[,.](?:\s|$))", ""),
)
_HIGH = f"mark without a narrow no-break space before it; expected: U+202F before ; : ! ? % {NNBSP}»"
RULES: dict[str, tuple[Rule, ...]] = {
    "en": (
        *_BOTH,
        _rule("straight quotation mark; expected: “ and ”", r'(?<![\w.,;:!?…%)\]’”*])"(?=\S)', "“"),
        _rule("straight quotation mark; expected: “ and ”", r'(?<=[\w.,;:!?…%)\]’”*])"', "”"),
        _rule("straight single quotation mark; expected: ‘ and ’", r"(?<![\w\])*”»%.,!?…])'(?!\d\ds?\b)(?=\w)", "‘"),
        _rule("guillemets; expected: “ and ”", r"[«»]", None),
        _rule("space before a mark; expected: none in English", r"(?<=\w)[ \u00a0\u202f]+(?=[;:!?%](?:\s|$))", ""),
        _rule("narrow no-break space; expected: a plain space", "(?<=\\S)\u202f(?![;:!?%\u202f ]|$)", lambda match: " "),
    ),
    "fr": (
        *_BOTH,
        _rule("straight quotation mark; expected: « and »", r'"(?:([^"]*)")?', _pair),
        _rule("English quotation marks; expected: « and », with “ ” only inside them", r"«[^»]*»|“([^”]*)”", _outer),
        _rule("straight single quotation mark; expected: « and »", r"(?<![\w\])*”»%.,!?…])'(?!\d\ds?\b)", None),
        _rule(_HIGH, r"(?<=[^\s«(\[])[ \u00a0]*(?=;(?:\s|$))", NNBSP),
        _rule(_HIGH, r"(?<=[^\s«(\[])[ \u00a0]*(?=:(?:[\s*]|$))", NNBSP),
        _rule(_HIGH, r"(?<=[^\s!?«(\[])[ \u00a0]*(?=[!?](?!\[))", NNBSP),
        _rule(_HIGH, rf"(?<=[\d{_WORD}*)])[ \u00a0]*(?=%(?!\w))", NNBSP),
        _rule(_HIGH, r"(?<=\S)[ \u00a0]*(?=»)", NNBSP),
        _rule("« without a narrow no-break space after it; expected: U+202F", "«(?!\u202f)[ \u00a0]*", f"«{NNBSP}"),
        _rule("ordinal on the line; expected: 1ᵉʳ, with raised letters", r"\b1er\b", "1ᵉʳ"),
        _rule("thousands without a narrow no-break space; expected: U+202F", r"(?<![\w.,\u202f])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)", _thousands),
    ),
}


def breaches(text: str, language: str) -> list[tuple[str, str]]:
    """(what is wrong, where: some of the text around it) for one line of text."""
    masked, alone = _mask(text)
    return [
        (rule.message, _around(masked, match, alone))
        for rule in RULES[language]
        for match in rule.pattern.finditer(masked)
        if rule.mend(match) != match[0]
    ]


def words(text: str) -> str:
    """What is said in a text: without what is left alone."""
    return _ALONE.sub(" ", text)


def fix_line(line: str, language: str) -> str:
    """The line with everything mended that is mechanical."""
    masked, alone = _mask(line)
    for rule in RULES[language]:
        masked = rule.pattern.sub(lambda match, rule=rule: match[0] if (new := rule.mend(match)) is None else new, masked)
    return _unmask(masked, alone)


def fix(text: str, language: str) -> str:
    """A Markdown page, or any text, mended line by line: prose and the values of front matter, not code or blocks."""
    prose = {number for number, _ in markers.prose(text)}
    lines = text.split("\n")
    for place, line in enumerate(lines):
        front = re.match(r"""(?P<key>\w+:\s*)(?P<quote>["']?)(?P<value>.*)(?P=quote)\s*$""", line) if place + 1 not in prose else None
        if place + 1 in prose and not line.startswith("///"):
            lines[place] = fix_line(line, language)
        elif front and _in_front(lines, place):
            lines[place] = f"{front['key']}{front['quote']}{fix_line(front['value'], language)}{front['quote']}"
    return "\n".join(lines)


def _in_front(lines: list[str], place: int) -> bool:
    return lines[0].strip() == "---" and "---" not in (line.strip() for line in lines[1:place])


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
