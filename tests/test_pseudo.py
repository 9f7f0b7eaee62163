"""A full further edition, a third longer than English, in a copy of the project: built, switched to, filtered, and
nothing cut in any drawing or card.
"""

from pathlib import Path

import pytest
from PIL import Image

from scripts.index.addresses import reader_view_id
from tests import checkout, editions, pages_server, pseudo

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site with the further edition, and what the build said."""
    root = checkout.copy(tmp_path_factory.mktemp("pseudo") / "project")
    pseudo.add(root)
    checkout.run(root, "-m", "scripts.check", "--mend")  # the dictionary of columns
    checkout.succeed(root, "-m", "scripts.build")
    return root / "site"


def test_it_is_a_full_edition(built):
    english = {
        file.relative_to(built)
        for file in built.rglob("index.html")
        if not file.is_relative_to(built / "fr") and not file.is_relative_to(built / pseudo.CODE)
    }
    assert english == {file.relative_to(built / pseudo.CODE) for file in (built / pseudo.CODE).rglob("index.html")}


def test_each_edition_leads_to_both_others(built):
    for root, others in {"": ("fr", "nb"), "fr/": ("en", "nb"), "nb/": ("en", "fr")}.items():
        page = (built / root / "method" / "index.html").read_text("utf-8")
        assert [f'hreflang="{other}" lang="{other}" data-keep-section' in page for other in others] == [True, True]
        assert [f'<link rel="alternate" hreflang="{other}"' in page for other in ("en", "fr", "nb")] == [True] * 3
    assert "/nb/sitemap.xml" in (built / "robots.txt").read_text("utf-8")


def test_each_chart_and_claim_has_a_card_in_its_own_words(built):
    charts = [f"charts/{slug}/card.png" for slug in editions.current().chart_definitions]
    claims = [f"share/scorecard/{claim.key}.png" for claim in editions.current().facts.of_kind("claims")]
    for card in charts + claims:
        with Image.open(built / pseudo.CODE / card) as image:
            assert image.size == (1200, 630), card
        assert (built / pseudo.CODE / card).read_bytes() != (built / card).read_bytes(), f"{card} is the English one"


FAULTS = """([language, numbers]) => {
  const bar = document.querySelector(".filter-bar"), order = new Intl.Collator(language).compare;
  const flat = (text) => text.replace(/\\s/g, " ");
  const number_of = (id) => flat(document.getElementById(id).querySelector(".rows-value").textContent);
  const written = (number) => flat(new Intl.NumberFormat("en-001").format(number));
  const texts = bar ? [...bar.querySelectorAll("select")].map((one) => [...one.options].slice(1).map((option) => option.text)) : [];
  return [
    ...(document.documentElement.lang === language ? [] : ["language"]),
    ...texts.filter((all) => "" + all !== "" + [...all].sort(order)).map((all) => "order: " + all),
    ...Object.entries(numbers).filter(([id, number]) => !number_of(id).includes(written(number)))
      .map(([id, number]) => "number: " + id + ", " + number)];
}"""
"""What a browser that knows the language finds wrong in a page: the order of choices, and how numbers are written in
the locale that it declares, English's here (id of the row -> number).
"""


def test_a_browser_that_knows_the_language_filters_and_reads_it(built, chromium):
    facts = editions.current().facts
    figure = next(
        figure
        for figure in facts.figures.values()
        if figure.number >= 10_000 and editions.figure_text(figure.key) == f"{figure.number:,}" and not figure.operands
    )
    table, numbers = Path(figure.place).name.partition(".csv")[0], {reader_view_id(figure.key): int(figure.number)}
    topic, events = facts.of_kind("events")[0].topic, facts.of_kind("events")
    with pages_server.running(built, "/alpine/") as server:
        page = chromium.new_page()
        page.goto(f"{server.url}{pseudo.CODE}/timeline/?topic={topic}")
        page.locator(".filter-bar select:enabled").first.wait_for()
        assert page.locator("[data-topic]:visible").count() == sum(event.topic == topic for event in events)
        assert page.evaluate(FAULTS, [pseudo.CODE, {}]) == []
        page.goto(f"{server.url}{pseudo.CODE}/data/{table}/")
        assert page.evaluate(FAULTS, [pseudo.CODE, numbers]) == []
        page.close()
