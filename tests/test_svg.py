"""Kaleido's SVG made fit for a page."""

import pytest
from lxml import etree

from scripts.drawing import svg, theme
from scripts.problems import UnknownName

RAW = """<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="100" height="50" style="background: red" viewBox="0 0 100 50">
<rect x="0" y="0" width="100" height="50" style="fill: rgb(0, 0, 0); fill-opacity: 0;"/>
<defs id="defs-9f3a"><clipPath id="clip9f3axyplot" class="plotclip"><rect width="90" height="40"/></clipPath>
<clipPath id="unused"><rect/></clipPath></defs>
<g class="layer"><rect class="nsewdrag" x="0" y="0" width="9" height="9" style="fill: transparent"/></g>
<g class="points" clip-path="url(#clip9f3axyplot)">
<path d="M1.23456,2V3.99999Z" style="vector-effect: none; fill: {accent}; opacity: 1;"/></g>
<text style="font-family: 'X'; font-size: 15px; fill: {ink};" data-math="N">7</text><g class="empty"></g></svg>"""


def cleaned(accent=theme.ACCENT, more_inside="", **more):
    raw = RAW.replace("</svg>", f"{more_inside}</svg>").replace("{accent}", accent).replace("{ink}", theme.INK)
    return svg.clean(raw, **{"title": "T", "alt": "A"} | more)


def test_nothing_inline_is_left_for_a_strict_policy_to_block():
    assert "style=" not in cleaned() and "data-" not in cleaned() and "nsewdrag" not in cleaned()


def test_colours_become_classes_that_follow_the_scheme():
    root = etree.fromstring(cleaned())
    path = root.find(f".//{svg.SVG}path")
    assert path.get("class") == "f-accent"
    assert root.find(f".//{svg.SVG}text").get("class") == "f-ink"


def test_a_drawing_that_stands_alone_keeps_its_colours():
    assert theme.ACCENT in cleaned(themed=False)


def test_a_colour_outside_the_theme_is_refused_with_the_ones_that_are_allowed():
    with pytest.raises(UnknownName, match=r"'#ff0000' is not a colour of scripts/drawing/theme.py; expected: .*" + theme.ACCENT):
        cleaned("#ff0000")


def test_nothing_is_clipped_and_no_id_can_clash_in_a_page():
    assert "clip" not in cleaned() and " id=" not in cleaned() and cleaned() == cleaned()


def test_reader_views_find_colours_and_words_apart():
    """Firefox's reader view drops classes; text browsers and copies take the words out in one run."""
    lines = (
        '<g><text x="5" y="9" style="text-anchor: end; fill: {ink}"><tspan class="line" dy="0em" x="5" y="9">full year</tspan>'
        '<tspan class="line" dy="1.3em" x="5" y="9">of it</tspan></text></g><text>8</text>'
    )
    root = etree.fromstring(cleaned(more_inside=lines))
    assert "".join(root.itertext()).split() == ["7", "full", "year", "of", "it", "8"]
    assert [text.get("fill") or text.getparent().get("fill") for text in root.iter(f"{svg.SVG}text")][:3] == ["currentColor"] * 3
    assert root.find(f".//{svg.SVG}path").get("fill") == theme.ACCENT
    assert [(text.get("x"), text.get("dy")) for text in root.iter(f"{svg.SVG}text")][1:3] == [("5", "0em"), ("5", "1.3em")]


def test_it_is_named_once_or_hidden_where_its_holder_is_named():
    named, hidden = etree.fromstring(cleaned(alt="A & B")), etree.fromstring(cleaned(hidden=True))
    assert (named.get("role"), named.get("aria-label"), named.find(f"{svg.SVG}title")) == ("img", "A & B", None)
    assert (hidden.get("role"), hidden.get("aria-hidden")) == (None, "true")
    alone = etree.fromstring(cleaned(themed=False, title="Sales <rise>", alt="A & B"))
    assert [alone[0].text, alone[1].text, alone.get("aria-label")] == ["Sales <rise>", "A & B", "A & B"]


def test_a_labels_ground_stays_so_that_no_grid_line_crosses_its_words():
    style = "stroke-opacity: 0; fill: {fill}; fill-opacity: {opacity};"
    ground = f'<g class="annotation"><rect class="bg" width="40" height="20" style="{style}"/><text>late</text></g>'
    assert "f-paper" in cleaned(more_inside=ground.replace("{fill}", theme.PAPER).replace("{opacity}", "1"))
    assert 'width="40"' not in cleaned(more_inside=ground.replace("{fill}", "rgb(0, 0, 0)").replace("{opacity}", "0"))


def test_numbers_keep_a_tenth_of_a_pixel():
    assert 'd="M1.2,2V4Z"' in cleaned()
