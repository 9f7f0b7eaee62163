"""The extension under plain Python-Markdown, as any host may run it: markers, notes, marks, blocks, errors, in both editions."""

import dataclasses

import pytest

from scripts import paths
from scripts.problems import ProblemsFound
from tests import editions
from tests.rendered import html, only, tree


def test_the_entry_of_a_computed_figure_says_what_it_is_computed_from(facts):
    key = next(key for key, figure in facts.figures.items() if len(figure.operands) == 2 and figure.operands[0] in facts.figures)
    entry = only(tree(f"{{{{ {key} }}}}").xpath("//ol[@class='facts']/li"))
    assert all(editions.current("en").fmt.figure(facts.figure(operand)) in entry.text_content() for operand in facts.figure(key).operands)


def test_a_note_is_one_number_for_all_its_sources_and_the_same_sources_are_the_same_note(facts):
    first, second, third = sorted(facts.sources)[:3]
    page = tree(
        f"One.{{{{ cite: {second} }}}}\n\nTwo.{{{{ cite: {first}; {second} }}}}\n\n"
        f"Three.{{{{ cite: {second} }}}} Four.{{{{ cite: {third} }}}}"
    )
    links = page.xpath("p/sup[@class='cite']/a")
    assert [(link.text, link.get("href"), link.get("id")) for link in links] == [
        ("1", "#c-1", "rc-1"),
        ("2", "#c-2", "rc-2"),
        ("1", "#c-1", None),
        ("3", "#c-3", "rc-3"),
    ]
    assert links[1].get("aria-label") == "Note 2"
    entries = page.xpath("section//ol[@class='documents']/li")
    outside = [[link.get("href") for link in entry.xpath("a[contains(@rel, 'external')]")] for entry in entries]
    assert outside == [[facts.sources[name].url for name in names] for names in ((second,), (first, second), (third,))]
    assert [(entry.get("id"), entry[0].get("href")) for entry in entries] == [(f"c-{n}", f"#rc-{n}") for n in (1, 2, 3)]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "On 1 May 2026, `1 May`; 12 Mayors.", "On 1\u00a0May\u00a02026, 1 May; 12 Mayors."),
    ("fr", "Le 1ᵉʳ mai, le 10 mars 2026 et 3 marsouins.", "Le 1ᵉʳ\u00a0mai, le 10\u00a0mars\u00a02026 et 3 marsouins."),
])
def test_a_day_stays_with_its_month(language, text, expected):
    assert tree(text, language).xpath("string(p)") == expected


def test_words_with_a_hyphen_hold_in_french_and_long_ones_do_not():
    page = tree("Les États-Unis, dit-il, et *outre-Atlantique* ; `a-b` ; extraordinairement-long-mot.", "fr")
    assert [span.text for span in page.xpath("//span[@class='nowrap']")] == ["États-Unis", "dit-il", "outre-Atlantique"]
    assert page.xpath("string(p)").startswith("Les États-Unis, dit-il, et outre-Atlantique")
    assert not tree("The re-hosted copy.").xpath("//span[@class='nowrap']")


def test_french_calls_a_note_before_the_mark_and_english_after_it(facts):
    source = sorted(facts.sources)[0]
    english, french = (tree(f"It was so.{{{{ cite: {source} }}}} Then.", language).find("p") for language in ("en", "fr"))
    assert (english.text, english[0].tail, french.text, french[0].tail) == ("It was so.", " Then.", "It was so", ". Then.")


@pytest.mark.parametrize(
    ("use", "message"),
    [
        ("chart | no-such-chart", "'no-such-chart' is not a chart; expected: "),
        ("scorecard | all", "'all' is not a group of claims; expected: promises, article"),
        ("claim | s9999", "'s9999' is not a key"), ("sources | 1789", "'1789' is not a year of a source"),
        ("rows | events", "'events' is not a table with a page of rows; expected: "),
        ("timeline | 2023 2021", "'2023 2021' does not say where eras begin; expected: nothing, or years in their order"),
        ("timeline | 202²", "'202²' does not say where eras begin"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_its_block(use, message):
    with pytest.raises(ProblemsFound) as wrong:
        html(f"/// {use}\n///\n")
    assert str(wrong.value).startswith(f"page:1: /// {use}: {message}")


def test_what_is_wrong_on_a_page_is_told_with_its_file_and_the_line_in_it(tmp_path, monkeypatch):
    """Front matter is not part of the text that a host hands over."""
    edition = dataclasses.replace(editions.current("en"))  # its own pages
    monkeypatch.setattr(paths, "DOCS", tmp_path)
    (tmp_path / "en").mkdir()
    for body, problem in (
        ("Word.\n\n{{ no-such-key }}\n", "7: marker: 'no-such-key'"),
        ("Word.\n\n/// claim | s9999\n///\n", "7: /// claim | s9999: 's9999'"),
    ):
        (tmp_path / "en" / "canada.md").write_text(f"---\ntitle: Canada\n---\n\n{body}", "utf-8")
        edition.cache.clear()
        with pytest.raises(ProblemsFound) as wrong:
            html(f"{body}\n<!-- page: canada -->\n", edition=edition)
        assert str(wrong.value).startswith(f"{tmp_path}/en/canada.md:{problem}")
