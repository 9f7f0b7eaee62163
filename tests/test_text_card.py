"""Share images of claims: their size and weight, that two runs agree, and that words stay on the card whatever they are."""

import io

import pytest
from PIL import Image

from scripts.drawing import draw, faces, measure, text_card, theme
from scripts.facts.records import VERDICTS
from scripts.outputs import share_cards

WORDS = {
    "site": "A story", "label": "Changed", "tone": "warm", "headline": "The Comet comes in 2024.", "line": "Ada Martin, 14 January 2021",
    "address": "example.org/x01",
}


def test_a_card_is_light_of_the_right_size_and_the_same_twice():
    raw = text_card.png(**WORDS)
    assert Image.open(io.BytesIO(raw)).size == (1200, 630) and len(raw) < draw.MAX_PNG_BYTES / 10
    assert text_card.png(**WORDS) == raw


def test_every_word_of_a_card_shows():
    seen = {text_card.png(**WORDS)}
    for part in WORDS:
        seen.add(text_card.png(**WORDS | {part: "accent" if part == "tone" else "Other words"}))
    assert len(seen) == 7


@pytest.mark.parametrize("headline", ["W" * 30, "word " * 80, "Ein « mot » long, très long\u202f: " * 6, "x"])
def test_words_stay_on_the_card(headline):
    size, lines = text_card.headline_lines(headline.strip())
    font = faces.of_size("serif-bold", size)
    assert len(lines) <= dict(text_card.HEADLINE_SIZES)[size]
    assert all(font.getlength(line) <= text_card.ROOM for line in lines if " " in line)
    below = 214 + len(lines) * size * text_card.LEADING
    assert below <= 630 - 108, "the headline leaves room for the line below it"


def test_spaces_that_bind_do_not_break():
    lines = measure.broken("Il a dit «\u202fnon\u202f» à 262\u202f403 véhicules " * 4, lambda line: len(line) < 30)
    assert not any(line.startswith(("»", "403")) or line.endswith(("«", "262")) for line in lines)


def test_every_claim_has_a_card_of_its_own(each_edition):
    files = dict(share_cards.files(each_edition))
    of_claims = {f"share/scorecard/{claim.key}.png" for claim in each_edition.facts.of_kind("claims")}
    assert {name for name in files if name.startswith("share/scorecard/")} == of_claims
    assert "share/method.png" in files and "share/index.png" not in files
    assert len(set(files.values())) == len(files) and max(map(len, files.values())) < draw.MAX_PNG_BYTES


def test_every_verdict_has_a_tone():
    assert set(share_cards.TONES.values()) <= set(theme.TOKENS)
    assert set(share_cards.TONES) == set(VERDICTS)
