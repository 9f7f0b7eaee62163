"""The annotations of scripts/ are true: mypy finds nothing to say against them, and speaks up where one is not."""

import sys

from scripts import paths
from tests import checkout

BAD = '''from scripts.facts.facts import Facts
from scripts.facts.records import ClaimRow


def ages(facts: Facts) -> None:
    for claim in facts.of_kind(ClaimRow):
        print(claim.verdikt, claim.now_due.last_day)
    print(facts.row(ClaimRow, "x01").said_on + 1, facts.figure("comet-2025").unit.scales)


def untold(figure):
    return figure.number
'''


def complaints(*files: str) -> list[str]:
    """What mypy says, a line each, with the settings of pyproject.toml: of scripts/, or of these files."""
    done = checkout.call(paths.ROOT, sys.executable, "-m", "mypy", "--no-error-summary", *files)
    return (done.stdout + done.stderr).splitlines()


def test_annotations_are_true():
    assert complaints() == []


def test_a_wrong_annotation_is_found(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text(BAD, "utf-8")
    assert [line.partition(" error: ")[2] for line in complaints(str(sample))] == [
        '"ClaimRow" has no attribute "verdikt"; maybe "verdict"?  [attr-defined]',
        'Item "None" of "PromisedDate | None" has no attribute "last_day"  [union-attr]',
        'Unsupported operand types for + ("PartialDate" and "int")  [operator]',
        '"ScaledUnit" has no attribute "scales"; maybe "scale"?  [attr-defined]',
        "Function is missing a type annotation  [no-untyped-def]",
    ]
