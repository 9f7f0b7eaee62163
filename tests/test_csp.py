"""The Content Security Policy: what it says, that a browser enforces it, and that no page of the site breaks it."""

from __future__ import annotations

import base64
import hashlib
import re

import lxml.html
import pytest

from scripts.assets import csp
from tests import pages_server
from tests.conftest import WATCH


def test_a_script_is_named_by_the_hash_of_its_exact_text():
    wanted = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert f"script-src 'self' 'sha256-{wanted}'" in csp.policy(["go()"])


def test_the_policy_allows_nothing_unsafe_and_no_one_else():
    rules = dict(rule.strip().split(" ", 1) for rule in csp.policy(["go()"]).split(";"))
    assert rules["object-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["default-src"] == "'self'" and rules["img-src"] == "'self' data:"
    assert "unsafe" not in str(rules) and "http" not in str(rules) and "*" not in str(rules)


def problems_of(tree) -> list[str]:
    """What of a page its own policy would refuse, or that stands before the policy."""
    metas = tree.xpath("//meta[@http-equiv='Content-Security-Policy']")
    if len(metas) != 1:
        return [f"{len(metas)} policies"]
    before = [el.tag for el in metas[0].itersiblings(preceding=True) if not (el.tag == "meta" and el.get("charset"))]
    found = [f"<{tag}> stands before the policy" for tag in before]
    allowed = metas[0].get("content")
    for script in tree.iter("script"):
        runs = script.get("type", "text/javascript") in ("text/javascript", "module", "")
        if runs and not script.get("src") and csp.hash_of(script.text or "") not in allowed:
            found.append(f"inline script not named: {(script.text or '')[:40]}")
    for style in tree.iter("style"):
        if csp.hash_of(style.text or "") not in allowed:
            found.append("inline <style> not named")
    for element in tree.iter():
        if isinstance(element.tag, str):
            found += [f"<{element.tag} {name}>" for name in element.attrib if name == "style" or name.startswith("on")]
    return found


GOOD = f"""<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{csp.policy(["go()"])}">
<script>go()</script><script type="application/ld+json">{{"a": 1}}</script></head><body><p>x</p></body></html>"""


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda page: page.replace("go()</script>", "go();</script>"), "inline script not named: go();"),
        (lambda page: page.replace("<p>", "<p style='color:red'>"), "<p style>"),
        (lambda page: page.replace("<p>", "<p onclick='go()'>"), "<p onclick>"),
        (lambda page: page.replace("<p>", "<style>p{color:red}</style><p>"), "inline <style> not named"),
        (lambda page: page.replace('<meta charset="utf-8">', "<title>x</title>"), "<title> stands before the policy"),
        (lambda page: re.sub(r"<meta http-equiv.*?>", "", page), "0 policies"),
    ],
)
def test_the_look_at_a_page_catches(damage, said):
    sound, damaged = (problems_of(lxml.html.document_fromstring(page)) for page in (GOOD, damage(GOOD)))
    assert sound == [] and said in damaged


def outward(tree) -> list[str]:
    """Links of a page that leave without saying so, or that would tell more than where from."""
    told = tree.xpath("//meta[@name='referrer']/@content") == ["strict-origin-when-cross-origin"] or tree.xpath("//meta[@http-equiv='refresh']")
    away = [link for link in tree.xpath("//main//a[starts-with(@href, 'http')]") if not link.get("href").startswith("https://example.org/")]
    return [*([] if told else ["no referrer policy"]), *(link.get("href") for link in away if not {"noopener", "external"} <= set((link.get("rel") or "").split()))]


def test_a_link_that_leaves_in_silence_would_be_seen():
    bad = "<main><a href='https://a.example'>a</a><a href='https://b.example' rel='noopener external'>b</a></main>"
    assert outward(lxml.html.document_fromstring(bad)) == ["no referrer policy", "https://a.example"]


def test_no_built_page_holds_what_its_policy_refuses_or_leaves_in_silence(site):
    wrong = {}
    for file in sorted(site.rglob("*.html")):
        tree = lxml.html.document_fromstring(file.read_text("utf-8"))
        if found := problems_of(tree) + outward(tree):
            wrong[file.relative_to(site).as_posix()] = found
    assert wrong == {}


@pytest.mark.browser
def test_a_browser_refuses_what_the_policy_does_not_name(tmp_path, chromium):
    (tmp_path / "index.html").write_text(GOOD.replace("<p>", "<script>document.title = 'run'</script><p style='color:red'>"), "utf-8")
    page = chromium.new_page()
    page.add_init_script(WATCH)
    with pages_server.running(tmp_path) as server:
        page.goto(server.url)
        broken = page.evaluate("refused")
        assert page.title() != "run"
    page.close()
    # The attribute is reported by its own directive; the hashed script and the data block are not among them.
    assert sorted(line.split()[0] for line in broken) == ["script-src-elem", "style-src-attr"]
