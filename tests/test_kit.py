"""The kit of every chart: files at their addresses, citations, embeds that work in other people's pages, oEmbed."""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

import lxml.html
import pytest
from lxml import etree
from PIL import Image
from pybtex.database import parse_string

from scripts import paths
from scripts.drawing import draw
from scripts.outputs import chart_json_ld, citation, embed
from scripts.problems import ProblemsFound
from tests import editions
from tests.conftest import ADDRESS

CHARTS = [(language, slug) for language in paths.LANGUAGES for slug in editions.current(language).charts]


def folder_of(site, language, slug):
    return (site if language == "en" else site / language) / "charts" / slug


def page_of(site, language, slug):
    return lxml.html.parse(folder_of(site, language, slug) / "index.html").getroot()


def address_of(language, slug):
    return f"{ADDRESS}{'' if language == 'en' else language + '/'}charts/{slug}/"


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_every_address_of_the_contract_exists_and_holds_what_it_says(site, language, slug):
    folder = folder_of(site, language, slug)
    poster = Image.open(folder / f"{slug}.png")
    assert poster.width == 1200
    assert poster.convert("RGBA").getchannel("A").getextrema() == (255, 255), "opaque"
    assert (folder / f"{slug}.png").stat().st_size < 300_000
    drawing = etree.parse(folder / f"{slug}.svg").getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert "sans-serif" in drawing.get("font-family")
    drawn = editions.current(language).chart(slug)
    rows = list(csv.reader((folder / f"{slug}.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == len(drawn.rows) + 1
    assert {len(row) for row in rows} == {len(drawn.chart.columns) + 2}
    described = json.loads((folder / f"{slug}.json").read_text("utf-8"))
    assert (described["name"], described["url"], described["inLanguage"]) == (drawn.text("title"), address_of(language, slug), language)
    for name in ("description", "variableMeasured", "license", "datePublished", "dateModified", "citation", "distribution"):
        assert described[name], name
    assert (folder / "embed/index.html").is_file()


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_embed_is_a_light_page_of_its_own(site, language, slug):
    file = folder_of(site, language, slug) / "embed/index.html"
    page = lxml.html.parse(file).getroot()
    assert page.xpath("string(//link[@rel='canonical']/@href)") == address_of(language, slug)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.get("lang") == language
    assert len(page.findall(".//svg")) == 2
    assert not page.xpath("//*[@style] | //style | //script[not(@src)]")
    loaded = [file.parent / name for name in page.xpath("//link[@rel='stylesheet']/@href | //script/@src")]
    assert all(one.resolve().is_file() for one in loaded)
    assert sum(one.stat().st_size for one in loaded) < 5_000
    assert file.stat().st_size < 80_000


def test_codes_on_the_page_can_be_selected_and_pasted_without_scripts(site):
    page = page_of(site, "en", "us-plan")
    for name in ("mail-html", "mail-markdown", "mail-text", "embed-code", "embed-fit", "cite-text", "cite-bibtex"):
        box = page.get_element_by_id(name)
        assert box.get("readonly") is not None
        assert box.text_content().strip()
        assert page.xpath("//label[@for=$name]", name=name)
    frame = lxml.html.fragment_fromstring(page.get_element_by_id("embed-code").text_content())
    assert (frame.tag, frame.get("src"), frame.get("loading")) == ("iframe", f"{address_of('en', 'us-plan')}embed/", "lazy")
    assert frame.get("title") == editions.current("en").chart("us-plan").text("title")
    assert page.xpath("//a[@href='embed/']")


def test_codes_keep_their_entities():
    """Markdown must not decode `&amp;` inside code, which would break what is pasted."""
    from markdown import Markdown  # noqa: PLC0415

    from scripts.markup.extension import _element  # noqa: PLC0415

    md = Markdown(extensions=["md_in_html"])
    element = _element(md, '<div><raw-html>&lt;textarea&gt;&amp;lt;b title=&amp;quot;A &amp;amp;amp; B&amp;quot;&amp;gt;&lt;/textarea&gt;</raw-html></div>')
    stashed = md.htmlStash.rawHtmlBlocks
    assert stashed == ["<textarea>&lt;b title=&quot;A &amp;amp; B&quot;&gt;</textarea>"]
    assert element.find("div").text == md.htmlStash.get_placeholder(0)


@pytest.mark.parametrize(("language", "slug"), CHARTS)
def test_bibtex_is_read_by_another_program(site, language, slug):
    text = page_of(site, language, slug).get_element_by_id("cite-bibtex").text_content()
    entry = parse_string(text, "bibtex").entries[f"{slug}-{language}"]
    assert entry.fields["url"] == address_of(language, slug)
    assert entry.fields["year"] == "2026"
    assert [str(person) for person in entry.persons["author"]] == ["{" + editions.current(language).say.word("site.name") + "}"]


def test_tex_escapes_what_tex_reads():
    assert citation.tex("5\u202f% of $1_000 {a} & #b ~ ^ \\") == r"5 \% of \$1\_000 \{a\} \& \#b \textasciitilde{} \textasciicircum{} \textbackslash{}"


def test_citation_names_site_title_day_and_address(site):
    said = page_of(site, "fr", "us-plan").get_element_by_id("cite-text").text_content().strip()
    title = editions.current("fr").chart("us-plan").text("title")
    assert said == f"Alpine en Amérique, «\u202f{title}\u202f», graphique, faits vérifiés le 22 novembre 2026, {address_of('fr', 'us-plan')}"


def test_long_takeaways_become_whole_sentences():
    def drawn(text):
        return SimpleNamespace(text=lambda key: text)

    first, second = "A" * 100 + ".", "B" * 200 + "."
    assert chart_json_ld.summary(drawn(f"{first} {second}")) == first
    assert chart_json_ld.summary(drawn(first)) == first
    assert chart_json_ld.summary(drawn("word " * 80)) == ("word " * 49).strip() + " …"


def test_too_heavy_picture_stops_the_build_with_how_much():
    with pytest.raises(ProblemsFound) as found:
        draw.stop_if_heavy(b"x" * 300_042, "scripts/charts/us-plan.py", "the poster picture in 'en'")
    assert [str(one) for one in found.value.problems] == ["scripts/charts/us-plan.py: figure: the poster picture in 'en' is 42 bytes over its 300,000; draw less in it"]
    draw.stop_if_heavy(b"x" * 300_000, "f", "n")


@pytest.mark.browser
@pytest.mark.parametrize("width", [340, 480, 600, 720, 1000])
def test_frame_of_the_code_is_tall_enough_without_scripts(served, chromium, width):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 100})
    page = context.new_page()
    for language, slug in CHARTS:
        page.goto(f"{served}{'' if language == 'en' else 'fr/'}charts/{slug}/embed/")
        box = page.locator("body").bounding_box()
        ours = editions.current(language)
        assert box["height"] <= embed.height(ours.chart(slug), ours), f"{language} {slug}"
        assert page.locator("html").evaluate("root => root.scrollWidth") <= width, slug
        assert page.locator("svg:visible").count() == 1
    context.close()


@pytest.mark.browser
def test_frame_reports_its_height_to_the_page_around_it(served, site, chromium):
    page = chromium.new_page(viewport={"width": 600, "height": 900})
    shown = f"{served}charts/us-plan/embed/"
    script = page_of(site, "en", "us-plan").get_element_by_id("embed-fit").text_content().replace("https://example.org", served.split("/alpine/")[0])
    page.route("**/host.html", lambda route: route.fulfill(body=f'<!doctype html><iframe src="{shown}" style="width:100%;border:0" height="50"></iframe>{script}', content_type="text/html"))
    page.goto(f"{served}host.html")
    page.wait_for_function("document.querySelector('iframe').style.height !== ''", timeout=5000)
    inside = page.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    assert page.locator("iframe").evaluate("frame => frame.style.height") == f"{inside}px"
    page.close()
