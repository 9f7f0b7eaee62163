"""Texts that a draft language lacks: the main language's, between two signs that show nothing, until the preview marks them."""

import re

OPEN, CLOSE = "\u2063", "\u2064"
_PART = re.compile(r"<(script|style|svg|title|option|textarea)\b.*?</\1>|<[^>]*>|[^<]+", re.S)
"""What holds no other element, a tag, or text."""


def speaks(text: str) -> bool:
    """Whether a text says something in a language: `{n}` and 2025 do not."""
    return any(map(str.isalpha, re.sub(r"\{[^{}]*\}", "", text)))


def mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if speaks(text) else text


def highlight(html: str, language: str) -> tuple[str, int]:
    """A page with what is marked in it as elements of the main language, and how many texts that are."""
    depth = count = 0

    def mark_part(match: re.Match[str]) -> str:
        nonlocal depth, count
        if match[0].startswith("<"):
            return re.sub(f"[{OPEN}{CLOSE}]", "", match[0])
        pieces = []
        for piece in re.split(f"([{OPEN}{CLOSE}])", match[0]):
            if piece == OPEN:
                depth += 1
                count += 1
            elif piece == CLOSE:
                depth -= 1
            elif depth and piece.strip():
                pieces.append(f'<mark lang="{language}">{piece}</mark>')
            else:
                pieces.append(piece)
        return "".join(pieces)

    return _PART.sub(mark_part, html), count
