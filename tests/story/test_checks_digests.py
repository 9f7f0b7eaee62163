"""Texts for newsletters: each rule with a sample that breaks it."""

import pytest

from scripts import paths
from scripts.checks import digests
from scripts.content import digest
from scripts.editions import Edition
from scripts.project import Project
from tests import editions

GOOD = "---\nsubject: A plan that stopped\npreheader: What became of it\nchart: us-plan\n---\n\n## short\n\n{short}\n\n## long\n\n{long}\n"
SHORT, LONG = "word " * 90, "word " * 250


def _project(*languages: str) -> Project:
    """What the check looks at, with editions of its own, since an edition keeps the digests that it has read."""
    real = editions.current()
    own_editions = {language: Edition(language, real.facts, real.chart_definitions) for language in languages}
    return Project(real.facts, editions=own_editions)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("A plan that stopped", "A" * 61, "subject: has 61 characters; expected: 1 to 60"),
        ("What became of it", "B" * 91, "preheader: has 91 characters; expected: 1 to 90"),
        ("A plan that stopped", "A plan for 3,000 cars", "subject: '3,000 cars' is typed by hand"),
        ("A plan that stopped", "Fifteen plans",
         "subject: says Fifteen, and nothing holds that to the rows; expected: `counts` in this file"),
        ("A plan that stopped", "Fifteen plans\ncounts: promises-held", "subject: says Fifteen where data/ gives 2 (promises-held)"),
        ("us-plan", "us-plans", "chart: 'us-plans'"),
        ("chart:", "picture:", "picture: is not a key of ours; expected: subject, preheader, chart and counts"),
        (SHORT, "word " * 74, "short: has 74 words under `## short`; expected: 75 to 110, so say 1 more"),
        (LONG, "word " * 281, "long: has 281 words under `## long`; expected: 220 to 280, so shorten it by 1"),
        (SHORT, SHORT + "48 000 cars", "is typed by hand; expected: a marker"),
        (SHORT, SHORT + "{{ alpine-2025 }", "marker: braces that are no marker"),
        (SHORT, SHORT + "{{ alpine-1955 }}", "marker: 'alpine-1955'"),
        (SHORT, SHORT + "{{ porsche-us-2022 }}", "figure: 'porsche-us-2022' stands in the digest and not in docs/en/timeline.md"),
        (SHORT, SHORT + "{{ cite: nada-2025 }}", "marker: 'cite' cannot stand in an e-mail"),
        (SHORT, SHORT + "“we shall return in force”", "quotation: 'we shall return in force' does not stand in docs/en/timeline.md"),
    ],
)
def test_the_check_catches(tmp_path, monkeypatch, old, new, message):
    monkeypatch.setattr(digest, "FOLDER", tmp_path)
    good = GOOD.format(short=SHORT, long=LONG)
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "timeline.md"
    file.write_text(good, "utf-8")
    assert list(digests.check(_project("en"))) == []
    file.write_text(good.replace(old, new, 1), "utf-8")
    problems = [str(problem) for problem in digests.check(_project("en"))]
    assert any(message in problem for problem in problems), problems


def test_editions_have_the_same_digests(tmp_path, monkeypatch):
    monkeypatch.setattr(digest, "FOLDER", tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "timeline.md").write_text(GOOD.format(short=SHORT, long=LONG), "utf-8")
    problems = [str(problem) for problem in digests.check(_project(*paths.LANGUAGES))]
    assert len(problems) == 1
    assert problems[0].endswith("fr/timeline.md: is missing and another edition has it; expected: the same pages in every edition")
