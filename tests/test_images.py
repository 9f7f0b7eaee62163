"""A picture in a page: one line of Markdown gives it with its size, and what is wrong with it is told with its line."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from scripts import paths
from scripts.checks import pages
from scripts.index.markdown_pages import MarkdownPage
from scripts.markup.images import give_sizes


@pytest.fixture
def docs(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(paths, "DOCS", tmp_path)
    (tmp_path / "en/pictures").mkdir(parents=True)
    Image.new("RGB", (400, 300)).save(tmp_path / "en/pictures/dieppe.png")
    return tmp_path


@pytest.mark.parametrize("language", ["en", "fr"])
def test_width_and_height_come_from_the_file_of_the_first_edition_too(docs, language):
    page = ET.fromstring('<div><p><img alt="The works" src="pictures/dieppe.png" /></p></div>')
    give_sizes(page, language)
    assert page.find(".//img").attrib == {
        "alt": "The works",
        "src": "pictures/dieppe.png",
        "width": "400",
        "height": "300",
        "loading": "lazy",
    }


def messages(text: str) -> list[str]:
    return [problem.message for problem in pages.pictures(MarkdownPage(Path("docs/fr/a.md"), "fr", "a", text))]


@pytest.mark.parametrize(("text", "words"), [
    ("![](pictures/dieppe.png)", "has no text"),
    ("![View](img/dieppe.png)", "expected: a file in docs/fr/pictures/, named pictures/name.jpg"),
    ("![View](pictures/lost.png)", "does not exist"), ("![View](pictures/no.png)", "cannot be opened"),
    ("![View](pictures/heavy.bmp)", "bytes over 150,000"),
])
def test_what_is_wrong_is_told(docs, text, words):
    (docs / "en/pictures/no.png").write_text("no picture")
    Image.new("RGB", (400, 300)).save(docs / "en/pictures/heavy.bmp")
    assert any(words in message for message in messages(text)), messages(text)
    assert messages("![View](pictures/dieppe.png)") == []
