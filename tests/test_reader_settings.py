"""Pages as readers have them after a touch or with settings of their own: things open, forced colours, reduced motion."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import editions
from tests.conftest import EVERY_RULE, PHONE

pytestmark = pytest.mark.browser


INCLUDED = {"search": "dialog", "filtered": ".filter-bar", "live": "figure.chart"}
"""What a state changed: axe looks at that part alone, as the walk has looked at the rest."""


def search(page):
    page.locator("[data-open-search]").click()
    page.get_by_role("combobox").first.fill(editions.current().all_charts[0].text("title").split()[-1])
    page.get_by_role("option").first.wait_for()


def filtered(page):
    page.locator(".filterable").first.scroll_into_view_if_needed()
    page.locator(".filter-bar select").first.select_option(index=1)
    page.locator(".filter-bar button").wait_for()


def live(page):
    page.locator(".chart-explore:visible").first.click()
    page.locator(".is-live").wait_for()
    page.keyboard.press("End")
    page.locator(".hoverlayer .hovertext").wait_for()


SMALL = """() => [...document.querySelectorAll("input:not([type=checkbox]), select, textarea")]
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.outerHTML)"""
"""Fields with letters under 16 px: Safari on a phone zooms into the page for such a one, and not back."""
MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one), long = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const animated = style.animationName !== "none" && long(style.animationDuration);
  return long(style.transitionDuration) || animated || style.scrollBehavior === "smooth";
}).length + document.getAnimations().length"""


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_what_a_reader_opened_is_sound_and_does_not_move_where_that_was_asked_for(browse, served, scheme):
    page, violations = browse("", **PHONE, color_scheme=scheme, reduced_motion="reduce"), []
    for address, open_ in (("", search), ("fr/timeline/", filtered), (f"charts/{editions.bars()}/", live)):
        page.goto(served + address, wait_until="load")
        open_(page)
        assert (page.evaluate(MOVES), page.evaluate(SMALL)) == (0, []), address
        report = Axe().run(page, context=INCLUDED[open_.__name__], options=EVERY_RULE).response
        violations += [
            (address, open_.__name__, violation["id"], violation["nodes"][0]["target"]) for violation in report["violations"]
        ]
    assert violations == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVES) > 0, "without the wish links change colour softly: so the look at a page would see it"


STANDS_OUT = """() => {
  const seen = (color) => color.match(/[\\d.]+/g).map((part) => Number(part) * (color.startsWith("color(srgb") ? 255 : 1));
  const linear = (part) => (part /= 255) <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const light = (color) => {
    const [red, green, blue] = seen(color).slice(0, 3).map(linear);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("figure.chart")].map((figure) => {
    const svg = [...figure.querySelectorAll("svg")].find((one) => one.getBoundingClientRect().width);
    const paint = (one) => {
      const style = getComputedStyle(one);
      return [style.fill, style.stroke].find((color) => color !== "none" && seen(color)[3] !== 0);
    };
    return { dark: light(paper) < .2,
             marks: [...svg.querySelectorAll("path, rect, circle")].filter((one) => paint(one) && ratio(paint(one), paper) >= 1.5).length,
             words: [...svg.querySelectorAll("text")].filter((one) => ratio(getComputedStyle(one).fill, paper) >= 3).length,
             all: svg.querySelectorAll("text").length };
  });
}"""
"""Of each chart how many marks and words stand out from the page; contrast is that of the Web Content Accessibility Guidelines."""


@pytest.mark.parametrize("address", ["", *(f"charts/{slug}/" for slug in editions.SLUGS[:3])])
def test_a_chart_s_marks_and_words_stand_out_in_both_schemes_and_with_forced_colours(browse, address):
    """With forced colours the system paints text, borders and backgrounds; a drawing keeps its own colours."""
    page = browse(address, reduced_motion="reduce")
    for forced, scheme in product(("none", "active"), ("light", "dark")):
        page.emulate_media(forced_colors=forced, color_scheme=scheme)
        charts = page.evaluate(STANDS_OUT)
        # Words inside a dark bar are as light as the paper, and rightly so.
        assert charts and all(
            chart["dark"] == (scheme == "dark") and chart["marks"] >= 3 and chart["words"] > chart["all"] / 2
            for chart in charts
        ), (forced, charts)


def test_with_forced_colours_only_the_chapter_that_is_open_is_underlined(browse):
    page = browse("scorecard/", forced_colors="active")
    lines = page.evaluate(
        "[...document.querySelectorAll('.chapters a')].map((one) => [one.hasAttribute('aria-current'), "
        "getComputedStyle(one).borderBottomColor !== getComputedStyle(document.body).backgroundColor])"
    )
    assert [current for current, _ in lines].count(True) == 1
    assert all(current is expected for current, expected in lines), lines
