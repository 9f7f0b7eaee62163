"""The plot of the interactive version, and the scripts that are given words and files."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path

import plotly
import pytest

from scripts import paths, setup
from scripts.assets import javascript
from scripts.drawing import live
from scripts.problems import ProblemsFound


def test_every_chart_has_a_small_live_plot_in_words_and_tokens(each_edition):
    for chart in each_edition.all_charts:
        content = live.live_json(chart, each_edition.facts)
        if content is None:
            continue  # a list or a calendar: nothing to point at
        slug, text = chart.slug, content.decode()
        assert len(gzip.compress(content)) < 8_000, slug
        assert not re.search(r"#[0-9a-fA-F]{6}\b", text), f"{slug}: a colour that does not follow the page's scheme"
        assert "%{" not in text and "customdata" not in text, slug
        for shape in json.loads(text).values():
            texts = [shape["data"][trace]["hovertext"][point] for trace, point in shape["order"]]
            assert texts and all(texts), slug
            assert not any(re.search(r"<(?!br>)", words) for words in texts), slug
            assert each_edition.language != "fr" or not any(re.search(r"[^\s\u202f]:(?=[\s<])", words) for words in texts), slug
            longest = max(len(line) for words in texts for line in words.split("<br>"))
            assert longest <= 50, f"{slug}: a hover label of {longest} characters in one line"


def test_both_shapes_walk_through_the_same_points(each_edition):
    for chart in each_edition.all_charts:
        shapes = json.loads(live.live_json(chart, each_edition.facts) or '{"wide": {"order": []}, "narrow": {"order": []}}')
        assert len(shapes["wide"]["order"]) == len(shapes["narrow"]["order"]), chart.slug


def _shape(data, **layout):
    return {"data": data, "layout": {"width": 720, "height": 400, "xaxis": {"range": [0, 1]}, "yaxis": {"range": [0, 1]}} | layout}


@pytest.mark.parametrize(("traces", "free"), [
    ([{"type": "bar", "base": [0, 0]}], "x"), ([{"type": "bar", "orientation": "h", "base": [0]}], "y"), ([{"type": "scatter"}], "xy"),
    ([{"type": "bar", "base": [0]}, {"type": "bar", "base": [44]}], "x"),
    ([{"type": "bar", "orientation": "h", "base": [2023.4, 2025]}], "xy"),
])
def test_bars_from_zero_are_stretched_along_their_foot_alone_and_spans_of_time_both_ways(traces, free):
    assert live.zoomable(traces) == free


def test_the_arrow_keys_go_as_the_eye_goes():
    across = [{"type": "scatter", "x": [3, 1, 2], "y": [0, 0, 0], "hovertext": ["c", "a", "b"]}]
    assert live.order(_shape(across)) == [[0, 1], [0, 2], [0, 0]]
    high_first = [{"type": "scatter", "x": [1, 1], "y": [0, 5], "hovertext": ["low", "high"]}]
    assert live.order(_shape(high_first)) == [[0, 1], [0, 0]]
    down = [{"type": "bar", "orientation": "h", "x": [1, 2], "y": [0, 1], "hovertext": ["a", "b"]}]
    assert live.order(_shape(down, yaxis={"range": [2, -1]})) == [[0, 0], [0, 1]]
    assert live.order(_shape(down, yaxis={"range": [-1, 2]})) == [[0, 1], [0, 0]]
    silent = [{"type": "scatter", "x": [1, 2], "y": [0, 0], "hovertext": ["", "b"]}]
    assert live.order(_shape(silent)) == [[0, 1]]


# The script of others: pinned, light, from no address


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
    tracked = subprocess.run(["git", "ls-files", "node_modules"], cwd=paths.ROOT, capture_output=True, text=True, check=True).stdout
    assert tracked == ""


@pytest.fixture
def bare(tmp_path, monkeypatch):
    (tmp_path / "package.json").write_bytes((paths.ROOT / "package.json").read_bytes())
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("npm", [[], ["false"], ["true"]], ids=["no npm", "npm fails", "npm leaves it out"])
def test_without_npm_or_its_package_setup_says_once_what_the_site_goes_without(bare, monkeypatch, capsys, npm):
    monkeypatch.setattr(setup, "npm_command", lambda verb: npm)
    setup.node("build")
    message = "setup: npm did not install plotly.js-basic-dist-min; without plotly.js charts have no interactive version; "
    assert capsys.readouterr().err == f"{message}install Node.js with npm, then run this again\n"


def test_setup_asks_npm_only_when_something_is_missing(bare, monkeypatch, capsys):
    version = json.loads((bare / "package.json").read_text("utf-8"))["dependencies"]["plotly.js-basic-dist-min"]
    folder = bare / "node_modules/plotly.js-basic-dist-min"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"version": version}), "utf-8")
    monkeypatch.setattr(setup, "npm_command", lambda verb: pytest.fail("npm was asked"))
    setup.node("build")
    assert capsys.readouterr().err == ""


# Our scripts: the words and files that they name

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
