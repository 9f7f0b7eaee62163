"""Builds the site's scripts: fills in the words and file addresses that each one names.

A script writes `word("filter.all")` or `word("topic." + value)`, and `file("plotly")`. Both are read from its text, so that it
carries the words that it names, in every edition, and no others; a name of nothing stops the build.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import rjsmin

from scripts.problems import Location, Problem, UnknownName, stop_on

_QUOTED = re.compile(r'"([a-z][\w.-]*)"')
_WORD = re.compile(r'\bword\("([\w.-]+\w)"')
_FILE = re.compile(r'\b(?:(?:file|fetched)\("|CONFIG\.files\.)([\w-]+)')
CONFIG = "const CONFIG = {};"


def build(
    folder: Path, words: Mapping[str, Mapping[str, str]], plotly: str | None, name: Callable[[str, str], str]
) -> dict[str, str]:
    """Write every script of `folder` but those inlined or shared; stem -> file name.

    `words`: by language, key -> text; the first language is at the root of the site. `plotly`: the file of the chart library,
    None where it could not be had. `name(stem, text)` writes a file and returns its name.
    """
    template = (folder / "_config.js").read_text("utf-8")
    sources = {
        file.stem: file.read_text("utf-8")
        for file in sorted(folder.glob("*.js"))
        if file.stem not in ("first", "_config")
    }
    stop_on(_unknown_names(sources, "file", _FILE, {*sources, "plotly"}))
    stop_on(_unknown_names(sources, "word", _WORD, next(iter(words.values()))))
    names = {"plotly": plotly} if plotly else {}
    used = {stem: set(_FILE.findall(source)) for stem, source in sources.items()}
    for stem in TopologicalSorter(used).static_order():  # a script carries the file names of those that it names
        if stem not in sources:
            continue
        settings = {
            "first": next(iter(words)),
            "files": {other: names[other] for other in used[stem] if other in names},
            "words": {language: _words_in(sources[stem], texts) for language, texts in words.items()},
        }
        config = json.dumps(settings, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        script = template.replace(CONFIG, f"const CONFIG = {config};") + sources[stem]
        names[stem] = name(stem, rjsmin.jsmin(f'(function(){{"use strict";{script}}})();'))
    return names


def _words_in(source: str, words: Mapping[str, str]) -> dict[str, str]:
    """The words whose keys a script names in quotes; `"topic."` names all that begin so."""
    quoted = set(_QUOTED.findall(source))
    groups = tuple(name for name in quoted if name.endswith("."))
    return {key: text for key, text in words.items() if key in quoted or key.startswith(groups)}


def _unknown_names(
    sources: Mapping[str, str], kind: str, pattern: re.Pattern[str], names: Collection[str]
) -> Iterator[Problem]:
    for stem, source in sources.items():
        for number, line in enumerate(source.splitlines(), 1):
            for name in pattern.findall(line):
                if name not in names:
                    location = Location(f"overrides/js/{stem}.js", number, kind)
                    yield location.problem(UnknownName(name, f"a {kind} for scripts", names))
