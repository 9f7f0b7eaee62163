"""Shows in a page of a draft what is still in the main language."""

import re

from scripts.facts.untranslated import CLOSE, OPEN

_PART = re.compile(r"<(script|style|svg|title|option|textarea)\b.*?</\1>|<[^>]*>|[^<]+", re.S)
"""What holds no other element, a tag, or text."""


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
