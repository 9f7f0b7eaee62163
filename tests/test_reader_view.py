"""Pages as reader views show them: Mozilla's Readability, which Firefox runs, over the built pages. It must lose no figure and no sentence."""

from __future__ import annotations

import pytest

from scripts import paths

pytestmark = pytest.mark.browser
READABILITY = paths.ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js"
LOST = """(() => {
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const article = document.querySelector("article");
  const told = "a.fact, :scope > p:not(.kicker), :scope > h2, :scope > ul:not(.ways) > li, figure .chart-title, .state-list a, .event-title, .claim-title, .model > summary > b";
  const wanted = [...article.querySelectorAll(told)].map((one) => flat((one.className === "fact" ? one.parentElement : one).textContent)).filter(Boolean);
  const read = new DOMParser().parseFromString(new Readability(document.cloneNode(true)).parse().content, "text/html");
  const text = flat(read.body.textContent);
  const lost = wanted.filter((one) => !text.includes(one));
  return [wanted.length, lost];
})()"""


def lost(page) -> tuple[int, list[str]]:
    """How many texts the page has, and those that its reader view lacks."""
    return page.evaluate(READABILITY.read_text("utf-8") + ";" + LOST)


def test_reader_views_keep_all_that_a_page_says(browse, served, few):
    page, seen = browse(""), {}
    for address in few:
        page.goto(served + address)
        count, missing = lost(page)
        if missing:
            seen[address] = missing
        assert count > 1 or "/" in address.rstrip("/"), f"{address}: nothing to compare"
    assert seen == {}
