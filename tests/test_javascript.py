"""The scripts of the site: ours, which are given words and files, and that of others, pinned, light, from no address."""

import gzip
import json
import re
from pathlib import Path

import plotly
import pytest

from scripts import paths
from scripts.assets import javascript
from scripts.problems import ProblemsFound
from tests import checkout

WORDS = {"en": {"a.one": "One", "a.two": "Two", "b.three": "Three"}, "fr": {"a.one": "Un", "a.two": "Deux", "b.three": "Trois"}}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "_config.js").write_text("// first\nconst CONFIG = {};\n", "utf-8")
    return tmp_path


def _built(folder, plotly=None):
    written = {}

    def name(stem, text):
        written[stem] = text
        return f"{stem}.hash.js"

    javascript.build(folder, WORDS, plotly, name)
    return {stem: json.loads(re.search(r"const CONFIG=(\{.*?\});", text)[1]) for stem, text in written.items()}


def test_a_script_gets_the_words_and_files_that_it_names_and_no_others(folder):
    (folder / "site.js").write_text('fetched("more"); word("b.three");', "utf-8")
    (folder / "more.js").write_text('word("a." + kind); file("plotly");', "utf-8")
    built = _built(folder, "plotly.1.js")
    assert built["site"] == {
        "first": "en",
        "files": {"more": "more.hash.js"},
        "words": {"en": {"b.three": "Three"}, "fr": {"b.three": "Trois"}},
    }
    assert built["more"]["words"]["fr"] == {"a.one": "Un", "a.two": "Deux"}
    assert built["more"]["files"] == {"plotly": "plotly.1.js"}


def test_a_file_that_could_not_be_had_is_left_out(folder):
    (folder / "site.js").write_text("if (CONFIG.files.plotly) file(\"plotly\");", "utf-8")
    assert _built(folder)["site"]["files"] == {}


@pytest.mark.parametrize(("script", "messages"), [
    ('file("nothing");\nfetched("gone");', ["1: file: 'nothing' is not a file for scripts", "2: file: 'gone' is not a file for scripts"]),
    ('word("a.one") + word("c." + x);\nword("a.three");', ["2: word: 'a.three' is not a word for scripts"]),
])
def test_names_of_nothing_are_told_all_at_once(folder, script, messages):
    (folder / "site.js").write_text(script, "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        _built(folder)
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [f"overrides/js/site.js:{text}" for text in messages]


def modules(source):
    """Where a script is a module: archives replay plain scripts, and few of them modules."""
    return re.findall(r"^\s*(?:export|import)\b|\bimport\(", source, re.M)


def test_scripts_are_plain_so_that_archived_copies_run_them():
    assert [(file.name, imports) for file in (paths.OVERRIDES / "js").glob("*.js") if (imports := modules(file.read_text("utf-8")))] == []
    assert modules('const a = () => import("./live.js");\nexport class Live {}') == ["import(", "export"]


def test_plotly_is_installed_light_and_the_one_that_python_draws_with():
    script = paths.PLOTLY.read_bytes()
    assert len(gzip.compress(script)) <= 400_000
    version = re.search(rb"plotly\.js \(basic - minified\) v([\d.]+)", script[:200])[1]
    bundled = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()[:200]
    assert re.search(rb"plotly\.js v([\d.]+)", bundled)[1] == version


def test_the_lock_file_names_hashes_and_no_address():
    text = (paths.ROOT / "package-lock.json").read_text("utf-8")
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert packages and all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert "resolved" not in text and ".tgz" not in text  # what is left of addresses says where to sponsor a package
    assert checkout.call(paths.ROOT, "git", "ls-files", "node_modules").stdout == ""
