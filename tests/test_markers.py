"""Markers and blocks in text: which there are, where, and what is said of one that names nothing."""

import pytest

from scripts.index import markers
from scripts.index.markers import BlockUse, Marker
from tests import sample_data


def test_finds_each_kind_with_its_line():
    text = "---\ntitle: a {{ in-front }}\n---\n\n{{ a-1 }} and {{date:ev-1}}.{{ cite:b ;; c}}\n\n{{ verdict: s01 }}"
    assert markers.find(text) == [
        Marker("figure", ("a-1",), 5), Marker("date", ("ev-1",), 5), Marker("cite", ("b", "c"), 5), Marker("verdict", ("s01",), 7),
    ]


@pytest.mark.parametrize(
    "code",
    ["`{{ a }}`", "``{{ a }} ` {{ b }}``", "```\n{{ a }}\n```", "~~~ text\n{{ a }}\n~~~", "```python\n{{ a }}\n\n{{ b }}\n```"],
)
def test_leaves_code_alone(code):
    assert markers.find(f"Before.\n\n{code}\n\nAfter {{{{ c }}}}.")[0].names == ("c",)


def test_code_at_the_start_of_a_line_opens_no_fence():
    assert markers.find("```{{ a }}``` is code.\n{{ b }}") == [Marker("figure", ("b",), 2)]


def test_finds_blocks_with_their_arguments():
    text = "/// chart | a-b\n///\n\n/// status\n///\n\n```\n/// chart | c\n```"
    assert markers.blocks(text) == [BlockUse("chart", "a-b", 1), BlockUse("status", "", 4)]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("{{ comet-2024 }}", []),
        ("{{ comet-204 }}",
         ["'comet-204' is not a key of figures; "
          "expected: comet-2024, comet-2025, comet-total-2025, electric-share-2025, wheelhouse-list-2025, "
            "wheelhouse-new-2025, nearest: comet-2024, comet-2025, comet-total-2025"]),
        ("{{ verdict: x0; zz }}", ["names 2 keys; expected: one"]),
        ("{{ cite: x0; zz }}", [f"{name!r} is not a key of sources; expected: gazette-2026-01-20" for name in ("x0", "zz")]),
        ("{{ word: x }}",
         ["'word' is not a kind of marker; expected: {{ key }}, {{ date: … }}, {{ verdict: … }}, {{ quote: … }}, {{ cite: … }}"]),
        ("{{ comet-2024; comet-2024 }}", ["names 2 keys; expected: one"]),
        ("{{ cite: ; }}", ["names 0 keys; expected: one or more, separated by ;"]),
    ],
)
def test_complaints(sample_facts, text, messages):
    assert list(map(str, markers.errors_in(markers.find(text)[0], sample_facts))) == messages


def test_each_kind_looks_in_its_own_table(sample_facts):
    columns = {"events": "key", "claims": "claim_id", "sources": "id"}
    event, claim, source = (sample_data.good(table)[column] for table, column in columns.items())
    for good in (f"{{{{ date: {event} }}}}", f"{{{{ verdict: {claim} }}}}", f"{{{{ cite: {source} }}}}"):
        assert not list(markers.errors_in(markers.find(good)[0], sample_facts))
    for bad in (f"{{{{ date: {claim} }}}}", f"{{{{ verdict: {source} }}}}", f"{{{{ cite: {event} }}}}"):
        (error,) = markers.errors_in(markers.find(bad)[0], sample_facts)
        assert "is not a key" in error.wrong


@pytest.mark.parametrize(("text", "words"), [
    ("---\ntitle: No word of this\n---\nTwo words", 2), ("{{ alpine-2025 }} cars, l’Amérique", 3),
    ("Said.{{ cite: one-source; another-one }}", 1),
    ("## A heading {#its-id}\n\n- [a link](page.md#part)\n{ .standfirst }", 4), ("Before\n\n/// chart | a-slug\n///\n\nafter", 2),
    ("10,970 cars by mid-2027 – « oui »", 5), ("", 0),
])
def test_words_are_counted_as_they_are_read(text, words):
    assert markers.word_count(text) == words
