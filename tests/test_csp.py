"""The Content Security Policy: what it says, and that no page of the site breaks it.

That a browser enforces it is asked on the walk (test_walk).
"""

import lxml.html

from scripts.assets import csp


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
    problems = [f"<{tag}> stands before the policy" for tag in before]
    allowed = metas[0].get("content")
    for script in tree.iter("script"):
        runs = script.get("type", "text/javascript") in ("text/javascript", "module", "")
        if runs and not script.get("src") and csp.hash_of(script.text or "") not in allowed:
            problems.append(f"inline script not named: {(script.text or '')[:40]}")
    for style in tree.iter("style"):
        if csp.hash_of(style.text or "") not in allowed:
            problems.append("inline <style> not named")
    for element in tree.iter():
        if isinstance(element.tag, str):
            problems += [f"<{element.tag} {name}>" for name in element.attrib if name == "style" or name.startswith("on")]
    return problems


def outward(tree) -> list[str]:
    """Links of a page that leave without saying so, or that would tell more than where from."""
    policy = tree.xpath("//meta[@name='referrer']/@content")
    has_policy = policy == ["strict-origin-when-cross-origin"] or tree.xpath("//meta[@http-equiv='refresh']")
    away = [link for link in tree.xpath("//main//a[starts-with(@href, 'http')]") if not link.get("href").startswith("https://example.org/")]
    return [
        *([] if has_policy else ["no referrer policy"]),
        *(link.get("href") for link in away if not {"noopener", "external"} <= set((link.get("rel") or "").split())),
    ]


def test_the_looks_at_a_page_catch_each_fault():
    page = f"""<html><head><title>x</title><meta http-equiv="Content-Security-Policy" content="{csp.policy(["go()"])}">
    <script>go()</script><script>go();</script><script type="application/ld+json">{{"a": 1}}</script><style>p{{color:red}}</style></head>
    <body><main><p style="color:red" onclick="go()"><a href="https://a.example">a</a>
    <a href="https://b.example" rel="noopener external">b</a></p></main></body></html>"""
    tree = lxml.html.document_fromstring(page)
    assert problems_of(tree) == [
        "<title> stands before the policy",
        "inline script not named: go();",
        "inline <style> not named",
        "<p style>",
        "<p onclick>",
    ]
    assert outward(tree) == ["no referrer policy", "https://a.example"]
    assert problems_of(lxml.html.document_fromstring("<p>x</p>")) == ["0 policies"]


def test_no_built_page_holds_what_its_policy_refuses_or_leaves_in_silence(site):
    wrong = {}
    for file in sorted(site.rglob("*.html")):
        tree = lxml.html.document_fromstring(file.read_text("utf-8"))
        if problems := problems_of(tree) + outward(tree):
            wrong[file.relative_to(site).as_posix()] = problems
    assert wrong == {}
