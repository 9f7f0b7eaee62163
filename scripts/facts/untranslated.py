"""Texts that a draft language lacks: the main language's, between ‹ and ›, so that whoever looks at the draft sees what is left to do."""

import re


def has_words(text: str) -> bool:
    """Whether a text says something in a language: `{n}` and 2025 do not."""
    return any(map(str.isalpha, re.sub(r"\{[^{}]*\}", "", text)))


def mark(text: str) -> str:
    return f"‹{text}›" if has_words(text) else text
