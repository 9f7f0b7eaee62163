"""The built site, page by page, as a reader's browser gets it: names, links, anchors, nothing leaked, nothing from elsewhere."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from scripts.problems import Problem

_LEAKS = re.compile(r"\{\{|\}\}|^/{3,}\s*[a-z]|\{ ?[.#][a-z-]+ ?\}|inline-svg|None\b.*None\b", re.M)
_LOADS = (("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href"), ("object", "data"), ("embed", "src"))
_LINKS = "//@href | //@src | //@data | //@poster | //@action"
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch"}


@dataclass
class BuiltPage:
    """One HTML file: its path in the site (`fr/strategy/index.html`), its address, its tree and its ids."""

    path: str
    address: str
    tree: lxml.html.HtmlElement
    ids: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        first = self.path.split("/")[0]
        return first if len(first) == 2 else "en"

    @property
    def embedded(self) -> bool:
        return self.path.endswith("/embed/index.html")

    @property
    def is_error(self) -> bool:
        return self.path.endswith("404.html")


def pages(site: Path, address: str) -> list[BuiltPage]:
    """Every HTML page below `site`, but those that only send on to another; `address` is that of its root, with a slash at its end."""
    found = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        tree = lxml.html.document_fromstring(file.read_bytes())
        if tree.xpath("//meta[@http-equiv='refresh']"):
            continue
        found.append(BuiltPage(path, address + path.removesuffix("index.html"), tree, {el.get("id") for el in tree.iter() if el.get("id")}))
    return found


def problems(site: Path, address: str) -> list[Problem]:
    """All that is wrong with the built site."""
    built = pages(site, address)
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    by_path = {page.path: page for page in built}
    found = [problem for page in built for check in (_names, _leaks, _ids, _pictures, _origins) for problem in check(page, address)]
    found += [problem for page in built for problem in _links(page, address, files, by_path)]
    return found + _titles(built)


def _problem(page: BuiltPage, what: str, message: str) -> Problem:
    return Problem(f"site/{page.path}", 0, what, message)


def _names(page: BuiltPage, _address: str) -> list[Problem]:
    found = []
    heads = page.tree.findall(".//h1")
    if len(heads) != 1 or not heads[0].text_content().strip():
        found.append(_problem(page, "h1", f"has {len(heads)}; expected: exactly one, not empty"))
    if not (page.tree.findtext(".//title") or "").strip():
        found.append(_problem(page, "title", "is empty; expected: a title for each page"))
    if page.tree.get("lang") != page.language:
        found.append(_problem(page, "lang", f"is {page.tree.get('lang')!r}; expected: {page.language!r} in this folder"))
    described = page.tree.xpath("string(//meta[@name='description']/@content)")
    if not page.is_error and not 50 <= len(described) <= 250:
        found.append(_problem(page, "description", f"has {len(described)} characters; expected: 50 to 250"))
    canonical = page.tree.xpath("string(//link[@rel='canonical']/@href)")
    if not page.is_error and not page.embedded and canonical != page.address:
        found.append(_problem(page, "canonical", f"is {canonical!r}; expected: {page.address!r}"))
    return found


def _leaks(page: BuiltPage, _address: str) -> list[Problem]:
    text = "\n".join(
        part for element in page.tree.iter() if isinstance(element.tag, str) and element.tag not in ("script", "style", "code", "pre", "textarea")
        for part in (element.text, element.tail) if part
    )
    return [_problem(page, "text", f"shows the marker {leak.group()!r}; expected: text for readers") for leak in _LEAKS.finditer(text)]


def _ids(page: BuiltPage, _address: str) -> list[Problem]:
    counts = Counter(el.get("id") for el in page.tree.iter() if el.get("id"))
    return [_problem(page, "id", f"{name!r} stands {count} times; expected: once") for name, count in counts.items() if count > 1]


def _pictures(page: BuiltPage, _address: str) -> list[Problem]:
    return [
        _problem(page, "img", f"{picture.get('src')!r} has no {name}; expected: alt, width and height on every picture")
        for picture in page.tree.iter("img")
        for name in ("alt", "width", "height")
        if picture.get(name) is None
    ]


def _origins(page: BuiltPage, address: str) -> list[Problem]:
    """Nothing that a browser fetches by itself may come from elsewhere."""
    home = urlsplit(address).netloc
    found = []
    for tag, attribute in _LOADS:
        for element in page.tree.iter(tag):
            if tag == "link" and not set((element.get("rel") or "").split()) & _LOADING_RELS:
                continue
            netloc = urlsplit(element.get(attribute) or "").netloc
            if netloc and netloc != home:
                found.append(_problem(page, tag, f"fetches from {netloc}; expected: files of this site only"))
    return found


def _links(page: BuiltPage, address: str, files: set[str], by_path: dict[str, BuiltPage]) -> list[Problem]:
    found = []
    for link in page.tree.xpath(_LINKS):
        link, tag = link.strip(), link.getparent().tag
        if link.startswith(("mailto:", "data:")) or ("://" in link and not link.startswith(address)):
            continue
        if link.startswith("/") and not page.is_error:
            found.append(_problem(page, tag, f"{link!r} starts at the domain's root; expected: relative addresses, so that a sub-path works"))
            continue
        target = page.address + link if link.startswith("#") else urljoin(page.address, link)
        if not target.startswith(address):
            continue
        path, _, anchor = target.removeprefix(address).partition("#")
        path = unquote(path.partition("?")[0])
        path = path + "index.html" if path == "" or path.endswith("/") else path
        if path not in files:
            found.append(_problem(page, tag, f"{link!r} leads to site/{path}, which does not exist"))
        elif anchor and path in by_path and unquote(anchor) not in by_path[path].ids:
            found.append(_problem(page, tag, f"{link!r} names an anchor that site/{path} does not have"))
    return found


def _titles(built: list[BuiltPage]) -> list[Problem]:
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in built:
        if not page.embedded and not page.is_error:
            seen[page.language, (page.tree.findtext(".//title") or "").strip()].append(page.path)
    return [
        Problem(f"site/{paths[0]}", 0, "title", f"{title!r} is also that of {', '.join(paths[1:])}; expected: one title a page")
        for (_, title), paths in seen.items()
        if len(paths) > 1
    ]
