"""The kit of every chart: files at their addresses, citations, embeds that work in other people's pages."""

from __future__ import annotations

import csv
import json
from itertools import cycle

import lxml.html
import pytest
from lxml import etree
from PIL import Image
from pybtex.database import parse_string

from scripts import paths
from scripts.content import citation
from scripts.drawing import draw
from scripts.outputs import embed
from scripts.problems import ProblemsFound
from tests import editions
from tests.conftest import ADDRESS

ONE = next(iter(editions.current().chart_definitions))
TALLEST, SHORTEST = (
    pick(editions.current().chart_definitions, key=lambda slug: editions.current().chart(slug).definition.settings.height.narrow)
    for pick in (max, min)
)
CHARTS = [(language, slug) for language in paths.LANGUAGES for slug in editions.current(language).chart_definitions]


def path_of(language, slug):
    return f"{paths.prefix(language)}charts/{slug}/"


def address_of(language, slug):
    return ADDRESS + path_of(language, slug)


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_every_address_of_the_contract_exists_and_holds_what_it_says(site, language, slug):
    folder = site / path_of(language, slug)
    poster = Image.open(folder / f"{slug}.png")
    assert poster.width == 1200
    assert poster.convert("RGBA").getchannel("A").getextrema() == (255, 255), "opaque"
    drawing = etree.parse(folder / f"{slug}.svg").getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert "sans-serif" in drawing.get("font-family")
    chart = editions.current(language).chart(slug)
    rows = list(csv.reader((folder / f"{slug}.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == len(chart.rows) + 1
    assert {len(row) for row in rows} == {len(chart.definition.columns) + 2}
    described = json.loads((folder / f"{slug}.json").read_text("utf-8"))
    assert (described["name"], described["url"], described["inLanguage"]) == (chart.text("title"), address_of(language, slug), language)
    for name in ("description", "variableMeasured", "license", "datePublished", "dateModified", "citation", "distribution"):
        assert described[name], name


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_embed_is_a_light_page_of_its_own(site, read, language, slug):
    page = read(f"{path_of(language, slug)}embed/")
    assert page.xpath("string(//link[@rel='canonical']/@href)") == address_of(language, slug)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert len(page.findall(".//svg")) == 2
    assert page.get("data-scheme") == "light", "whatever the reader's device says: the page around is most often white"
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy and "'self'" not in policy and not page.xpath("//link[@rel != 'canonical'] | //@src | //image"), (
        "in a sandbox nobody is 'self'"
    )
    assert page.xpath("//a") and not page.xpath("//a[not(@target='_blank' and @rel='noopener')]"), (
        "a sandbox would keep the link in the frame"
    )
    assert (site / path_of(language, slug) / "embed/index.html").stat().st_size < 80_000


def test_codes_on_the_page_can_be_selected_and_pasted_without_scripts(read):
    page = read(path_of("en", ONE))
    for name in (
        "mail-html", "mail-markdown", "mail-text", "embed-code", "embed-auto", "embed-dark", "embed-fit", "cite-text",
        "cite-bibtex",
    ):
        box = page.get_element_by_id(name)
        assert box.get("readonly") is not None
        assert box.text_content().strip()
        assert page.xpath("//label[@for=$name]", name=name)
    for name, query in (("code", ""), ("auto", "?scheme=auto"), ("dark", "?scheme=dark")):
        (frame,) = lxml.html.fragment_fromstring(page.get_element_by_id(f"embed-{name}").text_content())
        assert (frame.tag, frame.get("src"), frame.get("loading"), frame.get("width")) == (
            "iframe",
            f"{address_of('en', ONE)}embed/{query}",
            "lazy",
            "100%",
        )
    assert frame.get("title") == editions.current("en").chart(ONE).text("title")
    assert page.xpath("//a[@href='embed/']")


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_bibtex_is_read_by_another_program(read, language, slug):
    text = read(path_of(language, slug)).get_element_by_id("cite-bibtex").text_content()
    entry = parse_string(text, "bibtex").entries[f"{slug}-{language}"]
    assert entry.fields["url"] == address_of(language, slug)
    assert entry.fields["year"] == str(editions.current(language).facts.last_checked.year)
    assert [str(person) for person in entry.persons["author"]] == ["{" + editions.current(language).fmt.word("site.name") + "}"]


def test_tex_escapes_what_tex_reads():
    assert (
        citation.tex("5\u202f% of $1_000 {a} & #b ~ ^ \\")
        == r"5 \% of \$1\_000 \{a\} \& \#b \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )


def test_citation_names_site_title_day_and_address(read):
    citation = read(path_of("fr", ONE)).get_element_by_id("cite-text").text_content().strip()
    edition = editions.current("fr")
    title, day = edition.chart(ONE).text("title"), edition.fmt.date(edition.facts.last_checked)
    site_name, address = edition.fmt.word("site.name"), address_of("fr", ONE)
    assert citation == f"{site_name}, «\u202f{title}\u202f», graphique, faits vérifiés le {day}, {address}"


def test_too_heavy_picture_stops_the_build_with_how_much():
    with pytest.raises(ProblemsFound) as caught:
        draw.stop_if_heavy(b"x" * 300_042, "scripts/charts/us-plan.py", "the poster picture in 'en'")
    assert [str(problem) for problem in caught.value.problems] == [
        "scripts/charts/us-plan.py: picture: the poster picture in 'en' is 42 bytes over its 300,000; draw less in it"
    ]
    draw.stop_if_heavy(b"x" * 300_000, "f", "n")


WIDTHS = (280, 340, 416, 520, 599, 600, 660, 720, 1000)
HOLE = 100
"""Five lines of the frame's text (measured: 90 px): the code counts evenly between widths, and with a type a tenth wider than most."""


SEEN = """[document.body.getBoundingClientRect().height, document.documentElement.scrollWidth - innerWidth,
  [...document.querySelectorAll("svg")].filter((one) => one.getBoundingClientRect().width).length]"""


@pytest.fixture
def host(context_with, served):
    """Opens a page of somebody else's, with the frame's code or what else is in it."""
    pages = []

    def opened(body, **options):
        page = context_with(**options).new_page()
        pages.append(page)
        text = f"<!doctype html><body style='margin:0'>{body}"
        page.route("**/host.html", lambda route: route.fulfill(body=text, content_type="text/html"))
        page.goto(f"{served}host.html")
        return page

    yield opened
    for page in pages:
        page.close()


def misfits(page):
    """Frames of a page that are cut in a column of some width, or have more than HOLE px to spare."""
    frames = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        heights = page.locator("iframe").evaluate_all("all => all.map((frame) => frame.getBoundingClientRect().height)")
        for frame, height in zip(page.frames[1:], heights, strict=True):
            needed, wide, drawn = frame.evaluate(SEEN)
            if not 0 <= height - needed <= HOLE or wide > 0 or drawn != 1:
                frames.append((frame.url, width, round(needed), round(height), wide, drawn))
    return frames


@pytest.mark.browser
def test_frames_fit_in_columns_of_any_width_without_scripts(request, read, served, host):
    """Each chart in one edition, by turns; with --all in both."""
    by_turns = zip(cycle(paths.LANGUAGES), editions.current().chart_definitions, strict=False)
    charts = CHARTS if request.config.getoption("--all") else by_turns
    codes = "".join(read(path_of(*chart)).get_element_by_id("embed-code").text_content() for chart in charts)
    page = host(codes.replace(ADDRESS, served).replace('"lazy"', '"eager"'), java_script_enabled=False)
    assert misfits(page) == [], "frame, column, needs, has, too wide by, drawings"


LINES = """[...document.querySelectorAll("h1, .unit, .source")].map((one) => {
  one.textContent = "x";
  return [getComputedStyle(one).fontSize, getComputedStyle(one).lineHeight].map(parseFloat);
})"""


@pytest.mark.browser
def test_the_code_counts_with_the_sizes_of_the_style_sheet(browse):
    page = browse(f"charts/{ONE}/embed/")
    lines = page.evaluate(LINES)
    assert lines == [list(size) for size in embed._TYPE.values()]
    drawing = page.locator("svg:visible").bounding_box()["height"]
    rest = page.locator("body").bounding_box()["height"] - drawing - sum(height for _, height in lines)
    assert rest == pytest.approx(embed._AROUND, abs=0.1)


@pytest.mark.browser
def test_frame_reports_its_height_to_the_page_around_it(served, host):
    """Also one whose origin is "null", and whichever of two it was."""
    page = host(
        "".join(
            f'<iframe src="{served}charts/{slug}/embed/" style="width:600px;border:0" height="50"{sandbox}></iframe>'
            for slug, sandbox in ((TALLEST, ""), (TALLEST, ' sandbox="allow-scripts"'), (SHORTEST, ""))
        )
        + embed.fitting_script()
    )
    page.wait_for_function("[...document.querySelectorAll('iframe')].every((one) => one.style.height)")
    inside = [frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)") for frame in page.frames[1:]]
    assert page.locator("iframe").evaluate_all("all => all.map((frame) => frame.style.height)") == [f"{height}px" for height in inside]
    assert inside[0] == inside[1] != inside[2]


@pytest.mark.browser
def test_frame_is_light_unless_the_page_around_says_otherwise(served, host):
    queries = ("", "?scheme=dark", "?scheme=auto", "?utm_source=x", "?scheme=darker")
    page = host("".join(f'<iframe src="{served}charts/{ONE}/embed/{query}" sandbox="allow-scripts"></iframe>' for query in queries))
    for device, dark in (("light", ["?scheme=dark"]), ("dark", ["?scheme=dark", "?scheme=auto"])):
        page.emulate_media(color_scheme=device)
        papers = [frame.evaluate("getComputedStyle(document.documentElement).backgroundColor") for frame in page.frames[1:]]
        assert papers == ["rgb(16, 20, 26)" if query in dark else "rgb(255, 254, 251)" for query in queries], device


@pytest.mark.browser
def test_link_of_a_sandboxed_frame_opens(served, host):
    page = host(f'<iframe src="{served}charts/{ONE}/embed/" sandbox="allow-popups" width="720" height="700"></iframe>')
    with page.expect_popup() as popup:
        page.frames[1].locator(".source a").click()
    popup.value.close()
