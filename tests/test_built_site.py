"""The built site is sound, and each check on it catches a bad sample."""

import re

import lxml.html
import pytest

from scripts.checks import built_site as checks
from scripts.language import typography
from tests.conftest import ADDRESS

PAGE = """<!doctype html><html lang="en"><head><title>One</title><link rel="canonical" href="{address}"></head>
<body><h1 id="top">One</h1><p>Text</p>{more}</body></html>"""


def write(folder, path="index.html", more=""):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(address=ADDRESS + path.removesuffix("index.html"), more=more))


def test_a_sound_page_passes(tmp_path):
    write(tmp_path, more='<a href="#top">up</a><a href="./">home</a><a href="https://elsewhere.example/">out</a>')
    assert list(checks.check(tmp_path, ADDRESS)) == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("<p>{{ alpine-2025</p>", "text: shows the marker '{{'"),
        ("<p>/// chart</p>", "text: shows the marker '/// c'"),
        ("<p>Text {.standfirst}</p>", "text: shows the marker '{.standfirst}'"),
        ('<p id="top">again</p>', "id: 'top' stands 2 times; expected: once"),
        ('<script src="https://cdn.example/x.js"></script>', "script: fetches from cdn.example; expected: files of this site only"),
        ('<a href="/strategy/">x</a>', "a: '/strategy/' starts at the domain's root"),
        ('<a href="strategy/">x</a>', "a: 'strategy/' leads to site/strategy/index.html, which does not exist"),
        ('<a href="#nowhere">x</a>', "a: '#nowhere' names an anchor that site/index.html does not have"),
    ],
)
def test_each_check_catches_its_bad_sample(tmp_path, more, message):
    write(tmp_path, more=more)
    problems = [str(problem) for problem in checks.check(tmp_path, ADDRESS)]
    assert len(problems) == 1 and message in problems[0], problems


def faults_of_code(page) -> list[str]:
    """What no keeper can break: headline, title, language, description, and the attributes of pictures."""
    faults = []
    if len(page.tree.findall(".//h1")) != 1 or not page.tree.findtext(".//title").strip():
        faults.append("headline or title")
    if page.tree.get("lang") != ("fr" if page.path.startswith("fr/") else "en"):
        faults.append("lang")
    if not page.is_error and not 50 <= len(page.tree.xpath("string(//meta[@name='description']/@content)")) <= 250:
        faults.append("description")
    faults += [name for picture in page.tree.iter("img") for name in ("alt", "width", "height") if picture.get(name) is None]
    return faults


def test_what_code_writes_around_each_page_is_whole(site):
    assert {page.path: faults for page in checks.pages(site, ADDRESS) if (faults := faults_of_code(page))} == {}


def test_two_pages_with_one_title_are_named_together(tmp_path):
    write(tmp_path)
    write(tmp_path, "b/index.html")
    assert [str(problem) for problem in checks.check(tmp_path, ADDRESS)] == [
        "site/b/index.html: title: 'One' is also that of index.html; expected: one title a page"
    ]


def misset(html: str) -> list[str]:
    """Names that stand in no text, of tabs, links and pictures, and are not set as the page's language sets marks and spaces."""
    tree = lxml.html.document_fromstring(html)
    return [
        name
        for name in tree.xpath("//title/text() | //@aria-label | //@alt | //@title")
        if typography.breaches(name, tree.get("lang"))
    ]


def test_names_that_stand_in_no_text_are_set_as_text_is(site, few):
    assert {address: wrong for address in ["fr/", *few] if (wrong := misset((site / address / "index.html").read_text("utf-8")))} == {}


def test_what_a_lost_reader_sees_speaks_both_languages_and_finds_its_files_from_any_depth(site, facts):
    words = {row.key: row for row in facts.of_kind("words")}
    tree = lxml.html.document_fromstring((site / "404.html").read_bytes())
    assert words["notfound.title"].cell("en") in tree.xpath("string(//h1)")
    assert words["notfound.title"].cell("fr") in tree.xpath("string(//*[@lang='fr' and not(self::html) and not(self::a)])")
    loaded = re.findall(r"url\(([^)]+)\)", tree.xpath("string(//style)")) + tree.xpath("//script/@src")
    links = tree.xpath("//main//a/@href")
    assert len(loaded) == 4 and links
    for address in loaded + links:
        assert address.startswith("/alpine/") and (site / address.removeprefix("/alpine/")).exists(), address


def test_what_pages_load_is_named_by_content_so_that_no_cache_has_another_deploy_s(site):
    loaded = [file.name for file in site.rglob("*") if file.suffix in (".css", ".js", ".woff2")]
    assert loaded and [name for name in loaded if not re.search(r"\.[0-9a-f]{8,}\.(min\.)?(css|js|woff2)$", name)] == []


def test_search_engines_are_told_of_the_sitemap_of_each_edition(site):
    named = (site / "robots.txt").read_text("utf-8").splitlines()
    for name in ("sitemap.xml", "fr/sitemap.xml"):
        assert f"Sitemap: https://example.org/alpine/{name}" in named
        assert (site / name).read_text("utf-8").count("<loc>https://example.org/alpine/") > 10
