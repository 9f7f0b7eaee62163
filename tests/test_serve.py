"""What `make serve` gives a keeper: each change shown as it is saved, problems on the page itself, and never another
page than a cold build's.
"""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts import paths, serve
from scripts.content import digest
from scripts.drawing import draw
from scripts.facts import dataset
from scripts.index import markdown_pages
from scripts.problems import Problem, ProblemsFound
from scripts.site import preview
from tests import checkout, editions, pages_server
from tests.conftest import ADDRESS
from tests.pages_server import page, wait_for


def state(root: str) -> dict[str, str]:
    """What the pages of the preview at this address are told."""
    return json.loads(page(root + serve.STATE))


@pytest.fixture
def serving(site, tmp_path):
    """A copy of the checkout, and the address at which its preview answers."""
    copy, port = checkout.copy(tmp_path / "checkout", warm=True), pages_server.free_port()
    running = subprocess.Popen(
        [sys.executable, "-m", "scripts.serve", "--port", str(port)],
        cwd=copy,
        env=checkout.environment(),
        start_new_session=True,
    )
    try:
        wait_for("<h1", f"http://127.0.0.1:{port}/")
        yield copy, f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(30)


def test_what_is_saved_is_shown_and_what_is_wrong_is_said_on_the_page(serving):
    copy, root = serving
    assert '<html lang="fr"' in page(root + "fr/")
    assert f'src="/{serve.SCRIPT}" data-state="/{serve.STATE}" data-version="{state(root)["version"]}"' in page(root)
    assert "location.reload()" in page(root + serve.SCRIPT)
    assert page(f"{root}{editions.cited_figure()[2].file}").startswith("key,")
    assert "<svg" in page(f"{root}charts/{editions.SLUGS[0]}/embed/")
    with pytest.raises(urllib.error.HTTPError) as missing:
        page(root + "nowhere/")
    assert missing.value.code == 404 and b"<h1" in missing.value.read()
    for language in paths.LANGUAGES:
        source = copy / "docs" / language / "method.md"
        source.write_text(source.read_text("utf-8") + "\n\nA new paragraph.\n", "utf-8")
    wait_for("A new paragraph.", root + "method/")
    wait_for("A new paragraph.", root + "fr/method/")
    sheet = copy / "overrides/css/10-base.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n.zebra{color:#123456}\n", "utf-8")
    wait_for(".zebra{color:#123456}", root)

    name, figure, row = editions.cited_figure()
    table, at = copy / row.file, f"{root}{name}/"
    whole, shown_text = table.read_text("utf-8"), editions.figure_text(figure.key)
    table.write_text(re.sub(rf"^({figure.key},.*?),{figure.number},", r"\1,ten,", whole, flags=re.M), "utf-8")
    wait_for(f"{row.file}:", root + serve.STATE)
    assert re.search(rf"{re.escape(row.file)}:\d+: \w+: 'ten' is not allowed; ", state(root)["problems"])
    assert shown_text in page(at), "the last good page stays"
    table.write_text(re.sub(rf"^({figure.key},.*?),{figure.number},", rf"\1,{figure.number + 1},", whole, flags=re.M), "utf-8")
    wait_for(editions.current().fmt.figure(replace(figure, exact=figure.exact + 1)), at)


@pytest.fixture(scope="module")
def warm(site):
    """A preview of the real files for the address that the site was built for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPO_URL", "https://example.org/repo")
        showing = preview.Preview(ADDRESS)
        yield showing
        showing.browser.close()


def test_the_preview_gives_the_pages_of_the_cold_build(warm, site, few):
    for address in [*few, *(f"{digest.page_name(name)}/" for name in digest.texts(editions.current()))]:
        assert warm.html(address) == (site / address / "index.html").read_text("utf-8"), address
    assert warm.html("nowhere/") is None


def test_what_cannot_be_taken_in_leaves_everything_as_it_was(warm, monkeypatch):
    """Also where the problem shows only after facts and charts were read: pages and files are those of before."""
    known, pages = warm.editions, warm.pages

    def refused(*_):
        raise ProblemsFound([Problem("scripts/charts/a.toml", 0, "takeaway", "no such row")])

    monkeypatch.setattr(warm, "_draw", refused)
    with pytest.raises(ProblemsFound):
        warm.refresh([paths.DATA / "words.csv", paths.ROOT / editions.current().all_charts[0].definition.text_file])
    assert warm.editions is known and warm.pages is pages


def test_what_does_not_fit_is_warned_of_until_that_picture_is_drawn_again(warm, monkeypatch):
    """Whatever else is drawn, or looked at, meanwhile."""
    first, *others = warm.editions[paths.MAIN].chart_definitions
    cut = {(first, paths.MAIN, "wide"): [Problem("scripts/charts/a.toml", 2, "wide, en", "'words' is cut at the edge")]}

    def draw_charts(charts, *_, shapes, **__):
        if (first, "wide") in {(chart.slug, shape) for chart in charts for shape in shapes} and cut:
            raise draw.WordsDoNotFit(cut)

    monkeypatch.setattr(draw, "draw_charts", draw_charts)
    for address in (f"charts/{first}/", *(f"charts/{slug}/" for slug in others[:1]), "method/"):
        warm.html(address)
        assert warm.warning == "scripts/charts/a.toml:2: wide, en: 'words' is cut at the edge"
    cut.clear()
    warm.html(f"charts/{first}/")
    assert warm.warning == ""


def test_what_was_refused_is_tried_again_with_the_next_change(warm, monkeypatch):
    """The remedy may stand in another file: a page that a row names."""
    page, bad = paths.DOCS / paths.MAIN / "method.md", Problem("data/updates.csv", 2, "page", "'canada' is not a page")
    monkeypatch.setattr(dataset, "read_dataset", lambda: (warm.editions[paths.MAIN].facts, [bad]))
    for changed in (paths.DATA / "updates.csv", page):
        with pytest.raises(ProblemsFound):
            warm.refresh([changed])
    monkeypatch.undo()
    monkeypatch.setenv("REPO_URL", "https://example.org/repo")
    warm.refresh([page])
    assert warm.refused == set()


def test_an_update_may_tell_of_a_chart(warm, monkeypatch, tmp_path):
    data = shutil.copytree(paths.DATA, tmp_path / "data")
    page = f"charts/{editions.current().all_charts[0].slug}"
    with (data / "updates.csv").open("a", encoding="utf-8") as table:
        table.write(f"2026-11-26-chart,2026-11-26,chart,{page},A chart shows more,Un graphique en montre plus,It does.,Oui.\n")
    facts = dataset.read_dataset(data)
    monkeypatch.setattr(dataset, "read_dataset", lambda: facts)
    warm.refresh([paths.DATA / "updates.csv"])
    assert warm.editions[paths.MAIN].facts is facts[0]


def _edits(copy: Path, dice: random.Random) -> list[Path]:
    """One change of each kind at random places: a word in each edition, a cell, a style rule, a text of a chart, a word of the list."""

    def change(file: Path, pattern: str, new) -> Path:
        text = file.read_text("utf-8")
        match = dice.choice(list(re.finditer(pattern, text, re.M)))
        file.write_text(text[: match.start()] + match.expand(new) + text[match.end() :], "utf-8")
        return file

    pages = markdown_pages.pages(editions.current()).items()
    name = dice.choice([name for name, page in pages if len(re.findall(r"^[A-Z]\w+ \w+ \w+ \w+ \w+", page.text, re.M)) > 2])
    _, figure, row = editions.cited_figure()
    return [
        *(change(copy / f"docs/{language}/{name}.md", r"^([A-Z]\w+ \w+)(?= \w+ \w+ \w+)", r"\1 zebra") for language in paths.LANGUAGES),
        change(copy / row.file, rf"^({figure.key},.*?),{figure.number},", rf"\g<1>,{figure.number + 1},"),
        change(copy / "overrides/css/30-article.css", r"\}\n", "}\n.zebra{color:#123456}\n"),
        change(dice.choice(sorted((copy / "scripts/charts").glob("*.toml"))), r'^title = "', 'title = "Zebra '),
        change(copy / "data/words.csv", r"^(footer\.\S+?,)(\w)", r"\1Zebra \2"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_after_any_edit_the_preview_gives_the_pages_of_a_cold_build(site, tmp_path, seed):
    copy = checkout.copy(tmp_path / "checkout", warm=True)
    script = f"""
import random, sys
from pathlib import Path
from scripts import paths
from scripts.problems import Problem, ProblemsFound
from scripts.site import preview
from tests.test_serve import _edits
warm = preview.Preview({ADDRESS!r})
for address in ("", "fr/", "method/"):
    warm.html(address)
for file in _edits(Path.cwd(), random.Random({seed})):
    warm.refresh([file])
out = Path("warm")
for language in paths.LANGUAGES:
    warm.html(paths.prefix(language))
    for file in warm.pages[language].files.documentation_pages():
        address = paths.prefix(language) + file.url.removeprefix("./")
        target = out / address / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(warm.html(address), "utf-8")
warm.browser.close()
"""
    checkout.succeed(copy, "-c", script)
    unchecked = """
from scripts import build, check
from scripts.site import assemble
check.load_checked = lambda root: check.read_project(root).editions
assemble.built_site.check = lambda *_: []
build.build()
"""
    checkout.succeed(copy, "-c", unchecked, SITE_URL=ADDRESS)
    wrong = [
        file.relative_to(copy / "warm").as_posix()
        for file in sorted((copy / "warm").rglob("index.html"))
        if file.read_bytes() != (copy / "site" / file.relative_to(copy / "warm")).read_bytes()
    ]
    assert len(list((copy / "warm").rglob("index.html"))) > 150
    assert wrong == []


def test_a_port_that_cannot_be_is_said_in_one_sentence(capsys):
    assert serve.main(["--port", "99999"]) == 1
    assert "serve: port 99999 cannot be used (bind(): port must be 0-65535.); expected: one from 1024 to 65535" in capsys.readouterr().err


def test_a_busy_port_is_said_before_anything_is_read(capsys, monkeypatch):
    monkeypatch.setattr(serve, "PreviewState", lambda _: pytest.fail("read"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert serve.main(["--port", str(port)]) == 1
    errors = capsys.readouterr().err
    assert f"port {port} cannot be used ([Errno" in errors and "Address already in use" in errors


def quiet_state() -> serve.PreviewState:
    """A state whose preview has nothing to say, until a test makes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serve, "Preview", lambda root: SimpleNamespace(warning=""))
        return serve.PreviewState("/")


def test_a_page_that_cannot_be_rendered_is_shown_as_it_was_last_good():
    state, wrong = quiet_state(), ["first.csv"]

    def html(address):
        if wrong:
            raise ProblemsFound([Problem(wrong.pop(0), 2, "", "is missing")])
        return f"a page at {address}"

    state.preview.html = html
    pages = [state.page("en/") for _ in range(2)]
    assert ["first.csv" in pages[0], pages[1]] == [True, "a page at en/"]
    assert serve.SCRIPT in serve.with_script(pages[0], "1").decode(), "it is loaded again once the page can be shown"
    wrong.append("second.csv")
    assert [state.page("en/"), "second.csv" in state.reported] == ["a page at en/", True]


def test_an_open_page_is_answered_as_soon_as_there_is_news(monkeypatch, capsys):
    monkeypatch.setattr(serve, "WAIT_S", 3600)
    state, answers = quiet_state(), []
    assert json.loads(state.as_json("")) == {"news": 0, "version": state.version, "building": False, "problems": ""}
    waiting = threading.Thread(target=lambda: answers.append(json.loads(state.as_json("0"))), daemon=True)
    waiting.start()
    state.report("a.csv:2: is missing")
    waiting.join(60)
    assert [answer["problems"] for answer in answers] == ["a.csv:2: is missing"]


def test_open_pages_are_told_while_a_change_is_taken_in(capsys):
    state, building = quiet_state(), []
    state.preview.refresh = lambda changed: building.append(json.loads(state.as_json(""))["building"])
    state.refresh([paths.DATA / "words.csv"])
    assert [*building, json.loads(state.as_json(""))["building"]] == [True, False]


def test_what_is_taken_in_makes_the_open_pages_old_and_what_is_refused_does_not(capsys):
    state = quiet_state()
    before = state.version
    state.preview.refresh = lambda changed: None
    state.refresh([paths.DATA / "words.csv"])
    after = state.version
    assert after != before

    def refuse(changed):
        raise ProblemsFound([Problem("data/words.csv", 2, "", "is missing")])

    state.preview.refresh = refuse
    state.refresh([paths.DATA / "words.csv"])
    assert (state.version, state.reported) == (after, "data/words.csv:2: is missing")


def test_what_does_not_fit_is_said_beside_what_the_check_of_everything_found(capsys):
    state = quiet_state()
    state.preview.warning = "a.toml:2: is cut"
    state.report("b.csv:3: is missing")
    assert capsys.readouterr().err == "a.toml:2: is cut\nb.csv:3: is missing\n"
    state.preview.html = lambda address: f"a page at {address}"
    state.page("en/")
    assert state.reported == "a.toml:2: is cut\nb.csv:3: is missing"


def test_what_editors_leave_behind_is_not_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    for name in ("docs/en/a.md", "docs/en/.a.md.swp", "docs/en/a.md~", "docs/en/.#a.md", "data/x.csv.part"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [file.relative_to(tmp_path).as_posix() for file in serve.watched_files()] == ["docs/en/a.md"]


@pytest.mark.parametrize(("name", "new"), [
    ("scripts/build.py", True), ("mkdocs.yml", True), ("scripts/charts/us_plan.py", False),
    ("scripts/markup/templates/chart.html", False), ("data/words.csv", False),
])
def test_only_modules_and_settings_start_a_new_process(name, new):
    assert serve.needs_restart(paths.ROOT / name) is new
