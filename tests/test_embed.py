"""Frames of charts, which work in other people's pages."""

from itertools import cycle

import lxml.html
import pytest

from scripts import paths
from scripts.outputs import embed
from tests import editions
from tests.conftest import ADDRESS

ONE = editions.SLUGS[0]


@pytest.mark.parametrize(("language", "slug"), editions.CHARTS)
def test_embed_is_a_light_page_of_its_own(site, read, language, slug):
    page = read(f"{editions.chart_path(language, slug)}embed/")
    assert page.xpath("string(//link[@rel='canonical']/@href)") == ADDRESS + editions.chart_path(language, slug)
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
    assert (site / editions.chart_path(language, slug) / "embed/index.html").stat().st_size < 80_000


def test_codes_on_the_page_can_be_selected_and_pasted_without_scripts(read):
    page = read(editions.chart_path("en", ONE))
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
            f"{ADDRESS + editions.chart_path('en', ONE)}embed/{query}",
            "lazy",
            "100%",
        )
    assert frame.get("title") == editions.current("en").chart(ONE).text("title")
    assert page.xpath("//a[@href='embed/']")


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
    by_turns = zip(cycle(paths.LANGUAGES), editions.SLUGS, strict=False)
    charts = editions.CHARTS if request.config.getoption("--all") else by_turns
    codes = "".join(read(editions.chart_path(*chart)).get_element_by_id("embed-code").text_content() for chart in charts)
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
    tallest, shortest = (
        pick(editions.SLUGS, key=lambda slug: editions.current().chart(slug).definition.settings.height.narrow) for pick in (max, min)
    )
    page = host(
        "".join(
            f'<iframe src="{served}charts/{slug}/embed/" style="width:600px;border:0" height="50"{sandbox}></iframe>'
            for slug, sandbox in ((tallest, ""), (tallest, ' sandbox="allow-scripts"'), (shortest, ""))
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
