"""What a Markdown page of ours says about itself: its front matter, its headline, its charts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from scripts import paths
from scripts.index import markers
from scripts.language.formatter import Say


@dataclass(frozen=True)
class Outline:
    """`headline` is the one h1; `charts` are slugs in their order; `ids` are the ids of its sections."""

    title: str
    description: str
    headline: str
    charts: tuple[str, ...]
    ids: tuple[str, ...]


def names(language: str) -> list[str]:
    """Names of all pages of an edition that people wrote: `index`, `strategy`, ..."""
    return sorted(file.stem for file in (paths.DOCS / language).glob("*.md"))


def of(language: str, name: str) -> Outline:
    """The outline of a page. Raises FileNotFoundError if there is none of that name."""
    return read((paths.DOCS / language / f"{name}.md").read_text("utf-8"))


@lru_cache(maxsize=64)
def read(text: str) -> Outline:
    """The outline of a page's text."""
    front = yaml.safe_load(text.split("---")[1]) if text.startswith("---") else {}
    lines = [line for _, line in markers.prose(text)]
    headline = next((line[2:].strip() for line in lines if line.startswith("# ")), front.get("title", ""))
    ids = tuple(line.rsplit("{#", 1)[1].split("}")[0].split()[0] for line in lines if line.startswith("##") and "{#" in line)
    charts = tuple(use.argument for use in markers.blocks(text) if use.name == "chart")
    return Outline(front.get("title", ""), front.get("description", ""), headline, charts, ids)


def menu_name(say: Say, name: str) -> str:
    """What a page is called in menus and links: a word of its own, `nav.NAME`, or its title."""
    key = f"nav.{name}"
    return say.word(key) if key in say.word else of(say.language, name).title


def is_written(language: str, name: str) -> bool:
    """Whether people wrote the page; if not, it is made from the data, like `scorecard/KEY` or `sources/2023`."""
    return file(language, name).exists()


def headline(language: str, name: str, title: str) -> str:
    """The headline that a page is shared with: its h1, which for a page made from the data is its title."""
    return of(language, name).headline if is_written(language, name) else title


def file(language: str, name: str) -> Path:
    """The page's file, as problems name it."""
    return paths.DOCS / language / f"{name}.md"
