"""Texts that a draft language lacks: the main language's, between two signs that show nothing, until the preview marks them."""

import re

OPEN, CLOSE = "\u2063", "\u2064"


def speaks(text: str) -> bool:
    """Whether a text says something in a language: `{n}` and 2025 do not."""
    return any(map(str.isalpha, re.sub(r"\{[^{}]*\}", "", text)))


def mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if speaks(text) else text
