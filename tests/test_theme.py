"""Colours that charts are drawn in: each its own, and strong enough against the page for eyes that need contrast."""

import pytest

from scripts.drawing import theme

FILLS = ("accent", "accent-soft", "context", "context-deep", "warm", "warm-soft")
"""What bars, dots and squares are painted in."""
WORDS = ("ink", "soft", "accent", "warm")
"""What words are written in."""
SCHEMES = ("light", "dark")


def luminance(color: str) -> float:
    """Relative luminance as the Web Content Accessibility Guidelines define it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: str, other: str) -> float:
    low, high = sorted((luminance(color), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def color(name: str, scheme: str) -> str:
    return getattr(theme.TOKENS[name], scheme)


def faint(names, ground, scheme, least):
    """Names of the colours that stand out too little from a ground."""
    return [name for name in names if contrast(color(name, scheme), color(ground, scheme)) < least]


def test_every_light_colour_is_its_own_since_drawings_are_recoloured_by_it():
    assert len({token.light for token in theme.TOKENS.values()}) == len(theme.TOKENS)


@pytest.mark.parametrize(
    ("names", "ground", "schemes", "least"),
    [
        (FILLS, "paper", ("dark",), 3),
        (("accent", "context-deep", "warm"), "paper", ("light",), 3),  # the pale fills do not, and each of them carries its figure in ink
        (WORDS, "paper", SCHEMES, 4.5),
        (("accent-soft", "warm-soft", "context"), "ink", SCHEMES, 4.5),
        (("accent",), "paper", SCHEMES, 4.5),  # figures on bars of the subject
    ],
)
def test_marks_and_words_stand_out_from_what_they_are_drawn_on(names, ground, schemes, least):
    assert {scheme: faint(names, ground, scheme, least) for scheme in schemes} == {scheme: [] for scheme in schemes}
