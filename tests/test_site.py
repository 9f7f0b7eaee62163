"""The built site is sound, and each check on it catches a bad sample."""

import lxml.html
import pytest

from scripts import paths
from scripts.checks import built_site as checks
from scripts.language import typography
from tests.conftest import ADDRESS

PAGE = """<!doctype html><html lang="en"><head><title>One</title><meta name="description" content="{description}">
<link rel="canonical" href="{address}"></head><body><h1 id="top">One</h1><p>Text</p>{more}</body></html>"""
DESCRIPTION = "A description that is long enough to tell a reader what the page concludes."


def write(folder, path="index.html", more="", description=DESCRIPTION, old="", new=""):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(address=ADDRESS + path.removesuffix("index.html"), more=more, description=description)
    file.write_text(text.replace(old, new) if old else text)


def test_a_sound_page_passes(tmp_path):
    write(tmp_path, more='<a href="#top">up</a><a href="./">home</a><a href="https://elsewhere.example/">out</a>')
    assert list(checks.check(tmp_path, ADDRESS)) == []


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        ({"more": "<h1>Two</h1>"}, "h1: has 2; expected: exactly one, not empty"),
        ({"old": "<title>One</title>", "new": "<title> </title>"}, "title: is empty"),
        ({"old": 'lang="en"', "new": 'lang="fr"'}, "lang: is 'fr'; expected: 'en' in this folder"),
        ({"description": "Short."}, "description: has 6 characters"),
        ({"old": 'rel="canonical"', "new": 'rel="other"'}, "canonical: is ''; expected: 'https://example.org/alpine/'"),
        ({"more": "<p>{{ alpine-2025</p>"}, "text: shows the marker '{{'"),
        ({"more": "<p>/// chart</p>"}, "text: shows the marker '/// c'"),
        ({"more": "<p>Text {.standfirst}</p>"}, "text: shows the marker '{.standfirst}'"),
        ({"more": '<p id="top">again</p>'}, "id: 'top' stands 2 times; expected: once"),
        ({"more": '<img src="./index.html" width="1" height="1">'}, "img: './index.html' has no alt"),
        ({"more": '<script src="https://cdn.example/x.js"></script>'}, "script: fetches from cdn.example; expected: files of this site only"),
        ({"more": '<a href="/strategy/">x</a>'}, "a: '/strategy/' starts at the domain's root"),
        ({"more": '<a href="strategy/">x</a>'}, "a: 'strategy/' leads to site/strategy/index.html, which does not exist"),
        ({"more": '<a href="#nowhere">x</a>'}, "a: '#nowhere' names an anchor that site/index.html does not have"),
    ],
)
def test_each_check_catches_its_bad_sample(tmp_path, sample, said):
    write(tmp_path, **sample)
    found = [str(problem) for problem in checks.check(tmp_path, ADDRESS)]
    assert len(found) == 1 and said in found[0], found


def test_the_folder_of_an_edition_is_told_from_that_of_a_page(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "LANGUAGES", ("en", "fr", "gsw"))
    for path, language in {"us/index.html": "en", "fr/us/index.html": "fr", "gsw/index.html": "gsw"}.items():
        write(tmp_path, path, old='lang="en"', new=f'lang="{language}"')
    assert [str(problem) for problem in checks.check(tmp_path, ADDRESS) if problem.column == "lang"] == []
    write(tmp_path, "gsw/index.html")
    assert "site/gsw/index.html: lang: is 'en'; expected: 'gsw' in this folder" in map(str, checks.check(tmp_path, ADDRESS))


def test_two_pages_with_one_title_are_named_together(tmp_path):
    write(tmp_path)
    write(tmp_path, "b/index.html")
    assert [str(problem) for problem in checks.check(tmp_path, ADDRESS)] == [
        "site/b/index.html: title: 'One' is also that of index.html; expected: one title a page"
    ]


def misset(html: str) -> list[str]:
    """Names that stand in no text, of tabs, links and pictures, and are not set as the page's language sets marks and spaces."""
    tree = lxml.html.document_fromstring(html)
    return [name for name in tree.xpath("//title/text() | //@aria-label | //@alt | //@title") if typography.breaches(name, tree.get("lang"))]


def test_names_that_stand_in_no_text_are_set_as_text_is(site, few):
    assert {address: wrong for address in ["fr/", *few] if (wrong := misset((site / address / "index.html").read_text("utf-8")))} == {}


def test_a_name_set_as_in_another_language_is_found():
    assert misset('<html lang="fr"><title>Un\u202f: deux</title><a aria-label="retour: Note 1">1</a></html>') == ["retour: Note 1"]
