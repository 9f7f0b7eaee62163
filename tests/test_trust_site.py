"""Trust on the built site: from any figure to its row and source and back without JavaScript; claims, manifest, offline copy."""

from __future__ import annotations

import hashlib
import zipfile
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest

from scripts import archive, paths
from scripts.pages import manifest
from scripts.problems import ProblemsFound
from tests.conftest import ADDRESS

STORY = ("", "strategy/", "partnership/", "roadmap/", "numbers/", "timeline/", "scorecard/", "method/")


@pytest.fixture(scope="module")
def read(site):
    """Address relative to the site's root, with or without anchor -> the page's tree; read once."""
    known = {}

    def tree(address: str):
        path = address.partition("#")[0]
        if path not in known:
            known[path] = lxml.html.document_fromstring((site / path / "index.html").read_bytes())
        return known[path]

    return tree


def followed(address: str, link: str) -> str:
    """Where a link of the page at `address` leads, relative to the site's root."""
    return urljoin(ADDRESS + address, link).removeprefix(ADDRESS)


def at(read, address: str):
    """The element that an address with an anchor names."""
    [element] = read(address).xpath("//*[@id=$id]", id=urlsplit(ADDRESS + address).fragment)
    return element


@pytest.mark.parametrize("language", ["", "fr/"])
@pytest.mark.parametrize("page", STORY)
def test_every_figure_leads_to_its_row_its_source_and_back(read, page, language):
    address = language + page
    facts = read(address).xpath("//a[contains(concat(' ', @class, ' '), ' fact ')]")
    assert facts or page == "timeline/"
    for fact in facts:
        entry = at(read, followed(address, fact.get("href")))
        assert entry.xpath(".//*[contains(@class, 'sure')]"), "its confidence"
        row_address = followed(address, entry.xpath(".//a[@class='row']/@href")[0])
        row = at(read, row_address)
        assert row.tag == "tr"
        assert row.xpath(".//td//a/@href") or row.xpath(".//td//code"), "its sources, or the keys that it is computed from, or a count of rows"
        for link in entry.xpath(".//a[@class='source-entry']/@href"):
            source_address = followed(address, link)
            source = at(read, source_address)
            back = {followed(source_address, href).partition("#")[0] for href in source.xpath(".//a/@href")}
            assert address in back, f"{source_address} does not lead back to {address}"


def test_every_source_of_the_list_has_its_entry_and_something_rests_on_it(read, facts):
    listed = read("sources/").xpath("//ol[contains(@class, 'sources')]/li")
    assert {item.get("id") for item in listed} == {f"src-{source}" for source in facts.sources}
    for item in listed:
        entry = at(read, followed("sources/", item.xpath(".//a[@class='row']/@href")[0]))
        assert entry.get("id") == item.get("id")
        assert entry.xpath(".//dl[@class='resting']//dd"), entry.get("id")


def test_rows_lead_on_to_sources_and_operands(read, facts):
    for table in ("alpine_sales", "computed"):
        for link in read(f"data/{table}/").xpath("//table//a/@href"):
            assert at(read, followed(f"data/{table}/", link)) is not None


@pytest.mark.parametrize("language", ["", "fr/"])
def test_each_claim_has_a_page_of_its_own_linked_from_its_card(read, facts, language):
    for claim in facts.of_kind("claims"):
        card = at(read, f"{language}scorecard/#{claim.key}")
        address = followed(f"{language}scorecard/", card.xpath(".//a[@class='claim-page-link']/@href")[0])
        assert address == f"{language}scorecard/{claim.key}/"
        tree = read(address)
        assert tree.xpath("string(//link[@rel='canonical']/@href)") == ADDRESS + address
        assert tree.xpath("string(//meta[@name='description']/@content)")
        assert at(read, followed(address, tree.xpath("//p[@class='onward']/a/@href")[-1])).get("id") == claim.key
        assert len(tree.xpath("//ol[@class='documents']/li")) >= len(claim.source_ids)


def test_every_story_page_can_be_cited_with_a_version_of_its_own(read):
    versions = [read(page).xpath("string(//details[@id='cite']/@data-version)") for page in STORY]
    assert all(versions) and len(set(versions)) == len(versions)


def test_the_manifest_is_true(site):
    told = manifest.read(site)
    assert told["address"] == ADDRESS
    assert (site / "fr" / "manifest.json").read_bytes() == (site / "manifest.json").read_bytes()
    for path, digest in told["files"].items():
        assert hashlib.sha256((site / path).read_bytes()).hexdigest() == digest, path
    assert set(told["files"]) == {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file() and f.name != "manifest.json"}
    pages = {page["address"]: page for page in told["pages"]}
    assert pages[ADDRESS + "strategy/"]["version"] and pages[ADDRESS + "fr/strategy/"]["language"] == "fr"
    assert all(chart["files"] for chart in told["charts"])


def test_the_audit_is_written_beside_the_build(site):
    text = (paths.BUILD / "audit.txt").read_text("utf-8")
    assert "== partnership (en)" in text and "== partnership (fr)" in text
    assert (paths.BUILD / "audit.csv").read_text("utf-8").startswith("page,place,kind,key,shown,confidence,row,rests_on,sources\n")


@pytest.fixture(scope="module")
def packed(site, tmp_path_factory):
    return archive.pack(site, tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def unpacked(packed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(packed) as file:
        file.extractall(folder)
    return next(folder.iterdir())


def test_the_archive_is_the_same_for_the_same_site(site, packed, tmp_path):
    assert archive.pack(site, tmp_path).read_bytes() == packed.read_bytes()
    assert packed.name == f"{packed.name.split('-20')[0]}-{manifest.read(site)['version']}.zip"


def test_no_link_of_the_archive_leads_to_a_folder_or_nowhere(unpacked):
    wrong = []
    for file in unpacked.rglob("*.html"):
        for element, attribute, link, _ in lxml.html.document_fromstring(file.read_bytes()).iterlinks():
            parts = urlsplit(link)
            if attribute not in ("href", "src") or parts.scheme or parts.netloc or not parts.path:
                continue
            if not (file.parent / parts.path).resolve().is_file():
                wrong.append(f"{file.relative_to(unpacked)}: <{element.tag}> {link}")
    assert wrong == []


@pytest.mark.browser
def test_the_archive_opens_from_the_file_system(unpacked, chromium):
    page = chromium.new_page()
    page.goto((unpacked / "index.html").as_uri())
    plain_family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert plain_family and "Times" not in plain_family, "the style sheet is applied"
    page.locator("nav a[href*='scorecard']").first.click()
    page.wait_for_url("**/scorecard/index.html")
    assert page.locator("article.claim").count() > 10
    page.locator("a.claim-page-link").first.click()
    page.wait_for_url("**/scorecard/*/index.html")
    assert page.locator("h1").count() == 1
    page.locator("a[hreflang=fr]").first.click()
    page.wait_for_url("**/fr/scorecard/*/index.html")
    page.close()


@pytest.mark.browser
def test_the_walk_works_without_javascript(served, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "partnership/")
    page.locator("a.fact").first.click()
    page.locator("li:target a.row").click()
    page.locator("tr:target td a").first.click()
    assert "/sources/" in page.url and page.locator("li:target").is_visible()
    page.locator("li:target .resting a[href*='partnership']").first.click()
    assert "/partnership/" in page.url
    context.close()


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ('<a href="../strategy/">', '<a href="../strategy/index.html">'),
        ('<a class="x" href=".">', '<a class="x" href="./index.html">'),
        ("<a href=../strategy/#sources>", '<a href="../strategy/index.html#sources">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="https://example.org/strategy/">', '<a href="https://example.org/strategy/">'),
        ('<a href="../data/a.csv">', '<a href="../data/a.csv">'),
        ('<a href="../nowhere/">', '<a href="../nowhere/">'),
        ('<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">', ""),
    ],
)
def test_links_to_folders_are_written_out(link, becomes):
    files = {"index.html", "numbers/index.html", "strategy/index.html", "data/a.csv"}
    assert archive.offline(link, "numbers/index.html", files) == becomes


def test_without_a_built_site_there_is_nothing_to_pack(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        archive.pack(tmp_path, tmp_path)
    assert found.value.problems[0].message == "holds no built site; run `make build` first"
