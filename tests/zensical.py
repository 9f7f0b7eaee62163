"""Builds both editions with Zensical, the theme's successor: the proof that the content can move. `make zensical`.

Zensical runs Python-Markdown extensions but no MkDocs hooks, so the pages are staged first, by the same function that the
hook calls. Its own theme takes the place of our templates. The site goes to build/zensical/ and is not published.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from scripts import paths
from scripts.assets import bundle
from scripts.editions import load_editions
from scripts.site import stage

ADDRESS = "http://127.0.0.1:8000/"
_KEPT = ("site_name", "site_description", "markdown_extensions", "nav")
"""What of mkdocs.yml speaks of content. The rest is MkDocs' own: hooks, plugins, our templates."""


def settings(language: str) -> dict:
    """The settings for one edition: of those in the files that MkDocs reads what speaks of content."""
    with paths.config(language).open("rb") as file:
        given = yaml_load(file)
    return {name: given[name] for name in _KEPT} | {
        "site_url": ADDRESS + paths.prefix(language),
        "docs_dir": "pages",
        "site_dir": "site",
        "theme": {"language": language, "font": False},
        "use_directory_urls": True,
    }


def build(target: Path) -> None:
    """Build both editions into `target`. Zensical itself says what is wrong if it stops."""
    shutil.rmtree(target, ignore_errors=True)
    editions = load_editions(ADDRESS)
    bundle.build(editions)
    for language in paths.LANGUAGES:
        # A folder of its own: Zensical looks for everything beside its settings, and keeps its cache there.
        with tempfile.TemporaryDirectory() as room:
            stage.stage(editions[language])
            shutil.copytree(paths.staged_pages(language), Path(room, "pages"))
            Path(room, "mkdocs.yml").write_text(yaml.safe_dump(settings(language), allow_unicode=True), "utf-8")
            program = Path(sys.executable).parent / "zensical"
            subprocess.run(
                [program, "build", "--clean", "-f", "mkdocs.yml"],
                cwd=room,
                env=os.environ | {"PYTHONPATH": str(paths.ROOT)},
                check=True,
            )
            shutil.copytree(Path(room, "site"), target / paths.prefix(language), dirs_exist_ok=True)


if __name__ == "__main__":
    build(paths.BUILD / "zensical")
