"""The built site: no marker is left, links and anchors exist, nothing is loaded from other sites.

What only code can break, such as the head of a page, is for the tests: tests/test_built_site.py.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from scripts.problems import Location, Problem

_LEAKS = re.compile(r"\{\{|\}\}|^/{3,}\s*[a-z]|\{ ?[.#][a-z-]+ ?\}|inline-svg|None\b.*None\b", re.M)
_SHOWN = "//text()[not(parent::script or parent::style or parent::code or parent::pre or parent::textarea)]"
_FETCHED = "//script/@src | //img/@src | //iframe/@src | //source/@src | //object/@data | //embed/@src | //link/@href"
_LINKS = "//@href | //@src | //@data | //@poster | //@action"
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}


@dataclass
class BuiltPage:
    """One HTML file: its path in the site (`fr/strategy/index.html`), its address, its tree, and how often each id stands in it."""

    path: str
    address: str
    tree: lxml.html.HtmlElement
    ids: Counter[str]

    @property
    def is_error(self) -> bool:
        return self.path.endswith("404.html")

    def problem(self, part: str, wrong: str, expected: str = "") -> Problem:
        return Location(f"site/{self.path}", column=part).problem(wrong, expected)


def pages(site: Path, address: str) -> Iterator[BuiltPage]:
    """Every HTML page below `site`, without redirects; `address` is that of its root, with a slash at its end."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        tree = lxml.html.document_fromstring(file.read_bytes())
        if not tree.xpath("//meta[@http-equiv='refresh']"):
            ids = Counter(filter(None, tree.xpath("//@id")))
            yield BuiltPage(path, address + path.removesuffix("index.html"), tree, ids)


def check(site: Path, address: str) -> Iterator[Problem]:
    """Find all that is wrong with the built site."""
    built = {page.path: page for page in pages(site, address)}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for page in built.values():
        for rule in (_leaks, _ids, _origins):
            yield from rule(page)
        yield from _links(page, address, files, built)
    yield from _titles(built.values())


def _titles(pages: Iterable[BuiltPage]) -> Iterator[Problem]:
    """Find pages of a language that share a title."""
    by_title: dict[tuple[str, str], list[BuiltPage]] = defaultdict(list)
    for page in pages:
        if not page.is_error and not page.path.endswith("/embed/index.html"):
            by_title[page.tree.get("lang"), page.tree.findtext(".//title")].append(page)
    for (_, title), (first, *others) in by_title.items():
        if others:
            twins = ", ".join(page.path for page in others)
            yield first.problem("title", f"{title!r} is also that of {twins}", "one title a page")


def _leaks(page: BuiltPage) -> Iterator[Problem]:
    """Find markers that are shown to readers."""
    for match in _LEAKS.finditer("\n".join(page.tree.xpath(_SHOWN))):
        yield page.problem("text", f"shows the marker {match[0]!r}", "text for readers")


def _ids(page: BuiltPage) -> Iterator[Problem]:
    """Find ids that stand twice on a page."""
    for name, count in page.ids.items():
        if count > 1:
            yield page.problem("id", f"{name!r} stands {count} times", "once")


def _origins(page: BuiltPage) -> Iterator[Problem]:
    """Find what a browser would fetch by itself from elsewhere."""
    for link in page.tree.xpath(_FETCHED):
        element = link.getparent()
        if element.tag == "link" and not _LOADING_RELS.intersection(element.get("rel", "").split()):
            continue
        host = urlsplit(link).netloc
        if host and host != urlsplit(page.address).netloc:
            yield page.problem(element.tag, f"fetches from {host}", "files of this site only")


def _links(page: BuiltPage, root: str, files: set[str], built: dict[str, BuiltPage]) -> Iterator[Problem]:
    """Find links within the site that lead to no file, or to an anchor that the page there does not have. `root`: the site's address."""
    for attribute in page.tree.xpath(_LINKS):
        tag = attribute.getparent().tag
        link = attribute.strip()
        target = urljoin(page.address, link)
        if link.startswith("/") and not page.is_error:
            wrong = f"{link!r} starts at the domain's root"
            yield page.problem(tag, wrong, "relative addresses, so that a sub-path works")
        elif target.startswith(root):
            path, _, anchor = target.removeprefix(root).partition("#")
            path = unquote(path.partition("?")[0])
            if path == "" or path.endswith("/"):
                path += "index.html"
            if path not in files:
                yield page.problem(tag, f"{link!r} leads to site/{path}, which does not exist")
            elif anchor and path in built and unquote(anchor) not in built[path].ids:
                yield page.problem(tag, f"{link!r} names an anchor that site/{path} does not have")
