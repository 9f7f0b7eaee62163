"""The built pages in a real browser: charts without scripts, no sideways scroll, both schemes readable."""

import pytest

pytestmark = pytest.mark.browser

SEEN = """() => [...document.querySelectorAll('figure.chart')].map(figure => {
  const shown = [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0);
  const marks = shown.flatMap(svg => [...svg.querySelectorAll('path, rect, circle, line')]).filter(mark => mark.getBoundingClientRect().width + mark.getBoundingClientRect().height > 0);
  const text = shown.flatMap(svg => [...svg.querySelectorAll('text')].map(t => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return parseFloat(t.getAttribute('font-size') || getComputedStyle(t).fontSize) * scale;
  }));
  return {slug: figure.dataset.chart, drawings: shown.length, marks: marks.length, smallest: Math.min(...text)};
})"""


def visit(chromium, address, **options):
    context = chromium.new_context(**options)
    page = context.new_page()
    page.goto(address, wait_until="load")
    return context, page


@pytest.mark.parametrize("width", [360, 1366])
def test_every_chart_is_drawn_with_scripts_off_and_its_text_can_be_read(chromium, served, addresses, width):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    looker = chromium.new_context(viewport={"width": width, "height": 800})  # evaluating needs scripts; blocking ours keeps the page as without
    looker.route("**/*.js", lambda route: route.abort())
    page, seen = looker.new_page(), 0
    for address in addresses:
        page.goto(served + address)
        for chart in page.evaluate(SEEN):
            seen += 1
            assert chart["drawings"] == 1 and chart["marks"] >= 2, (address, chart)
            assert chart["smallest"] >= 12, (address, chart)
    plain = context.new_page()
    plain.goto(served + "numbers/")
    assert plain.locator("figure.chart svg:visible").count() == plain.locator("figure.chart").count() > 0
    assert seen >= 2 * 2 * 16
    context.close()
    looker.close()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_no_page_scrolls_sideways(chromium, served, addresses, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in addresses:
        page.goto(served + address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    context.close()
    assert wide == []


CONTRAST = """() => {
  const lum = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4 }); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2] };
  const rgb = s => s.match(/[\\d.]+/g).slice(0, 3).map(x => Number(x) * (s.startsWith("color(srgb") ? 255 : 1));
  const paper = rgb(getComputedStyle(document.body).backgroundColor);
  const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
  return {text: ratio(rgb(getComputedStyle(document.querySelector('article p')).color), paper),
          chart: Math.min(...[...document.querySelectorAll('figure.chart svg text')].filter(t => t.getBoundingClientRect().width).map(t => ratio(rgb(getComputedStyle(t).fill), paper)).concat(21)),
          dark: lum(paper) < .2};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_charts_can_be_read_in_both_schemes(chromium, served, scheme):
    context, page = visit(chromium, served, color_scheme=scheme, viewport={"width": 1366, "height": 900})
    seen = page.evaluate(CONTRAST)
    context.close()
    assert seen["dark"] == (scheme == "dark")
    assert seen["text"] >= 7 and seen["chart"] >= 3, seen


def test_a_page_fetches_nothing_from_elsewhere(chromium, served, addresses):
    context = chromium.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses[:6]:
        page.goto(served + address, wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
