"""What GitHub runs: workflows that linters find nothing in, and that do what a keeper reads of them."""

import re
import sys
from pathlib import Path

import pytest
import yaml

from scripts import paths
from tests import checkout

GITHUB = paths.ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def complaints(name: str, *arguments: str) -> str:
    """What a linter says; empty where it finds nothing."""
    done = checkout.call(paths.ROOT, Path(sys.executable).parent / name, *arguments)
    return done.stdout + done.stderr if done.returncode else ""


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
