"""Builds both editions with Zensical, the theme's successor: the proof that the content can move. `make zensical`.

Zensical runs Python-Markdown extensions but no MkDocs hooks, so the pages are staged first, by the same function that the
hook calls. Its own theme takes the place of our templates. The site goes to build/zensical/ and is not published.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from scripts import edition, paths
from scripts.assets import bundle
from scripts.problems import Problem, ProblemsFound, report
from scripts.site import stage

ADDRESS = "http://127.0.0.1:8000/"
TIMEOUT_S = 300
_KEPT = ("site_name", "site_description", "markdown_extensions", "nav")
"""What of mkdocs.yml speaks of content. The rest is MkDocs' own: hooks, plugins, our templates."""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml: `!ENV` stands for what MkDocs takes from the environment, which is of no use here."""


_Loader.add_constructor("!ENV", lambda loader, node: None)


def settings(language: str) -> dict:
    """The settings for one edition, from the files that MkDocs reads: shared ones first, then what the edition changes."""
    merged: dict = {}
    for file in dict.fromkeys((paths.config(paths.MAIN), paths.config(language))):
        for name, value in yaml.load(file.read_text("utf-8"), _Loader).items():
            both = isinstance(value, dict) and isinstance(merged.get(name), dict)
            merged[name] = {**merged[name], **value} if both else value
    prefix = "" if language == paths.LANGUAGES[0] else f"{language}/"
    return {name: merged[name] for name in _KEPT} | {
        "site_url": ADDRESS + prefix,
        "docs_dir": "pages",
        "site_dir": "site",
        "theme": {"language": language, "font": False},
        "use_directory_urls": True,
    }


def build(target: Path) -> None:
    """Build both editions into `target`. Raises `ProblemsFound` with what Zensical said if it stops."""
    shutil.rmtree(target, ignore_errors=True)
    editions = edition.load(ADDRESS)
    bundle.build(editions)
    problems = []
    for language in paths.LANGUAGES:
        # A folder of its own: Zensical looks for everything beside its settings, and keeps its cache there.
        with tempfile.TemporaryDirectory() as room:
            stage.stage(editions[language])
            shutil.copytree(paths.pages(language), Path(room, "pages"))
            Path(room, "mkdocs.yml").write_text(yaml.safe_dump(settings(language), allow_unicode=True), "utf-8")
            command = [str(Path(sys.executable).parent / "zensical"), "build", "--clean", "-f", "mkdocs.yml"]
            env = os.environ | {"PYTHONPATH": str(paths.ROOT)}
            done = subprocess.run(command, cwd=room, env=env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
            if done.returncode or not Path(room, "site", "index.html").exists():
                problems.append(Problem(paths.config(language).name, 0, "", f"Zensical stopped:\n{(done.stdout + done.stderr).strip()[-3000:]}"))
                continue
            shutil.copytree(Path(room, "site"), target if language == paths.LANGUAGES[0] else target / language, dirs_exist_ok=True)
    if problems:
        raise ProblemsFound(problems)


def main() -> int:
    target = paths.BUILD / "zensical"
    try:
        build(target)
    except ProblemsFound as found:
        return report(found)
    print(f"both editions, built by Zensical, are in {paths.relative_path(target)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
