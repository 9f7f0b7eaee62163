"""One walk of a browser over the built pages: what a loaded page can tell, asked at one visit of each.

Charts drawn and readable at each width, nothing scrolls sideways, no script fails, nothing is refused by the policy, nothing
is asked of anybody else, axe's rules of structure. With --all every page, else those of the fixture `representative`.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PARTS = 4
"""The walk is cut into as many tests, so that several processes can share it."""
WIDTHS = (1366, 390, 360, 320)
WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));"""
SEEN = """() => ({
  wide: document.documentElement.scrollWidth - innerWidth,
  charts: [...document.querySelectorAll('figure.chart')].map(figure => {
    const shown = [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0);
    const marks = shown.flatMap(svg => [...svg.querySelectorAll('path, rect, circle, line')]).filter(mark => { const b = mark.getBoundingClientRect(); return b.width + b.height > 0; });
    const text = shown.flatMap(svg => [...svg.querySelectorAll('text')].map(t => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return parseFloat(t.getAttribute('font-size') || getComputedStyle(t).fontSize) * scale;
    }));
    return {slug: figure.dataset.chart, drawings: shown.length, marks: marks.length, smallest: Math.min(99, ...text)};
  })})"""
STRUCTURE = {"rules": {"color-contrast": {"enabled": False}}}
"""axe without the rule that takes two thirds of its time: contrast is looked at on fewer pages, in every scheme (test_budgets)."""


class Visitor:
    """A tab that remembers what it asked for and what went wrong in it."""

    def __init__(self, chromium, own: str):
        self.context = chromium.new_context(viewport={"width": WIDTHS[0], "height": 900})
        self.context.add_init_script(WATCH)
        self.page, self.own = self.context.new_page(), own
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))
        self.page.on("requestfailed", lambda request: self.errors.append(f"failed: {request.url}"))

    def problems(self, address: str) -> list[str]:
        """What is wrong with the page at an address, in words that name the width."""
        self.asked.clear()
        self.errors.clear()
        self.page.goto(self.own + address, wait_until="load")
        found = [f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in Axe().run(self.page, options=STRUCTURE).response["violations"]]
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            found += [f"at {width} px: {one}" for one in faults(self.page.evaluate(SEEN))]
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        if (over := self.page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
            found.append(f"at {WIDTHS[-1]} px with everything unfolded: {over} px too wide")
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        found += [f"refused by the policy: {one}" for one in self.page.evaluate("refused")]
        found += [f"asks somebody else: {url}" for url in self.asked if not url.startswith((self.own, "data:", "about:"))]
        return found + self.errors


def faults(seen: dict) -> list[str]:
    """What a look at one width shows: a page too wide, a chart that isn't drawn once, or whose text is under 12 px."""
    found = [f"{seen['wide']} px too wide"] if seen["wide"] > 0 else []
    for chart in seen["charts"]:
        if chart["drawings"] != 1 or chart["marks"] < 2:
            found.append(f"{chart['slug']}: {chart['drawings']} drawings, {chart['marks']} marks")
        elif chart["smallest"] < 12:
            found.append(f"{chart['slug']}: text of {chart['smallest']:.1f} px")
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_stands_the_look(request, chromium, served, addresses, representative, part):
    visitor = Visitor(chromium, served)
    known = addresses if request.config.getoption("--all") else representative
    walked = known[part::PARTS]
    wrong = {address or "(home)": found for address in walked if (found := visitor.problems(address))}
    visitor.context.close()
    assert len(walked) > 10
    assert wrong == {}


def test_the_look_sees_what_is_wrong(chromium, tmp_path):
    """The bad sample: too wide, a chart twice, a chart of tiny text, a script that fails, a refused style, a picture without a name, a stranger."""
    (tmp_path / "index.html").write_text(
        """<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="style-src 'none'">
<title>x</title><main><h1>x</h1><table><tr><td style="color:red"><pre>"""
        + "wide " * 400
        + """</pre></table><img src="http://stranger.invalid/a.png">
<figure class="chart" data-chart="twice"><svg viewBox="0 0 9 9" width="9" height="9"></svg><svg viewBox="0 0 9 9" width="9" height="9"></svg></figure>
<figure class="chart" data-chart="tiny"><svg viewBox="0 0 900 90" width="300" height="30"><path d="M0 0H9V9z"/><path d="M9 9H19V19z"/><text x="1" y="20" font-size="13">a</text></svg></figure>
<script>missing()</script></main>""",
        "utf-8",
    )
    visitor = Visitor(chromium, (tmp_path / "").as_uri() + "/")
    said = "\n".join(visitor.problems("index.html"))
    visitor.context.close()
    for words in ("px too wide", "twice: 2 drawings", "tiny: text of 4.3 px", "script: ", "refused by the policy: style-src", "image-alt", "asks somebody else: http://stranger.invalid"):
        assert words in said, said


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
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1366, "height": 900})
    page = context.new_page()
    page.goto(served, wait_until="load")
    seen = page.evaluate(CONTRAST)
    context.close()
    assert seen["dark"] == (scheme == "dark")
    assert seen["text"] >= 7 and seen["chart"] >= 3, seen
