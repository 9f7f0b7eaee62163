"""Missing translations of a draft language: the main language's text between ‹ and ›, so that a reader of the draft sees the gaps."""

import re


def has_words(text: str) -> bool:
    """Whether a text has words to translate: `{n}` and 2025 have none."""
    return any(map(str.isalpha, re.sub(r"\{[^{}]*\}", "", text)))


def mark(text: str) -> str:
    return f"‹{text}›" if has_words(text) else text
