"""The meanings of columns in other languages: complete, and each way in which they can fall behind."""

from __future__ import annotations

from typing import get_args

import pytest

from scripts import paths
from scripts.facts.cells import Confidence, Text
from scripts.facts.column_dictionary import ColumnTexts, check
from scripts.outputs import dataset_downloads
from tests import editions, sample_data


@pytest.fixture
def folder(tmp_path):
    """The real translations, to be damaged."""
    for file in (paths.DATA / "columns.fr.toml", paths.DATA / "tables.toml", *paths.DATA.glob("*.csv")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def damage(folder, old: str, new: str) -> list[tuple[int, str, str]]:
    file = folder / "columns.fr.toml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    return [(problem.line, problem.column, problem.message) for problem in check(folder)]


def line_of(folder, words: str) -> int:
    return next(number for number, line in enumerate((folder / "columns.fr.toml").read_text("utf-8").split("\n"), 1) if words in line)


def test_a_reworded_meaning_asks_for_its_translation_again(folder):
    line = line_of(folder, '"who published it" =')
    assert damage(folder, '"who published it" =', '"who published this" =') == [
        (line_of(folder, "[meaning]"), "meaning", "'who published it' is not translated; expected: a line \"who published it\" = \"…\""),
        (line, 'meaning."who published this"',
         "is not the text of a column, word for word; expected: who published it, nearest: who published it"),
    ]


@pytest.mark.parametrize("translation", ['""', '"who published it"'])
def test_a_meaning_left_as_it_was(folder, translation):
    message = "is empty or the same in both languages; expected: its translation"
    assert damage(folder, '"qui l’a publié"', translation) == [
        (line_of(folder, '"who published it"'), 'meaning."who published it"', message)
    ]


def test_a_part_that_nothing_reads(folder):
    message = "is not a setting; expected: meaning, allowed, nearest: allowed"
    assert damage(folder, "[allowed]", "[alowed]") == [(line_of(folder, "alowed"), "alowed", message)]


def test_a_translation_that_is_no_text_and_a_section_that_is_no_table(folder):
    assert damage(folder, '"qui l’a publié"', "3") == [
        (line_of(folder, '"who published it"'), 'meaning."who published it"', "is 3; expected: a valid string")
    ]
    (folder / "columns.fr.toml").write_text('meaning = "x"\n', "utf-8")
    assert [str(problem) for problem in check(folder)] == [f"{folder}/columns.fr.toml:1: meaning: is 'x'; expected: a table"]


def test_files_that_cannot_be_read(folder):
    file = folder / "columns.fr.toml"
    for content, words in ((b'a = "\xe9"\n', "is not UTF-8"), (b"[meaning]\nso what\n", "is not TOML"), (None, "cannot be read")):
        file.unlink() if content is None else file.write_bytes(content)
        [problem] = check(folder)
        assert words in problem.message and "; expected: " in problem.message


def test_lists_of_words_stay_as_the_cells_hold_them():
    texts = ColumnTexts("fr")
    assert texts.allowed(get_args(Confidence)[-1]) == "high, medium, low"
    assert texts.allowed(get_args(Text)[-1]) == "texte sur une seule ligne"
    again = sample_data.kind("events").columns()["title_fr"]
    assert ColumnTexts("en").meaning(again) == "the same in French"
    assert texts.meaning(again) == "la même chose en français"


def test_the_french_descriptor_speaks_french(facts):
    text = dict(dataset_downloads.files(editions.current("fr")))["data/datapackage.json"].decode()
    for table in facts.tables.values():
        for column in table.columns.values():
            assert f'"{column.meaning} (' not in text
    assert "qui l’a publié (" in text
