"""The built site, page by page, as a reader's browser gets it: names, links, anchors, nothing leaked, nothing from elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from scripts import paths
from scripts.problems import Problem

_LEAKS = re.compile(r"\{\{|\}\}|^/{3,}\s*[a-z]|\{ ?[.#][a-z-]+ ?\}|inline-svg|None\b.*None\b", re.M)
_FETCHED = "//script/@src | //img/@src | //iframe/@src | //source/@src | //object/@data | //embed/@src | //link/@href"
_LINKS = "//@href | //@src | //@data | //@poster | //@action"
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}

Told = Iterator[tuple[str, str, str]]
"""What part of a page is wrong, how, and what is expected."""


@dataclass
class BuiltPage:
    """One HTML file: its path in the site (`fr/strategy/index.html`), its address, its tree, and how often each id stands in it."""

    path: str
    address: str
    tree: lxml.html.HtmlElement
    ids: Counter[str]

    @property
    def language(self) -> str:
        first = self.path.split("/")[0]
        return first if first in paths.LANGUAGES else paths.MAIN

    @property
    def embedded(self) -> bool:
        return self.path.endswith("/embed/index.html")

    @property
    def is_error(self) -> bool:
        return self.path.endswith("404.html")

    @property
    def title(self) -> str:
        return (self.tree.findtext(".//title") or "").strip()


def pages(site: Path, address: str) -> Iterator[BuiltPage]:
    """Every HTML page below `site`, but those that only send on; `address` is that of its root, with a slash at its end."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        tree = lxml.html.document_fromstring(file.read_bytes())
        if not tree.xpath("//meta[@http-equiv='refresh']"):
            ids = Counter(filter(None, tree.xpath("//@id")))
            yield BuiltPage(path, address + path.removesuffix("index.html"), tree, ids)


def problems(site: Path, address: str) -> Iterator[Problem]:
    """All that is wrong with the built site."""
    built = {page.path: page for page in pages(site, address)}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    titled: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in built.values():
        alone = (told for check in (_names, _leaks, _ids, _pictures, _origins) for told in check(page))
        for told in (*alone, *_links(page, address, files, built)):
            yield Problem(f"site/{page.path}", 0, *told)
        if not page.embedded and not page.is_error:
            titled[page.language, page.title].append(page.path)
    for (_, title), (first, *others) in titled.items():
        if others:
            yield Problem(f"site/{first}", 0, "title", f"{title!r} is also that of {', '.join(others)}", "one title a page")


def _names(page: BuiltPage) -> Told:
    heads = page.tree.findall(".//h1")
    if len(heads) != 1 or not heads[0].text_content().strip():
        yield "h1", f"has {len(heads)}", "exactly one, not empty"
    if not page.title:
        yield "title", "is empty", "a title for each page"
    if page.tree.get("lang") != page.language:
        yield "lang", f"is {page.tree.get('lang')!r}", f"{page.language!r} in this folder"
    described = page.tree.xpath("string(//meta[@name='description']/@content)")
    if not page.is_error and not 50 <= len(described) <= 250:
        yield "description", f"has {len(described)} characters", "50 to 250"
    canonical = page.tree.xpath("string(//link[@rel='canonical']/@href)")
    if not page.is_error and not page.embedded and canonical != page.address:
        yield "canonical", f"is {canonical!r}", repr(page.address)


def _leaks(page: BuiltPage) -> Told:
    code = " or ".join(f"parent::{name}" for name in ("script", "style", "code", "pre", "textarea"))
    for leak in _LEAKS.finditer("\n".join(page.tree.xpath(f"//text()[not({code})]"))):
        yield "text", f"shows the marker {leak[0]!r}", "text for readers"


def _ids(page: BuiltPage) -> Told:
    for name, count in page.ids.items():
        if count > 1:
            yield "id", f"{name!r} stands {count} times", "once"


def _pictures(page: BuiltPage) -> Told:
    for picture in page.tree.iter("img"):
        for name in ("alt", "width", "height"):
            if picture.get(name) is None:
                yield "img", f"{picture.get('src')!r} has no {name}", "alt, width and height on every picture"


def _origins(page: BuiltPage) -> Told:
    """Nothing that a browser fetches by itself may come from elsewhere."""
    for link in page.tree.xpath(_FETCHED):
        element, netloc = link.getparent(), urlsplit(link).netloc
        loads = element.tag != "link" or set((element.get("rel") or "").split()) & _LOADING_RELS
        if loads and netloc and netloc != urlsplit(page.address).netloc:
            yield element.tag, f"fetches from {netloc}", "files of this site only"


def _links(page: BuiltPage, address: str, files: set[str], built: dict[str, BuiltPage]) -> Told:
    for link in page.tree.xpath(_LINKS):
        link, tag = link.strip(), link.getparent().tag
        if "://" in link and not link.startswith(address):
            continue
        if link.startswith("/") and not page.is_error:
            yield tag, f"{link!r} starts at the domain's root", "relative addresses, so that a sub-path works"
            continue
        target = urljoin(page.address, link)
        if not target.startswith(address):
            continue
        path, _, anchor = target.removeprefix(address).partition("#")
        path = unquote(path.partition("?")[0])
        path = path + "index.html" if path == "" or path.endswith("/") else path
        if path not in files:
            yield tag, f"{link!r} leads to site/{path}, which does not exist", ""
        elif anchor and path in built and unquote(anchor) not in built[path].ids:
            yield tag, f"{link!r} names an anchor that site/{path} does not have", ""
