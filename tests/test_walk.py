"""One walk of a browser over the built pages: what a loaded page can tell, asked at one visit of each.

A first view that is light, still and waits for nothing; charts drawn, readable at each width and alive when asked for; nothing scrolls
sideways, no script fails, nothing is refused by the policy, nothing is asked of anybody else, a reader view loses nothing, axe finds
nothing. One page of every template, each chapter in both editions and each chart in one of them; with --all every page.
"""

import random
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from scripts import paths
from tests import editions, pages_server
from tests.conftest import EVERY_RULE, VIOLATIONS_ONLY, WATCH

pytestmark = pytest.mark.browser

PARTS = 6
"""The walk is cut into as many tests, so that several processes can share it."""
LISTS = {"scorecard", "charts", "sources", "data", "updates", "method", "newsletter"}
CHAPTERS = [
    paths.prefix(language) + (name + "/").replace("index/", "")
    for language in paths.LANGUAGES
    for name in editions.PAGES
    if name not in LISTS
]
"""Pages that tell the story, not lists of it."""
MAX_BYTES = {(390, True): 50_000, (1366, True): 75_000, (390, False): 75_000, (1366, False): 100_000}
"""Bytes over the wire (gzip, as GitHub Pages sends), everything that a cold first view loads, by width in px and for
chapters (True) and other pages.
"""
WIDTHS, ALL_WIDTHS = (1366, 390, 320), (1366, 390, 360, 320)
"""In px; with --all the second."""
SHIFTED = """(() => { const sum = (some) => some.reduce((all, [, value]) => all + value, 0);
  return [sum(shifts), sum(shifts.filter(([when]) => when > (window.settled ?? Infinity)))]; })()"""
MAX_SHIFT, MAX_LATE_SHIFT = 0.05, 0.005
"""Layout shift (CLS) while a page loads and after.

A title may wrap otherwise when its type comes, before or after the first paint as the machine has it.
"""
WAITS = "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name)"
SEEN = """() => ({
  wide: document.documentElement.scrollWidth - innerWidth,
  charts: [...document.querySelectorAll('figure.chart')].map(figure => {
    const shown = [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0);
    const size = (mark) => { const box = mark.getBoundingClientRect(); return box.width + box.height; };
    const marks = shown.flatMap(svg => [...svg.querySelectorAll('path, rect, circle, line')]).filter(mark => size(mark) > 0);
    const text = shown.flatMap(svg => [...svg.querySelectorAll('text')].map(t => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return parseFloat(t.getAttribute('font-size') || getComputedStyle(t).fontSize) * scale;
    }));
    return {slug: figure.dataset.chart, drawings: shown.length, marks: marks.length, smallest: Math.min(99, ...text)};
  })})"""
READABILITY = paths.ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js"
"""What Firefox's reader view is made with."""
LOST = """;(() => {
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const told = ["a.fact", ":scope > p:not(.kicker)", ":scope > h2", ":scope > ul:not(.ways) > li", "figure .chart-title",
    ".state-list a", ".event-title", ".claim-title", ".model > summary > b"].join();
  const said = [...document.querySelectorAll("article")].flatMap((article) => [...article.querySelectorAll(told)]);
  const wanted = said.map((one) => flat((one.className === "fact" ? one.parentElement : one).textContent)).filter(Boolean);
  const read = new DOMParser().parseFromString(new Readability(document.cloneNode(true)).parse()?.content, "text/html");
  return wanted.filter((one) => !flat(read.body.textContent).includes(one));
})()"""
"""Figures and sentences of a page that its reader view lacks."""
UNFOLD = """document.querySelectorAll("main *").forEach((one) => {
  if (one.tagName === "DETAILS") one.open = true;
  one.style.contentVisibility = "visible";
})"""
"""Laid out whole, too: axe would measure what a browser has only put off laying out."""
THIN = """const met = {};
for (const one of document.querySelectorAll("main :is(li, tr, details, section, div, article, article > p, p a, dt, dd, text)")) {
  const kind = [one.parentElement, one].map((each) => each.tagName + each.getAttribute("class")).join();
  met[kind] = (met[kind] || 0) + 1;
  if (met[kind] > 2) one.remove();
}"""
"""Leaves two entries of each kind: the third, from the same template, tells axe nothing new and takes most of its time."""
PRESS = """() => {
  const met = new Set();
  for (const one of document.querySelectorAll("main button:not([disabled], .chart-explore)")) {
    const kind = one.className + Object.keys(one.dataset);
    if (one.offsetParent && !met.has(kind)) { met.add(kind); one.click(); }
  }
}"""
CONTRAST = VIOLATIONS_ONLY | {"runOnly": ["color-contrast"]}
# In the dark every fourth page: its colours come from one list for all pages.
LOOKS = (("light", 390, EVERY_RULE), ("dark", 1366, CONTRAST))
ALL_LOOKS = (("light", 390, EVERY_RULE), ("dark", 1366, EVERY_RULE), ("light", 1366, CONTRAST), ("dark", 390, CONTRAST))


SETTLED = """new Promise((done) => {
  const look = (turn) => window.settled || turn > 100 ? requestIdleCallback(done, { timeout: 500 }) : setTimeout(look, 50, turn + 1);
  look(0);
})"""
"""Waits until fonts are there, the page is painted, and its scripts have nothing more to do; not for ever where nothing is painted."""


class Visitor:
    """A tab that remembers what it asked for and what went wrong in it. It keeps nothing from one page to the next."""

    def __init__(self, chromium, base: str):
        self.context = chromium.new_context(reduced_motion="reduce")  # or axe would see a colour on its way to another
        self.context.add_init_script(WATCH)
        self.page, self.base = self.context.new_page(), base
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.sizes: list[int] = []
        wire = self.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        wire.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))
        self.page.on("requestfailed", lambda request: self.errors.append(f"failed: {request.url}"))

    def size(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 844})

    def first_view(self, address: str, width: int = 390) -> list[str]:
        """What is wrong with a cold visit. Nothing in it goes by the clock, so a busy machine changes nothing."""
        for seen in (self.asked, self.errors, self.sizes):
            seen.clear()
        self.size(width)
        self.page.emulate_media(color_scheme="light")
        self.page.goto(self.base + address)
        self.page.evaluate(SETTLED)
        problems = [f"the first paint waits for {url}" for url in self.page.evaluate(WAITS)]
        problems += [f"fetches {url} unasked" for url in self.asked if re.search(r"plotly|/(explore|live|search)\b", url)]
        if sum(self.sizes) > MAX_BYTES[width, address in CHAPTERS]:
            problems.append(f"at {width} px: {sum(self.sizes)} bytes")
        shifted, late = self.page.evaluate(SHIFTED)
        if shifted >= MAX_SHIFT or late >= MAX_LATE_SHIFT:
            problems.append(f"at {width} px: the layout shifts by {shifted:.3f}, {late:.3f} of it late")
        return problems

    def problems(self, address: str, looks=(), *, thin: bool = True) -> list[str]:
        """What is wrong with the page at an address, in words that name the width.

        `looks`: how axe sees it; `thin`: not at every width, and two of like entries at most.
        """
        problems = self.first_view(address)
        problems += [f"the reader view loses {text}" for text in self.page.evaluate(READABILITY.read_text("utf-8") + LOST)]
        for width in WIDTHS if thin else ALL_WIDTHS:
            self.size(width)
            problems += [f"at {width} px: {fault}" for fault in faults(self.page.evaluate(SEEN))]
        self.page.evaluate(UNFOLD)
        if (over := self.page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
            problems.append(f"at {WIDTHS[-1]} px with everything unfolded: {over} px too wide")
        problems += self.pressed(live=not thin or address not in CHAPTERS)
        problems += [f"refused by the policy: {refusal}" for refusal in self.page.evaluate("refused")]
        problems += [f"asks somebody else: {url}" for url in self.asked if not url.startswith((self.base, "data:", "about:"))]
        problems += self.errors
        if looks and thin:
            self.page.evaluate(THIN)
        for scheme, width, options in looks:
            self.page.emulate_media(color_scheme=scheme)
            self.size(width)
            problems += [
                f"{scheme}: {rule['id']}: {rule['nodes'][0]['target']}"
                for rule in Axe().run(self.page, options=options).response["violations"]
            ]
        return problems

    def pressed(self, *, live: bool) -> list[str]:
        """The first chart that can be explored comes alive and answers a key, if `live`; then one button of each kind is pressed."""
        problems = []
        self.size(WIDTHS[0])
        if live and self.page.locator("figure[data-interactive]").count():
            try:
                self.page.locator(".chart-explore:visible").first.click()
                self.page.locator(".is-live").wait_for()
                self.page.keyboard.press("ArrowRight")
                self.page.locator(".hoverlayer .hovertext").wait_for()
                self.page.keyboard.press("Escape")
            except Error as wrong:
                problems.append(f"the chart does not come alive: {str(wrong)[:200]}")
        self.page.evaluate(PRESS)
        self.page.evaluate(SETTLED)
        return problems


def faults(seen: dict) -> list[str]:
    """What a look at one width shows: a page too wide, a chart that isn't drawn once, or whose text is under 12 px."""
    problems = [f"{seen['wide']} px too wide"] if seen["wide"] > 0 else []
    for chart in seen["charts"]:
        if chart["drawings"] != 1 or chart["marks"] < 2:
            problems.append(f"{chart['slug']}: {chart['drawings']} drawings, {chart['marks']} marks")
        elif chart["smallest"] < 12:
            problems.append(f"{chart['slug']}: text of {chart['smallest']:.1f} px")
    return problems


def stations(addresses: list[str], few: list[str]) -> list[str]:
    """The pages of the walk without --all: a chart's page has one template, so that each chart is looked at in one edition, by turns."""
    charts = [address for address in addresses if re.fullmatch(r"charts/[\w-]+/", address)]
    return list(dict.fromkeys([*few, *CHAPTERS, *(("", "fr/")[number % 2] + address for number, address in enumerate(charts))]))


@pytest.fixture(scope="module")
def visitor(chromium, served):
    return Visitor(chromium, served)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_stands_the_look(request, visitor, addresses, few, part):
    whole, wrong = request.config.getoption("--all"), {}
    walked = (addresses if whole else stations(addresses, few))[part::PARTS]
    for address in walked:
        thin = not whole or address not in few
        looks = ALL_LOOKS if not thin else LOOKS if whole or address in few[::4] else LOOKS[:1] if address in few else ()
        if problems := visitor.problems(address, looks, thin=thin):
            wrong[address or "(home)"] = problems
    assert walked and set(walked) <= set(addresses)
    assert wrong == {}


def test_first_views_on_wide_screens_are_light_and_still(request, visitor, heavy, few):
    wrong = {
        address: problems
        for address in (few if request.config.getoption("--all") else heavy)
        if (problems := visitor.first_view(address, 1366))
    }
    assert wrong == {}


def test_the_look_sees_what_is_wrong(chromium, tmp_path):
    """The bad sample: a page with one fault of each kind."""
    (tmp_path / "a.css").write_text("b{color:red}")
    (tmp_path / "index.html").write_text(
        """<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="style-src 'self'"><link rel="stylesheet" href="a.css">
<title>x</title><main><h1>x</h1><table><tr><td style="color:red"><pre>"""
        + "wide " * 400
        + """</pre></table><img src="http://stranger.invalid/a.png"><script src="plotly.js" async></script>
<article><p><a class="fact" id="r-target-share">7</a></p></article><p id="moved">Text</p>
<ul><li><a href="#a">a</a><li><a href="#b">b</a></ul><button>Go</button>
<figure class="chart" data-interactive data-chart="twice">
<svg viewBox="0 0 9 9" width="9" height="9"></svg><svg viewBox="0 0 9 9" width="9" height="9"></svg></figure>
<figure class="chart" data-chart="tiny"><svg viewBox="0 0 900 90" width="300" height="30">
<path d="M0 0H9V9z"/><path d="M9 9H19V19z"/><text x="1" y="20" font-size="13">a</text></svg></figure>
<script>
const shift = () => {
  const one = document.createElement("p");
  one.style.height = "200px";
  document.querySelector("main").prepend(one);
};
requestAnimationFrame(() => requestAnimationFrame(shift));
document.getElementById("moved").style.cssText = "color:#ddd;background:#fff";
document.querySelector("button").onclick = () => missing();
</script></main><!--"""
        + random.Random(1).randbytes(60_000).hex()
        + "-->",
        "utf-8",
    )
    with pages_server.running(tmp_path) as server:
        visitor = Visitor(chromium, server.url)
        visitor.page.set_default_timeout(500)  # for a chart that never comes
        visitor.page.set_default_navigation_timeout(60_000)
        text = "\n".join(visitor.problems("", LOOKS, thin=False))
        visitor.context.close()
    for words in (
        "the first paint waits for http", "a.css", "plotly.js unasked", "bytes", "the layout shifts by", "px too wide",
        "twice: 2 drawings", "tiny: text of 4.3 px",
        "script: missing", "refused by the policy: style-src", "light: image-alt", "light: color-contrast",
        "dark: color-contrast", "light: target-size",
        "asks somebody else: http://stranger.invalid", "the reader view loses 7", "the chart does not come alive",
    ):
        assert words in text, f"{words}: {text}"
