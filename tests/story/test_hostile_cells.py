"""Of this story: markup in the cells of its real rows comes out as text, in every block and in both editions."""

import re
import shutil

import pytest

from scripts import paths
from scripts.editions import Edition
from scripts.facts import cells, dataset
from tests import editions, sample_data
from tests.rendered import tree

EVIL = "<script>alert(1)</script> <b>bold</b> & *star* [link](x) `code` \"quoted\" {{ alpine-2025 }}"
MARKUP = (
    "//script | //b[text()='bold' or text()='source'] | //em[text()='star'] | //a[@href='x'] | //code[text()='code']"
    " | //a[@class='fact'][not(parent::p[not(@class)])]"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The real rows, with markup in the texts of one row of each table: past the reader, which refuses tags, nothing
    may obey them either.
    """
    lenient = pytest.MonkeyPatch()
    lenient.setattr(cells, "TAG", re.compile(r"(?!)"))
    folder = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(paths.DATA, folder)
    for table, columns in {
        "alpine_sales": ["note", "note_fr"], "claims": ["said_in_en", "said_in_fr", "evidence_en", "evidence_fr", "speaker", "speaker_fr"],
        "events": ["title_en", "title_fr", "summary_en", "summary_fr", "note", "note_fr"],
        "history": ["because_en", "because_fr"], "measures": ["label_en", "label_fr"],
        "models": ["model", "model_fr", "status", "status_fr", "body", "body_fr"],
        "status": ["label_en", "label_fr", "detail_en", "detail_fr"],
        "updates": ["title_en", "title_fr", "summary_en", "summary_fr"],
    }.items():
        sample_data.change(folder, table, 2, **dict.fromkeys(columns, EVIL))
    sample_data.change(folder, "sources", 2, **dict.fromkeys(["title", "publisher", "note", "note_fr"], EVIL.replace("bold", "source")))
    source = dataset.load_dataset(folder).of_kind("sources")[0].key
    texts = {f"{column}_{language}": EVIL for column in ("was", "now", "why") for language in paths.LANGUAGES}
    sample_data.add(folder, "corrections", source_ids=source, **texts)
    yield dataset.load_dataset(folder)
    lenient.undo()


# Block -> how many hostile cells it shows (claims and their history: what was said, and the reason why its verdict changed).
SHOWN = {
    "corrections": 3, "history": 2, "models": 3, "scorecard | article": 4, "sources": 2, "status": 2, "timeline": 2, "updates": 2,
}


@pytest.mark.parametrize("language", paths.LANGUAGES)
@pytest.mark.parametrize("use", SHOWN)
def test_markup_in_a_cell_comes_out_as_text(hostile, use, language):
    damaged = Edition(language, hostile, editions.current(language).chart_definitions)
    page = tree(f"/// {use}\n///", language, edition=damaged)
    assert page.xpath(MARKUP) == []
    # Only the status pills fill markers in; everything else shows a cell exactly as it is.
    hostile_text = (
        EVIL.replace("bold", "source")
        if use == "sources"
        else EVIL.removesuffix(" {{ alpine-2025 }}")
        if use == "status"
        else EVIL
    )
    assert page.text_content().count(hostile_text) == SHOWN[use]


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_markup_in_the_cells_of_a_figure_and_a_source_comes_out_as_text(hostile, language):
    figure, source = hostile.tables["alpine_sales"].rows[0].key, hostile.of_kind("sources")[0].key
    page = tree(f"{{{{ {figure} }}}}.{{{{ cite: {source} }}}}", language, edition=Edition(language, hostile, {}))
    assert page.xpath(MARKUP) == []
    assert page.xpath("section//ol[@class='facts']")[0].text_content().count(EVIL) == 2  # label and note
    assert page.xpath("section//ol[@class='documents']")[0].text_content().count(EVIL.replace("bold", "source")) == 2  # title and publisher
