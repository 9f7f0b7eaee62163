"""Of this story: what markers, notes, marks and blocks of its rows become under plain Python-Markdown."""

from collections import Counter

import lxml.html
import markdown
import pytest

from scripts import paths
from scripts.content import digest
from scripts.markup import blocks
from scripts.outputs import feeds
from scripts.problems import ProblemsFound
from tests import checkout, editions
from tests.rendered import html, only, tree

N = "\u00a0"


def test_it_needs_no_mkdocs():
    code = (
        "import sys, markdown\n"
        "print(markdown.markdown('{{ alpine-2025 }}', extensions=['scripts.markup.extension']).startswith('<p><a '))\n"
        "print(sorted(name for name in sys.modules if name.startswith(('mkdocs', 'material'))))"
    )
    assert checkout.succeed(paths.ROOT, "-c", code).split("\n")[:2] == ["True", "[]"]


def test_a_figure_leads_to_its_entry_and_back(facts):
    page = tree("It was {{ alpine-2025 }}.\n\nAnd again {{ alpine-2025 }}, after {{ alpine-2024 }}.")
    first, again, other = page.xpath("p/a[@class='fact']")
    assert [(link.get("href"), link.get("id")) for link in (first, again, other)] == [("#f-1", "rf-1"), ("#f-1", None), ("#f-2", "rf-2")]
    entries = page.xpath("section[@class='page-sources']//ol[@class='facts']/li")
    assert [(entry.get("id"), entry.find("b").text) for entry in entries] == [("f-1", first.text), ("f-2", other.text)]
    assert entries[0].find("a[@class='back']").get("href") == "#rf-1"
    figure = facts.figure("alpine-2025")
    links = entries[0].xpath(".//a[contains(@rel, 'external')]")
    assert [link.get("href") for link in links] == [facts.sources[source_id].url for source_id in figure.source_ids][:6]
    assert entries[0].xpath(".//a[@class='row']")[0].get("title") == figure.place


def key_of(facts, confidence, computed):
    return next(key for key, figure in facts.figures.items() if figure.confidence == confidence and figure.computed == computed)


@pytest.mark.parametrize(("language", "doubted"), [("en", " (doubtful)"), ("fr", " (douteux)")])
@pytest.mark.parametrize(("confidence", "computed"), [("high", False), ("medium", False), ("low", False), ("high", True), ("medium", True)])
def test_a_figure_stands_alone_in_its_link_and_only_a_low_one_is_doubted_in_the_sentence(facts, language, doubted, confidence, computed):
    key = key_of(facts, confidence, computed)
    page = tree(f"It was {{{{ {key} }}}} then.", language)
    link = only(page.xpath("p//a[@class='fact']"))
    figure = editions.current(language).fmt.figure(facts.figure(key)).replace("\u202f", N)
    assert (link.text, len(link)) == (figure, 0)
    assert page.xpath("string(p)") == f"It was {figure}{doubted if confidence == 'low' else ''} then."
    filled = digest.filled(f"It was {{{{ {key} }}}} then.", editions.current(language))
    assert filled.replace("\u202f", N) == page.xpath("string(p)"), "in e-mails and statuses too"


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_quotation_opens_its_source_and_the_words_as_they_were_said(facts, language):
    quote = next(row for row in facts.of_kind("quotes") if row.words and row.language != language)
    page = tree(f"He said {{{{ quote: {quote.key} }}}}.", language)
    link = only(page.xpath("p/a[@class='quoted']"))
    assert (link.get("href"), link.get("id")) == ("#q-1", "rq-1") and quote.wording(language) in link.text_content().replace(N, "\u202f")
    entry = only(page.xpath("section//ol[@class='facts']/li[@id='q-1']"))
    assert quote.words.replace("\u202f", N) in entry.text_content() and facts.sources[quote.source_id].url in entry.xpath(".//a/@href")


def test_a_title_of_ours_is_shown_without_the_brackets_that_mark_it_in_the_table(facts):
    source = next(source for source in facts.of_kind("sources") if source.described)
    link = only(tree(f"One.{{{{ cite: {source.key} }}}}").xpath("//ol[@class='documents']/li/a[2]"))
    assert source.title == f"[{link.text}]"


def test_notes_and_figures_in_a_list_take_their_place_among_those_of_paragraphs(facts):
    """Markdown fills the list last; its reader meets it first."""
    first, second = sorted(facts.sources)[:2]
    page = tree(
        f"- One {{{{ alpine-2025 }}}}.{{{{ cite: {first} }}}}\n\n"
        f"Two {{{{ alpine-2024 }}}} and {{{{ alpine-2025 }}}}.{{{{ cite: {second} }}}}"
    )
    assert [(link.text, link.get("id")) for link in page.xpath("//sup/a")] == [("1", "rc-1"), ("2", "rc-2")]
    assert [link.get("id") for link in page.xpath("//a[@class='fact']")] == ["rf-1", "rf-2", None]
    assert page.xpath("//ol[@class='facts']/li/b/text()") == [editions.figure_text("alpine-2025"), editions.figure_text("alpine-2024")]
    assert page.xpath("//ol[@class='documents']/li/a[2]/@href") == [facts.sources[first].url, facts.sources[second].url]


@pytest.mark.parametrize(("language", "word"), [("en", "Changed"), ("fr", "Revu")])
def test_a_verdict_is_a_badge_that_leads_to_the_scorecard(language, word):
    badge = only(tree("So it was. {{ verdict: s19 }}", language).xpath("p//a"))
    assert (badge.text, badge.get("class"), badge.get("href")) == (word, "badge v-changed", "scorecard.md#s19")


@pytest.mark.parametrize(("language", "day"), [("en", "16\u00a0February\u00a02023"), ("fr", "16\u00a0février\u00a02023")])
def test_a_date_is_the_date_alone(language, day):
    time = only(tree("On {{ date: ev-2023-02-16-luca-de-meo-says }} he spoke.", language).xpath("p/*"))
    assert (time.tag, time.text, time.get("datetime")) == ("time", day, "2023-02-16")


def test_unknown_names_stop_the_page_all_at_once_with_line_and_nearest_keys(facts):
    with pytest.raises(ProblemsFound) as wrong:
        html("First.\n\n{{ alpine-20255 }} and {{ alpine-2025 }}.\n\n- {{ verdict: zz }}\n- {{ word: x }}\n")
    first, *others = map(str, wrong.value.problems)
    assert first.startswith("page:3: marker: 'alpine-20255' is not a key of figures; expected: one of ")
    assert ", nearest: alpine-2025, alpine-20" in first
    assert others == [
        f"page:5: marker: 'zz' is not a key of claims; expected: one of {len(facts.of_kind('claims'))} that are there",
        "page:6: marker: 'word' is not a kind of marker; "
        "expected: {{ key }}, {{ date: … }}, {{ verdict: … }}, {{ quote: … }}, {{ cite: … }}",
    ]


def test_markers_in_code_are_left_alone():
    page = tree("Write `{{ alpine-2025 }}` or `{{ no-such-key }}`, ``a ` {{ x }}``.\n\n    {{ alpine-2025 }}\n")
    assert page.xpath("//a") == []
    assert [code.text.strip() for code in page.xpath("//code")] == [
        "{{ alpine-2025 }}",
        "{{ no-such-key }}",
        "a ` {{ x }}",
        "{{ alpine-2025 }}",
    ]


def test_markers_work_inside_emphasis_headings_and_lists():
    page = tree("# About {{ alpine-2025 }}\n\n- **{{ alpine-2024 }}** or *{{ alpine-2023 }}*")
    assert [link.get("href") for link in page.xpath("h1/a | ul/li/strong/a | ul/li/em/a")] == ["#f-1", "#f-2", "#f-3"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Checked ", " · 1\u00a0min", "Latest source on this page: ")),
        ("fr", ("Vérifié le ", " · 1\u00a0min de lecture", f"Dernière source de cette page{N}: ")),
    ],
)
def test_when_a_page_was_checked_stands_below_its_standfirst_and_how_new_its_evidence_is_at_its_foot(language, expected):
    page = tree("# Title\n\nThe finding, {{ alpine-2025 }}.\n{ .standfirst }\n\nThe rest.", language)
    assert [child.get("class") for child in page] == [None, "standfirst", "checked", None, "page-sources"]
    day, minutes, newest = expected
    checked = page[2].xpath("normalize-space()")
    assert checked.startswith(day) and checked.endswith(minutes)
    foot = page[4].xpath("string(p[@class='evidence'])")
    assert newest in foot and day not in foot


def test_sources_are_left_out_of_pages_without_facts():
    assert [child.tag for child in tree("Nothing here.")] == ["p"]


def test_one_converter_keeps_pages_apart():
    converter = markdown.Markdown(extensions=["scripts.markup.extension"])
    converter.convert("{{ alpine-2024 }}")
    again = lxml.html.fragment_fromstring(converter.reset().convert("{{ alpine-2025 }}"), create_parent="div")
    assert again.xpath("section//ol/li/b/text()") == [editions.figure_text("alpine-2025")]


def counted(facts, kind):
    return len(facts.of_kind(kind))


BLOCKS = {
    "chart | target-150000": ("figure[@id='chart-target-150000']", lambda facts: 1),
    "chart-page | target-150000": ("div[@class='chart-page']//figure//details[@class='chart-data']", lambda facts: 1),
    "corrections": ("div/ol/li | div/p", lambda facts: max(1, counted(facts, "corrections"))),
    "digests | index": (".//ul[@class='digests']/li", lambda facts: 7),
    "chart-list | us-plan; promises": (".//ol[@class='chart-list']/li", lambda facts: 2),
    "status-line": ("section/blockquote", lambda facts: 1),
    "digest | strategy": (
        "section/h2",
        lambda facts: 4 if (editions.current("en").chart("porsche-yardstick").folder / "porsche-yardstick.png").exists() else 3,
    ),
    "feeds": (".//ul[@class='feeds']//a", lambda facts: len(feeds.listing(editions.current("en")))),
    "gallery": (".//ul[@class='gallery']/li", lambda facts: len(editions.current("en").chart_definitions)),
    "history": ("div//li", lambda facts: counted(facts, "history")),
    "models": ("div//details[@class='model']", lambda facts: len(facts.tables["models"].rows)),
    "divisions": ("details//li[b]", lambda facts: len(facts.tables["divisions"].rows)),
    "scorecard | article": (
        "div/details//li[@class='claim']",
        lambda facts: sum(row.counted_as != "promise" for row in facts.of_kind("claims")),
    ),
    "scorecard | promises": ("div//li[@class='claim']", lambda facts: sum(row.counted_as == "promise" for row in facts.of_kind("claims"))),
    "claim | s19": ("div//dl[@class='claim-facts']", lambda facts: 1),
    "rows | autonation": ("div/ol/li", lambda facts: len(facts.tables["autonation"].rows)),
    "sources": ("div//ol/li", lambda facts: counted(facts, "sources")),
    "status": ("div[@class='states']//li", lambda facts: counted(facts, "status")),
    "tables": ("div/div", lambda facts: len(facts.tables)),
    "timeline": ("div//li[@class='event']", lambda facts: counted(facts, "events")),
    "timeline | 2021 2023": ("div//details[@class='fold']", lambda facts: 3),
    "updates": ("ol/li", lambda facts: len(editions.news_dates(facts))),
}


def test_every_block_is_tried():
    assert {use.split(" | ")[0] for use in BLOCKS} == set(blocks.renderers())


@pytest.mark.parametrize("language", paths.LANGUAGES)
@pytest.mark.parametrize("use", BLOCKS)
def test_every_block_shows_all_its_rows(facts, use, language):
    where, count = BLOCKS[use]
    page = tree(f"Before.\n\n/// {use}\n///\n\nAfter.", language)
    assert len(page.xpath(where)) == count(facts)
    around = page.xpath("p[not(@class)]")  # the claim's own notes bring the list of sources after them
    assert [around[0].text, around[-1].text] == ["Before.", "After."]
    for code in page.xpath(".//pre | .//textarea"):  # BibTeX has double braces of its own
        code.text = ""
    assert "{{" not in page.text_content() and "}}" not in page.text_content()


@pytest.mark.parametrize("use", ["timeline", "sources", "gallery"])
def test_a_filter_offers_what_its_list_holds_each_with_its_count(use):
    page = tree(f"/// {use}\n///\n")
    for select in page.xpath(".//select"):
        offered = {option.get("value"): int(option.text.rpartition("(")[2].rstrip(")")) for option in select.xpath("option[@value!='']")}
        held = [
            value
            for item in page.xpath(f".//li[@data-{select.get('name')}]")
            for value in item.get(f"data-{select.get('name')}").split()
        ]
        assert offered == dict(Counter(held)) and offered
