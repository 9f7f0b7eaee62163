"""The site's own scripts with what they need given to them: the words and the addresses of the files that they name.

A script writes `word("filter.all")` or `word("topic." + value)`, and `file("plotly")`. Both are read from its text, so that it
carries the words that it names, in every edition, and no others; a file that does not exist stops the build, a word the checks.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import rjsmin

from scripts.problems import Problem, UnknownName, stop_on

_QUOTED = re.compile(r'"([a-z][\w.-]*)"')
_FILE = re.compile(r'\b(?:(?:file|fetched)\("|CONFIG\.files\.)([\w-]+)')
CONFIG = "const CONFIG = {};"


def build(
    folder: Path, words: Mapping[str, Mapping[str, str]], others: Mapping[str, str | None], name: Callable[[str, str], str]
) -> dict[str, str]:
    """Write every script of `folder` but those inlined or shared; stem -> file name.

    `words`: by language, key -> text; the first language is at the root of the site. `others`: files from elsewhere that scripts may name,
    name -> file name, or None where a file could not be had. `name(stem, text)` writes a file and returns its name.
    """
    given = (folder / "_config.js").read_text("utf-8")
    sources = {file.stem: file.read_text("utf-8") for file in sorted(folder.glob("*.js")) if file.stem not in ("first", "_config")}
    first = next(iter(words))
    stop_on(problem for stem, source in sources.items() for problem in _unknown(stem, source, {**sources, **others}))
    names = {other: file for other, file in others.items() if file}

    def written(stem: str) -> str:
        if stem not in names:
            files = {other: written(other) for other in sorted(set(_FILE.findall(sources[stem]))) if other in sources or other in names}
            named = {language: {key: texts[key] for key in _keys(sources[stem], texts)} for language, texts in words.items()}
            config = json.dumps({"first": first, "files": files, "words": named}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            whole = given.replace(CONFIG, f"const CONFIG = {config};") + sources[stem]
            names[stem] = name(stem, rjsmin.jsmin(f'(function(){{"use strict";{whole}}})();'))
        return names[stem]

    for stem in sources:
        written(stem)
    return names


def _keys(source: str, words: Mapping[str, str]) -> list[str]:
    """The keys that a script names in quotes; `"topic."` names all that begin so."""
    quoted = set(_QUOTED.findall(source))
    begun = tuple(name for name in quoted if name.endswith("."))
    return sorted(key for key in words if key in quoted or key.startswith(begun))


def _unknown(stem: str, source: str, files: Collection[str]) -> Iterator[Problem]:
    for number, line in enumerate(source.splitlines(), 1):
        for name in _FILE.findall(line):
            if name not in files:
                error = UnknownName(name, "a script in overrides/js", files)
                yield Problem(f"overrides/js/{stem}.js", number, "file", error.wrong, error.expected)
