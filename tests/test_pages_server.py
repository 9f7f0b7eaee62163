"""The site behind a server that behaves as GitHub Pages does: sub-path, compression, cache, redirects, 404 page, old assets."""

from __future__ import annotations

import gzip
import http.client
import re
from urllib.parse import urljoin

import lxml.html
import pytest

from tests import pages_server


def ask(server: pages_server.GitHubPagesServer, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.fixture
def small(tmp_path):
    for name, text in {"index.html": "home " * 100, "404.html": "lost", "a/index.html": "a", "b.html": "b", "x.png": "png"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with pages_server.running(tmp_path, "/repo/") as server:
        yield server


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/repo/", 200, b"home " * 100),
        ("/repo/a/", 200, b"a"),
        ("/repo/b", 200, b"b"),
        ("/repo/b.html", 200, b"b"),
        ("/repo/nothing", 404, b"lost"),
        ("/repo/nothing/", 404, b"lost"),
        ("/repo/../../etc/passwd", 404, b"lost"),
        ("/repo/%2e%2e/%2e%2e/etc/passwd", 404, b"lost"),
        ("/other/", 404, b"<h1>404</h1>"),
        ("/", 404, b"<h1>404</h1>"),
    ],
)
def test_addresses_lead_where_pages_leads_them(small, path, status, body):
    answer, got = ask(small, path)
    assert (answer.status, got) == (status, body)


@pytest.mark.parametrize(("path", "to"), [("/repo", "/repo/"), ("/repo/a", "/repo/a/")])
def test_folders_are_given_their_slash(small, path, to):
    answer, _ = ask(small, path)
    assert (answer.status, answer.getheader("Location")) == (301, to)


def test_text_is_compressed_and_pictures_are_not(small):
    answer, body = ask(small, "/repo/", **{"Accept-Encoding": "gzip"})
    assert answer.getheader("Content-Encoding") == "gzip" and gzip.decompress(body) == b"home " * 100
    answer, body = ask(small, "/repo/x.png", **{"Accept-Encoding": "gzip"})
    assert answer.getheader("Content-Encoding") is None and body == b"png"


def test_pages_may_be_kept_for_ten_minutes_and_asked_again_by_tag(small):
    answer, _ = ask(small, "/repo/")
    assert answer.getheader("Cache-Control") == "max-age=600"
    again, body = ask(small, "/repo/", **{"If-None-Match": answer.getheader("ETag")})
    assert (again.status, body) == (304, b"")


def test_what_a_lost_reader_sees_speaks_both_languages_and_finds_its_files_from_any_depth(site, facts):
    words = {row.key: row for row in facts.of_kind("words")}
    with pages_server.running(site, "/alpine/") as server:
        for path in ("/alpine/nowhere", "/alpine/fr/nulle/part/", "/alpine/charts/gone/x.png"):
            answer, body = ask(server, path)
            tree = lxml.html.document_fromstring(body)
            assert answer.status == 404
            assert words["notfound.title"].cell("en") in tree.xpath("string(//h1)")
            assert words["notfound.title"].cell("fr") in tree.xpath("string(//*[@lang='fr' and not(self::html) and not(self::a)])")
            loaded = re.findall(r"url\(([^)]+)\)", tree.xpath("string(//style)")) + tree.xpath("//script/@src")
            assert len(loaded) == 4 and all(ask(server, urljoin(path, one))[0].status == 200 for one in loaded), loaded
            for link in tree.xpath("//main//a/@href"):
                assert ask(server, urljoin(path, link))[0].status == 200, link


def test_assets_are_named_by_content(site):
    names = [file.name for file in (site / "assets" / "own").iterdir()]
    assert names and all(re.search(r"\.[0-9a-f]{8,}\.(min\.)?(css|js|svg|woff2)$", name) for name in names), names
    for page in site.rglob("*.html"):
        for link in lxml.html.document_fromstring(page.read_bytes()).xpath("//script/@src | //link[@rel='stylesheet']/@href"):
            assert re.search(r"\.[0-9a-f]{8,}\.", link), f"{page}: {link} may be cached from another deploy"
