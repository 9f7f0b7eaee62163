"""The site packed into one file: every link of it leads to a file, and it opens without a server."""

import shutil
from urllib.parse import urlsplit

import lxml.html
import pytest

from scripts.tools import archive
from tests import editions


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offline")
    shutil.unpack_archive(archive.pack(site, tmp_path_factory.mktemp("archive")), folder)
    return next(folder.iterdir())


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
def test_the_archive_opens_from_the_file_system(unpacked, context_with):
    page = context_with().new_page()
    page.goto((unpacked / "index.html").as_uri())
    plain_family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert plain_family and "Times" not in plain_family, "the style sheet is applied"
    page.locator("nav a[href*='scorecard']").first.click()
    page.wait_for_url("**/scorecard/index.html")
    assert page.locator("li.claim").count() == len(editions.current().facts.of_kind("claims"))
    page.locator(".claim-more > summary").first.click()
    page.locator("a.claim-page-link").first.click()
    page.wait_for_url("**/scorecard/*/index.html")
    assert page.locator("h1").count() == 1
    page.locator("a[hreflang=fr]").first.click()
    page.wait_for_url("**/fr/scorecard/*/index.html")
    page.close()


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ('<a href="../strategy/">', '<a href="../strategy/index.html">'),
        ('<a class="x" href=".">', '<a class="x" href="./index.html">'),
        ('<a href="../strategy/#sources">', '<a href="../strategy/index.html#sources">'),
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
