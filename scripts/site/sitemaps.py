"""One list of sitemaps for both editions, and robots.txt that names it. Each edition's own sitemap is MkDocs'."""

from collections.abc import Mapping
from pathlib import Path

from scripts import paths
from scripts.edition import Edition
from scripts.files import write

INDEX = "sitemap-index.xml"


def put(site: Path, editions: Mapping[str, Edition]) -> None:
    """Write sitemap-index.xml and robots.txt.

    Crawlers read robots.txt at a domain's root only, so under a sub-path it takes effect once there is a custom domain;
    until then the index can be handed to a search engine by its address.
    """
    entries = "".join(f"<sitemap><loc>{edition.address}sitemap.xml</loc></sitemap>\n" for edition in editions.values())
    address = editions[paths.MAIN].address
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n'
    write(site / INDEX, text.encode())
    write(site / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}{INDEX}\n".encode())
