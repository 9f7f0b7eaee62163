"""Links that leave the site say so: `rel="noopener external"` on each, whoever wrote it, a page or a template."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from markdown.treeprocessors import Treeprocessor

REL = ("noopener", "external")


class ExternalLinks(Treeprocessor):
    """Adds what is missing to the `rel` of every link with an address of its own."""

    def run(self, root: ET.Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(("http://", "https://")):
                have = link.get("rel", "").split()
                link.set("rel", " ".join(have + [name for name in REL if name not in have]))
