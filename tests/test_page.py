"""What a page knows of itself."""

from __future__ import annotations

import pytest

from scripts.markup.page import word_count


@pytest.mark.parametrize(("text", "words"), [
    ("---\ntitle: No word of this\n---\nTwo words", 2), ("{{ alpine-2025 }} cars, l’Amérique", 3), ("Said.{{ cite: one-source; another-one }}", 1),
    ("## A heading {#its-id}\n\n- [a link](page.md#part)\n{ .standfirst }", 4), ("Before\n\n/// chart | a-slug\n///\n\nafter", 2),
])
def test_reading_time_counts_what_is_read(text, words):
    assert word_count(text) == words
