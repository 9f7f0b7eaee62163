"""Of this story: tags and structured data in the heads of the built pages: schema.org's vocabulary (rdflib carries it), required fields, dates, images."""

from __future__ import annotations

from scripts.outputs import head
from tests import editions


def test_text_cannot_end_the_script_or_the_tag():
    assert "</script>" not in head.as_script({"name": "</script><b>"})
    ours = editions.current("en")
    tags = head.tags(ours, "charts/us-plan", 'A "title" & more', "d<e>")
    assert 'content="A &#34;title&#34; &amp; more"' in tags
    assert 'content="d&lt;e&gt;"' in tags
