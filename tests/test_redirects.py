"""Publishing: workflows that linters find nothing in, moved pages, addresses that never die."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from scripts import paths
from scripts.problems import ProblemsFound
from scripts.site import redirects
from tests import checkout, editions

GITHUB = paths.ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def complaints(name: str, *arguments: str) -> str:
    """What a linter says; empty where it finds nothing."""
    done = checkout.call(paths.ROOT, Path(sys.executable).parent / name, *arguments)
    return done.stdout + done.stderr if done.returncode else ""


# Workflows


def test_the_security_linter_finds_nothing():
    assert complaints("zizmor", "--offline", "--persona=auditor", "--no-progress", ".github") == ""


def test_what_a_web_editor_cannot_type_is_mended_before_it_is_tested_and_built():
    for name in ("check", "publish"):
        (job, *_) = yaml.safe_load((GITHUB / f"workflows/{name}.yml").read_text("utf-8"))["jobs"].values()
        steps = [step.get("run", "") for step in job["steps"]]
        mended = steps.index(".venv/bin/python -m scripts.check --mend")
        assert steps.index("make check") < mended < min(steps.index(".ci/run"), steps.index("make build"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", [GITHUB / "ISSUE_TEMPLATE" / "correction.yml"]),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
    ],
)
def test_the_files_of_github_follow_their_schema(schema, files):
    assert complaints("check-jsonschema", "--builtin-schema", schema, *map(str, files)) == ""


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_each_action_names_its_version_and_no_checkout_keeps_credentials(workflow):
    """What the linters leave to us."""
    text = workflow.read_text("utf-8")
    actions = re.findall(r"uses: (.*)", text)
    assert [action for action in actions if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_only_the_job_that_publishes_may_publish():
    jobs = {
        f"{file.stem}.{name}": job["permissions"]
        for file in WORKFLOWS
        for name, job in yaml.safe_load(file.read_text("utf-8"))["jobs"].items()
    }
    writers = {name: rights for name, rights in jobs.items() if "write" in rights.values()}
    assert writers == {"publish.deploy": {"pages": "write", "id-token": "write"}, "links.tell": {"actions": "read", "issues": "write"}}


def test_nothing_names_an_owner_or_a_repository():
    for file in GITHUB.rglob("*"):
        if file.is_file():
            assert not re.search(r"github\.com/(?!docs)[\w-]+/|github\.io", file.read_text("utf-8")), file


def test_pull_requests_run_what_ci_runs_and_ci_runs_make_test():
    steps = yaml.safe_load((GITHUB / "workflows" / "check.yml").read_text("utf-8"))["jobs"]["check"]["steps"]
    assert ".ci/run" in [step.get("run") for step in steps]
    run = paths.ROOT / ".ci" / "run"
    assert run.read_text("utf-8").rstrip().endswith("make test") and run.stat().st_mode & 0o100


def test_the_weekly_look_covers_every_source(facts):
    steps = yaml.safe_load((GITHUB / "workflows" / "links.yml").read_text("utf-8"))["jobs"]["look"]["steps"]
    command = next(step["run"] for step in steps if "addresses.txt" in step.get("run", "")).replace("> addresses.txt", "")
    links = checkout.call(paths.ROOT, "bash", "-c", command).stdout.splitlines()
    assert {address for source in facts.of_kind("sources") for address in (source.url, source.archive_url) if address} <= set(links)
    assert any("creativecommons.org" in address for address in links), "links in pages are missing"


# Moved pages


def moved(tmp_path: Path, *rows: str) -> list[str]:
    """Redirects put into a site of two editions with a page and a chart; what is wrong with the rows."""
    for name in ("", "fr/"):
        for folder in ("partnership", "charts/new-one", "charts/new-one/embed"):
            (tmp_path / name / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / name / folder / "index.html").write_text("x")
        for ending in ("png", "svg", "csv", "json"):
            (tmp_path / name / f"charts/new-one/new-one.{ending}").write_text(ending)
        (tmp_path / name / "share").mkdir(exist_ok=True)
        (tmp_path / name / "share/partnership.png").write_text("card")
    (tmp_path / "moved.csv").write_text("\n".join(["old,new,since", *rows, ""]))
    try:
        redirects.put(tmp_path, editions.everything(), tmp_path / "moved.csv")
    except ProblemsFound as caught:
        return [f"{problem.line}: {problem.column}: {problem.message}" for problem in caught.problems]
    return []


def test_a_moved_page_sends_readers_on_in_every_edition(tmp_path):
    assert moved(tmp_path, "dealers/,partnership/#dealers,2027-01-31") == []
    english, french = ((tmp_path / name / "dealers" / "index.html").read_text("utf-8") for name in ("", "fr"))
    assert 'content="0; url=/partnership/#dealers"' in english and '<html lang="en">' in english
    assert 'href="/fr/partnership/#dealers"' in french and "a changé d’adresse" in french
    assert "<script" not in english and "noindex" in english
    assert [(tmp_path / name / "share/dealers.png").read_text() for name in ("", "fr/")] == ["card", "card"]


def test_a_moved_chart_takes_its_frame_and_files_along(tmp_path):
    assert moved(tmp_path, "charts/old/,charts/new-one/,2027-01-31") == []
    for name in ("", "fr/"):
        assert f"url=/{name}charts/new-one/embed/" in (tmp_path / name / "charts/old/embed/index.html").read_text("utf-8")
        assert f"url=/{name}charts/new-one/" in (tmp_path / name / "charts/old/index.html").read_text("utf-8")
        assert [
            (tmp_path / name / f"charts/old/old.{ending}").read_text() for ending in ("png", "svg", "csv", "json")
        ] == ["png", "svg", "csv", "json"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("/dealers/,partnership/,2027-01-31", "2: old: '/dealers/' is not allowed"),
        ("../x/,partnership/,2027-01-31", "2: old: '../x/' is not allowed"),
        ("dealers/,https://elsewhere.example/,2027-01-31", "2: new: 'https://elsewhere.example/' is not allowed"),
        ('dealers/,"partnership/"" onload=",2027-01-31', "2: new: 'partnership/\" onload=' is not allowed"),
        ("dealers/,partnership/,soon", "2: since: 'soon' is not allowed"),
        ("dealers/,partnership/", "2: : has 2 cells"),
        ("partnership/,charts/new-one/,2027-01-31", "2: old: 'partnership/' is still a page of 'en'"),
        ("older/,gone/,2027-01-31", "2: new: 'gone/' is not a page of 'en'"),
    ],
)
def test_a_wrong_row_of_the_table_is_named(tmp_path, row, message):
    assert moved(tmp_path, row)[0].startswith(message)


# Addresses that live for ever


def published() -> list[str]:
    lines = (paths.ROOT / "tests" / "published_addresses.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def test_no_published_address_has_died(site):
    files = [line.removeprefix("/") + "index.html" * line.endswith("/") for line in published()]
    assert [file for file in files if not (site / file).is_file()] == []


@pytest.mark.slow
def test_every_page_is_in_the_list_so_that_it_stays(site):
    addresses = set(published())
    built = {"/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html")}
    forgotten = sorted(address for address in built - addresses if not address.endswith("/embed/"))
    assert forgotten == [], "add them to tests/published_addresses.txt: once published, an address stays"


# Sitemaps


def test_search_engines_are_told_of_the_sitemap_of_each_edition(site):
    named = (site / "robots.txt").read_text("utf-8").splitlines()
    for name in ("sitemap.xml", "fr/sitemap.xml"):
        assert f"Sitemap: https://example.org/alpine/{name}" in named
        assert (site / name).read_text("utf-8").count("<loc>https://example.org/alpine/") > 10
