"""Kaleido's SVG made fit for a page."""

import pytest
from lxml import etree

from scripts.drawing import svg, theme

RAW = """<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="100" height="50" style="background: red" viewBox="0 0 100 50">
<rect x="0" y="0" width="100" height="50" style="fill: rgb(0, 0, 0); fill-opacity: 0;"/>
<defs id="defs-9f3a"><clipPath id="clip9f3axyplot" class="plotclip"><rect width="90" height="40"/></clipPath><clipPath id="unused"><rect/></clipPath></defs>
<g class="layer"><rect class="nsewdrag" x="0" y="0" width="9" height="9" style="fill: transparent"/></g>
<g class="points" clip-path="url(#clip9f3axyplot)"><path d="M1.23456,2V3.99999Z" style="vector-effect: none; fill: {accent}; opacity: 1;"/></g>
<text style="font-family: 'X'; font-size: 15px; fill: {ink};" data-math="N">7</text><g class="empty"></g></svg>"""


def cleaned(accent=theme.ACCENT, themed=True):
    raw = RAW.replace("{accent}", accent).replace("{ink}", theme.INK)
    return svg.clean(raw, prefix="sales-w", title="Sales <rise>", description="A & B", themed=themed)


def test_nothing_inline_is_left_for_a_strict_policy_to_block():
    assert "style=" not in cleaned() and "data-" not in cleaned() and "nsewdrag" not in cleaned()


def test_colours_become_classes_that_follow_the_scheme():
    root = etree.fromstring(cleaned())
    path = root.find(f".//{svg.SVG}path")
    assert path.get("class") == "f-accent" and path.get("fill") is None
    assert root.find(f".//{svg.SVG}text").get("class") == "f-ink"


def test_a_drawing_that_stands_alone_keeps_its_colours():
    assert theme.ACCENT in cleaned(themed=False)


def test_a_colour_outside_the_theme_is_refused_with_the_ones_that_are_allowed():
    with pytest.raises(svg.UnknownColor, match=r"#ff0000 is not a colour of scripts/drawing/theme.py; allowed: .*" + theme.ACCENT):
        cleaned("#ff0000")


def test_ids_are_stable_unique_and_still_refer_to_each_other():
    text = cleaned()
    assert text == cleaned() and "9f3a" not in text and "unused" not in text
    root = etree.fromstring(text)
    clip = root.find(f".//{svg.SVG}clipPath").get("id")
    assert clip.startswith("sales-w-") and f'clip-path="url(#{clip})"' in text


def test_it_is_named_and_described_and_its_words_are_escaped():
    root = etree.fromstring(cleaned())
    assert root.get("role") == "img" and root.get("aria-labelledby") == "sales-w-t sales-w-d"
    assert [root[0].text, root[1].text] == ["Sales <rise>", "A & B"]


def test_a_labels_ground_stays_so_that_no_grid_line_crosses_its_words():
    ground = '<g class="annotation"><rect class="bg" width="40" height="20" style="stroke-opacity: 0; fill: {fill}; fill-opacity: {opacity};"/><text>late</text></g>'

    def cleaned_with(fill, opacity):
        raw = RAW.replace("</svg>", ground.replace("{fill}", fill).replace("{opacity}", opacity) + "</svg>").replace("{accent}", theme.ACCENT).replace("{ink}", theme.INK)
        return svg.clean(raw, prefix="x", title="t", description="d")

    assert "f-paper" in cleaned_with(theme.PAPER, "1")
    assert 'width="40"' not in cleaned_with("rgb(0, 0, 0)", "0")


def test_numbers_keep_a_tenth_of_a_pixel():
    assert 'd="M1.2,2V4Z"' in cleaned()
