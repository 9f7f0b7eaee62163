"""Which texts were read side by side: `python -m scripts.checks.reviewed numbers strategy` notes that they were.

reviewed.toml holds, for each page, a fingerprint of each edition's text at that time. Spaces, line breaks and what the
typography fixer mends do not count as changes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

from scripts import paths
from scripts.checks import typography
from scripts.index import written

RECORD = Path(__file__).with_name("reviewed.toml")
_HEAD = """# Fingerprints of the texts that were last read side by side, each page in all editions. Written by
# `python -m scripts.checks.reviewed PAGE`: run it after you read a changed page against its twin, and do not edit by hand.
"""


def fingerprint(text: str, language: str) -> str:
    """A short hash of what a page says."""
    words = " ".join(typography.fix(text, language).split())
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def load(record: Path = RECORD) -> dict[str, dict[str, str]]:
    """Page -> language -> fingerprint."""
    return tomllib.loads(record.read_text("utf-8")) if record.exists() else {}


def note(names: list[str], docs: Path = paths.DOCS, record: Path = RECORD, languages: tuple[str, ...] = paths.LANGUAGES) -> None:
    """Write down that these pages were read side by side as they are now. KeyError names the pages there are."""
    pages = written.read_all(docs, languages)
    everywhere = [name for name in pages[languages[0]] if all(name in pages[language] for language in languages)]
    unknown = [name for name in names if name not in everywhere]
    if unknown:
        raise KeyError(f"{', '.join(unknown)}: no such page in every edition; there are: {', '.join(everywhere)}")
    known = {name: entry for name, entry in load(record).items() if name in everywhere}
    known |= {name: {language: fingerprint(pages[language][name].text, language) for language in languages} for name in names}
    lines = (f'"{name}" = {{ ' + ", ".join(f'{language} = "{value}"' for language, value in known[name].items()) + " }\n" for name in sorted(known))
    record.write_text(_HEAD + "".join(lines), "utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Note that pages were read against their twins and say the same.")
    parser.add_argument("pages", nargs="+", metavar="PAGE", help="name of a page without .md, e.g. numbers")
    try:
        note(parser.parse_args(arguments).pages)
    except KeyError as wrong:
        print(wrong.args[0], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
