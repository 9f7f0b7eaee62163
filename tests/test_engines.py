"""The built pages in Firefox and in WebKit: a walk over representative pages at two widths, and what scripts and frames do there."""

import os
import re
import shutil

import pytest

from scripts.assets import csp
from tests import editions, engines, pages_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WATCH = """window.wrong = [];
addEventListener("error", (event) => wrong.push(event.message || `failed: ${event.target.src || event.target.href}`), true);
addEventListener("unhandledrejection", (event) => wrong.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) => wrong.push(`refused: ${event.violatedDirective} ${event.blockedURI}`));"""
WIDTHS = (1280, 390)
HOST = "".join(f'<iframe width="{width}" height="900" style="border:0;vertical-align:top"></iframe>' for width in WIDTHS)

LOOK = """
const frames = [...document.querySelectorAll("iframe")];
const look = async (frame) => {
  await new Promise((loaded) => { frame.onload = loaded; frame.src = args[0]; });
  const { document: page, wrong } = frame.contentWindow, found = [];
  await page.fonts.ready;
  const settled = async (what, asked) => {
    for (let turn = 0; turn < 100; turn++) { if (asked()) return; await new Promise((next) => setTimeout(next, 50)); }
    found.push(what);
  };
  const box = (one) => one.getBoundingClientRect();
  const over = page.documentElement.scrollWidth - page.documentElement.clientWidth;
  if (over > 0) found.push(`${over} px too wide`);
  for (const figure of page.querySelectorAll("figure.chart")) {
    const drawn = [...figure.querySelectorAll("svg")].filter((one) => box(one).width);
    if (drawn.length !== 1) found.push(`${figure.dataset.chart}: ${drawn.length} drawings`);
  }
  const here = page.querySelector(".chapters [aria-current]");
  if (here && (box(here).left < 0 || box(here).right > frame.clientWidth)) {
    found.push(`the menu's ${here.textContent.trim()} is out of sight`);
  }
  const figure = page.querySelector("article > p a.fact");
  if (figure) {
    figure.click();
    await settled("a figure opens no panel", () => page.querySelector(".panel:popover-open"));
    page.querySelector(".panel:popover-open")?.hidePopover();
  }
  const search = page.querySelector("[data-open-search]");
  if (search) {
    search.click();
    await settled("search does not open", () => page.querySelector("dialog.search[open]"));
    page.querySelector("dialog.search")?.close();
  }
  const live = [...page.querySelectorAll(".chart-explore")].find((one) => box(one).width);
  if (live) {
    live.click();
    await settled("a chart does not come alive", () => page.querySelector(".is-live"));
  }
  return [...found, ...(wrong || ["it was not watched"])].map((one) => `at ${frame.width} px: ${one}`);
};
return (await Promise.all(frames.map(look))).flat();
"""


@pytest.fixture(scope="module")
def watched(site, tmp_path_factory):
    """A copy of the site whose pages note what goes wrong in them, under the same policy; at `host.html` a page with two frames."""
    copy = tmp_path_factory.mktemp("watched") / "site"
    shutil.copytree(site, copy, copy_function=os.link if site.stat().st_dev == copy.parent.stat().st_dev else shutil.copy2)
    for file in copy.rglob("*.html"):
        text = file.read_text("utf-8")
        file.unlink()  # it may be the site's own, linked
        text = re.sub(r"""(script-src )('none'|)""", rf"\1{csp.hash_of(WATCH)} ", text, count=1)
        for start in ("<meta name=viewport", '<meta name="viewport'):
            text = text.replace(start, f"<script>{WATCH}</script>{start}", 1)
        file.write_text(text, "utf-8")
    (copy / "host.html").write_text(f"<!doctype html><body style='margin:0;white-space:nowrap'>{HOST}", "utf-8")
    with pages_server.running(copy, "/alpine/") as server:
        yield server.url, copy


@pytest.fixture(scope="module", params=engines.NAMES)
def engine(request, tmp_path_factory):
    if lacks := engines.missing(request.param):
        pytest.skip(lacks)
    with engines.running(request.param, tmp_path_factory.mktemp("profile")) as running:
        yield running


def test_every_kind_of_page_stands_the_look(engine, watched, few):
    engine.open(watched[0] + "host.html")
    seen = {address or "(home)": problems for address in few if (problems := engine.run(LOOK, watched[0] + address))}
    assert seen == {}


BAD = """<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="script-src 'self' %s; style-src 'none'"><script>%s</script></head>
<body style="color:red"><pre>%s</pre>
<figure class="chart" data-chart="twice"><svg width="9" height="9"></svg><svg width="9" height="9"></svg></figure>
<nav class="chapters"><a aria-current="page" href="#a" width="9">Far</a></nav><button data-open-search>Search</button>
<article><p><a class="fact" href="#b">7</a></p></article>
<script src="missing.js"></script></body></html>"""


def test_the_look_sees_what_is_wrong(engine, watched):
    """The bad sample: a page with one fault of each kind."""
    address, folder = watched
    (folder / "bad.html").write_text(BAD % (csp.hash_of(WATCH), WATCH, "wide " * 400), "utf-8")
    engine.open(address + "host.html")
    text = "\n".join(engine.run(LOOK, address + "bad.html"))
    for words in (
        "at 1280 px: ", "px too wide", "twice: 2 drawings", "a figure opens no panel", "search does not open",
        "refused: style-src", "failed: ",
    ):
        assert words in text, text


def test_a_sandboxed_frame_is_whole(engine, watched):
    """A host that gives our frame no origin, as WordPress does. Its height arrives too."""
    address, folder = watched
    slug = next(iter(editions.current().chart_definitions))
    (folder / "sandbox.html").write_text(
        f"""<!doctype html><script>heights = []; addEventListener("message", (event) => heights.push(event.data.height))</script>
<iframe sandbox="allow-scripts" width="720" height="600" src="charts/{slug}/embed/"></iframe>""", "utf-8",
    )
    engine.open(address + "sandbox.html")
    height = engine.run("""
      for (let turn = 0; turn < 100 && !heights.length; turn++) await new Promise((next) => setTimeout(next, 50));
      return heights[0];
    """)
    assert height and 200 < height < 700
    engine.enter(0)
    seen = engine.run("""
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const drawn = [...document.querySelectorAll("svg")].filter((one) => one.getBoundingClientRect().width);
      const black = style("svg [class*='f-']").fill === "rgb(0, 0, 0)";
      return [style("h1").fontSize, drawn.length, black, style("html").backgroundColor, wrong];
    """)
    engine.enter(None)
    assert seen == ["20px", 1, False, "rgb(255, 254, 251)", []]


def test_back_shows_the_scheme_that_was_chosen_meanwhile(engine, watched):
    engine.open(watched[0])
    engine.run("localStorage.removeItem('scheme')")
    engine.open(watched[0] + "charts/")
    chosen = engine.run("document.querySelector('[data-switch-scheme]').click(); return document.documentElement.dataset.scheme")
    assert chosen in ("dark", "light")
    engine.back()
    state = engine.run("return [location.pathname, document.documentElement.dataset.scheme]")
    assert state == ["/alpine/", chosen]
    engine.run("localStorage.removeItem('scheme')")
